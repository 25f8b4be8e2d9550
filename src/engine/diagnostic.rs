//! What reading noticed: never an error, always with a place on the page and what to do about it.

use serde::{Deserialize, Serialize};

use super::text::Span;

/// One remark about a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Where, in bytes of the page's text; empty at 0 when it concerns the whole page.
    pub span: Span,
    /// How much it matters.
    pub severity: Severity,
    /// What was noticed; the screen words it in the person's language by this code.
    pub code: Code,
    /// The piece of text or the number that the message names; "" for none.
    pub detail: String,
}

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Something was assumed.
    Info,
    /// Something may have been misread.
    Warning,
    /// Something could not be read.
    Error,
}

impl Severity {
    /// Every severity, the lightest first.
    pub const ALL: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

    /// The name that `inspect --json` prints.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $message:literal, $hint:literal;)*) => {
        /// What was noticed. Alphabetical; the screen's words stand in locales under `diagnostic.<code>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, alphabetically.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The stable name.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)* }
            }

            /// One English sentence for tools, without a full stop.
            pub fn message(self) -> &'static str {
                match self { $(Code::$name => $message,)* }
            }

            /// What to do about it, in English, without a full stop.
            pub fn hint(self) -> &'static str {
                match self { $(Code::$name => $hint,)* }
            }
        }
    };
}

codes! {
    /// Two fragments were joined by what fits, not by what is printed.
    ColumnJoin = "column-join", "a sentence cut by a column break was joined with a later fragment, since nothing else waited for it", "check that the two halves belong together";
    /// They were joined because the later one begins in mid-sentence.
    ColumnJoinInside = "column-join-inside", "a sentence cut by a column break was joined with a later fragment that begins in mid-sentence", "check that the two halves belong together";
    /// They were joined because one opens a quotation that the other closes.
    ColumnJoinQuote = "column-join-quote", "a sentence cut by a column break was joined with a later fragment that closes its quotation", "check that the two halves belong together";
    /// They were joined because the characters across the join stand together elsewhere on the page.
    ColumnJoinRun = "column-join-run", "a sentence cut by a column break was joined with a later fragment, since what the join makes stands elsewhere on the page", "check that the two halves belong together";
    /// They were joined because they share names and terms.
    ColumnJoinTerms = "column-join-terms", "a sentence cut by a column break was joined with a later fragment that shares its names and terms", "check that the two halves belong together";
    /// A date that no calendar has.
    DateImpossible = "date-impossible", "this date does not exist", "the text is kept as it stands";
    /// The text was decoded as GB18030.
    DecodedGb18030 = "decoded-gb18030", "the text is not UTF-8 and was read as GB18030", "save the page as UTF-8 if characters look wrong";
    /// Bytes that no encoding explains were replaced.
    DecodedLossy = "decoded-lossy", "some bytes are no text and were replaced", "look for replacement characters and repair the file";
    /// A fragment without a head.
    Fragment = "fragment", "this fragment could not be joined to any article", "it stays an article of its own";
    /// A front matter line that is no `key: value`.
    FrontMatterLine = "front-matter-line", "this line of the front matter has no key", "write it as `key: value`";
    /// The page has no text.
    PageEmpty = "page-empty", "the page has no text", "check the file";
    /// A line far longer than any paragraph.
    LineTooLong = "line-too-long", "this line is longer than any printed paragraph", "it is read as one paragraph; check the export";
    /// No section label was seen.
    NoLabel = "no-label", "no section label was found on the page", "articles have no section";
    /// The same name means several places.
    PlaceAmbiguous = "place-ambiguous", "this name means several places and the context does not tell which", "the nearest reading was taken";
    /// A place name that looks misprinted.
    PlaceMisprint = "place-misprint", "this place name looks misprinted", "it was resolved to the name in the detail";
    /// The page's date was inferred.
    PublishedInferred = "published-inferred", "the page has no date; it was inferred from its clues", "add a line `日期:` to the front matter";
    /// No date could be inferred.
    PublishedUnknown = "published-unknown", "the page has no date and no clue to infer one", "add a line `日期:` to the front matter";
}

impl Code {
    /// True for a join of two fragments, whatever its reason; its detail is `left|right`, the characters at the join.
    pub fn is_join(self) -> bool {
        use Code::{ColumnJoin, ColumnJoinInside, ColumnJoinQuote, ColumnJoinRun, ColumnJoinTerms};
        matches!(self, ColumnJoin | ColumnJoinInside | ColumnJoinQuote | ColumnJoinRun | ColumnJoinTerms)
    }
}

impl Diagnostic {
    /// A diagnostic without a detail.
    pub fn new(span: Span, severity: Severity, code: Code) -> Self {
        Diagnostic { span, severity, code, detail: String::new() }
    }

    /// The same, naming `detail`.
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }
}

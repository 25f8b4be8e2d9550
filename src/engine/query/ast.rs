//! A query as understood: conditions that combine, and what of the writing made no sense.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::amount::AmountTest;
use super::selection::DateRange;
use crate::engine::index::Field;
use crate::engine::page::Kind;
use crate::engine::text::Span;

/// What a person asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    /// `None` when nothing is asked.
    pub root: Option<Node>,
    /// The parts that were left out, in the order of writing.
    pub problems: Vec<Problem>,
}

/// A condition on an article.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Every one must hold; at least two.
    All(Vec<Node>),
    /// One must hold; at least two.
    Any(Vec<Node>),
    /// It must not hold.
    Not(Box<Node>),
    /// The run of characters stands in the article.
    Run(Run),
    /// Two runs stand near each other in one field.
    Near(Near),
    /// The article or its page has this value.
    Has(Test),
}

/// A run of characters to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The characters as the index has them; never empty.
    pub pattern: Vec<char>,
    /// The only field that counts; `None` for any.
    pub field: Option<Field>,
    /// Where it stands in the query.
    pub span: Span,
}

/// Two runs and how far apart they may stand, as users of the CCL corpus write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The run written first.
    pub first: Run,
    /// The run written second.
    pub second: Run,
    /// Which one stands first in the text, and how the distance counts.
    pub order: Order,
    /// Characters between the two.
    pub distance: u32,
}

/// How two runs stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `A$5B`: A before B with at most 5 characters between them.
    Before,
    /// `A#5B`: the same, in either order.
    Either,
    /// `A+5B`: A before B with exactly 5 characters between them.
    Exactly,
}

impl Order {
    /// The sign that stands between the runs.
    pub fn sign(self) -> char {
        match self {
            Order::Before => '$',
            Order::Either => '#',
            Order::Exactly => '+',
        }
    }
}

/// What an article or its page must have.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Its section holds this, folded.
    Section(String),
    /// It mentions a place of this name or path, or one below it.
    Place(String),
    /// The page's date overlaps the range.
    Published(DateRange),
    /// It mentions a date that overlaps the range.
    Mentioned(DateRange),
    /// It is of this kind.
    Kind(Kind),
    /// It reports a programme whose name holds this, folded.
    Programme(String),
    /// It states such a figure.
    Amount(AmountTest),
}

/// A part of the writing that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// Where it stands in the query.
    pub span: Span,
    /// What is wrong.
    pub code: ProblemCode,
    /// What to write in its place; "" to take it away.
    pub repair: String,
}

/// What can be wrong with a part of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ProblemCode {
    /// A quotation mark without its twin: the phrase was taken to go to the end.
    OpenQuote,
    /// An opening parenthesis without its twin: the group was taken to go to the end.
    OpenGroup,
    /// A closing parenthesis that closes nothing.
    StrayClose,
    /// `OR` without something on both sides.
    StrayOr,
    /// A sign or a field with nothing behind it.
    NothingBehind,
    /// A name before a colon that is nearly a field's.
    UnknownField,
    /// No date or range of dates.
    NotDate,
    /// No number, comparison or range of numbers.
    NotAmount,
    /// No kind of article.
    NotKind,
    /// A field that a distance cannot have, of values or before the second run: it was left out.
    NoDistance,
}

impl ProblemCode {
    /// Every code.
    pub const ALL: [ProblemCode; 10] = [
        ProblemCode::OpenQuote,
        ProblemCode::OpenGroup,
        ProblemCode::StrayClose,
        ProblemCode::StrayOr,
        ProblemCode::NothingBehind,
        ProblemCode::UnknownField,
        ProblemCode::NotDate,
        ProblemCode::NotAmount,
        ProblemCode::NotKind,
        ProblemCode::NoDistance,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            ProblemCode::OpenQuote => "open-quote",
            ProblemCode::OpenGroup => "open-group",
            ProblemCode::StrayClose => "stray-close",
            ProblemCode::StrayOr => "stray-or",
            ProblemCode::NothingBehind => "nothing-behind",
            ProblemCode::UnknownField => "unknown-field",
            ProblemCode::NotDate => "not-date",
            ProblemCode::NotAmount => "not-amount",
            ProblemCode::NotKind => "not-kind",
            ProblemCode::NoDistance => "no-distance",
        }
    }
}

impl Query {
    /// True when nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }
}

/// The condition with every combination in parentheses, for tests and for `inspect`.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, name: &str, nodes: &[Node]| {
            write!(f, "({name}")?;
            nodes.iter().try_for_each(|it| write!(f, " {it}"))?;
            write!(f, ")")
        };
        match self {
            Node::All(nodes) => list(f, "all", nodes),
            Node::Any(nodes) => list(f, "any", nodes),
            Node::Not(node) => write!(f, "(not {node})"),
            Node::Run(run) => write!(f, "{run}"),
            Node::Near(it) => write!(f, "({} {}{} {})", it.first, it.order.sign(), it.distance, it.second),
            Node::Has(test) => write!(f, "{test}"),
        }
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(field) = self.field {
            write!(f, "{}:", field.as_str())?;
        }
        write!(f, "“{}”", self.pattern.iter().collect::<String>())
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let range = |it: &DateRange| {
            let end = |it: &Option<_>| {
                it.as_ref().map_or(String::new(), |it: &crate::engine::extract::edtf::Edtf| it.as_str().to_owned())
            };
            format!("{}..{}", end(&it.from), end(&it.to))
        };
        match self {
            Test::Section(it) => write!(f, "section:“{it}”"),
            Test::Place(it) => write!(f, "place:“{it}”"),
            Test::Published(it) => write!(f, "date:{}", range(it)),
            Test::Mentioned(it) => write!(f, "mentions:{}", range(it)),
            Test::Kind(it) => write!(f, "kind:{}", it.as_str()),
            Test::Programme(it) => write!(f, "programme:“{it}”"),
            Test::Amount(it) => write!(f, "figure:{it}"),
        }
    }
}

//! What a half-typed query can go on with: fields, values of the library, past queries.
//!
//! The run that ends at the caret is completed, by characters, pinyin or the first letters of pinyin. Behind a field's
//! name only that field's values are offered. The best matches come first ([`Fit`]), then those of most articles.

use serde::{Deserialize, Serialize};

use super::parser::{self, Typed};
use super::pinyin::{Pinyin, Spelling};
use super::vocabulary::{Value, Vocabulary};
use super::words::{self, FieldName};
use crate::engine::arrange::Arrange;
use crate::engine::page::Kind;
use crate::engine::text::Span;
use crate::engine::text::normalize::fold_text;

/// Offers besides past queries: fewer hide what is meant, more are not read.
const MAX_OFFERS: usize = 10;
/// Past queries offered where something was typed.
const MAX_PAST: usize = 3;

/// What completion offers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CompletionList {
    /// Bytes of the query that an offer replaces.
    pub span: Span,
    /// Past queries, then the rest, best first.
    pub offers: Vec<Completion>,
}

/// One thing that a query can go on with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Completion {
    /// What kind of thing it is.
    pub kind: CompletionKind,
    /// How it is called, in Chinese and in English.
    pub name: [String; 2],
    /// What tells it from others of its name: of a place, what it lies in; "" for nothing.
    pub detail: String,
    /// How many articles of the library have it; `None` where that says nothing.
    pub n_articles: Option<u32>,
    /// What to write in place of the span, in Chinese and in English.
    pub writing: [String; 2],
}

/// What can be offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CompletionKind {
    /// A query that was asked before.
    Past,
    /// The name of a field, with its colon.
    Field,
    /// 栏目.
    Section,
    /// 地名.
    Place,
    /// 类型.
    Kind,
    /// 品牌.
    Programme,
    /// 署名.
    Byline,
    /// A month or year of pages.
    Date,
}

impl CompletionKind {
    /// Every kind; of equal offers the earlier kind comes first.
    pub const ALL: [CompletionKind; 8] = [
        CompletionKind::Past,
        CompletionKind::Field,
        CompletionKind::Section,
        CompletionKind::Place,
        CompletionKind::Kind,
        CompletionKind::Programme,
        CompletionKind::Byline,
        CompletionKind::Date,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            CompletionKind::Past => "past",
            CompletionKind::Field => "field",
            CompletionKind::Section => "section",
            CompletionKind::Place => "place",
            CompletionKind::Kind => "kind",
            CompletionKind::Programme => "programme",
            CompletionKind::Byline => "byline",
            CompletionKind::Date => "date",
        }
    }

    fn of(field: FieldName) -> Option<Self> {
        Some(match field {
            FieldName::Section => CompletionKind::Section,
            FieldName::Place => CompletionKind::Place,
            FieldName::Kind => CompletionKind::Kind,
            FieldName::Programme => CompletionKind::Programme,
            FieldName::Byline => CompletionKind::Byline,
            FieldName::Date => CompletionKind::Date,
            FieldName::Headline | FieldName::Body | FieldName::Mentions | FieldName::Figure => return None,
        })
    }
}

/// How what was typed matches a name; better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the name.
    Whole,
    /// The name begins with it.
    Begins,
    /// It spells the beginning of the name.
    Spells(Spelling),
    /// It stands inside the name.
    Inside,
}

/// What is known of names.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The library's values.
    pub vocabulary: &'a Vocabulary,
    /// How characters are read; `None` until it is known.
    pub pinyin: Option<&'a Pinyin>,
}

/// What `query` can go on with at `caret`, a byte of it. `past` are queries that were asked before, the last one first.
pub fn complete(query: &str, caret: usize, past: &[String], names: Names) -> CompletionList {
    let typed = query.get(..caret).filter(|_| ends_a_run(query, caret)).and_then(parser::typed);
    let Some(Typed { field, text, span }) = typed else { return CompletionList::default() };
    let wanted = Wanted { text: fold_text(&text), names };
    let mut ranked: Vec<(Rank, Completion)> = values(&wanted, field);
    if field.is_none() {
        ranked.extend(fields(&wanted));
    }
    ranked.arrange_by_key(|it| it.0);
    // A past query replaces the whole box, so it is offered only where it goes on from all of it.
    let mut offers = if span.start == 0 && caret == query.len() { past_queries(&wanted, past) } else { vec![] };
    offers.extend(ranked.into_iter().take(MAX_OFFERS).map(|it| it.1));
    CompletionList { span, offers }
}

/// How good an offer is; smaller is better. More articles come first, and names of the same number in their order.
type Rank = (Fit, std::cmp::Reverse<u32>, CompletionKind, usize);

/// What was typed, to be compared with names.
struct Wanted<'a> {
    text: String,
    names: Names<'a>,
}

impl Wanted<'_> {
    /// How the name is meant; `None` where it is not.
    fn fit(&self, name: &str) -> Option<Fit> {
        let name = fold_text(name);
        if self.text.is_empty() {
            return Some(Fit::Begins);
        }
        if name == self.text {
            return Some(Fit::Whole);
        }
        let spelled = || self.names.pinyin?.spelling(self.text.as_bytes(), &name).map(Fit::Spells);
        match name.find(&self.text) {
            Some(0) => Some(Fit::Begins),
            found => spelled().or(found.map(|_| Fit::Inside)),
        }
    }
}

/// True where a run can end at `caret`: what stands behind it is no part of it.
fn ends_a_run(query: &str, caret: usize) -> bool {
    query
        .get(caret..)
        .is_some_and(|it| it.chars().next().is_none_or(|it| it.is_whitespace() || matches!(it, ')' | '）')))
}

fn past_queries(wanted: &Wanted, past: &[String]) -> Vec<Completion> {
    let is_meant = |it: &&String| matches!(wanted.fit(it), Some(Fit::Begins | Fit::Spells(_)));
    let limit = if wanted.text.is_empty() { MAX_OFFERS / 2 } else { MAX_PAST };
    let offer = |query: &String| Completion {
        kind: CompletionKind::Past,
        name: [query.clone(), query.clone()],
        detail: String::new(),
        n_articles: None,
        writing: [query.clone(), query.clone()],
    };
    past.iter().filter(is_meant).take(limit).map(offer).collect()
}

fn fields(wanted: &Wanted) -> Vec<(Rank, Completion)> {
    let offer = |(idx, field): (usize, FieldName)| {
        let names = words::field_names(field);
        let fit = names.iter().filter_map(|it| wanted.fit(it)).min().filter(|it| *it != Fit::Inside)?;
        let rank = (fit, std::cmp::Reverse(u32::MAX), CompletionKind::Field, idx);
        let name = words::field_twins(field).map(str::to_owned);
        let writing = name.clone().map(|it| format!("{it}:"));
        Some((rank, Completion { kind: CompletionKind::Field, name, detail: String::new(), n_articles: None, writing }))
    };
    FieldName::ALL.into_iter().enumerate().filter_map(offer).collect()
}

/// The values of `field`, or of every field.
fn values(wanted: &Wanted, field: Option<FieldName>) -> Vec<(Rank, Completion)> {
    let is_asked = |value: &&Value| match field {
        None => value.field != FieldName::Date && !wanted.text.is_empty(),
        Some(FieldName::Mentions) => value.field == FieldName::Date,
        Some(field) => value.field == field,
    };
    let offer = |(idx, value): (usize, &Value)| {
        let kind = CompletionKind::of(value.field)?;
        let names = shown_names(value);
        let own = names.iter().filter_map(|it| wanted.fit(it)).min();
        let other = value.others.iter().filter_map(|it| Some((wanted.fit(it)?, it))).min_by_key(|it| it.0);
        let better = other.filter(|it| own.is_none_or(|own| it.0 < own));
        let fit = better.map(|it| it.0).or(own)?;
        let twins = words::field_twins(value.field);
        let written = [0, 1].map(|it| {
            let name = written(value, &names[it]);
            if field.is_some() { format!("{name} ") } else { format!("{}:{name} ", twins[it]) }
        });
        let rank = (fit, std::cmp::Reverse(value.n_articles), kind, idx);
        let shown = |name: &String| better.map_or_else(|| name.clone(), |it| format!("{name}（{}）", it.1));
        let n_articles = (field != Some(FieldName::Mentions)).then_some(value.n_articles);
        Some((
            rank,
            Completion {
                kind,
                name: names.each_ref().map(shown),
                detail: value.above.clone(),
                n_articles,
                writing: written,
            },
        ))
    };
    wanted.names.vocabulary.values.iter().filter(is_asked).enumerate().filter_map(offer).collect()
}

/// How a value is called in Chinese and in English.
fn shown_names(value: &Value) -> [String; 2] {
    let kind = Kind::ALL.into_iter().find(|it| value.field == FieldName::Kind && it.as_str() == value.name);
    match kind {
        Some(kind) => words::kind_twins(kind).map(str::to_owned),
        None => [value.name.clone(), value.name.clone()],
    }
}

/// The name as it stands in a query: a place whose name is not its own by its path, and in quotation marks what would end
/// a run.
fn written(value: &Value, name: &str) -> String {
    let name = match value.is_shared && !value.above.is_empty() {
        true => format!("{}/{name}", value.above),
        false => name.to_owned(),
    };
    let is_plain = |it: char| !it.is_whitespace() && !"()（）\"“”＂$#+＄＃＋".contains(it);
    if name.chars().all(is_plain) { name } else { format!("\"{}\"", name.replace(['"', '＂'], "")) }
}

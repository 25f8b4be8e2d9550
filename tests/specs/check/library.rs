//! Small libraries for the specs of `index` and `query`: an article a line, `name key=value …: body`.
//!
//! Keys: `headline=`, `section=`, `byline=` (one name), `date=` (EDTF), `places=` (paths, joined by commas; they stand
//! before the body's first figure), `figures=` (how many), `kind=`. [`read`] takes the mentions from the body instead.

use banmian::engine::analysis::Document;
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::published::Published;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::extract::{self, Confidence, FigureMention, Level, Mentions, PlaceMention};
use banmian::engine::index::Index;
use banmian::engine::page::{Article, Credit, Kind};
use banmian::engine::text::{Reading, Span};
use banmian::engine::token::Token;

use super::lexicon;
use crate::case::{self, Case};

/// The index of the articles of a case, their mentions as the keys say.
pub fn index(lines: &str) -> Index {
    with_mentions(lines, |value, _, _| {
        let places = value("places");
        Mentions {
            places: places.split(',').filter(|it| !it.is_empty()).map(place).collect(),
            figures: vec![figure(); value("figures").parse().unwrap_or(0)],
            ..Mentions::default()
        }
    })
}

/// The index of the articles of a case, their mentions as the engine reads them.
pub fn read(lines: &str) -> Index {
    let mut res = with_mentions(lines, |value, text, tokens| {
        let published = Edtf::parse(&value("date"));
        let ctx = extract::Context { published: published.as_ref(), lexicon: lexicon(), headline: &value("headline") };
        extract::extract(text, tokens, &ctx)
    });
    res.facets.name_places(lexicon().gazetteer.as_ref().unwrap());
    res
}

fn with_mentions(lines: &str, mentions: impl Fn(&dyn Fn(&str) -> String, &str, &[Token]) -> Mentions) -> Index {
    let mut res = Index::default();
    for line in lines.lines().filter(|it| !it.is_empty()) {
        let (head, body) = line.split_once(": ").unwrap_or_else(|| panic!("no `: ` in {line}"));
        let (name, values) = head.split_once(' ').unwrap_or((head, ""));
        let values = case::attributes(values);
        let value = |key: &str| values.get(key).cloned().unwrap_or_default();
        let published = Published { edtf: Edtf::parse(&value("date")), inferred: false, clues: vec![] };
        let byline = Some(value("byline")).filter(|it| !it.is_empty());
        let article = Article {
            id: name.to_owned(),
            section: value("section"),
            headline: vec![],
            byline: byline.into_iter().map(|name| Credit { role: "本报记者".into(), name }).collect(),
            kind: Kind::ALL.into_iter().find(|it| it.as_str() == value("kind")).unwrap_or(Kind::Story),
            paragraphs: vec![],
        };
        let reading = Reading::plain(&body.replace("\\n", "\n"));
        let tokens = lexicon().tokenizer.as_ref().unwrap().cut(&reading.text);
        let mentions = mentions(&value, &reading.text, &tokens);
        let headline = value("headline");
        let headline_tokens = lexicon().tokenizer.as_ref().unwrap().cut(&headline);
        res.add("page", &published, Document { article, headline, reading, tokens, headline_tokens, mentions });
    }
    res
}

/// The names of articles, for dumps.
pub fn names(index: &Index, articles: &[u32]) -> String {
    articles.iter().map(|it| index.article(*it).document.article.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// The attribute of a case that must be there.
pub fn required<'a>(case: &'a Case, key: &str) -> &'a str {
    case.attribute(key).unwrap_or_else(|| panic!("{}: no {key}=", case.location()))
}

fn place(path: &str) -> PlaceMention {
    let level = if path.contains('/') { Level::County } else { Level::Province };
    PlaceMention {
        span: Span::new(0, 3),
        canonical: path.to_owned(),
        level,
        rule: "spec".into(),
        confidence: Confidence::Likely,
    }
}

fn figure() -> FigureMention {
    FigureMention {
        span: Span::new(3, 6),
        value: 1.0,
        high: None,
        unit: "户".into(),
        quantity: Quantity::Household,
        approx: None,
        subject: None,
        base_value: None,
        base_unit: String::new(),
        rule: "spec".into(),
        confidence: Confidence::Likely,
    }
}

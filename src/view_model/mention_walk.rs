//! Mentions of one thing: the same place, date or programme, or figures of one quantity. The reader walks from one to
//! the next, through the article and on through the articles of the selection.

use super::highlight::MentionKind;
use crate::engine::extract::Mentions;
use crate::engine::query::Facet;
use crate::engine::text::Span;

/// What mention number `idx` of `kind` is about: the facet that asks for it, and its value there. `None` for a date that
/// names no day, and where there is no such mention.
pub fn thing(mentions: &Mentions, kind: MentionKind, idx: usize) -> Option<(Facet, &str)> {
    Some(match kind {
        MentionKind::Place => (Facet::Place, &mentions.places.get(idx)?.canonical),
        MentionKind::Date => (Facet::Mentioned, mentions.dates.get(idx)?.edtf.as_ref()?.as_str()),
        MentionKind::Figure => (Facet::Quantity, mentions.figures.get(idx)?.quantity.as_str()),
        MentionKind::Programme => (Facet::Programme, &mentions.programmes.get(idx)?.name),
    })
}

/// The kind of the mentions that a facet asks for.
pub fn kind_of(facet: Facet) -> Option<MentionKind> {
    Some(match facet {
        Facet::Place => MentionKind::Place,
        Facet::Mentioned => MentionKind::Date,
        Facet::Quantity => MentionKind::Figure,
        Facet::Programme => MentionKind::Programme,
        Facet::Section | Facet::Date | Facet::Kind | Facet::Byline | Facet::Page => return None,
    })
}

/// The numbers of the mentions of one thing, in the order of the text.
pub fn mentions_of(mentions: &Mentions, facet: Facet, value: &str) -> Vec<usize> {
    let Some(kind) = kind_of(facet) else { return vec![] };
    (0..kind.count(mentions)).filter(|it| thing(mentions, kind, *it) == Some((facet, value))).collect()
}

/// The place of mention number `idx` among those of the same thing, from 0, and how many there are.
pub fn place_among(mentions: &Mentions, kind: MentionKind, idx: usize) -> Option<(usize, usize)> {
    let (facet, value) = thing(mentions, kind, idx)?;
    let same = mentions_of(mentions, facet, value);
    Some((same.iter().position(|it| *it == idx)?, same.len()))
}

/// Where the first mention of a thing stands, or the last.
pub fn end_of(mentions: &Mentions, facet: Facet, value: &str, is_first: bool) -> Option<Span> {
    let same = mentions_of(mentions, facet, value);
    let idx = if is_first { same.first() } else { same.last() };
    Some(kind_of(facet)?.span(mentions, *idx?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::extract::edtf::Edtf;
    use crate::engine::extract::{Confidence, DateMention, Level, PlaceMention};

    fn mentions() -> Mentions {
        let place = |start, path: &str| PlaceMention {
            span: Span::new(start, start + 6),
            canonical: path.into(),
            level: Level::County,
            rule: String::new(),
            confidence: Confidence::Likely,
        };
        let date = |start, edtf| DateMention {
            span: Span::new(start, start + 6),
            edtf: Edtf::parse(edtf),
            rule: String::new(),
            confidence: Confidence::Likely,
        };
        Mentions {
            places: vec![place(0, "甲省/乙市"), place(10, "甲省"), place(20, "甲省/乙市")],
            dates: vec![date(6, "2023-04"), date(30, "")],
            ..Mentions::default()
        }
    }

    #[test]
    fn a_place_is_walked_without_those_above_and_below_it() {
        let mentions = mentions();
        assert_eq!(place_among(&mentions, MentionKind::Place, 2), Some((1, 2)));
        assert_eq!(place_among(&mentions, MentionKind::Place, 1), Some((0, 1)));
        assert_eq!(end_of(&mentions, Facet::Place, "甲省/乙市", true), Some(Span::new(0, 6)));
        assert_eq!(end_of(&mentions, Facet::Place, "甲省/乙市", false), Some(Span::new(20, 26)));
    }

    #[test]
    fn what_names_nothing_is_not_walked() {
        let mentions = mentions();
        assert_eq!(place_among(&mentions, MentionKind::Date, 0), Some((0, 1)));
        assert_eq!(place_among(&mentions, MentionKind::Date, 1), None);
        assert_eq!(place_among(&mentions, MentionKind::Programme, 0), None);
        assert_eq!(end_of(&mentions, Facet::Place, "丙省", true), None);
        assert_eq!(end_of(&mentions, Facet::Section, "甲省", true), None);
    }
}

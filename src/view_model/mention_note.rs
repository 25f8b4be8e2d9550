//! What the reader says about a mention: its normalised value, beside the words that stand in the text.

use super::labels::Label;
use super::{Locale, dates, format, words};
use crate::engine::extract::{Confidence, DateMention, FigureMention, Mentions, PlaceMention};
use crate::protocol::RuleWords;
use crate::view_model::highlight::MentionKind;

/// A note: what kind of mention, its value, and what else is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The kind.
    pub kind: MentionKind,
    /// The normalised value.
    pub value: String,
    /// Further facts, each as name and value.
    pub facts: Vec<(String, String)>,
}

/// The note of mention number `idx` of `kind`; `text` is what the mentions' spans are of.
pub fn note(locale: Locale, text: &str, mentions: &Mentions, kind: MentionKind, idx: usize) -> Option<Note> {
    let (value, facts) = match kind {
        MentionKind::Place => place(locale, mentions.places.get(idx)?),
        MentionKind::Date => date(locale, mentions.dates.get(idx)?),
        MentionKind::Figure => figure(locale, text, mentions.figures.get(idx)?),
        MentionKind::Programme => (mentions.programmes.get(idx)?.name.clone(), vec![]),
    };
    Some(Note { kind, value, facts })
}

impl Note {
    /// The same with how the mention was read: the rule that made it, and how far it can be relied on.
    pub fn with_reading(mut self, locale: Locale, mentions: &Mentions, rules: &[RuleWords], idx: usize) -> Self {
        if let Some((rule, confidence)) = reading(mentions, self.kind, idx) {
            if let Some(rule) = rules.iter().find(|it| it.rule == rule) {
                let [chinese, english] = &rule.words;
                let words = if locale == Locale::Chinese { chinese } else { english };
                self.facts.push((words::text(locale, "note.rule"), words.clone()));
            }
            self.facts.push((words::text(locale, "note.confidence"), confidence.label(locale)));
        }
        self
    }
}

/// The rule that made mention number `idx` of `kind`, and how far its value can be relied on.
fn reading(mentions: &Mentions, kind: MentionKind, idx: usize) -> Option<(&str, Confidence)> {
    match kind {
        MentionKind::Place => mentions.places.get(idx).map(|it| (it.rule.as_str(), it.confidence)),
        MentionKind::Date => mentions.dates.get(idx).map(|it| (it.rule.as_str(), it.confidence)),
        MentionKind::Figure => mentions.figures.get(idx).map(|it| (it.rule.as_str(), it.confidence)),
        MentionKind::Programme => mentions.programmes.get(idx).map(|it| (it.rule.as_str(), it.confidence)),
    }
}

/// The stable name of how far mention number `idx` of `kind` can be relied on, for its look; "" for none.
pub fn confidence_name(mentions: &Mentions, kind: MentionKind, idx: usize) -> &'static str {
    reading(mentions, kind, idx).map_or("", |(_, confidence)| confidence.as_str())
}

/// The name of a kind of mention.
pub fn kind_text(locale: Locale, kind: MentionKind) -> String {
    let key = match kind {
        MentionKind::Place => "mention.place",
        MentionKind::Date => "mention.date",
        MentionKind::Figure => "mention.figure",
        MentionKind::Programme => "mention.programme",
    };
    words::text(locale, key)
}

/// A path with its steps shown as such.
pub fn path_text(path: &str) -> String {
    path.replace('/', " › ")
}

fn place(locale: Locale, mention: &PlaceMention) -> (String, Vec<(String, String)>) {
    let level = (words::text(locale, "note.level"), mention.level.label(locale));
    (path_text(&mention.canonical), vec![level])
}

fn date(locale: Locale, mention: &DateMention) -> (String, Vec<(String, String)>) {
    match &mention.edtf {
        Some(edtf) => {
            let code = ("EDTF".to_owned(), edtf.as_str().to_owned());
            (dates::edtf_text(locale, edtf), vec![code])
        }
        None => (words::text(locale, "note.date.vague"), vec![]),
    }
}

fn figure(locale: Locale, text: &str, mention: &FigureMention) -> (String, Vec<(String, String)>) {
    let value = format::measure(locale, mention.value, mention.high, &mention.unit, mention.approx);
    let name = |key| words::text(locale, key);
    let mut facts = vec![(name("note.quantity"), mention.quantity.label(locale))];
    let subject = mention.subject.map_or("", |it| it.slice(text));
    if !subject.is_empty() {
        facts.push((name("note.subject"), subject.to_owned()));
    }
    if let Some(base) = mention.base_value.filter(|_| mention.base_unit != mention.unit) {
        facts.push((name("note.base"), format::measure(locale, base, None, &mention.base_unit, None)));
    }
    if let Some(approx) = mention.approx {
        facts.push((name("note.approx"), approx.label(locale)));
    }
    (value, facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::extract::unit::Quantity;
    use crate::engine::extract::{Approx, Confidence, Level};
    use crate::engine::text::Span;

    #[test]
    fn a_figure_tells_value_subject_and_base() {
        let figure = FigureMention {
            span: Span::new(12, 27),
            value: 1200.0,
            high: None,
            unit: "亩".into(),
            quantity: Quantity::Area,
            approx: Some(Approx::Over),
            subject: Some(Span::new(0, 12)),
            base_value: Some(800_000.0),
            base_unit: "m²".into(),
            rule: String::new(),
            confidence: Confidence::Likely,
        };
        let mentions = Mentions { figures: vec![figure], ..Mentions::default() };
        let text = "黄芪种植1200多亩";
        let note = note(Locale::Chinese, text, &mentions, MentionKind::Figure, 0).unwrap();
        assert_eq!(note.value, ">1,200亩");
        assert!(note.facts.iter().any(|(_, it)| it == "黄芪种植"));
        assert!(note.facts.iter().any(|(_, it)| it.contains("80万")));
    }

    #[test]
    fn a_place_tells_its_path_and_nothing_is_made_up() {
        let place = PlaceMention {
            span: Span::new(0, 6),
            canonical: "内蒙古自治区/赤峰市".into(),
            level: Level::Prefecture,
            rule: "official".into(),
            confidence: Confidence::Likely,
        };
        let mentions = Mentions { places: vec![place], ..Mentions::default() };
        let found = note(Locale::Chinese, "赤峰", &mentions, MentionKind::Place, 0).unwrap();
        assert_eq!(found.value, "内蒙古自治区 › 赤峰市");
        let rule = RuleWords { rule: "official".into(), words: ["正式名称".into(), "official name".into()] };
        let read = found.with_reading(Locale::English, &mentions, &[rule], 0);
        let told: Vec<&str> = read.facts.iter().map(|(_, it)| it.as_str()).collect();
        assert_eq!(told, ["市级", "official name", "likely"]);
        assert_eq!(note(Locale::Chinese, "赤峰", &mentions, MentionKind::Place, 1), None);
    }
}

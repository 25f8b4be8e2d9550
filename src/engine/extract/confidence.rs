//! How far a mention's value can be relied on: three steps, given by the rule that made it and by what it rests on.
//!
//! No number, since nothing here is a probability: a step says what a careful reader would still look at. Every rule's
//! step stands in `data/rules.tsv`; a choice that the context did not settle, and a page's date that is itself inferred,
//! take it down. Against gold, 99 in 100 mentions that are certain are right, 85 of the likely and half of the doubtful.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::mention::Mentions;
use super::table::{field, rows};
use crate::engine::arrange::gathered;
use crate::engine::small_map::SmallMap;

/// How far a value can be relied on, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// A choice among several readings, a repair, or a guess by form: look at the text.
    Doubtful,
    /// The words and what stands around them say it together: rarely wrong.
    Likely,
    /// The words alone say it.
    Certain,
}

impl Confidence {
    /// Every step, least first.
    pub const ALL: [Confidence; 3] = [Confidence::Doubtful, Confidence::Likely, Confidence::Certain];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Confidence::Doubtful => "doubtful",
            Confidence::Likely => "likely",
            Confidence::Certain => "certain",
        }
    }

    /// The step below; the least stays.
    pub fn lowered(self) -> Self {
        match self {
            Confidence::Certain => Confidence::Likely,
            Confidence::Likely | Confidence::Doubtful => Confidence::Doubtful,
        }
    }
}

/// One rule of an extractor: a row of `data/rules.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The name that mentions carry.
    pub name: &'static str,
    /// What its mentions can be relied on for where nothing speaks against them.
    pub confidence: Confidence,
    /// True where the value is counted from the page's own date or from a date named before.
    pub rests_on_date: bool,
    /// What it is, in Chinese and in English.
    pub words: [&'static str; 2],
}

/// Every rule, in the order of the table.
pub fn rules() -> impl Iterator<Item = Rule> {
    rows(data_table!(rules)).map(|row| Rule {
        name: field(&row, 0),
        confidence: step(field(&row, 2)),
        rests_on_date: field(&row, 3) != "-",
        words: [field(&row, 4), field(&row, 5)],
    })
}

/// What a mention that `rule` made can be relied on for; the least for a rule that the table lacks.
pub fn of_rule(rule: &str) -> Confidence {
    RULES.get(&rule).map_or(Confidence::Doubtful, |it| it.confidence)
}

/// What `rule` is, in Chinese and in English; its name for one that the table lacks.
pub fn words_of_rule(rule: &str) -> [&str; 2] {
    RULES.get(&rule).map_or([rule, rule], |it| it.words)
}

/// Takes down the dates that rest on a page's date which nobody printed.
pub fn rest_on_inferred_date(mentions: &mut Mentions) {
    for date in &mut mentions.dates {
        let rests = RULES.get(&date.rule.as_str()).is_some_and(|it| it.rests_on_date);
        if rests && date.edtf.is_some() {
            date.confidence = date.confidence.lowered();
        }
    }
}

static RULES: LazyLock<SmallMap<&'static str, Rule>> = LazyLock::new(|| gathered(rules().map(|it| (it.name, it))));

fn step(name: &str) -> Confidence {
    Confidence::ALL.into_iter().find(|it| it.as_str() == name).unwrap_or(Confidence::Doubtful)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_well_formed() {
        let steps = Confidence::ALL.map(Confidence::as_str);
        for row in rows(data_table!(rules)) {
            assert!(
                row.len() == 6 && !row.contains(&"") && steps.contains(&row[2]) && ["-", "date"].contains(&row[3]),
                "{row:?}"
            );
        }
        assert_eq!(rules().count(), RULES.len(), "a rule stands twice");
    }

    #[test]
    fn an_unknown_rule_is_doubtful() {
        assert_eq!(of_rule("no-such-rule"), Confidence::Doubtful);
        assert_eq!(Confidence::Certain.lowered().lowered().lowered(), Confidence::Doubtful);
    }
}

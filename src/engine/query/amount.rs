//! Figures as queries ask for them: `>=1亿元`, `100..500户`, `人>1000`, `总收入>=5亿元`, `>90%`.
//!
//! Amounts are compared in the base unit of their quantity, so that 1.2亿元, 12000万元 and 120000000元 are one amount.

use std::fmt;

use crate::engine::extract::figure::{self, Draft};
use crate::engine::extract::mention::FigureMention;
use crate::engine::extract::unit;
use crate::engine::text::Span;
use crate::engine::text::normalize::fold_text;

/// What a figure must be.
#[derive(Debug, Clone, PartialEq)]
pub struct AmountTest {
    /// A run that its subject must hold; "" for any.
    pub subject: String,
    /// What its unit must be.
    pub scale: Scale,
    /// The lower end.
    pub from: Limit,
    /// The upper end.
    pub to: Limit,
}

/// In what values are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scale {
    /// As written, whatever the unit.
    Any,
    /// In this base unit.
    Base(String),
    /// As written with this unit, which has no base unit.
    Unit(String),
}

/// One end of a range of values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// None.
    Open,
    /// The value itself counts.
    Including(f64),
    /// The value itself does not count.
    Excluding(f64),
}

/// How comparisons are written, longer signs first: whether values above are meant, and whether the value itself counts.
const COMPARISONS: [(&str, bool, bool); 8] = [
    (">=", true, true),
    ("<=", false, true),
    ("=>", true, true),
    ("=<", false, true),
    ("≥", true, true),
    ("≤", false, true),
    (">", true, false),
    ("<", false, false),
];

/// What `text` asks; `None` where it asks nothing of a figure.
pub fn parse(text: &str) -> Option<AmountTest> {
    let text = fold_text(text.trim());
    for (sign, above, including) in COMPARISONS {
        if let Some((label, amount)) = text.split_once(sign) {
            let amount = Amount::parse(amount)?;
            let limit = if including { Limit::Including(amount.value) } else { Limit::Excluding(amount.value) };
            let (from, to) = if above { (limit, Limit::Open) } else { (Limit::Open, limit) };
            return AmountTest::new(label, &amount.scale, from, to);
        }
    }
    let start = text.find(|it: char| it.is_ascii_digit() || it == '.').unwrap_or(0);
    let (label, amounts) = text.split_at(start);
    let label = label.trim_end_matches('=');
    let Some((from, to)) = amounts.split_once("..") else {
        let amount = Amount::parse(amounts)?;
        return AmountTest::new(label, &amount.scale, Limit::Including(amount.value), Limit::Including(amount.value));
    };
    if let Some((scale, low, high)) = printed_range(from, to) {
        return AmountTest::new(label, &scale, Limit::Including(low), Limit::Including(high));
    }
    let (from, to) = (optional(from)?, optional(to)?);
    // 100..500户: the unit at the end is that of both.
    let scale = [&to, &from].into_iter().flatten().map(|it| it.scale.clone()).find(|it| *it != Scale::Any);
    let limit = |it: &Option<Amount>| it.as_ref().map_or(Limit::Open, |it| Limit::Including(it.value));
    let factor = to.as_ref().and_then(|it| it.factor);
    let from = from.map(|it| if it.scale == Scale::Any { it.times(factor) } else { it });
    let is_range = match (&from, &to) {
        (Some(from), Some(to)) => from.value <= to.value,
        (None, None) => false,
        _ => true,
    };
    AmountTest::new(label, &scale.unwrap_or(Scale::Any), limit(&from), limit(&to)).filter(|_| is_range)
}

/// A range as it was perhaps meant, its ends the right way round: 500..100户 is 100..500户. `None` where it is none.
pub fn nearest(text: &str) -> Option<String> {
    let text = fold_text(text.trim());
    let start = text.find(|it: char| it.is_ascii_digit())?;
    let (label, amounts) = text.split_at(start);
    let (from, to) = amounts.split_once("..")?;
    let unit_at = to.find(|it: char| !it.is_ascii_digit() && !matches!(it, '.' | ',')).unwrap_or(to.len());
    let (number, unit) = to.split_at(unit_at);
    let has_unit = Amount::parse(from).is_some_and(|it| it.scale != Scale::Any);
    let turned = if has_unit { format!("{label}{to}..{from}") } else { format!("{label}{number}..{from}{unit}") };
    parse(&turned).map(|_| turned)
}

/// The ends of a range that reads in print as one, as 100..500万元 reads 100至500万元.
fn printed_range(from: &str, to: &str) -> Option<(Scale, f64, f64)> {
    let draft = figure::read(&format!("{}至{}", from.trim(), to.trim()))?;
    let high = draft.high?;
    let low = Amount::of(&draft);
    let factor = low.factor.unwrap_or(1.0);
    Some((low.scale, low.value, high * factor))
}

fn optional(text: &str) -> Option<Option<Amount>> {
    if text.trim().is_empty() { Some(None) } else { Amount::parse(text).map(Some) }
}

/// A value with its unit.
struct Amount {
    value: f64,
    /// How many base units its unit is.
    factor: Option<f64>,
    scale: Scale,
}

impl Amount {
    /// A number alone, or what the figures' own reader takes `text` for.
    fn parse(text: &str) -> Option<Amount> {
        let text = text.trim();
        figure::read(text).map(|it| Amount::of(&it))
    }

    fn of(draft: &Draft) -> Amount {
        let scale = match draft.base() {
            (Some(_), base) if !base.is_empty() => Scale::Base(base),
            _ if draft.unit_text.is_empty() => Scale::Any,
            _ => Scale::Unit(draft.unit_text.clone()),
        };
        let value = match &scale {
            Scale::Base(_) => draft.base().0.unwrap_or(draft.value),
            _ => draft.value,
        };
        let factor = (draft.value != 0.0).then(|| value / draft.value);
        Amount { value, factor, scale }
    }

    fn times(self, factor: Option<f64>) -> Amount {
        Amount { value: self.value * factor.unwrap_or(1.0), ..self }
    }
}

impl AmountTest {
    /// A label that is a unit is the amount's unit where it has none; any other is of the subject.
    fn new(label: &str, scale: &Scale, from: Limit, to: Limit) -> Option<AmountTest> {
        let label = label.trim();
        let unit = unit::named(label).filter(|_| *scale == Scale::Any);
        let (subject, scale, factor) = match unit.map(|it| (it, it.factor)) {
            Some((unit, Some(factor))) if !unit.base.is_empty() => ("", Scale::Base(unit.base.to_owned()), factor),
            Some((unit, _)) => ("", Scale::Unit(unit.word.to_owned()), 1.0),
            None => (label, scale.clone(), 1.0),
        };
        Some(AmountTest { subject: subject.to_owned(), scale, from: from.times(factor), to: to.times(factor) })
    }

    /// True when `figure`, a mention in `text`, is such a figure. A range is one where any part of it is.
    pub fn holds(&self, figure: &FigureMention, text: &str) -> bool {
        let Some((low, high)) = self.values(figure) else { return false };
        let subject = |span: Span| fold_text(span.slice(text)).contains(&self.subject);
        self.from.allows(high, |value, limit| value > limit)
            && self.to.allows(low, |value, limit| value < limit)
            && (self.subject.is_empty() || figure.subject.is_some_and(subject))
    }

    /// The ends of a figure on this test's scale.
    fn values(&self, figure: &FigureMention) -> Option<(f64, f64)> {
        let high = figure.high.unwrap_or(figure.value);
        match &self.scale {
            Scale::Any => Some((figure.value, high)),
            Scale::Unit(unit) => (figure.unit == *unit).then_some((figure.value, high)),
            Scale::Base(unit) => {
                let low = figure.base_value.filter(|_| figure.base_unit == *unit)?;
                let factor = if figure.value == 0.0 { 1.0 } else { low / figure.value };
                Some((low, high * factor))
            }
        }
    }
}

impl Limit {
    fn times(self, factor: f64) -> Limit {
        match self {
            Limit::Open => Limit::Open,
            Limit::Including(it) => Limit::Including(it * factor),
            Limit::Excluding(it) => Limit::Excluding(it * factor),
        }
    }

    /// True when `value` is beyond the limit by `beyond`, or as good as at it where that counts: the last digits of
    /// 0.3 × 10000 are not those of 3000.
    pub fn allows(self, value: f64, beyond: impl Fn(f64, f64) -> bool) -> bool {
        let near = |limit: f64| (value - limit).abs() <= 1e-9 * limit.abs();
        match self {
            Limit::Open => true,
            Limit::Including(limit) => beyond(value, limit) || near(limit),
            Limit::Excluding(limit) => beyond(value, limit) && !near(limit),
        }
    }
}

impl fmt::Display for AmountTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match &self.scale {
            Scale::Any => "",
            Scale::Base(unit) | Scale::Unit(unit) => unit,
        };
        if !self.subject.is_empty() {
            write!(f, "“{}”", self.subject)?;
        }
        match self.from {
            Limit::Open => {}
            Limit::Including(it) => write!(f, "≥{it}{unit}")?,
            Limit::Excluding(it) => write!(f, ">{it}{unit}")?,
        }
        match self.to {
            Limit::Open => Ok(()),
            Limit::Including(it) => write!(f, "≤{it}{unit}"),
            Limit::Excluding(it) => write!(f, "<{it}{unit}"),
        }
    }
}

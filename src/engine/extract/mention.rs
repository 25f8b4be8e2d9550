//! The mentions: spans of the text that was read, with their normalised values beside them.

use serde::{Deserialize, Serialize};

use super::confidence::Confidence;
use super::edtf::Edtf;
use super::unit::Quantity;
use crate::engine::diagnostic::Diagnostic;
use crate::engine::text::Span;

/// Everything mentioned in one text. Each list is ordered by span; spans of one list never overlap.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Mentions {
    /// 地名.
    pub places: Vec<PlaceMention>,
    /// 日期.
    pub dates: Vec<DateMention>,
    /// 数字.
    pub figures: Vec<FigureMention>,
    /// 品牌/机制.
    pub programmes: Vec<ProgrammeMention>,
    /// What extraction noticed; spans of the text that was read.
    pub diagnostics: Vec<Diagnostic>,
}

impl Mentions {
    /// The rule of every mention.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        let places = self.places.iter().map(|it| it.rule.as_str());
        let dates = self.dates.iter().map(|it| it.rule.as_str());
        let figures = self.figures.iter().map(|it| it.rule.as_str());
        places.chain(dates).chain(figures).chain(self.programmes.iter().map(|it| it.rule.as_str()))
    }
}

/// A mention of an administrative division.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceMention {
    /// The name as printed.
    pub span: Span,
    /// Path of the referent, official names from the province down, joined by `/`.
    pub canonical: String,
    /// The referent's level.
    pub level: Level,
    /// The rule that found it.
    pub rule: String,
    /// How far its value can be relied on.
    pub confidence: Confidence,
}

/// Levels of administrative divisions, from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// 省, 自治区, 直辖市.
    Province,
    /// 市, 盟, 自治州, 地区.
    Prefecture,
    /// 旗, 县, 区, 县级市.
    County,
    /// 苏木, 乡, 镇, 街道.
    Township,
    /// 嘎查, 村, 社区.
    Village,
}

impl Level {
    /// Every level, from above.
    pub const ALL: [Level; 5] = [Level::Province, Level::Prefecture, Level::County, Level::Township, Level::Village];

    /// The name that `inspect --json` prints.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Province => "province",
            Level::Prefecture => "prefecture",
            Level::County => "county",
            Level::Township => "township",
            Level::Village => "village",
        }
    }
}

/// A mention of a day or a period that can be pinned to the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// The words as printed, with the part of day, without a clock time.
    pub span: Span,
    /// The day or period; `None` for a vague one (近日) and for a relative one without a reference date.
    pub edtf: Option<Edtf>,
    /// The rule that found it.
    pub rule: String,
    /// How far its value can be relied on.
    pub confidence: Confidence,
}

/// A quantity that the text states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureMention {
    /// From the first numeral to the end of the unit, an inner 多/余/来 included.
    pub span: Span,
    /// The number with 万/亿 multiplied out.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// The unit as written, without 万/亿; "" for none.
    pub unit: String,
    /// What kind of thing it measures.
    pub quantity: Quantity,
    /// How exact it claims to be.
    pub approx: Option<Approx>,
    /// The phrase of the text that says what is counted or measured; `None` where none is near.
    pub subject: Option<Span>,
    /// `value` in the base unit of its quantity; `None` where the unit has no factor.
    pub base_value: Option<f64>,
    /// The base unit (元, m², kg …); "" for none.
    pub base_unit: String,
    /// The rule that found it.
    pub rule: String,
    /// How far its value can be relied on.
    pub confidence: Confidence,
}

/// How exact a figure claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Approx {
    /// 约, 左右.
    About,
    /// 多, 余, 超, 突破.
    Over,
    /// 近, 不足, 以内.
    Under,
    /// 以上, 不少于.
    AtLeast,
    /// 以下, 至多.
    AtMost,
}

impl Approx {
    /// Every approx.
    pub const ALL: [Approx; 5] = [Approx::About, Approx::Over, Approx::Under, Approx::AtLeast, Approx::AtMost];

    /// The name that `inspect --json` prints.
    pub fn as_str(self) -> &'static str {
        match self {
            Approx::About => "about",
            Approx::Over => "over",
            Approx::Under => "under",
            Approx::AtLeast => "at_least",
            Approx::AtMost => "at_most",
        }
    }
}

/// A named scheme, brand, platform or model that the article reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeMention {
    /// The name as printed, quotation marks left out at the ends.
    pub span: Span,
    /// The name without quotation marks anywhere; mentions of one programme share it.
    pub name: String,
    /// The rule that found it.
    pub rule: String,
    /// How far its value can be relied on.
    pub confidence: Confidence,
}

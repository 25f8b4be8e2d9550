//! Units and the kinds of quantity they measure; reads `data/units.tsv`.

mod table;

use serde::{Deserialize, Serialize};

pub use table::{Kind, Unit, behind_slash, find, longest, named};

/// What kind of thing a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Quantity {
    /// 名, 人, 位.
    Person,
    /// 户.
    Household,
    /// Bodies with members or staff: 家企业, 个党组织.
    Organization,
    /// 元.
    Money,
    /// 亩, 平方米.
    Area,
    /// 斤, 吨.
    Mass,
    /// 公里, 米.
    Length,
    /// 立方米, 升.
    Volume,
    /// %.
    Percent,
    /// 二分之一, 倍.
    Ratio,
    /// 年, 小时.
    Duration,
    /// 岁.
    Age,
    /// 次, 趟.
    Frequency,
    /// 分, 积分.
    Score,
    /// All other things that are counted.
    Count,
    /// Anything else that is measured.
    Other,
}

impl Quantity {
    /// Every quantity, in the order in which screens list them.
    pub const ALL: [Quantity; 16] = [
        Quantity::Person,
        Quantity::Household,
        Quantity::Organization,
        Quantity::Money,
        Quantity::Area,
        Quantity::Mass,
        Quantity::Length,
        Quantity::Volume,
        Quantity::Percent,
        Quantity::Ratio,
        Quantity::Duration,
        Quantity::Age,
        Quantity::Frequency,
        Quantity::Score,
        Quantity::Count,
        Quantity::Other,
    ];

    /// The name that tables, `inspect --json` and the URL use.
    pub fn as_str(self) -> &'static str {
        match self {
            Quantity::Person => "person",
            Quantity::Household => "household",
            Quantity::Organization => "organization",
            Quantity::Money => "money",
            Quantity::Area => "area",
            Quantity::Mass => "mass",
            Quantity::Length => "length",
            Quantity::Volume => "volume",
            Quantity::Percent => "percent",
            Quantity::Ratio => "ratio",
            Quantity::Duration => "duration",
            Quantity::Age => "age",
            Quantity::Frequency => "frequency",
            Quantity::Score => "score",
            Quantity::Count => "count",
            Quantity::Other => "other",
        }
    }

    /// True for what has no quantity of its own (degrees, points, grades).
    pub fn is_other(self) -> bool {
        self == Quantity::Other
    }

    /// The quantity of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Quantity::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

//! The words of charts in one language. The engine has none of its own: whoever asks for a chart sends the translations
//! of [`keys`], so that a finished picture can be laid out where the data are.

use super::duration;
use crate::engine::extract::unit::Quantity;
use crate::engine::extract::{Approx, Level};
use crate::engine::page::Kind;
use crate::engine::query::Facet;
use crate::engine::text::readable::{self, fill};

/// Base units and the keys of their names.
pub const UNITS: [(&str, &str); 17] = [
    ("%", "unit.percent"),
    ("kg", "unit.kilogram"),
    ("m", "unit.metre"),
    ("m²", "unit.square-metre"),
    ("m³", "unit.cubic-metre"),
    ("人", "unit.person"),
    ("倍", "unit.times"),
    ("元", "unit.yuan"),
    ("分", "unit.point"),
    ("天", "unit.day"),
    ("岁", "unit.year-of-age"),
    ("户", "unit.household"),
    ("小时", "unit.hour"),
    ("年", "unit.year"),
    ("次", "unit.time"),
    ("分钟", "unit.minute"),
    ("s", "unit.second"),
];

/// Texts that stand for themselves.
const TEXTS: [&str; 51] = [
    "chart.legend.approximate",
    "chart.legend.faint",
    "chart.legend.range",
    "chart.mark.unnamed",
    "chart.mark.with-detail",
    "chart.note.all-articles",
    "chart.note.between",
    "chart.note.bins",
    "chart.note.cut",
    "chart.note.log",
    "chart.note.no-date",
    "chart.note.no-pair",
    "chart.note.no-place",
    "chart.note.not-drawn",
    "chart.note.not-within",
    "chart.note.other-date",
    "chart.note.other-unit",
    "chart.note.pages",
    "chart.note.per-dot",
    "chart.note.query",
    "chart.note.source",
    "chart.note.total",
    "chart.note.unit",
    "chart.range",
    "chart.title.articles-by-month",
    "chart.title.articles-by-place",
    "chart.title.articles-by-year",
    "chart.title.figures-by-month",
    "chart.title.figures-by-place",
    "chart.title.figures-by-year",
    "chart.title.figures-histogram",
    "chart.title.figures-ranked",
    "chart.title.figures-strip",
    "chart.title.mentions-by-month",
    "chart.title.mentions-by-year",
    "chart.title.multiples",
    "chart.title.no-figures",
    "chart.title.of-level",
    "chart.title.places-by-section",
    "chart.title.places-by-time",
    "chart.title.programmes-by-place",
    "chart.title.within",
    "chart.value.none",
    "format.date.month",
    "format.date.year",
    "format.measure",
    "format.scale.e4",
    "format.scale.e6",
    "format.scale.e8",
    "format.scale.e9",
    "format.scales",
];

/// Texts with a number of things, each with an entry `.one` and one `.other`.
const COUNTS: [&str; 3] = ["chart.n-articles", "chart.n-figures", "chart.n-mentions"];

/// The keys whose translations a chart needs, in the order in which [`Words::new`] takes them.
pub fn keys() -> Vec<String> {
    let mut res: Vec<String> = TEXTS.iter().map(|it| (*it).to_owned()).collect();
    let mut add = |area: &str, name: &str| res.push([area, ".", name].concat());
    for key in COUNTS.into_iter().chain(UNITS.iter().map(|it| it.1)) {
        ["one", "other"].iter().for_each(|it| add(key, it));
    }
    for month in 1..=12 {
        ["month", "short-month"].iter().for_each(|it| add("format", &format!("{it}.{month}")));
    }
    Quantity::ALL.iter().for_each(|it| add("quantity", it.as_str()));
    Level::ALL.iter().for_each(|it| add("level", it.as_str()));
    Facet::ALL.iter().for_each(|it| add("facet", it.as_str()));
    Kind::ALL.iter().for_each(|it| add("kind", it.as_str()));
    res
}

/// The translations of [`keys`].
#[derive(Debug, Clone, Default)]
pub struct Words {
    keys: Vec<String>,
    texts: Vec<String>,
    /// Powers of ten that numbers are said in, largest first.
    powers: Vec<i32>,
}

impl Words {
    /// Of translations in the order of [`keys`].
    pub fn new(texts: &[String]) -> Self {
        let mut res = Words { keys: keys(), texts: texts.to_vec(), powers: vec![] };
        res.powers = res.text("format.scales").split(' ').filter_map(|it| it.parse().ok()).collect();
        res
    }

    /// The translation of `key`; the key itself where it was not sent.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        let place = self.keys.iter().position(|it| it == key);
        place.and_then(|it| self.texts.get(it)).map_or(key, String::as_str)
    }

    /// The same with its placeholders filled.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// The translation for `n` things.
    pub fn counted(&self, key: &str, n: usize) -> String {
        let form = if n == 1 { ".one" } else { ".other" };
        self.with(&[key, form].concat(), &[("n", &readable::grouped(n as f64))])
    }

    /// A number in words of its size: 3.1万, 5.72亿; 3.1 million.
    pub fn number(&self, value: f64) -> String {
        let scales: Vec<f64> = self.powers.iter().map(|it| 10f64.powi(*it)).collect();
        match readable::scaled(value, &scales) {
            (Some(idx), digits) => {
                let key = format!("format.scale.e{}", self.powers.get(idx).copied().unwrap_or(0));
                self.with(&key, &[("n", &digits)])
            }
            (None, digits) => digits,
        }
    }

    /// A value with its unit, `high` the upper end of a range: ≈5.72亿元, 300–500户, ≥95%; seconds in a readable unit.
    pub fn measure(&self, value: f64, high: Option<f64>, unit: &str, approx: Option<Approx>) -> String {
        let (unit, factor) = if unit == duration::SECOND { duration::readable(value) } else { (unit, 1.0) };
        let mut number = approx.map_or(String::new(), |it| sign(it).to_owned());
        number.push_str(&self.number(value / factor));
        if let Some(high) = high {
            number.push('–');
            number.push_str(&self.number(high / factor));
        }
        match unit {
            "" => number,
            "%" => number + "%",
            _ => {
                let is_one = value / factor == 1.0 && high.is_none();
                self.with("format.measure", &[("n", &number), ("unit", &self.unit(unit, is_one))])
            }
        }
    }

    /// A unit: base units have names, any other stands as printed.
    pub fn unit(&self, unit: &str, is_one: bool) -> String {
        match UNITS.iter().find(|(it, _)| *it == unit) {
            Some((_, key)) => self.text(&[*key, if is_one { ".one" } else { ".other" }].concat()).to_owned(),
            None => unit.to_owned(),
        }
    }

    /// A month or year (EDTF) of a time axis: its own name, and what it is part of, "" for nothing (6月, 2022年).
    pub fn period(&self, edtf: &str) -> (String, String) {
        match year_and_month(edtf) {
            (year, Some(month)) => (self.text(&format!("format.short-month.{month}")).to_owned(), self.year(year)),
            (year, None) => (self.year(year), String::new()),
        }
    }

    /// The same in full: 2022年6月.
    pub fn date(&self, edtf: &str) -> String {
        match year_and_month(edtf) {
            (year, Some(month)) => {
                let month = format!("format.month.{month}");
                let year = year.trim_start_matches('0');
                self.with("format.date.month", &[("year", year), ("month", self.text(&month))])
            }
            (year, None) => self.year(year),
        }
    }

    fn year(&self, year: &str) -> String {
        self.with("format.date.year", &[("year", year.trim_start_matches('0'))])
    }
}

/// The year, and the month where `edtf` has one. The minus of a year before the common era belongs to it.
fn year_and_month(edtf: &str) -> (&str, Option<u8>) {
    match edtf.rsplit_once('-') {
        Some((year, month)) if !year.is_empty() => (year, month.parse().ok()),
        _ => (edtf, None),
    }
}

/// A figure as printed, with a sign where its own words do not say how exact it is (the 约 stands outside of it).
pub fn printed(printed: &str, approx: Option<Approx>) -> String {
    match approx {
        Some(approx) if !printed.contains(['多', '余', '来', '几']) => format!("{}{printed}", sign(approx)),
        _ => printed.to_owned(),
    }
}

/// The sign of an approx.
pub fn sign(approx: Approx) -> &'static str {
    match approx {
        Approx::About => "≈",
        Approx::Over => ">",
        Approx::Under => "<",
        Approx::AtLeast => "≥",
        Approx::AtMost => "≤",
    }
}

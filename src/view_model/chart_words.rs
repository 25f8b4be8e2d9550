//! The words and numbers of a chart in one language: at its marks, on its axes, and what stands with it.

use super::labels::{Label, unit_text};
use super::{Locale, dates, format, words};
use crate::engine::chart::{ChartKind, ChartLabels, ChartSpec, Datum, Mark, Opens};
use crate::engine::extract::edtf::Edtf;

/// Words a chart spec in a language.
#[derive(Debug, Clone, Copy)]
pub struct ChartWords<'a> {
    spec: &'a ChartSpec,
    locale: Locale,
}

impl<'a> ChartWords<'a> {
    /// Words `spec` in the language of `locale`.
    pub fn new(spec: &'a ChartSpec, locale: Locale) -> Self {
        ChartWords { spec, locale }
    }

    /// The chart's title.
    pub fn title(&self) -> String {
        let quantity = self.spec.quantity.map(|it| it.label(self.locale)).unwrap_or_default();
        let level = self.spec.level.map(|it| it.label(self.locale)).unwrap_or_default();
        let is_by_year = self.spec.data.first().is_some_and(|it| !it.label.contains('-'));
        let key = match self.spec.kind {
            ChartKind::FiguresByPlace | ChartKind::FiguresRanked if quantity.is_empty() => "chart.title.no-figures",
            ChartKind::FiguresByPlace => "chart.title.figures-by-place",
            ChartKind::FiguresRanked => "chart.title.figures-ranked",
            ChartKind::ArticlesOverTime if is_by_year => "chart.title.articles-by-year",
            ChartKind::ArticlesOverTime => "chart.title.articles-by-month",
            ChartKind::ArticlesByPlace => "chart.title.articles-by-place",
        };
        words::text_with(self.locale, key, &[("quantity", &quantity), ("level", &level)])
    }

    /// Unit, how many stand behind the chart, what it leaves out and how to read it; a remark each.
    pub fn notes(&self) -> Vec<String> {
        let spec = self.spec;
        let counts_figures = spec.kind.needs_quantity();
        let mut res = vec![];
        if counts_figures && !spec.unit.is_empty() {
            res.push(words::text_with(
                self.locale,
                "chart.note.unit",
                &[("unit", &unit_text(self.locale, &spec.unit))],
            ));
        }
        let total = if counts_figures { "chart.note.figures" } else { "chart.note.articles" };
        res.push(words::counted(self.locale, total, spec.n_total));
        let missing = match spec.kind {
            ChartKind::FiguresByPlace => "chart.note.no-place",
            ChartKind::FiguresRanked => "chart.note.not-drawn",
            ChartKind::ArticlesOverTime => "chart.note.no-date",
            ChartKind::ArticlesByPlace => "chart.note.articles-no-place",
        };
        for (key, n) in
            [("chart.note.other-unit", spec.n_other_unit), (missing, spec.n_missing), ("chart.note.cut", spec.n_cut)]
        {
            if n > 0 {
                res.push(words::counted(self.locale, key, n));
            }
        }
        if spec.data.iter().any(|it| it.approx.is_some()) {
            res.push(words::text(self.locale, "chart.note.approximate"));
        }
        if spec.data.iter().any(|it| it.high.is_some()) {
            res.push(words::text(self.locale, "chart.note.range"));
        }
        res
    }

    /// What a mark is, in full: a place with its subject, a subject with its place, a month with its year.
    pub fn name(&self, datum: &Datum) -> String {
        match (&datum.opens, Edtf::parse(&datum.label)) {
            (Opens::Date(_), Some(edtf)) => dates::edtf_text(self.locale, &edtf),
            _ => self.label(datum),
        }
    }

    /// The value in the chart's unit, where it says more than the printed one.
    pub fn normalised(&self, datum: &Datum) -> String {
        format::measure(self.locale, datum.value, datum.high, &self.spec.unit, datum.approx)
    }
}

impl ChartLabels for ChartWords<'_> {
    fn label(&self, datum: &Datum) -> String {
        let second = match self.spec.kind {
            ChartKind::FiguresByPlace => &datum.detail,
            ChartKind::FiguresRanked => &datum.place,
            ChartKind::ArticlesOverTime | ChartKind::ArticlesByPlace => "",
        };
        match (datum.label.as_str(), second) {
            ("", "") if !datum.detail.is_empty() => datum.detail.clone(),
            ("", "") => words::text(self.locale, "chart.mark.unnamed"),
            (one, "") | ("", one) => one.to_owned(),
            (label, detail) if label == detail => label.to_owned(),
            (label, detail) => {
                words::text_with(self.locale, "chart.mark.with-detail", &[("label", label), ("detail", detail)])
            }
        }
    }

    fn value(&self, datum: &Datum) -> String {
        match datum.printed.as_str() {
            "" => format::number(self.locale, datum.value),
            printed => format::printed(printed, datum.approx),
        }
    }

    fn tick(&self, value: f64) -> String {
        let unit = if value == 0.0 { "" } else { self.spec.unit.as_str() };
        format::measure(self.locale, value, None, unit, None)
    }

    fn mark(&self, datum: &Datum) -> Mark {
        let is_figure = matches!(datum.opens, Opens::Figure { .. });
        let value = match is_figure {
            true => self.value(datum),
            false => words::counted(self.locale, "chart.n-articles", datum.value as usize),
        };
        let converted = Some(self.normalised(datum)).filter(|it| is_figure && *it != value);
        let place = Some(datum.place.clone()).filter(|it| !it.is_empty() && *it != datum.label);
        let is_time = matches!(datum.opens, Opens::Date(_));
        Mark {
            label: self.name(datum),
            value,
            details: converted.into_iter().chain(place).collect(),
            sentence: datum.sentence.clone(),
            period: if is_time { datum.label.clone() } else { String::new() },
            at: (0, 0),
            opens: Some(datum.opens.clone()),
        }
    }

    fn period(&self, edtf: &str) -> (String, String) {
        let year = |text: &str| Edtf::parse(text).map(|it| dates::edtf_text(self.locale, &it)).unwrap_or_default();
        match edtf.split_once('-') {
            Some((whole, _)) => (dates::short_month_text(self.locale, edtf), year(whole)),
            None => (year(edtf), String::new()),
        }
    }
}

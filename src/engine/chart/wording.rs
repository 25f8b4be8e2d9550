//! A chart spec in words: title, what stands behind it and what it leaves out, bands, and everything told of a mark.

use super::kinds::place_path;
use super::scene::Mark;
use super::spec::{Axis, AxisKind, ChartKind, ChartSpec, Datum};
use super::words::{Words, printed};
use crate::engine::query::Facet;

/// What is drawn beside the data: the selection and the source, in words.
#[derive(Debug, Clone, Default)]
pub struct About<'a> {
    /// What the selection asks; "" for nothing.
    pub query: &'a str,
    /// The newspapers that the articles are of; "" for unknown.
    pub source: &'a str,
    /// How many pages there are.
    pub n_pages: usize,
}

/// Words a spec.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// What is worded.
    pub spec: &'a ChartSpec,
    /// In which words.
    pub words: &'a Words,
}

impl Wording<'_> {
    /// The chart's title.
    pub fn title(&self) -> String {
        let (spec, words) = (self.spec, self.words);
        let is_by_year = spec.columns.names.first().is_some_and(|it| !it.contains('-'));
        let by_time = |month, year| if is_by_year { year } else { month };
        let key = match spec.kind {
            kind if kind.needs_quantity() && spec.quantity.is_none() => "chart.title.no-figures",
            ChartKind::FiguresByPlace => "chart.title.figures-by-place",
            ChartKind::FiguresRanked => "chart.title.figures-ranked",
            ChartKind::FiguresStrip => "chart.title.figures-strip",
            ChartKind::FiguresHistogram => "chart.title.figures-histogram",
            ChartKind::FiguresOverTime => by_time("chart.title.figures-by-month", "chart.title.figures-by-year"),
            ChartKind::ArticlesOverTime => by_time("chart.title.articles-by-month", "chart.title.articles-by-year"),
            ChartKind::MentionsOverTime => by_time("chart.title.mentions-by-month", "chart.title.mentions-by-year"),
            ChartKind::ArticlesByPlace => "chart.title.articles-by-place",
            ChartKind::PlacesBySection => "chart.title.places-by-section",
            ChartKind::PlacesByTime => "chart.title.places-by-time",
            ChartKind::ProgrammesByPlace => "chart.title.programmes-by-place",
            ChartKind::Multiples => "chart.title.multiples",
        };
        let quantity = spec.quantity.map_or(String::new(), |it| format!("quantity.{}", it.as_str()));
        let facet = match spec.rows.kind {
            AxisKind::Facet(facet) => format!("facet.{}", facet.as_str()),
            _ => format!("facet.{}", Facet::Place.as_str()),
        };
        let title = words.with(key, &[("quantity", words.text(&quantity)), ("facet", words.text(&facet))]);
        match (&spec.within, spec.level) {
            (Some(path), _) => {
                words.with("chart.title.within", &[("title", &title), ("place", place_path::name(path))])
            }
            (None, Some(level)) => {
                let level = format!("level.{}", level.as_str());
                words.with("chart.title.of-level", &[("title", &title), ("level", words.text(&level))])
            }
            (None, None) => title,
        }
    }

    /// Unit, how many stand behind the chart, what it leaves out and how to read it; a remark each.
    pub fn notes(&self) -> Vec<String> {
        let (spec, words) = (self.spec, self.words);
        let place = spec.within.as_deref().map_or("", place_path::name);
        let of = |key: &str, n: usize| {
            let what = words.counted(self.total_key(), n);
            words.with(key, &[("what", &what), ("place", place), ("n", &n.to_string())])
        };
        let mut res = vec![];
        if !spec.unit.is_empty() {
            res.push(words.with("chart.note.unit", &[("unit", &words.unit(&spec.unit, false))]));
        }
        res.push(of("chart.note.total", spec.n_total));
        let missing = match spec.kind {
            ChartKind::FiguresRanked | ChartKind::FiguresStrip | ChartKind::FiguresHistogram => "chart.note.not-drawn",
            kind if kind.is_over_time() => "chart.note.no-date",
            ChartKind::Multiples | ChartKind::ProgrammesByPlace => "chart.note.no-pair",
            ChartKind::PlacesBySection | ChartKind::PlacesByTime => "chart.note.no-pair",
            _ if spec.within.is_some() => "chart.note.not-within",
            _ => "chart.note.no-place",
        };
        for (key, n) in [
            ("chart.note.other-unit", spec.n_other_unit),
            (missing, spec.n_missing),
            ("chart.note.other-date", spec.n_other_date),
            ("chart.note.cut", spec.n_cut),
        ] {
            if n > 0 {
                res.push(of(key, n));
            }
        }
        for (key, is_there) in [
            ("chart.note.log", spec.is_log == Some(true)),
            ("chart.note.bins", spec.kind == ChartKind::FiguresHistogram),
            ("chart.note.per-dot", spec.per_dot > 1),
        ] {
            if is_there {
                res.push(of(key, spec.per_dot));
            }
        }
        res
    }

    /// The selection and the source.
    pub fn about(&self, about: &About) -> Vec<String> {
        let query = match about.query {
            "" => self.words.text("chart.note.all-articles").to_owned(),
            query => self.words.with("chart.note.query", &[("query", query)]),
        };
        let key = if about.source.is_empty() { "chart.note.pages" } else { "chart.note.source" };
        vec![query, self.words.with(key, &[("source", about.source), ("n", &about.n_pages.to_string())])]
    }

    /// What stands at each band of an axis.
    pub fn labels(&self, axis: &Axis) -> Vec<String> {
        let names = || axis.names.iter();
        match axis.kind {
            AxisKind::None => vec![],
            AxisKind::Place => place_path::distinct_names(&names().map(String::as_str).collect::<Vec<_>>()),
            AxisKind::Period => names().map(|it| self.words.date(it)).collect(),
            AxisKind::Facet(facet) => names().map(|it| self.facet_value(facet, it)).collect(),
            AxisKind::Bin => self.spec.edges.windows(2).map(|it| self.bin(it[0], it[1])).collect(),
        }
    }

    /// A value at a mark: as printed, or how many.
    pub fn value(&self, datum: &Datum) -> String {
        match datum.printed.as_str() {
            "" => self.words.number(datum.value),
            text => printed(text, datum.approx),
        }
    }

    /// A tick of the axis of values.
    pub fn tick(&self, value: f64) -> String {
        let is_count = self.spec.unit.is_empty() || self.spec.kind == ChartKind::FiguresHistogram;
        match is_count || value == 0.0 {
            true => self.words.number(value),
            false => self.words.measure(value, None, &self.spec.unit, None),
        }
    }

    /// What names a figure: its label and its subject or place.
    pub fn figure_label(&self, datum: &Datum, label: &str) -> String {
        let second = if self.spec.kind == ChartKind::FiguresByPlace { &datum.detail } else { &datum.place };
        match (label, second.as_str()) {
            ("", "") if !datum.detail.is_empty() => datum.detail.clone(),
            ("", "") => self.words.text("chart.mark.unnamed").to_owned(),
            (one, "") | ("", one) => one.to_owned(),
            (label, second) if label == second => label.to_owned(),
            (label, second) => self.words.with("chart.mark.with-detail", &[("label", label), ("detail", second)]),
        }
    }

    /// Everything that is told of a mark; `rows` and `columns` are the labels of the axes.
    pub fn mark(&self, datum: &Datum, rows: &[String], columns: &[String]) -> Mark {
        let row = rows.get(datum.row as usize).map_or("", String::as_str);
        let column = columns.get(datum.column as usize).map_or("", String::as_str);
        let is_figure = !datum.printed.is_empty();
        let label = match (is_figure, row, column) {
            (true, ..) => self.figure_label(datum, if row.is_empty() { &datum.label } else { row }),
            (false, one, "") | (false, "", one) => one.to_owned(),
            (false, row, column) => self.words.with("chart.mark.with-detail", &[("label", row), ("detail", column)]),
        };
        let value = match is_figure {
            true => self.value(datum),
            false => self.words.counted(self.total_key(), datum.value as usize),
        };
        let converted = self.words.measure(datum.value, datum.high, &self.spec.unit, datum.approx);
        let time = if is_figure && self.spec.columns.kind == AxisKind::Period { column } else { "" };
        let title = if self.spec.kind == ChartKind::FiguresByPlace { &datum.place } else { &datum.detail };
        let details = if is_figure { vec![converted, title.clone(), time.to_owned()] } else { vec![] };
        let is_new = |it: &String| !it.is_empty() && *it != value && !label.contains(it.as_str());
        let is_timed = self.spec.columns.kind == AxisKind::Period && self.spec.kind.is_over_time();
        let period = self.spec.columns.names.get(datum.column as usize).filter(|_| is_timed);
        Mark {
            details: details.into_iter().filter(is_new).collect(),
            sentence: datum.sentence.clone(),
            period: period.cloned().unwrap_or_default(),
            at: (datum.column, if is_figure && is_timed { 0 } else { datum.row }),
            opens: datum.opens.clone(),
            label,
            value,
        }
    }

    /// The key of what is counted in all.
    fn total_key(&self) -> &'static str {
        match self.spec.kind {
            kind if kind.needs_quantity() => "chart.n-figures",
            ChartKind::MentionsOverTime => "chart.n-mentions",
            _ => "chart.n-articles",
        }
    }

    fn facet_value(&self, facet: Facet, value: &str) -> String {
        let key = match facet {
            _ if value.is_empty() => "chart.value.none".to_owned(),
            Facet::Kind => format!("kind.{value}"),
            Facet::Quantity => format!("quantity.{value}"),
            _ => return value.to_owned(),
        };
        self.words.text(&key).to_owned()
    }

    fn bin(&self, from: f64, to: f64) -> String {
        let to = self.words.measure(to, None, &self.spec.unit, None);
        self.words.with("chart.range", &[("from", &self.words.number(from)), ("to", &to)])
    }
}

//! The visible name of every closed enum: variant → key of the translations → words. No string of its own.
//!
//! Keys are `<area>.<name>`, the name being the one that URLs and tools use, so that a new variant needs one entry in
//! `locales/labels.yml`; tests/locales.rs fails until it is there.

use super::export::column_key;
use super::mention_note::path_text;
use super::place_location::{PlaceForm, PlaceOrder};
use super::saved_views::ViewsFault;
use super::url::{ChartForm, View};
use super::word_options::{WordOption, value_key};
use super::{Locale, dates, words};
use crate::engine::chart::ChartKind;
use crate::engine::chart::words::UNITS;
use crate::engine::diagnostic::{Code, Diagnostic, Severity};
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::unit::Quantity;
use crate::engine::extract::{Approx, Confidence, Level};
use crate::engine::page::Kind;
use crate::engine::query::Facet;
use crate::engine::query::ast::ProblemCode;
use crate::engine::query::completion::CompletionKind;
use crate::engine::query::date_step::DateStep;
use crate::engine::query::highlight::HitKind;
use crate::error::Error;
use crate::protocol::{Column, FigureColumn, MapProblem, PlaceMeasure, Refusal};

/// What has a name on the screen.
pub trait Label {
    /// The key of its name.
    fn key(&self) -> String;

    /// Its name.
    fn label(&self, locale: Locale) -> String {
        words::text(locale, &self.key())
    }
}

macro_rules! labels {
    ($($type:ty => $area:literal;)*) => {
        $(impl Label for $type {
            fn key(&self) -> String {
                format!(concat!($area, ".{}"), self.as_str())
            }
        })*
    };
}

labels! {
    Approx => "approx";
    ChartForm => "chart-form";
    ChartKind => "chart-kind";
    Code => "diagnostic";
    CompletionKind => "completion-kind";
    Confidence => "confidence";
    DateStep => "date-step";
    Error => "error";
    Facet => "facet";
    FigureColumn => "column";
    HitKind => "hit-kind";
    Kind => "kind";
    Level => "level";
    MapProblem => "map-problem";
    PlaceForm => "place-form";
    PlaceMeasure => "place-measure";
    PlaceOrder => "place-order";
    ProblemCode => "query-problem";
    Quantity => "quantity";
    Refusal => "refusal";
    Severity => "severity";
    View => "view";
    ViewsFault => "views-fault";
}

/// Every key that an enum needs.
pub fn keys() -> Vec<String> {
    fn of<T: Label>(all: impl IntoIterator<Item = T>) -> Vec<String> {
        all.into_iter().map(|it| it.key()).collect()
    }
    let errors =
        ["codec", "protocol-version", "fetch", "asset", "side-module", "worker-start", "no-article", "lexicon-pending"];
    [
        of(Approx::ALL),
        of(ChartForm::ALL),
        of(ChartKind::ALL),
        of(Code::ALL.iter().copied()),
        Code::ALL.iter().map(|it| hint_key(*it)).collect(),
        of(CompletionKind::ALL),
        of(Confidence::ALL),
        errors.map(|it| format!("error.{it}")).to_vec(),
        of(DateStep::ALL),
        of(Facet::ALL),
        of(HitKind::ALL),
        of(FigureColumn::ALL.into_iter().filter(|it| *it != FigureColumn::Place)),
        of(Kind::ALL),
        of(MapProblem::ALL),
        of(PlaceForm::ALL),
        of(PlaceMeasure::ALL),
        of(PlaceOrder::ALL),
        of(Level::ALL),
        of(ProblemCode::ALL),
        of(Quantity::ALL),
        of(Refusal::ALL),
        of(Severity::ALL),
        of(View::ALL),
        of(ViewsFault::ALL),
        Column::ALL.into_iter().map(column_key).collect(),
        Column::ALL.into_iter().filter_map(measure_key).collect(),
        WordOption::ALL.into_iter().map(|it| format!("word-option.{}", it.as_str())).collect(),
        WordOption::ALL.into_iter().flat_map(WordOption::values).filter_map(|it| value_key(it)).collect(),
        UNITS.iter().flat_map(|(_, key)| ["one", "other"].map(|it| format!("{key}.{it}"))).collect(),
    ]
    .concat()
}

/// What went wrong, with what it concerns.
pub fn error_text(locale: Locale, error: &Error) -> String {
    let (mut path, mut status) = ("", String::new());
    match error {
        Error::Fetch { path: it, status: code } => (path, status) = (it, code.to_string()),
        Error::Asset { path: it } | Error::SideModule { path: it } | Error::NoArticle { id: it } => path = it,
        Error::ProtocolVersion { .. } | Error::Codec | Error::WorkerStart | Error::LexiconPending => {}
    }
    words::text_with(locale, &error.key(), &[("name", path), ("status", &status)])
}

/// What was noticed about a page.
pub fn diagnostic_text(locale: Locale, diagnostic: &Diagnostic) -> String {
    let detail = match diagnostic.code {
        Code::PublishedInferred => Edtf::parse(&diagnostic.detail).map(|it| dates::edtf_text(locale, &it)),
        Code::PlaceAmbiguous => Some(path_text(&diagnostic.detail)),
        _ => None,
    };
    let detail = detail.as_ref().unwrap_or(&diagnostic.detail);
    words::text_with(locale, &diagnostic.code.key(), &[("detail", detail)])
}

/// What to do about it.
pub fn diagnostic_hint(locale: Locale, code: Code) -> String {
    words::text(locale, &hint_key(code))
}

/// A unit for people: base units have names in both languages, any other stands as printed.
pub fn unit_text(locale: Locale, unit: &str) -> String {
    unit_name(locale, unit, "other")
}

/// The unit of exactly one.
pub fn unit_text_of_one(locale: Locale, unit: &str) -> String {
    unit_name(locale, unit, "one")
}

fn unit_name(locale: Locale, unit: &str, form: &str) -> String {
    match UNITS.iter().find(|(it, _)| *it == unit) {
        Some((_, key)) => words::text(locale, &format!("{key}.{form}")),
        None => unit.to_owned(),
    }
}

/// The key of what a column's measure says; `None` for a column whose head says it all.
pub fn measure_key(column: Column) -> Option<String> {
    use Column::{Deviation, LogDice, LogLikelihood, LogRatio, MutualInformation, PValue, Rate, Weight};
    let is_measure =
        matches!(column, Deviation | LogDice | LogLikelihood | LogRatio | MutualInformation | PValue | Rate | Weight);
    is_measure.then(|| format!("measure.{}", column.as_str()))
}

fn hint_key(code: Code) -> String {
    format!("diagnostic.{}.hint", code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_language() {
        assert_eq!(Quantity::Money.label(Locale::Chinese), "金额");
        assert_eq!(View::Figures.label(Locale::English), "Figures");
        assert_eq!(unit_text(Locale::English, "元"), "yuan");
        assert_eq!(unit_text(Locale::English, "盏"), "盏");
    }

    #[test]
    fn errors_name_what_they_concern() {
        let error = Error::Fetch { path: "corpus/甲.txt".into(), status: 404 };
        assert!(error_text(Locale::Chinese, &error).contains("corpus/甲.txt"));
        assert!(error_text(Locale::English, &error).contains("404"));
    }
}

//! Which charts a selection can honestly show, and why not the others.

use super::ComparableSet;
use crate::engine::chart::spec::ChartKind;
use crate::engine::index::IndexedArticle;

/// A kind of chart, and why the selection cannot show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub kind: ChartKind,
    /// Key of the reason; `None` where it can be shown.
    pub reason: Option<&'static str>,
}

/// Every kind, in the picker's order. `set` are the figures that charts of figures would show.
pub fn offers(articles: &[&IndexedArticle], set: &ComparableSet) -> Vec<Offer> {
    let has = |of: fn(&IndexedArticle) -> bool| articles.iter().any(|it| of(it));
    let has_place = has(|it| !it.document.mentions.places.is_empty());
    let has_date = has(|it| it.published.edtf.as_ref().is_some_and(|it| it.bounds().0.is_some()));
    let has_programme = has(|it| !it.document.mentions.programmes.is_empty());
    let has_section = has(|it| !it.document.article.section.is_empty());
    let figure_has_place = set.figures.iter().any(|it| !it.places().is_empty());
    let (min, max) = set.ends();
    let unless = |is_there: bool, reason: &'static str| if is_there { None } else { Some(reason) };
    let figures = unless(!set.figures.is_empty(), "chart.none.figures");
    let places = unless(has_place, "chart.none.places");
    let dates = unless(has_date, "chart.none.dates");
    let reason = |kind: ChartKind| match kind {
        ChartKind::FiguresRanked => figures,
        ChartKind::FiguresByPlace => figures.or(unless(figure_has_place, "chart.none.figures-by-place")),
        ChartKind::FiguresStrip | ChartKind::FiguresHistogram => figures.or(unless(min < max, "chart.none.one-value")),
        ChartKind::FiguresOverTime => figures.or(dates),
        ChartKind::ArticlesOverTime | ChartKind::Multiples => dates,
        ChartKind::MentionsOverTime | ChartKind::PlacesByTime => places.or(dates),
        ChartKind::ArticlesByPlace => places,
        ChartKind::PlacesBySection => places.or(unless(has_section, "chart.none.sections")),
        ChartKind::ProgrammesByPlace => unless(has_programme, "chart.none.programmes").or(places),
    };
    ChartKind::ALL.into_iter().map(|kind| Offer { kind, reason: reason(kind) }).collect()
}

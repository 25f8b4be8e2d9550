//! One file a chart that is offered: the articles of a selection → a chart spec.
//!
//! A chart never compares what cannot be compared: its figures share one quantity and one unit, and whatever it leaves
//! out (another unit, no place, no date, bars beyond the last) is counted in the spec. Ties are broken by the order of
//! the articles and of their figures, so that a selection always gives the same chart.

mod articles_by_place;
mod articles_over_time;
pub mod comparable;
mod figures_by_place;
mod figures_ranked;
mod place_path;

use super::spec::{ChartKind, ChartSpec};
use crate::engine::extract::unit::Quantity;
use crate::engine::index::IndexedArticle;

/// How many bars a ranked chart has at most; more of them cannot be read, fewer hide the middle.
pub const MAX_BARS: usize = 25;

/// The chart of `articles`, given in the order that breaks ties. `quantity` matters to charts of figures only; `None`
/// takes the one with the most figures of one unit.
pub fn build(kind: ChartKind, quantity: Option<Quantity>, articles: &[&IndexedArticle]) -> ChartSpec {
    match kind {
        ChartKind::FiguresByPlace => figures_by_place::build(quantity, articles),
        ChartKind::FiguresRanked => figures_ranked::build(quantity, articles),
        ChartKind::ArticlesOverTime => articles_over_time::build(articles),
        ChartKind::ArticlesByPlace => articles_by_place::build(articles),
    }
}

/// Keeps the first `MAX_BARS` of `bars`; says how many it dropped.
fn cut<T>(bars: &mut Vec<T>) -> usize {
    let n_cut = bars.len().saturating_sub(MAX_BARS);
    bars.truncate(MAX_BARS);
    n_cut
}

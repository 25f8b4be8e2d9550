//! What a link carries of the table of figures, besides quantity and sort; and how its rows are narrowed by hand.

use crate::engine::extract::Approx;
use crate::engine::text::decimal;
use crate::protocol::{Bins, FigureColumn, FigureView};

/// The name of what is simply stated, among those of [`Approx`].
pub const EXACT: &str = "exact";
/// The value of a part that is switched on.
const YES: &str = "yes";

/// Its parts of the URL.
pub(super) fn parts(view: &FigureView) -> Vec<(&'static str, String)> {
    let group = view.group.map_or("", FigureColumn::as_str);
    let mut res: Vec<(&str, String)> = vec![
        ("in", view.unit.clone()),
        ("approx", approx_name(view.approx).to_owned()),
        ("min", view.low.clone()),
        ("max", view.high.clone()),
        ("group", group.to_owned()),
        ("folded", if view.folded { YES } else { "" }.to_owned()),
    ];
    res.retain(|it| !it.1.is_empty());
    res.extend(view.turned.iter().map(|it| ("turned", it.clone())));
    res
}

/// Takes up a part of the URL; false for one that is none of its own.
pub(super) fn read(view: &mut FigureView, key: &str, value: &str) -> bool {
    match key {
        "in" => value.clone_into(&mut view.unit),
        "approx" => view.approx = approx(value),
        "min" => value.clone_into(&mut view.low),
        "max" => value.clone_into(&mut view.high),
        "group" => view.group = FigureColumn::GROUPS.into_iter().find(|it| it.as_str() == value),
        "folded" => view.folded = value == YES,
        "turned" => view.turned.push(value.to_owned()),
        _ => return false,
    }
    true
}

/// The name of what is chosen; "" for all.
pub fn approx_name(approx: Option<Option<Approx>>) -> &'static str {
    approx.map_or("", |it| it.map_or(EXACT, Approx::as_str))
}

/// What has that name; `None` for all.
pub fn approx(name: &str) -> Option<Option<Approx>> {
    let named = Approx::ALL.into_iter().find(|it| it.as_str() == name);
    if name == EXACT { Some(None) } else { named.map(Some) }
}

/// Opens a group that is closed, or closes it.
pub fn turn(view: &mut FigureView, group: &str) {
    let n_before = view.turned.len();
    view.turned.retain(|it| it != group);
    if view.turned.len() == n_before {
        view.turned.push(group.to_owned());
    }
}

/// Groups by a column, or by none; which groups were open is forgotten.
pub fn group_by(view: &mut FigureView, column: Option<FigureColumn>) {
    view.group = column;
    view.turned.clear();
}

/// Narrows to the values of some bars, from one to another, whichever comes first.
pub fn brush(view: &mut FigureView, bins: &Bins, one: usize, other: usize) {
    let (first, behind) = (bins.borders.get(one.min(other)), bins.borders.get(one.max(other) + 1));
    if let Some((first, behind)) = first.zip(behind) {
        view.low = typed(*first);
        view.high = "<".to_owned() + &typed(*behind);
    }
}

/// True of a bar that has a value between `low` and `high`.
pub fn is_chosen(bins: &Bins, bar: usize, [low, high]: [Option<f64>; 2]) -> bool {
    let ends = bins.borders.get(bar).zip(bins.borders.get(bar + 1));
    let is_inside = |(from, to): (&f64, &f64)| low.is_none_or(|it| *to > it) && high.is_none_or(|it| *from < it);
    (low.is_some() || high.is_some()) && ends.is_some_and(is_inside)
}

/// A number as people type it: 5亿, 3.2万, 800.
fn typed(value: f64) -> String {
    let (scale, word) = match value.abs() {
        it if it >= 1e8 => (1e8, "亿"),
        it if it >= 1e4 => (1e4, "万"),
        _ => (1.0, ""),
    };
    decimal::full(value / scale) + word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_turned_and_turned_back() {
        let mut view = FigureView::default();
        turn(&mut view, "元");
        assert!(!view.is_open("元") && view.is_open("人"));
        view.folded = true;
        assert!(view.is_open("元") && !view.is_open("人"));
        turn(&mut view, "元");
        assert_eq!(view.turned, Vec::<String>::new());
    }

    #[test]
    fn bars_are_brushed_to_what_can_be_typed() {
        let bins = Bins::of(&[300.0, 20_000.0, 700_000.0]);
        let mut view = FigureView::default();
        brush(&mut view, &bins, 6, 0);
        assert_eq!((view.low.as_str(), view.high.as_str()), ("200", "<5万"));
        assert!(is_chosen(&bins, 0, [Some(200.0), Some(50_000.0)]) && !is_chosen(&bins, 7, [None, Some(50_000.0)]));
        assert!(!is_chosen(&bins, 0, [None, None]));
        brush(&mut view, &bins, 99, 99);
        assert_eq!(view.low, "200");
    }
}

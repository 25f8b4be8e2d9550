//! The areas of an owner's map: shaded where their place is known, named where there is room.

use super::place_map::MapWords;
use crate::engine::arrange::Arrange;
use crate::engine::chart::scene::{Anchor, TextRole};
use crate::engine::chart::{Fill, Shape, TextMeasure};
use crate::engine::query::Choice;
use crate::protocol::{DrawnMap, PlaceMark};

type Points = Vec<(f64, f64)>;

/// The shapes of a map, its height, and the middle of each place of `known`, which are marks with their numbers among the
/// map's features.
pub fn areas(
    words: MapWords,
    drawn: &DrawnMap,
    known: &[(usize, &PlaceMark)],
    width: f64,
    measure: &dyn TextMeasure,
) -> (Vec<Shape>, f64, Points) {
    let scale = width / drawn.width.max(1.0);
    let scaled = |lines: &[Points]| -> Vec<Points> {
        lines.iter().map(|it| it.iter().map(|(x, y)| (x * scale, y * scale)).collect()).collect()
    };
    let path = |rings, closed, datum, fill| Shape::Path { rings, closed, datum, fill };
    let (mut shapes, mut texts, mut middles) = (vec![], vec![], vec![]);
    for (idx, feature) in drawn.features.iter().enumerate() {
        let rings = scaled(&feature.rings);
        let found = known.iter().position(|it| it.0 == idx);
        if let Some((datum, (_, mark))) = found.and_then(|it| Some((it as u32, known.get(it)?))) {
            let (middle, room) = middle(&rings);
            let fill = if mark.shade == 0 { Fill::Missing } else { Fill::Shade(mark.shade) };
            shapes.extend((mark.shade == 0).then(|| path(rings.clone(), true, Some(datum), Fill::Faint)));
            shapes.push(path(rings.clone(), true, Some(datum), fill));
            if mark.choice == Choice::Included {
                shapes.push(path(rings, true, Some(datum), Fill::Chosen));
            }
            let role = if mark.shade >= 4 { TextRole::OnShade } else { TextRole::Label };
            let lines = [mark.name.clone(), words.short_value(mark)];
            for (text, row) in lines.into_iter().zip([-0.2, 1.0]).filter(|it| measure.width(&it.0) < room) {
                let y = middle.1 + row * measure.size();
                texts.push(Shape::Text { x: middle.0, y, text, anchor: Anchor::Middle, role });
            }
            middles.push(middle);
        } else if !rings.is_empty() {
            shapes.push(path(rings, true, None, Fill::Faint));
        }
        if !feature.lines.is_empty() {
            shapes.push(path(scaled(&feature.lines), false, None, Fill::Plain));
        }
    }
    shapes.extend(texts);
    (shapes, drawn.height * scale, middles)
}

/// Where the marks stand for the arrow keys: rows of about as many, from the north; in a row from the west, each in a column
/// of its own.
pub fn order_marks(middles: &[(f64, f64)]) -> Vec<(u32, u32)> {
    let mut by_y: Vec<usize> = (0..middles.len()).collect();
    by_y.arrange_by(|a, b| middles[*a].1.total_cmp(&middles[*b].1));
    let mut by_x: Vec<usize> = (0..middles.len()).collect();
    by_x.arrange_by(|a, b| middles[*a].0.total_cmp(&middles[*b].0));
    let n_in_row = (1..).find(|it| it * it >= middles.len()).unwrap_or(1);
    let mut res = vec![(0, 0); middles.len()];
    by_x.iter().enumerate().for_each(|(column, idx)| res[*idx].0 = column as u32);
    by_y.iter().enumerate().for_each(|(place, idx)| res[*idx].1 = (place / n_in_row) as u32);
    res
}

/// The middle of the largest ring, and how wide that is.
fn middle(rings: &[Points]) -> ((f64, f64), f64) {
    let mut best = ((0.0, 0.0), 0.0);
    for ring in rings {
        let mut bounds = [f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY];
        for (x, y) in ring {
            bounds = [bounds[0].min(*x), bounds[1].max(*x), bounds[2].min(*y), bounds[3].max(*y)];
        }
        let [left, right, top, bottom] = bounds;
        if right - left > best.1 {
            best = (((left + right) / 2.0, (top + bottom) / 2.0), right - left);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_has_a_place_of_its_own() {
        let middles = [(5.0, 1.0), (5.0, 1.0), (0.0, 9.0), (9.0, 9.0), (4.0, 5.0)];
        let found = order_marks(&middles);
        assert_eq!(found, [(2, 0), (3, 0), (0, 1), (4, 1), (1, 0)]);
        assert!(order_marks(&[]).is_empty());
    }
}

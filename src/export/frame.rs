//! A scene with what makes it citable around it: the title above, where it has none, and query, source and day below.

use crate::engine::chart::scene::{Anchor, TextRole};
use crate::engine::chart::{Scene, Shape, TextMeasure, text};

/// Height of a line of text as a multiple of its size.
const LINE: f64 = 1.5;
/// Narrowest picture, as a multiple of the size of its texts: the remarks of a small scene need room too.
const MIN_WIDTH: f64 = 28.0;

/// `scene` without what only answers to the pointer, on a ground as wide as its texts are high, `title` above it and
/// `notes` below, both in as many lines as they need.
pub fn framed(scene: &Scene, title: &str, notes: &[String], measure: &dyn TextMeasure) -> Scene {
    let size = measure.size();
    let width = scene.width.max(MIN_WIDTH * size);
    let mut res = Scene { width: width + 2.0 * size, height: size, ..Scene::default() };
    if title_of(scene).is_none() {
        push_lines(&mut res, title, width, TextRole::Title, measure);
        res.height += size / 2.0;
    }
    let top = res.height;
    let kept = scene.shapes.iter().filter(|it| !matches!(it, Shape::Target { .. }));
    res.shapes.extend(kept.map(|it| moved(it, size, top)));
    res.height += scene.height + size / 2.0;
    for note in notes.iter().filter(|it| !stands_in(scene, it)) {
        push_lines(&mut res, note, width, TextRole::Note, measure);
    }
    res.height += size;
    res
}

/// True where a scene says of its own what a note says behind its name.
fn stands_in(scene: &Scene, note: &str) -> bool {
    let said = note.split_once(['：', ':']).map_or(note, |it| it.1).trim();
    scene.shapes.iter().any(|it| matches!(it, Shape::Text { text, .. } if text.contains(said)))
}

/// The title that a scene has of its own.
pub fn title_of(scene: &Scene) -> Option<&str> {
    scene.shapes.iter().find_map(|it| match it {
        Shape::Text { text, role: TextRole::Title, .. } => Some(text.as_str()),
        _ => None,
    })
}

fn push_lines(res: &mut Scene, text: &str, width: f64, role: TextRole, measure: &dyn TextMeasure) {
    for line in text::lines(text.trim(), role, width, measure) {
        let y = res.height + measure.size() * role.size();
        res.shapes.push(Shape::Text { x: measure.size(), y, text: line, anchor: Anchor::Start, role });
        res.height += measure.size() * role.size() * LINE;
    }
}

fn moved(shape: &Shape, dx: f64, dy: f64) -> Shape {
    let mut res = shape.clone();
    match &mut res {
        Shape::Rect { x, y, .. } | Shape::Dot { x, y, .. } | Shape::Text { x, y, .. } | Shape::Target { x, y, .. } => {
            (*x, *y) = (*x + dx, *y + dy);
        }
        Shape::Line { x1, y1, x2, y2 } => (*x1, *y1, *x2, *y2) = (*x1 + dx, *y1 + dy, *x2 + dx, *y2 + dy),
        Shape::Path { rings, .. } => {
            rings.iter_mut().flatten().for_each(|it| *it = (it.0 + dx, it.1 + dy));
        }
    }
    res
}

//! Places on a map as a scene: the tiles of Inner Mongolia, or an owner's own map; words and legend with them.
//!
//! A shade never speaks alone: each tile has its number, a place without a value is hatched, the legend names the borders
//! of the classes, and a chosen place has a frame.

use super::labels::{Label, unit_text};
use super::place_areas::{areas, order_marks};
use super::{Locale, format, words};
use crate::engine::chart::scene::{Anchor, TextRole};
use crate::engine::chart::{Fill, Mark, Opens, Scene, Shape, TextMeasure};
use crate::engine::query::Choice;
use crate::protocol::{DrawnMap, PlaceMark, PlaceMeasure, Places};

/// A tile is at most this wide, at letters of 13 pixels; wider ones hold no more.
const MAX_TILE: f64 = 112.0;
/// Blank between tiles.
const GAP: f64 = 3.0;
/// Letters for large numbers where nothing longer fits.
const SHORT: [(f64, &str); 3] = [(1e9, "B"), (1e6, "M"), (1e3, "k")];
/// Smaller values are too long for a tile.
const SMALL: f64 = 0.01;
/// From one line of a tile to the next, at letters of 13 pixels.
const LINE: f64 = 17.0;
/// Shades from here on are darker than letters.
const FIRST_DARK: u8 = 4;

/// Words the places of a map in a language.
#[derive(Clone, Copy)]
pub struct MapWords<'a> {
    /// What is shown.
    pub places: &'a Places,
    /// What shades it.
    pub measure: PlaceMeasure,
    /// The language.
    pub locale: Locale,
}

impl MapWords<'_> {
    /// What the map shows, and by what it is shaded.
    pub fn title(&self) -> String {
        let place = match self.places.ground.name.as_str() {
            "" => words::text(self.locale, "places.map.own"),
            name => name.to_owned(),
        };
        words::text_with(self.locale, "places.map.title", &[("place", &place), ("measure", &self.measured())])
    }

    /// What shades the map: 提到它的文章, 每地最大的一个面积.
    pub fn measured(&self) -> String {
        let quantity = self.places.quantity.map(|it| it.label(self.locale)).unwrap_or_default();
        let key = match self.measure {
            PlaceMeasure::Articles => "places.measured.articles",
            PlaceMeasure::Mentions => "places.measured.mentions",
            PlaceMeasure::Largest => "places.measured.largest",
        };
        words::text_with(self.locale, key, &[("quantity", &quantity)])
    }

    /// Unit, how many articles stand behind it, and what no tile shows; a remark each. Articles about places outside apart,
    /// which lead on.
    pub fn notes(&self) -> Vec<String> {
        let Places { unit, n_articles, n_whole, n_other_figures, .. } = self.places;
        let mut res = vec![words::counted(self.locale, "places.map.articles", *n_articles)];
        if self.measure == PlaceMeasure::Largest {
            if !unit.is_empty() {
                res.push(words::text_with(self.locale, "chart.note.unit", &[("unit", &unit_text(self.locale, unit))]));
            }
            res.push(words::text(self.locale, "places.map.no-sum"));
            if *n_other_figures > 0 {
                res.push(words::counted(self.locale, "places.map.other-figures", *n_other_figures));
            }
        }
        if *n_whole > 0 {
            let n = format::count(*n_whole);
            let values = [("n", n.as_str()), ("place", &self.places.ground.name)];
            res.push(words::text_with(self.locale, "places.map.whole", &values));
        }
        res
    }

    /// The value of a place as it stands in its tile; "" for none.
    pub fn short_value(&self, mark: &PlaceMark) -> String {
        mark.value(self.measure).map(|it| self.sign(mark) + &self.number(it)).unwrap_or_default()
    }

    /// The same in full.
    pub fn value(&self, mark: &PlaceMark) -> String {
        match (self.measure, &mark.largest) {
            (PlaceMeasure::Articles, _) => words::counted(self.locale, "chart.n-articles", mark.n_articles),
            (PlaceMeasure::Mentions, _) => words::counted(self.locale, "places.n-mentions", mark.n_mentions),
            (PlaceMeasure::Largest, Some(it)) => format::printed(&it.printed, it.approx),
            (PlaceMeasure::Largest, None) => words::text(self.locale, "places.no-figure"),
        }
    }

    /// How exact a place's figure claims to be.
    fn sign(&self, mark: &PlaceMark) -> String {
        let figure = mark.largest.as_ref().filter(|_| self.measure == PlaceMeasure::Largest);
        figure.and_then(|it| it.approx).map_or("", format::sign).to_owned()
    }

    fn number(&self, value: f64) -> String {
        match self.measure {
            PlaceMeasure::Largest => format::number(self.locale, value),
            _ => format::count(value as usize),
        }
    }

    /// Everything that is told of a place.
    fn mark(&self, mark: &PlaceMark, at: (u32, u32)) -> Mark {
        let choice = match mark.choice {
            Choice::Free => "",
            Choice::Included => "places.mark.chosen",
            Choice::Excluded => "places.mark.excluded",
        };
        let label = match choice {
            "" => mark.name.clone(),
            key => words::text_with(self.locale, key, &[("place", &mark.name)]),
        };
        let articles = words::counted(self.locale, "chart.n-articles", mark.n_articles);
        let mentions = words::counted(self.locale, "places.n-mentions", mark.n_mentions);
        let figure = mark.largest.as_ref().map(|it| {
            let measured = MapWords { measure: PlaceMeasure::Largest, ..*self }.measured();
            words::text_with(
                self.locale,
                "places.mark.figure",
                &[("what", &measured), ("value", &format::printed(&it.printed, it.approx))],
            )
        });
        let details = match self.measure {
            PlaceMeasure::Articles => [Some(mentions), figure],
            PlaceMeasure::Mentions => [Some(articles), figure],
            PlaceMeasure::Largest => [Some(articles), Some(mentions)],
        };
        Mark {
            label,
            value: self.value(mark),
            details: details.into_iter().flatten().collect(),
            at,
            opens: Some(Opens::Choose(mark.path.clone())),
            ..Mark::default()
        }
    }

    /// What a class of shades holds, 0 being none: 无, 2–4, 1万起.
    fn class(&self, class: usize) -> String {
        let borders = &self.places.borders;
        let number = |it: &f64| self.number(*it);
        let from = class.checked_sub(2).and_then(|it| borders.get(it));
        let to = class.checked_sub(1).and_then(|it| borders.get(it));
        let values = |key: &str, n: &str| words::text_with(self.locale, key, &[("n", n)]);
        let is_count = self.measure != PlaceMeasure::Largest;
        match (class, from, to) {
            (0, ..) => words::text(self.locale, "places.legend.none"),
            (_, None, None) => words::text(self.locale, "places.legend.some"),
            (_, None, Some(to)) if is_count && *to == 2.0 => "1".to_owned(),
            (_, None, Some(to)) if is_count => format!("1–{}", number(&(to - 1.0))),
            (_, None, Some(to)) => values("places.legend.below", &number(to)),
            (_, Some(from), None) => values("places.legend.from", &number(from)),
            (_, Some(from), Some(to)) if is_count && to - from == 1.0 => number(from),
            (_, Some(from), Some(to)) if is_count => format!("{}–{}", number(from), number(&(to - 1.0))),
            (_, Some(from), Some(to)) => {
                words::text_with(self.locale, "places.legend.between", &[("from", &number(from)), ("to", &number(to))])
            }
        }
    }
}

/// The tiles in `width` pixels.
pub fn tiles(words: MapWords, width: f64, measure: &dyn TextMeasure) -> Scene {
    let marks = &words.places.marks;
    let scale = measure.size() / 13.0;
    let n_columns = marks.iter().map(|it| it.at.0 + 1).max().unwrap_or(1);
    let n_rows = marks.iter().map(|it| it.at.1 + 1).max().unwrap_or(0);
    let tile_width = ((width - GAP * f64::from(n_columns - 1)) / f64::from(n_columns)).min(MAX_TILE * scale).floor();
    let room = tile_width - 4.0 * scale;
    let texts: Vec<[Vec<String>; 2]> =
        marks.iter().map(|it| [name_lines(it, room, measure), value_lines(words, it, room, measure)]).collect();
    let n_lines = texts.iter().map(|[name, value]| name.len() + value.len()).max().unwrap_or(0);
    let line = LINE * scale;
    let tile_height = n_lines.max(3) as f64 * line + 8.0 * scale;
    let mut shapes = vec![];
    for ((mark, lines), datum) in marks.iter().zip(texts).zip(0..) {
        let tile = Tile {
            x: f64::from(mark.at.0) * (tile_width + GAP),
            y: f64::from(mark.at.1) * (tile_height + GAP),
            width: tile_width,
            height: tile_height,
            datum,
        };
        tile.draw(mark, lines, scale, &mut shapes);
    }
    let below = f64::from(n_rows) * (tile_height + GAP) + line;
    let height = legend(words, below, width, measure, &mut shapes);
    Scene { width, height, shapes, marks: marks.iter().map(|it| words.mark(it, it.at)).collect() }
}

/// Where a tile is drawn.
struct Tile {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    datum: u32,
}

impl Tile {
    fn draw(&self, mark: &PlaceMark, [name, value]: [Vec<String>; 2], scale: f64, shapes: &mut Vec<Shape>) {
        let Tile { x, y, width, height, datum } = *self;
        let rect = |inset: f64, fill| Shape::Rect {
            x: x + inset,
            y: y + inset,
            width: width - 2.0 * inset,
            height: height - 2.0 * inset,
            datum: Some(datum),
            fill,
        };
        shapes.extend((mark.shade == 0).then(|| rect(0.0, Fill::Faint)));
        shapes.push(rect(0.0, if mark.shade == 0 { Fill::Missing } else { Fill::Shade(mark.shade) }));
        shapes.extend((mark.choice == Choice::Included).then(|| rect(1.5, Fill::Chosen)));
        if mark.choice == Choice::Excluded {
            let ends = vec![(x, y + height), (x + width, y)];
            shapes.push(Shape::Path { rings: vec![ends], closed: false, datum: Some(datum), fill: Fill::Plain });
        }
        let is_dark = mark.shade >= FIRST_DARK;
        let line = LINE * scale;
        let mut y_of_line = y + (height - (name.len() + value.len()) as f64 * line) / 2.0 + 13.0 * scale;
        for (lines, role) in [(name, TextRole::Label), (value, TextRole::Value)] {
            for text in lines {
                let role = if is_dark { TextRole::OnShade } else { role };
                shapes.push(Shape::Text { x: x + width / 2.0, y: y_of_line, text, anchor: Anchor::Middle, role });
                y_of_line += line;
            }
        }
        shapes.push(Shape::Target { x, y, width, height, datum });
    }
}

/// An owner's map in `width` pixels: whole, with the features shaded whose place is known.
pub fn map(words: MapWords, drawn: &DrawnMap, width: f64, measure: &dyn TextMeasure) -> Scene {
    let known: Vec<(usize, &PlaceMark)> =
        words.places.marks.iter().enumerate().filter(|(_, it)| !it.path.is_empty()).collect();
    let (mut shapes, height, middles) = areas(words, drawn, &known, width, measure);
    let at = order_marks(&middles);
    let height = legend(words, height + measure.size(), width, measure, &mut shapes);
    let marks = known.iter().zip(at).map(|((_, it), at)| words.mark(it, at)).collect();
    Scene { width, height, shapes, marks }
}

/// A name in at most two lines: whole, else short, else cut into two.
fn name_lines(mark: &PlaceMark, room: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let fits = |it: &str| measure.width(it) <= room;
    if fits(&mark.name) {
        return vec![mark.name.clone()];
    }
    if fits(&mark.short) {
        return vec![mark.short.clone()];
    }
    let half = mark.short.chars().count().div_ceil(2);
    vec![mark.short.chars().take(half).collect(), mark.short.chars().skip(half).collect()]
}

/// A value in at most two lines: whole, else rounded, else shorter still, else its words below each other; a dash for none.
fn value_lines(words: MapWords, mark: &PlaceMark, room: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let Some(value) = mark.value(words.measure) else { return vec!["–".to_owned()] };
    let signed = |value: f64| words.sign(mark) + &words.number(value);
    let rounded = [3, 2].map(|n_digits| round_to(value, n_digits));
    let mut texts = vec![signed(value)];
    texts.extend(rounded.map(signed));
    for value in rounded {
        texts.extend(SHORT.iter().filter(|it| value >= it.0).map(|(size, letter)| signed(value / size) + letter));
    }
    texts.extend((0.0 < value && value < SMALL).then(|| format!("<{}", words.number(SMALL))));
    match texts.iter().find(|it| measure.width(it) <= room) {
        Some(text) => vec![text.clone()],
        None => texts[1].split(' ').map(str::to_owned).collect(),
    }
}

/// A value with so many digits that count.
fn round_to(value: f64, n_digits: i32) -> f64 {
    let unit = if value > 0.0 { 10f64.powi(value.log10().floor() as i32 + 1 - n_digits) } else { 1.0 };
    (value / unit).round() * unit
}

/// What hatch and shades mean, from `top` downwards; gives where it ends.
fn legend(words: MapWords, top: f64, width: f64, measure: &dyn TextMeasure, shapes: &mut Vec<Shape>) -> f64 {
    let scale = measure.size() / 13.0;
    let (line, swatch, gap) = (22.0 * scale, 14.0 * scale, 6.0 * scale);
    let title = words::text_with(words.locale, "places.legend", &[("measure", &words.measured())]);
    let text = |x: f64, y: f64, text: String| Shape::Text {
        x,
        y: y + 12.0 * scale,
        text,
        anchor: Anchor::Start,
        role: TextRole::Legend,
    };
    shapes.push(text(0.0, top, title));
    let (mut x, mut y) = (0.0, top + line);
    for class in 0..words.places.borders.len() + 2 {
        let label = words.class(class);
        let wide = swatch + gap + measure.width(&label);
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + line);
        }
        let fill = if class == 0 { Fill::Missing } else { Fill::Shade(class as u8) };
        for fill in [Fill::Faint, fill].into_iter().skip(usize::from(class > 0)) {
            shapes.push(Shape::Rect { x, y, width: swatch, height: swatch, datum: None, fill });
        }
        shapes.push(text(x + swatch + gap, y, label));
        x += wide + 3.0 * gap;
    }
    y + line
}

//! The whole sheet: title and notes above the plot, the legend, the selection and the source below it, all of them
//! shapes of the scene, so that they go wherever the picture goes.

use super::mark::{self, Draft, Plot, cells};
use super::paper::Paper;
use super::scene::{Fill, Scene, Shape, TextRole};
use super::spec::{ChartKind, ChartSpec};
use super::text;
use super::wording::{About, Wording};
use super::words::Words;

/// Side of a swatch of the legend.
const SWATCH: f64 = 12.0;

/// Draws a spec. One without data gives a scene without shapes.
pub fn draw(spec: &ChartSpec, words: &Words, about: &About, paper: &Paper) -> Scene {
    if spec.data.is_empty() {
        return Scene { width: paper.width, ..Scene::default() };
    }
    let wording = Wording { spec, words };
    let (rows, columns) = (wording.labels(&spec.rows), wording.labels(&spec.columns));
    let draft = Draft { wording, paper, rows: &rows, columns: &columns };
    let mut sheet = Sheet { shapes: vec![], y: 0.0, paper };
    sheet.paragraph(&wording.title(), TextRole::Title);
    sheet.paragraph(&wording.notes().join(words.text("chart.note.between")), TextRole::Note);
    sheet.y += paper.gap();
    sheet.plot(mark::plot(&draft));
    sheet.y += paper.gap();
    sheet.legend(&legend(&wording));
    for line in wording.about(about) {
        sheet.paragraph(&line, TextRole::Note);
    }
    let marks = spec.data.iter().map(|it| wording.mark(it, &rows, &columns)).collect();
    Scene { width: paper.width, height: sheet.y.ceil(), shapes: sheet.shapes, marks }
}

/// A sheet that is filled from above.
struct Sheet<'a> {
    shapes: Vec<Shape>,
    y: f64,
    paper: &'a Paper,
}

impl Sheet<'_> {
    fn paragraph(&mut self, text: &str, role: TextRole) {
        for line in text::lines(text, role, self.paper.width, self.paper) {
            self.shapes.push(text::start(line, 0.0, self.y + self.paper.baseline() * role.size(), role));
            self.y += self.paper.line() * role.size();
        }
    }

    fn plot(&mut self, plot: Plot) {
        let y = self.y;
        self.shapes.extend(plot.shapes.into_iter().map(|it| it.lowered(y)));
        self.y += plot.height;
    }

    /// Swatches with what they mean, from left to right, in as many lines as it takes.
    fn legend(&mut self, entries: &[(Fill, String)]) {
        let paper = self.paper;
        let (side, mut x) = (paper.px(SWATCH), 0.0);
        for (fill, words) in entries {
            let width = side + paper.gap() + paper.text_width(words);
            if x > 0.0 && x + width > paper.width {
                (x, self.y) = (0.0, self.y + paper.line());
            }
            let y = self.y + (paper.line() - side) / 2.0;
            self.shapes.push(Shape::Rect { x, y, width: side, height: side, datum: None, fill: *fill });
            let text = text::clip(words, paper.width - side - paper.gap(), paper);
            let at = x + side + paper.gap();
            self.shapes.push(text::start(text, at, self.y + paper.baseline(), TextRole::Legend));
            x += width + 2.0 * paper.gap();
        }
        if !entries.is_empty() {
            self.y += paper.line() + paper.gap();
        }
    }
}

/// What needs a legend: approximate values, ranges, shades.
fn legend(wording: &Wording) -> Vec<(Fill, String)> {
    let (spec, words) = (wording.spec, wording.words);
    let is_shaded =
        matches!(spec.kind, ChartKind::PlacesBySection | ChartKind::PlacesByTime | ChartKind::ProgrammesByPlace);
    if is_shaded {
        let borders = cells::borders(spec);
        let ends = borders.iter().map(|it| it - 1.0).chain([spec.data.iter().map(|it| it.value).fold(0.0, f64::max)]);
        let range = |(from, to): (f64, f64)| {
            let (first, last) = (words.number(from), words.number(to));
            let text = words.with("chart.range", &[("from", &first), ("to", &last)]);
            (Fill::Shade(cells::step(from, &borders)), if from == to { first } else { text })
        };
        let classes = [1.0].into_iter().chain(borders.iter().copied()).zip(ends).map(range);
        return [(Fill::Shade(0), "0".to_owned())].into_iter().chain(classes).collect();
    }
    let has_approx = spec.data.iter().any(|it| it.approx.is_some());
    let has_range = spec.data.iter().any(|it| it.high.is_some());
    let has_faint = spec.data.iter().any(|it| it.is_faint);
    let entries = [
        (has_approx, Fill::Approximate, "chart.legend.approximate"),
        (has_range, Fill::Range, "chart.legend.range"),
        (has_faint, Fill::Faint, "chart.legend.faint"),
    ];
    let shown = entries.into_iter().filter(|it| it.0);
    shown.map(|(_, fill, key)| (fill, words.text(key).to_owned())).collect()
}

//! The check of the specs in `tests/specs/chart`: articles → chart spec (`kinds`), and data → scene (`scene`).
//!
//! Articles are given with their mentions marked, so that no extractor decides about a chart. Every scene is checked
//! besides what its case expects: no text leaves it, and no two texts overlap.

use banmian::engine::analysis::Document;
use banmian::engine::chart::layout::{ChartLabels, layout};
use banmian::engine::chart::scene::Anchor;
use banmian::engine::chart::{ChartKind, ChartSpec, Datum, Opens, Scene, Shape, TextMeasure, kinds};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::published::Published;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::extract::{Approx, Confidence, FigureMention, Level, Mentions, PlaceMention};
use banmian::engine::index::IndexedArticle;
use banmian::engine::page::{Article, Kind};
use banmian::engine::text::{Reading, Span};
use banmian::view_model::Locale;
use banmian::view_model::chart_words::ChartWords;

use super::same;
use crate::case::{Case, Mark};

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    let kind = ChartKind::ALL.into_iter().find(|it| Some(it.as_str()) == case.attribute("kind")).expect("a kind");
    let quantity = case.attribute("quantity").map(|it| Quantity::parse(it).expect("a quantity"));
    let locale = case.attribute("lang").map_or(Locale::Chinese, |it| Locale::parse(it).expect("a language"));
    match case.area().as_str() {
        "kinds" => {
            let articles: Vec<IndexedArticle> =
                input.split("\n\n").enumerate().map(|(idx, it)| article(case, idx, it)).collect();
            let spec = kinds::build(kind, quantity, &articles.iter().collect::<Vec<_>>());
            same(&expected, &print_spec(&spec, locale))
        }
        "scene" => {
            let spec = ChartSpec {
                quantity,
                unit: case.attribute("unit").unwrap_or("").to_owned(),
                data: input.lines().filter(|it| it.contains('|')).map(|it| datum(kind, it)).collect(),
                ..ChartSpec::empty(kind)
            };
            let width = case.attribute("width").and_then(|it| it.parse().ok()).expect("a width");
            let scene = layout(&spec, width, &ChartWords::new(&spec, locale), &FixedMeasure);
            same(&expected, &print_scene(&scene))?;
            texts_have_room(&scene)
        }
        area => Err(format!("no check for {area}")),
    }
}

/// 13 px letters: a Chinese character is one em, any ASCII character about half of it.
struct FixedMeasure;

impl TextMeasure for FixedMeasure {
    fn width(&self, text: &str) -> f64 {
        text.chars().map(|it| if it.is_ascii() { 0.55 } else { 1.0 }).sum::<f64>() * 13.0
    }

    fn size(&self) -> f64 {
        13.0
    }
}

/// The first line is `date headline`, either may be `-`; the lines below are the text with its mentions.
fn article(case: &Case, idx: usize, block: &str) -> IndexedArticle {
    let (head, body) = block.trim_matches('\n').split_once('\n').unwrap_or((block, ""));
    let (date, headline) = head.split_once(' ').unwrap_or((head, ""));
    let (text, marks) = Case { body: body.to_owned(), ..case.clone() }.marked();
    let article = Article {
        id: format!("p-{:02}", idx + 1),
        section: String::new(),
        headline: vec![],
        byline: vec![],
        kind: Kind::Story,
        paragraphs: vec![],
    };
    let document = Document {
        article,
        headline: headline.to_owned(),
        reading: Reading::plain(&text),
        tokens: vec![],
        headline_tokens: vec![],
        mentions: Mentions {
            places: marks.iter().filter(|it| it.kind == "place").map(place).collect(),
            figures: marks.iter().filter(|it| it.kind == "figure").map(|it| figure(it, &marks)).collect(),
            ..Mentions::default()
        },
    };
    let published = Published { edtf: Edtf::parse(date), ..Published::default() };
    IndexedArticle::new("p", &published, document)
}

fn place(mark: &Mark) -> PlaceMention {
    let level = Level::ALL.into_iter().find(|it| it.as_str() == mark.values["level"]).expect("a level");
    let canonical = mark.values["path"].clone();
    PlaceMention {
        span: Span::new(mark.start, mark.end),
        canonical,
        level,
        rule: String::new(),
        confidence: Confidence::Likely,
    }
}

/// The subject is the last one marked before the figure, or the first one after it, in its sentence.
fn figure(mark: &Mark, marks: &[Mark]) -> FigureMention {
    let number = |key: &str| mark.values.get(key).map(|it| it.parse::<f64>().expect("a number"));
    let word = |key: &str| mark.values.get(key).cloned().unwrap_or_default();
    let is_subject = |it: &&Mark| it.kind == "subject" && it.values.get("of") == mark.values.get("id");
    FigureMention {
        span: Span::new(mark.start, mark.end),
        value: number("value").unwrap_or(0.0),
        high: number("high"),
        unit: word("unit"),
        quantity: Quantity::parse(&word("quantity")).expect("a quantity"),
        approx: Approx::ALL.into_iter().find(|it| it.as_str() == word("approx")),
        subject: marks.iter().find(is_subject).map(|it| Span::new(it.start, it.end)),
        base_value: number("base"),
        base_unit: word("base_unit"),
        rule: String::new(),
        confidence: Confidence::Likely,
    }
}

/// `label | detail | place | value | printed | approx | high`, each but the label and value may be blank or missing.
fn datum(kind: ChartKind, line: &str) -> Datum {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let field = |idx: usize| fields.get(idx).copied().unwrap_or("");
    let opens = match kind {
        ChartKind::ArticlesOverTime => Opens::Date(field(0).to_owned()),
        ChartKind::ArticlesByPlace => Opens::Place(field(0).to_owned()),
        ChartKind::FiguresRanked | ChartKind::FiguresByPlace => Opens::Figure { article: "p-01".into(), figure: 0 },
    };
    Datum {
        label: field(0).to_owned(),
        detail: field(1).to_owned(),
        place: field(2).to_owned(),
        value: field(3).parse().expect("a value"),
        printed: field(4).to_owned(),
        approx: Approx::ALL.into_iter().find(|it| it.as_str() == field(5)),
        high: field(6).parse().ok(),
        ..Datum::empty(opens)
    }
}

fn print_spec(spec: &ChartSpec, locale: Locale) -> String {
    let words = ChartWords::new(spec, locale);
    let mut res = vec![words.title(), words.notes().join("; ")];
    let colon = if locale == Locale::Chinese { "：" } else { ": " };
    for it in &spec.data {
        let opens = match &it.opens {
            Opens::Figure { article, figure } => format!("{article} figure {figure}"),
            Opens::Place(path) => path.clone(),
            Opens::Date(edtf) => edtf.clone(),
            Opens::Behind(key) | Opens::Within(key) => key.clone(),
        };
        let mark = words.mark(it);
        res.push(format!("{}{colon}{} [{}] -> {opens}", mark.label, mark.value, it.value));
        if !it.sentence.is_empty() {
            res.push(format!("  {}", it.sentence));
        }
    }
    res.join("\n")
}

fn print_scene(scene: &Scene) -> String {
    let n = |it: &f64| (it * 10.0).round() / 10.0;
    let of = |it: &Option<u32>| it.map_or(String::new(), |it| format!(" {it}"));
    let mut res = vec![format!("scene {} {}", n(&scene.width), n(&scene.height))];
    for shape in &scene.shapes {
        res.push(match shape {
            Shape::Rect { x, y, width, height, datum, fill } => {
                format!("rect{} {} {} {} {} {}", of(datum), n(x), n(y), n(width), n(height), fill.as_str())
            }
            Shape::Dot { x, y, radius, datum, fill } => {
                format!("dot{} {} {} {} {}", of(datum), n(x), n(y), n(radius), fill.as_str())
            }
            Shape::Path { rings, datum, fill, .. } => {
                let corners = rings.iter().flatten().map(|(x, y)| format!(" {} {}", n(x), n(y))).collect::<String>();
                format!("path{}{corners} {}", of(datum), fill.as_str())
            }
            Shape::Target { x, y, width, height, datum } => {
                format!("target {datum} {} {} {} {}", n(x), n(y), n(width), n(height))
            }
            Shape::Line { x1, y1, x2, y2 } => format!("line {} {} {} {}", n(x1), n(y1), n(x2), n(y2)),
            Shape::Text { x, y, text, anchor, role } => {
                let how = format!("{anchor:?} {role:?}").to_lowercase();
                format!("text {} {} {how} {text}", n(x), n(y))
            }
        });
    }
    res.join("\n")
}

/// Boxes of the texts: inside the scene, and apart from each other.
fn texts_have_room(scene: &Scene) -> Result<(), String> {
    let mut boxes: Vec<(f64, f64, f64, f64, &str)> = vec![];
    for shape in &scene.shapes {
        let Shape::Text { x, y, text, anchor, .. } = shape else { continue };
        let width = FixedMeasure.width(text);
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let it = (left, y - 11.0, left + width, y + 2.0, text.as_str());
        if it.0 < -0.01 || it.1 < -0.01 || it.2 > scene.width + 0.01 || it.3 > scene.height + 0.01 {
            return Err(format!("{text} leaves the scene: {it:?}"));
        }
        if let Some(other) = boxes.iter().find(|o| it.0 < o.2 && o.0 < it.2 && it.1 < o.3 && o.1 < it.3) {
            return Err(format!("{it:?} overlaps {other:?}"));
        }
        boxes.push(it);
    }
    Ok(())
}

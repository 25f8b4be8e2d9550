//! The check of the specs in `tests/specs/chart`: articles → the chart in words (`kinds`), or its shapes (`scene`).
//!
//! Articles are given with their mentions marked, so that no extractor decides about a chart; in `scene` the attribute
//! `articles` names the file that they stand in. Every scene is checked besides what its case expects: no text leaves it,
//! and no two texts overlap.

use std::path::Path;

use banmian::engine::analysis::Document;
use banmian::engine::chart::kinds::{self, Source};
use banmian::engine::chart::scene::{Anchor, TextRole};
use banmian::engine::chart::wording::{About, Wording};
use banmian::engine::chart::{ChartKind, ChartOptions, Opens, Paper, Scene, Shape, Words, draw};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::published::Published;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::extract::{Approx, Confidence, FigureMention, Level, Mentions, PlaceMention, ProgrammeMention};
use banmian::engine::index::IndexedArticle;
use banmian::engine::index::facet::DayRange;
use banmian::engine::index::mention_numbers::MentionNumbers;
use banmian::engine::page::{Article, Kind};
use banmian::engine::query::Facet;
use banmian::engine::text::{Reading, Span};
use banmian::view_model::Locale;

use super::same;
use crate::case::{Case, Mark};
use crate::paper::{paper, words_of};

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    let input = case.attribute("articles").map_or(input, |name| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/chart");
        std::fs::read_to_string(folder.join(name)).expect("the file of articles")
    });
    let mut numbers = MentionNumbers::default();
    let blocks = input.trim().split("\n\n").enumerate();
    let articles: Vec<IndexedArticle> = blocks.map(|(idx, it)| article(case, idx, it, &mut numbers)).collect();
    let articles: Vec<&IndexedArticle> = articles.iter().collect();
    let paper = paper(case.attribute("width").map_or(1200.0, |it| it.parse().expect("a width")));
    let chosen = case.attribute("dates").map(|it| DayRange::of(&Edtf::parse(it).expect("a date")));
    let source = Source { articles: &articles, chosen, places: &[], is_narrow: paper.is_narrow() };
    let built = kinds::build(&options(case), source);
    let locale = case.attribute("lang").map_or(Locale::Chinese, |it| Locale::parse(it).expect("a language"));
    let words = Words::new(&words_of(locale));
    let about = About { query: "", source: "甲报", n_pages: 2 };
    let scene = draw(&built.spec, &words, &about, &paper);
    texts_have_room(&scene, &paper)?;
    match case.area().as_str() {
        "kinds" => {
            let wording = Wording { spec: &built.spec, words: &words };
            let values: Vec<f64> = built.spec.data.iter().map(|it| it.value).collect();
            let mut found = vec![wording.title(), wording.notes().join("; ")];
            for (mark, value) in scene.marks.iter().zip(values) {
                found.push(format!("{}: {} [{value}]{}", mark.label, mark.value, opens(mark.opens.as_ref())));
                found.extend(mark.details.iter().map(|it| format!("  {it}")));
                if !mark.sentence.is_empty() {
                    found.push(format!("  {}", mark.sentence));
                }
            }
            same(&expected, &found.join("\n"))
        }
        "scene" => same(&expected, &print_scene(&scene)),
        area => Err(format!("no check for {area}")),
    }
}

fn options(case: &Case) -> ChartOptions {
    let kind = ChartKind::ALL.into_iter().find(|it| Some(it.as_str()) == case.attribute("kind")).expect("a kind");
    ChartOptions {
        quantity: case.attribute("quantity").map(|it| Quantity::parse(it).expect("a quantity")),
        within: case.attribute("within").map(str::to_owned),
        log: case.attribute("scale").map(|it| it == "log"),
        by: Facet::ALL.into_iter().find(|it| Some(it.as_str()) == case.attribute("by")).unwrap_or(Facet::Section),
        ..ChartOptions::new(kind)
    }
}

fn opens(opens: Option<&Opens>) -> String {
    match opens {
        None => String::new(),
        Some(Opens::Figure { article, figure }) => format!(" -> {article} figure {figure}"),
        Some(Opens::Text { article, span }) => format!(" -> {article} {}", span.start),
        Some(Opens::Place(key) | Opens::Date(key) | Opens::Behind(key) | Opens::Choose(key)) => {
            format!(" -> {}", key.replace('\t', " × "))
        }
        Some(Opens::Within(path)) => format!(" -> in {path}"),
    }
}

/// The first line is `date headline`, either may be `-`, with `◎section` between them where there is one; the lines below
/// are the text with its mentions.
fn article(case: &Case, idx: usize, block: &str, numbers: &mut MentionNumbers) -> IndexedArticle {
    let (head, body) = block.trim_matches('\n').split_once('\n').unwrap_or((block, ""));
    let (date, headline) = head.split_once(' ').unwrap_or((head, ""));
    let (section, headline) = match headline.strip_prefix('◎') {
        Some(rest) => rest.split_once(' ').unwrap_or((rest, "")),
        None => ("", headline),
    };
    let (text, marks) = Case { body: body.to_owned(), ..case.clone() }.marked();
    let article = Article {
        id: format!("p-{:02}", idx + 1),
        section: section.to_owned(),
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
            programmes: marks.iter().filter(|it| it.kind == "programme").map(|it| programme(it, &text)).collect(),
            ..Mentions::default()
        },
    };
    let published = Published { edtf: Edtf::parse(date), ..Published::default() };
    IndexedArticle::new("p", &published, document, numbers)
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

fn programme(mark: &Mark, text: &str) -> ProgrammeMention {
    let span = Span::new(mark.start, mark.end);
    ProgrammeMention { span, name: span.slice(text).to_owned(), rule: String::new(), confidence: Confidence::Likely }
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
fn texts_have_room(scene: &Scene, paper: &Paper) -> Result<(), String> {
    let mut boxes: Vec<(f64, f64, f64, f64, &str)> = vec![];
    for shape in &scene.shapes {
        let Shape::Text { x, y, text, anchor, role } = shape else { continue };
        let size = if *role == TextRole::Title { TextRole::TITLE_SIZE } else { 1.0 };
        let width = paper.text_width(text) * size;
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let it = (left, y - 11.0 * size, left + width, y + 2.0, text.as_str());
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

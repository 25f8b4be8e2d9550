//! Pictures as files: a scene with its frame is read back from SVG by another's reader.

use std::collections::BTreeSet;

use banmian::engine::archive::Random;
use banmian::engine::chart::scene::{Anchor, Fill, TextRole};
use banmian::engine::chart::{Scene, Shape, TextMeasure};
use banmian::export::frame::{framed, title_of};
use banmian::export::svg::{Palette, svg};
use roxmltree::{Document, Node};

const SIZE: f64 = 13.0;

/// A Chinese character is an em wide, any other one half.
struct Ems;

impl TextMeasure for Ems {
    fn width(&self, text: &str) -> f64 {
        text.chars().map(|it| if it.len_utf8() > 2 { SIZE } else { SIZE / 2.0 }).sum()
    }

    fn size(&self) -> f64 {
        SIZE
    }
}

#[test]
fn everything_that_is_drawn_is_in_the_file() {
    let file = file(&framed(&scene(), "各旗县投入", &notes(), &Ems));
    let document = Document::parse(&file).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some("zh-Hans"));
    assert!(root.attribute("font-family").is_some_and(|it| it.contains("Noto Sans CJK SC")));
    let texts: Vec<&str> = texts(root).map(|it| it.text().unwrap_or_default()).collect();
    assert_eq!(texts[0], "各旗县投入");
    for text in ["翁牛特旗", "5.72亿元", "筛选：修路 & <甲>", "来源：某报"] {
        assert!(texts.contains(&text), "{text} is not in {texts:?}");
    }
    // The ground, three rectangles, a dot, an area, a line of points, a grid line.
    assert_eq!(paths(root).count(), 8);
    assert_eq!(words(root, "title"), "各旗县投入");
    assert!(words(root, "desc").contains("来源：某报"));
    assert!(paths(root).any(|it| it.attribute("fill") == Some("url(#hatch)")));
    assert!(root.descendants().any(|it| it.has_tag_name(("http://www.w3.org/2000/svg", "pattern"))));
}

#[test]
fn no_colour_but_the_page_s_own_and_nothing_from_elsewhere() {
    let file = file(&framed(&scene(), "题", &notes(), &Ems));
    let document = Document::parse(&file).unwrap();
    let colours: BTreeSet<&str> = document
        .descendants()
        .flat_map(|it| ["fill", "stroke"].into_iter().filter_map(move |name| it.attribute(name)))
        .filter(|it| !["none", "url(#hatch)"].contains(it))
        .collect();
    assert!(colours.iter().all(|it| it.starts_with("colour-")), "{colours:?}");
    let links = ["href", "src", "class", "style"];
    assert!(document.descendants().all(|it| links.iter().all(|name| it.attribute(*name).is_none())));
}

#[test]
fn what_a_stylesheet_paints_has_its_colour_there() {
    let variables = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/variables.css")).unwrap();
    let colour = |name: &str| {
        assert!(variables.contains(&format!("--{name}: ")), "no colour is called {name}");
        name.to_owned()
    };
    let mut scene = scene();
    let shades = (0..=Fill::N_SHADES).map(Fill::Shade);
    let fills = [Fill::Plain, Fill::Approximate, Fill::Range, Fill::Faint].into_iter().chain(shades);
    scene.shapes.extend(fills.map(|fill| rect(0.0, fill)));
    svg(&scene, "en", ("", ""), &Palette { colour: &colour, font: "sans-serif", size: SIZE });
}

#[test]
fn a_frame_adds_a_title_only_where_there_is_none_and_leaves_room_for_all() {
    let mut own = scene();
    own.shapes.push(text("自己的题名", 0.0, TextRole::Title));
    let (with, without) = (framed(&own, "另一个", &notes(), &Ems), framed(&scene(), "另一个", &notes(), &Ems));
    assert_eq!((title_of(&with), title_of(&without)), (Some("自己的题名"), Some("另一个")));
    let long = "https://example.org/".to_owned() + &"很长的链接".repeat(60);
    for scene in [&with, &without, &framed(&Scene::default(), &long, &[long.clone(), String::new()], &Ems)] {
        for shape in &scene.shapes {
            let Shape::Text { x, y, text, anchor: Anchor::Start, role } = shape else { continue };
            let scale = if *role == TextRole::Title { TextRole::TITLE_SIZE } else { 1.0 };
            assert!(x + Ems.width(text) * scale <= scene.width && *y < scene.height, "{text}");
        }
    }
    let file = file(&with);
    let root_size = |name: &str| Document::parse(&file).unwrap().root_element().attribute(name).map(str::to_owned);
    assert_eq!(root_size("width").and_then(|it| it.parse().ok()), Some(with.width));
}

#[test]
fn any_text_comes_back() {
    let mut random = Random(7);
    let pieces = ["甲", "<", ">", "&", "\"", "'", "]]>", "&amp;", "\u{1}", "\u{fffe}", "𠮷", "é", "a b", "{}", "--"];
    for _ in 0..300 {
        let drawn: String = (0..random.below(9)).map(|_| pieces[random.below(pieces.len())]).collect();
        let scene =
            Scene { width: 10.0, height: 10.0, shapes: vec![text(&drawn, 5.0, TextRole::Label)], ..Scene::default() };
        let file = file(&scene);
        let document = Document::parse(&file).unwrap_or_else(|error| panic!("{error}: {drawn:?}"));
        let kept: String = drawn.chars().filter(|it| *it >= ' ' && *it != '\u{fffe}').collect();
        let found = texts(document.root_element()).next().and_then(|it| it.text()).unwrap_or_default().to_owned();
        assert_eq!(found, kept);
    }
}

fn file(scene: &Scene) -> String {
    let colour = |name: &str| format!("colour-{name}");
    let notes = notes().join("\n");
    let font = "system-ui, \"Noto Sans CJK SC\", sans-serif";
    svg(scene, "zh-Hans", (title_of(scene).unwrap_or_default(), &notes), &Palette { colour: &colour, font, size: SIZE })
}

fn notes() -> Vec<String> {
    vec!["筛选：修路 & <甲>".into(), "来源：某报".into()]
}

/// One of every shape.
fn scene() -> Scene {
    let corners = vec![(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)];
    Scene {
        width: 320.0,
        height: 120.0,
        shapes: vec![
            Shape::Line { x1: 0.0, y1: 0.0, x2: 0.0, y2: 100.0 },
            rect(0.0, Fill::Plain),
            rect(20.0, Fill::Approximate),
            rect(40.0, Fill::Range),
            Shape::Dot { x: 50.0, y: 90.0, radius: 4.0, datum: Some(1), fill: Fill::Approximate },
            Shape::Path { rings: vec![corners.clone()], closed: true, datum: None, fill: Fill::Shade(3) },
            Shape::Path { rings: vec![corners], closed: false, datum: None, fill: Fill::Plain },
            text("翁牛特旗", 10.0, TextRole::Label),
            text("5.72亿元", 30.0, TextRole::Value),
            Shape::Target { x: 0.0, y: 0.0, width: 320.0, height: 20.0, datum: 0 },
        ],
        ..Scene::default()
    }
}

fn rect(y: f64, fill: Fill) -> Shape {
    Shape::Rect { x: 0.0, y, width: 100.5, height: 12.0, datum: Some(0), fill }
}

fn text(text: &str, y: f64, role: TextRole) -> Shape {
    Shape::Text { x: 0.0, y, text: text.to_owned(), anchor: Anchor::Start, role }
}

fn texts<'a>(root: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    root.children().filter(|it| it.tag_name().name() == "text")
}

fn paths<'a>(root: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    root.children().filter(|it| it.tag_name().name() == "path")
}

fn words(root: Node, name: &str) -> String {
    root.children().find(|it| it.tag_name().name() == name).and_then(|it| it.text()).unwrap_or_default().to_owned()
}

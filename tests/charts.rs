//! Properties of every kind of chart over seeded selections of the bundled pages, asked through the service: a mark's
//! value is what its figures or articles give when they are counted anew, opening it leads to exactly those, each with
//! its sentence, and whatever a chart leaves out is counted.

#[path = "charts/library.rs"]
mod library;
#[path = "support/paper.rs"]
mod paper;

use std::collections::{BTreeMap, BTreeSet};

use banmian::engine::chart::{ChartKind, ChartOptions, Opens};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::extract::{FigureMention, PlaceMention};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::query::{Facet, Selection};
use banmian::protocol::{ArticleDetail, Chart, ChartWanted, Leads};
use banmian::service::Service;
use library::Library;

/// Seconds of the units that durations are shown in.
const SECONDS: [(&str, f64); 5] =
    [("年", 31_557_600.0), ("天", 86_400.0), ("小时", 3_600.0), ("分钟", 60.0), ("s", 1.0)];

#[test]
fn every_mark_is_what_it_opens() {
    let library = Library::new();
    let mut n_marks = BTreeMap::new();
    for selection in library.selections() {
        for options in options(&selection) {
            let wanted = paper::wanted(selection.clone(), options);
            let chart = library.chart(&wanted);
            let all = library.articles(&wanted);
            for (mark, row) in chart.scene.marks.iter().zip(&chart.table.rows) {
                let value: f64 = row[2].text.parse().expect("a number");
                let Some(opens) = &mark.opens else {
                    assert_eq!(value, 0.0, "only a mark of nothing opens nothing");
                    continue;
                };
                *n_marks.entry(wanted.options.kind).or_insert(0) += 1;
                let told = format!("{:?} {:?}: {}", wanted.options, wanted.selection, mark.label);
                match opens {
                    Opens::Figure { article, figure } => {
                        let (text, figure) = figure_of(&all, article, *figure);
                        same(value, value_of(figure, unit_of(&chart)), &told);
                        assert!(mark.sentence.contains(figure.span.slice(text)), "{told}");
                        assert_eq!(Some(figure.quantity), chart.quantity, "{told}");
                    }
                    Opens::Behind(key) | Opens::Within(key) => {
                        let found = behind(&library, &wanted, key);
                        let expected = recomputed(&wanted, &chart, &mark.label, key, &all);
                        assert_eq!(found, expected, "{told}");
                        let is_largest = wanted.options.kind == ChartKind::FiguresByPlace;
                        let n = if is_largest { largest(&all, &found, unit_of(&chart)) } else { found.len() as f64 };
                        same(value, n, &told);
                    }
                    Opens::Text { .. } | Opens::Place(_) | Opens::Date(_) | Opens::Choose(_) => {
                        panic!("{told}: opens {opens:?}")
                    }
                }
            }
        }
    }
    for kind in ChartKind::ALL {
        assert!(n_marks.get(&kind).is_some_and(|it| *it > 10), "{}: {:?}", kind.as_str(), n_marks.get(&kind));
    }
}

/// 亿元 and 万人, a percentage and a count, a total and its parts: nothing that cannot be compared stands on one scale,
/// and no mark is a sum.
#[test]
fn what_cannot_be_compared_stands_on_no_common_scale() {
    let page = "---\n报纸: 某报\n版名: 要闻\n日期: 2023-05-03\n---\n\n◎广角\n\n甲旗的账本\n\n翁牛特旗去年投资1.2亿元，惠及3万人。\
        其中道路投资8000万元，水渠投资4000万元。覆盖率达到95%，新建大棚40座，另有120座正在建。\n";
    let mut service = Service::new();
    service.add_page("甲", page);
    service.finish_import();
    service.set_lexicon(Lexicon::native());
    let library = Library { service, documents: BTreeMap::new() };
    for quantity in [Quantity::Money, Quantity::Person, Quantity::Percent, Quantity::Count] {
        for kind in ChartKind::ALL.into_iter().filter(|it| it.needs_quantity()) {
            let options = ChartOptions { quantity: Some(quantity), ..ChartOptions::new(kind) };
            let chart = library.chart(&paper::wanted(Selection::default(), options));
            assert_eq!(chart.quantity, Some(quantity));
            let printed: Vec<&str> = chart.scene.marks.iter().map(|it| it.value.as_str()).collect();
            let is_one = |ends: &[&str]| printed.iter().all(|it| ends.iter().any(|end| it.ends_with(end)));
            let ends: &[&str] = match quantity {
                _ if kind == ChartKind::FiguresHistogram => &["个数字"],
                Quantity::Money => &["元"],
                Quantity::Person => &["人"],
                Quantity::Percent => &["%"],
                _ => &["座"],
            };
            assert!(is_one(ends), "{kind:?} of {quantity:?}: {printed:?}");
        }
    }
    let options = ChartOptions { quantity: Some(Quantity::Money), ..ChartOptions::new(ChartKind::FiguresByPlace) };
    let chart = library.chart(&paper::wanted(Selection::default(), options));
    assert_eq!(chart.table.rows.len(), 1, "one place");
    assert_eq!(chart.table.rows[0][2].text, "120000000", "the total, not the total and its parts together");
}

#[test]
fn whatever_a_chart_leaves_out_is_counted() {
    let library = Library::new();
    for selection in library.selections() {
        for quantity in Quantity::ALL {
            let options = ChartOptions { quantity: Some(quantity), ..ChartOptions::new(ChartKind::FiguresRanked) };
            let wanted = paper::wanted(selection.clone(), options);
            let chart = library.chart(&wanted);
            let all = library.articles(&wanted);
            let n_figures = figures(&all).filter(|it| it.2.quantity == quantity).count();
            let n_chip = chart.quantities.iter().find(|it| it.0 == quantity).map_or(0, |it| it.1);
            assert_eq!(n_chip, n_figures, "{}", quantity.as_str());
            let notes = chart.notes.join("；");
            let n_left_out = numbers_before(&notes, &["个数字单位不同", "项未画出", "个数字数值无法画出"]);
            assert_eq!(chart.table.n_total + n_left_out, n_figures, "{}: {notes}", quantity.as_str());
        }
        let wanted = paper::wanted(selection.without(Facet::Date), ChartOptions::new(ChartKind::ArticlesOverTime));
        let chart = library.chart(&wanted);
        let n_shown: usize = chart.table.rows.iter().map(|it| it[2].text.parse::<usize>().unwrap()).sum();
        let n_left_out = numbers_before(&chart.notes.join("；"), &["篇文章日期不详"]);
        assert_eq!(n_shown + n_left_out, library.articles(&wanted).len());
    }
}

/// A kind that is refused has no mark, and one that is not has some.
#[test]
fn the_picker_is_honest() {
    let library = Library::new();
    for selection in library.selections() {
        for kind in ChartKind::ALL {
            let chart = library.chart(&paper::wanted(selection.clone(), ChartOptions::new(kind)));
            let reason = chart.refused.iter().find(|it| it.0 == kind).map(|it| it.1.as_str());
            let is_dated = kind.is_over_time() && selection.clauses.contains_key(&Facet::Date);
            let is_there = !chart.scene.marks.is_empty();
            assert!(is_dated || is_there == reason.is_none(), "{kind:?} {selection:?}: {reason:?}");
        }
    }
}

/// Every kind, with each quantity for charts of figures, both scales, one step down, and every facet of small charts.
fn options(selection: &Selection) -> Vec<ChartOptions> {
    let mut res = vec![];
    for kind in ChartKind::ALL {
        let option = ChartOptions::new(kind);
        if kind.needs_quantity() {
            let of = |quantity| ChartOptions { quantity: Some(quantity), ..option.clone() };
            res.extend([Quantity::Money, Quantity::Person, Quantity::Area, Quantity::Duration].map(of));
        }
        if kind.may_be_log() {
            res.extend([false, true].map(|log| ChartOptions { log: Some(log), ..option.clone() }));
        }
        if kind.is_by_place() && selection.is_empty() {
            res.push(ChartOptions { within: Some("内蒙古自治区".to_owned()), ..option.clone() });
        }
        if kind == ChartKind::Multiples {
            let by = [Facet::Place, Facet::Kind, Facet::Programme, Facet::Quantity, Facet::Byline, Facet::Page];
            res.extend(by.map(|by| ChartOptions { by, ..option.clone() }));
        }
        res.push(option);
    }
    res
}

/// What stands behind a key, by the service: article, and the figure's number or the byte that is led to.
fn behind(library: &Library, wanted: &ChartWanted, key: &str) -> BTreeSet<(String, usize)> {
    let wanted = ChartWanted { behind: Some(key.to_owned()), ..wanted.clone() };
    let (_, table) = library.chart(&wanted).behind.expect("something behind it");
    assert_eq!(table.rows.len(), table.n_total);
    let mut res = BTreeSet::new();
    for row in table.rows {
        let found = match &row[0].leads {
            Leads::Opens(Opens::Figure { article, figure }) => {
                assert!(row[1].text.contains(&row[0].text), "{row:?}");
                (article.clone(), *figure)
            }
            Leads::Opens(Opens::Text { article, span }) => (article.clone(), span.start),
            other => panic!("{other:?}"),
        };
        assert!(res.insert(found), "each once");
    }
    res
}

/// The same from the articles themselves.
fn recomputed(
    wanted: &ChartWanted,
    chart: &Chart,
    label: &str,
    key: &str,
    all: &[&ArticleDetail],
) -> BTreeSet<(String, usize)> {
    let articles = |holds: &dyn Fn(&ArticleDetail) -> bool| -> BTreeSet<(String, usize)> {
        all.iter().filter(|it| holds(it)).map(|it| (it.id.clone(), 0)).collect()
    };
    let (row, column) = key.split_once('\t').unwrap_or((key, ""));
    let names = |it: &ArticleDetail, path: &str| it.mentions.places.iter().any(|it| is_within(it, path));
    match wanted.options.kind {
        ChartKind::ArticlesByPlace => articles(&|it| names(it, key)),
        ChartKind::ArticlesOverTime => articles(&|it| lies_in(it, key)),
        ChartKind::PlacesBySection => articles(&|it| names(it, row) && it.section == column),
        ChartKind::PlacesByTime => articles(&|it| names(it, row) && lies_in(it, column)),
        ChartKind::ProgrammesByPlace => {
            articles(&|it| it.mentions.programmes.iter().any(|it| it.name == row) && names(it, column))
        }
        ChartKind::Multiples => articles(&|it| has(it, wanted.options.by, row) && lies_in(it, column)),
        ChartKind::MentionsOverTime => {
            let paths = wanted.selection.values(Facet::Place);
            let is_asked = |it: &&PlaceMention| paths.is_empty() || paths.iter().any(|path| is_within(it, path));
            let of = |article: &&&ArticleDetail| lies_in(article, key);
            let places = all.iter().filter(of).flat_map(|article| {
                let places = article.mentions.places.iter().filter(is_asked);
                places.map(|it| (article.id.clone(), it.span.start)).collect::<Vec<_>>()
            });
            places.collect()
        }
        ChartKind::FiguresByPlace => {
            let of = comparable(all, chart)
                .into_iter()
                .filter(|(article, idx, _)| place_of(article, *idx).is_some_and(|it| is_within(it, key)));
            of.map(|(article, idx, _)| (article.id.clone(), idx)).collect()
        }
        ChartKind::FiguresHistogram => {
            // The label says the ends: 1万–2万元.
            let (from, to) = label.split_once('–').expect("two ends");
            let unit = unit_of(chart);
            let to = to.strip_suffix(&shown_unit(unit)).expect("the unit");
            let (from, to) = (read(from), read(to));
            let is_in =
                |it: &&(&ArticleDetail, usize, &FigureMention)| (from..to).contains(&value_of(it.2, unit_of(chart)));
            let all = comparable(all, chart);
            all.iter().filter(is_in).map(|(article, idx, _)| (article.id.clone(), *idx)).collect()
        }
        kind => panic!("{kind:?} opens figures by themselves"),
    }
}

fn is_within(place: &PlaceMention, path: &str) -> bool {
    place.canonical == path || place.canonical.starts_with(&format!("{path}/"))
}

fn lies_in(article: &ArticleDetail, period: &str) -> bool {
    let Some(edtf) = &article.published.edtf else { return false };
    let (own, whole) = (edtf.bounds(), Edtf::parse(period).expect("a period").bounds());
    own.0 >= whole.0 && own.1.is_some() && own.0.is_some() && own.1 <= whole.1
}

fn has(article: &ArticleDetail, facet: Facet, value: &str) -> bool {
    match facet {
        Facet::Section => article.section == value,
        Facet::Place => article.mentions.places.iter().any(|it| is_within(it, value)),
        Facet::Kind => article.kind.as_str() == value,
        Facet::Programme => article.mentions.programmes.iter().any(|it| it.name == value),
        Facet::Quantity => article.mentions.figures.iter().any(|it| it.quantity.as_str() == value),
        Facet::Page => article.page == value,
        Facet::Byline => {
            let names: Vec<&str> =
                article.byline.iter().map(|it| it.name.as_str()).filter(|it| !it.is_empty()).collect();
            if value.is_empty() { names.is_empty() } else { names.contains(&value) }
        }
        Facet::Date | Facet::Mentioned => panic!("no small charts by dates"),
    }
}

/// The last place named before the figure, else the first one.
fn place_of(article: &ArticleDetail, figure: usize) -> Option<&PlaceMention> {
    let at = article.mentions.figures[figure].span.start;
    let places = &article.mentions.places;
    places.iter().rev().find(|it| it.span.start < at).or(places.first())
}

fn figures<'a>(all: &'a [&'a ArticleDetail]) -> impl Iterator<Item = (&'a ArticleDetail, usize, &'a FigureMention)> {
    all.iter().flat_map(|article| article.mentions.figures.iter().enumerate().map(|(idx, it)| (*article, idx, it)))
}

/// The figures of the chart's quantity and unit.
fn comparable<'a>(all: &'a [&'a ArticleDetail], chart: &Chart) -> Vec<(&'a ArticleDetail, usize, &'a FigureMention)> {
    let unit = unit_of(chart);
    let is_seconds = SECONDS.iter().any(|it| it.0 == unit) && chart.quantity == Some(Quantity::Duration);
    let has_unit = |it: &FigureMention| match it.base_value {
        Some(_) => it.base_unit == unit || is_seconds && it.base_unit == "s",
        None => it.unit == unit,
    };
    figures(all).filter(|it| Some(it.2.quantity) == chart.quantity && has_unit(it.2)).collect()
}

fn figure_of<'a>(all: &'a [&'a ArticleDetail], id: &str, figure: usize) -> (&'a str, &'a FigureMention) {
    let article = all.iter().find(|it| it.id == id).expect("one of the selection");
    (&article.text, &article.mentions.figures[figure])
}

fn largest(all: &[&ArticleDetail], found: &BTreeSet<(String, usize)>, unit: &str) -> f64 {
    found.iter().map(|(id, idx)| value_of(figure_of(all, id, *idx).1, unit)).fold(0.0, f64::max)
}

/// In the unit of the chart.
fn value_of(figure: &FigureMention, unit: &str) -> f64 {
    let seconds = SECONDS.iter().find(|it| it.0 == unit && figure.base_unit == "s").map_or(1.0, |it| it.1);
    figure.base_value.unwrap_or(figure.value) / seconds
}

/// The unit that the notes name; a base unit by its sign.
fn unit_of(chart: &Chart) -> &str {
    let note = chart.notes.iter().find_map(|it| it.strip_prefix("单位：")).unwrap_or("");
    [("平方米", "m²"), ("立方米", "m³"), ("米", "m"), ("公斤", "kg"), ("千克", "kg"), ("秒", "s")]
        .into_iter()
        .find(|it| it.0 == note)
        .map_or(note, |it| it.1)
}

fn shown_unit(unit: &str) -> String {
    let signs = [("m²", "平方米"), ("m³", "立方米"), ("m", "米"), ("kg", "公斤"), ("s", "秒")];
    signs.into_iter().find(|it| it.0 == unit).map_or(unit, |it| it.1).to_owned()
}

/// 1.5万 as a number.
fn read(text: &str) -> f64 {
    let scale = [("亿", 1e8), ("万", 1e4)].into_iter().find(|it| text.ends_with(it.0));
    let digits = text.trim_end_matches(['亿', '万']).replace(',', "");
    digits.parse::<f64>().expect("digits") * scale.map_or(1.0, |it| it.1)
}

/// The sum of the numbers that stand before any of `words`.
fn numbers_before(notes: &str, words: &[&str]) -> usize {
    let number = |word: &&str| {
        let before = notes.split_once(*word)?.0.trim_end();
        let digits = before.rsplit(|it: char| !it.is_ascii_digit() && it != ',').next()?;
        digits.replace(',', "").parse::<usize>().ok()
    };
    words.iter().filter_map(number).sum()
}

fn same(found: f64, expected: f64, told: &str) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{told}: {found} but {expected}");
}

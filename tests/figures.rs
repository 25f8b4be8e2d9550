//! Properties of figures: whatever the text, their spans are slices of it, in order and apart; whatever the unit, a larger
//! value has a larger base value. Drawn by seed, so that a failure can be repeated.

use banmian::engine::archive::Random;
use banmian::engine::extract::{self, Context, FigureMention};
use banmian::engine::lexicon::Lexicon;

const N_TEXTS: usize = 4000;
const N_VALUES: usize = 12;

/// What numbers are made of, and what stands around them.
const PARTS: [&str; 96] = [
    "0",
    "1",
    "2",
    "35",
    "8",
    "1998",
    "007",
    "３",
    "．",
    ".",
    "·",
    ",",
    "，",
    "一",
    "二",
    "两",
    "三",
    "五",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "兆",
    "零",
    "〇",
    "半",
    "几",
    "数",
    "多",
    "余",
    "来",
    "个",
    "点",
    "分之",
    "百分之",
    "又",
    "%",
    "‰",
    "℃",
    "零下",
    "零上",
    "负",
    "-",
    "—",
    "~",
    "～",
    "至",
    "到",
    "/",
    "每",
    "元",
    "角",
    "分",
    "块",
    "斤",
    "亩",
    "公里",
    "小时",
    "年",
    "日",
    "人",
    "户",
    "名",
    "度",
    "成",
    "折",
    "番",
    "倍",
    "岁",
    "旬",
    "米",
    "秒",
    "级",
    "段",
    "k",
    "w",
    "+",
    "¥",
    "US$",
    "RMB",
    "人民币",
    "约",
    "近",
    "上",
    "以上",
    "左右",
    "不到",
    "第",
    "、",
    "（含）",
    " ",
    "\n",
    "村",
    "人家",
    "的",
];

#[test]
fn spans_are_slices_in_order_and_apart() {
    let mut random = Random(41);
    for _ in 0..N_TEXTS {
        let n_parts = 1 + random.below(14);
        let text: String = (0..n_parts).map(|_| PARTS[random.below(PARTS.len())]).collect();
        let mut end = 0;
        for figure in figures(&text) {
            assert!(figure.span.start >= end && figure.span.start < figure.span.end, "{text:?}: {figure:?}");
            assert!(text.get(figure.span.start..figure.span.end).is_some(), "{text:?}: {figure:?}");
            assert!(figure.value.is_finite(), "{text:?}: {figure:?}");
            assert!(figure.high.is_none_or(|it| it > figure.value && it.is_finite()), "{text:?}: {figure:?}");
            assert!(figure.subject.is_none_or(|it| text.get(it.start..it.end).is_some()), "{text:?}: {figure:?}");
            end = figure.span.end;
        }
    }
}

#[test]
fn base_value_is_monotone_in_value() {
    let mut random = Random(17);
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/units.tsv")).unwrap();
    let rows = table.lines().filter(|it| !it.starts_with('#')).map(|it| it.split('\t').collect::<Vec<_>>());
    let mut n_units = 0;
    for row in rows.filter(|it| it.get(2).is_some_and(|it| !it.is_empty())) {
        let mut points: Vec<(f64, f64)> = vec![];
        for _ in 0..N_VALUES {
            let (whole, tenths) = (2 + random.below(900), random.below(10));
            let scale = ["", "万", "亿"][random.below(3)];
            for figure in figures(&format!("共{whole}.{tenths}{scale}{}。", row[0])) {
                points.extend(figure.base_value.filter(|_| figure.unit == row[0]).map(|it| (figure.value, it)));
            }
        }
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        n_units += usize::from(points.len() > 1);
        for pair in points.windows(2) {
            let larger = pair[0].0 == pair[1].0 || pair[0].1 < pair[1].1;
            assert!(larger, "{}: {:?} and {:?}", row[0], pair[0], pair[1]);
        }
    }
    assert!(n_units > 250, "only {n_units} units have a base value");
}

fn figures(text: &str) -> Vec<FigureMention> {
    let lexicon = Lexicon::default();
    let ctx = Context { published: None, lexicon: &lexicon, headline: "" };
    extract::extract(text, &[], &ctx).figures
}

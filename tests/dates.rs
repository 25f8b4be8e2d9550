//! What holds for the dates of any text: values are EDTF that prints as it was parsed, lie in the calendar, and never end
//! before they begin; spans are slices in order. Texts are made of the tables' own words by a seeded generator.

use banmian::engine::extract::calendar::Day;
use banmian::engine::extract::edtf::{Edtf, Granularity};
use banmian::engine::extract::{self, Context, DateMention};
use banmian::engine::lexicon::Lexicon;

/// What stands between the words.
const PIECES: [&str; 44] = [
    "2023",
    "年",
    "10",
    "月",
    "24",
    "日",
    "至",
    "-",
    "、",
    "和",
    "之间",
    "《",
    "》",
    "初",
    "前",
    "后",
    "“",
    "十一",
    "农历",
    " ",
    "\n",
    "０",
    "🐑",
    "第",
    "三",
    "个",
    "两",
    "千",
    "零",
    "四",
    "’",
    "98",
    "公元前",
    "世纪",
    "年代",
    "闰",
    "周",
    "一",
    "/",
    ".",
    "99999999",
    "起",
    "以来",
    "。",
];

/// Reference dates of every granularity, at the calendar's edges too.
const REFERENCES: [Option<&str>; 9] = [
    None,
    Some("2023-10-24"),
    Some("2024-02-29"),
    Some("2022-06~"),
    Some("2023"),
    Some("1998-01-15"),
    Some("9999-12-31"),
    Some("0000-01-01"),
    Some("../2023-05"),
];

fn words() -> Vec<&'static str> {
    let table = include_str!("../data/date_words.tsv");
    table.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split('\t').next()).collect()
}

fn dates(text: &str, published: Option<&str>) -> Vec<DateMention> {
    let published = published.map(|it| Edtf::parse(it).unwrap());
    let lexicon = Lexicon::default();
    let ctx = Context { published: published.as_ref(), lexicon: &lexicon, headline: "" };
    extract::extract(text, &[], &ctx).dates
}

fn check(text: &str, published: Option<&str>) -> usize {
    let dates = dates(text, published);
    let mut last = 0;
    for date in &dates {
        assert!(date.span.start >= last && !date.span.slice(text).is_empty(), "{text}");
        last = date.span.end;
        if let Some(edtf) = &date.edtf {
            check_value(edtf, &format!("{text} {published:?}"));
        }
    }
    dates.len()
}

fn check_value(edtf: &Edtf, whence: &str) {
    assert_eq!(Edtf::parse(edtf.as_str()).as_ref(), Some(edtf), "{whence}");
    let (first, last) = edtf.bounds();
    assert!(first.is_some() || last.is_some(), "{edtf:?} {whence}");
    for day in [first, last].into_iter().flatten() {
        assert_eq!(Day::new(day.year, day.month, day.day), Some(day), "{edtf:?} {whence}");
        assert_eq!(Edtf::parse(&day.to_string()), Some(Edtf::from(day)), "{edtf:?} {whence}");
    }
    if let (Some(first), Some(last)) = (first, last) {
        assert!(first <= last, "{edtf:?} {whence}");
    }
    assert!(edtf.overlaps(first, last), "{edtf:?} {whence}");
    assert!(Granularity::ALL.contains(&edtf.granularity()), "{edtf:?} {whence}");
}

#[test]
fn values_made_of_any_words_hold() {
    let words = words();
    let mut state = 7u64;
    let mut next = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    let mut n_dates = 0;
    for round in 0..4_000 {
        let mut text = String::new();
        for _ in 0..10 {
            text.push_str(if next(3) == 0 { words[next(words.len())] } else { PIECES[next(PIECES.len())] });
        }
        n_dates += check(&text, REFERENCES[round % REFERENCES.len()]);
    }
    assert!(n_dates > 3_000, "only {n_dates} dates were found");
}

#[test]
fn every_word_holds_against_every_reference() {
    for word in words() {
        for reference in REFERENCES {
            for text in
                [word.to_owned(), format!("2022年{word}"), format!("{word}5日至{word}"), format!("将于{word}三年")]
            {
                check(&text, reference);
            }
        }
    }
}

#[test]
fn every_day_and_month_of_four_centuries_prints_as_it_is_parsed() {
    for year in 1800..2200 {
        for month in 1..=12 {
            check_value(&Edtf::month(year, month).unwrap(), "month");
            for day in [1, 28, 29, 30, 31] {
                let value = Edtf::day(year, month, day);
                assert_eq!(value.is_some(), Day::new(year, month, day).is_some());
                value.iter().for_each(|it| check_value(it, "day"));
            }
        }
        let decade = Edtf::parse(&format!("{:03}X", year / 10)).unwrap();
        for value in [Edtf::year(year), Edtf::year(-year), Edtf::year(year).map(Edtf::approximate)] {
            check_value(&value.unwrap(), "year");
        }
        check_value(&decade, "decade");
        for season in 21..=24 {
            check_value(&Edtf::parse(&format!("{year}-{season}")).unwrap(), "season");
        }
    }
}

#[test]
fn what_intervals_are_made_of_holds() {
    let values = [
        "2023",
        "2023-10~",
        "2023-10-24",
        "198X",
        "19XX",
        "2022-24",
        "-0220",
        "2022-05-11/2022-05-20",
        "2023/..",
        "../2023-05",
    ];
    for first in values {
        for last in values {
            let (first, last) = (Edtf::parse(first).unwrap(), Edtf::parse(last).unwrap());
            for value in [
                Edtf::interval(Some(&first), Some(&last)),
                Edtf::interval(Some(&first), None),
                Edtf::interval(None, Some(&last)),
                first.just_before(),
                Some(last.clone().approximate()),
            ] {
                value.iter().for_each(|it| check_value(it, "interval"));
            }
        }
    }
}

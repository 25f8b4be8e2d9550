//! What holds of the whole reading of any text, with dictionary and gazetteer: pieces of the bundled pages, words of the
//! tables, numbers, marks and rare characters in any order, from a seeded generator.

#[path = "support/files.rs"]
mod files;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use banmian::engine::analysis::{Document, analyse};
use banmian::engine::archive::Random;
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{FigureMention, Mentions};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page::parse_page;
use banmian::engine::text::Span;
use files::{files, root};

/// Pages that are read; each takes a few milliseconds in a debug build.
const N_PAGES: u64 = 180;

#[test]
fn mentions_are_slices_in_order() {
    for_each_document(|text, document| {
        let Mentions { places, dates, figures, programmes, .. } = &document.mentions;
        let lists = [
            places.iter().map(|it| it.span).collect::<Vec<_>>(),
            dates.iter().map(|it| it.span).collect(),
            figures.iter().map(|it| it.span).collect(),
            programmes.iter().map(|it| it.span).collect(),
        ];
        for spans in lists {
            assert!(spans.iter().all(|it| is_slice(&document.reading.text, *it)), "{spans:?}\n{text}");
            assert!(spans.windows(2).all(|it| it[0].end <= it[1].start), "{spans:?}\n{text}");
        }
        for subject in figures.iter().filter_map(|it| it.subject) {
            assert!(is_slice(&document.reading.text, subject), "{subject:?}\n{text}");
        }
        for it in places {
            assert!(!it.canonical.is_empty() && it.canonical.split('/').all(|it| !it.is_empty()), "{it:?}\n{text}");
        }
    });
}

#[test]
fn mentions_lie_in_the_spans_of_their_article() {
    for_each_document(|text, document| {
        let paragraphs: Vec<Span> = document.article.paragraphs.concat();
        let spans = document.mentions.figures.iter().map(|it| it.span);
        let spans = spans.chain(document.mentions.dates.iter().map(|it| it.span));
        for span in spans.chain(document.mentions.places.iter().map(|it| it.span)) {
            let runs = document.reading.runs(span);
            let printed: String = runs.iter().map(|it| it.slice(text)).collect();
            assert_eq!(printed, span.slice(&document.reading.text), "{span:?}\n{text}");
            let is_inside = |run: &Span| paragraphs.iter().any(|it| it.start <= run.start && run.end <= it.end);
            assert!(runs.iter().all(is_inside), "{runs:?} lie in no span of their article\n{text}");
        }
    });
}

#[test]
fn every_character_lies_in_one_token() {
    for_each_document(|text, document| {
        let reading = &document.reading.text;
        let mut at = 0;
        for token in &document.tokens {
            assert!(is_slice(reading, token.span) && token.span.start >= at, "{token:?}\n{text}");
            assert!(reading[at..token.span.start].trim().is_empty(), "before {token:?}\n{text}");
            at = token.span.end;
        }
        assert!(reading[at..].trim().is_empty(), "{text}");
    });
}

#[test]
fn values_are_numbers_and_grow_with_what_is_written() {
    let mut by_unit: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for_each_document(|text, document| {
        for it in &document.mentions.figures {
            assert!(it.value.is_finite() && it.high.is_none_or(f64::is_finite), "{it:?}\n{text}");
            assert!(it.high.is_none_or(|high| high >= it.value), "{it:?}\n{text}");
            if let Some(base) = it.base_value.filter(|_| is_plain(it)) {
                by_unit.entry(format!("{} {}", it.unit, it.base_unit)).or_default().push((it.value, base));
            }
        }
    });
    assert!(by_unit.len() > 20, "only {} units were met", by_unit.len());
    for (unit, mut values) in by_unit {
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(values.windows(2).all(|it| it[0].1 <= it[1].1), "{unit}: {values:?}");
    }
}

#[test]
fn dates_print_as_they_are_read() {
    for_each_document(|text, document| {
        for value in document.mentions.dates.iter().filter_map(|it| it.edtf.as_ref()) {
            assert_eq!(Edtf::parse(value.as_str()).as_ref(), Some(value), "{text}");
            if let (Some(first), Some(last)) = value.bounds() {
                assert!(first <= last, "{value:?}\n{text}");
            }
        }
    });
}

#[test]
fn reading_twice_reads_the_same() {
    for seed in 0..20 {
        let text = random_page(seed);
        assert_eq!(documents(&text), documents(&text), "seed {seed}");
    }
}

/// Not added up of several units (3元5角): its unit is only the first one's.
fn is_plain(figure: &FigureMention) -> bool {
    !matches!(figure.rule.as_str(), "units-added" | "unit-and-half")
}

fn is_slice(text: &str, span: Span) -> bool {
    span.start < span.end && text.get(span.start..span.end).is_some()
}

fn for_each_document(mut check: impl FnMut(&str, &Document)) {
    for seed in 0..N_PAGES {
        let text = random_page(seed);
        documents(&text).iter().for_each(|it| check(&text, it));
    }
}

fn documents(text: &str) -> Vec<Document> {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    analyse(parse_page("p", text), LEXICON.get_or_init(Lexicon::native)).documents
}

/// A page of up to sixty pieces; one in three has front matter.
fn random_page(seed: u64) -> String {
    let mut random = Random(seed);
    let mut res = if seed.is_multiple_of(3) { "---\n日期: 2023-04-01\n---\n".to_owned() } else { String::new() };
    for _ in 0..random.below(60) {
        match random.below(8) {
            0..=2 => res.push_str(pick(&mut random, &pieces().clauses)),
            3 | 4 => res.push_str(pick(&mut random, &pieces().words)),
            5 => res.push_str(&number(&mut random)),
            6 => res.push_str(MARKS[random.below(MARKS.len())]),
            _ => res.push(char::from_u32(random.below(0x3_0000) as u32).unwrap_or('\u{fffd}')),
        }
    }
    res
}

const MARKS: [&str; 20] = [
    "。", "，", "、", "；\n", "。\n\n", "“", "”", "《", "》", "（", "）", "\n\n◎", "——", "至", "\u{3000}", " ", "%",
    "/", "-", "·",
];

fn number(random: &mut Random) -> String {
    let digits: Vec<char> = "0123456789０１２一二三十百千万亿两几.多余".chars().collect();
    (0..1 + random.below(6)).map(|_| digits[random.below(digits.len())]).collect()
}

fn pick<'a>(random: &mut Random, from: &'a [String]) -> &'a str {
    &from[random.below(from.len())]
}

/// What pages are made of.
struct Pieces {
    /// Clauses of the bundled pages, stops included.
    clauses: Vec<String>,
    /// First columns of the small tables, and every fiftieth name of the gazetteer.
    words: Vec<String>,
}

fn pieces() -> &'static Pieces {
    static PIECES: OnceLock<Pieces> = OnceLock::new();
    PIECES.get_or_init(|| {
        let root = root();
        let clauses = texts(&root.join("public/corpus"), "txt")
            .iter()
            .flat_map(|it| it.split_inclusive(['，', '。', '\n']).map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let tables = texts(&root.join("data"), "tsv");
        let first = |table: &String| {
            let rows: Vec<&str> = table.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).collect();
            let step = if rows.len() > 2000 { 50 } else { 1 };
            let words = rows.iter().step_by(step).filter_map(|it| it.trim_start().split('\t').next());
            words.filter(|it| it.chars().count() < 20).map(str::to_owned).collect::<Vec<_>>()
        };
        Pieces { clauses, words: tables.iter().flat_map(first).collect() }
    })
}

fn texts(folder: &Path, ending: &str) -> Vec<String> {
    files(folder, ending).iter().map(|it| fs::read_to_string(it).unwrap()).collect()
}

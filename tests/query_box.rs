//! Properties of what the search box is told: repairs made one after the other end in a query without problems, and
//! completion answers wherever the caret stands. Queries are drawn by seed from pieces that meet badly.

use banmian::engine::archive::Random;
use banmian::engine::query::ast::Query;
use banmian::engine::query::completion::{Names, complete};
use banmian::engine::query::parser::parse;
use banmian::engine::query::pinyin::Pinyin;
use banmian::engine::query::vocabulary::Vocabulary;

const N_QUERIES: usize = 4000;

const PIECES: [&str; 34] = [
    "修路",
    "牧民",
    "a",
    " ",
    " ",
    "　",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "（",
    "-",
    "OR",
    " OR ",
    "标题:",
    "标頭:",
    "地名：",
    "类型:",
    "日期:",
    "数字:",
    "评伦",
    "2023-13",
    "2023-06..2023-04",
    "500..100户",
    "去年",
    ">",
    "..",
    "$5",
    "#",
    "+3",
    "1",
    "万元",
    "体裁:通讯",
];

#[test]
fn repairs_end() {
    for query in queries() {
        let mut text = query.clone();
        for n_repairs in 0.. {
            let Query { problems, .. } = parse(&text);
            let Some(problem) = problems.first() else { break };
            assert!(n_repairs < 60, "{query:?} is repaired for ever: {text:?}, {problems:?}");
            text.replace_range(problem.span.start..problem.span.end, &problem.repair);
        }
    }
}

#[test]
fn every_problem_names_a_part_of_the_query() {
    for query in queries() {
        for problem in parse(&query).problems {
            let part = query.get(problem.span.start..problem.span.end);
            assert!(part.is_some_and(|it| !it.is_empty()), "{query:?}: {problem:?}");
            assert_ne!(part, Some(problem.repair.as_str()), "{query:?}");
        }
    }
}

#[test]
fn completion_answers_wherever_the_caret_stands() {
    let (vocabulary, pinyin) = (Vocabulary::default(), Pinyin::native());
    let names = Names { vocabulary: &vocabulary, pinyin: Some(&pinyin) };
    let past = ["修路 牧民".to_owned()];
    for query in queries().take(400) {
        for caret in 0..=query.len() + 1 {
            let list = complete(&query, caret, &past, names);
            assert!(query.get(list.span.start..list.span.end).is_some(), "{query:?} at {caret}");
            assert!(list.offers.is_empty() || list.span.end == caret, "{query:?} at {caret}");
        }
    }
}

fn queries() -> impl Iterator<Item = String> {
    let mut random = Random(31);
    (0..N_QUERIES).map(move |_| (0..1 + random.below(9)).map(|_| PIECES[random.below(PIECES.len())]).collect())
}

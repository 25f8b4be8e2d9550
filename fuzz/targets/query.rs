//! Whatever is typed is a query, whose repairs fit where they belong, and can be gone on with anywhere.
#![no_main]

use banmian::engine::query::completion::{Names, complete};
use banmian::engine::query::parser;
use banmian::engine::query::vocabulary::Vocabulary;
use banmian_fuzz::text_of;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = text_of(bytes);
    let query = parser::parse(&text);
    assert_eq!(parser::parse(&text), query);
    for problem in &query.problems {
        assert!(text.get(problem.span.start..problem.span.end).is_some());
    }
    let names = Names { vocabulary: &Vocabulary::default(), pinyin: None };
    for caret in [0, text.len() / 2, text.len()] {
        let list = complete(&text, caret, &[], names);
        assert!(text.get(list.span.start..list.span.end).is_some());
    }
});

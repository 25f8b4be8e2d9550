//! Whatever is typed is a query.
#![no_main]

use banmian::engine::query::parser;
use banmian_fuzz::text_of;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = text_of(bytes);
    let query = parser::parse(&text);
    assert_eq!(parser::parse(&text), query);
});

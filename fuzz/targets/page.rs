//! Any bytes are a page: decoding, blocks, articles, the page's own date; no dictionary.
#![no_main]

use banmian::engine::analysis::analyse;
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page::parse_page;
use banmian::engine::text::decode;
use banmian_fuzz::{check_mentions, check_spans};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = decode::native(bytes).text;
    let page = parse_page("p", &text);
    for article in &page.articles {
        let mut spans = [article.headline.clone(), article.paragraphs.concat()].concat();
        spans.sort();
        check_spans(&text, spans);
    }
    let analysis = analyse(page, &Lexicon::default());
    for it in &analysis.documents {
        check_mentions(&it.reading.text, &it.mentions);
    }
    for it in &analysis.diagnostics {
        assert!(text.get(it.span.start..it.span.end).is_some(), "{it:?}");
    }
});

//! Numerals and figures of any text; no dictionary.
#![no_main]

use banmian::engine::extract::figure;
use banmian::engine::extract::glyph::Glyphs;
use banmian::engine::extract::{Context, Mentions, numeral};
use banmian::engine::lexicon::Lexicon;
use banmian_fuzz::{check_mentions, text_of};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = text_of(bytes);
    let glyphs = Glyphs::new(&text);
    for at in 0..glyphs.len() {
        if let Some(it) = numeral::read(&glyphs, at) {
            assert!(it.start >= at.saturating_sub(1) && it.start < it.end && it.end <= glyphs.len(), "{it:?}");
        }
    }
    let mut mentions = Mentions::default();
    let lexicon = Lexicon::default();
    figure::extract(&text, &[], &Context { published: None, lexicon: &lexicon, headline: "" }, &mut mentions);
    check_mentions(&text, &mentions);
});

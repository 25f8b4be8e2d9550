//! Dates of any text, against a reference date and without one.
#![no_main]

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{Context, Mentions, date};
use banmian::engine::lexicon::Lexicon;
use banmian_fuzz::{check_mentions, text_of};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = text_of(bytes);
    let lexicon = Lexicon::default();
    for published in [None, Edtf::parse("2024-02-29"), Edtf::parse("2023-10~"), Edtf::parse("2022")] {
        let mut mentions = Mentions::default();
        let context = Context { published: published.as_ref(), lexicon: &lexicon, headline: "" };
        date::extract(&text, &context, &mut mentions);
        check_mentions(&text, &mentions);
    }
});

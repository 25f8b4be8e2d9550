//! Dates of any text, against a reference date and without one.
#![no_main]

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{Context, Mentions, date};
use banmian::engine::lexicon::Lexicon;
use banmian_fuzz::{check_mentions, text_of};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = text_of(bytes);
    let lexicon = Lexicon::default();
    let of = |published: Option<&Edtf>| {
        let mut mentions = Mentions::default();
        date::extract(&text, &Context { published, lexicon: &lexicon, headline: "" }, &mut mentions);
        check_mentions(&text, &mentions);
        mentions.dates.into_iter().map(|it| it.span).collect::<Vec<_>>()
    };
    let day = Edtf::parse("2024-02-29");
    let spans = of(None);
    for published in [day, Edtf::parse("2023-10~"), Edtf::parse("2022")] {
        assert_eq!(of(published.as_ref()), spans, "the reference date changes values, never spans");
    }
});

//! A passage with dictionary and gazetteer: words, places, subjects, everything together.
#![no_main]

use std::sync::LazyLock;

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{self, Context};
use banmian::engine::lexicon::Lexicon;
use banmian_fuzz::{check_mentions, check_spans, text_of};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::native);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = text_of(bytes);
    let tokens = LEXICON.tokenizer.as_ref().map(|it| it.cut(&text)).unwrap_or_default();
    check_spans(&text, tokens.iter().map(|it| it.span));
    let published = Edtf::parse("2024-02-29");
    let headline = text.lines().next().unwrap_or("");
    let context = Context { published: published.as_ref(), lexicon: &LEXICON, headline };
    check_mentions(&text, &extract::extract(&text, &tokens, &context));
});

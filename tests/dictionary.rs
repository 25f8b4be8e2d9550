//! The dictionary asset gives the browser the same words as the native build.

#[path = "support/pages.rs"]
mod pages;

use std::path::PathBuf;
use std::process::Command;

use banmian::engine::token::Tokenizer;
use banmian::engine::token::dictionary::{self, Dictionary};

/// jieba's own dictionary, where cargo unpacked the crate.
fn jieba_dictionary() -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let package = metadata["packages"].as_array().and_then(|it| it.iter().find(|it| it["name"] == "jieba-rs"));
    let manifest = package.and_then(|it| it["manifest_path"].as_str()).expect("jieba-rs is a dependency");
    let file = PathBuf::from(manifest).with_file_name("src").join("data/dict.txt");
    std::fs::read_to_string(file).expect("jieba-rs carries its dictionary")
}

#[test]
fn the_asset_cuts_the_corpus_as_the_native_dictionary_does() {
    let positions = include_str!("../data/hmm.tsv").to_owned();
    let original = Dictionary { words: jieba_dictionary(), positions };
    let asset = dictionary::encode(&original).expect("jieba's dictionary has the form we know");
    let decoded = dictionary::decode(&asset).expect("what was encoded decodes");
    assert_eq!(decoded.words.lines().count(), original.words.lines().count());
    let (native, loaded) = (Tokenizer::native(), Tokenizer::with_dictionary(&decoded).expect("it is a dictionary"));
    for (_, text) in pages::pages() {
        assert_eq!(native.cut(&text), loaded.cut(&text));
    }
}

/// jieba with the model that its native build carries, user words apart: what ours may differ from only knowingly.
#[test]
fn unknown_words_are_cut_as_jieba_cuts_them() {
    let mut jieba = jieba_rs::Jieba::new();
    for line in include_str!("../data/user_words.tsv").lines().filter(|it| !it.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        jieba.add_word(fields[0], fields[1].parse().ok(), Some(fields[2]));
    }
    let native = Tokenizer::native();
    let mut n_words = 0;
    for (_, text) in pages::pages() {
        let expected: Vec<&str> =
            jieba.cut(&text, true).iter().map(|it| it.word).filter(|it| !it.trim().is_empty()).collect();
        let found: Vec<&str> = native.cut(&text).iter().map(|it| it.span.slice(&text)).collect();
        assert_eq!(found, expected);
        n_words += found.len();
    }
    assert!(n_words > 5_000, "the corpus was cut: {n_words}");
}

#[test]
fn every_visible_character_lies_in_exactly_one_token() {
    let tokenizer = Tokenizer::native();
    let odd =
        "版面\r\n👨‍👩‍👧 ＡＢ１２　\u{0}\u{7f}\u{200b}é̂ß\u{fffd}\u{ffff}𠮷野家3.14%—— “云支部”\tC++ x_y-z\u{3000}\u{a0}①㎡";
    for text in [odd, "", "\n", "一", "\u{fe0f}", &odd.repeat(3)] {
        let mut at = 0;
        for token in tokenizer.cut(text) {
            assert!(token.span.start >= at && !token.span.is_empty(), "{text:?} {token:?}");
            assert!(text[at..token.span.start].trim().is_empty(), "{:?} is in no token", &text[at..token.span.start]);
            at = token.span.end;
        }
        assert!(text[at..].trim().is_empty(), "{:?} is in no token", &text[at..]);
    }
}

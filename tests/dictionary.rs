//! The dictionary asset gives the browser the same words as the native build.

use std::path::PathBuf;
use std::process::Command;

use banmian::engine::token::{Tokenizer, dictionary};

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
    let asset = dictionary::encode(&jieba_dictionary()).expect("jieba's dictionary has the form we know");
    let decoded = dictionary::decode(&asset).expect("what was encoded decodes");
    assert_eq!(decoded.lines().count(), jieba_dictionary().lines().count());
    let (native, loaded) = (Tokenizer::native(), Tokenizer::with_dictionary(&decoded).expect("it is a dictionary"));
    let mut n_tokens = 0;
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/public/corpus")).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let tokens = native.cut(&text);
        assert_eq!(tokens, loaded.cut(&text));
        n_tokens += tokens.len();
    }
    assert!(n_tokens > 5_000, "the corpus was cut: {n_tokens}");
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

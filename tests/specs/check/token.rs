//! The check of the specs in `tests/specs/token`: the words of a text, and which of them can be keywords.

use banmian::engine::token::content;

use super::{lexicon, same};
use crate::case::Case;

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    let tokens = lexicon().tokenizer.as_ref().unwrap().cut(&input);
    let words = tokens.iter().map(|it| (it.span.slice(&input), it.tag));
    let found: Vec<String> = match case.area().as_str() {
        "tokenizer" => words.map(|(word, tag)| format!("{word}/{tag}")).collect(),
        "content" => {
            words.filter(|(word, tag)| content::is_content_word(word, tag)).map(|it| it.0.to_owned()).collect()
        }
        area => panic!("no check for {area}"),
    };
    same(&expected, &found.join(" "))
}

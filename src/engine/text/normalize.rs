//! Folding for comparison: full-width to half-width, Latin to lower case. Never shown; spans stay those of the source.

/// The character that search, rules and tables compare: full-width ASCII to half-width, Latin to lower case.
pub fn fold(ch: char) -> char {
    match ch {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch).to_ascii_lowercase(),
        _ => ch.to_ascii_lowercase(),
    }
}

/// `text` with every character folded; the number of characters stays, the number of bytes may not.
pub fn fold_text(text: &str) -> String {
    text.chars().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_the_number_of_characters() {
        assert_eq!(fold_text("ＡＰＰ１２　版，"), "app12 版,");
        assert_eq!(fold_text("面。"), "面。");
    }
}

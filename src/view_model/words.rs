//! Words of the translations in a given language. Whoever words something takes the locale as an argument; nothing
//! here or above depends on a global one.

use super::{Locale, format};
use crate::engine::text::readable::fill;

/// The translation of `key`. A key that the translations lack comes back as it is; a test keeps that from happening.
pub fn text(locale: Locale, key: &str) -> String {
    rust_i18n::t!(key, locale = locale.as_str()).into_owned()
}

/// The translation of `key` with its placeholders (`%{name}`) filled by `values`.
pub fn text_with(locale: Locale, key: &str, values: &[(&str, &str)]) -> String {
    fill(&text(locale, key), values)
}

/// The translation for `n` things: `key` is a row with the entries `.one` and `.other`, both with `%{n}`.
pub fn counted(locale: Locale, key: &str, n: usize) -> String {
    let form = if n == 1 { "one" } else { "other" };
    text_with(locale, &format!("{key}.{form}"), &[("n", &format::count(n))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_words() {
        assert_eq!(text(Locale::Chinese, "app.name"), "版面");
        assert_eq!(text(Locale::English, "app.name"), "Banmian");
    }
}

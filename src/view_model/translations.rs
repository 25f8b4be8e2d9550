//! The translations of the browser, which come as one file a language, so that the page fetches the language it speaks
//! before it is shown and the other one after.

use std::borrow::Cow;
use std::sync::OnceLock;

use rust_i18n::Backend;

use super::Locale;

/// The words of each language that has come, in the order of [`Locale::ALL`].
static GIVEN: [OnceLock<Words>; 2] = [const { OnceLock::new() }; 2];

/// Keys with what they say, by key.
type Words = Vec<(&'static str, &'static str)>;

/// Takes the file of a language: a line for each key, in order, the key before a tab. `false` where it is no such file.
pub fn give(locale: Locale, file: String) -> bool {
    let words: Words = Box::leak(file.into_boxed_str()).lines().filter_map(|it| it.split_once('\t')).collect();
    let is_file = !words.is_empty();
    if is_file {
        // What has come before stays: it is the same.
        let _ = GIVEN[locale as usize].set(words);
    }
    is_file
}

/// Looks up what has come; the other language stands in for one that has not.
pub struct Translations;

impl Backend for Translations {
    fn available_locales(&self) -> Vec<Cow<'_, str>> {
        Locale::ALL.into_iter().filter(|it| given(*it).is_some()).map(|it| it.as_str().into()).collect()
    }

    fn translate(&self, locale: &str, key: &str) -> Option<Cow<'_, str>> {
        let words = Locale::parse(locale).and_then(given)?;
        let at = words.binary_search_by(|it| it.0.cmp(key)).ok()?;
        words.get(at).map(|it| it.1.into())
    }

    fn messages_for_locale(&self, locale: &str) -> Option<Vec<(Cow<'_, str>, Cow<'_, str>)>> {
        let words = Locale::parse(locale).and_then(given)?;
        Some(words.iter().map(|it| (it.0.into(), it.1.into())).collect())
    }
}

fn given(locale: Locale) -> Option<&'static Words> {
    GIVEN[locale as usize].get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_come_is_found_and_nothing_else() {
        assert_eq!(Translations.translate("en", "a.b"), None);
        assert!(!give(Locale::English, "<!doctype html>".to_owned()));
        assert!(give(Locale::English, "a.b\tOne\na.b-c\tTwo: %{n}\na.c\t\n".to_owned()));
        let english = ["a.b", "a.b-c", "a.c", "a", "b"].map(|it| Translations.translate("en", it));
        assert_eq!(english, [Some("One".into()), Some("Two: %{n}".into()), Some("".into()), None, None]);
        assert_eq!(Translations.translate("zh-CN", "a.b"), None);
        assert_eq!(Translations.available_locales(), ["en"]);
        assert_eq!(Translations.messages_for_locale("en").map(|it| it.len()), Some(3));
    }
}

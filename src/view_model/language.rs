//! The two languages of the screen. Whoever words something takes the language as an argument.

/// A language that every translation has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Every language, in the order of the switch.
    pub const ALL: [Language; 2] = [Language::Chinese, Language::English];

    /// The locale's name in the translations, also right for the `lang` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// The language of a BCP 47 tag, as browsers and settings give it; `None` for any other language.
    pub fn parse(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next().map(str::to_ascii_lowercase).as_deref() {
            Some("zh") => Some(Language::Chinese),
            Some("en") => Some(Language::English),
            _ => None,
        }
    }

    /// The translation of `key`. Keys that end nowhere come back as they are; a test keeps that from happening.
    pub fn text(self, key: &str) -> String {
        rust_i18n::t!(key, locale = self.as_str()).into_owned()
    }

    /// The translation of `key` with its placeholders filled: `%{name}`.
    pub fn text_with(self, key: &str, values: &[(&str, &str)]) -> String {
        let mut res = String::new();
        let template = self.text(key);
        let mut rest = template.as_str();
        while let Some((before, after)) = rest.split_once("%{") {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            res.push_str(before);
            res.push_str(values.iter().find(|(it, _)| *it == name).map_or("", |(_, value)| value));
            rest = after;
        }
        res + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_browsers_are_known() {
        assert_eq!(Language::parse("zh-Hans-CN"), Some(Language::Chinese));
        assert_eq!(Language::parse("en_GB"), Some(Language::English));
        assert_eq!(Language::parse("de"), None);
        assert_eq!(Language::parse(""), None);
    }
}

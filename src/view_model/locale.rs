//! The two languages of the screen.

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Locale {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Locale {
    /// Every language, in the order of the switch.
    pub const ALL: [Locale; 2] = [Locale::Chinese, Locale::English];

    /// The name that the translations use.
    pub fn as_str(self) -> &'static str {
        match self {
            Locale::Chinese => "zh-CN",
            Locale::English => "en",
        }
    }

    /// The tag that tells the browser the language and its script.
    pub fn html_lang(self) -> &'static str {
        match self {
            Locale::Chinese => "zh-Hans",
            Locale::English => "en",
        }
    }

    /// The language's own name, which no translation changes.
    pub fn own_name(self) -> &'static str {
        match self {
            Locale::Chinese => "简体中文",
            Locale::English => "English",
        }
    }

    /// The language of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Locale::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// The best language for a browser that prefers `tag` (`zh-TW`, `en-GB`, `mn`): Chinese for every Chinese, else English.
    pub fn for_browser(tag: &str) -> Self {
        let is_chinese = tag.split(['-', '_']).next().is_some_and(|it| it.eq_ignore_ascii_case("zh"));
        if is_chinese { Locale::Chinese } else { Locale::English }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_browser_gets_a_language() {
        let cases = [("zh", Locale::Chinese), ("zh-Hant-TW", Locale::Chinese), ("ZH_cn", Locale::Chinese)];
        for (tag, locale) in cases.into_iter().chain([("en-GB", Locale::English), ("", Locale::English)]) {
            assert_eq!(Locale::for_browser(tag), locale, "{tag}");
        }
        assert_eq!(Locale::ALL.map(|it| Locale::parse(it.as_str())), Locale::ALL.map(Some));
    }
}

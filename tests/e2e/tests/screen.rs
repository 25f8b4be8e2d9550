//! The words by which people know the things on the screen, and the ways to them.

use banmian_e2e::page::Page;
use banmian_e2e::role::{Node, Target, part, whole};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;

/// A headline of the first bundled page.
pub const HEADLINE: &str = "手牵手结对子";

/// Every view, bare and with something in it.
pub const LOCATIONS: [&str; 27] = [
    "#/",
    "#/articles",
    "#/articles?q=流动党员&article=000-01",
    "#/articles?article=002-01&reading=shown",
    "#/figures?quantity=person",
    "#/figures?group=place&folded=yes",
    "#/figures?quantity=person&article=000-01&figure=0",
    "#/charts",
    "#/charts?chart=figures-ranked",
    "#/charts?chart=figures-strip",
    "#/charts?chart=figures-histogram",
    "#/charts?chart=figures-over-time",
    "#/charts?chart=articles-over-time",
    "#/charts?chart=mentions-over-time",
    "#/charts?chart=articles-by-place",
    "#/charts?chart=places-by-section",
    "#/charts?chart=places-by-time",
    "#/charts?chart=programmes-by-place",
    "#/charts?chart=multiples",
    "#/charts?chart=figures-by-place&form=table",
    "#/places",
    "#/places?places=tiles&place=内蒙古自治区/赤峰市",
    "#/places?places=tiles&form=table&shade=largest",
    "#/words",
    "#/words?q=流动党员",
    "#/words?q=党员&panel=collocates",
    "#/compare?a=q%3D党员&b=q%3D合作社",
];

/// The two languages of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// 简体中文.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// As the switch names it in its values.
    pub fn code(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }
}

/// An article in the result list.
pub fn headline(words: &str) -> Target {
    part("link", words)
}

/// The search box.
pub fn search_box() -> Target {
    whole("combobox", "在文章中搜索")
}

/// The link to a view.
pub fn view(name: &str) -> Target {
    whole("link", name)
}

/// Waits for the bars of a chart of figures; each is a button that says what it stands for and its value.
pub fn see_bars(page: &Page) -> Outcome<Vec<Node>> {
    page.until("the bars of a chart", || {
        let mut bars = page.all(&part("button", "："))?;
        // The facets and chips have buttons of their own, which say what they do.
        let others = ["去掉条件", "改为相反", "复制链接", "排除"];
        bars.retain(|bar| !others.iter().any(|it| bar.name.starts_with(it)));
        Ok((!bars.is_empty()).then_some(bars))
    })
}

/// What a link carries: everything but which rows of the facet's tree are open.
pub fn content(page: &Page) -> Outcome<String> {
    let script = "return [...document.querySelectorAll('main, fieldset')].map((part) => part.innerText).join('\\n')";
    Ok(page.script(script, vec![])?.as_str().unwrap_or_default().to_owned())
}

/// The words that are marked on the screen. Marks have no name of their own in the accessibility tree.
pub fn marked(page: &Page) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('mark')].map((mark) => mark.textContent)";
    let words = page.script(script, vec![])?;
    Ok(words.as_array().into_iter().flatten().filter_map(|words| words.as_str().map(str::to_owned)).collect())
}

/// Waits until `words` are marked.
pub fn see_marked(page: &Page, words: &str) -> Outcome {
    page.until(&format!("“{words}” marked"), || {
        Ok(marked(page)?.iter().any(|marked| marked.contains(words)).then_some(()))
    })
}

/// Waits until the list of articles is there.
pub fn wait_for_articles(page: &Page) -> Outcome {
    page.see_text(HEADLINE)
}

/// Waits until dictionary and gazetteer have come and the screen shows what they brought.
pub fn wait_for_places(page: &Page) -> Outcome {
    page.until("the dictionary", || {
        let text = page.text()?;
        let waits =
            ["词典和地名表载入中", "Dictionary and gazetteer are loading"].iter().any(|words| text.contains(words));
        Ok((!waits && text.contains("内蒙古")).then_some(()))
    })?;
    page.settle()
}

/// Goes to a location as a pasted link does, and waits for its screen.
pub fn go(page: &Page, hash: &str) -> Outcome {
    page.script("location.hash = arguments[0]", vec![json!(hash)])?;
    page.settle()
}

/// Chooses a language, whatever the present one is.
pub fn choose_language(page: &Page, language: Language) -> Outcome {
    let switch = ["语言", "Language"].map(|name| whole("combobox", name));
    choose(page, &switch, language.code())
}

/// Chooses `light` or `dark`.
pub fn choose_theme(page: &Page, language: Language, theme: &str) -> Outcome {
    let name = if language == Language::Chinese { "明暗" } else { "Theme" };
    choose(page, &[whole("combobox", name)], theme)?;
    let shown = page.script("return document.documentElement.dataset.theme", vec![])?;
    ensure(shown == json!(theme), || format!("the theme is {shown}, not {theme}"))
}

fn choose(page: &Page, switch: &[Target], value: &str) -> Outcome {
    for target in switch {
        if !page.all(target)?.is_empty() {
            page.set_value(target, value)?;
            return page.settle();
        }
    }
    Err(format!("there is none of {switch:?}"))
}

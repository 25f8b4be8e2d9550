//! How a page was read: the switch of the reader, the gloss of each mention, and the remarks that lead to their places.

use banmian_e2e::folder::Folder;
use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;

use crate::screen::{self, Language};

/// An undated page with a name that looks misprinted, twice.
const PAGE: &str = "◎广角\n\n渠水流进新菜地\n\n□本报记者 某某\n\n\
    近日，巴彦淖尔市杭锦旗的渠水流进了新菜地。2023年，全旗修好水渠12公里，3200户农民用上了渠水。\n\n\
    深秋时节，巴彦淖尔市杭锦旗的菜地里还是一片绿。\n";

/// Switched on, each mention says value, rule and confidence; its gloss leads to its mark; a link keeps the switch.
pub fn says_how_each_mention_was_read(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&format!("{}#/articles?article=000-01", running.url))?;
    screen::wait_for_places(page)?;
    let text = page.text()?;
    ensure(!text.contains("名录中的正式名称"), || {
        "the glosses are there before they are asked for".to_owned()
    })?;
    page.click(&whole("button", "读法"))?;
    page.see(&whole("list", "读法"))?;
    for words in ["名录中的正式名称", "数词加单位", "把握", "确定"] {
        page.see_text(words)?;
    }
    page.click(&whole("button", "2155名"))?;
    let told = "const mark = document.activeElement;
        return mark.textContent + '：' + document.getElementById(mark.getAttribute('aria-describedby')).innerText";
    let told = page.script(told, vec![])?;
    let told = told.as_str().unwrap_or_default().to_owned();
    for words in ["2155名：", "2,155名", "数词加单位", "确定"] {
        ensure(told.contains(words), || format!("the mark says “{told}”, without {words}"))?;
    }
    ensure(page.url()?.contains("reading=shown"), || "the switch is not in the address".to_owned())?;
    page.reload()?;
    screen::wait_for_places(page)?;
    page.see_text("名录中的正式名称")?;
    screen::choose_language(page, Language::English)?;
    for words in ["official name in the gazetteer", "Confidence", "certain"] {
        page.see_text(words)?;
    }
    page.click(&whole("button", "How it was read"))?;
    page.see_no(&whole("list", "How it was read"))
}

/// The page's remarks are counted by severity, equal ones told once; each leads to its place, which has the focus.
pub fn goes_from_a_remark_to_its_place(page: &Page) -> Outcome {
    let folder = Folder::new()?;
    folder.add("a.txt", PAGE)?;
    folder.add("index.json", json!(["a.txt"]).to_string())?;
    let running = serve(site()?.with_corpus(folder.path()))?;
    page.open(&format!("{}#/articles?article=a-01", running.url))?;
    page.see_text("（推断）")?;
    page.see_text("依据：")?;
    page.see(&part("link", "杭锦后旗"))?;
    page.click(&whole("button", "读法"))?;
    page.click(&part("DisclosureTriangle", "本版读版札记（注意 2 · 提示"))?;
    page.see_text("地名似有误排，应为“杭锦后旗”")?;
    page.see_text("原文不改，只改归属")?;
    let places = page.all(&part("link", "杭锦旗"))?;
    ensure(places.len() == 2, || format!("{} ways to the misprints, not 2", places.len()))?;
    page.click_node(&places[1])?;
    page.until("the second misprint with the focus", || {
        let found = page.script(
            "const mark = document.activeElement;
             return mark.matches('.mention--pointed') && mark.closest('p').textContent.startsWith('深秋')
                && mark.textContent",
            vec![],
        )?;
        Ok((found == json!("杭锦旗")).then_some(()))
    })?;
    page.see_text("疑有误排，依上下文改正")?;
    page.see_text("存疑")?;
    ensure(page.url()?.contains("at="), || "the place is not in the address".to_owned())?;
    page.back()?;
    page.until("no place pointed at", || Ok((!page.url()?.contains("at=")).then_some(())))
}

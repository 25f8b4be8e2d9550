//! How a page was read: the switch of the reader, the gloss of each mention, and the remarks that lead to their places.

use banmian_e2e::folder::Folder;
use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use thirtyfour::Key;

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

/// n and N walk the hits of the query round the ends; the walk is said, the hit is in sight, and the masthead stays.
pub fn walks_the_hits(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&format!("{}#/articles?q=党员&article=000-01", running.url))?;
    screen::wait_for_places(page)?;
    let n_hits = "const marks = [...document.querySelectorAll('.article-text mark[data-hit]')];
        return new Set(marks.map((mark) => mark.dataset.hit)).size";
    let n_hits = page.script(n_hits, vec![])?;
    let n_hits = n_hits.as_u64().unwrap_or_default();
    ensure(n_hits > 2, || format!("only {n_hits} marks of hits"))?;
    said(page, &format!("命中 {n_hits} 处"))?;
    page.script("document.querySelector('.reader').focus()", vec![])?;
    for (key, at) in [("n", 1), ("n", 2), ("N", 1), ("N", n_hits), ("n", 1), ("N", n_hits)] {
        page.press_text(key)?;
        said(page, &format!("命中 {at} / {n_hits}"))?;
    }
    let place = "const marks = document.querySelectorAll('.article-text mark[aria-current]');
        const box = marks[0].getBoundingClientRect();
        return [[...marks].map((mark) => mark.textContent).join(''), box.top > 0 && box.bottom < innerHeight, scrollY];";
    let place = page.script(place, vec![])?;
    ensure(place == json!(["党员", true, 0]), || format!("the hit, whether it is in sight, the scroll: {place}"))?;
    page.click(&whole("button", "下一处"))?;
    said(page, &format!("命中 1 / {n_hits}"))
}

/// What leads on from an article: its figures lead to their places, its neighbours open, its citation can be copied.
pub fn leads_on_and_is_cited(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&format!("{}#/articles?article=000-01", running.url))?;
    screen::wait_for_places(page)?;
    page.see(&whole("heading", "相近的文章"))?;
    page.click(&part("DisclosureTriangle", "数字（"))?;
    page.click(&part("link", "2,155名"))?;
    page.until("the figure pointed at", || {
        let pointed = page.script("return document.querySelector('.mention--pointed')?.textContent ?? ''", vec![])?;
        Ok(pointed.as_str().is_some_and(|it| it.contains("2155")).then_some(()))
    })?;
    let next = part("link", "以才育才");
    // The same headline stands in the list of results; the last one is the reader's.
    let next = page.until("the neighbour", || Ok(page.all(&next)?.pop()))?;
    page.click_node(&next)?;
    let forms = page.until("three citations of the neighbour", || {
        let cited = "return [...document.querySelectorAll('.citation__text')].map((it) => it.textContent)";
        let forms: Vec<String> = page
            .script(cited, vec![])?
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| it.as_str().map(str::to_owned))
            .collect();
        Ok((forms.len() == 3 && forms.iter().all(|it| it.contains("以才育才"))).then_some(forms))
    })?;
    ensure(page.url()?.contains("article=000-02"), || "the neighbour is not in the address".to_owned())?;
    ensure(forms[0].contains("[N]") && forms[1].starts_with("@"), || format!("the citations are {forms:?}"))?;
    page.click(&whole("button", "复制 GB/T 7714"))?;
    said(page, "已复制")?;
    page.type_into(&screen::search_box(), &format!("{}v", char::from(Key::Control)))?;
    page.until("the citation in the search box", || {
        let text = page.script("return document.activeElement.value ?? ''", vec![])?;
        Ok((text.as_str().map(str::trim) == Some(forms[0].trim())).then_some(()))
    })
}

/// Waits until a live region says it.
fn said(page: &Page, words: &str) -> Outcome {
    page.until(&format!("“{words}” said"), || {
        let script =
            "return [...document.querySelectorAll('[role=status]')].some((it) => it.innerText === arguments[0])";
        Ok((page.script(script, vec![json!(words)])? == json!(true)).then_some(()))
    })
}

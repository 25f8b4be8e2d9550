//! The search box and what is kept: composing Chinese, repairing a query, completing it, saving and reopening a view.

use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::screen;

/// Gives the search box the focus and hands over whether an Enter that belongs to the input method goes on.
const ENTER_OF_INPUT_METHOD: &str = "
    const options = { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
    return document.querySelector('[role=search] input').dispatchEvent(new KeyboardEvent('keydown', options));";

/// Chooses a file of this text in the field for imports.
const CHOOSE_FILE: &str = "
    const field = document.querySelector('input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File([arguments[0]], 'views.txt', { type: 'text/plain' }));
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// Pinyin on its way through an input method is neither searched nor sent off by the Enter that confirms it.
pub fn composes_chinese(page: &Page) -> Outcome {
    start(page)?;
    page.click(&screen::search_box())?;
    let composed = "liudongdangyuan";
    for end in 1..=composed.len() {
        let text = &composed[..end];
        page.devtools("Input.imeSetComposition", json!({ "text": text, "selectionStart": end, "selectionEnd": end }))?;
    }
    let goes_on = page.script(ENTER_OF_INPUT_METHOD, vec![])?;
    ensure(goes_on == json!(false), || "Enter of the input method submits the form".to_owned())?;
    let rest = "const done = arguments[0]; setTimeout(() => done(location.hash), 900);";
    let hash = page.script_async(rest, vec![])?;
    ensure(!hash.as_str().unwrap_or_default().contains("q="), || format!("pinyin was searched: {hash}"))?;
    let offers = page.script("return document.querySelectorAll('#completion li').length", vec![])?;
    ensure(offers == json!(0), || "pinyin was completed".to_owned())?;
    page.devtools("Input.insertText", json!({ "text": "流动党员" }))?;
    screen::see_marked(page, "流动党员")?;
    ensure(value(page)? == "流动党员", || format!("the box says {:?}", value(page)))
}

/// A wrong part is underlined and named, and a click repairs it.
pub fn repairs_a_wrong_part(page: &Page) -> Outcome {
    start(page)?;
    page.type_into(&screen::search_box(), "标頭:党员 类型:诗歌")?;
    page.see_text("没有这个范围")?;
    let parts = "return [...document.querySelectorAll('.query-problems mark')].map((part) => part.textContent).join()";
    ensure(page.script(parts, vec![])? == json!("标頭,类型:诗歌"), || {
        "the wrong parts are not marked".to_owned()
    })?;
    let described = "const box = document.querySelector('[role=search] input');
        return box.getAttribute('aria-invalid') + document.getElementById(box.getAttribute('aria-describedby')).innerText";
    let described = page.script(described, vec![])?;
    let words = described.as_str().unwrap_or_default();
    ensure(words.starts_with("true") && words.contains("标頭"), || format!("the box is described as {words}"))?;
    page.click(&whole("button", "改为“标题”"))?;
    page.click(&whole("button", "改为“诗歌”"))?;
    page.see_no(&part("button", "改为“"))?;
    ensure(value(page)? == "标题:党员 诗歌", || format!("the box says {:?}", value(page)))?;
    page.reload()?;
    page.until("the query after a reload", || Ok((value(page)? == "标题:党员 诗歌").then_some(())))
}

/// First letters of pinyin are enough for a place; the list is used with the keyboard alone.
pub fn completes_a_place_by_initials(page: &Page) -> Outcome {
    start(page)?;
    page.type_into(&screen::search_box(), "hdx")?;
    let offer = page.see(&part("option", "化德县"))?;
    ensure(offer.name.contains("地名") && offer.name.contains('篇'), || format!("the offer only says {offer:?}"))?;
    page.press(Key::Down)?;
    let at_hand = "const box = document.querySelector('[role=search] input');
        return document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.innerText ?? ''";
    let at_hand = page.script(at_hand, vec![])?;
    ensure(at_hand.as_str().is_some_and(|it| it.contains("化德县")), || format!("at hand is {at_hand}"))?;
    page.press(Key::Enter)?;
    page.until("the place in the box", || Ok((value(page)? == "地名:化德县 ").then_some(())))?;
    page.see_no(&part("option", "化德县"))?;
    page.until("the place in the address", || Ok(page.url()?.contains("q=").then_some(())))?;
    page.type_into(&screen::search_box(), "lm")?;
    page.see(&part("option", "栏目"))?;
    page.press(Key::Escape)?;
    page.see_no(&part("option", "限定范围"))?;
    page.press(Key::Down)?;
    page.see(&part("option", "栏目"))?;
    page.press(Key::Tab)?;
    page.see_no(&part("option", "限定范围"))
}

/// An example of the help can be tried with a click.
pub fn tries_an_example(page: &Page) -> Outcome {
    start(page)?;
    page.click(&whole("button", "搜索写法"))?;
    page.click(&whole("button", "地名:赤峰"))?;
    page.until("the example in the box", || Ok((value(page)? == "地名:赤峰").then_some(())))?;
    page.see_no(&whole("button", "地名:赤峰"))
}

/// A view that was saved is there after a reload, opens, gets another name, and goes; so do past queries.
pub fn saves_and_reopens_a_view(page: &Page) -> Outcome {
    start(page)?;
    page.type_into(&screen::search_box(), "流动党员")?;
    screen::see_marked(page, "流动党员")?;
    page.click(&kept())?;
    page.type_into(&whole("textbox", "名称"), "流动党员的文章")?;
    page.click(&whole("button", "收藏当前视图"))?;
    page.see_text("已收藏：流动党员的文章")?;
    screen::go(page, "#/figures")?;
    page.reload()?;
    screen::wait_for_places(page)?;
    page.click(&kept())?;
    page.click(&whole("link", "流动党员的文章"))?;
    screen::see_marked(page, "流动党员")?;
    ensure(value(page)? == "流动党员", || "the view lost its query".to_owned())?;
    page.click(&kept())?;
    page.click(&whole("button", "改名：流动党员的文章"))?;
    page.type_into(&whole("textbox", "“流动党员的文章”的新名称"), "流动")?;
    page.press(Key::Enter)?;
    page.see(&whole("link", "流动"))?;
    page.see(&whole("button", "流动党员"))?;
    page.click(&whole("button", "清空历史"))?;
    page.see_no(&whole("button", "流动党员"))?;
    page.click(&whole("button", "删除：流动"))?;
    page.see_text("还没有收藏。")
}

/// A bad file is told and changes nothing, a good one is merged; a full storage is told and loses nothing on the screen.
pub fn imports_views_and_says_what_is_wrong(page: &Page) -> Outcome {
    let root = start(page)?;
    page.open(&format!("{root}#/articles"))?;
    screen::wait_for_articles(page)?;
    page.click(&kept())?;
    page.click(&whole("button", "收藏当前视图"))?;
    page.see(&whole("link", "全部文章"))?;
    page.script(CHOOSE_FILE, vec![json!("{\"views\": []}")])?;
    page.see_text("第 1 行：不是“版面”的收藏文件")?;
    page.see(&whole("link", "全部文章"))?;
    let file = "banmian-views 1\n全部文章\t#/articles\t\n全部文章\t#/words\t\n";
    page.script(CHOOSE_FILE, vec![json!(file)])?;
    page.see_text("已导入 1 个视图")?;
    page.see(&whole("link", "全部文章 (2)"))?;
    let exported = page.script("return decodeURIComponent(document.querySelector('a[download]').href)", vec![])?;
    let text = exported.as_str().unwrap_or_default();
    ensure(text.contains("banmian-views 1\n") && text.contains("\t#/words\t"), || format!("the export is {text}"))?;
    page.script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }", vec![])?;
    page.type_into(&whole("textbox", "名称"), "放不下的")?;
    page.click(&whole("button", "收藏当前视图"))?;
    page.see_text("浏览器不允许存储或空间已满")?;
    page.see(&whole("link", "放不下的")).map(drop)
}

fn kept() -> banmian_e2e::role::Target {
    whole("button", "收藏与历史")
}

/// What the search box says.
fn value(page: &Page) -> Outcome<String> {
    let value = page.script("return document.querySelector('[role=search] input')?.value ?? ''", vec![])?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

fn start(page: &Page) -> Outcome<String> {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    Ok(running.url)
}

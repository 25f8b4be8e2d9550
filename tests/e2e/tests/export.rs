//! Taking things away: every table, the articles and a chart are saved in each form, and copied where the browser lets them.

use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::screen;

/// Keeps what would be saved or copied, instead of saving and copying it.
const KEEP: &str = "window.taken = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.lastBlob = blob; return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { window.taken.push({ name: this.download, blob: window.lastBlob }); };
    window.mayCopy = true;
    document.execCommand = () => { window.copied = document.activeElement.value; return window.mayCopy; };";

/// The name and the beginning of the last file, each byte a character.
const LAST: &str = "const done = arguments[0];
    const last = window.taken.at(-1);
    if (!last) done(null);
    else last.blob.arrayBuffer().then((it) => done([last.name, it.byteLength,
        String.fromCharCode(...new Uint8Array(it).slice(0, 3)), new TextDecoder('utf-8', { ignoreBOM: true }).decode(it)]));";

/// A table as workbook, CSV and JSON, by keyboard, with the day in the file's name.
pub fn saves_a_table(page: &Page) -> Outcome {
    start(page, "#/figures")?;
    page.see(&whole("button", "导出"))?;
    page.script("document.querySelector('#take-figures-button').focus()", vec![])?;
    page.press(Key::Enter)?;
    page.see(&whole("menuitem", "工作簿（Excel）"))?;
    page.settle()?;
    ensure(focused(page)? == "工作簿（Excel）", || "the first item has no focus".to_owned())?;
    page.press(Key::Up)?;
    ensure(focused(page)?.contains("单元格"), || "the arrows do not go round".to_owned())?;
    page.press(Key::Home)?;
    page.press(Key::Down)?;
    ensure(focused(page)?.contains("CSV"), || "the arrows do not walk".to_owned())?;
    page.press(Key::Escape)?;
    page.see_no(&whole("menuitem", "工作簿（Excel）"))?;
    ensure(focused(page)?.starts_with("导出"), || "the button has no focus after Esc".to_owned())?;
    for (item, ending, magic) in [
        ("工作簿（Excel）", "xlsx", "PK\u{3}"),
        ("表格文本（CSV）", "csv", "\u{ef}\u{bb}\u{bf}"),
        ("数据（JSON）", "json", "{\"t"),
    ] {
        let file = save(page, item)?;
        let name = file[0].as_str().unwrap_or_default();
        ensure(name.starts_with("banmian-figures-20") && name.ends_with(&format!(".{ending}")), || name.to_owned())?;
        ensure(file[2] == magic && file[1].as_u64() > Some(1000), || format!("{name} is {} of {}", file[1], file[2]))?;
        ensure(ending == "xlsx" || file[3].as_str().is_some_and(|it| it.contains("原文")), || {
            format!("{name} has no heads")
        })?;
    }
    no_errors(page)
}

/// The articles of a selection, one a line.
pub fn saves_the_articles(page: &Page) -> Outcome {
    start(page, "#/articles?q=流动党员")?;
    let file = save(page, "文章与标注（JSON，每行一篇）")?;
    let text = file[3].as_str().unwrap_or_default();
    let lines: Vec<Value> = text.lines().filter_map(|it| serde_json::from_str(it).ok()).collect();
    ensure(!lines.is_empty() && lines.len() == text.lines().count(), || format!("no lines of JSON: {text}"))?;
    ensure(lines.iter().any(|it| it["figures"].as_array().is_some_and(|it| !it.is_empty())), || {
        "no figures".to_owned()
    })?;
    no_errors(page)
}

/// Markdown on the clipboard; where the browser refuses, the text stands there, selected.
pub fn copies_a_table(page: &Page) -> Outcome {
    start(page, "#/words?q=党员&panel=collocates")?;
    choose(page, "复制为 Markdown 表格")?;
    page.see_text("已复制")?;
    let copied = page.script("return window.copied", vec![])?;
    let copied = copied.as_str().unwrap_or_default();
    ensure(copied.contains("| --- | ---: |") && copied.contains("党员"), || format!("no table: {copied}"))?;
    page.script("window.mayCopy = false", vec![])?;
    choose(page, "复制单元格（可贴进 Excel）")?;
    page.see(&part("textbox", "浏览器不让网页复制"))?;
    page.settle()?;
    let selected = "const it = document.activeElement; return it.value.slice(it.selectionStart, it.selectionEnd)";
    let selected = page.script(selected, vec![])?;
    ensure(selected.as_str().is_some_and(|it| it.contains('\t')), || format!("not selected: {selected}"))?;
    page.press(Key::Escape)?;
    page.see_no(&part("textbox", "浏览器不让网页复制"))
}

/// A chart as SVG, and as PNG of twice its size with the colour of its bars.
pub fn saves_a_chart(page: &Page) -> Outcome {
    start(page, "#/charts?chart=articles-over-time")?;
    page.until("a picture", || {
        Ok((page.script("return !!document.querySelector('.chart__picture path, .chart__picture rect')", vec![])?
            == json!(true))
        .then_some(()))
    })?;
    let svg = save(page, "矢量图（SVG）")?;
    let read = "const root = new DOMParser().parseFromString(arguments[0], 'image/svg+xml').documentElement;
        return [root.localName, root.getAttribute('width'), root.getAttribute('height'), root.textContent];";
    let read = page.script(read, vec![svg[3].clone()])?;
    ensure(read[0] == "svg", || format!("no SVG: {}", svg[3]))?;
    let words = read[3].as_str().unwrap_or_default();
    for word in ["筛选：", "来源：", "导出日期："] {
        ensure(words.contains(word), || format!("{word} is not in the picture: {words}"))?;
    }
    save(page, "图片（PNG，两倍大小）")?;
    let pixels = "const done = arguments[0];
        const colour = getComputedStyle(document.documentElement).getPropertyValue('--bar').trim();
        createImageBitmap(window.taken.at(-1).blob).then((image) => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.width, image.height];
            const pen = canvas.getContext('2d');
            pen.drawImage(image, 0, 0);
            const data = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
            const bar = new Uint32Array(pen.getImageData(0, 0, 1, 1).data.buffer)[0];
            done([image.width, image.height, new Set(data).size, data.filter((it) => it === bar).length]);
        });";
    let pixels = page.script_async(pixels, vec![])?;
    let twice = |size: &Value| size.as_str().and_then(|it| it.parse::<f64>().ok()).map(|it| (2.0 * it).ceil());
    ensure(pixels[0].as_f64() == twice(&read[1]) && pixels[1].as_f64() == twice(&read[2]), || {
        format!("{pixels} is not twice {read}")
    })?;
    ensure(pixels[2].as_u64() > Some(4) && pixels[3].as_u64() > Some(200), || format!("nothing is drawn: {pixels}"))?;
    page.script("delete window.ClipboardItem", vec![])?;
    choose(page, "复制为图片")?;
    page.see_text("浏览器不让复制图片，已存为")?;
    no_errors(page)
}

/// Chooses an item of the menu and waits for its file.
fn save(page: &Page, item: &str) -> Outcome<Value> {
    let before = page.script("return window.taken.length", vec![])?;
    choose(page, item)?;
    page.until("a file", || Ok((page.script("return window.taken.length", vec![])? != before).then_some(())))?;
    page.see_text("已存为")?;
    page.script_async(LAST, vec![])
}

fn choose(page: &Page, item: &str) -> Outcome {
    page.click(&whole("button", "导出"))?;
    page.click(&whole("menuitem", item))
}

fn focused(page: &Page) -> Outcome<String> {
    let text = page.script("return document.activeElement.textContent", vec![])?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn no_errors(page: &Page) -> Outcome {
    let errors = page.console_errors()?;
    ensure(errors.is_empty(), || format!("the console has errors: {errors:#?}"))
}

/// Opens the page at a location and waits until everything has come.
fn start(page: &Page, location: &str) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    screen::go(page, location)?;
    page.script(KEEP, vec![]).map(drop)
}

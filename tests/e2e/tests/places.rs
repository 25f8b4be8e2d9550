//! Places on tiles and on a map: walked and chosen with the keyboard, zoomed, read as a table; and what becomes of an owner's
//! own map, a good one, a broken one, and none.

use banmian_e2e::folder::Folder;
use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{Running, dist, serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::file;
use xtask::static_server::{CONTENT_POLICY, Site};

use crate::screen;

/// Arrow keys go to the neighbouring tile, Enter chooses it as the facet does, and its number is that of its articles.
pub fn tiles_by_keyboard(page: &Page) -> Outcome {
    start(page, &serve(site()?)?, "#/places?places=tiles", 12)?;
    page.script("document.querySelector('.place-map [tabindex=\"0\"]').focus()", vec![])?;
    page.press(Key::End)?;
    see_focus(page, "阿拉善盟")?;
    page.press(Key::Home)?;
    see_focus(page, "呼和浩特市")?;
    page.press(Key::Left)?;
    see_focus(page, "鄂尔多斯市")?;
    page.press(Key::Up)?;
    let name = see_focus(page, "包头市")?;
    let detail = page.script("return document.querySelector('.chart__detail[role=status]').innerText", vec![])?;
    ensure(detail.as_str().is_some_and(|it| it.contains("提到")), || format!("the live region says {detail}"))?;
    let n_stops = page.script("return document.querySelectorAll('.place-map [tabindex=\"0\"]').length", vec![])?;
    ensure(n_stops == json!(1), || format!("{n_stops} Tab stops"))?;

    page.press(Key::Enter)?;
    see_focus(page, "包头市（已选）")?;
    ensure(page.url()?.contains("包头市") || page.url()?.contains("%E5%8C%85"), || "nothing was chosen".to_owned())?;
    let in_facet =
        page.script("return document.querySelector('.place-tree [aria-selected=true]').innerText", vec![])?;
    ensure(in_facet.as_str().is_some_and(|it| it.contains("包头市")), || format!("the facet has {in_facet}"))?;
    page.click(&whole("link", "文章"))?;
    let counted = number_in(&name)?;
    page.until(&format!("{counted} articles"), || {
        let script = "return document.querySelector('.result-list__count')?.innerText ?? ''";
        let shown = page.script(script, vec![])?;
        Ok(shown.as_str().is_some_and(|it| number_in(it).ok() == Some(counted)).then_some(()))
    })
}

/// `+` goes into a league, `-` and Back come out; the table has the same places.
pub fn zooms_and_reads_the_table(page: &Page) -> Outcome {
    start(page, &serve(site()?)?, "#/places?places=tiles", 12)?;
    page.script("document.querySelector('.place-map [tabindex=\"0\"]').focus()", vec![])?;
    page.press(Key::Right)?;
    page.press(Key::Home)?;
    page.press_text("+")?;
    see_tiles(page, 9)?;
    see_label(page, "土默特左旗")?;
    page.back()?;
    see_tiles(page, 12)?;
    page.set_value(&part("combobox", "放大"), "内蒙古自治区/赤峰市")?;
    see_label(page, "翁牛特旗")?;
    page.click(&whole("button", "表"))?;
    page.until("the table of the counties", || {
        let rows = page.script("return document.querySelectorAll('.chart-table tbody tr').length", vec![])?;
        Ok((rows == json!(12)).then_some(()))
    })?;
    page.click(&whole("button", "图"))?;
    page.click(&whole("button", "最大的数字"))?;
    page.click(&part("button", "金额"))?;
    page.until("values in the tiles", || {
        let text = page.text()?;
        Ok((text.contains("不相加") && text.contains("单位：元")).then_some(()))
    })?;
    page.resize(360, 740)?;
    page.settle()?;
    let narrow = page.script(
        "const sizes = [...document.querySelectorAll('.place-map .chart__target')].map((it) => it.getBoundingClientRect());
        return [document.documentElement.scrollWidth <= innerWidth, Math.min(...sizes.flatMap((it) => [it.width, it.height]))]",
        vec![],
    )?;
    page.resize(1280, 900)?;
    ensure(narrow[0] == json!(true) && narrow[1].as_f64() >= Some(24.0), || format!("on a phone: {narrow}"))
}

/// The tree shows the largest figure of a quantity, one step from its sentence.
pub fn the_tree_leads_to_figures(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&format!("{}#/places?quantity=money", running.url))?;
    screen::wait_for_places(page)?;
    let figure = page.until("a figure in the tree", || {
        let found = page.script("return document.querySelector('.place-list__largest a')?.innerText ?? ''", vec![])?;
        Ok(found.as_str().filter(|it| !it.is_empty()).map(str::to_owned))
    })?;
    page.click(&part("link", &figure))?;
    page.until("the figure in the reader", || {
        Ok((page.url()?.contains("figure=") && page.text()?.contains(&figure)).then_some(()))
    })
}

/// An owner's map is drawn by its own program; its places are chosen like tiles, and nothing is asked of anybody else.
pub fn an_owners_map(page: &Page) -> Outcome {
    let (_folder, running) = serve_with_map(&map().to_string())?;
    start(page, &running, "#/places?places=map", 2)?;
    see_label(page, "赤峰市")?;
    page.script("document.querySelector('.place-map [tabindex=\"0\"]').focus()", vec![])?;
    page.press(Key::Home)?;
    page.press(Key::Enter)?;
    see_focus(page, "赤峰市（已选）")?;
    page.click(&whole("button", "地图"))?;
    page.click(&whole("button", "方块图"))?;
    see_tiles(page, 12)?;
    let asked = running.log.asked();
    let n_programs = asked.iter().filter(|it| it.path.ends_with("map_bg.wasm")).count();
    ensure(n_programs == 1, || format!("the program was fetched {n_programs} times"))?;
    no_errors(page)
}

/// What is no map is said in words, and the tiles stay.
pub fn a_broken_map(page: &Page) -> Outcome {
    let unknown = json!({ "type": "FeatureCollection", "features": [feature("某国", 110.0)] }).to_string();
    for (map, reason) in [("<svg></svg>", "文件不是 GeoJSON"), (unknown.as_str(), "没有一个地名是认得的")]
    {
        let (_folder, running) = serve_with_map(map)?;
        page.open(&format!("{}#/places?places=map", running.url))?;
        screen::wait_for_places(page)?;
        page.see_text(reason)?;
        see_tiles(page, 12)?;
        no_errors(page)?;
    }
    Ok(())
}

/// Without a map nobody is offered one, and its program is not fetched.
pub fn no_map(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    start(page, &running, "#/places?places=tiles", 12)?;
    page.see_no(&whole("button", "地图"))?;
    let asked = running.log.asked();
    ensure(!asked.iter().any(|it| it.path.contains("map_bg.wasm")), || "the map's program was fetched".to_owned())?;
    no_errors(page)
}

fn start(page: &Page, running: &Running, hash: &str, n_tiles: u64) -> Outcome {
    page.open(&format!("{}{hash}", running.url))?;
    screen::wait_for_places(page)?;
    see_tiles(page, n_tiles)
}

fn see_tiles(page: &Page, n: u64) -> Outcome {
    page.until(&format!("{n} places on the map"), || {
        let found = page.script("return document.querySelectorAll('.place-map .chart__mark').length", vec![])?;
        Ok((found == json!(n)).then_some(()))
    })
}

fn see_label(page: &Page, words: &str) -> Outcome {
    page.until(&format!("{words} on the map"), || {
        let script = "return [...document.querySelectorAll('.place-map .chart__mark')].map((it) => it.getAttribute('aria-label')).join()";
        let found = page.script(script, vec![])?;
        Ok(found.as_str().is_some_and(|it| it.contains(words)).then_some(()))
    })
}

/// Waits until the focused place is called so; gives its whole name.
fn see_focus(page: &Page, words: &str) -> Outcome<String> {
    page.until(&format!("the focus on {words}"), || {
        let name = page.script("return document.activeElement.getAttribute('aria-label') ?? ''", vec![])?;
        Ok(name.as_str().filter(|it| it.starts_with(words)).map(str::to_owned))
    })
}

fn number_in(text: &str) -> Outcome<u64> {
    let digits: String = text.chars().skip_while(|it| !it.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().map_err(|_| format!("no number in {text}"))
}

fn no_errors(page: &Page) -> Outcome {
    let errors = page.console_errors()?;
    ensure(errors.is_empty(), || format!("the console has errors: {errors:#?}"))
}

/// The built folder with a map of an owner in it.
fn serve_with_map(map: &str) -> Outcome<(Folder, Running)> {
    let (folder, built) = (Folder::new()?, dist()?);
    for name in file::walk(&built)? {
        file::copy(&built.join(&name), &folder.path().join(&name))?;
    }
    file::write(&folder.path().join("maps/index.json"), br#"["own map.geojson"]"#)?;
    file::write(&folder.path().join("maps/own map.geojson"), map.as_bytes())?;
    let site = Site::new(folder.path()).with_header("Content-Security-Policy", CONTENT_POLICY);
    let running = serve(site)?;
    Ok((folder, running))
}

/// Two squares on no border, and one that is nowhere.
fn map() -> Value {
    json!({ "type": "FeatureCollection", "features": [feature("某国", 113.0), feature("赤峰市", 116.0), feature("包头市", 109.0)] })
}

fn feature(name: &str, west: f64) -> Value {
    let north = if name == "包头市" { 43.0 } else { 42.0 };
    let ring = [[west, 40.0], [west + 2.0, 40.0], [west + 2.0, north], [west, north], [west, 40.0]];
    json!({ "type": "Feature", "properties": { "name": name }, "geometry": { "type": "Polygon", "coordinates": [ring] } })
}

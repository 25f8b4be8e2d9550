//! The page is useful before the dictionary has come.

use banmian_e2e::page::Page;
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use xtask::static_server::Gate;

use crate::screen;

/// Notes when a headline was first painted: two frames after it came into the document.
const NOTE_FIRST_LIST: &str = "
    new MutationObserver((_, observer) => {
        if (!document.querySelector('main')?.textContent.includes('手牵手结对子')) return;
        observer.disconnect();
        requestAnimationFrame(() => { globalThis.e2eFirstList = Date.now(); });
    }).observe(document, { childList: true, subtree: true, characterData: true });";

/// The dictionary is asked for only after the first list is on the screen.
pub fn list_before_dictionary(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE_FIRST_LIST }))?;
    page.open(&running.url)?;
    screen::wait_for_places(page)?;
    let listed = page.script("return globalThis.e2eFirstList", vec![])?.as_f64().ok_or("no list was seen")?;
    let asked = running.log.first("dictionary.bin.gz").ok_or("the dictionary was not asked for")?;
    ensure(asked >= listed, || format!("the dictionary was asked for {} ms before the first list", listed - asked))
}

/// List, reader, sections and page dates are there while the dictionary is on its way; what waits says so.
pub fn useful_while_the_dictionary_is_on_its_way(page: &Page) -> Outcome {
    let gate = Gate::before("/assets/");
    let running = serve(site()?.with_gate(gate.clone()))?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    page.see_text("词典和地名表载入中")?;
    page.click(&screen::headline(screen::HEADLINE))?;
    page.see_text("公腊胡洞乡民主村")?;
    ensure(!page.text()?.contains("内蒙古自治区/"), || "places before the gazetteer".to_owned())?;
    gate.open();
    screen::wait_for_places(page)
}

/// While the last page is on its way, the others are there to be searched; then it joins them.
pub fn what_has_come_while_more_comes(page: &Page) -> Outcome {
    let gate = Gate::before("/corpus/004.txt");
    let running = serve(site()?.with_gate(gate.clone()))?;
    page.open(&format!("{}#/articles", running.url))?;
    page.see_text("已读 4 版，共 5 版")?;
    page.see_text(screen::HEADLINE)?;
    let listed = page.text()?;
    ensure(!listed.contains("全部 47 篇"), || format!("the last page is there: {listed}"))?;
    gate.open();
    page.see_text("全部 47 篇")?;
    screen::wait_for_places(page)
}

/// Of many pages none is lost on its way, though a browser refuses to begin with all at once.
pub fn reads_two_thousand_pages(page: &Page) -> Outcome {
    let folder = banmian_e2e::folder::Folder::new()?;
    copy_all(&banmian_e2e::site::dist()?, folder.path())?;
    let names: Vec<String> = (0..2_000).map(|it| format!("many-{it:04}.txt")).collect();
    for name in &names {
        let text = format!("◎广角\n\n第{name}号来信\n\n村里修了3公里的路。\n");
        xtask::file::write(&folder.path().join("corpus").join(name), text.as_bytes())?;
    }
    xtask::file::write(&folder.path().join("corpus/index.json"), json!(names).to_string().as_bytes())?;
    let running = serve(xtask::static_server::Site::new(folder.path()))?;
    page.open(&format!("{}#/articles", running.url))?;
    page.see_text("全部 2,000 篇")
}

/// The dictionary does not come at all: that is said, everything else stays, and trying again helps.
pub fn says_that_the_dictionary_did_not_come(page: &Page) -> Outcome {
    let folder = banmian_e2e::folder::Folder::new()?;
    copy_all(&banmian_e2e::site::dist()?, folder.path())?;
    std::fs::remove_file(folder.path().join("assets/dictionary.bin.gz")).map_err(|error| error.to_string())?;
    let running = serve(xtask::static_server::Site::new(folder.path()))?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    page.see_text("dictionary.bin.gz")?;
    page.see_text(screen::HEADLINE)
}

fn copy_all(from: &std::path::Path, to: &std::path::Path) -> Outcome {
    for relative in xtask::file::walk(from)? {
        xtask::file::copy(&from.join(&relative), &to.join(&relative))?;
    }
    Ok(())
}

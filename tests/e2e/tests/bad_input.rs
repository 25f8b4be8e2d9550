//! Files that no editor meant to make: each gives a screen or a clear message, and nothing else is lost.

use banmian_e2e::Outcome;
use banmian_e2e::folder::Folder;
use banmian_e2e::page::Page;
use banmian_e2e::role::part;
use banmian_e2e::site::{serve, site};

use crate::screen;

/// A page in an encoding of its own, with a word that must be readable.
const GB18030: &str = "◎广角\n\n国标编码的版面\n\n□本报记者 某某\n\n这一版存成了国标编码，仍然可以读。\n";
/// A page without label, byline or date.
const UNLABELLED: &str = "没有栏目的一篇\n\n这一版没有任何栏目标记，只有几句话。第二句在这里。\n";

/// All of them in one folder, with a page that is whole and a name that leads to no file.
pub fn every_bad_file_at_once(page: &Page) -> Outcome {
    let folder = bad_pages()?;
    let running = serve(site()?.with_corpus(folder.path()))?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    page.see_text("国标编码的版面")?;
    page.see_text("没有栏目的一篇")?;
    page.click(&part("DisclosureTriangle", "读版札记"))?;
    page.see_text("missing.txt")?;
    screen::wait_for_places(page)
}

/// Each alone.
pub fn each_bad_file_alone(page: &Page) -> Outcome {
    for (name, bytes) in bad_files() {
        let folder = Folder::new()?;
        folder.add(name, &bytes)?;
        let running = serve(site()?.with_corpus(folder.path()))?;
        page.open(&running.url)?;
        page.until(&format!("a screen for {name}"), || {
            let text = page.text()?;
            Ok(["篇文章", "还没有可读的版面"].iter().any(|words| text.contains(words)).then_some(()))
        })?;
    }
    Ok(())
}

/// The list of pages is missing, or no list: a message that names it, and a way to try again.
pub fn no_list_of_pages(page: &Page) -> Outcome {
    let folder = Folder::new()?;
    folder.add("index.json", "<!doctype html><title>404</title>")?;
    let running = serve(site()?.with_corpus(folder.path()))?;
    page.open(&running.url)?;
    page.see_text("corpus/index.json")?;
    folder.add("index.json", "[\"a.txt\"]")?;
    folder.add("a.txt", UNLABELLED)?;
    page.click(&part("button", "重试"))?;
    page.see_text("没有栏目的一篇")
}

/// A folder without pages.
pub fn no_pages(page: &Page) -> Outcome {
    let folder = Folder::new()?;
    let running = serve(site()?.with_corpus(folder.path()))?;
    page.open(&running.url)?;
    page.see_text("还没有可读的版面")
}

fn bad_pages() -> Outcome<Folder> {
    let folder = Folder::new()?;
    let mut names = vec!["whole.txt", "missing.txt"];
    let whole = xtask::file::read(&xtask::file::root().join("public/corpus/000.txt"))?;
    folder.add("whole.txt", whole)?;
    for (name, bytes) in bad_files() {
        folder.add(name, &bytes)?;
        names.push(name);
    }
    folder.add("index.json", serde_json::json!(names).to_string())?;
    Ok(folder)
}

fn bad_files() -> Vec<(&'static str, Vec<u8>)> {
    let sentence = "这一行没有尽头，写了一句又一句，始终不换行。";
    let long_line = sentence.repeat(5_000_000 / sentence.len() + 1);
    vec![
        ("empty.txt", vec![]),
        ("long-line.txt", long_line.into_bytes()),
        ("random.txt", random_bytes(200_000)),
        ("surrogate.txt", [b"\xed\xa0\x80".as_slice(), "◎广角\n\n半个字\n\n正文在这里。".as_bytes()].concat()),
        ("gb18030.txt", encoding_rs::GB18030.encode(GB18030).0.into_owned()),
        ("unlabelled.txt", UNLABELLED.as_bytes().to_vec()),
    ]
}

/// Bytes without meaning, the same every time (xorshift).
fn random_bytes(n_bytes: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..n_bytes).map(|_| next()).collect()
}

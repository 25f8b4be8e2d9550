//! From mention to mention by keyboard, mouse and touch, through an article and on to the next; and what else leads on
//! from the tables: words and runs, comparisons that sort, measures that explain themselves, queries that are remembered.

use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::screen;

/// The mark that has the focus: its words and the article's number.
const AT: &str = "const mark = document.activeElement;
    return [mark.matches('.article-text mark') && mark.textContent, new URLSearchParams(location.hash.split('?')[1]).get('article')]";

/// m and M go from a place to its next and previous mention; where the article ends, on into the next one that has it.
pub fn goes_from_mention_to_mention(page: &Page) -> Outcome {
    start(page, "#/articles?article=000-01")?;
    let n_all = focus_first(page, "化德县")?;
    ensure(n_all > 2, || format!("only {n_all} marks of the place"))?;
    for (key, at) in [("m", 2), ("m", 3), ("M", 2), ("M", 1)] {
        page.press_text(key)?;
        said(page, &format!("化德县：第 {at} 处，共 {n_all} 处"))?;
        ensure(page.script(AT, vec![])? == json!(["化德县", "000-01"]), || {
            format!("{key} leads to {:?}", page.script(AT, vec![]))
        })?;
        let note = page.script("return document.getElementById('mention-note').innerText", vec![])?;
        ensure(note.as_str().is_some_and(|it| it.contains(&format!("{at} / {n_all}"))), || {
            format!("the note says {note}")
        })?;
    }
    focus_first(page, "乌兰察布市")?;
    page.press_text("m")?;
    page.until("another article", || Ok((page.script(AT, vec![])?[1] != json!("000-01")).then_some(())))?;
    page.until("its mark with the focus", || {
        let at = page.script(AT, vec![])?;
        Ok(at[0].as_str().is_some_and(|it| it.starts_with("乌兰察布")).then_some(()))
    })?;
    let words = "return document.querySelector('.reader > [role=status]').innerText";
    let words = page.script(words, vec![])?;
    ensure(
        words.as_str().is_some_and(|it| it.starts_with('《') && it.contains("乌兰察布市：第 1 处")),
        || format!("it is said: {words}"),
    )?;
    ensure(page.url()?.contains("at="), || "the mention is not in the address".to_owned())?;
    page.back()?;
    page.until("the first article again", || Ok(page.url()?.contains("article=000-01").then_some(())))
}

/// The note's buttons walk by mouse and by touch; the bar that appears stays where it is and walks on.
pub fn walks_by_mouse_and_by_touch(page: &Page) -> Outcome {
    start(page, "#/articles?article=000-01")?;
    let n_all = focus_first(page, "化德县")?;
    page.click(&whole("button", "下一处"))?;
    said(page, &format!("化德县：第 2 处，共 {n_all} 处"))?;
    for at in [3, 4] {
        page.click(&whole("button", "下一处"))?;
        said(page, &format!("化德县：第 {at} 处，共 {n_all} 处"))?;
    }
    page.click(&whole("button", "化德县：到文中第一处"))?;
    said(page, &format!("化德县：第 1 处，共 {n_all} 处"))?;

    page.resize(360, 740)?;
    page.settle()?;
    let mark = "const mark = [...document.querySelectorAll('.article-text mark.mention--place')]
        .find((it) => it.textContent === '公腊胡洞乡');
        mark.scrollIntoView({ block: 'center' });";
    tap(page, &format!("{mark} return mark"))?;
    page.see_text("乡级")?;
    tap(page, "return [...document.querySelectorAll('#mention-note button')].at(-1)")?;
    said(page, "公腊胡洞乡：第 2 处，共 2 处")?;
    ensure(page.script(AT, vec![])?[0] == json!("公腊胡洞乡"), || {
        "the second mention has not the focus".to_owned()
    })
}

/// Each line says whether its hit is a word; only words and only runs together are all.
pub fn tells_words_from_runs(page: &Page) -> Outcome {
    start(page, "#/words?q=党员")?;
    let mut counts: Vec<String> = vec![];
    for (hits, kinds) in [("all", "串词"), ("whole", "词"), ("run", "串")] {
        page.set_value(&whole("combobox", "命中"), hits)?;
        let count = page.until(&format!("lines of {kinds}"), || {
            let shown = "const grid = document.querySelector('[role=grid]');
                const kinds = [...grid.querySelectorAll('.concordance__kind')].map((it) => it.textContent);
                return [grid.ariaRowCount, [...new Set(kinds)].filter((it) => it).sort().join('')];";
            let shown = page.script(shown, vec![])?;
            let count = shown[0].as_str().unwrap_or_default().to_owned();
            Ok((shown[1] == json!(kinds) && counts.last() != Some(&count)).then_some(count))
        })?;
        counts.push(count);
    }
    let numbers: Vec<u64> = counts.iter().filter_map(|it| it.parse().ok()).collect();
    ensure(numbers.len() == 3 && numbers[0] == numbers[1] + numbers[2], || format!("{numbers:?} lines"))?;
    ensure(page.url()?.contains("hits=run"), || "the choice is not in the address".to_owned())
}

/// Places of a comparison sort by a side; what both sides share opens as a selection of so many articles.
pub fn sorts_a_comparison_and_opens_what_both_share(page: &Page) -> Outcome {
    start(page, "#/compare?a=q%3D党员&b=q%3D村民")?;
    page.see(&whole("heading", "地名（按文章数）"))?;
    let column = "const table = document.querySelectorAll('.word-table')[1];
        return [...table.querySelectorAll('tbody tr')].map((row) => Number(row.children[arguments[0]].innerText));";
    let click = "document.querySelectorAll('.word-table')[1].querySelectorAll('thead button')[2].click()";
    page.script(click, vec![])?;
    page.until("places sorted by the second side", || {
        let counts: Vec<u64> = serde_json::from_value(page.script(column, vec![json!(2)])?).unwrap_or_default();
        let is_sorted = counts.windows(2).all(|it| it[0] >= it[1]);
        Ok((is_sorted && !counts.is_empty() && page.url()?.contains("by=in-b-descending")).then_some(()))
    })?;
    let both = "const link = document.querySelector('.word-table tbody tr td:last-child a');
        link.click(); return Number(link.innerText)";
    let wanted = page.script(both, vec![])?;
    ensure(wanted.as_u64() > Some(0), || format!("{wanted} articles in both"))?;
    page.until("the articles of both", || {
        let shown = "return Number(document.querySelector('.result-list__count')?.innerText.match(/\\d+/)[0] ?? -1)";
        Ok((page.script(shown, vec![])? == wanted).then_some(()))
    })?;
    ensure(page.url()?.contains("#/articles?q=%28"), || "the address has not both queries".to_owned())
}

/// What the numbers of a table say stands beside it, with sources.
pub fn explains_its_measures(page: &Page) -> Outcome {
    start(page, "#/words?q=党员&panel=collocates")?;
    page.click(&part("DisclosureTriangle", "这些数是怎么算的"))?;
    for words in ["Dunning", "Church & Hanks", "RASLAN 2008", "卡方分布"] {
        page.see_text(words)?;
    }
    ensure(!page.text()?.contains("Gries"), || "a measure is explained that the table has not".to_owned())
}

/// A query that was left half typed is not remembered; one that was sent off, or whose article was opened, is.
pub fn remembers_what_was_searched(page: &Page) -> Outcome {
    start(page, "")?;
    let past = "return localStorage.getItem('banmian.past') ?? ''";
    page.type_into(&screen::search_box(), "流动党")?;
    page.press(Key::Tab)?;
    page.settle()?;
    ensure(page.script(past, vec![])? == json!(""), || "half a query is remembered".to_owned())?;
    page.type_into(&screen::search_box(), "流动党员")?;
    page.press(Key::Enter)?;
    page.until("the query", || Ok((page.script(past, vec![])? == json!("流动党员")).then_some(())))?;
    page.type_into(&screen::search_box(), "牧民")?;
    page.until("the hits", || {
        Ok(page.url()?.contains("牧民").then_some(()).or(page.url()?.contains("%E7%89%A7").then_some(())))
    })?;
    page.settle()?;
    page.script("document.querySelector('.result__link').click()", vec![])?;
    page.until("the query whose article was opened", || {
        Ok((page.script(past, vec![])? == json!("牧民\n流动党员")).then_some(()))
    })
}

/// What people call a place finds it, by initials too.
pub fn completes_a_customary_name(page: &Page) -> Outcome {
    start(page, "")?;
    page.type_into(&screen::search_box(), "azq")?;
    page.see(&part("option", "阿拉善左旗（阿左旗）"))?;
    page.type_into(&screen::search_box(), "地名:阿左旗")?;
    page.press(Key::Enter)?;
    page.until("articles of the place", || {
        let shown = "return [document.querySelectorAll('.result').length,
            document.querySelector('.result-list__count')?.innerText ?? '']";
        let shown = page.script(shown, vec![])?;
        let is_narrowed = shown[1].as_str().is_some_and(|it| !it.is_empty() && !it.contains("全部"));
        Ok((shown[0].as_u64() > Some(0) && is_narrowed).then_some(()))
    })
}

/// Gives the first mark of these words the focus; gives how many marks have them.
fn focus_first(page: &Page, words: &str) -> Outcome<u64> {
    let script = "const marks = [...document.querySelectorAll('.article-text mark.mention--place')]
        .filter((it) => it.textContent === arguments[0]);
        marks[0]?.focus(); return marks.length";
    Ok(page.script(script, vec![json!(words)])?.as_u64().unwrap_or_default())
}

/// Clicks, as a tap does, on what a script gives.
fn tap(page: &Page, script: &str) -> Outcome {
    page.script(&format!("(() => {{ {script} }})().click()"), vec![])?;
    page.settle()
}

/// Waits until the reader's live region says it.
fn said(page: &Page, words: &str) -> Outcome {
    page.until(&format!("“{words}” said"), || {
        let script = "return document.querySelector('.reader > [role=status]')?.innerText";
        Ok((page.script(script, vec![])? == json!(words)).then_some(()))
    })
}

/// Opens the page at a hash and waits until everything has come.
fn start(page: &Page, hash: &str) -> Outcome {
    let running = serve(site()?)?;
    page.open(&format!("{}{hash}", running.url))?;
    screen::wait_for_places(page)
}

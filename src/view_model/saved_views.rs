//! Views that a person has named and kept: a text that stands in the browser's storage or in a file, and what can be
//! done with it.
//!
//! ```text
//! banmian-views 1
//! 赤峰的路<TAB>#/articles?q=修路&place=内蒙古自治区/赤峰市<TAB>2026-11-21
//! ```
//!
//! A line a view: name, link, day of saving. A view is what its link says, so it outlives every change of the types
//! behind it. Names are unique: whoever comes second under one name gets a number behind it, and nothing is lost.

use super::url::AppLocation;

/// What the first line begins with; behind it the version.
const HEAD: &str = "banmian-views ";
const VERSION: u32 = 1;
/// Longer names are cut, in characters.
const LONGEST_NAME: usize = 80;

/// A view with a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SavedView {
    /// Unique, one line, never empty.
    pub name: String,
    /// The hash of its location, with its `#`.
    pub link: String,
    /// The day on which it was saved, `YYYY-MM-DD`; "" for unknown.
    pub saved: String,
}

/// Why a text holds no views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadViews {
    /// Which line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: ViewsFault,
}

/// What can be wrong with a text of views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ViewsFault {
    /// The first line is another one.
    NoHead,
    /// A version that this build does not know.
    Version,
    /// A line without a name.
    NoName,
    /// A line without a link of this page.
    NoLink,
}

impl ViewsFault {
    /// Every fault.
    pub const ALL: [ViewsFault; 4] = [ViewsFault::NoHead, ViewsFault::Version, ViewsFault::NoName, ViewsFault::NoLink];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            ViewsFault::NoHead => "no-head",
            ViewsFault::Version => "version",
            ViewsFault::NoName => "no-name",
            ViewsFault::NoLink => "no-link",
        }
    }
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Merged {
    /// Views that came in.
    pub n_added: usize,
    /// Of these, views that came in under a new name, their own being taken by another view.
    pub n_renamed: usize,
    /// Views that were there already, name and link.
    pub n_same: usize,
}

/// The text of some views.
pub fn print(views: &[SavedView]) -> String {
    let line = |it: &SavedView| format!("{}\t{}\t{}\n", it.name, it.link, it.saved);
    format!("{HEAD}{VERSION}\n{}", views.iter().map(line).collect::<String>())
}

/// The views of a text; all of them or none.
pub fn parse(text: &str) -> Result<Vec<SavedView>, BadViews> {
    let bad = |line, fault| BadViews { line, fault };
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let version = lines.next().and_then(|it| it.strip_prefix(HEAD)).ok_or(bad(1, ViewsFault::NoHead))?;
    if version.trim() != VERSION.to_string() {
        return Err(bad(1, ViewsFault::Version));
    }
    let mut res = vec![];
    for (line, text) in (2..).zip(lines).filter(|it| !it.1.trim().is_empty()) {
        let mut columns = text.split('\t');
        let name = one_line(columns.next().unwrap_or_default());
        // A link of another kind (`javascript:`) must never become one on the screen.
        let link = columns.next().unwrap_or_default().trim();
        if name.is_empty() {
            return Err(bad(line, ViewsFault::NoName));
        }
        if !link.starts_with("#/") {
            return Err(bad(line, ViewsFault::NoLink));
        }
        let saved = columns.next().unwrap_or_default().trim().to_owned();
        let name = unused(&res, &name);
        res.push(SavedView { name, link: link.to_owned(), saved });
    }
    Ok(res)
}

/// Puts the location in front of `views`, without its open article; gives the name it got. `None` where the name is
/// blank.
pub fn save(views: &mut Vec<SavedView>, name: &str, location: &AppLocation, today: &str) -> Option<String> {
    let mut location = location.clone();
    location.close_article();
    let name = one_line(name);
    if name.is_empty() {
        return None;
    }
    let link = location.to_hash();
    views.retain(|it| it.name != name || it.link != link);
    let name = unused(views, &name);
    views.insert(0, SavedView { name: name.clone(), link, saved: today.to_owned() });
    Some(name)
}

/// Gives a view another name; a blank one changes nothing.
pub fn rename(views: &mut [SavedView], from: &str, to: &str) {
    let to = one_line(to);
    if to.is_empty() || to == from {
        return;
    }
    let to = unused(views, &to);
    views.iter_mut().filter(|it| it.name == from).for_each(|it| it.name.clone_from(&to));
}

/// Takes a view away.
pub fn delete(views: &mut Vec<SavedView>, name: &str) {
    views.retain(|it| it.name != name);
}

/// Adds imported views behind those that are there. One with the name and link of a view that is there is that view;
/// one with its name and another link comes in under a new name.
pub fn merge(views: &mut Vec<SavedView>, imported: Vec<SavedView>) -> Merged {
    let mut res = Merged::default();
    for view in imported {
        if views.iter().any(|it| it.name == view.name && it.link == view.link) {
            res.n_same += 1;
            continue;
        }
        let name = unused(views, &view.name);
        res.n_added += 1;
        res.n_renamed += usize::from(name != view.name);
        views.push(SavedView { name, ..view });
    }
    res
}

/// The name, or the first of `name (2)`, `name (3)` … that no view has.
fn unused(views: &[SavedView], name: &str) -> String {
    let is_free = |name: &String| views.iter().all(|it| it.name != *name);
    let numbered = (2..).map(|n| format!("{name} ({n})"));
    std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}

fn one_line(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, link: &str) -> SavedView {
        SavedView { name: name.into(), link: link.into(), saved: "2026-11-21".into() }
    }

    #[test]
    fn views_come_back_from_their_text() {
        let views = vec![view("赤峰的路", "#/articles?q=修路&place=内蒙古自治区/赤峰市"), view("全部", "#/articles")];
        assert_eq!(parse(&print(&views)), Ok(views.clone()));
        assert_eq!(parse(&print(&[])), Ok(vec![]));
        let by_hand = format!("\u{feff}{}", print(&views).replace('\n', "\r\n\r\n"));
        assert_eq!(parse(&by_hand), Ok(views));
    }

    #[test]
    fn a_bad_text_is_told_with_its_line() {
        let head = "banmian-views 1\n";
        for (text, line, fault) in [
            ("", 1, ViewsFault::NoHead),
            ("[{\"name\":\"a\"}]", 1, ViewsFault::NoHead),
            ("banmian-views 2\n", 1, ViewsFault::Version),
            (&format!("{head}\t#/articles\t\n"), 2, ViewsFault::NoName),
            (&format!("{head}甲\t#/articles\n\n乙\n"), 4, ViewsFault::NoLink),
            (&format!("{head}甲\tjavascript:alert(1)\n"), 2, ViewsFault::NoLink),
        ] {
            assert_eq!(parse(text), Err(BadViews { line, fault }), "{text:?}");
        }
    }

    #[test]
    fn a_view_is_saved_without_its_article_and_under_a_name_of_its_own() {
        let mut views = vec![];
        let location = AppLocation::parse("#/articles?q=修路&article=000-01");
        assert_eq!(save(&mut views, " 路\n与桥 ", &location, "2026-11-21").as_deref(), Some("路 与桥"));
        assert_eq!(views, [view("路 与桥", "#/articles?q=修路")]);
        assert_eq!(save(&mut views, "路 与桥", &location, "2026-11-21").as_deref(), Some("路 与桥"), "the same view");
        let other = AppLocation::parse("#/figures?q=修桥");
        assert_eq!(save(&mut views, "路 与桥", &other, "2026-11-21").as_deref(), Some("路 与桥 (2)"));
        assert_eq!(save(&mut views, " ", &other, ""), None);
        assert_eq!(views.len(), 2);
    }

    #[test]
    fn renaming_takes_no_name_that_is_taken() {
        let mut views = vec![view("甲", "#/articles"), view("乙", "#/words")];
        rename(&mut views, "乙", "甲");
        assert_eq!(views[1].name, "甲 (2)");
        rename(&mut views, "甲 (2)", " ");
        rename(&mut views, "没有", "丙");
        assert_eq!(views[1].name, "甲 (2)");
        delete(&mut views, "甲");
        assert_eq!(views.len(), 1);
    }

    #[test]
    fn an_import_loses_nothing() {
        let mut views = vec![view("甲", "#/articles?q=甲"), view("乙", "#/articles?q=乙")];
        let imported = vec![view("甲", "#/articles?q=甲"), view("乙", "#/articles?q=另"), view("丙", "#/words")];
        assert_eq!(merge(&mut views, imported.clone()), Merged { n_added: 2, n_renamed: 1, n_same: 1 });
        let names: Vec<&str> = views.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["甲", "乙", "乙 (2)", "丙"]);
        assert_eq!(views[1].link, "#/articles?q=乙");
    }
}

//! The page's own date: from front matter, or inferred from all the clues on the page together.
//!
//! A line that prints a day with its weekday is sure. Else years written in digits, months and quarters without a year,
//! seasons, feasts beside 日前, jubilees, years of a plan, and events whose time is known each speak for years or months; the months with most weight
//! win, and the value is as wide as they are.

mod clue;
mod counted;
mod event;
mod masthead;
mod vote;

use serde::{Deserialize, Serialize};

use super::date;
use super::edtf::Edtf;
use crate::engine::diagnostic::{Code, Diagnostic, Severity};
use crate::engine::page::Page;
use crate::engine::text::{Reading, Span};
use clue::Clue;

/// The page's date and how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Published {
    /// The date; `None` where nothing tells it.
    pub edtf: Option<Edtf>,
    /// True when it is not printed in the front matter.
    pub inferred: bool,
    /// The words of the page that led to it, as printed, in the order of the page.
    pub clues: Vec<String>,
}

impl Published {
    /// What a reader should know about the date; `None` where it is printed.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let code = match (&self.edtf, self.inferred) {
            (Some(_), false) => return None,
            (Some(_), true) => Code::PublishedInferred,
            (None, _) => Code::PublishedUnknown,
        };
        let detail = self.edtf.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default();
        Some(Diagnostic::new(Span::default(), Severity::Info, code).with_detail(detail))
    }
}

/// The date of `page`: as its front matter prints it, else as a line of the page prints it, else by its clues; `readings` are those of its articles.
pub fn infer(page: &Page, readings: &[Reading]) -> Published {
    let printed = KEYS.iter().find_map(|it| page.front_matter.value(it)).and_then(date::printed);
    if printed.is_some() {
        return Published { edtf: printed, inferred: false, clues: vec![] };
    }
    if let Some((day, line)) = masthead::masthead(&page.text) {
        return Published { edtf: Some(day.into()), inferred: true, clues: vec![line.to_owned()] };
    }
    let clues: Vec<Clue> = readings.iter().flat_map(|it| clue::clues(&it.text)).collect();
    let edtf = vote::vote(&clues);
    let mut words: Vec<String> = vec![];
    for clue in clues.iter().filter(|it| edtf.as_ref().is_some_and(|date| vote::supports(it, date))) {
        if !words.contains(&clue.words) && words.len() < MOST_CLUES {
            words.push(clue.words.clone());
        }
    }
    // Where nothing speaks for it, it is only the earliest year that nothing speaks against.
    Published { inferred: true, edtf: edtf.filter(|_| !words.is_empty()), clues: words }
}

/// Keys of the front matter that hold the date, first the usual one.
const KEYS: [&str; 4] = ["日期", "出版日期", "发布日期", "date"];

/// Clues that are shown. More bury the good ones.
const MOST_CLUES: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::page::FrontMatter;

    fn page(value: &str) -> Page {
        let front_matter = FrontMatter { entries: vec![("日期".into(), value.into())], ..FrontMatter::default() };
        Page { front_matter, ..Page::default() }
    }

    fn inferred(texts: &[&str]) -> (String, Vec<String>) {
        let readings: Vec<Reading> = texts.iter().map(|it| Reading::plain(it)).collect();
        let res = infer(&Page::default(), &readings);
        assert!(res.inferred);
        (res.edtf.map(|it| it.as_str().to_owned()).unwrap_or_default(), res.clues)
    }

    #[test]
    fn the_front_matter_prints_it() {
        for (value, edtf) in [
            ("2022-06~", "2022-06~"),
            ("2023年4月7日 星期五", "2023-04-07"),
            ("2023年4月", "2023-04"),
            ("二〇二三年四月七日", "2023-04-07"),
            ("2023/4/7", "2023-04-07"),
        ] {
            let res = infer(&page(value), &[]);
            assert_eq!((res.edtf.as_ref().map(Edtf::as_str), res.inferred), (Some(edtf), false), "{value}");
        }
        assert!(infer(&page("不详"), &[]).inferred);
    }

    #[test]
    fn a_past_year_beside_this_year_is_the_year_before() {
        let (edtf, clues) = inferred(&[
            "她是2021年度的优秀学员。今年年初，村里请她讲课。",
            "初夏的草原，羊羔撒欢。",
            "六一游园日前举办。",
        ]);
        assert_eq!(edtf, "2022-06~");
        assert_eq!(clues, ["她是2021年度的优秀学员", "初夏的草原", "六一游园日前举办"]);
    }

    #[test]
    fn a_day_without_its_year_and_a_season_give_the_month() {
        let (edtf, _) = inferred(&["2023年全国会议要求抓好落实。", "10月24日上午，队员进村。", "深秋，林场金黄。"]);
        assert_eq!(edtf, "2023-10~");
    }

    #[test]
    fn months_that_tie_stay_an_interval() {
        let (edtf, _) = inferred(&["2023年的会议在旗里召开。盛夏，瓜田飘香。"]);
        assert_eq!(edtf, "2023-07/2023-08");
    }

    #[test]
    fn a_year_alone_stays_a_year() {
        assert_eq!(inferred(&["2023年的会议在旗里召开。"]).0, "2023~");
    }

    #[test]
    fn an_event_bounds_the_year() {
        assert_eq!(inferred(&["他把党的二十大报告抄在本子上。", "2021年的老党员来了。"]).0, "2022~");
    }

    #[test]
    fn what_tells_no_year_gives_no_date() {
        assert_eq!(inferred(&["盛夏时节，瓜果飘香。", "到2035年，全面建成。", "《2020年条例》"]).0, "");
        assert_eq!(inferred(&[]).0, "");
    }
}

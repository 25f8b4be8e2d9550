//! How an article is cited: by GB/T 7714, as a BibTeX entry, and plainly. What is not known is left out together with
//! what would join it.

use crate::engine::extract::edtf::{Edtf, Granularity};

/// A form of citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CitationForm {
    /// GB/T 7714—2015, an article of a newspaper: 责任者. 题名[N]. 报纸名, 日期(版次).
    Gbt,
    /// An entry of BibTeX.
    Bibtex,
    /// As a Chinese footnote says it.
    Plain,
}

impl CitationForm {
    /// Every form, in the order in which they are offered.
    pub const ALL: [CitationForm; 3] = [CitationForm::Gbt, CitationForm::Bibtex, CitationForm::Plain];

    /// Its name, which no translation changes; the plain one's stands in the translations.
    pub fn label_key(self) -> &'static str {
        match self {
            CitationForm::Gbt => "cite.gbt",
            CitationForm::Bibtex => "cite.bibtex",
            CitationForm::Plain => "cite.plain",
        }
    }
}

/// What is known of an article; "" for what is not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Source {
    /// Article id.
    pub id: String,
    /// In the order of the byline.
    pub authors: Vec<String>,
    /// Headline, or what stands for it.
    pub title: String,
    /// The paper's name.
    pub paper: String,
    /// The number of the page.
    pub page: String,
    /// The name of the page.
    pub page_name: String,
    /// The page's date.
    pub date: Option<Edtf>,
    /// True where the date is not printed.
    pub is_inferred: bool,
}

/// Most authors that GB/T 7714 names before 等.
const MAX_AUTHORS: usize = 3;

/// The citation of `source`.
pub fn cite(form: CitationForm, source: &Source) -> String {
    match form {
        CitationForm::Gbt => gbt(source),
        CitationForm::Bibtex => bibtex(source),
        CitationForm::Plain => plain(source),
    }
}

/// A date that is not printed stands in brackets, as the standard asks of estimated ones.
fn gbt(source: &Source) -> String {
    let mut authors = source.authors.iter().take(MAX_AUTHORS).cloned().collect::<Vec<_>>().join(", ");
    if source.authors.len() > MAX_AUTHORS {
        authors.push_str(", 等");
    }
    let title = format!("{}[N]", source.title);
    let date = definite(source).map(|it| if source.is_inferred { format!("[{it}]") } else { it.to_owned() });
    let place = joined(", ", &[&source.paper, date.as_deref().unwrap_or_default()]);
    let page = page_of(source);
    let page = if page.is_empty() { String::new() } else { format!("({page})") };
    joined(". ", &[&authors, &title, &(place + &page)]) + "."
}

fn bibtex(source: &Source) -> String {
    let mut date = definite(source).unwrap_or_default().split('-');
    let [year, month, day] = [(); 3].map(|()| date.next().unwrap_or_default().to_owned());
    let key: String = source.id.chars().map(|it| if it.is_alphanumeric() || it == '-' { it } else { '_' }).collect();
    let note = if source.is_inferred && !year.is_empty() { "date inferred".to_owned() } else { String::new() };
    let fields = [
        ("author", source.authors.iter().map(|it| format!("{{{}}}", escaped(it))).collect::<Vec<_>>().join(" and ")),
        ("title", format!("{{{}}}", escaped(&source.title))),
        ("journal", escaped(&source.paper)),
        ("year", year),
        ("month", month.trim_start_matches('0').to_owned()),
        ("day", day.trim_start_matches('0').to_owned()),
        ("pages", escaped(&page_of(source))),
        ("note", note),
    ];
    let is_known = |value: &str| !value.is_empty() && value != "{}";
    let known = fields.iter().filter(|(_, value)| is_known(value));
    let lines: String = known.map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@article{{{key},\n{lines}}}")
}

fn plain(source: &Source) -> String {
    let quoted = |it: &str| if it.is_empty() { String::new() } else { format!("《{it}》") };
    let authors = source.authors.join("、");
    let head =
        if authors.is_empty() { quoted(&source.title) } else { format!("{authors}：{}", quoted(&source.title)) };
    let date = definite(source).map(in_chinese).unwrap_or_default();
    let date = if source.is_inferred && !date.is_empty() { date + "（推断）" } else { date };
    let page = match page_of(source) {
        page if page.is_empty() || page.ends_with('版') => page,
        page if page.chars().all(|it| it.is_ascii_alphanumeric()) => format!("第{page}版"),
        page => page + "版",
    };
    joined("，", &[&head, &quoted(&source.paper), &date, &page]) + "。"
}

/// 2022-05-03 as 2022年5月3日. Written here and not by the translations, which the worker must not carry.
fn in_chinese(date: &str) -> String {
    let parts = date.split('-').zip(["年", "月", "日"]);
    parts.map(|(number, unit)| format!("{}{unit}", number.trim_start_matches('0'))).collect()
}

/// The number of the page, else its name.
fn page_of(source: &Source) -> String {
    let number = source.page.trim().trim_start_matches('第').trim_end_matches('版');
    if number.is_empty() { source.page_name.trim().to_owned() } else { number.to_owned() }
}

/// The date where it is a day, a month or a year that is not uncertain: the others no citation can say.
fn definite(source: &Source) -> Option<&str> {
    let date = source.date.as_ref()?;
    let is_definite = matches!(date.granularity(), Granularity::Day | Granularity::Month | Granularity::Year);
    let text = date.as_str();
    (is_definite && text.bytes().all(|it| it.is_ascii_digit() || it == b'-')).then_some(text)
}

/// The parts that say something.
fn joined(between: &str, parts: &[&str]) -> String {
    let known: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
    known.join(between)
}

/// What BibTeX would take for its own marks is escaped; a brace, which no escape keeps from being counted, is left out.
fn escaped(text: &str) -> String {
    let mut res = String::with_capacity(text.len());
    for ch in text.chars().filter(|it| !matches!(it, '{' | '}' | '\\')) {
        if matches!(ch, '%' | '&' | '#' | '_' | '$') {
            res.push('\\');
        }
        res.push(ch);
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Source {
        Source {
            id: "000-01".into(),
            authors: vec!["甲乙".into(), "丙丁".into()],
            title: "渠水流进新菜地".into(),
            paper: "某某日报".into(),
            page: "第04版".into(),
            page_name: "党建".into(),
            date: Edtf::parse("2023-04-12"),
            is_inferred: false,
        }
    }

    #[test]
    fn what_is_known_is_said() {
        let source = whole();
        assert_eq!(cite(CitationForm::Gbt, &source), "甲乙, 丙丁. 渠水流进新菜地[N]. 某某日报, 2023-04-12(04).");
        assert_eq!(
            cite(CitationForm::Plain, &source),
            "甲乙、丙丁：《渠水流进新菜地》，《某某日报》，2023年4月12日，第04版。"
        );
        assert_eq!(
            cite(CitationForm::Bibtex, &source),
            "@article{000-01,\n  author = {{甲乙} and {丙丁}},\n  title = {{渠水流进新菜地}},\n  journal = {某某日报},\n  \
             year = {2023},\n  month = {4},\n  day = {12},\n  pages = {04},\n}"
        );
    }

    #[test]
    fn what_is_not_known_leaves_no_trace() {
        let source = Source { id: "a b".into(), title: "修渠".into(), ..Source::default() };
        assert_eq!(cite(CitationForm::Gbt, &source), "修渠[N].");
        assert_eq!(cite(CitationForm::Plain, &source), "《修渠》。");
        assert_eq!(cite(CitationForm::Bibtex, &source), "@article{a_b,\n  title = {{修渠}},\n}");
        let named = Source { page_name: "党建".into(), ..source };
        assert_eq!(cite(CitationForm::Plain, &named), "《修渠》，党建版。");
    }

    #[test]
    fn a_date_that_is_not_printed_says_so_and_a_vague_one_is_left_out() {
        let inferred = Source { date: Edtf::parse("2022-05"), is_inferred: true, ..whole() };
        assert_eq!(cite(CitationForm::Gbt, &inferred), "甲乙, 丙丁. 渠水流进新菜地[N]. 某某日报, [2022-05](04).");
        assert!(cite(CitationForm::Plain, &inferred).contains("2022年5月（推断）"));
        let vague = Source { date: Edtf::parse("2022-05/2022-07"), ..whole() };
        assert_eq!(cite(CitationForm::Gbt, &vague), "甲乙, 丙丁. 渠水流进新菜地[N]. 某某日报(04).");
    }

    #[test]
    fn marks_of_bibtex_are_escaped_and_many_authors_cut() {
        let authors = ["甲", "乙", "丙", "丁"].map(str::to_owned).to_vec();
        let source = Source { title: "95%_{好}".into(), authors, ..whole() };
        assert!(cite(CitationForm::Bibtex, &source).contains(r"title = {{95\%\_好}}"));
        assert!(cite(CitationForm::Gbt, &source).starts_with("甲, 乙, 丙, 等. "));
    }
}

//! The check of `tests/specs/page/published.spec`: a page, and its own date with the clues to it.
//!
//! The dump says the date and how it is known (`2022-06~ inferred`, `2023-04-07 printed`, `unknown`), then a line a clue.

use banmian::engine::extract::published;
use banmian::engine::page::parse_page;
use banmian::engine::text::Reading;

use crate::case::Case;
use crate::check::same;

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    let page = parse_page("p", &input);
    let readings: Vec<Reading> = page.articles.iter().map(|it| it.reading(&page.text)).collect();
    let published = published::infer(&page, &readings);
    let how = if published.inferred { "inferred" } else { "printed" };
    let mut dump = match &published.edtf {
        Some(edtf) => format!("{} {how}\n", edtf.as_str()),
        None => "unknown\n".to_owned(),
    };
    for clue in &published.clues {
        dump.push_str(&format!("  {clue}\n"));
    }
    same(&expected, &dump)
}

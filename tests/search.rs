//! Properties of search over the bundled corpus: every run of characters is found exactly where plain `contains` finds
//! it. Drawn by seed, so that a failure can be repeated.

#[path = "support/bundled.rs"]
mod bundled;

use std::collections::BTreeSet;

use banmian::engine::archive::Random;
use banmian::engine::query::Selection;
use banmian::engine::text::variant::fold_text_for_search as fold_text;
use banmian::protocol::ArticleDetail;
use bundled::{corpus, details, list};

const N_RUNS: usize = 1000;

#[test]
fn every_run_of_characters_is_found_where_it_stands() {
    let service = corpus();
    let articles = details(&service, &Selection::default());
    let texts: Vec<(String, String)> = articles.iter().map(|it| (it.id.clone(), searched_text(it))).collect();
    let mut random = Random(2023);
    for _ in 0..N_RUNS {
        let run = draw_run(&mut random, &texts);
        let expected: BTreeSet<&str> =
            texts.iter().filter(|(_, text)| text.contains(&run)).map(|(id, _)| id.as_str()).collect();
        let list = list(&service, &Selection { query: format!("\"{run}\""), ..Selection::default() });
        let found: BTreeSet<&str> = list.rows.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(found, expected, "{run:?}");
        assert_eq!(list.n_total, expected.len(), "{run:?}");
        for row in &list.rows {
            let marked: Vec<String> =
                row.snippet.hits.iter().map(|it| fold_text(it.slice(&row.snippet.text))).collect();
            assert!(marked.iter().all(|it| it.contains(&run)), "{run:?} is not what {marked:?} marks");
        }
    }
}

/// What search looks at, fields apart.
fn searched_text(article: &ArticleDetail) -> String {
    let byline = article.byline.iter().flat_map(|it| [it.role.clone(), it.name.clone()]);
    let byline: Vec<String> = byline.filter(|it| !it.is_empty()).collect();
    let fields = [&article.headline, &byline.join(" "), &article.section, &article.text];
    fold_text(&fields.map(String::as_str).join("\u{1}"))
}

/// Two to six neighbouring characters of some article, without blanks and the marks that queries are written with.
fn draw_run(random: &mut Random, texts: &[(String, String)]) -> String {
    loop {
        let text: Vec<char> = texts[random.below(texts.len())].1.chars().collect();
        let n_chars = 2 + random.below(5);
        let start = random.below(text.len().saturating_sub(n_chars).max(1));
        let run: String = text.iter().skip(start).take(n_chars).collect();
        if run.chars().count() == n_chars && !run.contains(|it: char| it.is_whitespace() || "\"\u{1}".contains(it)) {
            return run;
        }
    }
}

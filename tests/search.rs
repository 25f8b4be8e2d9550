//! Properties of search over the bundled corpus: every run of characters is found exactly where plain `contains` finds
//! it. Drawn by seed, so that a failure can be repeated.

use std::collections::BTreeSet;

use banmian::engine::archive::Random;
use banmian::engine::lexicon::Lexicon;
use banmian::engine::query::Selection;
use banmian::engine::text::variant::fold_text_for_search as fold_text;
use banmian::protocol::{ArticleDetail, ArticleList, Request, Response, Window};
use banmian::service::Service;

const N_RUNS: usize = 1000;

#[test]
fn every_run_of_characters_is_found_where_it_stands() {
    let service = corpus();
    let articles = details(&service);
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

fn corpus() -> Service {
    let mut service = Service::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    for file in files {
        service.add_page(&file.file_stem().unwrap().to_string_lossy(), &std::fs::read_to_string(&file).unwrap());
    }
    service.set_lexicon(Lexicon::native());
    service
}

fn list(service: &Service, selection: &Selection) -> ArticleList {
    let request = Request::Articles { selection: selection.clone(), window: Window { offset: 0, limit: usize::MAX } };
    match service.handle(&request) {
        Response::Articles(list) => list,
        other => panic!("{other:?}"),
    }
}

fn details(service: &Service) -> Vec<ArticleDetail> {
    let selection = Selection::default();
    let ids = list(service, &selection).rows.into_iter().map(|it| it.id);
    ids.map(|id| match service.handle(&Request::Article { id, selection: selection.clone() }) {
        Response::Article(detail) => *detail,
        other => panic!("{other:?}"),
    })
    .collect()
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

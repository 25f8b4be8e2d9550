//! A service with the bundled pages, and what it says of a selection's articles.

use banmian::engine::lexicon::Lexicon;
use banmian::engine::query::Selection;
use banmian::protocol::{ArticleDetail, ArticleList, Request, Response, Window};
use banmian::service::Service;

#[path = "pages.rs"]
mod pages;

/// Everything is read.
pub fn corpus() -> Service {
    let mut service = Service::new();
    for (id, text) in pages::pages() {
        service.add_page(&id, &text);
    }
    service.finish_import();
    service.set_lexicon(Lexicon::native());
    service
}

/// The whole result list of a selection.
pub fn list(service: &Service, selection: &Selection) -> ArticleList {
    let request = Request::Articles { selection: selection.clone(), window: Window { offset: 0, limit: usize::MAX } };
    match service.handle(&request) {
        Response::Articles(list) => list,
        other => panic!("{other:?}"),
    }
}

/// Every article of a selection as its reader shows it, in the list's order.
pub fn details(service: &Service, selection: &Selection) -> Vec<ArticleDetail> {
    let detail = |id: String| match service.handle(&Request::Article { id, selection: selection.clone() }) {
        Response::Article(detail) => *detail,
        other => panic!("{other:?}"),
    };
    list(service, selection).rows.into_iter().map(|it| detail(it.id)).collect()
}

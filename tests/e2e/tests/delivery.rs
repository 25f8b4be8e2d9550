//! Where the built folder may stand: at the root, under a path, in a frame, behind servers of every habit, and always
//! under a strict content policy.

use banmian_e2e::folder::Folder;
use banmian_e2e::page::Page;
use banmian_e2e::site::{Running, dist, serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use xtask::static_server::{CONTENT_POLICY, Site};

use crate::screen;

/// At the root, under the content policy: nothing is refused, nothing fails.
pub fn at_the_root(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    works_at(page, &running.url)?;
    asks_only_its_own_origin(page, &running)
}

/// Under a path, on an intranet host without TLS: no secure context.
pub fn under_a_path_of_an_intranet(page: &Page) -> Outcome {
    let running = serve(site()?.under("/intranet/banmian/"))?;
    works_at(page, &running.intranet_url())?;
    let is_secure = page.script("return isSecureContext", vec![])?;
    ensure(is_secure == json!(false), || "this was to be no secure context".to_owned())?;
    let outside: Vec<_> =
        running.log.asked().into_iter().filter(|asked| !asked.path.starts_with("/intranet/banmian/")).collect();
    let outside: Vec<_> = outside.into_iter().filter(|asked| asked.path != "/favicon.ico").collect();
    ensure(outside.is_empty(), || format!("asked for what is not its own: {outside:?}"))
}

/// In a frame of a page of another origin.
pub fn in_a_frame_of_another_page(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    let folder = Folder::new()?;
    let frame = format!(
        "<!doctype html><title>Portal</title><link rel=icon href='data:,'><iframe src='{}' width=1000 height=700></iframe>",
        running.url
    );
    folder.add("index.html", frame)?;
    let portal = serve(Site::new(folder.path()))?;
    page.open(&portal.url)?;
    page.enter_frame()?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    no_errors(page)
}

/// Behind a server that unpacks `.gz` files on the way, as some do unasked.
pub fn behind_a_server_that_labels_gzip(page: &Page) -> Outcome {
    let running = serve(site()?.with_header_on(".gz", "Content-Encoding", "gzip"))?;
    works_at(page, &running.url)
}

/// Behind a server without any header of its own; types are guessed from nothing but what the server says.
pub fn behind_a_server_without_policy(page: &Page) -> Outcome {
    works_at(page, &serve(Site::new(dist()?))?.url)
}

/// Where no worker may start, the worker's own module answers on the page's thread.
pub fn without_workers(page: &Page) -> Outcome {
    let policy = CONTENT_POLICY.replace("worker-src 'self'", "worker-src 'none'");
    let running = serve(Site::new(dist()?).with_header("Content-Security-Policy", &policy))?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)
}

fn works_at(page: &Page, url: &str) -> Outcome {
    page.open(url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    no_errors(page)
}

/// The console is empty of errors; violations of the content policy are errors there.
fn no_errors(page: &Page) -> Outcome {
    let errors = page.console_errors()?;
    ensure(errors.is_empty(), || format!("the console has errors: {errors:#?}"))
}

/// Every resource of the page comes from its own server.
fn asks_only_its_own_origin(page: &Page, running: &Running) -> Outcome {
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    let names = page.script(script, vec![])?;
    let names = names.as_array().cloned().unwrap_or_default();
    ensure(!names.is_empty(), || "the page asked for nothing".to_owned())?;
    let own = |name: &serde_json::Value| name.as_str().is_some_and(|name| name.starts_with(&running.url));
    let foreign: Vec<_> = names.iter().filter(|name| !own(name)).collect();
    ensure(foreign.is_empty(), || format!("asked other origins: {foreign:?}"))
}

//! Which file answers a path, with which type, and for how long a browser may keep it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::Site;
use super::message::{Answer, Request};
use crate::hook::corpus;

/// The answer of `site` to `request`.
pub fn answer(site: &Site, request: &Request) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return plain("405 Method Not Allowed", "only GET and HEAD");
    }
    let Some(relative) = request.path.strip_prefix(&site.base) else {
        return outside(site, &request.path);
    };
    let Some(segments) = safe_segments(relative) else { return plain("404 Not Found", "no such file") };
    if let Some(corpus) = &site.corpus
        && segments.first() == Some(&"corpus")
    {
        return corpus_file(corpus, &segments[1..], request);
    }
    let path = segments.iter().fold(site.root.clone(), |path, segment| path.join(segment));
    file(&if path.is_dir() { path.join("index.html") } else { path }, request)
}

/// The parts of a path without its empty ones; `None` where a part would leave the folder or name a hidden file.
fn safe_segments(relative: &str) -> Option<Vec<&str>> {
    let segments: Vec<&str> = relative.split('/').filter(|segment| !segment.is_empty()).collect();
    let safe = |segment: &&str| !segment.starts_with('.') && !segment.contains(['\\', '\0', ':']);
    segments.iter().all(safe).then_some(segments)
}

/// A path that the site does not stand under: the way to it from the root, else nothing.
fn outside(site: &Site, path: &str) -> Answer {
    if path == "/" || site.base.strip_suffix('/') == Some(path) {
        let mut answer = plain("302 Found", "the page stands elsewhere");
        answer.headers.push(("Location".to_owned(), site.base.clone()));
        return answer;
    }
    plain("404 Not Found", "no such file")
}

/// A page of the folder that stands in for the bundled ones, or its list.
fn corpus_file(folder: &Path, segments: &[&str], request: &Request) -> Answer {
    let [name] = segments else { return plain("404 Not Found", "no such file") };
    let path = folder.join(name);
    if *name == "index.json" && !path.exists() {
        return match corpus::list(folder) {
            Ok(list) => with_tag(list.into_bytes(), "application/json", "no-cache", request),
            Err(message) => plain("500 Internal Server Error", &message),
        };
    }
    file(&path, request)
}

fn file(path: &PathBuf, request: &Request) -> Answer {
    match std::fs::read(path) {
        Ok(bytes) => with_tag(bytes, content_type(path), lifetime(path), request),
        Err(_) => plain("404 Not Found", "no such file"),
    }
}

/// The bytes, or only the word that the browser's copy is still right.
fn with_tag(body: Vec<u8>, content_type: &str, lifetime: &str, request: &Request) -> Answer {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    let tag = format!("\"{:016x}\"", hasher.finish());
    let same = request.known_tag.as_deref() == Some(&tag);
    let headers = [
        ("Content-Type", content_type),
        ("Cache-Control", lifetime),
        ("X-Content-Type-Options", "nosniff"),
        ("ETag", &tag),
    ];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    if same {
        return Answer { status: "304 Not Modified", headers, body: vec![] };
    }
    Answer { status: "200 OK", headers, body }
}

fn plain(status: &'static str, words: &str) -> Answer {
    let content_type = ("Content-Type".to_owned(), "text/plain; charset=utf-8".to_owned());
    Answer { status, headers: vec![content_type], body: words.into() }
}

/// Gzipped assets are plain bytes to the browser; the worker opens them. Pages say no charset: some are GB18030.
fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Names with Trunk's hash never change; for all else the browser asks whether its copy is still right.
fn lifetime(path: &Path) -> &'static str {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if has_hash(name) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether a name is like `app-0123456789abcdef.js` or `app-0123456789abcdef_bg.wasm`.
fn has_hash(name: &str) -> bool {
    let Some((_, after)) = name.rsplit_once('-') else { return false };
    let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
    digits >= 12 && after.get(digits..).is_some_and(|rest| rest.starts_with(['.', '_']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(path: &str) -> Request {
        Request { method: "GET".to_owned(), path: path.to_owned(), known_tag: None, keep_alive: true }
    }

    fn site() -> Site {
        Site::new(crate::file::root().join("public"))
    }

    #[test]
    fn serves_files_below_its_base_only() {
        assert_eq!(answer(&site(), &get("/boot.js")).status, "200 OK");
        let below = site().under("/intranet/banmian/");
        assert_eq!(answer(&below, &get("/intranet/banmian/boot.js")).status, "200 OK");
        assert_eq!(answer(&below, &get("/boot.js")).status, "404 Not Found");
        assert_eq!(answer(&below, &get("/intranet/banmian")).status, "302 Found");
    }

    #[test]
    fn never_leaves_its_folder() {
        for path in ["/../Cargo.toml", "/corpus/../../Cargo.toml", "//etc/passwd", "/..\\Cargo.toml", "/.git/config"] {
            assert_eq!(answer(&site(), &get(path)).status, "404 Not Found", "{path}");
        }
    }

    #[test]
    fn a_known_copy_is_not_sent_again() {
        let first = answer(&site(), &get("/boot.js"));
        let tag = first.headers.iter().find(|(name, _)| name == "ETag").map(|(_, tag)| tag.clone());
        let again = answer(&site(), &Request { known_tag: tag, ..get("/boot.js") });
        assert_eq!((again.status, again.body.len()), ("304 Not Modified", 0));
    }

    #[test]
    fn another_folder_of_pages_stands_in_for_the_corpus() {
        let site = site().with_corpus(crate::file::root().join("public/corpus"));
        let list = answer(&site, &get("/corpus/index.json"));
        assert!(String::from_utf8_lossy(&list.body).starts_with("[\"000.txt\""));
        assert_eq!(answer(&site, &get("/corpus/000.txt")).status, "200 OK");
        assert_eq!(answer(&site, &get("/corpus/missing.txt")).status, "404 Not Found");
    }

    #[test]
    fn only_hashed_names_are_kept_for_good() {
        assert!(has_hash("app-c737091432526d95.js"));
        assert!(has_hash("app-c737091432526d95_bg.wasm"));
        assert!(!has_hash("worker_bg.wasm"));
        assert!(!has_hash("face-book.js"));
    }

    #[test]
    fn nothing_but_reading_is_allowed() {
        let post = Request { method: "POST".to_owned(), ..get("/boot.js") };
        assert_eq!(answer(&site(), &post).status, "405 Method Not Allowed");
    }
}

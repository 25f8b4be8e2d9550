//! The built page on a server of its own.

use std::path::PathBuf;

use xtask::static_server::{CONTENT_POLICY, Log, Server, Site};

use crate::{Outcome, ensure};

/// A running server.
#[derive(Debug, Clone)]
pub struct Running {
    /// Where the page is.
    pub url: String,
    /// The paths asked for.
    pub log: Log,
}

impl Running {
    /// The same place under the name of an intranet host, which is no secure context.
    pub fn intranet_url(&self) -> String {
        self.url.replace("127.0.0.1", "banmian.intranet")
    }
}

/// The built folder: `dist`, or the one that `BANMIAN_DIST` names (a quick development build, say).
pub fn dist() -> Outcome<PathBuf> {
    let chosen = std::env::var_os("BANMIAN_DIST").map(PathBuf::from);
    let dist = chosen.unwrap_or_else(|| xtask::file::root().join("dist"));
    ensure(dist.join("index.html").exists(), || "there is no dist/; run `trunk build --release` first".to_owned())?;
    Ok(dist)
}

/// The built folder at the root of a server that demands the content policy the page is made for.
pub fn site() -> Outcome<Site> {
    Ok(Site::new(dist()?).with_header("Content-Security-Policy", CONTENT_POLICY))
}

/// Starts serving; the server ends with the tests.
pub fn serve(site: Site) -> Outcome<Running> {
    let server = Server::bind("127.0.0.1", 0, site)?;
    let running = Running { url: server.url()?, log: server.log() };
    std::thread::spawn(move || server.run());
    Ok(running)
}

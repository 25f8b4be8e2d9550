//! The built page on a server of its own.

use std::path::PathBuf;

use xtask::static_server::{Log, Server, Site};

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

/// The release build.
pub fn dist() -> Outcome<PathBuf> {
    let dist = xtask::file::root().join("dist");
    ensure(dist.join("index.html").exists(), || "there is no dist/; run `trunk build --release` first".to_owned())?;
    Ok(dist)
}

/// The release build at the root of a server.
pub fn site() -> Outcome<Site> {
    Ok(Site::new(dist()?))
}

/// Starts serving; the server ends with the tests.
pub fn serve(site: Site) -> Outcome<Running> {
    let server = Server::bind("127.0.0.1", 0, site)?;
    let running = Running { url: server.url()?, log: server.log() };
    std::thread::spawn(move || server.run());
    Ok(running)
}

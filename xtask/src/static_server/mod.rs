//! A small static file server: what any intranet server does, no more. `cargo xtask serve` and the tests use it.

mod answer;
mod message;

use std::io::{BufReader, ErrorKind};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::Outcome;

/// The content policy that the page is made for.
pub const CONTENT_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";

/// How many ports after the wanted one are tried.
const N_PORTS: u16 = 20;
/// A kept connection on which nothing is asked for so long is closed.
const IDLE: Duration = Duration::from_secs(30);

/// What a server serves, and how.
#[derive(Debug, Clone)]
pub struct Site {
    /// The folder, `dist` as Trunk wrote it.
    pub root: PathBuf,
    /// The path under which it stands, with a slash at both ends: `/` or `/intranet/banmian/`.
    pub base: String,
    /// A folder of pages that stands in for `corpus/`. Its list is made anew for every request, unless it has an
    /// `index.json` of its own.
    pub corpus: Option<PathBuf>,
    /// Headers that every answer carries.
    pub headers: Vec<(String, String)>,
}

impl Site {
    /// A folder at the root, without further headers.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Site { root: root.into(), base: "/".to_owned(), corpus: None, headers: vec![] }
    }

    /// The same under another path.
    pub fn under(self, base: &str) -> Self {
        Site { base: base.to_owned(), ..self }
    }

    /// The same with other pages.
    pub fn with_corpus(self, folder: impl Into<PathBuf>) -> Self {
        Site { corpus: Some(folder.into()), ..self }
    }

    /// The same with one more header.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A server that has its port, and the paths it has been asked for.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    site: Site,
    log: Log,
}

/// The paths asked for so far, in order.
#[derive(Debug, Clone, Default)]
pub struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    /// The paths asked for so far, in order.
    pub fn paths(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn add(&self, path: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
    }
}

impl Server {
    /// Takes `port`, or the next free one; 0 takes any.
    pub fn bind(address: &str, port: u16, site: Site) -> Outcome<Server> {
        for candidate in port..=port.saturating_add(N_PORTS) {
            match TcpListener::bind((address, candidate)) {
                Ok(listener) => return Ok(Server { listener, site, log: Log::default() }),
                Err(error) if error.kind() == ErrorKind::AddrInUse => {}
                Err(error) => return Err(format!("cannot serve at {address}, port {candidate}: {error}")),
            }
        }
        let last = port.saturating_add(N_PORTS);
        Err(format!("ports {port} to {last} of {address} are all in use; choose another with --port"))
    }

    /// Where it listens.
    pub fn address(&self) -> Outcome<SocketAddr> {
        self.listener.local_addr().map_err(|error| format!("the server lost its port: {error}"))
    }

    /// What people type to get there.
    pub fn url(&self) -> Outcome<String> {
        Ok(format!("http://{}{}", self.address()?, self.site.base))
    }

    /// The paths asked for; stays readable after `run`.
    pub fn log(&self) -> Log {
        self.log.clone()
    }

    /// Serves until the program ends.
    pub fn run(self) {
        let site = Arc::new(self.site);
        for stream in self.listener.incoming().filter_map(Result::ok) {
            let (site, log) = (site.clone(), self.log.clone());
            std::thread::spawn(move || converse(&stream, &site, &log));
        }
    }
}

/// Answers the requests of one connection until either side ends it.
fn converse(stream: &TcpStream, site: &Site, log: &Log) {
    if stream.set_read_timeout(Some(IDLE)).is_err() || stream.set_nodelay(true).is_err() {
        return;
    }
    let mut reader = BufReader::new(stream);
    while let Some(request) = message::read(&mut reader) {
        log.add(&request.path);
        let answer = answer::answer(site, &request);
        let keep = request.keep_alive;
        if message::write(stream, &answer, &site.headers, request.is_head(), keep).is_err() || !keep {
            return;
        }
    }
}

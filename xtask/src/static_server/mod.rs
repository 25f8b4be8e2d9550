//! A small static file server: what any intranet server does, no more. `cargo xtask serve` and the tests use it.

mod answer;
mod gate;
mod log;
mod message;

use std::io::{BufReader, ErrorKind};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::Outcome;
pub use gate::Gate;
pub use log::{Asked, Log};

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
    /// Headers that answers carry.
    pub headers: Vec<Header>,
    /// What is held back for a while, as a slow network does.
    pub gate: Option<Gate>,
}

/// A header of all answers whose path ends in `ending`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// End of the path; "" for every path.
    pub ending: String,
    /// Name.
    pub name: String,
    /// Value.
    pub value: String,
}

impl Site {
    /// A folder at the root, without further headers.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Site { root: root.into(), base: "/".to_owned(), corpus: None, headers: vec![], gate: None }
    }

    /// The same under another path.
    pub fn under(self, base: &str) -> Self {
        Site { base: base.to_owned(), ..self }
    }

    /// The same with other pages.
    pub fn with_corpus(self, folder: impl Into<PathBuf>) -> Self {
        Site { corpus: Some(folder.into()), ..self }
    }

    /// The same with one more header on every answer.
    pub fn with_header(self, name: &str, value: &str) -> Self {
        self.with_header_on("", name, value)
    }

    /// The same with one more header on the paths that end so.
    pub fn with_header_on(mut self, ending: &str, name: &str, value: &str) -> Self {
        self.headers.push(Header { ending: ending.to_owned(), name: name.to_owned(), value: value.to_owned() });
        self
    }

    /// The same with something held back.
    pub fn with_gate(self, gate: Gate) -> Self {
        Site { gate: Some(gate), ..self }
    }
}

/// A server that has its port.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    site: Site,
    log: Log,
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
        if let Some(gate) = &site.gate {
            gate.wait(&request.path);
        }
        let mut answer = answer::answer(site, &request);
        let headers = site.headers.iter().filter(|header| request.path.ends_with(&header.ending));
        answer.headers.extend(headers.map(|header| (header.name.clone(), header.value.clone())));
        let keep = request.keep_alive;
        if message::write(stream, &answer, request.is_head(), keep).is_err() || !keep {
            return;
        }
    }
}

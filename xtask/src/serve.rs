//! `cargo xtask serve`: from a fresh machine to a page that can be opened.

use std::path::PathBuf;

use crate::static_server::{CONTENT_POLICY, Server, Site};
use crate::{Outcome, build, file, tool};

/// What a person may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// A folder of pages instead of the bundled ones. Served from where it stands, never copied.
    pub corpus: Option<PathBuf>,
    /// The port, or the first one to try.
    pub port: u16,
    /// The address to listen on; the default is this machine only.
    pub address: String,
}

impl Options {
    /// Reads the command's arguments.
    pub fn parse(arguments: &[String]) -> Outcome<Options> {
        let mut options = Options { corpus: None, port: 8080, address: "127.0.0.1".to_owned() };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let (name, inline) =
                word.split_once('=').map_or((word.as_str(), None), |(name, value)| (name, Some(value)));
            let mut value = || {
                let value = inline.map(str::to_owned).or_else(|| words.next().cloned());
                value.ok_or_else(|| format!("{name} needs a value"))
            };
            match name {
                "--corpus" => options.corpus = Some(PathBuf::from(value()?)),
                "--port" => {
                    options.port = value()?.parse().map_err(|_| "--port needs a number below 65536".to_owned())?
                }
                "--address" => options.address = value()?,
                _ => return Err(format!("serve does not know {word}; it takes --corpus DIR, --port N, --address A")),
            }
        }
        Ok(options)
    }
}

/// Sets up, builds, serves, and prints the address.
pub fn run(arguments: &[String]) -> Outcome {
    let options = Options::parse(arguments)?;
    let mut site = Site::new(file::root().join("dist")).with_header("Content-Security-Policy", CONTENT_POLICY);
    if let Some(corpus) = &options.corpus {
        let n_pages = file::with_ending(corpus, "txt")?.len();
        println!("pages: {n_pages} in {}", corpus.display());
        site = site.with_corpus(corpus);
    }
    tool::for_build()?;
    build::release()?;
    let server = Server::bind(&options.address, options.port, site)?;
    let address = server.address()?;
    if options.port != 0 && address.port() != options.port {
        println!("port {} is in use, took the next free one", options.port);
    }
    println!("\nBanmian 版面 is at {}  (Ctrl-C ends it)", server.url()?);
    server.run();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Options> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_have_defaults_and_two_spellings() {
        let default = Options { corpus: None, port: 8080, address: "127.0.0.1".to_owned() };
        assert_eq!(parse(""), Ok(default.clone()));
        let chosen = Options { corpus: Some("pages".into()), port: 9000, ..default };
        assert_eq!(parse("--corpus pages --port=9000"), Ok(chosen));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(parse("--port"), Err("--port needs a value".to_owned()));
        assert!(parse("--port 70000").is_err_and(|message| message.contains("--port")));
        assert!(parse("--prot 1").is_err_and(|message| message.contains("--prot")));
    }
}

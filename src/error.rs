//! What can go wrong at the boundaries. Data only; people read it through the translations, tools through `Display`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A failure at a boundary: the network, the codec, the worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Error {
    /// A message could not be decoded.
    Codec,
    /// Page and worker come from different builds.
    ProtocolVersion {
        /// Ours.
        expected: u32,
        /// The message's.
        found: u32,
    },
    /// A file of this site could not be fetched.
    Fetch {
        /// Address relative to the page.
        path: String,
        /// HTTP status; 0 where there was no answer.
        status: u16,
    },
    /// A fetched asset is not what it should be.
    Asset {
        /// Address relative to the page.
        path: String,
    },
    /// A program beside the engine could not be fetched or started, or gave no answer.
    SideModule {
        /// Address relative to the page.
        path: String,
    },
    /// Neither a worker nor the worker's module on the main thread could be started.
    WorkerStart,
    /// No article has this id.
    NoArticle {
        /// The id asked for.
        id: String,
    },
    /// The answer needs the dictionary or the gazetteer, which have not come yet.
    LexiconPending,
}

impl Error {
    /// The stable name; the screen's words stand in locales under `error.<name>`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Error::Codec => "codec",
            Error::ProtocolVersion { .. } => "protocol-version",
            Error::Fetch { .. } => "fetch",
            Error::Asset { .. } => "asset",
            Error::SideModule { .. } => "side-module",
            Error::WorkerStart => "worker-start",
            Error::NoArticle { .. } => "no-article",
            Error::LexiconPending => "lexicon-pending",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Codec => f.write_str("a message between page and worker could not be read"),
            Error::ProtocolVersion { expected, found } => {
                write!(f, "page and worker come from different builds ({expected} and {found})")
            }
            Error::Fetch { path, status } => write!(f, "{path} could not be fetched (status {status})"),
            Error::Asset { path } => write!(f, "{path} is damaged"),
            Error::SideModule { path } => write!(f, "{path} gave no answer"),
            Error::WorkerStart => f.write_str("the engine could not be started"),
            Error::NoArticle { id } => write!(f, "there is no article {id}"),
            Error::LexiconPending => f.write_str("the dictionary has not been loaded yet"),
        }
    }
}

impl std::error::Error for Error {}

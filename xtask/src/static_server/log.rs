//! What a server has been asked for, and when.

#![expect(clippy::disallowed_methods, reason = "tests compare what the server saw with what the screen showed")]

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// One request.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Decoded path.
    pub path: String,
    /// Milliseconds since 1970, as `Date.now()` counts them.
    pub at: f64,
}

/// Every request so far, in order. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Log(Arc<Mutex<Vec<Asked>>>);

impl Log {
    /// Every request so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// When a path that ends so was first asked for.
    pub fn first(&self, ending: &str) -> Option<f64> {
        self.asked().into_iter().find(|asked| asked.path.ends_with(ending)).map(|asked| asked.at)
    }

    pub(super) fn add(&self, path: &str) {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64() * 1000.0;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(Asked { path: path.to_owned(), at });
    }
}

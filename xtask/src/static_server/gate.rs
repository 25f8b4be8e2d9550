//! Holds back a part of a site until it is opened.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// A closed gate before every path that contains some words. Clones are the same gate.
#[derive(Debug, Clone)]
pub struct Gate {
    part: String,
    is_open: Arc<(Mutex<bool>, Condvar)>,
}

impl Gate {
    /// A closed gate before the paths that contain `part`.
    pub fn before(part: &str) -> Self {
        Gate { part: part.to_owned(), is_open: Arc::default() }
    }

    /// Opens it for good.
    pub fn open(&self) {
        let (is_open, changed) = &*self.is_open;
        *is_open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }

    /// Returns when `path` may pass.
    pub(super) fn wait(&self, path: &str) {
        if !path.contains(&self.part) {
            return;
        }
        let (is_open, changed) = &*self.is_open;
        let mut guard = is_open.lock().unwrap_or_else(PoisonError::into_inner);
        while !*guard {
            guard = changed.wait(guard).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

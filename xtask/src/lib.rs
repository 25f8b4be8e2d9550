//! What the two commands of the README consist of. A library, so that the end-to-end tests share the static server.

pub mod file;
pub mod hook;

/// What a step gives: nothing, or a sentence that says what went wrong and what to do.
pub type Outcome<T = ()> = Result<T, String>;

//! What the two commands of the README consist of. A library, so that the end-to-end tests share the static server.

pub mod build;
pub mod file;
pub mod fuzz;
pub mod gazetteer;
pub mod hook;
pub mod pinyin;
pub mod program;
pub mod serve;
pub mod size;
pub mod static_server;
pub mod step;
pub mod test;
pub mod tool;

/// What a step gives: nothing, or a sentence that says what went wrong and what to do.
pub type Outcome<T = ()> = Result<T, String>;

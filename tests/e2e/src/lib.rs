//! What the end-to-end tests stand on: a driver process, a browser page that is used the way people use it (by role and
//! accessible name), folders of pages, and a runner.

pub mod driver;
pub mod folder;
pub mod page;
pub mod role;
pub mod runner;
pub mod site;

/// What a test gives: nothing, or a sentence that says what was not as it should be.
pub type Outcome<T = ()> = Result<T, String>;

/// Fails with `message` unless `holds`.
pub fn ensure(holds: bool, message: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(message()) }
}

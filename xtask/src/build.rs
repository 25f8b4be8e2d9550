//! The release build of the page.

use crate::{Outcome, program, step};

/// Builds `dist/` with Trunk. Nothing is done twice: where nothing changed, Cargo has nothing to compile.
pub fn release() -> Outcome {
    step::run("release build of the page (the first time 3 to 8 minutes, then seconds)", || {
        // Offline: all crates and tools are there by now, and Trunk must not download others.
        program::run(program::command("trunk").args(["build", "--release", "--offline", "--log", "warn"]))
    })
}

//! What people do with Banmian, done in a real Chromium against the release build in `dist/`.

mod delivery;

use std::process::ExitCode;

use banmian_e2e::runner::{self, Test};

/// Every test, in the order in which they run.
const TESTS: [Test; 1] = [("delivery/starts-at-the-root", delivery::starts_at_the_root)];

fn main() -> ExitCode {
    runner::run(&TESTS)
}

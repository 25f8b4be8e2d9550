//! The project's commands: `cargo xtask serve`, `cargo xtask test` and what the build calls.
fn main() {}

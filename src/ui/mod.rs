//! The screen: components read the state, call the worker, and print what it answers.

/// Mounts the application.
pub fn start() {
    console_error_panic_hook::set_once();
}

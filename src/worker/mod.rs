//! The worker's glue: message event → codec → service → post back; it also fetches the corpus and the lexicon.

/// Registers the worker, or, on the main thread, only exports `answer`.
pub fn start() {
    console_error_panic_hook::set_once();
}

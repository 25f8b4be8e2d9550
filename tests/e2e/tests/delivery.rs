//! Where the built folder may stand: at the root, under a path, in a frame, under a strict content policy.

use banmian_e2e::page::Page;
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};

/// At the root of a server.
pub fn starts_at_the_root(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    let errors = page.console_errors()?;
    ensure(errors.is_empty(), || format!("the console has {errors:?}"))?;
    let _ = page.outline()?;
    Ok(())
}

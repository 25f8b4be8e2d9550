//! The public files: everything in `public/` but corpus and maps, which have their own steps.

use std::path::Path;

use crate::{Outcome, file};

/// Folders with their own steps.
const OWN_STEPS: [&str; 2] = ["corpus", "maps"];

/// Copies `public` to `staging`.
pub fn copy(public: &Path, staging: &Path) -> Outcome {
    for relative in file::walk(public)?.iter().filter(|relative| !OWN_STEPS.iter().any(|it| relative.starts_with(it))) {
        file::copy(&public.join(relative), &staging.join(relative))?;
    }
    Ok(())
}

//! The public files: everything in `public/` but the corpus, which has its own step.

use std::path::Path;

use crate::{Outcome, file};

/// Copies `public` to `staging`.
pub fn copy(public: &Path, staging: &Path) -> Outcome {
    for relative in file::walk(public)?.iter().filter(|relative| !relative.starts_with("corpus")) {
        file::copy(&public.join(relative), &staging.join(relative))?;
    }
    Ok(())
}

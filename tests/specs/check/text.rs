//! The check of the specs in `tests/specs/text`.

use crate::case::Case;

pub fn check(case: &Case) -> Result<(), String> {
    Err(format!("no check for {}", case.area()))
}

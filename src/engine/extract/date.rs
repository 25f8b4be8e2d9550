//! Dates: absolute and relative, as EDTF, resolved against the page's date.

use super::{Context, Mentions};

/// Adds the dates of `text` to `res`.
pub fn extract(_text: &str, _ctx: &Context, _res: &mut Mentions) {}

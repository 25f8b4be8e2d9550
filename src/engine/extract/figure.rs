//! Figures: numeral + unit + approx.

use super::{Context, Mentions};
use crate::engine::token::Token;

/// Adds what `text` mentions to `res`.
pub fn extract(_text: &str, _tokens: &[Token], _ctx: &Context, _res: &mut Mentions) {}

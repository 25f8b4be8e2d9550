//! Places, dates, figures and programmes of a text.
//!
//! Every extractor takes the text, its tokens and a context, and returns mentions whose spans are bytes of that text.
//! None of them may read a clock, a locale or a gold file; words, units and names stand in `data/`.

pub mod approx;
mod begin;
pub mod calendar;
pub mod confidence;
pub mod date;
pub mod edtf;
pub mod figure;
pub mod gazetteer;
pub mod glyph;
pub mod mention;
pub mod numeral;
pub mod overlap;
pub mod place;
pub mod programme;
pub mod published;
mod role_words;
pub mod subject;
mod table;
pub mod unit;

use super::lexicon::Lexicon;
use super::token::Token;
pub use confidence::Confidence;
use edtf::Edtf;
pub use mention::{Approx, DateMention, FigureMention, Level, Mentions, PlaceMention, ProgrammeMention};

/// What a text is read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The page's own date: relative dates are resolved against it; without it they have none.
    pub published: Option<&'a Edtf>,
    /// Dictionary and gazetteer, as far as they have come.
    pub lexicon: &'a Lexicon,
    /// The article's headline: names in it count as context.
    pub headline: &'a str,
}

/// Everything mentioned in `text`, each list ordered by span and free of overlaps within its kind.
/// `tokens` are those of `text`, or empty while there is no dictionary.
pub fn extract(text: &str, tokens: &[Token], ctx: &Context) -> Mentions {
    let mut res = Mentions::default();
    date::extract(text, ctx, &mut res);
    place::extract(text, tokens, ctx, &mut res);
    figure::extract(text, tokens, ctx, &mut res);
    programme::extract(text, tokens, ctx, &mut res);
    res
}

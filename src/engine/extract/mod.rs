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

/// A text to be read.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// An article's body.
    pub text: &'a str,
    /// Its words, or none while there is no dictionary.
    pub tokens: &'a [Token],
    /// What it is read against.
    pub ctx: Context<'a>,
}

/// Everything mentioned in `text`, each list ordered by span and free of overlaps within its kind.
/// `tokens` are those of `text`, or empty while there is no dictionary.
pub fn extract(text: &str, tokens: &[Token], ctx: &Context) -> Mentions {
    extract_all(&[Source { text, tokens, ctx: *ctx }]).pop().unwrap_or_default()
}

/// Everything mentioned in each of `sources`, as [`extract`] finds it: one kind in all of them, then the next.
pub fn extract_all(sources: &[Source]) -> Vec<Mentions> {
    let mut res = vec![Mentions::default(); sources.len()];
    for step in STEPS {
        sources.iter().zip(&mut res).for_each(|(source, mentions)| step(source, mentions));
    }
    res
}

/// Each may use what those before it found.
const STEPS: [fn(&Source, &mut Mentions); 4] = [
    |it, res| date::extract(it.text, &it.ctx, res),
    |it, res| place::extract(it.text, it.tokens, &it.ctx, res),
    |it, res| figure::extract(it.text, it.tokens, &it.ctx, res),
    |it, res| programme::extract(it.text, it.tokens, &it.ctx, res),
];

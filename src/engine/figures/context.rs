//! What a figure refers to: the date and the programme that stand nearest to it.

use super::sentences::Sentences;
use crate::engine::extract::Mentions;
use crate::engine::query::snippet::ends_sentence;
use crate::engine::small_map::SmallMap;
use crate::engine::text::Span;

/// What a figure refers to, as numbers of the article's mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// The date of its sentence; `None` where that names none that can be pinned to the calendar, so that the figure
    /// holds for the time of the page.
    pub date: Option<usize>,
    /// The programme of its sentence, else the one that the article names most often, the first of equals.
    pub programme: Option<usize>,
}

/// The context of each figure, in their order. Of a sentence's dates or programmes the last one before the figure counts,
/// else the first one after it.
pub fn contexts(text: &str, mentions: &Mentions) -> Vec<Context> {
    let sentences = Sentences::new(text, ends_sentence);
    let dates: Vec<(usize, Span)> =
        mentions.dates.iter().enumerate().filter(|it| it.1.edtf.is_some()).map(|(idx, it)| (idx, it.span)).collect();
    let programmes: Vec<(usize, Span)> =
        mentions.programmes.iter().enumerate().map(|(idx, it)| (idx, it.span)).collect();
    let most_named = most_named(mentions);
    let context = |at: Span| {
        let sentence = sentences.around(at.start);
        Context { date: nearest(&dates, sentence, at), programme: nearest(&programmes, sentence, at).or(most_named) }
    };
    mentions.figures.iter().map(|it| context(it.span)).collect()
}

/// The last of `mentions` within `sentence` that begins before `at`, else the first one after it.
fn nearest(mentions: &[(usize, Span)], sentence: Span, at: Span) -> Option<usize> {
    let next = mentions.partition_point(|it| it.1.start <= at.start);
    let before = next.checked_sub(1).and_then(|it| mentions.get(it)).filter(|it| sentence.contains(it.1));
    let after = mentions.get(next).filter(|it| sentence.contains(it.1));
    before.or(after).map(|it| it.0)
}

fn most_named(mentions: &Mentions) -> Option<usize> {
    let mut counts: SmallMap<&str, (usize, usize)> = SmallMap::new();
    for (idx, mention) in mentions.programmes.iter().enumerate() {
        counts.value_or(&mention.name, (0, idx)).0 += 1;
    }
    let most = counts.iter().map(|it| it.1.0).max()?;
    counts.iter().filter(|it| it.1.0 == most).map(|it| it.1.1).min()
}

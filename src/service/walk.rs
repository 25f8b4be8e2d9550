//! From an article to the next one that mentions the same thing.

use super::Service;
use crate::engine::query::{eval, rank};
use crate::protocol::{MentionWanted, Passage};
use crate::view_model::mention_walk;

impl Service {
    /// The first mention in the next article of the result list that has one, or the last mention in the one before,
    /// round the ends of the list; the article that the walk comes from is the last that is looked at.
    pub(super) fn next_mention(&self, wanted: &MentionWanted) -> Option<Passage> {
        let (articles, hits) = eval::select(&self.index, &wanted.selection);
        let n_articles = articles.len();
        let mut ranked = rank::best(&self.index, &hits, articles, n_articles);
        if !wanted.is_forward {
            ranked.reverse();
        }
        let from = self.index.number_of(&wanted.article);
        let after = ranked.iter().position(|it| Some(*it) == from).map_or(0, |it| it + 1);
        let (before, behind) = ranked.split_at(after);
        behind.iter().chain(before).find_map(|it| {
            let document = &self.index.article(*it).document;
            let span = mention_walk::end_of(&document.mentions, wanted.facet, &wanted.value, wanted.is_forward)?;
            Some(Passage { article: document.article.id.clone(), span })
        })
    }
}

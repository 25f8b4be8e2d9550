//! Which words are typical of some articles.
//!
//! Against the rest of the library a word is weighed by log-likelihood (Dunning, *Accurate Methods for the Statistics
//! of Surprise and Coincidence*, Computational Linguistics 19(1), 1993, in the two-term form of Rayson and Garside,
//! *Comparing Corpora using Frequency Profiling*, 2000); only words that stand there more often than in the rest count.
//! Where there is no rest, by how often it stands there times the logarithm of how rare it is among the articles
//! (Spärck Jones, *A statistical interpretation of term specificity*, 1972).

use crate::engine::index::Index;

/// A word that is typical of some articles.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyWord {
    /// The word.
    pub word: String,
    /// How often it stands in the articles.
    pub count: u32,
    /// Log-likelihood, or count times rarity; larger is more typical.
    pub score: f64,
}

/// The `n_wanted` most typical words of `articles`, best first, ties by count, then by the word itself.
pub fn keywords(index: &Index, articles: &[u32], n_wanted: usize) -> Vec<KeyWord> {
    let totals = index.words.totals();
    let mut counts = vec![0u32; totals.len()];
    for &article in articles {
        for (word, count) in index.words.counts(article) {
            counts[word as usize] += count;
        }
    }
    let n_tokens = |article: u32| f64::from(index.words.n_tokens(article));
    let inside: f64 = articles.iter().map(|it| n_tokens(*it)).sum();
    let outside: f64 = (0..index.len() as u32).map(n_tokens).sum::<f64>() - inside;
    let score = |count: u32, word: usize| {
        if outside > 0.0 {
            excess(f64::from(count), inside, f64::from(totals[word].count - count), outside)
        } else {
            f64::from(count) * (index.len() as f64 / f64::from(totals[word].n_articles)).ln()
        }
    };
    let mut res: Vec<KeyWord> = counts
        .into_iter()
        .enumerate()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| KeyWord { word: totals[word].word.to_string(), count, score: score(count, word) })
        .filter(|it| it.score > 0.0)
        .collect();
    res.sort_by(|a, b| b.score.total_cmp(&a.score).then(b.count.cmp(&a.count)).then_with(|| a.word.cmp(&b.word)));
    res.truncate(n_wanted);
    res
}

/// Log-likelihood of a word that stands `a` times in `n_a` tokens and `b` times in `n_b`; 0 where it is not more
/// frequent in the first.
fn excess(a: f64, n_a: f64, b: f64, n_b: f64) -> f64 {
    if a * n_b <= b * n_a { 0.0 } else { log_likelihood(a, n_a, b, n_b) }
}

/// Rayson and Garside's G²: twice the sum of observed times the logarithm of observed over expected.
pub fn log_likelihood(a: f64, n_a: f64, b: f64, n_b: f64) -> f64 {
    let expected = |n: f64| n * (a + b) / (n_a + n_b);
    let part = |observed: f64, n: f64| if observed > 0.0 { observed * (observed / expected(n)).ln() } else { 0.0 };
    2.0 * (part(a, n_a) + part(b, n_b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed apart: 2·(20·ln(20/10) + 0) for a word that stands 20 times in one half and never in the other.
    #[test]
    fn log_likelihood_agrees_with_the_formula() {
        assert!((log_likelihood(20.0, 1000.0, 0.0, 1000.0) - 27.725_887_222_4).abs() < 1e-9);
        assert!(log_likelihood(5.0, 100.0, 50.0, 1000.0).abs() < 1e-12);
        assert_eq!(excess(1.0, 100.0, 50.0, 1000.0), 0.0);
    }
}

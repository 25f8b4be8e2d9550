//! Measures of words: how surprising a difference is, how large, how tightly two words go together, how evenly a word is
//! spread. Each names its source; `tests/measures.rs` pins each to values that were computed apart from this code.
//!
//! Logarithms are to base 2 where the source says so, else natural. Counts are of tokens, punctuation included.

/// How often something stands in two sets of tokens that share none: a word in two selections, or a collocate inside
/// and outside of the windows around a node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frequencies {
    /// Occurrences in the first set.
    pub a: f64,
    /// Tokens of the first set; at least `a`.
    pub n_a: f64,
    /// Occurrences in the second set.
    pub b: f64,
    /// Tokens of the second set; at least `b`.
    pub n_b: f64,
}

impl Frequencies {
    /// G² of the two by two table (Dunning, *Accurate Methods for the Statistics of Surprise and Coincidence*,
    /// Computational Linguistics 19(1), 1993): twice the sum over all four cells of observed times the logarithm of
    /// observed over expected. From 0, which says that the word is as frequent in both; 0 where a set is empty.
    pub fn log_likelihood(self) -> f64 {
        let n = self.n_a + self.n_b;
        let cell = |observed: f64, row: f64, column: f64| {
            if observed > 0.0 { observed * (observed * n / (row * column)).ln() } else { 0.0 }
        };
        let (with, without) = (self.a + self.b, n - self.a - self.b);
        let sum = cell(self.a, self.n_a, with)
            + cell(self.b, self.n_b, with)
            + cell(self.n_a - self.a, self.n_a, without)
            + cell(self.n_b - self.b, self.n_b, without);
        (2.0 * sum).max(0.0)
    }

    /// True where it is more frequent in the first set than in the second.
    pub fn is_more_in_first(self) -> bool {
        self.a * self.n_b > self.b * self.n_a
    }

    /// The binary logarithm of how many times more frequent it is in the first set (Hardie, *Log Ratio – an informal
    /// introduction*, 2014): 1 is twice as frequent, −1 half as frequent. A frequency of zero counts as half an
    /// occurrence, as there, so that the ratio stays finite. 0 where a set is empty.
    pub fn log_ratio(self) -> f64 {
        if self.n_a <= 0.0 || self.n_b <= 0.0 {
            return 0.0;
        }
        let share = |count: f64, n: f64| count.max(ZERO_CORRECTION) / n;
        (share(self.a, self.n_a) / share(self.b, self.n_b)).log2()
    }

    /// Mutual information (Church and Hanks, *Word Association Norms, Mutual Information, and Lexicography*,
    /// Computational Linguistics 16(1), 1990): the binary logarithm of observed over expected occurrences in the first
    /// set. Above 0 for attraction; favours rare words. 0 where nothing was observed.
    pub fn mutual_information(self) -> f64 {
        let expected = self.n_a * (self.a + self.b) / (self.n_a + self.n_b);
        if self.a > 0.0 && expected > 0.0 { (self.a / expected).log2() } else { 0.0 }
    }
}

/// What stands for a frequency of zero in a ratio.
const ZERO_CORRECTION: f64 = 0.5;

/// The probability that chance alone gives a log-likelihood of at least `g2`: the upper tail of the chi-square
/// distribution with one degree of freedom, erfc(√(G²/2)). 3.84 gives 0.05, 10.83 gives 0.001.
pub fn p_value(g2: f64) -> f64 {
    complementary_error((g2.max(0.0) / 2.0).sqrt())
}

/// logDice (Rychlý, *A Lexicographer-Friendly Association Score*, RASLAN 2008): 14 plus the binary logarithm of Dice's
/// coefficient of `together` co-occurrences of two words that stand `first` and `second` times. At most 14 where each
/// stands with one other; one less is half as strong. It does not depend on the size of the corpus.
pub fn log_dice(together: f64, first: f64, second: f64) -> f64 {
    if together > 0.0 { 14.0 + (2.0 * together / (first + second)).log2() } else { 0.0 }
}

/// Occurrences in ten thousand tokens; 0 where there are none.
pub fn per_ten_thousand(count: f64, n_tokens: f64) -> f64 {
    if n_tokens > 0.0 { count * 10_000.0 / n_tokens } else { 0.0 }
}

/// Gries' deviation of proportions (*Dispersions and adjusted frequencies in corpora*, International Journal of Corpus
/// Linguistics 13(4), 2008): half the sum over all parts of |share of the word − share of the tokens|. The parts are
/// articles. 0 is as even as can be, towards 1 is all in one small article.
///
/// Parts without the word add their share of the tokens, all of which together is one less those of the parts with it;
/// so only the parts with it need be told.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Deviation {
    excess: f64,
}

impl Deviation {
    /// A part that has `of_tokens` of all tokens and `of_word` of the word's occurrences, both shares from 0 to 1.
    pub fn add(&mut self, of_tokens: f64, of_word: f64) {
        self.excess += (of_word - of_tokens).abs() - of_tokens;
    }

    /// The deviation, once every part that has the word was told.
    pub fn proportions(self) -> f64 {
        ((1.0 + self.excess) / 2.0).clamp(0.0, 1.0)
    }
}

/// erfc for `x` ≥ 0: below 2 by the series of erf (Abramowitz and Stegun, *Handbook of Mathematical Functions*, 7.1.6),
/// above by the continued fraction 7.1.14, both to nearly the precision of the type.
fn complementary_error(x: f64) -> f64 {
    const SQRT_PI: f64 = 1.772_453_850_905_516;
    let density = (-x * x).exp() / SQRT_PI;
    if x < 2.0 {
        let (mut term, mut sum, mut n) = (x, x, 0.0);
        while term > sum * f64::EPSILON {
            n += 1.0;
            term *= 2.0 * x * x / (2.0 * n + 1.0);
            sum += term;
        }
        return 1.0 - 2.0 * density * sum;
    }
    let tail = (1..=100).rev().fold(x, |acc, n| x + f64::from(n) / 2.0 / acc);
    density / tail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_sets_give_numbers() {
        let none = Frequencies { a: 0.0, n_a: 0.0, b: 0.0, n_b: 0.0 };
        assert_eq!((none.log_likelihood(), none.log_ratio(), none.mutual_information()), (0.0, 0.0, 0.0));
        assert_eq!((p_value(0.0), log_dice(0.0, 3.0, 0.0), per_ten_thousand(0.0, 0.0)), (1.0, 0.0, 0.0));
        assert_eq!(p_value(1e9), 0.0);
    }

    #[test]
    fn a_word_that_is_everywhere_alike_deviates_nowhere() {
        let mut even = Deviation::default();
        [0.25, 0.75].into_iter().for_each(|it| even.add(it, it));
        assert_eq!(even.proportions(), 0.0);
        let mut uneven = Deviation::default();
        uneven.add(0.25, 1.0);
        assert_eq!(uneven.proportions(), 0.75);
    }
}

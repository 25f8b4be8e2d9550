//! Words that no dictionary has: which neighbouring characters belong together, mostly names of people.
//!
//! jieba's hidden Markov model (four states: a character begins, ends or continues a word, or is one; Viterbi's
//! algorithm) with jieba's own counts, read from data instead of jieba's tables: as numbers those are 150 kB of gzip in
//! the worker's program, as counts 90 kB of the dictionary asset, which comes after the first list is on screen.

/// First and last character that the model knows.
const HAN: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fd5}';
/// The states: a character begins, ends, continues or is a word.
const BEGINS: usize = 0;
const ENDS: usize = 1;
const IS: usize = 3;
/// The logarithm of never.
const NEVER: f64 = -3.14e100;
/// How many characters of each state the model was counted from.
const TOTALS: [f64; 4] = [33_749_697.0, 33_749_697.0, 6_980_213.0, 29_953_598.0];
/// Logarithms of how often a run begins with each state.
const FIRST: [f64; 4] = [-0.26268660809250016, NEVER, NEVER, -1.4652633398537678];
/// For each state the two that can stand before it, with the logarithm of how often it follows them. On a tie the
/// second wins, as in jieba.
const BEFORE: [[(usize, f64); 2]; 4] = [
    [(1, -0.5897149736854513), (3, -0.7211965654669841)],
    [(0, -0.510825623765990), (2, -0.33344856811948514)],
    [(0, -0.916290731874155), (2, -1.2603623820268226)],
    [(1, -0.8085250474669937), (3, -0.6658631448798212)],
];

/// In which position of a word each character stands, and how often.
#[derive(Debug, Clone)]
pub struct UnknownWords {
    /// Logarithms of the frequencies, one row a character of `HAN`.
    rows: Vec<[f64; 4]>,
}

impl UnknownWords {
    /// The model of a table in the form of `data/hmm.tsv`; `None` where a line is no row of it.
    pub fn parse(table: &str) -> Option<Self> {
        let mut rows = vec![[NEVER; 4]; *HAN.end() as usize - *HAN.start() as usize + 1];
        for line in table.lines().filter(|it| !it.starts_with('#')) {
            let mut fields = line.split('\t');
            let character = fields.next()?.chars().next()?;
            let row = rows.get_mut((character as usize).checked_sub(*HAN.start() as usize)?)?;
            for (frequency, total) in row.iter_mut().zip(TOTALS) {
                let count: u32 = fields.next()?.parse().ok()?;
                if count > 0 {
                    *frequency = (f64::from(count) / total).ln();
                }
            }
        }
        Some(UnknownWords { rows })
    }

    /// The words of a run of [`is_joinable`] characters; together they are the run.
    pub fn words<'a>(&self, run: &'a str) -> Vec<&'a str> {
        let mut res = vec![];
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|it| HAN.contains(&it) != HAN.contains(&first)).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            if HAN.contains(&first) {
                self.push_han(part, &mut res);
            } else {
                res.extend(split_latin(part));
            }
            rest = after;
        }
        res
    }

    fn push_han<'a>(&self, part: &'a str, res: &mut Vec<&'a str>) {
        let chars: Vec<char> = part.chars().collect();
        let mut rest = part;
        for n_chars in self.cut(&chars) {
            let n_bytes = rest.chars().take(n_chars).map(char::len_utf8).sum();
            let (word, after) = rest.split_at(n_bytes);
            res.push(word);
            rest = after;
        }
    }

    /// How many characters each word of `run` has.
    fn cut(&self, run: &[char]) -> Vec<usize> {
        let mut res = vec![];
        let mut n_chars = 0;
        for state in self.states(run) {
            n_chars += 1;
            if state == ENDS || state == IS {
                res.push(n_chars);
                n_chars = 0;
            }
        }
        if n_chars > 0 {
            res.push(n_chars);
        }
        res
    }

    /// The likeliest state of each character (Viterbi).
    fn states(&self, run: &[char]) -> Vec<usize> {
        let Some((first, further)) = run.split_first() else { return vec![] };
        let mut likelihoods = [BEGINS, 1, 2, IS].map(|it| FIRST[it] + self.row(*first)[it]);
        let mut chosen = vec![];
        for ch in further {
            let row = self.row(*ch);
            let steps = [BEGINS, ENDS, 2, IS].map(|state| {
                let [a, b] = BEFORE[state].map(|(before, step)| (likelihoods[before] + step + row[state], before));
                if a.0 > b.0 { a } else { b }
            });
            likelihoods = steps.map(|it| it.0);
            chosen.push(steps.map(|it| it.1));
        }
        let mut state = if likelihoods[ENDS] > likelihoods[IS] { ENDS } else { IS };
        let mut res = vec![state];
        for step in chosen.iter().rev() {
            state = step[state];
            res.push(state);
        }
        res.reverse();
        res
    }

    fn row(&self, ch: char) -> [f64; 4] {
        let idx = (ch as usize).checked_sub(*HAN.start() as usize);
        idx.and_then(|it| self.rows.get(it)).copied().unwrap_or([NEVER; 4])
    }
}

/// True of a character that can be part of a longer word: Chinese, a letter, a digit, or a sign that joins them. The
/// same that jieba's blocks are made of.
pub fn is_joinable(ch: char) -> bool {
    matches!(ch,
        '+' | '#' | '&' | '.' | '_' | '%' | '-' | '0'..='9' | 'A'..='Z' | 'a'..='z'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{2a6df}' | '\u{2a700}'..='\u{2ebef}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Splits a run without Chinese characters: letters and digits joined by `.`, `_` or `-`, with a percent sign behind
/// them, are one word (3.5, 12.5%, Wi-Fi); what stands between such words is one too.
fn split_latin(run: &str) -> Vec<&str> {
    let mut res = vec![];
    let mut rest = run;
    while !rest.is_empty() {
        let n_gap = rest.find(|it: char| it.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let n_bytes = if n_gap > 0 { n_gap } else { latin_word(rest.as_bytes()) };
        let (word, after) = rest.split_at(n_bytes);
        res.push(word);
        rest = after;
    }
    res
}

/// Length of the word that begins with a letter or digit.
fn latin_word(bytes: &[u8]) -> usize {
    let is_inside = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let joins = |at: usize| matches!(bytes.get(at), Some(b'.' | b'_' | b'-')) && is_inside(at + 1);
    let mut end = 0;
    while is_inside(end) || joins(end) {
        end += 1;
    }
    end + usize::from(bytes.get(end) == Some(&b'%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_and_unseen_characters_are_not() {
        let model = UnknownWords::parse(include_str!("../../../data/hmm.tsv")).unwrap();
        let cut = |it: &str| model.cut(&it.chars().collect::<Vec<_>>());
        assert_eq!(cut("小明硕士毕业于中国科学院计算所"), [2, 2, 3, 2, 3, 2, 1]);
        assert_eq!(cut("龘龘龘"), [1, 1, 1]);
        assert_eq!(cut(""), [0; 0]);
    }

    #[test]
    fn latin_words_keep_their_joints() {
        assert_eq!(split_latin("3.5+WES-5.4%abc-"), ["3.5", "+", "WES-5.4%", "abc", "-"]);
        assert_eq!(split_latin(""), [""; 0]);
    }

    #[test]
    fn a_table_of_something_else_is_refused() {
        assert!(UnknownWords::parse("一\t1\t2\t3").is_none());
        assert!(UnknownWords::parse("a\t1\t2\t3\t4").is_none());
    }
}

//! The folded characters of a text with their byte offsets, and the numerals among them.
//!
//! Full-width digits read as half-width ones; a blank between a numeral and its unit (as exports leave it) is skipped.

use crate::engine::text::{Span, normalize::fold};

/// The characters of a text, folded; indices are those of characters.
#[derive(Debug)]
pub(crate) struct Glyphs {
    chars: Vec<(usize, char)>,
    len: usize,
}

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// Its value; at most 99,999,999.
    pub(crate) value: u32,
    /// How many digits stand there; 0 for Chinese numerals with 十.
    pub(crate) n_digits: usize,
    /// True for Chinese numerals.
    pub(crate) chinese: bool,
    /// Index after it.
    pub(crate) end: usize,
}

impl Glyphs {
    /// The characters of `text`.
    pub(crate) fn of(text: &str) -> Self {
        Glyphs { chars: text.char_indices().map(|(at, ch)| (at, fold(ch))).collect(), len: text.len() }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// True where `ch` stands somewhere.
    pub(crate) fn has(&self, ch: char) -> bool {
        self.chars.iter().any(|it| it.1 == ch)
    }

    /// The character at `at`; a line break outside the text.
    pub(crate) fn char(&self, at: usize) -> char {
        self.chars.get(at).map_or('\n', |it| it.1)
    }

    /// The character before `at`; a line break at the beginning.
    pub(crate) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\n', |it| self.char(it))
    }

    /// Characters `start..end` in bytes of the text.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let byte = |at: usize| self.chars.get(at).map_or(self.len, |it| it.0);
        Span::new(byte(start), byte(end))
    }

    /// The index after `word`, if it stands at `at`.
    pub(crate) fn after(&self, at: usize, word: &str) -> Option<usize> {
        let mut end = at;
        for ch in word.chars() {
            if end >= self.len() || self.char(end) != ch {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The index after any one of `chars` at `at`, blanks before it skipped.
    pub(crate) fn after_one_of(&self, at: usize, chars: &str) -> Option<usize> {
        let at = self.skip_blanks(at);
        (at < self.len() && chars.contains(self.char(at))).then_some(at + 1)
    }

    /// The index after the blanks at `at`, line breaks not counted.
    pub(crate) fn skip_blanks(&self, mut at: usize) -> usize {
        while self.char(at) == ' ' {
            at += 1;
        }
        at
    }

    /// True for punctuation that closes a phrase, a line break or the end of the text.
    pub(crate) fn is_stop(&self, at: usize) -> bool {
        let ch = self.char(at);
        matches!(ch, '\n' | ',' | '，' | '、' | '。' | ';' | '；' | ':' | '：' | '?' | '？' | '!' | '！')
            || matches!(ch, '…' | ')' | '）' | '”' | '」' | '』')
    }

    /// The number at `at`, or `None`; also where it is the tail of a longer number.
    pub(crate) fn numeral(&self, at: usize) -> Option<Numeral> {
        if self.char(at).is_ascii_digit() {
            let joined = |it: char| it.is_ascii_digit() || it == '.' || it.is_ascii_alphabetic();
            return if joined(self.before(at)) { None } else { self.arabic(at) };
        }
        if !is_chinese_digit(self.char(at)) || is_part_of_number(self.before(at)) { None } else { self.chinese(at) }
    }

    /// The number at `at` after another one's separator.
    pub(crate) fn numeral_after(&self, at: usize) -> Option<Numeral> {
        let at = self.skip_blanks(at);
        self.arabic(at).or_else(|| self.chinese(at))
    }

    fn arabic(&self, at: usize) -> Option<Numeral> {
        let mut end = at;
        let mut value = 0u32;
        while let Some(digit) = self.char(end).to_digit(10) {
            value = value.checked_mul(10)?.checked_add(digit)?;
            end += 1;
        }
        (end > at && end - at <= 8).then_some(Numeral { value, n_digits: end - at, chinese: false, end })
    }

    fn chinese(&self, at: usize) -> Option<Numeral> {
        let mut end = at;
        while is_chinese_digit(self.char(end)) && end - at <= 4 {
            end += 1;
        }
        if end == at {
            return None;
        }
        if is_part_of_number(self.char(end)) {
            return None;
        }
        let chars: Vec<char> = (at..end).map(|it| self.char(it)).collect();
        let digits: Option<Vec<u32>> = chars.iter().map(|it| chinese_digit(*it)).collect();
        let (value, n_digits) = match digits {
            Some(digits) if !digits.is_empty() => (digits.iter().fold(0, |acc, it| acc * 10 + it), digits.len()),
            Some(_) => return None,
            None => (tens(&chars)?, 0),
        };
        Some(Numeral { value, n_digits, chinese: true, end })
    }
}

/// True for the characters that a Chinese numeral of a date is written with.
pub(crate) fn is_chinese_digit(ch: char) -> bool {
    matches!(ch, '〇' | '○' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿' | '卅')
}

/// True for what may stand beside a Chinese numeral only as part of a longer number.
fn is_part_of_number(ch: char) -> bool {
    is_chinese_digit(ch) || matches!(ch, '两' | '百' | '千' | '万' | '亿' | '几' | '数')
}

fn chinese_digit(ch: char) -> Option<u32> {
    let value = match ch {
        '零' | '〇' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(value)
}

/// 十, 十五, 二十, 二十三, 廿三, 卅.
fn tens(chars: &[char]) -> Option<u32> {
    let unit = |it: &[char]| match it {
        [] => Some(0),
        [one] => chinese_digit(*one).filter(|it| *it > 0),
        _ => None,
    };
    match chars {
        ['十', rest @ ..] => Some(10 + unit(rest)?),
        ['廿', rest @ ..] => Some(20 + unit(rest)?),
        ['卅', rest @ ..] => Some(30 + unit(rest)?),
        [ten, '十', rest @ ..] => Some(10 * chinese_digit(*ten)? + unit(rest)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals() {
        let value = |text: &str| Glyphs::of(text).numeral(0).map(|it| (it.value, it.n_digits));
        assert_eq!(value("２０２３年"), Some((2023, 4)));
        assert_eq!(value("二〇二三年"), Some((2023, 4)));
        assert_eq!(value("二十三日"), Some((23, 0)));
        assert_eq!(value("廿三"), Some((23, 0)));
        assert_eq!(value("十月"), Some((10, 0)));
        assert_eq!(value("三十十"), None);
        assert_eq!(value("月"), None);
        assert_eq!(Glyphs::of("百五月").numeral(1), None);
        assert_eq!(Glyphs::of("3.5").numeral(2), None);
    }
}

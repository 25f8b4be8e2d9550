//! What may begin at a character: one look for each, so that every extractor passes by most of a text at once.

use std::sync::LazyLock;

use super::{date, figure, numeral, programme};

/// What may begin at a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begin {
    /// A date, or what must not be taken for one.
    Date,
    /// A numeral.
    Numeral,
    /// A set phrase with a numeral in it.
    Phrase,
    /// An unquoted programme, by its verb or head noun.
    Programme,
    /// A quotation or title, or its end.
    Quote,
    /// The next sentence or paragraph, behind it.
    Break,
}

impl Begin {
    const ALL: [Begin; 6] = [Begin::Date, Begin::Numeral, Begin::Phrase, Begin::Programme, Begin::Quote, Begin::Break];

    /// Asked of every character once.
    fn at(self, ch: char) -> bool {
        match self {
            Begin::Date => date::may_begin(ch),
            Begin::Numeral => numeral::may_begin(ch),
            Begin::Phrase => figure::phrase_may_begin(ch),
            Begin::Programme => programme::may_begin(ch),
            Begin::Quote => matches!(ch, '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》'),
            Begin::Break => matches!(ch, '。' | '！' | '？' | '!' | '?' | '\n'),
        }
    }
}

/// True where `what` may begin with `ch`.
#[inline]
pub fn may(ch: char, what: Begin) -> bool {
    TABLE.get(ch as usize).is_some_and(|it| it & 1 << what as u8 != 0)
}

/// One bit for each of [`Begin::ALL`], for each character of the basic plane; nothing begins with others.
static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let bits = |ch: char| Begin::ALL.into_iter().filter(|it| it.at(ch)).fold(0, |bits, it| bits | 1 << it as u8);
    (0..=0xffff).map(|it| char::from_u32(it).map_or(0, bits)).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_say_what_may_begin() {
        let may = |ch| Begin::ALL.map(|it| may(ch, it));
        assert!(super::may('今', Begin::Date) && !super::may('今', Begin::Numeral));
        assert!(super::may('3', Begin::Date) && super::may('3', Begin::Numeral));
        assert_eq!(may('３'), [false; 6], "full-width digits are narrowed before");
        assert!(super::may('《', Begin::Quote) && super::may('\n', Begin::Break) && !super::may('\n', Begin::Date));
        assert_eq!(may('𠮷'), [false; 6]);
    }
}

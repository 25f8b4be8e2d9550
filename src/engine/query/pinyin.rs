//! Names by how they are typed in pinyin: `chifeng`, `cf`, `chif` and `cfeng` all are 赤峰. Reads `data/pinyin.tsv`,
//! embedded natively and fetched by the worker with the first completion.

use crate::engine::arrange::Arrange;
use crate::engine::text::normalize::fold;

/// Characters that have readings: the first of them.
const FIRST: u32 = 0x4e00;
/// Pinyin that is longer than this many letters is nobody's name; its positions are bits of one number.
const MAX_LETTERS: usize = 63;

/// How every Chinese character is read.
#[derive(Debug, Default)]
pub struct Pinyin {
    syllables: Vec<Box<str>>,
    /// Every character with the number of a syllable, in order.
    readings: Vec<(u16, u16)>,
}

/// How letters match a name; better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// Every character's whole syllable, the last one perhaps not finished: `chif`.
    Syllables,
    /// The first letters of every character: `cf`, also `chf`.
    Initials,
    /// Some of both: `chifs` for 赤峰市.
    Mixed,
}

impl Pinyin {
    /// The readings of a table in the form of `data/pinyin.tsv`; `None` where it is none.
    pub fn parse(table: &str) -> Option<Self> {
        let mut res = Pinyin::default();
        for line in table.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
            let (syllable, characters) = line.split_once('\t')?;
            let number = u16::try_from(res.syllables.len()).ok()?;
            for character in characters.chars() {
                res.readings.push((u16::try_from((character as u32).checked_sub(FIRST)?).ok()?, number));
            }
            res.syllables.push(syllable.into());
        }
        res.readings.arrange_by_key(|it| *it);
        (!res.readings.is_empty()).then_some(res)
    }

    /// The readings that native builds embed.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Self {
        Self::parse(include_str!("../../../data/pinyin.tsv")).unwrap_or_default()
    }

    /// The readings of a character, in the order of the alphabet; none of what is no Chinese character.
    pub fn readings(&self, character: char) -> impl Iterator<Item = &str> {
        let wanted = (character as u32).checked_sub(FIRST).and_then(|it| u16::try_from(it).ok());
        let from = self.readings.partition_point(|it| wanted.is_some_and(|wanted| it.0 < wanted));
        let found = self.readings.iter().skip(from).take_while(move |it| Some(it.0) == wanted);
        found.filter_map(|it| self.syllables.get(usize::from(it.1))).map(|it| &**it)
    }

    /// How `letters`, folded, spell the beginning of `name`. Each character may be spelled by any of its readings.
    pub fn spelling(&self, letters: &[u8], name: &str) -> Option<Spelling> {
        if letters.is_empty() || letters.len() > MAX_LETTERS || !letters.iter().all(u8::is_ascii_alphanumeric) {
            return None;
        }
        [Spelling::Syllables, Spelling::Initials, Spelling::Mixed]
            .into_iter()
            .find(|it| self.spells(letters, name, *it))
    }

    fn spells(&self, letters: &[u8], name: &str, spelling: Spelling) -> bool {
        // The numbers of letters that the characters so far may have used.
        let mut reached = 1_u64;
        let mut used_up = false;
        for character in name.chars().filter(|it| it.is_alphanumeric()) {
            let mut next = 0;
            for at in (0..letters.len()).filter(|it| reached & 1 << it != 0) {
                let rest = letters.get(at..).unwrap_or_default();
                let mut step = |n_letters: usize| {
                    used_up |= n_letters == rest.len();
                    next |= 1 << (at + n_letters);
                };
                if rest.first().is_some_and(|it| fold(character) == char::from(*it)) {
                    step(1);
                }
                self.readings(character).for_each(|it| spell(rest, it.as_bytes(), spelling, &mut step));
            }
            if used_up {
                return true;
            }
            reached = next;
        }
        false
    }
}

/// Tells `step` how many of the letters that `rest` begins with can stand for a character read `syllable`.
fn spell(rest: &[u8], syllable: &[u8], spelling: Spelling, step: &mut impl FnMut(usize)) {
    let n_equal = rest.iter().zip(syllable).take_while(|(typed, read)| is_letter(**typed, **read)).count();
    let is_begun = n_equal > 0 && n_equal == rest.len();
    if spelling != Spelling::Initials && (n_equal == syllable.len() || is_begun) {
        step(n_equal);
    }
    if spelling != Spelling::Syllables && n_equal > 0 {
        step(1);
        if n_equal > 1 && matches!(syllable, [b'z' | b'c' | b's', b'h', ..]) {
            step(2);
        }
    }
}

/// ü is written v in the table; people also type u.
fn is_letter(typed: u8, read: u8) -> bool {
    typed == read || (read == b'v' && typed == b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_counts() {
        let pinyin = Pinyin::native();
        assert_eq!(pinyin.readings('旅').collect::<Vec<_>>(), ["lv"]);
        assert!(["le", "yue"].iter().all(|it| pinyin.readings('乐').any(|reading| reading == *it)));
        assert_eq!(pinyin.readings('a').count(), 0);
        assert_eq!(pinyin.readings('\u{20000}').count(), 0);
    }

    #[test]
    fn names_are_spelled_in_every_way() {
        let pinyin = Pinyin::native();
        for (letters, name, wanted) in [
            ("chifeng", "赤峰市", Some(Spelling::Syllables)),
            ("chif", "赤峰市", Some(Spelling::Syllables)),
            ("c", "赤峰市", Some(Spelling::Syllables)),
            ("cf", "赤峰市", Some(Spelling::Initials)),
            ("chfs", "赤峰市", Some(Spelling::Initials)),
            ("chifs", "赤峰市", Some(Spelling::Mixed)),
            ("cfeng", "赤峰市", Some(Spelling::Mixed)),
            ("lelingshi", "乐陵市", Some(Spelling::Syllables)),
            ("yueqing", "乐清市", Some(Spelling::Syllables)),
            ("lvshun", "旅顺口区", Some(Spelling::Syllables)),
            ("lushun", "旅顺口区", Some(Spelling::Syllables)),
            ("12345ms", "“12345”模式", Some(Spelling::Initials)),
            ("fengchi", "赤峰市", None),
            ("fs", "赤峰市", None),
            ("chifengshix", "赤峰市", None),
            ("", "赤峰市", None),
            ("赤", "赤峰市", None),
        ] {
            assert_eq!(pinyin.spelling(letters.as_bytes(), name), wanted, "{letters} {name}");
        }
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(Pinyin::parse("").is_none());
        assert!(Pinyin::parse("# only a comment\n").is_none());
        assert!(Pinyin::parse("chi 赤\n").is_none());
        assert!(Pinyin::parse("chi\tabc\n").is_none());
    }

    /// Without bits for what was reached, this would try every way to part the letters.
    #[test]
    fn endless_spellings_end() {
        let name = "石".repeat(60);
        assert_eq!(Pinyin::native().spelling("s".repeat(62).as_bytes(), &name), None);
        assert_eq!(Pinyin::native().spelling("s".repeat(300).as_bytes(), &name), None);
    }
}

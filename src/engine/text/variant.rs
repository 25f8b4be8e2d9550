//! Characters that search takes for one another: traditional for simplified, circled for plain digits, other dots and
//! quotation marks for the mainland's. One character for one, so that positions stay.

use std::sync::LazyLock;

use super::normalize::fold;

/// The character that search compares: what [`fold`] gives, written as the mainland writes it.
pub fn fold_for_search(ch: char) -> char {
    let folded = fold(ch);
    if folded.is_ascii() {
        return folded;
    }
    match folded {
        '\u{3400}'..='\u{9fff}' => SIMPLIFIED.of(folded),
        '①'..='⑨' => digit(folded, '①'),
        '❶'..='❾' => digit(folded, '❶'),
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        // Zero in years, as typesetters without 〇 write it.
        '○' => '〇',
        '・' | '•' | '‧' => '·',
        '「' => '“',
        '」' => '”',
        '『' => '‘',
        '』' => '’',
        _ => folded,
    }
}

/// `text` with every character folded; the number of characters stays.
pub fn fold_text_for_search(text: &str) -> String {
    text.chars().map(fold_for_search).collect()
}

fn digit(ch: char, one: char) -> char {
    char::from_digit(ch as u32 - one as u32 + 1, 10).unwrap_or(ch)
}

/// First character of [`SIMPLIFIED`]'s table.
const FIRST: u32 = 0x3400;

static SIMPLIFIED: LazyLock<Simplified> = LazyLock::new(Simplified::new);

/// The simplified form of every character from [`FIRST`] to U+9FFF; 0 for itself.
struct Simplified(Vec<u16>);

impl Simplified {
    fn new() -> Self {
        let mut forms = vec![0; (0xa000 - FIRST) as usize];
        let (mut simplified, mut other) = (0u32, 0u32);
        let mut numbers = numbers(&PACKED);
        while let (Some(step), Some(turn)) = (numbers.next(), numbers.next()) {
            simplified += step;
            other = if turn & 1 == 0 { other.wrapping_add(turn >> 1) } else { other.wrapping_sub(turn >> 1) };
            if let Some(form) = forms.get_mut(other.wrapping_sub(FIRST) as usize) {
                *form = simplified as u16;
            }
        }
        Simplified(forms)
    }

    fn of(&self, ch: char) -> char {
        let form = self.0.get((ch as u32).wrapping_sub(FIRST) as usize).copied().unwrap_or(0);
        if form == 0 { ch } else { char::from_u32(u32::from(form)).unwrap_or(ch) }
    }
}

/// The numbers of a packed table, up to the zeros behind it.
fn numbers(packed: &[u8]) -> impl Iterator<Item = u32> {
    let mut bytes = packed.iter();
    std::iter::from_fn(move || {
        let (mut res, mut shift) = (0, 0);
        loop {
            let byte = *bytes.next()?;
            res |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Some(res);
            }
        }
    })
}

/// `data/traditional.tsv` as the build packs it: a third of what its text would add to the worker. For each pair how much
/// further its simplified character stands than the last pair's, and twice how far its other one, plus one for back.
static PACKED: [u8; packed().1] = first_bytes(packed().0);

/// More than the table needs.
const ROOM: usize = 16_384;

const fn first_bytes<const N: usize>(bytes: [u8; ROOM]) -> [u8; N] {
    let mut res = [0; N];
    let mut at = 0;
    while at < N {
        res[at] = bytes[at];
        at += 1;
    }
    res
}

/// The packed table and its length.
const fn packed() -> ([u8; ROOM], usize) {
    let text = include_str!("../../../data/traditional.tsv").as_bytes();
    let mut res = [0; ROOM];
    let (mut n_bytes, mut at) = (0, 0);
    let (mut last_simplified, mut last_other) = (0, 0);
    while at < text.len() {
        if text[at] == b'#' {
            while text[at] != b'\n' {
                at += 1;
            }
            at += 1;
            continue;
        }
        let simplified = ideograph(text, at);
        at += 4;
        while text[at] != b'\n' {
            let other = ideograph(text, at);
            at += 3;
            n_bytes = push(&mut res, n_bytes, simplified - last_simplified);
            let turn = if other >= last_other { (other - last_other) << 1 } else { (last_other - other) << 1 | 1 };
            n_bytes = push(&mut res, n_bytes, turn);
            (last_simplified, last_other) = (simplified, other);
        }
        at += 1;
    }
    (res, n_bytes)
}

/// The character of three bytes at `at`.
const fn ideograph(text: &[u8], at: usize) -> u32 {
    (text[at] as u32 & 0x0f) << 12 | (text[at + 1] as u32 & 0x3f) << 6 | text[at + 2] as u32 & 0x3f
}

const fn push(bytes: &mut [u8; ROOM], mut at: usize, mut rest: u32) -> usize {
    while rest >= 0x80 {
        bytes[at] = rest as u8 | 0x80;
        rest >>= 7;
        at += 1;
    }
    bytes[at] = rest as u8;
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::text::table;

    #[test]
    fn every_row_of_the_table_folds() {
        let mut n_rows = 0;
        for row in table::rows(include_str!("../../../data/traditional.tsv")) {
            let simplified = row[0].chars().next().unwrap();
            assert_eq!(fold_for_search(simplified), simplified, "{row:?}");
            for other in row[1].chars() {
                assert_eq!(fold_for_search(other), simplified, "{row:?}");
                n_rows += 1;
            }
        }
        assert!(n_rows > 2700);
    }

    #[test]
    fn one_character_stays_one() {
        assert_eq!(fold_text_for_search("發展ＡＰＰ①，二○二三「雲」・"), "发展app1,二〇二三“云”·");
        assert_eq!(fold_text_for_search("一段简单𠀀\u{a0}é"), "一段简单𠀀\u{a0}é");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for ch in (0..=0x1ffff).filter_map(char::from_u32) {
            assert_eq!(fold_for_search(fold_for_search(ch)), fold_for_search(ch), "{ch:?}");
        }
    }
}

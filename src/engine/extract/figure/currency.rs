//! Currencies that stand before the amount: ¥128, US$3.5亿, RMB 500, 港币3000元, 人民币50万; reads `data/currencies.tsv`.

use std::sync::LazyLock;

use super::draft::Draft;
use crate::engine::arrange::Arrange;
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral::Form;
use crate::engine::extract::table;
use crate::engine::extract::unit;

#[derive(Debug, Clone, Copy)]
struct Currency {
    word: &'static str,
    /// The unit that it makes.
    unit: &'static str,
    /// A sign belongs to the amount, a name stands outside.
    is_sign: bool,
}

/// Longest first, so that US$ is found before $.
static CURRENCIES: LazyLock<Vec<Currency>> = LazyLock::new(|| {
    let currency = |row: Vec<&'static str>| Currency {
        word: table::field(&row, 0),
        unit: table::field(&row, 1),
        is_sign: table::field(&row, 2) == "sign",
    };
    let mut res: Vec<Currency> = table::rows(data_table!(currencies)).map(currency).collect();
    res.arrange_by_key(|it| std::cmp::Reverse(it.word.len()));
    res
});

/// Gives `draft` the currency that stands before it: the unit of a number without one, the true base unit of 元.
pub fn apply(glyphs: &Glyphs, draft: &mut Draft) {
    let plain = draft.unit.is_none_or(|it| it.word == "元") && draft.per.is_none() && draft.numeral.form != Form::Code;
    let Some((currency, start)) = before(glyphs, draft.start).filter(|_| plain) else { return };
    let bare = draft.unit.is_none();
    let Some(unit) = unit::named(currency.unit) else { return };
    draft.unit = Some(unit);
    if bare && currency.is_sign {
        draft.unit_text = unit.word.to_owned();
        draft.rule = "currency-sign";
        draft.start = start;
    } else if bare {
        draft.unit_text = "元".to_owned();
        draft.rule = "currency-before";
    }
}

/// True where a sign of a currency ends at `at`, so that its letters make no code of the number behind it.
pub fn ends_at(glyphs: &Glyphs, at: usize) -> bool {
    before(glyphs, at).is_some()
}

/// The currency that ends at `at`, over at most one blank, and where it begins.
fn before(glyphs: &Glyphs, at: usize) -> Option<(&'static Currency, usize)> {
    let end = if glyphs.before(at) == ' ' { at - 1 } else { at };
    let last = glyphs.before(end);
    if !last.is_ascii_alphabetic() && !"$¥€£₩₽₹฿币元金镑布".contains(last) {
        return None;
    }
    let found = CURRENCIES.iter().find(|it| glyphs.ends_with(end, it.word))?;
    let start = end - found.word.chars().count();
    let inside_word =
        found.word.starts_with(|it: char| it.is_ascii_alphabetic()) && glyphs.before(start).is_ascii_alphabetic();
    (!inside_word).then_some((found, start))
}

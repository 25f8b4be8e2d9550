//! Amounts of money without 元: 出6万买下, 由不足两万增至20余万元.

use super::draft::{self, Draft};
use crate::engine::extract::approx;
use crate::engine::extract::glyph::{Glyphs, NOTHING};
use crate::engine::extract::numeral;
use crate::engine::extract::unit::Quantity;

/// True where a verb of paying, or the amount that it changes into, makes a bare number of 万 and 亿 money.
pub fn is_money(glyphs: &Glyphs, draft: &Draft) -> bool {
    draft.unit.is_none() && draft.value >= 1e4 && (is_paid(glyphs, draft) || becomes_money(glyphs, draft))
}

/// 花了3万。, 有人出6万，: a verb of paying before it, nothing counted behind.
fn is_paid(glyphs: &Glyphs, draft: &Draft) -> bool {
    const VERBS: &str = "花赚挣赔付欠贷借捐罚掏";
    const PAYERS: &str = "人我你他她愿肯只就各";
    let ends = matches!(glyphs.at(draft.end), NOTHING | '，' | '。' | ',' | ';' | '、' | '!' | '?' | '\n' | '买' | '”');
    let mut at = draft.start;
    while at > 0 && "了过出到近约超".contains(glyphs.before(at)) && !offered(glyphs, at, PAYERS) {
        at -= 1;
    }
    ends && (VERBS.contains(glyphs.before(at)) || offered(glyphs, at, PAYERS))
}

/// 有人出6万, but not 走出6万.
fn offered(glyphs: &Glyphs, at: usize, payers: &str) -> bool {
    glyphs.before(at) == '出' && at > 1 && payers.contains(glyphs.before(at - 1))
}

/// 两万增至20余万元: what it changes into is money.
fn becomes_money(glyphs: &Glyphs, draft: &Draft) -> bool {
    const CHANGES: [&str; 14] = [
        "增至",
        "增加到",
        "增长到",
        "增加至",
        "增长至",
        "提高到",
        "提高至",
        "涨到",
        "涨至",
        "升至",
        "降至",
        "降到",
        "减少到",
        "减至",
    ];
    let Some(change) = CHANGES.iter().find(|it| glyphs.starts_with(draft.end, it)) else { return false };
    let from = draft.end + change.chars().count();
    let start = (from..from + 4).find(|it| numeral::may_begin(glyphs.at(*it)));
    let plain = |at: usize| at == from || approx::before(glyphs, at).is_some();
    let after = start.filter(|it| plain(*it)).and_then(|it| draft::read(glyphs, it));
    after.and_then(|it| it.unit).is_some_and(|it| it.quantity == Quantity::Money)
}

//! Regional brands: a quotation that is named after a division and its goods (“敖汉小米”).

use super::words::{self, WordKind};
use super::{Page, Quote};

/// Characters of the longest goods behind the name of a division. More takes clauses for goods.
const LONGEST_GOODS: usize = 5;

/// True where the quotation begins with a division that the text names, and the rest of it is goods.
pub(super) fn is_regional(page: &Page, quote: Quote) -> bool {
    let inner = quote.inner.slice(page.text);
    let is_goods = |goods: &str| {
        let n_chars = goods.chars().count();
        (1..=LONGEST_GOODS).contains(&n_chars) && words::ends(goods, WordKind::Good).is_some()
    };
    let standing = page.places.iter().find(|it| it.span.start == quote.inner.start && it.span.end < quote.inner.end);
    if standing.is_some_and(|it| is_goods(&page.text[it.span.end..quote.inner.end])) {
        return true;
    }
    let mut divisions = page.places.iter().flat_map(|it| it.canonical.split('/'));
    words::ends(inner, WordKind::Good).is_some()
        && divisions.any(|it| inner.strip_prefix(bare(it)).is_some_and(&is_goods))
}

/// 静宁 of 静宁县; the name itself where less than two characters would be left.
fn bare(name: &str) -> &str {
    let suffixes = ["自治区", "自治州", "自治县", "自治旗", "省", "市", "盟", "县", "旗", "区", "镇", "乡", "苏木"];
    let rest = suffixes.iter().find_map(|it| name.strip_suffix(it)).unwrap_or(name);
    if rest.chars().nth(1).is_some() { rest } else { name }
}

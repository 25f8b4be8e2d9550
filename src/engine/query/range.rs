//! Ranges of dates as queries write them: `2023-04`, `2023-04..2023-06`, `..2023`, `>=2023年4月`.

use super::selection::DateRange;
use crate::engine::extract::edtf::Edtf;
use crate::engine::text::normalize::fold_text;

/// The range of `text`; a single day, month or year is a range of itself. `None` where it is none.
pub fn parse(text: &str) -> Option<DateRange> {
    let text = fold_text(text.trim());
    if let Some(rest) = text.strip_prefix(">=").or_else(|| text.strip_prefix('≥')) {
        return Some(DateRange { from: Some(date(rest)?), to: None });
    }
    if let Some(rest) = text.strip_prefix("<=").or_else(|| text.strip_prefix('≤')) {
        return Some(DateRange { from: None, to: Some(date(rest)?) });
    }
    let Some((from, to)) = text.split_once("..") else {
        let date = date(&text)?;
        return Some(DateRange { from: Some(date.clone()), to: Some(date) });
    };
    let end = |it: &str| if it.trim().is_empty() { Some(None) } else { date(it).map(Some) };
    let range = DateRange { from: end(from)?, to: end(to)? };
    let (first, last) =
        (range.from.as_ref().and_then(|it| it.bounds().0), range.to.as_ref().and_then(|it| it.bounds().1));
    let ordered = !matches!((first, last), (Some(first), Some(last)) if first > last);
    (ordered && range != DateRange::default()).then_some(range)
}

/// A range as it was perhaps meant: the month of a day or the year of a month that there is not, ends the right way
/// round. `None` where nothing in `text` is a date.
pub fn nearest(text: &str) -> Option<String> {
    let text = fold_text(text.trim());
    let shown = |it: &str| nearest_date(it).map(|it| it.as_str().to_owned());
    if let Some(rest) = text.strip_prefix('>') {
        return shown(rest).map(|it| format!(">={it}"));
    }
    if let Some(rest) = text.strip_prefix('<') {
        return shown(rest).map(|it| format!("<={it}"));
    }
    let Some((from, to)) = text.split_once("..") else { return shown(&text) };
    let (from, to) = (shown(from), shown(to));
    let meant = |from: &Option<String>, to: &Option<String>| {
        format!("{}..{}", from.as_deref().unwrap_or_default(), to.as_deref().unwrap_or_default())
    };
    [meant(&from, &to), meant(&to, &from)].into_iter().find(|it| parse(it).is_some())
}

/// The date that `text` begins with, as exact as it can be.
fn nearest_date(text: &str) -> Option<Edtf> {
    let mut rest = text.trim().trim_start_matches(['=', '≥', '≤']);
    loop {
        if let Some(date) = date(rest) {
            return Some(date);
        }
        rest = rest.get(..rest.rfind(['-', '/', '.', '年', '月'])?)?;
    }
}

/// A day, month or year: numbers between `-`, `/`, `.` or 年月日.
fn date(text: &str) -> Option<Edtf> {
    let text = text.trim().trim_end_matches(['年', '月', '日', '号']);
    let mut numbers = text.split(['-', '/', '.', '年', '月']).map(|it| {
        let digits = !it.is_empty() && it.len() <= 4 && it.bytes().all(|it| it.is_ascii_digit());
        it.parse::<u16>().ok().filter(|_| digits)
    });
    let year = i32::from(numbers.next()??);
    let mut small = || numbers.next().map(|it| it.and_then(|it| u8::try_from(it).ok()));
    match (small(), small(), small()) {
        (None, _, _) if year >= 1000 => Edtf::year(year),
        (Some(Some(month)), None, _) => Edtf::month(year, month),
        (Some(Some(month)), Some(Some(day)), None) => Edtf::day(year, month, day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        let end = |it: Option<Edtf>| it.map_or(String::new(), |it| it.as_str().to_owned());
        parse(text).map(|it| format!("{} {}", end(it.from), end(it.to)))
    }

    #[test]
    fn ranges_of_every_form_are_read() {
        for (text, wanted) in [
            ("2023-04..2023-06", "2023-04 2023-06"),
            ("２０２３", "2023 2023"),
            ("2023年4月5日", "2023-04-05 2023-04-05"),
            ("2023/4..", "2023-04 "),
            ("..2023.4.5", " 2023-04-05"),
            (">=2023-04", "2023-04 "),
            ("≤2023年", " 2023"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(wanted), "{text}");
        }
        for (text, wanted) in [
            ("2023-13", "2023"),
            ("2023-02-30", "2023-02"),
            ("2023-06..2023-04", "2023-04..2023-06"),
            (">2023年4月", ">=2023-04"),
            ("2023-6-31..", "2023-06.."),
        ] {
            assert_eq!(nearest(text).as_deref(), Some(wanted), "{text}");
        }
        assert_eq!([nearest("去年"), nearest(".."), nearest("")], [None, None, None]);
        for text in ["", "..", "去年", "2023-13", "2023-02-30", "2023-06..2023-04", "23", "2023-1-2-3"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}

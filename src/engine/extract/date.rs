//! Dates: absolute and relative, as EDTF, resolved against the page's date. For every article, caption and brief.
//!
//! Three steps, each its own file: `scan` finds expressions by the words of `data/date_words.tsv` (`point` and `inner`
//! are its grammar), `resolve` reads them in order against what was named before and the page's date, `calendar_of`
//! gives a part of a year its days. Needs no tokens. Never a date: what stands in 《》, lengths of time (5年), recurring
//! times (每年5月, 周一至周五), clock times.

mod calendar_of;
mod day;
mod decade;
mod expression;
mod feast;
mod glyph;
mod inner;
mod lunar;
mod lunar_words;
mod nearest;
mod nth;
mod numeric;
mod page_date;
mod point;
mod resolve;
mod scan;
mod solar_term;
mod step;
mod words;
mod year;

use super::edtf::Edtf;
use super::mention::DateMention;
use super::{Context, Mentions, confidence};
use crate::engine::diagnostic::{Code, Diagnostic, Severity};
pub(crate) use expression::{Direction, Edge, Inner, MonthRef, Point, YearRef};
pub(crate) use glyph::Glyphs;
use resolve::{Outcome, Resolver};
pub(crate) use scan::{Found, may_begin, scan};
pub(crate) use words::{WordKind, find};

/// Adds the dates of `text` to `res`.
pub fn extract(text: &str, ctx: &Context, res: &mut Mentions) {
    let mut resolver = Resolver::new(ctx.published);
    for found in scan(text) {
        let edtf = match resolver.resolve(&found) {
            Outcome::Known(edtf) => Some(edtf),
            // 三年后 in a tale that named no date is a length of time.
            Outcome::Unknown if found.expression.counts_on() => continue,
            // 当年 of no year is a figure of speech.
            Outcome::Unknown if ctx.published.is_some() && found.expression.is_that_year() => continue,
            Outcome::Unknown => None,
            Outcome::Impossible => {
                let diagnostic = Diagnostic::new(found.span, Severity::Warning, Code::DateImpossible);
                res.diagnostics.push(diagnostic.with_detail(found.span.slice(text)));
                None
            }
        };
        let rule = found.expression.rule();
        let confidence = confidence::of_rule(rule);
        res.dates.push(DateMention { span: found.span, edtf, rule: rule.to_owned(), confidence });
    }
}

/// The date that a line of front matter prints: EDTF, or the first date of its words that needs no context.
pub(crate) fn printed(text: &str) -> Option<Edtf> {
    let mut resolver = Resolver::new(None);
    Edtf::parse(text).or_else(|| {
        scan(text).iter().find_map(|it| match resolver.resolve(it) {
            Outcome::Known(edtf) => Some(edtf),
            Outcome::Unknown | Outcome::Impossible => None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::lexicon::Lexicon;

    #[test]
    fn any_text_gives_ordered_spans_and_values_that_parse() {
        let pieces = [
            "2023", "年", "10", "月", "24", "日", "至", "-", "今年", "上周", "五", "《", "》", "初", "前", "“", "十一",
            "农历", " ", "\n", "０", "🐑",
        ];
        let published = Edtf::parse("2023-10-24");
        let lexicon = Lexicon::default();
        let ctx = Context { published: published.as_ref(), lexicon: &lexicon, headline: "" };
        let mut state = 7u32;
        for _ in 0..3000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(pieces[state as usize / 65_536 % pieces.len()]);
            }
            let mut res = Mentions::default();
            extract(&text, &ctx, &mut res);
            let mut last = 0;
            for date in &res.dates {
                assert!(date.span.start >= last && !date.span.slice(&text).is_empty(), "{text}");
                last = date.span.end;
                let value = date.edtf.as_ref();
                assert!(value.is_none_or(|it| Edtf::parse(it.as_str()).as_ref() == Some(it)), "{text}");
            }
        }
    }
}

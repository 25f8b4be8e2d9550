//! Dates: absolute and relative, as EDTF, resolved against the page's date. For every article, caption and brief.
//!
//! Three steps, each its own file: `scan` finds expressions by the words of `data/date_words.tsv` (`point` and `inner`
//! are its grammar), `resolve` reads them in order against what was named before and the page's date, `calendar_of`
//! gives a part of a year its days. Needs no tokens. Never a date: what stands in 《》, lengths of time (5年), recurring
//! times (每年5月, 周一至周五), clock times.

mod calendar_of;
mod expression;
mod glyph;
mod inner;
mod lunar;
mod lunar_words;
mod page_date;
mod point;
mod resolve;
mod scan;
mod words;

use super::edtf::Edtf;
use super::mention::DateMention;
use super::{Context, Mentions};
use crate::engine::diagnostic::{Code, Diagnostic, Severity};
pub(crate) use expression::{Direction, Edge, Inner, MonthRef, Point, YearRef};
pub(crate) use glyph::Glyphs;
use resolve::{Outcome, Resolver};
pub(crate) use scan::{Found, scan};
pub(crate) use words::{WordKind, find};

/// Adds the dates of `text` to `res`.
pub fn extract(text: &str, ctx: &Context, res: &mut Mentions) {
    let mut resolver = Resolver::new(ctx.published);
    for found in scan(text) {
        let edtf = match resolver.resolve(&found) {
            Outcome::Known(edtf) => Some(edtf),
            Outcome::Unknown => None,
            Outcome::Impossible => {
                let diagnostic = Diagnostic::new(found.span, Severity::Warning, Code::DateImpossible);
                res.diagnostics.push(diagnostic.with_detail(found.span.slice(text)));
                None
            }
        };
        res.dates.push(DateMention { span: found.span, edtf, rule: found.expression.rule().to_owned() });
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

//! Figures: every quantity a text states, with value, unit, quantity, approx and subject.
//!
//! The order of the passes: a numeral is read at each place where one can begin ([`draft`]); what is no quantity is
//! refused ([`refusal`]); what stays gets its approx, its subject and, from the subject, its quantity ([`quantity`]).

mod added;
mod address;
mod currency;
mod draft;
mod phrases;
mod quantity;
mod quote;
mod range;
mod refusal;
mod spent;
mod spoken;

use super::begin::{self, Begin};
use super::glyph::Glyphs;
use super::mention::{Approx, FigureMention};
use super::overlap::Taken;
use super::unit::Quantity;
use super::{Context, Mentions, approx, confidence, subject};
use crate::engine::text::Span;
use crate::engine::token::Token;
pub use draft::Draft;
pub use phrases::may_begin as phrase_may_begin;
pub use quantity::{by_ending, counted_at};

/// Adds the figures of `text` to `res`; what `res` already has as dates and places is no figure.
pub fn extract(text: &str, tokens: &[Token], _ctx: &Context, res: &mut Mentions) {
    let glyphs = Glyphs::new(text);
    let dates = Taken::of(res.dates.iter().map(|it| it.span));
    let names =
        Taken::of(res.places.iter().map(|it| it.span).chain(quote::names(&glyphs)).chain(address::find(&glyphs)));
    let phrases = Taken::of(phrases::find(&glyphs));
    let surroundings = refusal::Surroundings { glyphs: &glyphs, tokens, dates, names, phrases };
    let drafts = drafts(&surroundings);
    let subjects = subject::of(&glyphs, tokens, &drafts, &surroundings.dates);
    let figures = drafts.iter().zip(subjects).map(|(draft, subject)| mention(&surroundings, draft, subject));
    res.figures.extend(figures);
}

/// The quantity that all of `text` is, as queries write it.
pub fn read(text: &str) -> Option<Draft> {
    let glyphs = Glyphs::new(text);
    draft::read(&glyphs, 0).filter(|it| it.end == glyphs.len())
}

/// The quantities of the text in order, without overlap.
fn drafts(around: &refusal::Surroundings) -> Vec<Draft> {
    let glyphs = around.glyphs;
    let mut res: Vec<Draft> = vec![];
    let mut at = 0;
    while at < glyphs.len() {
        if !begin::may(glyphs.at(at), Begin::Numeral) {
            at += 1;
            continue;
        }
        if let Some(date) = around.dates.at(glyphs.span(at, at + 1)) {
            at = glyphs.index(date.end).max(at + 1);
            continue;
        }
        let Some(draft) = draft::read(glyphs, at) else {
            at += 1;
            continue;
        };
        // A sign that the figure before it has used (20RMB) is none of this one.
        let least = res.last().map_or(0, |it| it.end);
        let draft = Draft { start: draft.start.max(least), ..draft };
        let draft = refusal::pieces(glyphs, refusal::with_counted_noun(around, draft));
        at = draft.end.max(at + 1);
        match refusal::refuse(around, &draft) {
            None => res.push(draft),
            Some(end) => at = end.max(draft.numeral.end).max(draft.start + 1),
        }
    }
    res
}

fn mention(around: &refusal::Surroundings, draft: &Draft, subject: Option<Span>) -> FigureMention {
    let glyphs = around.glyphs;
    let outside = approx::after(glyphs, draft.end).map(|(approx, _)| approx);
    let (base_value, base_unit) = draft.base();
    let written = spoken::written(glyphs, draft);
    FigureMention {
        span: glyphs.span(draft.start, written.end),
        value: written.value,
        high: written.high,
        unit: written.unit,
        quantity: quantity::of(glyphs, around.tokens, draft, subject),
        approx: draft.approx.or(outside).or_else(|| said_before(glyphs, draft)),
        subject,
        base_value,
        base_unit,
        rule: draft.rule.to_owned(),
        confidence: confidence::of_rule(draft.rule),
    }
}

/// What stands before the figure says; 近 in 近五年来 is no 近 of 近百人: the five years are whole.
fn said_before(glyphs: &Glyphs, draft: &Draft) -> Option<Approx> {
    // 近两个小时，is short of two hours: what is recent is counted in days and more.
    let days_or_more = draft.unit.is_some_and(|it| it.factor.is_none_or(|it| it >= 86400.0));
    let duration = days_or_more && draft.unit.is_some_and(|it| it.quantity == Quantity::Duration);
    let recent = duration
        && glyphs.before(draft.start) == '近'
        && matches!(glyphs.at(draft.end), '来' | '间' | '里' | '中' | '，' | ',' | '内');
    let compares = draft.unit.is_none_or(|it| matches!(it.quantity, Quantity::Ratio | Quantity::Percent));
    approx::before(glyphs, draft.start)
        .or_else(|| approx::before_comparison(glyphs, draft.start).filter(|_| compares))
        .filter(|_| !recent)
}

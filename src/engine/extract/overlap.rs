//! Which of two overlapping mentions stays: what is already read (dates, places, set phrases) keeps its characters, and
//! of two figures the one that begins first.
//!
//! One total order for all extractors: earlier stage, then earlier start. So no figure is ever made of a date's digits.

use crate::engine::arrange::Arrange;
use crate::engine::text::Span;

/// Stretches of a text that later mentions may not use.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    /// Ordered, without overlap.
    spans: Vec<Span>,
}

impl Taken {
    /// The union of `spans`.
    pub fn of(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.into_iter().filter(|it| !it.is_empty()).collect();
        spans.arrange_by_key(|it| *it);
        let mut res: Vec<Span> = vec![];
        for span in spans {
            match res.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => res.push(span),
            }
        }
        Taken { spans: res }
    }

    /// The taken stretch that shares a byte with `span`, if any; the first of several.
    pub fn at(&self, span: Span) -> Option<Span> {
        let idx = self.spans.partition_point(|it| it.end <= span.start);
        self.spans.get(idx).copied().filter(|it| it.overlaps(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_joined_and_found() {
        let taken = Taken::of([Span::new(10, 14), Span::new(0, 3), Span::new(2, 6), Span::new(8, 8)]);
        assert_eq!(taken.at(Span::new(5, 20)), Some(Span::new(0, 6)));
        assert_eq!(taken.at(Span::new(6, 10)), None);
        assert_eq!(taken.at(Span::new(13, 14)), Some(Span::new(10, 14)));
    }
}

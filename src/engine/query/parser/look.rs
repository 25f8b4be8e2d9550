//! What of the query's grammar stands at a place of the text: names, signs of distance, `OR`, ends of runs.

use super::Parser;
use crate::engine::query::ast::Order;
use crate::engine::query::words::{self, FieldName};
use crate::engine::text::Span;
use crate::engine::text::normalize::fold;

impl Parser<'_> {
    /// The field whose name and colon stand here, and where what it asks begins.
    pub(super) fn field_ahead(&self) -> Option<(FieldName, usize)> {
        let rest = &self.text[self.at..];
        // A longer run is no name: what lies further on is not looked at again for each term.
        let mut ahead = rest.char_indices().take(words::longest_name() + 1);
        let (end, colon) = ahead.find(|&(_, it)| matches!(it, ':' | '：'))?;
        let name = &rest[..end];
        FieldName::named(name).map(|it| (it, self.at + name.len() + colon.len_utf8()))
    }

    /// A sign of distance that stands here, with its number, before another run.
    pub(super) fn distance_ahead(&self) -> Option<(Order, u32, usize)> {
        let mut rest = self.text[self.at..].char_indices().map(|(at, ch)| (at, fold(ch)));
        let order = match rest.next()?.1 {
            '$' => Order::Before,
            '#' => Order::Either,
            '+' => Order::Exactly,
            _ => return None,
        };
        let (mut distance, mut n_digits) = (0, 0);
        for (at, ch) in rest {
            match ch.to_digit(10) {
                Some(digit) if n_digits < 3 => (distance, n_digits) = (distance * 10 + digit, n_digits + 1),
                Some(_) => return None,
                // 1+3 and 3+2 are sums, not distances.
                None if n_digits == 0 || ch.is_whitespace() || ch == ')' => return None,
                None if order == Order::Exactly
                    && self.text[..self.at].ends_with(|it: char| fold(it).is_ascii_digit()) =>
                {
                    return None;
                }
                None => return Some((order, distance, self.at + at)),
            }
        }
        None
    }

    /// `OR` in capitals with a border on both sides.
    pub(super) fn or_ahead(&self) -> Option<Span> {
        let rest = self.text[self.at..].strip_prefix("OR")?;
        let border = rest.chars().next().is_none_or(|it| it.is_whitespace() || matches!(fold(it), '(' | ')'));
        border.then(|| Span::new(self.at, self.at + 2))
    }

    pub(super) fn at_end_of_run(&self) -> bool {
        match self.peek() {
            None => true,
            Some(it) => it.is_whitespace() || self.depth > 0 && fold(it) == ')',
        }
    }

    pub(super) fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.advance();
        }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    pub(super) fn folded(&self) -> Option<char> {
        self.peek().map(fold)
    }

    pub(super) fn advance(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }
}

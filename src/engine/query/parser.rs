//! From what was typed to a query; whatever was typed is one.
//!
//! ```text
//! any    = all ("OR" all)*                 OR in capitals; blanks bind closer than OR
//! all    = not*
//! not    = "-"? item
//! item   = "(" any ")" | name ":" item | run (sign digits run)?        sign: $ # +
//! run    = "…" | “…” | characters up to a blank
//! ```
//!
//! Signs are half- or full-width. They mean something only where they stand in this grammar: a parenthesis, quotation
//! mark, colon or sign anywhere else stands for itself, as in 300-500户 or 12:30. What makes no sense is left out and
//! told ([`Problem`]), and the rest is still a query; nothing typed, nothing asked.

use super::amount;
use super::ast::{Near, Node, Order, Problem, ProblemCode, Query, Run, Test};
use super::range;
use super::words::{self, FieldName};
use crate::engine::index::Field;
use crate::engine::index::postings::index_char;
use crate::engine::text::Span;
use crate::engine::text::normalize::{fold, fold_text};

/// Groups in groups; a parenthesis further inside stands for itself.
const MAX_DEPTH: usize = 32;

/// The query of `text`; never fails.
pub fn parse(text: &str) -> Query {
    let mut parser = Parser { text, at: 0, depth: 0, problems: vec![] };
    let root = parser.any(None);
    let mut problems = parser.problems;
    problems.sort_by_key(|it| (it.span.start, it.span.end, it.code));
    Query { root, problems }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    problems: Vec<Problem>,
}

impl Parser<'_> {
    fn any(&mut self, field: Option<FieldName>) -> Option<Node> {
        let mut nodes = vec![];
        // The `OR` that still needs something behind it.
        let mut waiting: Option<Span> = None;
        loop {
            match self.all(field) {
                Some(node) => nodes.push(node),
                None => waiting.take().into_iter().for_each(|or| self.problem(or, ProblemCode::StrayOr, "")),
            }
            let Some(or) = self.take_or() else { break };
            if nodes.is_empty() {
                self.problem(or, ProblemCode::StrayOr, "");
            } else {
                waiting = Some(or);
            }
        }
        one_or(nodes, Node::Any)
    }

    fn all(&mut self, field: Option<FieldName>) -> Option<Node> {
        let mut nodes = vec![];
        while self.more() {
            nodes.extend(self.not(field));
        }
        one_or(nodes, Node::All)
    }

    /// True when something stands ahead that `OR`, the group's end or the text's end does not take.
    fn more(&mut self) -> bool {
        self.skip_blanks();
        loop {
            match self.folded() {
                None => return false,
                Some(')') if self.depth > 0 => return false,
                Some(')') => {
                    let start = self.at;
                    self.advance();
                    self.problem(Span::new(start, self.at), ProblemCode::StrayClose, "");
                    self.skip_blanks();
                }
                Some(_) => return self.or_ahead().is_none(),
            }
        }
    }

    fn not(&mut self, field: Option<FieldName>) -> Option<Node> {
        let start = self.at;
        if self.folded() != Some('-') {
            return self.item(field);
        }
        self.advance();
        if self.at_end_of_run() {
            self.problem(Span::new(start, self.at), ProblemCode::NothingBehind, "");
            return None;
        }
        self.item(field).map(|it| Node::Not(Box::new(it)))
    }

    fn item(&mut self, mut field: Option<FieldName>) -> Option<Node> {
        // Of several names one behind the other the last one counts.
        while let Some((name, end)) = self.field_ahead() {
            let start = self.at;
            self.at = end;
            if self.at_end_of_run() {
                self.problem(Span::new(start, end), ProblemCode::NothingBehind, "");
                return None;
            }
            field = Some(name);
        }
        if self.folded() == Some('(') && self.depth < MAX_DEPTH {
            return self.group(field);
        }
        let (first, span) = self.run();
        let Some((order, distance)) = self.take_distance(&first) else { return self.leaf(field, &first, span) };
        let (second, second_span) = self.run();
        self.near(field, [(first, span), (second, second_span)], order, distance)
    }

    fn group(&mut self, field: Option<FieldName>) -> Option<Node> {
        let start = self.at;
        self.advance();
        self.depth += 1;
        let node = self.any(field);
        self.depth -= 1;
        if self.folded() == Some(')') {
            self.advance();
        } else {
            let repair = format!("{})", self.text[start..].trim_end());
            self.problem(Span::new(start, self.text.len()), ProblemCode::OpenGroup, &repair);
        }
        node
    }

    fn near(
        &mut self,
        field: Option<FieldName>,
        runs: [(String, Span); 2],
        order: Order,
        distance: u32,
    ) -> Option<Node> {
        let field = field.and_then(text_field);
        let [first, second] = runs.map(|(text, span)| run(&text, field, span));
        Some(Node::Near(Near { first: first?, second: second?, order, distance }))
    }

    /// What a run of characters asks in a field.
    fn leaf(&mut self, field: Option<FieldName>, text: &str, span: Span) -> Option<Node> {
        let folded = || fold_text(text.trim());
        if text.trim().is_empty() {
            return None;
        }
        let test = match field {
            None | Some(FieldName::Headline | FieldName::Body | FieldName::Byline) => {
                return run(text, field.and_then(text_field), span).map(Node::Run);
            }
            Some(FieldName::Section) => Ok(Test::Section(folded())),
            Some(FieldName::Place) => Ok(Test::Place(folded())),
            Some(FieldName::Programme) => Ok(Test::Programme(folded())),
            Some(FieldName::Date) => range::parse(text).map(Test::Published).ok_or(ProblemCode::NotDate),
            Some(FieldName::Mentions) => range::parse(text).map(Test::Mentioned).ok_or(ProblemCode::NotDate),
            Some(FieldName::Kind) => words::kind(text).map(Test::Kind).ok_or(ProblemCode::NotKind),
            Some(FieldName::Figure) => amount::parse(text).map(Test::Amount).ok_or(ProblemCode::NotAmount),
        };
        test.map_err(|code| self.problem(span, code, "")).ok().map(Node::Has)
    }

    /// The characters up to a blank, the group's end or a distance, or between quotation marks; and where they stand.
    fn run(&mut self) -> (String, Span) {
        let start = self.at;
        let closing: &[char] = match self.peek() {
            Some('“') => &['”', '“'],
            Some(it) if fold(it) == '"' => &['"', '\u{ff02}'],
            _ => {
                while !self.at_end_of_run() && (self.at == start || self.distance_ahead().is_none()) {
                    self.advance();
                }
                let span = Span::new(start, self.at);
                self.check_name(span);
                return (span.slice(self.text).to_owned(), span);
            }
        };
        self.advance();
        let inside = self.at;
        while self.peek().is_some_and(|it| !closing.contains(&it)) {
            self.advance();
        }
        let text = self.text[inside..self.at].to_owned();
        if self.peek().is_some() {
            self.advance();
        } else if !text.trim().is_empty() {
            let repair = format!("{}{}", self.text[start..].trim_end(), closing[0]);
            self.problem(Span::new(start, self.at), ProblemCode::OpenQuote, &repair);
        }
        (text, Span::new(start, self.at))
    }

    /// Tells a name before a colon that is nearly a field's; it is looked for as it stands.
    fn check_name(&mut self, span: Span) {
        let text = span.slice(self.text);
        let Some((name, _)) = text.split_once([':', '：']) else { return };
        if let Some(nearest) = words::nearest_field(name) {
            let end = span.start + name.len();
            self.problem(Span::new(span.start, end), ProblemCode::UnknownField, nearest);
        }
    }

    /// The field whose name and colon stand here, and where what it asks begins.
    fn field_ahead(&self) -> Option<(FieldName, usize)> {
        let rest = &self.text[self.at..];
        // A longer run is no name: what lies further on is not looked at again for each term.
        let mut ahead = rest.char_indices().take(words::longest_name() + 1);
        let (end, colon) = ahead.find(|&(_, it)| matches!(it, ':' | '：'))?;
        let name = &rest[..end];
        FieldName::named(name).map(|it| (it, self.at + name.len() + colon.len_utf8()))
    }

    /// A sign of distance that stands here, with its number, before another run.
    fn distance_ahead(&self) -> Option<(Order, u32, usize)> {
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

    fn take_distance(&mut self, first: &str) -> Option<(Order, u32)> {
        let (order, distance, end) = self.distance_ahead().filter(|_| !first.trim().is_empty())?;
        self.at = end;
        Some((order, distance))
    }

    /// `OR` in capitals with a border on both sides.
    fn or_ahead(&self) -> Option<Span> {
        let rest = self.text[self.at..].strip_prefix("OR")?;
        let border = rest.chars().next().is_none_or(|it| it.is_whitespace() || matches!(fold(it), '(' | ')'));
        border.then(|| Span::new(self.at, self.at + 2))
    }

    fn take_or(&mut self) -> Option<Span> {
        let span = self.or_ahead()?;
        self.at = span.end;
        Some(span)
    }

    fn at_end_of_run(&self) -> bool {
        match self.peek() {
            None => true,
            Some(it) => it.is_whitespace() || self.depth > 0 && fold(it) == ')',
        }
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.advance();
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn folded(&self) -> Option<char> {
        self.peek().map(fold)
    }

    fn advance(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn problem(&mut self, span: Span, code: ProblemCode, repair: &str) {
        self.problems.push(Problem { span, code, repair: repair.to_owned() });
    }
}

fn one_or(mut nodes: Vec<Node>, many: fn(Vec<Node>) -> Node) -> Option<Node> {
    if nodes.len() > 1 { Some(many(nodes)) } else { nodes.pop() }
}

fn run(text: &str, field: Option<Field>, span: Span) -> Option<Run> {
    let pattern: Vec<char> = text.trim().chars().map(index_char).collect();
    (!pattern.is_empty()).then_some(Run { pattern, field, span })
}

fn text_field(name: FieldName) -> Option<Field> {
    match name {
        FieldName::Headline => Some(Field::Headline),
        FieldName::Body => Some(Field::Body),
        FieldName::Byline => Some(Field::Byline),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each would need a stack as long as itself, or time that grows with its square.
    #[test]
    fn endless_writing_is_a_query_too() {
        for part in ["标题:", "(", "-(", "“", "修路 ", "修路$3", "OR ", ")"] {
            let text = part.repeat(50_000);
            let query = parse(&text);
            assert!(query.problems.iter().all(|it| it.span.end <= text.len()), "{part}");
        }
    }
}

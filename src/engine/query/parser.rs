//! From what was typed to a query; whatever was typed is one.
//!
//! ```text
//! any    = all ("OR" all)*                 OR in capitals; blanks bind closer than OR
//! all    = not*
//! not    = "-"? item
//! item   = "(" any ")" | name ":" item | run (sign digits run)*        sign: $ # +
//! run    = "…" | “…” | characters up to a blank
//! ```
//!
//! Signs are half- or full-width. They mean something only where they stand in this grammar: a parenthesis, quotation
//! mark, colon or sign anywhere else stands for itself, as in 300-500户 or 12:30. What makes no sense is left out and
//! told ([`Problem`]), and the rest is still a query; nothing typed, nothing asked. Each repair, made alone, leaves fewer
//! problems or a shorter query, so that repairing one after the other ends.

mod look;

use super::amount;
use super::ast::{Near, Node, Order, Problem, ProblemCode, Query, Run, Test};
use super::range;
use super::words::{self, FieldName};
use crate::engine::arrange::Arrange;
use crate::engine::index::Field;
use crate::engine::index::postings::index_char;
use crate::engine::text::Span;
use crate::engine::text::normalize::{fold, fold_text};

/// Groups in groups; a parenthesis further inside stands for itself.
const MAX_DEPTH: usize = 32;

/// The query of `text`; never fails.
pub fn parse(text: &str) -> Query {
    let mut parser = Parser::new(text);
    let root = parser.any(None);
    let mut problems = parser.problems;
    problems.arrange_by_key(|it| (it.span.start, it.span.end, it.code));
    Query { root, problems }
}

/// A run of characters as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The field that it is asked in.
    pub field: Option<FieldName>,
    /// The characters, without quotation marks.
    pub text: String,
    /// Where it stands, quotation marks included.
    pub span: Span,
}

/// The run that `text` ends with, an empty one where another could begin; `None` behind a closed phrase or group.
pub fn typed(text: &str) -> Option<Typed> {
    let mut parser = Parser::new(text);
    parser.any(None);
    parser.last.filter(|it| it.span.end == text.len())
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    problems: Vec<Problem>,
    /// The run that goes on to the end of the text, or would.
    last: Option<Typed>,
}

/// A run of characters without its quotation marks, and where it stands with them.
struct Word {
    text: String,
    span: Span,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser { text, at: 0, depth: 0, problems: vec![], last: None }
    }

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
        if self.text[..self.at].chars().next_back().is_none_or(|it| it.is_whitespace() || fold(it) == '(') {
            self.note(field, "", Span::new(self.at, self.at));
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
        let start = self.at;
        // Of several names one behind the other the last one counts.
        while let Some((name, end)) = self.field_ahead() {
            let name_start = std::mem::replace(&mut self.at, end);
            field = Some(name);
            if self.at_end_of_run() {
                self.note(field, "", Span::new(end, end));
                self.nothing_behind(name_start, end);
                return None;
            }
        }
        if self.folded() == Some('(') && self.depth < MAX_DEPTH {
            return self.group(field);
        }
        let mut word = self.run(field);
        let mut nodes = vec![];
        while let Some((order, distance)) = self.take_distance(&word.text) {
            self.skip_names();
            let second = self.run(field);
            if nodes.is_empty() {
                self.check_distance(field, start, word.span);
            }
            nodes.extend(near(field.and_then(text_field), [&word, &second], order, distance));
            word = second;
        }
        if nodes.is_empty() { self.leaf(field, &word, start) } else { one_or(nodes, Node::All) }
    }

    /// The field before the first of two near runs is that of both; a name before the second is told.
    fn skip_names(&mut self) {
        while let Some((_, end)) = self.field_ahead() {
            self.problem(Span::new(self.at, end), ProblemCode::NoDistance, "");
            self.at = end;
        }
    }

    /// Tells a field without a value; where one stands behind blanks, the repair is to bring it near.
    fn nothing_behind(&mut self, start: usize, end: usize) {
        let rest = &self.text[end..];
        let n_blanks = rest.len() - rest.trim_start().len();
        let is_far = n_blanks > 0 && n_blanks < rest.len() && !rest.trim_start().starts_with([')', '）']);
        let (until, repair) = if is_far { (end + n_blanks, &self.text[start..end]) } else { (end, "") };
        self.problem(Span::new(start, until), ProblemCode::NothingBehind, repair);
    }

    /// Distances are between runs of the text: a field of values has none.
    fn check_distance(&mut self, field: Option<FieldName>, start: usize, first: Span) {
        if field.is_some_and(|it| text_field(it).is_none()) && start < first.start {
            self.problem(Span::new(start, first.start), ProblemCode::NoDistance, "");
        }
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
            let open_quote =
                self.problems.iter().find(|it| it.code == ProblemCode::OpenQuote && it.span.start >= start);
            let inside = match open_quote {
                Some(it) => format!("{}{}", &self.text[start..it.span.start], it.repair),
                None => self.text[start..].trim_end().to_owned(),
            };
            self.problem(Span::new(start, self.text.len()), ProblemCode::OpenGroup, &format!("{inside})"));
        }
        node
    }

    /// What a run of characters asks in a field whose name, where it stands right before the run, begins at `start`.
    fn leaf(&mut self, field: Option<FieldName>, word: &Word, start: usize) -> Option<Node> {
        let text = word.text.trim();
        if text.is_empty() {
            return None;
        }
        let test = match field {
            None | Some(FieldName::Headline | FieldName::Body | FieldName::Byline) => {
                return run(text, field.and_then(text_field), word.span).map(Node::Run);
            }
            Some(FieldName::Section) => Ok(Test::Section(fold_text(text))),
            Some(FieldName::Place) => Ok(Test::Place(fold_text(text))),
            Some(FieldName::Programme) => Ok(Test::Programme(fold_text(text))),
            Some(FieldName::Date) => range::parse(text).map(Test::Published).ok_or(ProblemCode::NotDate),
            Some(FieldName::Mentions) => range::parse(text).map(Test::Mentioned).ok_or(ProblemCode::NotDate),
            Some(FieldName::Kind) => words::kind(text).map(Test::Kind).ok_or(ProblemCode::NotKind),
            Some(FieldName::Figure) => amount::parse(text).map(Test::Amount).ok_or(ProblemCode::NotAmount),
        };
        test.map_err(|code| self.no_value(code, word, start)).ok().map(Node::Has)
    }

    /// Tells a value that its field cannot have. The repair is the nearest value; else to look for the run itself; in a
    /// group, whose field is that of others too, to take it away.
    fn no_value(&mut self, code: ProblemCode, word: &Word, start: usize) {
        let nearest = match code {
            ProblemCode::NotDate => range::nearest(&word.text),
            ProblemCode::NotAmount => amount::nearest(&word.text),
            _ => words::nearest_kind(&word.text).map(str::to_owned),
        };
        let has_name = start < word.span.start;
        let repair = match nearest {
            Some(nearest) => format!("{}{nearest}", &self.text[start..word.span.start]),
            None if has_name && word.text.contains(char::is_alphanumeric) => word.span.slice(self.text).to_owned(),
            None => String::new(),
        };
        self.problem(Span::new(start, word.span.end), code, &repair);
    }

    /// The characters up to a blank, the group's end or a distance, or between quotation marks.
    fn run(&mut self, field: Option<FieldName>) -> Word {
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
                let text = span.slice(self.text);
                self.note(field, text, span);
                return Word { text: text.to_owned(), span };
            }
        };
        self.advance();
        let inside = self.at;
        while self.peek().is_some_and(|it| !closing.contains(&it)) {
            self.advance();
        }
        let text = self.text[inside..self.at].to_owned();
        let is_closed = self.peek().is_some();
        self.advance();
        let word = Word { text, span: Span::new(start, self.at) };
        if !is_closed {
            self.note(field, &word.text, word.span);
        }
        if !is_closed && !word.text.trim().is_empty() {
            let repair = format!("{}{}", self.text[start..].trim_end(), closing[0]);
            self.problem(word.span, ProblemCode::OpenQuote, &repair);
        }
        word
    }

    /// Remembers what the text ends with.
    fn note(&mut self, field: Option<FieldName>, text: &str, span: Span) {
        let is_first = self.last.as_ref().is_none_or(|it| it.span.end < span.end);
        if span.end == self.text.len() && is_first {
            self.last = Some(Typed { field, text: text.to_owned(), span });
        }
    }

    /// Tells a name before a colon that is nearly a field's; it is looked for as it stands.
    fn check_name(&mut self, span: Span) {
        let text = span.slice(self.text);
        let Some((name, _)) = text.split_once([':', '：']) else { return };
        if let Some(nearest) = words::nearest_field(name).filter(|_| FieldName::named(name).is_none()) {
            let end = span.start + name.len();
            self.problem(Span::new(span.start, end), ProblemCode::UnknownField, nearest);
        }
    }

    fn take_distance(&mut self, first: &str) -> Option<(Order, u32)> {
        let (order, distance, end) = self.distance_ahead().filter(|_| !first.trim().is_empty())?;
        self.at = end;
        Some((order, distance))
    }

    fn take_or(&mut self) -> Option<Span> {
        let span = self.or_ahead()?;
        self.at = span.end;
        Some(span)
    }

    fn problem(&mut self, span: Span, code: ProblemCode, repair: &str) {
        self.problems.push(Problem { span, code, repair: repair.to_owned() });
    }
}

/// Two runs near each other; of `A$5B$3C` also B and C, perhaps another B.
fn near(field: Option<Field>, [first, second]: [&Word; 2], order: Order, distance: u32) -> Option<Node> {
    let [first, second] = [first, second].map(|it| run(&it.text, field, it.span));
    Some(Node::Near(Near { first: first?, second: second?, order, distance }))
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

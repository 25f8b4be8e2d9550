//! A query with its wrong parts marked, and what repairing one makes of it.

use crate::engine::arrange::Arrange;
use crate::engine::query::ast::Problem;

/// The query in pieces: each with whether something is wrong there. Together they are the query.
pub fn pieces(query: &str, problems: &[Problem]) -> Vec<(String, bool)> {
    let mut ends: Vec<usize> =
        problems.iter().flat_map(|it| [it.span.start, it.span.end]).chain([query.len()]).collect();
    ends.arrange_by_key(|it| *it);
    ends.dedup();
    let mut res: Vec<(String, bool)> = vec![];
    let mut start = 0;
    for end in ends {
        let is_wrong = problems.iter().any(|it| it.span.start <= start && end <= it.span.end);
        let piece = query.get(start..end).unwrap_or_default();
        match res.last_mut() {
            Some(last) if last.1 == is_wrong => last.0.push_str(piece),
            _ if !piece.is_empty() => res.push((piece.to_owned(), is_wrong)),
            _ => {}
        }
        start = end;
    }
    res
}

/// The query with one part written otherwise.
pub fn repaired(query: &str, problem: &Problem) -> String {
    let part = |from: usize, to: usize| query.get(from..to).unwrap_or_default();
    let res = [part(0, problem.span.start), &problem.repair, part(problem.span.end, query.len())].concat();
    res.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::query::ast::ProblemCode;
    use crate::engine::text::Span;

    fn problem(start: usize, end: usize, repair: &str) -> Problem {
        Problem { span: Span::new(start, end), code: ProblemCode::NotKind, repair: repair.into() }
    }

    #[test]
    fn wrong_parts_are_marked_also_one_in_another() {
        let found = pieces("(ab \"c", &[problem(0, 6, ""), problem(4, 6, "")]);
        assert_eq!(found, [("(ab \"c".into(), true)]);
        let found = pieces("a 标頭:b )", &[problem(2, 8, ""), problem(11, 12, "")]);
        let shown: Vec<(&str, bool)> = found.iter().map(|it| (it.0.as_str(), it.1)).collect();
        assert_eq!(shown, [("a ", false), ("标頭", true), (":b ", false), (")", true)]);
        assert_eq!(pieces("修路", &[]), [("修路".into(), false)]);
        assert_eq!(pieces("", &[]), []);
    }

    #[test]
    fn a_repair_changes_its_part_alone() {
        assert_eq!(repaired("a 标頭:b )", &problem(2, 8, "标题")), "a 标题:b )");
        assert_eq!(repaired("a )", &problem(2, 3, "")), "a");
        assert_eq!(repaired("短", &problem(5, 9, "x")), "x");
    }
}

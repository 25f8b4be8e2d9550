//! The place tree as the rows that are on screen: which nodes are open, and what a filter leaves.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::format;
use crate::engine::arrange::Arrange;
use crate::engine::extract::Level;
use crate::engine::query::Choice;
use crate::protocol::{PlaceFigure, PlaceNode};

/// Paths of the rows that the person has opened (true) or closed; all others open as they like.
pub type Wanted = BTreeMap<String, bool>;

/// One row of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TreeRow {
    /// Path.
    pub path: String,
    /// Its last name.
    pub name: String,
    /// 1 for a root.
    pub depth: usize,
    /// Level.
    pub level: Level,
    /// Distinct articles.
    pub count: usize,
    /// Figures whose place it is, or one below it.
    pub n_figures: usize,
    /// How often it, or a place below it, is mentioned; 0 in the facet, which does not tell.
    pub n_mentions: usize,
    /// Its largest figure as printed, with the article and the figure's number there.
    pub largest: Option<(String, String, usize)>,
    /// How it stands in the selection.
    pub choice: Choice,
    /// Whether its children are shown; `None` where it has none.
    pub open: Option<bool>,
    /// Its number among its parent's children, from 1.
    pub position: usize,
    /// How many children its parent has.
    pub n_siblings: usize,
}

/// The rows of `roots`. A node is open by default when it is the first root, stands above a chosen place, or is an only
/// child of an open one; `wanted` says where the person has opened or closed one. A filter that is not blank
/// shows the places whose name contains it, with everything above them.
pub fn rows(roots: &[PlaceNode], wanted: &Wanted, filter: &str) -> Vec<TreeRow> {
    let mut res = vec![];
    let walk = Walk { wanted, filter: filter.trim() };
    walk.list(roots, 1, &mut res);
    res
}

struct Walk<'a> {
    wanted: &'a Wanted,
    filter: &'a str,
}

impl Walk<'_> {
    fn list(&self, nodes: &[PlaceNode], depth: usize, res: &mut Vec<TreeRow>) {
        let nodes: Vec<&PlaceNode> = nodes.iter().filter(|it| self.is_wanted(it)).collect();
        let n_siblings = nodes.len();
        for (idx, node) in nodes.into_iter().enumerate() {
            let opens_itself = (depth == 1 && idx == 0) || (depth > 1 && n_siblings == 1) || chosen_below(node);
            let wanted = self.wanted.get(&node.path).copied().unwrap_or(opens_itself);
            let is_open = !self.filter.is_empty() || wanted;
            let has_children = node.children.iter().any(|it| self.is_wanted(it));
            res.push(TreeRow {
                path: node.path.clone(),
                name: node.name.clone(),
                depth,
                level: node.level,
                count: node.count,
                n_figures: node.n_figures,
                n_mentions: node.more.as_ref().map_or(0, |it| it.n_mentions),
                largest: node.more.as_ref().and_then(|it| it.largest.as_ref()).map(figure),
                choice: node.choice,
                open: has_children.then_some(is_open),
                position: idx + 1,
                n_siblings,
            });
            if has_children && is_open {
                self.list(&node.children, depth + 1, res);
            }
        }
    }

    fn is_wanted(&self, node: &PlaceNode) -> bool {
        node.name.contains(self.filter) || node.children.iter().any(|it| self.is_wanted(it))
    }
}

fn figure(it: &PlaceFigure) -> (String, String, usize) {
    (format::printed(&it.printed, it.approx), it.article.clone(), it.figure)
}

/// Orders places and those below them by their names.
pub fn by_name(nodes: &mut [PlaceNode], compare: &dyn Fn(&str, &str) -> Ordering) {
    nodes.arrange_by(|a, b| compare(&a.name, &b.name));
    nodes.iter_mut().for_each(|it| by_name(&mut it.children, compare));
}

fn chosen_below(node: &PlaceNode) -> bool {
    node.children.iter().any(|it| it.choice != Choice::Free || chosen_below(it))
}

/// The row above `row`: the nearest one before it that lies less deep.
pub fn parent_of(rows: &[TreeRow], row: usize) -> Option<usize> {
    let depth = rows.get(row)?.depth;
    rows.get(..row)?.iter().rposition(|it| it.depth < depth)
}

/// What a key asks of a tree, by the numbers of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreeStep {
    /// Move the focus there.
    Focus(usize),
    /// Open or close this row.
    Toggle(usize),
    /// Choose this row.
    Choose(usize),
    /// Exclude this row.
    Exclude(usize),
    /// Open this row and all beside it.
    OpenAll(usize),
}

/// What `key` asks while row `at` has the focus, as the ARIA practices for trees say; `None` for keys that ask nothing.
pub fn step(rows: &[TreeRow], at: usize, key: &str) -> Option<TreeStep> {
    let row = rows.get(at)?;
    let last = rows.len() - 1;
    Some(match (key, row.open) {
        ("ArrowDown", _) => TreeStep::Focus((at + 1).min(last)),
        ("ArrowUp", _) => TreeStep::Focus(at.saturating_sub(1)),
        ("Home", _) => TreeStep::Focus(0),
        ("End", _) => TreeStep::Focus(last),
        ("ArrowRight", Some(true)) => TreeStep::Focus((at + 1).min(last)),
        ("ArrowRight", Some(false)) | ("ArrowLeft", Some(true)) => TreeStep::Toggle(at),
        ("ArrowRight", None) => TreeStep::Focus(at),
        ("ArrowLeft", _) => TreeStep::Focus(parent_of(rows, at).unwrap_or(at)),
        ("Enter" | " ", _) => TreeStep::Choose(at),
        ("-" | "Delete", _) => TreeStep::Exclude(at),
        ("*", _) => TreeStep::OpenAll(at),
        _ => return None,
    })
}

/// The rows that `*` opens: `row` and all beside it.
pub fn siblings(rows: &[TreeRow], row: usize) -> Vec<&TreeRow> {
    let (Some(depth), parent) = (rows.get(row).map(|it| it.depth), parent_of(rows, row)) else { return vec![] };
    let first = parent.map_or(0, |it| it + 1);
    let below = rows.get(first..).unwrap_or_default().iter().take_while(|it| it.depth >= depth);
    below.filter(|it| it.depth == depth).collect()
}

/// The next row whose name begins with what was typed; `at` itself while more letters of its name come.
pub fn typed_ahead(rows: &[TreeRow], at: usize, typed: &str) -> Option<usize> {
    let begins = usize::from(typed.chars().nth(1).is_none());
    let order = (0..rows.len()).map(|it| (at + begins + it) % rows.len());
    order.into_iter().find(|it| rows.get(*it).is_some_and(|row| row.name.starts_with(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(path: &str, children: Vec<PlaceNode>) -> PlaceNode {
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        PlaceNode {
            path: path.into(),
            name,
            level: Level::County,
            count: 1,
            n_figures: 0,
            choice: Choice::Free,
            more: None,
            children,
        }
    }

    fn tree() -> Vec<PlaceNode> {
        let town = node("甲/乙/丙", vec![]);
        vec![
            node("甲", vec![node("甲/乙", vec![town]), node("甲/丁", vec![])]),
            node("戊", vec![node("戊/己", vec![])]),
        ]
    }

    fn shown(wanted: &[(&str, bool)], filter: &str) -> Vec<String> {
        let wanted = wanted.iter().map(|(path, open)| ((*path).to_owned(), *open)).collect();
        rows(&tree(), &wanted, filter).into_iter().map(|it| it.path).collect()
    }

    #[test]
    fn the_first_root_opens_itself() {
        assert_eq!(shown(&[], ""), ["甲", "甲/乙", "甲/丁", "戊"]);
        assert_eq!(shown(&[("甲", false), ("戊", true)], ""), ["甲", "戊", "戊/己"]);
    }

    #[test]
    fn a_filter_keeps_what_stands_above() {
        assert_eq!(shown(&[], "丙"), ["甲", "甲/乙", "甲/乙/丙"]);
        assert!(shown(&[], "庚").is_empty());
    }

    #[test]
    fn names_are_ordered_at_every_level() {
        let mut nodes = tree();
        by_name(&mut nodes, &|a, b| b.cmp(a));
        let names: Vec<String> =
            rows(&nodes, &Wanted::from([("戊".to_owned(), true)]), "").into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["甲", "乙", "丁", "戊", "己"]);
    }

    #[test]
    fn parents_are_found() {
        let rows = rows(&tree(), &Wanted::from([("甲/乙".to_owned(), true)]), "");
        assert_eq!(rows[2].path, "甲/乙/丙");
        assert_eq!((parent_of(&rows, 2), parent_of(&rows, 0), parent_of(&rows, 99)), (Some(1), None, None));
        assert_eq!((rows[3].position, rows[3].n_siblings, rows[3].open), (2, 2, None));
    }

    #[test]
    fn keys_walk_the_tree() {
        let rows = rows(&tree(), &Wanted::new(), "");
        let steps = |at, keys: [&str; 4]| keys.map(|it| step(&rows, at, it));
        use TreeStep::{Choose, Focus, Toggle};
        let open_root = steps(0, ["ArrowRight", "ArrowLeft", "ArrowUp", "Enter"]);
        assert_eq!(open_root, [Some(Focus(1)), Some(Toggle(0)), Some(Focus(0)), Some(Choose(0))]);
        let closed_child = steps(1, ["ArrowRight", "ArrowLeft", "Home", "a"]);
        assert_eq!(closed_child, [Some(Toggle(1)), Some(Focus(0)), Some(Focus(0)), None]);
        let leaf = steps(2, ["ArrowRight", "ArrowLeft", "ArrowDown", "End"]);
        assert_eq!(leaf, [Some(Focus(2)), Some(Focus(0)), Some(Focus(3)), Some(Focus(3))]);
        assert_eq!(
            (step(&rows, 2, "*"), step(&rows, 2, "-")),
            (Some(TreeStep::OpenAll(2)), Some(TreeStep::Exclude(2)))
        );
        assert_eq!(step(&[], 0, "Home"), None);
    }

    #[test]
    fn a_star_opens_what_stands_beside() {
        let rows = rows(&tree(), &Wanted::from([("戊".to_owned(), true)]), "");
        let beside = |at| siblings(&rows, at).into_iter().map(|it| it.path.as_str()).collect::<Vec<_>>();
        assert_eq!((beside(1), beside(0), beside(4)), (vec!["甲/乙", "甲/丁"], vec!["甲", "戊"], vec!["戊/己"]));
        assert!(beside(9).is_empty());
    }

    #[test]
    fn letters_lead_to_the_next_name_that_begins_so() {
        let rows = rows(&tree(), &Wanted::from([("戊".to_owned(), true)]), "");
        assert_eq!(
            [typed_ahead(&rows, 0, "丁"), typed_ahead(&rows, 3, "甲"), typed_ahead(&rows, 0, "庚")],
            [Some(2), Some(0), None]
        );
        assert_eq!(typed_ahead(&[], 0, "甲"), None);
    }
}

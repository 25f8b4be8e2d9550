//! Finding things as assistive technology does: by role and accessible name, in the browser's own accessibility tree.

use serde_json::{Value, json};

/// A role and what the accessible name must be like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// ARIA role: button, link, searchbox, checkbox, …
    pub role: String,
    /// The name, or a part of it.
    pub name: String,
    /// Whether the whole name must be equal.
    pub whole: bool,
}

/// What has `role` and a name that contains `name`.
pub fn part(role: &str, name: &str) -> Target {
    Target { role: role.to_owned(), name: name.to_owned(), whole: false }
}

/// What has `role` and exactly this name.
pub fn whole(role: &str, name: &str) -> Target {
    Target { role: role.to_owned(), name: name.to_owned(), whole: true }
}

/// One thing of the accessibility tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// ARIA role.
    pub role: String,
    /// Accessible name.
    pub name: String,
    /// The element, as the browser numbers it.
    pub element: i64,
}

impl Target {
    /// Whether this is what is looked for.
    pub fn fits(&self, node: &Node) -> bool {
        let same_name = if self.whole { node.name == self.name } else { node.name.contains(&self.name) };
        node.role == self.role && same_name
    }
}

/// The things that the answer to `Accessibility.getFullAXTree` or `queryAXTree` lists and that people can perceive.
pub fn nodes(answer: &Value) -> Vec<Node> {
    let list = answer.get("nodes").and_then(Value::as_array);
    list.into_iter().flatten().filter_map(node).collect()
}

fn node(value: &Value) -> Option<Node> {
    if value.get("ignored") == Some(&json!(true)) {
        return None;
    }
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    let element = value.get("backendDOMNodeId")?.as_i64()?;
    Some(Node { role: text("/role/value"), name: text("/name/value"), element })
}

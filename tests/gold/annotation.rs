//! A gold file with its snippets resolved into byte spans of the page.

use banmian::engine::text::Span;
use serde_json::Value;

/// One annotated article.
#[derive(Debug)]
pub struct Article {
    pub section: String,
    pub headline: String,
    pub kind: String,
    /// Role and name, sorted.
    pub byline: Vec<(String, String)>,
    pub spans: Vec<Span>,
    pub places: Vec<Mention>,
    pub dates: Vec<Mention>,
    pub figures: Vec<Mention>,
    pub programmes: Vec<String>,
}

/// One annotated mention; what it means stands in `value`.
#[derive(Debug)]
pub struct Mention {
    pub span: Span,
    pub optional: bool,
    pub value: Value,
}

impl Mention {
    /// A field as a string; "" for null and for none.
    pub fn text(&self, key: &str) -> &str {
        self.value.get(key).and_then(Value::as_str).unwrap_or("")
    }
}

/// The articles of a gold file; panics where a snippet does not stand on the page exactly once.
pub fn resolve(page: &str, gold: &str) -> Vec<Article> {
    let gold: Value = serde_json::from_str(gold).expect("gold is JSON");
    gold["articles"].as_array().expect("articles").iter().map(|it| article(page, it)).collect()
}

fn article(page: &str, value: &Value) -> Article {
    let text = |key: &str| value[key].as_str().unwrap_or("").to_owned();
    let list = |key: &str| value[key].as_array().map(Vec::as_slice).unwrap_or_default();
    let field = |it: &Value, key: &str| it[key].as_str().unwrap_or("").to_owned();
    let mut byline: Vec<_> = list("byline").iter().map(|it| (field(it, "role"), field(it, "name"))).collect();
    byline.sort();
    let segment = |it: &Value| {
        let to = it["to"].as_str().expect("to");
        Span::new(once(page, it["from"].as_str().expect("from")), once(page, to) + to.len())
    };
    // What an article mentions is read from its body; its headline only helps.
    let in_body = |it: &&Value| !it["in_head"].as_bool().unwrap_or(false);
    let mentions = |key: &str| list(key).iter().filter(in_body).map(|it| mention(page, it)).collect();
    Article {
        section: text("section"),
        headline: text("headline"),
        kind: text("kind"),
        byline,
        spans: list("segments").iter().map(segment).collect(),
        places: mentions("places"),
        dates: mentions("dates"),
        figures: mentions("figures"),
        programmes: list("programmes").iter().filter_map(|it| it.as_str().map(str::to_owned)).collect(),
    }
}

fn mention(page: &str, value: &Value) -> Mention {
    let (text, context) = (value["text"].as_str().expect("text"), value["ctx"].as_str().expect("ctx"));
    let within = match value.get("ctx_at").and_then(Value::as_u64) {
        Some(n_chars) => context.char_indices().nth(n_chars as usize).expect("ctx_at lies in ctx").0,
        None => context.find(text).expect("text stands in ctx"),
    };
    let start = once(page, context) + within;
    let optional = value.get("optional").and_then(Value::as_bool).unwrap_or(false);
    Mention { span: Span::new(start, start + text.len()), optional, value: value.clone() }
}

fn once(page: &str, snippet: &str) -> usize {
    let mut found = page.match_indices(snippet).map(|(at, _)| at);
    match (found.next(), found.next()) {
        (Some(at), None) => at,
        (at, _) => panic!("{snippet:?} stands on the page {} times", if at.is_some() { "several" } else { "no" }),
    }
}

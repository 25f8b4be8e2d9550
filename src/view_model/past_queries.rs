//! The queries that were asked, the last one first; kept as a text of one query a line.

/// More are forgotten.
pub const MAX_PAST: usize = 50;

/// The queries of a text.
pub fn parse(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|it| !it.is_empty()).take(MAX_PAST).map(str::to_owned).collect()
}

/// Puts a query in front; each stands there once. A blank one is none.
pub fn remember(past: &mut Vec<String>, query: &str) {
    let query = query.trim().replace(['\r', '\n'], " ");
    if !query.is_empty() {
        past.retain(|it| *it != query);
        past.insert(0, query);
        past.truncate(MAX_PAST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_query_is_remembered_once_and_fifty_at_most() {
        let mut past = vec![];
        for query in ["修路", " ", "牧民\n种草", "修路"] {
            remember(&mut past, query);
        }
        assert_eq!(past, ["修路", "牧民 种草"]);
        (0..60).for_each(|n| remember(&mut past, &n.to_string()));
        assert_eq!((past.len(), past[0].as_str()), (MAX_PAST, "59"));
        assert_eq!(parse(&past.join("\n")), past);
        assert_eq!(parse("\n甲\r\n\n乙"), ["甲", "乙"]);
    }
}

//! Rows of the hand-made tables in `data/`: tab-separated, `#` starts a comment line.

/// The rows of `table`, each cut at its tabs.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|it| !it.trim().is_empty() && !it.starts_with('#'))
        .map(|it| it.split('\t').map(str::trim).collect())
}

/// The field at `idx`, or "".
pub fn field(row: &[&'static str], idx: usize) -> &'static str {
    row.get(idx).copied().unwrap_or("")
}

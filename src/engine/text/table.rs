//! The tables of `data/`: rows of tab-separated columns; blank lines and those that begin with `#` are comments.

/// The rows of an embedded table, each as its columns without surrounding blanks.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|it| !it.trim().is_empty() && !it.starts_with('#'))
        .map(|line| line.split('\t').map(str::trim).collect())
}

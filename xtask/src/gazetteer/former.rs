//! Former names, from the nineteen revisions of the national standard between 2002 and 2016.
//!
//! A name that no longer exists belongs to today's place of the same code (襄樊市, now 襄阳市), or, where the code went
//! too, to the one place of that province whose name differs in its type alone (集宁市, now 集宁区).

use std::collections::{BTreeMap, BTreeSet};

use gb2260::Division;

use super::Row;

/// Adds former names of prefectures and counties to `rows`.
pub(crate) fn add(rows: &mut [Row]) {
    let today: BTreeSet<String> = rows.iter().filter(|it| it.level < 3).map(|it| it.name.clone()).collect();
    let by_code: BTreeMap<String, usize> = rows
        .iter()
        .enumerate()
        .filter(|(_, it)| (1..3).contains(&it.level))
        .map(|(idx, it)| (it.code.clone(), idx))
        .collect();
    let mut by_stem: BTreeMap<(String, usize, String), Vec<usize>> = BTreeMap::new();
    for (row_idx, row) in rows.iter().enumerate().filter(|(_, it)| (1..3).contains(&it.level)) {
        by_stem.entry((province(&row.code), row.level, stem(&row.name).to_owned())).or_default().push(row_idx);
    }
    for (code, name) in former_names() {
        if today.contains(&name) || name.chars().count() < 3 {
            continue;
        }
        let same_code = by_code.get(code.strip_suffix("00").unwrap_or(&code)).copied();
        let level = if code.ends_with("00") { 1 } else { 2 };
        let same_stem = by_stem.get(&(province(&code), level, stem(&name).to_owned()));
        let row_idx = match (same_code, same_stem.map(Vec::as_slice)) {
            (_, Some([only])) => Some(*only),
            (found, _) => found,
        };
        if let Some(row) = row_idx.map(|it| &mut rows[it]) {
            let alias = format!("~{name}");
            if !row.aliases.contains(&alias) && !row.aliases.contains(&name) {
                row.aliases.push(alias);
            }
        }
    }
}

/// Every code with every name it had, in order.
fn former_names() -> BTreeSet<(String, String)> {
    let mut revisions = Division::revisions();
    revisions.sort_unstable();
    let mut res = BTreeSet::new();
    for number in 11_00_00..66_00_00 {
        let code = format!("{number:06}");
        for revision in &revisions {
            res.extend(Division::get_by_revision(&code, revision).map(|it| (code.clone(), it.name.to_owned())));
        }
    }
    res
}

fn province(code: &str) -> String {
    code.chars().take(2).collect()
}

fn stem(name: &str) -> &str {
    ["自治县", "自治旗", "地区", "新区", "市", "县", "区", "旗", "盟"]
        .iter()
        .find_map(|it| name.strip_suffix(it))
        .unwrap_or(name)
}

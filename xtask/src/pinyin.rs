//! `cargo xtask pinyin`: makes `data/pinyin.tsv` anew from the data of the pinyin crate.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use pinyin::ToPinyinMulti;

use crate::{Outcome, file};

/// The characters of the table: Unicode's first block of Chinese characters, which every name in use is written with.
const CHARACTERS: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

const HEADER: &str = "\
# How Chinese characters are read, without tones: a syllable, a tab, every character that is ever read so. A character of
# several readings stands in several lines; ü is written v, as it is typed.
# Source: crates.io pinyin 0.11.0 (MIT), whose data is pinyin-data 0.15.0 (MIT), which collects Unihan and dictionaries.
# Written by `cargo xtask pinyin`; add nothing here.
";

/// Writes the table below `root`.
pub fn run(root: &Path) -> Outcome {
    let mut readings: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for character in CHARACTERS {
        for reading in character.to_pinyin_multi().into_iter().flatten() {
            readings.entry(typed(reading.plain())).or_default().insert(character);
        }
    }
    let line = |(syllable, characters): (&String, &BTreeSet<char>)| {
        format!("{syllable}\t{}\n", characters.iter().collect::<String>())
    };
    let table: String = readings.iter().map(line).collect();
    let path = root.join("data/pinyin.tsv");
    file::write(&path, format!("{HEADER}{table}").as_bytes())?;
    println!("{}: {} syllables", path.display(), readings.len());
    Ok(())
}

/// A syllable in the 26 letters.
fn typed(syllable: &str) -> String {
    syllable.replace('ü', "v").replace('ê', "e")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_every_reading() {
        let table = file::read_text(&file::root().join("data/pinyin.tsv")).unwrap();
        let syllables = |character: char| -> Vec<&str> {
            let rows = table.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split_once('\t'));
            rows.filter(|it| it.1.contains(character)).map(|it| it.0).collect()
        };
        assert_eq!(syllables('旅'), ["lv"]);
        assert!(["le", "yue"].iter().all(|it| syllables('乐').contains(it)));
    }
}

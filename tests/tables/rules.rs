//! The rules that the engine uses when it reads the inputs of the cases, and those that its sources name.

use std::collections::BTreeSet;
use std::fs;
use std::sync::OnceLock;

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{self, Context, Mentions, figure};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page;

use crate::{case::Case, cases, files, root};

/// The rules of all mentions in the inputs of these areas.
pub fn of_mentions(areas: &[&str]) -> BTreeSet<String> {
    let mut res = BTreeSet::new();
    for case in areas.iter().flat_map(|it| cases(&format!("extract/{it}"))) {
        let found = mentions(&case);
        res.extend(found.places.into_iter().map(|it| it.rule));
        res.extend(found.dates.into_iter().map(|it| it.rule));
        res.extend(found.figures.into_iter().map(|it| it.rule));
        res.extend(found.programmes.into_iter().map(|it| it.rule));
    }
    res
}

/// The rules of all blocks of the pages.
pub fn of_pages() -> BTreeSet<String> {
    let names = files(&root().join("tests/specs/page"), "spec").into_iter().map(|it| crate::stem(&it));
    let inputs = names.flat_map(|it| cases(&format!("page/{it}"))).map(|it| it.halves().0);
    inputs.flat_map(|it| page::blocks(&it)).map(|it| it.rule.to_owned()).collect()
}

/// The units of all figures in the inputs of these areas, as shown and as read with a noun of one character (五块 of
/// 五块钱); of a compound, each of its units too.
pub fn units(areas: &[&str]) -> BTreeSet<String> {
    let mut res = BTreeSet::new();
    for case in areas.iter().flat_map(|it| cases(&format!("extract/{it}"))) {
        let text = case.marked().0;
        for figure in mentions(&case).figures {
            let noun = text[figure.span.end..].chars().next().map_or(0, char::len_utf8);
            let read = [figure.span.end, figure.span.end + noun]
                .into_iter()
                .filter_map(|end| figure::read(&text[figure.span.start..end]));
            res.extend(read.filter_map(|it| it.unit).map(|it| it.word.to_owned()));
            res.extend(figure.unit.split(['/', '每']).map(str::to_owned));
            res.insert(figure.unit);
        }
    }
    res
}

/// The names of rules in the sources: literals where a rule is set or a block made, in functions called `rule…`, and
/// literals with a hyphen that are no column of a table.
pub fn named_in_sources() -> BTreeSet<String> {
    let columns: BTreeSet<String> = files(&root().join("data"), "tsv")
        .iter()
        .filter(|it| crate::stem(it) != "rules")
        .flat_map(|it| columns(&read(it)))
        .collect();
    let mut res = BTreeSet::new();
    let folder = root().join("src/engine");
    for file in files(&folder.join("extract"), "rs").into_iter().chain([folder.join("page/block.rs")]) {
        let mut in_rule = false;
        for line in read(&file).lines().take_while(|it| !it.starts_with("#[cfg(test)]")) {
            let code = line.split("//").next().unwrap_or("");
            in_rule = (in_rule || code.contains("fn rule")) && code.trim_end() != "}" && code.trim_end() != "    }";
            let sets_rule = in_rule || ["rule", "RULE", "block("].iter().any(|it| code.contains(it));
            let literals = code.split('"').skip(1).step_by(2).filter(|it| is_name(it));
            res.extend(
                literals.filter(|it| sets_rule || it.contains('-') && !columns.contains(*it)).map(str::to_owned),
            );
        }
    }
    res
}

fn is_name(text: &str) -> bool {
    text.len() > 2 && text.chars().all(|it| it.is_ascii_lowercase() || it == '-')
}

fn columns(table: &str) -> Vec<String> {
    table.lines().flat_map(|it| it.split('\t').skip(1)).filter(|it| is_name(it)).map(str::to_owned).collect()
}

fn mentions(case: &Case) -> Mentions {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(Lexicon::native);
    let text = case.marked().0;
    let published = case.attribute("published").and_then(Edtf::parse);
    let tokens = lexicon.tokenizer.as_ref().unwrap().cut(&text);
    let headline = case.attribute("headline").unwrap_or("");
    extract::extract(&text, &tokens, &Context { published: published.as_ref(), lexicon, headline })
}

fn read(file: &std::path::Path) -> String {
    fs::read_to_string(file).unwrap()
}

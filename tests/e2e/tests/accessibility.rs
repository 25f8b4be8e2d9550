//! Axe finds nothing to complain about: every view, light and dark, in both languages.

use banmian_e2e::page::Page;
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};

use crate::screen::{self, Language};

/// Runs axe on the whole document and hands over a line for each violation.
const RUN_AXE: &str = "
    const done = arguments[arguments.length - 1];
    const line = (violation) => violation.id + ': ' + violation.help + '\\n' + violation.nodes.slice(0, 5)
        .map((node) => '    ' + node.target.join(' ') + ' ' + node.failureSummary.replaceAll('\\n', ' ')).join('\\n');
    axe.run(document, { resultTypes: ['violations'] })
        .then((result) => done(result.violations.map(line)), (error) => done([String(error)]));";

/// 简体中文.
pub fn axe_in_chinese(page: &Page) -> Outcome {
    every_view(page, Language::Chinese)
}

/// English.
pub fn axe_in_english(page: &Page) -> Outcome {
    every_view(page, Language::English)
}

/// On a narrow screen, where the panels become disclosures.
pub fn axe_on_a_phone(page: &Page) -> Outcome {
    page.resize(360, 740)?;
    every_view(page, Language::Chinese)
}

fn every_view(page: &Page, language: Language) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::choose_language(page, language)?;
    screen::wait_for_places(page)?;
    let axe = xtask::file::root().join("tests/e2e/node_modules/axe-core/axe.min.js");
    page.script(&xtask::file::read_text(&axe)?, vec![])?;
    let mut found = vec![];
    for theme in ["light", "dark"] {
        screen::choose_theme(page, language, theme)?;
        for location in screen::LOCATIONS {
            screen::go(page, location)?;
            found.extend(violations(page)?.into_iter().map(|line| format!("{theme} {location}: {line}")));
        }
    }
    ensure(found.is_empty(), || format!("axe found {}:\n{}", found.len(), found.join("\n")))
}

fn violations(page: &Page) -> Outcome<Vec<String>> {
    let result = page.script_async(RUN_AXE, vec![])?;
    let lines = result.as_array().ok_or("axe gave no list")?;
    Ok(lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect())
}

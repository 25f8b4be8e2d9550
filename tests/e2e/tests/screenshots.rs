//! Pictures for people to look at. Only with the variable `BANMIAN_SCREENSHOTS`; they go to `tests/e2e/screenshots`.

use banmian_e2e::Outcome;
use banmian_e2e::page::Page;
use banmian_e2e::site::{serve, site};

use crate::screen::{self, Language};

/// List, reader, figures, charts, places, words; 360, 1280 and 2560 pixels; light and dark; both languages.
pub fn take(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    let folder = xtask::file::root().join("tests/e2e/screenshots");
    for language in [Language::Chinese, Language::English] {
        for theme in ["light", "dark"] {
            page.resize(1280, 900)?;
            page.open(&running.url)?;
            screen::wait_for_articles(page)?;
            screen::choose_language(page, language)?;
            screen::choose_theme(page, language, theme)?;
            screen::wait_for_places(page)?;
            for (width, height) in [(360, 740), (1280, 900), (2560, 1440)] {
                page.resize(width, height)?;
                for location in screen::LOCATIONS {
                    screen::go(page, location)?;
                    page.settle()?;
                    let name = location
                        .split(['/', '?', '&', '='])
                        .filter(|part| part.is_ascii())
                        .collect::<Vec<_>>()
                        .join("-");
                    page.screenshot(&folder.join(format!("{}-{theme}-{width}-{name}.png", language.code())))?;
                }
            }
        }
    }
    Ok(())
}

//! From a phone to the widest screen, nothing sticks out sideways.

use banmian_e2e::page::Page;
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};

use crate::screen::{self, Language};

/// What is wider than the screen, where the page scrolls sideways.
const TOO_WIDE: &str = "
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 8).map((element) =>
        `${element.tagName}.${element.getAttribute('class')} ${Math.round(element.getBoundingClientRect().right)}`)];";

/// No view scrolls sideways at 360, 768, 1280 and 2560 pixels, in either language.
pub fn nothing_sticks_out(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    let mut found = vec![];
    for language in [Language::Chinese, Language::English] {
        screen::choose_language(page, language)?;
        for width in [360, 768, 1280, 2560] {
            page.resize(width, 800)?;
            for location in screen::LOCATIONS {
                screen::go(page, location)?;
                let wide = page.script(TOO_WIDE, vec![])?;
                if wide.as_array().is_some_and(|list| !list.is_empty()) {
                    found.push(format!("{width} px, {language:?}, {location}: {wide}"));
                }
            }
        }
    }
    ensure(found.is_empty(), || format!("scrolls sideways:\n{}", found.join("\n")))
}

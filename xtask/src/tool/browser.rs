//! Chromium with its driver, and a font that has the characters of the pages.

use std::path::PathBuf;

use super::system;
use crate::{Outcome, program};

/// The browser that tests drive.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// The driver's program, of the same major version.
    pub driver: PathBuf,
}

/// Names under which Chromium is installed, ours first.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Names under which its driver is installed.
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// Finds browser, driver and font, and installs what is missing.
pub fn set_up() -> Outcome<Browser> {
    let missing = missing(find_any(&CHROMIUM).is_some(), find_any(&DRIVER).is_some(), has_chinese_font());
    if !missing.is_empty() {
        system::install(&missing)?;
    }
    let lacking = |what: &str| format!("there is still no {what} on the search path");
    let chromium = find_any(&CHROMIUM).ok_or_else(|| lacking("chromium"))?;
    let driver = find_any(&DRIVER).ok_or_else(|| lacking("chromedriver"))?;
    check_versions(&version_of(&chromium), &version_of(&driver))?;
    Ok(Browser { chromium, driver })
}

/// The packages to install, as Debian names them.
fn missing(has_chromium: bool, has_driver: bool, has_font: bool) -> Vec<&'static str> {
    let wanted = [(has_chromium, "chromium"), (has_driver, "chromium-driver"), (has_font, "fonts-noto-cjk")];
    wanted.into_iter().filter(|(has, _)| !has).map(|(_, package)| package).collect()
}

fn find_any(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| program::find(name))
}

/// Whether some font has Chinese. Screenshots and text widths need one; where fontconfig is missing, so is the font.
fn has_chinese_font() -> bool {
    program::output(program::command("fc-list").args([":lang=zh-cn", "family"])).is_some_and(|list| !list.is_empty())
}

fn version_of(path: &std::path::Path) -> String {
    program::output(program::command(&path.to_string_lossy()).arg("--version")).unwrap_or_default()
}

/// A driver of another major version refuses to start the browser, with a message that helps nobody.
fn check_versions(chromium: &str, driver: &str) -> Outcome {
    match (major(chromium), major(driver)) {
        (Some(browser), Some(driver)) if browser != driver => Err(format!(
            "Chromium {browser} and ChromeDriver {driver} do not fit; install both from one source, in one version"
        )),
        _ => Ok(()),
    }
}

fn major(printed: &str) -> Option<&str> {
    let version = printed.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    version.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_installed() {
        assert_eq!(missing(true, true, true), Vec::<&str>::new());
        assert_eq!(missing(true, false, false), ["chromium-driver", "fonts-noto-cjk"]);
    }

    #[test]
    fn browser_and_driver_must_be_of_one_major_version() {
        assert_eq!(check_versions("Chromium 156.0.1 built on Debian", "ChromeDriver 156.0.2 (a21)"), Ok(()));
        assert!(check_versions("Google Chrome 155.0.1", "ChromeDriver 156.0.2").is_err());
        assert_eq!(check_versions("", "ChromeDriver 156.0.2"), Ok(()));
    }
}

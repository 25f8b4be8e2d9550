//! The ChromeDriver process. It ends with the tests.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::{ChromeCapabilities, DesiredCapabilities, WebDriver};

use crate::Outcome;
use crate::page::Page;

/// How Chromium is started: without a window, without a word to any other host.
const ARGUMENTS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=OptimizationHints,MediaRouter",
    "--window-size=1280,900",
    "--accept-lang=zh-CN",
    // A name of an intranet, so that the page is no secure context; every other name leads nowhere.
    "--host-resolver-rules=MAP banmian.intranet 127.0.0.1,MAP * ~NOTFOUND,EXCLUDE 127.0.0.1",
];

/// A running ChromeDriver.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts the ChromeDriver that `CHROMEDRIVER` names, or the one on the search path, on a free port.
    pub fn start() -> Outcome<Driver> {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process =
            Command::new(&program).arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).spawn().map_err(
                |error| format!("cannot start {program}: {error}; run `cargo xtask test`, which installs it"),
            )?;
        let stdout = process.stdout.take().ok_or("chromedriver has no output")?;
        let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
        let port = lines.find_map(|line| port(&line)).ok_or("chromedriver did not say its port")?;
        // Whatever it says later is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Driver { process, url: format!("http://127.0.0.1:{port}") })
    }

    /// Opens a browser with an empty profile.
    pub fn browser(&self) -> Outcome<Page> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| format!("cannot start a runtime: {error}"))?;
        let driver = runtime
            .block_on(async { WebDriver::new(&self.url, capabilities()?).await })
            .map_err(|error| format!("cannot open a browser: {error}"))?;
        Ok(Page::new(driver, runtime))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about a failure here.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn capabilities() -> Result<ChromeCapabilities, thirtyfour::error::WebDriverError> {
    let mut capabilities = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    if let Ok(binary) = std::env::var("CHROMIUM") {
        capabilities.set_binary(&binary)?;
    }
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

/// The port in `ChromeDriver was started successfully on port 34567.`
fn port(line: &str) -> Option<u16> {
    line.split("started successfully on port ").nth(1)?.trim_end_matches('.').parse().ok()
}

//! A page in a browser, used the way people use it. Every look waits until what it looks for is there.

#![expect(clippy::disallowed_methods, reason = "waits for the browser; what a test finds does not depend on how long")]

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::error::WebDriverError;
use thirtyfour::{Key, WebDriver, WebElement};
use tokio::runtime::Runtime;

use crate::role::{Node, Target, nodes};
use crate::{Outcome, ensure};

/// The longest that anything may take to appear, on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(120);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(60);

/// A browser with one tab. It is closed when dropped.
#[derive(Debug)]
pub struct Page {
    driver: WebDriver,
    runtime: Runtime,
}

impl Page {
    /// Wraps a driver and the runtime it was made on.
    pub fn new(driver: WebDriver, runtime: Runtime) -> Self {
        Page { driver, runtime }
    }

    /// Opens an address.
    pub fn open(&self, url: &str) -> Outcome {
        self.block(self.driver.goto(url))
    }

    /// Loads the page again.
    pub fn reload(&self) -> Outcome {
        self.block(self.driver.refresh())
    }

    /// One step back in history.
    pub fn back(&self) -> Outcome {
        self.block(self.driver.back())
    }

    /// One step forward in history.
    pub fn forward(&self) -> Outcome {
        self.block(self.driver.forward())
    }

    /// The address, with its hash.
    pub fn url(&self) -> Outcome<String> {
        Ok(self.block(self.driver.current_url())?.to_string())
    }

    /// What people can perceive now, in reading order.
    pub fn outline(&self) -> Outcome<Vec<Node>> {
        Ok(nodes(&self.devtools("Accessibility.getFullAXTree", json!({}))?))
    }

    /// What is there now of a target, without waiting.
    pub fn all(&self, target: &Target) -> Outcome<Vec<Node>> {
        let document = self.devtools("DOM.getDocument", json!({ "depth": 0 }))?;
        let root = document.pointer("/root/backendNodeId").cloned().unwrap_or_default();
        let query = json!({ "backendNodeId": root, "role": target.role });
        let mut found = nodes(&self.devtools("Accessibility.queryAXTree", query)?);
        found.retain(|node| target.fits(node));
        Ok(found)
    }

    /// Waits until the target is there; gives the first.
    pub fn see(&self, target: &Target) -> Outcome<Node> {
        self.until(&format!("{target:?}"), || Ok(self.all(target)?.into_iter().next()))
    }

    /// Waits until nothing of the kind is there.
    pub fn see_no(&self, target: &Target) -> Outcome {
        self.until(&format!("no {target:?}"), || Ok(self.all(target)?.is_empty().then_some(())))
    }

    /// Waits until the words stand somewhere on the screen.
    pub fn see_text(&self, words: &str) -> Outcome {
        self.until(&format!("the text “{words}”"), || Ok(self.text()?.contains(words).then_some(())))
    }

    /// Clicks on the target's middle, as a mouse does; fails where something covers it.
    pub fn click(&self, target: &Target) -> Outcome {
        self.until(&format!("{target:?} that can be clicked"), || {
            let Some(node) = self.all(target)?.into_iter().next() else { return Ok(None) };
            // The screen may have been drawn anew in between: the next look tries again.
            let Ok(element) = self.element(&node) else { return Ok(None) };
            Ok(self.block(element.click()).ok())
        })
    }

    /// Clicks on a thing that was found before.
    pub fn click_node(&self, node: &Node) -> Outcome {
        let element = self.element(node)?;
        self.block(element.click())
    }

    /// Puts the focus on the target and types into it.
    pub fn type_into(&self, target: &Target, text: &str) -> Outcome {
        let node = self.see(target)?;
        let element = self.element(&node)?;
        self.block(element.clear())?;
        self.block(element.send_keys(text))
    }

    /// Sets the value of a field that takes no typing in every locale (month, date, range), as its own picker does.
    pub fn set_value(&self, target: &Target, value: &str) -> Outcome {
        let node = self.see(target)?;
        let element = self.element(&node)?;
        let script = "const field = arguments[0];
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, arguments[1]);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        let arguments = vec![element.to_json().map_err(words)?, json!(value)];
        self.block(self.driver.execute(script, arguments)).map(drop)
    }

    /// Presses a key where the focus is.
    pub fn press(&self, key: Key) -> Outcome {
        self.block(self.driver.action_chain().send_keys(key).perform())
    }

    /// Types characters where the focus is.
    pub fn press_text(&self, text: &str) -> Outcome {
        self.block(self.driver.action_chain().send_keys(text).perform())
    }

    /// Presses Tab many times.
    pub fn press_tab(&self, n_times: usize) -> Outcome {
        let tabs = String::from(char::from(Key::Tab)).repeat(n_times);
        self.block(self.driver.action_chain().send_keys(tabs).perform())
    }

    /// Waits until the screen no longer changes: drawn, and the same twice.
    pub fn settle(&self) -> Outcome {
        let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(
            document.documentElement.scrollHeight + document.body.innerText)));";
        let before = std::cell::RefCell::new(Value::Null);
        self.until("a screen that rests", || {
            std::thread::sleep(PAUSE);
            let now = self.script_async(drawn, vec![])?;
            let is_same = *before.borrow() == now;
            before.replace(now);
            Ok(is_same.then_some(()))
        })
    }

    /// What a script gives. `arguments[0]` … are `values`.
    pub fn script(&self, script: &str, values: Vec<Value>) -> Outcome<Value> {
        Ok(self.block(self.driver.execute(script, values))?.json().clone())
    }

    /// What a script hands to its last argument.
    pub fn script_async(&self, script: &str, values: Vec<Value>) -> Outcome<Value> {
        Ok(self.block(self.driver.execute_async(script, values))?.json().clone())
    }

    /// Every word on the screen.
    pub fn text(&self) -> Outcome<String> {
        let text = self.script("return document.body.innerText", vec![])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until `look` gives something; an error ends the wait.
    pub fn until<T>(&self, what: &str, look: impl Fn() -> Outcome<Option<T>>) -> Outcome<T> {
        let start = Instant::now();
        loop {
            if let Some(found) = look()? {
                return Ok(found);
            }
            ensure(start.elapsed() < PATIENCE, || format!("waited in vain for {what}"))?;
            std::thread::sleep(PAUSE);
        }
    }

    /// Runs a command of the developer tools.
    pub fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        self.block(self.driver.cdp().send_raw(command, parameters))
    }

    /// The width and height of the viewport in CSS pixels; smaller than any window may be.
    pub fn resize(&self, width: u32, height: u32) -> Outcome {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).map(drop)
    }

    /// What the system prefers: `light` or `dark`.
    pub fn prefer(&self, scheme: &str) -> Outcome {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features).map(drop)
    }

    /// What the console said since the last look, errors and violations of the content policy only.
    pub fn console_errors(&self) -> Outcome<Vec<String>> {
        let log = self.block(self.driver.browser_log())?;
        let severe = log.into_iter().filter(|entry| entry.level.eq_ignore_ascii_case("SEVERE"));
        Ok(severe.map(|entry| entry.message).collect())
    }

    /// Goes into the first frame of the page.
    pub fn enter_frame(&self) -> Outcome {
        self.block(self.driver.enter_frame(0))
    }

    /// Writes what is seen as PNG.
    pub fn screenshot(&self, path: &Path) -> Outcome {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        self.block(self.driver.screenshot(path))
    }

    /// The element behind a thing of the accessibility tree.
    pub fn element(&self, node: &Node) -> Outcome<WebElement> {
        let resolved = self.devtools("DOM.resolveNode", json!({ "backendNodeId": node.element }))?;
        let object = resolved.pointer("/object/objectId").cloned().unwrap_or_default();
        // A name may belong to a text inside the element; the element is what can be clicked.
        let hand_over = "function () { globalThis.e2eFound = this.nodeType === 1 ? this : this.parentElement }";
        let call = json!({ "objectId": object, "functionDeclaration": hand_over });
        self.devtools("Runtime.callFunctionOn", call)?;
        self.block(self.driver.execute("return globalThis.e2eFound", vec![]))?.element().map_err(words)
    }

    fn block<T>(&self, future: impl Future<Output = Result<T, WebDriverError>>) -> Outcome<T> {
        self.runtime.block_on(future).map_err(words)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // The browser may be gone already; the driver ends it at last.
        let _ = self.runtime.block_on(self.driver.clone().quit());
    }
}

fn words(error: WebDriverError) -> String {
    let text = error.to_string();
    text.lines().take(6).collect::<Vec<_>>().join(" ")
}

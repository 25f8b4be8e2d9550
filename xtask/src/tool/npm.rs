//! axe-core, the accessibility checker, which only npm has.

use super::system;
use crate::{Outcome, file, program};

/// Installs what `tests/e2e/package-lock.json` names, unless it is there already.
pub fn set_up() -> Outcome {
    let folder = file::root().join("tests/e2e");
    let lock = file::read_text(&folder.join("package-lock.json"))?;
    let installed = file::read_text(&folder.join("node_modules/axe-core/package.json")).unwrap_or_default();
    let wanted = version(&lock, "/packages/node_modules~1axe-core/version");
    if wanted.is_some() && wanted == version(&installed, "/version") {
        return Ok(());
    }
    if program::find("npm").is_none() {
        system::install(&["npm"])?;
    }
    let mut command = program::command("npm");
    command.current_dir(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    program::run(&mut command)
}

/// The string at a JSON pointer.
fn version(json: &str, pointer: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    Some(value.pointer(pointer)?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_from_a_lock_file() {
        let lock = r#"{"packages": {"node_modules/axe-core": {"version": "4.10.3"}}}"#;
        assert_eq!(version(lock, "/packages/node_modules~1axe-core/version").as_deref(), Some("4.10.3"));
        assert_eq!(version("", "/version"), None);
    }
}

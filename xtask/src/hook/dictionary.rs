//! The browser's copy of jieba's dictionary, made from the jieba-rs crate that Cargo.lock names.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::asset;
use crate::{Outcome, file};

/// The engine's own codec, taken as it is, so that a change of the engine does not compile this program anew.
#[path = "../../../src/engine/token/dictionary.rs"]
#[cfg_attr(not(test), expect(dead_code, reason = "the build only encodes"))]
mod codec;

/// The codec's source: another form makes another asset.
const CODEC: &str = include_str!("../../../src/engine/token/dictionary.rs");

/// How to join characters that the dictionary does not cover.
const POSITIONS: &str = include_str!("../../../data/hmm.tsv");

/// Writes the compact dictionary, gzipped, to `target`.
pub fn write(root: &Path, target: &Path) -> Outcome {
    let source = source(root)?;
    let text = file::read_text(&source)?;
    asset::write_cached(
        root,
        "dictionary.bin.gz",
        &[text.as_bytes(), POSITIONS.as_bytes(), CODEC.as_bytes()],
        target,
        || {
            println!("xtask: packing jieba's dictionary (once, some seconds)");
            let dictionary = codec::Dictionary { words: text.clone(), positions: POSITIONS.to_owned() };
            let packed = codec::encode(&dictionary).ok_or_else(|| format!("{} is no dictionary", source.display()))?;
            asset::gzip(&packed)
        },
    )
}

/// Where Cargo keeps the crate's `dict.txt`.
fn source(root: &Path) -> Outcome<PathBuf> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cannot run cargo metadata: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata gave no JSON: {error}"))?;
    manifest_path(&metadata, "jieba-rs")
        .and_then(|manifest| Some(manifest.parent()?.join("src/data/dict.txt")))
        .ok_or_else(|| "Cargo.lock names no jieba-rs".to_owned())
}

fn manifest_path(metadata: &serde_json::Value, package: &str) -> Option<PathBuf> {
    let packages = metadata.get("packages")?.as_array()?;
    let found =
        packages.iter().find(|candidate| candidate.get("name").and_then(|name| name.as_str()) == Some(package))?;
    Some(PathBuf::from(found.get("manifest_path")?.as_str()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_crate_among_the_packages() {
        let metadata = serde_json::json!({ "packages": [
            { "name": "serde", "manifest_path": "/c/serde/Cargo.toml" },
            { "name": "jieba-rs", "manifest_path": "/c/jieba/Cargo.toml" },
        ] });
        assert_eq!(manifest_path(&metadata, "jieba-rs"), Some(PathBuf::from("/c/jieba/Cargo.toml")));
        assert_eq!(manifest_path(&metadata, "jieba"), None);
    }
}

//! Gzipped assets, kept under `target/assets` so that only a changed source is compressed again.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{Outcome, file};

/// Writes `source` gzipped to `target`.
pub fn write_gzipped(root: &Path, name: &str, source: &Path, target: &Path) -> Outcome {
    let bytes = file::read(source)?;
    write_cached(root, name, &[&bytes], target, || gzip(&bytes))
}

/// Writes to `target` what `make` gives, or what it gave when the `inputs` were last the same.
pub fn write_cached(
    root: &Path,
    name: &str,
    inputs: &[&[u8]],
    target: &Path,
    make: impl FnOnce() -> Outcome<Vec<u8>>,
) -> Outcome {
    let cached = root.join("target/assets").join(name);
    let key_file = root.join("target/assets").join(format!("{name}.key"));
    let key = key(inputs);
    if !cached.exists() || file::read_text(&key_file).ok().as_deref() != Some(&key) {
        file::write(&cached, &make()?)?;
        file::write(&key_file, key.as_bytes())?;
    }
    file::copy(&cached, target)
}

/// As `gzip -9` compresses, without name and time, so that the same input gives the same bytes.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(vec![], Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("cannot compress: {error}"))
}

/// Changes with any input; only ever compared with a key that the same build of this program wrote.
fn key(inputs: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    inputs.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_tells_inputs_apart_even_where_their_joins_are_equal() {
        assert_eq!(key(&[b"ab", b"c"]), key(&[b"ab", b"c"]));
        assert_ne!(key(&[b"ab", b"c"]), key(&[b"a", b"bc"]));
    }

    #[test]
    fn gzip_is_the_same_twice() {
        assert_eq!(gzip("赤峰".as_bytes()), gzip("赤峰".as_bytes()));
    }
}

//! The two programs after linking: what no compiler option leaves out, and an order that compresses well.
//!
//! Takes a tenth off what the browser fetches. A module or script that is not as expected stays as it was.

mod code;
mod leb;
mod locals;
mod merge;
mod module;
mod order;
#[cfg(test)]
mod sample;
mod script;
mod unused;

use std::path::Path;

use crate::{Outcome, file};
use module::Module;

/// Makes every program of `staging` smaller that wasm-bindgen wrote with its script.
pub fn shrink(staging: &Path) -> Outcome {
    for path in file::with_ending(staging, "wasm")? {
        let script = path.to_string_lossy().replace("_bg.wasm", ".js");
        let script = Path::new(&script);
        if script != path && script.exists() {
            match smaller(&file::read(&path)?, &file::read_text(script)?) {
                Ok((bytes, text)) => {
                    file::write(&path, &bytes)?;
                    file::write(script, text.as_bytes())?;
                }
                Err(reason) => println!("xtask: {} stays as it was: {reason}", path.display()),
            }
        }
    }
    Ok(())
}

/// The module and its script, both smaller.
fn smaller(bytes: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut module = Module::read(bytes)?;
    let script = script::without_unused_classes(script);
    let wanted = script::names(&script);
    unused::drop_unused(&mut module, |it| wanted.contains(it));
    locals::renumber(&mut module)?;
    merge::merge(&mut module);
    order::arrange(&mut module);
    let script = script::shorten(&mut module, &script);
    Ok((module.bytes(), script))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_that_is_not_understood_is_left() {
        let mut bytes = sample::bytes(&["i"], &[&[0]], &[("a", 1)], &[]);
        assert!(smaller(&bytes, "wasm.a();").is_ok());
        // An instruction for vectors.
        bytes.truncate(bytes.len() - 4);
        bytes.extend([0xfd, 0x0c, 0x00, 0x0b]);
        assert!(smaller(&bytes, "wasm.a();").is_err());
    }

    #[test]
    fn twice_gives_the_same() {
        let bytes = sample::bytes(&["i"], &[&[0], &[0], &[1, 2]], &[("a", 3)], &[2]);
        assert_eq!(smaller(&bytes, "wasm.a();"), smaller(&bytes, "wasm.a();"));
    }
}

//! Puts the tables of `data/` into native builds as the browser gets them, in an asset: without their comments.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=data");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no folder to build in"))?;
    for entry in fs::read_dir("data")? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|it| it == "tsv")) else { continue };
        let table = fs::read_to_string(&path)?;
        let rows: String = table.split_inclusive('\n').filter(|it| !it.starts_with('#')).collect();
        fs::write(Path::new(&out).join(name), rows)?;
    }
    Ok(())
}

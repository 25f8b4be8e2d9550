//! The bundled pages.

/// Id and text of every page, in order.
pub fn pages() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "txt"));
    files.sort();
    let id = |it: &std::path::Path| it.file_stem().unwrap().to_string_lossy().into_owned();
    files.iter().map(|it| (id(it), std::fs::read_to_string(it).unwrap())).collect()
}

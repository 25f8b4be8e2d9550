//! An owner's own maps, and the list that names them. Banmian brings none: whoever publishes a map answers for its approval.

use std::path::Path;

use crate::{Outcome, file};

/// What a map's name ends with.
const ENDINGS: [&str; 2] = ["geojson", "json"];

/// Copies the maps of `folder` to `target`, with their list as `index.json`, which is there without a map too, so that nobody
/// asks in vain.
pub fn copy(folder: &Path, target: &Path) -> Outcome {
    let names = names(folder)?;
    for name in &names {
        file::copy(&folder.join(name), &target.join(name))?;
    }
    let list = serde_json::to_string(&names).map_err(|error| format!("cannot write the list of maps: {error}"))?;
    file::write(&target.join("index.json"), list.as_bytes())
}

/// The maps of a folder, sorted; none where there is no folder.
fn names(folder: &Path) -> Outcome<Vec<String>> {
    let mut res = vec![];
    for ending in ENDINGS.iter().filter(|_| folder.exists()) {
        let found = file::with_ending(folder, ending)?;
        res.extend(found.iter().filter_map(|it| it.file_name()?.to_str().map(str::to_owned)));
    }
    res.retain(|it| it != "index.json");
    res.sort();
    Ok(res)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_maps_has_an_empty_list() {
        assert_eq!(names(Path::new("no such folder")), Ok(vec![]));
    }
}

//! The script that wasm-bindgen writes beside a module: the names both say become short, unused classes go.

use std::collections::{BTreeMap, BTreeSet};

use super::module::Module;

/// What wasm-streams exports for scripts to make streams with. Leptos brings it for its server functions; no script of
/// ours makes any.
const UNUSED_CLASSES: [&str; 3] = ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// Every name in a script: runs of letters, digits, `_` and `$`.
pub fn names(script: &str) -> BTreeSet<&str> {
    script.split(|it| !is_of_name(it)).filter(|it| !it.is_empty()).collect()
}

/// The script without the classes that nothing makes, and what is said of them.
pub fn without_unused_classes(script: &str) -> String {
    let mut res = String::with_capacity(script.len());
    let mut is_dropped = false;
    for line in script.split_inclusive('\n') {
        is_dropped = is_of_unused_class(line) || is_dropped && line.starts_with([' ', '}']);
        if !is_dropped {
            res.push_str(line);
        }
    }
    res
}

fn is_of_unused_class(line: &str) -> bool {
    ["export class ", "if (Symbol.dispose) ", "const "]
        .iter()
        .filter_map(|before| line.strip_prefix(before))
        .any(|it| UNUSED_CLASSES.iter().any(|class| it.starts_with(class)))
}

/// Gives the names that wasm-bindgen made up short ones, in the module and in the script alike.
pub fn shorten(module: &mut Module, script: &str) -> String {
    let taken = names(script);
    let mut free = short_names().filter(|it| !taken.contains(it.as_str()));
    let mut new_names: BTreeMap<String, String> = BTreeMap::new();
    let imports = module.imports.iter_mut().filter(|it| it.module.starts_with("./")).map(|it| &mut it.name);
    for name in imports.chain(module.exports.iter_mut().map(|it| &mut it.name)) {
        if MADE_UP.iter().any(|it| name.starts_with(it)) && taken.contains(name.as_str()) {
            let new_name = new_names.entry(name.clone()).or_insert_with(|| free.next().unwrap_or_default());
            name.clone_from(new_name);
        }
    }
    shorten_module(module, &renamed(script, &new_names))
}

/// `./app_bg.js`, under which the script gives its functions, becomes `m`.
fn shorten_module(module: &mut Module, script: &str) -> String {
    let given = script.lines().find_map(|it| it.trim().strip_prefix('"')?.strip_suffix("\": import0,"));
    let Some(given) = given else { return script.to_owned() };
    for import in module.imports.iter_mut().filter(|it| it.module == given) {
        "m".clone_into(&mut import.module);
    }
    script.replace(&format!("\"{given}\": import0"), "m: import0")
}

/// How names begin that nothing but the module and its script says.
const MADE_UP: [&str; 3] = ["__wbg_", "__wbindgen_", "__wasm_bindgen_"];

fn renamed(script: &str, new_names: &BTreeMap<String, String>) -> String {
    let mut res = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let (name, after) = rest.split_at(rest.find(|it| !is_of_name(it)).unwrap_or(rest.len()));
        res.push_str(new_names.get(name).map_or(name, String::as_str));
        let (between, after) = after.split_at(after.find(is_of_name).unwrap_or(after.len()));
        res.push_str(between);
        rest = after;
    }
    res
}

fn is_of_name(it: char) -> bool {
    it.is_alphanumeric() || it == '_' || it == '$'
}

/// `aa`, `ab`, … `zz`, then longer ones.
fn short_names() -> impl Iterator<Item = String> {
    let letters = || 'a'..='z';
    let two = letters().flat_map(move |a| letters().map(move |b| format!("{a}{b}")));
    two.chain((0..).map(|it| format!("n{it}")))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    const SCRIPT: &str = "\
function f() {
    const import0 = {
        __wbg_now_1a2b: function() { return wasm.__wbindgen_export2(aa); },
    };
    return {
        \"./app_bg.js\": import0,
    };
}
";

    #[test]
    fn both_say_the_same_short_names_that_nothing_else_has() {
        let exports = [("__wbindgen_export2", 0), ("__wbg_unheard", 0), ("memory", 0)];
        let mut module = sample::module(&["__wbg_now_1a2b"], &[], &exports, &[]);
        let script = shorten(&mut module, SCRIPT);
        let expected = SCRIPT.replace("__wbg_now_1a2b", "ab").replace("__wbindgen_export2", "ac");
        assert_eq!(script, expected.replace("\"./app_bg.js\"", "m"));
        assert_eq!((module.imports[0].module.as_str(), module.imports[0].name.as_str()), ("m", "ab"));
        assert_eq!(module.exports.iter().map(|it| &it.name).collect::<Vec<_>>(), ["ac", "__wbg_unheard", "memory"]);
    }

    #[test]
    fn classes_that_nothing_makes_go_with_all_that_is_said_of_them() {
        let script = "\
export class IntoUnderlyingSink {
    free() {
    }
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;
export class Sink {
}
const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.sink_free(ptr, 1));

f();
";
        assert_eq!(without_unused_classes(script), "export class Sink {\n}\n\nf();\n");
    }
}

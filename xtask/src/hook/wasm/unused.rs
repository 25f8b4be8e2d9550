//! What nothing leads to: exports that no script asks for, and what only they called.

use super::module::Module;

/// Drops the exports that `is_wanted` does not want, then every function that nothing names any more.
pub fn drop_unused(module: &mut Module, is_wanted: impl Fn(&str) -> bool) {
    module.exports.retain(|it| is_wanted(&it.name));
    let reached = reached(module);
    let mut next = 0;
    let mut numbers = vec![];
    for is_reached in &reached {
        numbers.push(next);
        next += u32::from(*is_reached);
    }
    let mut stays = reached.into_iter();
    module.imports.retain(|it| !it.is_function() || stays.next() == Some(true));
    module.functions.retain(|_| stays.next() == Some(true));
    module.renumber(&numbers);
}

/// For each function, whether something leads to it.
fn reached(module: &Module) -> Vec<bool> {
    let imported = module.imported_functions() as usize;
    let mut res = vec![false; imported + module.functions.len()];
    let mut open: Vec<u32> = module.roots().collect();
    while let Some(function) = open.pop() {
        let function = function as usize;
        if res.get(function) == Some(&false) {
            res[function] = true;
            let defined = function.checked_sub(imported).and_then(|at| module.functions.get(at));
            open.extend(defined.iter().flat_map(|it| it.body.functions()));
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn what_nothing_leads_to_goes_and_imports_too() {
        let mut module = sample::module(&["i", "j"], &[&[1], &[2], &[4, 0], &[]], &[("a", 3), ("b", 4)], &[5]);
        drop_unused(&mut module, |it| it == "a");
        sample::same(&module, &["j"], &[&[0], &[1], &[]], &[("a", 2)], &[3]);
    }

    #[test]
    fn what_is_wanted_stays_with_all_it_calls() {
        let mut module = sample::module(&["i"], &[&[2], &[0]], &[("a", 1)], &[]);
        drop_unused(&mut module, |_| true);
        sample::same(&module, &["i"], &[&[2], &[0]], &[("a", 1)], &[]);
    }
}

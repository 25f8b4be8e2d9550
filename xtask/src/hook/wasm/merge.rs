//! Functions that do the same become one: code made anew for each type is often the same in the end.

use std::collections::HashMap;

use super::module::{Function, Module};

/// Merges functions with the same type, locals and instructions, until no two are left.
pub fn merge(module: &mut Module) {
    while merge_once(module) > 0 {}
}

/// Gives how many functions went.
fn merge_once(module: &mut Module) -> usize {
    let imported = module.imported_functions();
    let mut first: HashMap<&Function, u32> = HashMap::new();
    let mut numbers: Vec<u32> = (0..imported).collect();
    let mut stays = vec![];
    let mut next = imported;
    for function in &module.functions {
        let number = *first.entry(function).or_insert(next);
        stays.push(number == next);
        next += u32::from(number == next);
        numbers.push(number);
    }
    let before = module.functions.len();
    let mut stays = stays.into_iter();
    module.functions.retain(|_| stays.next() == Some(true));
    module.renumber(&numbers);
    before - module.functions.len()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn those_that_call_merged_ones_merge_too() {
        let mut module = sample::module(&["i"], &[&[0], &[0], &[1], &[2]], &[("a", 3), ("b", 4)], &[2, 1]);
        merge(&mut module);
        sample::same(&module, &["i"], &[&[0], &[1]], &[("a", 2), ("b", 2)], &[1, 1]);
    }

    #[test]
    fn functions_that_differ_stay() {
        let mut module = sample::module(&["i"], &[&[0], &[0, 0], &[]], &[("a", 1)], &[3]);
        merge(&mut module);
        sample::same(&module, &["i"], &[&[0], &[0, 0], &[]], &[("a", 1)], &[3]);
    }
}

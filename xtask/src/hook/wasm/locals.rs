//! The numbers of locals: those used most come first, so that bodies say the same small numbers again and again.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::code::{Body, Instruction};
use super::module::Module;
use crate::Outcome;

/// Numbers the locals of every function by type and use; parameters keep their places.
pub fn renumber(module: &mut Module) -> Outcome {
    let parameters = module.parameters()?;
    for function in &mut module.functions {
        let parameters = parameters.get(function.kind as usize).copied().ok_or("a function of no type")?;
        renumber_body(&mut function.body, parameters);
    }
    Ok(())
}

fn renumber_body(body: &mut Body, parameters: u32) {
    let types: Vec<u8> = body.locals.iter().flat_map(|(count, kind)| vec![*kind; *count as usize]).collect();
    let mut order: Vec<(Reverse<u8>, Reverse<usize>, usize, u32)> = uses(body)
        .into_iter()
        .filter_map(|(local, (first, count))| {
            let kind = types.get(local.checked_sub(parameters)? as usize)?;
            Some((Reverse(*kind), Reverse(count), first, local))
        })
        .collect();
    order.sort_unstable();
    let numbers: HashMap<u32, u32> = order.iter().zip(parameters..).map(|(it, number)| (it.3, number)).collect();
    let mut counts: BTreeMap<Reverse<u8>, u32> = BTreeMap::new();
    for it in &order {
        *counts.entry(it.0).or_default() += 1;
    }
    body.locals = counts.into_iter().map(|(kind, count)| (count, kind.0)).collect();
    for it in &mut body.instructions {
        if let Instruction::Local(_, local) = it {
            *local = numbers.get(local).copied().unwrap_or(*local);
        }
    }
}

/// For each local, where it is first used and how often.
fn uses(body: &Body) -> BTreeMap<u32, (usize, usize)> {
    let mut res: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (at, it) in body.instructions.iter().enumerate() {
        if let Instruction::Local(_, local) = it {
            res.entry(*local).or_insert((at, 0)).1 += 1;
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_used_comes_first_of_its_type_and_unused_ones_go() {
        const I32: u8 = 0x7f;
        const I64: u8 = 0x7e;
        let get = |local| Instruction::Local(0x20, local);
        let mut body =
            Body { locals: vec![(1, I64), (3, I32)], instructions: vec![get(0), get(2), get(4), get(1), get(4)] };
        renumber_body(&mut body, 1);
        assert_eq!(body.locals, [(2, I32), (1, I64)]);
        assert_eq!(body.instructions, [get(0), get(2), get(1), get(3), get(1)]);
    }
}

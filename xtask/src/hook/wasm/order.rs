//! The order of functions: those that resemble each other stand together, where compression still sees both.

use std::collections::HashMap;

use super::module::Module;

/// How far back gzip looks, in bytes.
const WINDOW: usize = 32 * 1024;
/// Bytes of a piece that two functions may share.
const PIECE: usize = 7;
/// A piece that more functions have says little about any two of them.
const COMMON: usize = 60;

/// Puts next, again and again, the function that shares most, for its size, with those put last.
pub fn arrange(module: &mut Module) {
    let codes: Vec<Vec<u8>> = module.functions.iter().map(|it| it.body.bytes()).collect();
    let pieces = shared_pieces(&codes);
    let sizes: Vec<usize> = codes.iter().map(Vec::len).collect();
    apply(module, &Arranging::new(&pieces, &sizes).order());
}

fn apply(module: &mut Module, order: &[usize]) {
    let imported = module.imported_functions();
    let mut numbers: Vec<u32> = (0..imported + order.len() as u32).collect();
    for (old, new) in order.iter().zip(imported..) {
        if let Some(number) = numbers.get_mut(imported as usize + old) {
            *number = new;
        }
    }
    module.functions = order.iter().filter_map(|old| module.functions.get(*old).cloned()).collect();
    module.renumber(&numbers);
}

/// For each code, the numbers of its pieces that some others have too.
fn shared_pieces(codes: &[Vec<u8>]) -> Vec<Vec<usize>> {
    let mut numbers: HashMap<&[u8], usize> = HashMap::new();
    let mut owners: Vec<usize> = vec![];
    let mut res = vec![];
    for code in codes {
        let mut mine: Vec<usize> = code
            .windows(PIECE)
            .map(|piece| {
                let next = numbers.len();
                *numbers.entry(piece).or_insert(next)
            })
            .collect();
        mine.sort_unstable();
        mine.dedup();
        owners.resize(numbers.len(), 0);
        mine.iter().for_each(|piece| owners[*piece] += 1);
        res.push(mine);
    }
    for mine in &mut res {
        mine.retain(|piece| (2..=COMMON).contains(&owners[*piece]));
    }
    res
}

/// The work of arranging: what is put, and what the window of the last ones has.
struct Arranging<'a> {
    /// The pieces of each function.
    pieces: &'a [Vec<usize>],
    sizes: &'a [usize],
    /// The functions that have a piece.
    owners: Vec<Vec<usize>>,
    /// How often the window has a piece.
    in_window: Vec<usize>,
    /// What the pieces weigh that the window has, for each function.
    shared: Vec<u64>,
    is_put: Vec<bool>,
}

impl<'a> Arranging<'a> {
    fn new(pieces: &'a [Vec<usize>], sizes: &'a [usize]) -> Self {
        let count = pieces.iter().flatten().max().map_or(0, |it| it + 1);
        let mut owners = vec![vec![]; count];
        for (function, mine) in pieces.iter().enumerate() {
            mine.iter().for_each(|piece| owners[*piece].push(function));
        }
        let functions = pieces.len();
        let (in_window, shared, is_put) = (vec![0; count], vec![0; functions], vec![false; functions]);
        Arranging { pieces, sizes, owners, in_window, shared, is_put }
    }

    fn order(mut self) -> Vec<usize> {
        let mut res: Vec<usize> = vec![];
        let (mut oldest, mut held) = (0, 0);
        while let Some(next) = self.next() {
            self.is_put[next] = true;
            self.enters(next);
            res.push(next);
            held += self.sizes[next];
            while held > WINDOW && oldest + 1 < res.len() {
                self.leaves(res[oldest]);
                held -= self.sizes[res[oldest]];
                oldest += 1;
            }
        }
        res
    }

    /// The larger of two that share as much, then the earlier.
    fn next(&self) -> Option<usize> {
        let left = (0..self.is_put.len()).filter(|it| !self.is_put[*it]);
        left.max_by(|a, b| {
            let by_share = self.share(*a).total_cmp(&self.share(*b));
            by_share.then(self.sizes[*a].cmp(&self.sizes[*b])).then(b.cmp(a))
        })
    }

    /// Small functions share by chance, hence the addend; large ones pay off by themselves, hence the power.
    fn share(&self, function: usize) -> f64 {
        self.shared[function] as f64 / (self.sizes[function] as f64 + 20.0).powf(0.87)
    }

    fn enters(&mut self, function: usize) {
        for piece in &self.pieces[function] {
            self.in_window[*piece] += 1;
            if self.in_window[*piece] == 1 {
                let weight = weight(&self.owners[*piece]);
                self.owners[*piece].iter().for_each(|it| self.shared[*it] += weight);
            }
        }
    }

    fn leaves(&mut self, function: usize) {
        for piece in &self.pieces[function] {
            self.in_window[*piece] -= 1;
            if self.in_window[*piece] == 0 {
                let weight = weight(&self.owners[*piece]);
                self.owners[*piece].iter().for_each(|it| self.shared[*it] -= weight);
            }
        }
    }
}

/// The fewer functions have a piece, the more it says.
fn weight(owners: &[usize]) -> u64 {
    (1000.0 / (owners.len() as f64).powf(0.35)) as u64
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn those_alike_stand_together_and_keep_their_names() {
        let (long, other): (&[u32], &[u32]) = (&[0; 30], &[0, 1, 1, 0, 2, 1, 0, 0, 1, 2, 0, 1]);
        let mut module = sample::module(&["i"], &[long, other, &[0; 29]], &[("a", 1), ("b", 2)], &[3]);
        arrange(&mut module);
        let other: &[u32] = &[0, 1, 1, 0, 3, 1, 0, 0, 1, 3, 0, 1];
        sample::same(&module, &["i"], &[long, &[0; 29], other], &[("a", 1), ("b", 3)], &[2]);
    }
}

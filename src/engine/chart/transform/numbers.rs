//! Names → numbers, in the order in which they are first met. Looked up by a hash: paths of places share long beginnings,
//! which a search by order would compare again and again.

use crate::engine::text::word_hash;

/// Names, each once.
#[derive(Debug, Clone, Default)]
pub struct Numbers<'a> {
    /// By number.
    pub names: Vec<&'a str>,
    /// Numbers and one, 0 for a free slot; a power of two of them, at least half of them free.
    slots: Vec<u32>,
}

impl<'a> Numbers<'a> {
    /// The number of a name, a new one for a new name.
    pub fn number(&mut self, name: &'a str) -> u32 {
        if 2 * (self.names.len() + 1) > self.slots.len() {
            self.grow();
        }
        let slot = self.slot(name);
        if self.slots[slot] == 0 {
            self.names.push(name);
            self.slots[slot] = self.names.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// The slot of a name, or the free one where it belongs.
    fn slot(&self, name: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = word_hash::mixed(0, name.as_bytes()) as usize & mask;
        while let Some(number) = self.slots[slot].checked_sub(1) {
            if self.names[number as usize] == name {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (2 * self.slots.len()).max(64)];
        for number in 0..self.names.len() {
            let slot = self.slot(self.names[number]);
            self.slots[slot] = number as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_numbers() {
        let names: Vec<String> = (0..500).map(|it| format!("甲省/乙市/{}旗", it % 300)).collect();
        let mut numbers = Numbers::default();
        let found: Vec<u32> = names.iter().map(|it| numbers.number(it)).collect();
        assert_eq!(found, (0..500).map(|it| it % 300).collect::<Vec<u32>>());
        assert_eq!((numbers.names.len(), numbers.names[7]), (300, "甲省/乙市/7旗"));
    }
}

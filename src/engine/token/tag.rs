//! Word classes, as jieba's dictionary writes them.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// Every class of jieba's dictionary, then `eng` (Latin letters) and `x` (no class), sorted.
const TAGS: [&str; 56] = [
    "a", "ad", "ag", "an", "b", "c", "d", "df", "dg", "e", "eng", "f", "g", "h", "i", "j", "k", "l", "m", "mg", "mq",
    "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz", "o", "p", "q", "r", "rg", "rr", "rz", "s", "t", "tg", "u", "ud",
    "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg", "vi", "vn", "vq", "x", "y", "z", "zg",
];

/// The bytes of each of `TAGS` as one number, the first byte highest, so that the numbers are sorted as the names are.
const KEYS: [u32; TAGS.len()] = {
    let mut res = [0; TAGS.len()];
    let mut idx = 0;
    while idx < TAGS.len() {
        res[idx] = key(TAGS[idx]);
        idx += 1;
    }
    res
};

const fn key(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let mut res = 0;
    let mut at = 0;
    while at < 4 {
        res = res << 8 | if at < bytes.len() { bytes[at] as u32 } else { 0 };
        at += 1;
    }
    res
}

/// A word's class: n noun, v verb, m numeral, ns place name, x none … Compares with and reads as a string.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Tag(u8);

impl Tag {
    /// Every class, in the order of their numbers.
    pub fn all() -> impl Iterator<Item = Tag> {
        (0..TAGS.len()).map(|it| Tag(it as u8))
    }

    /// Its number, from 0: its place in [`Tag::all`].
    pub fn number(self) -> usize {
        usize::from(self.0)
    }

    /// As jieba writes it.
    pub fn as_str(self) -> &'static str {
        TAGS[self.0 as usize]
    }
}

impl From<&str> for Tag {
    /// A class that jieba's dictionary has not is `x`.
    fn from(name: &str) -> Self {
        let found = KEYS.binary_search(&key(name)).ok().filter(|&it| TAGS[it].len() == name.len());
        let idx = found.or_else(|| KEYS.binary_search(&key("x")).ok()).unwrap_or_default();
        Tag(idx as u8)
    }
}

impl From<String> for Tag {
    fn from(name: String) -> Self {
        Tag::from(name.as_str())
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> Self {
        tag.as_str().to_owned()
    }
}

impl Deref for Tag {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Tag {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Tag {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_is_itself_and_others_have_none() {
        assert!(TAGS.is_sorted());
        assert!(TAGS.iter().all(|it| Tag::from(*it) == *it));
        assert!(Tag::all().enumerate().all(|(number, it)| it.number() == number));
        assert_eq!(Tag::from("unheard-of"), "x");
        assert_eq!(Tag::from("nrfgs"), "x");
        assert!(Tag::from("ns").starts_with('n'));
    }
}

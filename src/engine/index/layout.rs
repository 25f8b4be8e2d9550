//! Where every field of every article stands: in the run of characters that words are cut from, and in the run of blocks
//! that search is told.
//!
//! All fields of all articles stand one after another, each closed by a separator that no text contains, so that a run
//! of characters never matches across two fields. An article's first block has all its short fields; its body is cut
//! into blocks of [`BLOCK_BYTES`] bytes, a character belonging where its first byte does.

/// Closes every field. Texts that hold it are indexed with U+FFFD in its place.
pub const SEPARATOR: char = '\u{ffff}';

/// Bytes of a block of the body, some 21 characters: larger makes the index smaller (128: by 4 % of the text) and looking
/// into a block slower, smaller the reverse.
pub const BLOCK_BYTES: usize = 64;

/// A part of an article that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// 标题.
    Headline,
    /// 署名: roles and names, joined by spaces.
    Byline,
    /// 栏目.
    Section,
    /// 正文.
    Body,
}

impl Field {
    /// Every field, in the order in which they stand.
    pub const ALL: [Field; 4] = [Field::Headline, Field::Byline, Field::Section, Field::Body];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Headline => "headline",
            Field::Byline => "byline",
            Field::Section => "section",
            Field::Body => "body",
        }
    }
}

/// How many characters each field has, in `Field::ALL`'s order.
pub type FieldLengths = [u32; Field::ALL.len()];

/// Where the articles stand.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    articles: Vec<Place>,
    first_blocks: Vec<u32>,
    n_blocks: u32,
    /// Characters of each field in all articles.
    totals: [u64; Field::ALL.len()],
    end: u32,
}

/// Where one article stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Its first character.
    start: u32,
    lengths: FieldLengths,
    is_plain: bool,
}

impl Layout {
    /// Makes room for one more article, whose fields have `lengths` and whose body has `n_bytes`; its number is the
    /// former `len`. `is_plain` says that no character of it folds but Latin letters, digits and signs.
    pub fn push(&mut self, lengths: FieldLengths, n_bytes: usize, is_plain: bool) {
        self.articles.push(Place { start: self.end, lengths, is_plain });
        self.first_blocks.push(self.n_blocks);
        self.n_blocks += 1 + n_bytes.div_ceil(BLOCK_BYTES) as u32;
        self.end += lengths.iter().map(|it| it + 1).sum::<u32>();
        self.totals.iter_mut().zip(lengths).for_each(|(total, length)| *total += u64::from(length));
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// True when there is no article.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// One past the last block.
    pub fn n_blocks(&self) -> u32 {
        self.n_blocks
    }

    /// Characters of each field of an article.
    pub fn lengths(&self, article: u32) -> FieldLengths {
        self.articles.get(article as usize).map_or([0; Field::ALL.len()], |it| it.lengths)
    }

    /// Characters of each field on average; at least one.
    pub fn mean_lengths(&self) -> [f64; Field::ALL.len()] {
        self.totals.map(|it| (it as f64 / self.len().max(1) as f64).max(1.0))
    }

    /// True when no character of the article folds but Latin letters, digits and signs.
    pub fn is_plain(&self, article: u32) -> bool {
        self.articles.get(article as usize).is_some_and(|it| it.is_plain)
    }

    /// The position of a field's first character among all characters.
    pub fn start(&self, article: u32, field: Field) -> u32 {
        let Some(place) = self.articles.get(article as usize) else { return self.end };
        place.start + place.lengths.iter().take(field as usize).map(|it| it + 1).sum::<u32>()
    }

    /// The block of an article's short fields; those of its body follow.
    pub fn first_block(&self, article: u32) -> u32 {
        self.first_blocks.get(article as usize).copied().unwrap_or(self.n_blocks)
    }

    /// The article that has this block, at or after article `from`.
    pub fn article_at(&self, block: u32, from: u32) -> u32 {
        let tail = self.first_blocks.get(from as usize..).unwrap_or(&[]);
        let mut step = 1;
        while step < tail.len() && tail[step] <= block {
            step *= 2;
        }
        let known = step / 2;
        let reach = &tail[known..tail.len().min(step + 1)];
        from + (known + reach.partition_point(|it| *it <= block)).saturating_sub(1) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_has_its_article() {
        let mut layout = Layout::default();
        let sizes = [3, 0, 64, 65, 200, 1, 0, 0, 700, 5];
        sizes.into_iter().for_each(|it| layout.push([1, 0, 2, it as u32], it, true));
        let mut block = 0;
        for (article, size) in sizes.into_iter().enumerate() {
            for _ in 0..=size.div_ceil(BLOCK_BYTES) {
                for from in 0..=article as u32 {
                    assert_eq!(layout.article_at(block, from), article as u32);
                }
                block += 1;
            }
        }
        assert_eq!(layout.n_blocks(), block);
        assert_eq!(layout.start(1, Field::Body), 3 + 3 + 4 + 2 + 1 + 3);
    }
}

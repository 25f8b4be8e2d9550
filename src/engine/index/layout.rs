//! Where every field of every article stands in the one run of characters that is indexed.
//!
//! The index numbers characters, not bytes: all fields of all articles stand one after another, each closed by a
//! separator that no text contains, so that a run of characters never matches across two fields.

/// Closes every field. Texts that hold it are indexed with U+FFFD in its place.
pub const SEPARATOR: char = '\u{ffff}';

/// A part of an article that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// 标题.
    Headline,
    /// 署名: roles and names, joined by spaces.
    Byline,
    /// 正文.
    Body,
}

impl Field {
    /// Every field, in the order in which they stand.
    pub const ALL: [Field; 3] = [Field::Headline, Field::Byline, Field::Body];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Headline => "headline",
            Field::Byline => "byline",
            Field::Body => "body",
        }
    }
}

/// The first character of each field of each article.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// One entry an article, in `Field::ALL`'s order.
    starts: Vec<[u32; Field::ALL.len()]>,
    /// The position after the last separator.
    end: u32,
}

impl Layout {
    /// Makes room for one more article, whose fields have this many characters; its number is the former `len`.
    pub fn push(&mut self, n_chars: [usize; Field::ALL.len()]) {
        let mut starts = [0; Field::ALL.len()];
        for (start, n_chars) in starts.iter_mut().zip(n_chars) {
            *start = self.end;
            self.end += n_chars as u32 + 1;
        }
        self.starts.push(starts);
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// True when there is no article.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// How many characters all articles have, separators included.
    pub fn n_chars(&self) -> usize {
        self.end as usize
    }

    /// The first position of a field.
    pub fn start(&self, article: u32, field: Field) -> u32 {
        self.starts.get(article as usize).map_or(self.end, |it| it[field as usize])
    }

    /// The position of a field's separator.
    pub fn end(&self, article: u32, field: Field) -> u32 {
        let next = match field {
            Field::Headline => self.start(article, Field::Byline),
            Field::Byline => self.start(article, Field::Body),
            Field::Body => self.start(article + 1, Field::Headline),
        };
        next.saturating_sub(1)
    }

    /// The article that has this position, at or after article `from`.
    pub fn article_at(&self, position: u32, from: u32) -> u32 {
        let tail = self.starts.get(from as usize..).unwrap_or(&[]);
        let mut step = 1;
        while step < tail.len() && tail[step][0] <= position {
            step *= 2;
        }
        let reach = &tail[..tail.len().min(step + 1)];
        from + (reach.partition_point(|it| it[0] <= position) as u32).saturating_sub(1)
    }

    /// The field that has this position of `article`.
    pub fn field_at(&self, article: u32, position: u32) -> Field {
        if position >= self.start(article, Field::Body) {
            Field::Body
        } else if position >= self.start(article, Field::Byline) {
            Field::Byline
        } else {
            Field::Headline
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_has_its_article_and_field() {
        let mut layout = Layout::default();
        let sizes = [[2, 0, 3], [0, 0, 0], [1, 4, 1]];
        sizes.into_iter().for_each(|it| layout.push(it));
        let mut position = 0;
        for (article, sizes) in sizes.into_iter().enumerate() {
            for (field, size) in Field::ALL.into_iter().zip(sizes) {
                let article = article as u32;
                assert_eq!(
                    (layout.start(article, field), layout.end(article, field)),
                    (position, position + size as u32)
                );
                for _ in 0..=size {
                    for from in 0..=article {
                        assert_eq!(layout.article_at(position, from), article);
                    }
                    assert_eq!(layout.field_at(article, position), field);
                    position += 1;
                }
            }
        }
        assert_eq!(layout.n_chars(), position as usize);
    }
}

//! Facet values of the articles, numbered, so that counting is adding up.

use std::collections::{BTreeMap, BTreeSet};

use super::document::IndexedArticle;
use crate::engine::extract::Level;
use crate::engine::extract::edtf::Day;

/// The facet values of every article.
#[derive(Debug, Clone, Default)]
pub struct FacetValues {
    /// Sections by number.
    pub sections: Vec<String>,
    section_ids: BTreeMap<String, u32>,
    /// Places by number; a place's parent has a smaller number.
    pub places: Vec<PlaceEntry>,
    place_ids: BTreeMap<String, u32>,
    /// One entry an article.
    pub of_article: Vec<ArticleValues>,
}

/// A place of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceEntry {
    /// Path.
    pub path: String,
    /// Level, of a place above a mentioned one judged by its name.
    pub level: Level,
    /// Number of the place above it.
    pub parent: Option<u32>,
}

/// What one article has of each facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleValues {
    /// Number of its section.
    pub section: u32,
    /// Numbers of the places it mentions and of all above them, each with the number of figures that belong to it or
    /// to one below it; in the order of the numbers.
    pub places: Vec<(u32, u32)>,
    /// The days of its page's date.
    pub days: Option<DayRange>,
    /// Where it stands in the histogram.
    pub period: Period,
}

/// From when to when; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRange {
    /// First day.
    pub from: Option<Day>,
    /// Last day, inclusive.
    pub to: Option<Day>,
}

impl DayRange {
    /// True when the two share a day.
    pub fn overlaps(self, other: DayRange) -> bool {
        let before =
            |end: Option<Day>, start: Option<Day>| matches!((end, start), (Some(end), Some(start)) if end < start);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

/// Where an article stands in the histogram of page dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// Known to the month: year and month.
    Month(i32, u8),
    /// Known to the year only, or a longer time that begins in it.
    Year(i32),
    /// No date, or one without a beginning.
    Undated,
}

impl Period {
    /// The period of a date's days.
    pub fn of(days: Option<DayRange>) -> Self {
        match days {
            Some(DayRange { from: Some(from), to: Some(to) }) if (from.year, from.month) == (to.year, to.month) => {
                Period::Month(from.year, from.month)
            }
            Some(DayRange { from: Some(from), .. }) => Period::Year(from.year),
            _ => Period::Undated,
        }
    }
}

impl FacetValues {
    /// Adds the next article.
    pub fn add(&mut self, article: &IndexedArticle) {
        let days = article.published.edtf.as_ref().map(|it| it.bounds()).map(|(from, to)| DayRange { from, to });
        let section = self.section_id(&article.document.article.section);
        let places = self.places_of(article);
        self.of_article.push(ArticleValues { section, places, days, period: Period::of(days) });
    }

    /// The number of the place with this path, if any article has it.
    pub fn place(&self, path: &str) -> Option<u32> {
        self.place_ids.get(path).copied()
    }

    /// The number of this section, if any article has it.
    pub fn section(&self, section: &str) -> Option<u32> {
        self.section_ids.get(section).copied()
    }

    fn section_id(&mut self, section: &str) -> u32 {
        if let Some(&id) = self.section_ids.get(section) {
            return id;
        }
        let id = self.sections.len() as u32;
        self.sections.push(section.to_owned());
        self.section_ids.insert(section.to_owned(), id);
        id
    }

    fn places_of(&mut self, article: &IndexedArticle) -> Vec<(u32, u32)> {
        let mut res: BTreeMap<u32, u32> = BTreeMap::new();
        for mention in &article.document.mentions.places {
            let id = self.place_id(&mention.canonical, Some(mention.level));
            for place in self.with_ancestors(id) {
                res.entry(place).or_default();
            }
        }
        for figure_idx in 0..article.document.mentions.figures.len() {
            let place = article.place_of_figure(figure_idx).and_then(|it| self.place(&it.canonical));
            for place in place.map(|it| self.with_ancestors(it)).unwrap_or_default() {
                *res.entry(place).or_default() += 1;
            }
        }
        res.into_iter().collect()
    }

    /// A place and all above it.
    pub fn lineage(&self, place: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(place), |it| self.places.get(*it as usize)?.parent)
    }

    fn with_ancestors(&self, id: u32) -> BTreeSet<u32> {
        self.lineage(id).collect()
    }

    /// The number of a place; `level` is the mention's, `None` for a place above a mentioned one.
    fn place_id(&mut self, path: &str, level: Option<Level>) -> u32 {
        if let Some(&id) = self.place_ids.get(path) {
            if let Some(level) = level {
                self.places[id as usize].level = level;
            }
            return id;
        }
        let parent = path.rsplit_once('/').map(|(above, _)| self.place_id(above, None));
        let level = level.unwrap_or_else(|| level_by_name(path));
        let id = self.places.len() as u32;
        self.places.push(PlaceEntry { path: path.to_owned(), level, parent });
        self.place_ids.insert(path.to_owned(), id);
        id
    }
}

/// The level that the last name of a path suggests, for places that no article mentions by themselves. A county-level city directly below a province is taken for a
/// prefecture; mentions of it say better.
pub fn level_by_name(path: &str) -> Level {
    let depth = path.matches('/').count();
    let name = path.rsplit('/').next().unwrap_or(path);
    let ends = |endings: &[&str]| endings.iter().any(|it| name.ends_with(it));
    if depth == 0 {
        Level::Province
    } else if depth == 1 && ends(&["市", "盟", "州", "地区"]) {
        Level::Prefecture
    } else if ends(&["苏木", "乡", "镇", "街道"]) {
        Level::Township
    } else if depth <= 2 || ends(&["旗", "县", "区", "市"]) {
        Level::County
    } else {
        Level::Township
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_above_a_mention_are_judged_by_name_and_depth() {
        assert_eq!(level_by_name("内蒙古自治区"), Level::Province);
        assert_eq!(level_by_name("内蒙古自治区/赤峰市"), Level::Prefecture);
        assert_eq!(level_by_name("北京市/海淀区"), Level::County);
        assert_eq!(level_by_name("内蒙古自治区/赤峰市/翁牛特旗/乌丹镇"), Level::Township);
    }

    #[test]
    fn ranges_share_a_day_or_not() {
        let day = |month, day| Some(Day { year: 2023, month, day });
        let range = |from, to| DayRange { from, to };
        assert!(range(day(1, 1), day(1, 31)).overlaps(range(day(1, 31), None)));
        assert!(!range(day(1, 1), day(1, 31)).overlaps(range(day(2, 1), day(2, 2))));
        assert!(range(None, None).overlaps(range(day(2, 1), day(2, 2))));
    }
}

//! What articles can be narrowed by, and the values that each article has of it: one column a facet.
//!
//! A new facet is a variant of [`Facet`] and a line in `names_of`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::column::Column;
use super::crowd::Crowd;
use super::date_step::DateStep;
pub use super::day_range::DayRange;
use super::document::IndexedArticle;
use crate::engine::arrange::Arrange;
use crate::engine::extract::Level;
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::gazetteer::{FormKind, Gazetteer, PlaceId};

/// What articles can be narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    /// 栏目; "" for none.
    Section,
    /// 地名: a path; a place includes everything below it.
    Place,
    /// The page's own date.
    Date,
    /// The dates that the text mentions.
    Mentioned,
    /// What sort of item it is.
    Kind,
    /// 署名: a name; "" for none.
    Byline,
    /// 品牌/机制.
    Programme,
    /// What its figures measure.
    Quantity,
    /// The page it stands on.
    Page,
}

impl Facet {
    /// Every facet, in the order of the panel.
    pub const ALL: [Facet; 9] = [
        Facet::Section,
        Facet::Place,
        Facet::Date,
        Facet::Mentioned,
        Facet::Kind,
        Facet::Byline,
        Facet::Programme,
        Facet::Quantity,
        Facet::Page,
    ];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Facet::Section => "section",
            Facet::Place => "place",
            Facet::Date => "date",
            Facet::Mentioned => "mentioned",
            Facet::Kind => "kind",
            Facet::Byline => "byline",
            Facet::Programme => "programme",
            // `quantity` is what the table of figures shows.
            Facet::Quantity => "measures",
            Facet::Page => "page",
        }
    }

    /// True for facets that are narrowed by a range of time.
    pub fn is_date(self) -> bool {
        matches!(self, Facet::Date | Facet::Mentioned)
    }

    /// True for facets that are narrowed by values of a list.
    pub fn is_list(self) -> bool {
        !self.is_date() && self != Facet::Place
    }
}

/// The facet values of every article.
#[derive(Debug, Clone, Default)]
pub struct FacetValues {
    columns: [Column; Facet::ALL.len()],
    /// By number of the place.
    places: Vec<PlaceEntry>,
    other_names: Vec<OtherName>,
    /// How many figures belong to each value of the column of places, in its order; to the place itself, not to those above.
    figures: Vec<u16>,
    /// How often each value of the column of places is mentioned itself, in its order.
    mentions: Vec<u16>,
    /// How many figures belong to each place itself, by number.
    figure_totals: Vec<u32>,
    /// By number of the value, for the two facets of time.
    days: [Vec<DayRange>; 2],
    /// For the two facets of time and each step, once asked for since the last article came.
    crowds: [[OnceLock<Crowd>; DateStep::ALL.len()]; 2],
}

/// What is known of a place beside its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceEntry {
    /// Level, of a place above a mentioned one judged by its name.
    pub level: Level,
    /// Number of the place above it; smaller than its own.
    pub parent: Option<u32>,
}

/// A name of a place that is neither its official one nor cut from that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherName {
    /// 阿左旗, 内蒙, 哲里木盟.
    pub name: Box<str>,
    /// True of what people say, false of what it was called before.
    pub is_customary: bool,
    /// Number of the place.
    pub place: u32,
}

impl FacetValues {
    /// Adds the next article.
    pub fn add(&mut self, article: &IndexedArticle) {
        for facet in Facet::ALL {
            if facet == Facet::Place {
                self.add_places(article);
            } else if facet.is_date() {
                self.add_dates(facet, article);
            } else {
                let column = &mut self.columns[facet as usize];
                let mut values: Vec<u32> =
                    names_of(facet, article).into_iter().map(|it| column.number_or_new(it)).collect();
                values.sort_unstable();
                values.dedup();
                column.push(&values);
            }
        }
    }

    /// The values of a facet.
    pub fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet as usize]
    }

    /// Places by number; their paths are the names of the column.
    pub fn places(&self) -> &[PlaceEntry] {
        &self.places
    }

    /// The number of the place with this path, if any article has it.
    pub fn place(&self, path: &str) -> Option<u32> {
        self.column(Facet::Place).number(path)
    }

    /// Notes what else the places are called that articles mention by now.
    pub fn name_places(&mut self, gazetteer: &Gazetteer) {
        let other_name = |(name, kind, place): (&str, FormKind, PlaceId)| {
            let place = self.place(&gazetteer.path(place))?;
            Some(OtherName { name: name.into(), is_customary: kind == FormKind::Customary, place })
        };
        self.other_names = gazetteer.other_names().filter_map(other_name).collect();
    }

    /// What else places are called.
    pub fn other_names(&self) -> &[OtherName] {
        &self.other_names
    }

    /// A place and all above it.
    pub fn lineage(&self, place: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(place), |it| self.places.get(*it as usize)?.parent)
    }

    /// The places of an article, those above them too, each with the number of figures that belong to itself.
    pub fn figures_of(&self, article: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let column = self.column(Facet::Place);
        let figures = self.figures.get(column.at(article)).unwrap_or_default();
        column.of(article).iter().copied().zip(figures.iter().map(|it| u32::from(*it)))
    }

    /// How many figures belong to each place itself, in all articles.
    pub fn figure_totals(&self) -> &[u32] {
        &self.figure_totals
    }

    /// Adds, for each of `articles`, `sign` times the figures of its places to `counts`, which are by number.
    pub fn add_figures(&self, counts: &mut [u32], articles: &[u32], sign: u32) {
        for article in articles {
            for (place, n_figures) in self.figures_of(*article) {
                if let Some(count) = counts.get_mut(place as usize) {
                    *count = count.wrapping_add(n_figures.wrapping_mul(sign));
                }
            }
        }
    }

    /// How often each place itself is mentioned in `articles`, by number.
    pub fn mentions<'a>(&self, articles: impl IntoIterator<Item = &'a u32>) -> Vec<u32> {
        let mut res = vec![0; self.places.len()];
        let column = self.column(Facet::Place);
        for article in articles {
            let mentions = self.mentions.get(column.at(*article)).unwrap_or_default();
            for (place, n_mentions) in column.of(*article).iter().zip(mentions) {
                res[*place as usize] += u32::from(*n_mentions);
            }
        }
        res
    }

    /// Adds the figures of each place to all above it; `figures` are by number of the place. Mentions likewise.
    pub fn with_figures_below(&self, mut figures: Vec<u32>) -> Vec<u32> {
        for (number, place) in self.places.iter().enumerate().rev() {
            let own = figures.get(number).copied().unwrap_or(0);
            if let Some(above) = place.parent.and_then(|it| figures.get_mut(it as usize)) {
                *above += own;
            }
        }
        figures
    }

    /// The days of each value of a facet of time, by number; nothing for any other facet.
    pub fn days(&self, facet: Facet) -> &[DayRange] {
        match facet {
            Facet::Date => &self.days[0],
            Facet::Mentioned => &self.days[1],
            _ => &[],
        }
    }

    /// Where the dates of a facet of time stand in the whole library.
    pub fn crowd(&self, facet: Facet, step: DateStep) -> &Crowd {
        let crowd = || Crowd::new(step, self.column(facet), self.days(facet));
        self.crowds[usize::from(facet == Facet::Mentioned)][step as usize].get_or_init(crowd)
    }

    /// The days of the page's date.
    pub fn published(&self, article: u32) -> Option<DayRange> {
        let number = self.column(Facet::Date).of(article).first()?;
        self.days(Facet::Date).get(*number as usize).copied()
    }

    /// Bytes of the columns, names apart.
    pub fn n_bytes(&self) -> usize {
        self.columns.iter().map(Column::n_bytes).sum::<usize>() + 2 * (self.figures.len() + self.mentions.len())
    }

    /// The dates of an article in the order of their first days, so that those of one time stand together.
    fn add_dates(&mut self, facet: Facet, article: &IndexedArticle) {
        let column = &mut self.columns[facet as usize];
        let which = usize::from(facet == Facet::Mentioned);
        self.crowds[which] = Default::default();
        let days = &mut self.days[which];
        let mentioned = article.document.mentions.dates.iter().filter_map(|it| it.edtf.as_ref());
        let dates: Vec<&Edtf> = match facet {
            Facet::Date => article.published.edtf.iter().collect(),
            _ => mentioned.collect(),
        };
        let mut values: Vec<u32> = vec![];
        for date in dates {
            let number = column.number_or_new(date.as_str());
            if days.len() <= number as usize {
                days.push(DayRange::of(date));
            }
            values.push(number);
        }
        values.arrange_by_key(|it| (days[*it as usize].from, *it));
        values.dedup();
        column.push(&values);
    }

    /// The places that are mentioned and all above them, in the order of their numbers.
    fn add_places(&mut self, article: &IndexedArticle) {
        let mut found: BTreeMap<u32, (u16, u16)> = BTreeMap::new();
        for mention in &article.document.mentions.places {
            let number = self.place_number(&mention.canonical, Some(mention.level));
            for place in self.lineage(number) {
                found.entry(place).or_default();
            }
            if let Some((_, n_mentions)) = found.get_mut(&number) {
                *n_mentions = n_mentions.saturating_add(1);
            }
        }
        for figure_idx in 0..article.document.mentions.figures.len() {
            let place = article.place_of_figure(figure_idx).and_then(|it| self.place(&it.canonical));
            if let Some((n_figures, _)) = place.and_then(|it| found.get_mut(&it)) {
                *n_figures = n_figures.saturating_add(1);
            }
        }
        let places: Vec<u32> = found.keys().copied().collect();
        self.columns[Facet::Place as usize].push(&places);
        for (place, (n_figures, n_mentions)) in found {
            self.figure_totals[place as usize] += u32::from(n_figures);
            self.figures.push(n_figures);
            self.mentions.push(n_mentions);
        }
    }

    /// The number of a place; `level` is the mention's, `None` for a place above a mentioned one.
    fn place_number(&mut self, path: &str, level: Option<Level>) -> u32 {
        if let Some(number) = self.place(path) {
            if let Some((place, level)) = self.places.get_mut(number as usize).zip(level) {
                place.level = level;
            }
            return number;
        }
        let parent = path.rsplit_once('/').map(|(above, _)| self.place_number(above, None));
        let level = level.unwrap_or_else(|| level_by_name(path));
        self.places.push(PlaceEntry { level, parent });
        self.figure_totals.push(0);
        self.columns[Facet::Place as usize].number_or_new(path)
    }
}

/// The values of an article in a facet of a list. An article without a section or byline has the value "".
pub fn names_of(facet: Facet, article: &IndexedArticle) -> Vec<&str> {
    let (head, mentions) = (&article.document.article, &article.document.mentions);
    let mut res: Vec<&str> = match facet {
        Facet::Section => vec![&head.section],
        Facet::Kind => vec![head.kind.as_str()],
        Facet::Byline => head.byline.iter().map(|it| it.name.as_str()).filter(|it| !it.is_empty()).collect(),
        Facet::Programme => mentions.programmes.iter().map(|it| it.name.as_str()).collect(),
        Facet::Quantity => mentions.figures.iter().map(|it| it.quantity.as_str()).collect(),
        Facet::Page => vec![&article.page],
        Facet::Place | Facet::Date | Facet::Mentioned => vec![],
    };
    if facet == Facet::Byline && res.is_empty() {
        res.push("");
    }
    res
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
    fn facets_stand_at_their_numbers() {
        for (number, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!(facet as usize, number);
        }
    }
}

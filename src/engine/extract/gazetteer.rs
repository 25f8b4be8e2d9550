//! The place tree: look-up by name, ancestors, aliases. Reads `data/gazetteer.tsv`, embedded natively and fetched by
//! the worker.
//!
//! Places stand in the order of the table, so that everything inside a place is one run of numbers behind it. Names are
//! ranges of the table; forms (every name of every place) are sorted, with the first form of each character, so that all
//! names a text begins with are found in a few steps. Nothing is hashed.

mod beginnings;
mod prefixes;

use std::cmp::Ordering;
use std::ops::Range;

use super::Level;
use crate::engine::arrange::Arrange;
use beginnings::Beginnings;
pub use prefixes::Prefixes;

/// Characters that names begin with: the first of them and how many.
const FIRST: usize = 0x4e00;
const N_FIRST: usize = 0x5200;
/// Parent of a place that has none.
const NONE: PlaceId = PlaceId::MAX;

/// Number of a place in the order of the table.
pub type PlaceId = u32;

/// Every administrative division that the product knows by name.
#[derive(Debug, Default)]
pub struct Gazetteer {
    table: String,
    places: Vec<Place>,
    forms: Vec<Form>,
    /// For each first character, where its forms start; one more than characters.
    starts: Vec<u32>,
    /// The second character of each form, 0 for none.
    seconds: Vec<u32>,
    /// Refuses nearly all of a text without a look at what lies far apart in memory.
    beginnings: Beginnings,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    name: Name,
    level: Level,
    parent: PlaceId,
    /// One behind the last place inside it.
    end: PlaceId,
}

/// Bytes of the table.
#[derive(Debug, Clone, Copy)]
struct Name {
    start: u32,
    len: u8,
}

/// One name of one place.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    name: Name,
    /// What kind of name it is.
    pub kind: FormKind,
    /// Whose name it is.
    pub place: PlaceId,
}

/// Kinds of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormKind {
    /// The whole official name: 赤峰市.
    Official,
    /// The official name without its type: 赤峰. Of counties and above only.
    Short,
    /// What people say and the table lists: 阿左旗, 内蒙, 延边州.
    Customary,
    /// What it was called before: 哲里木盟.
    Former,
}

impl Gazetteer {
    /// The gazetteer of a table in the form of `data/gazetteer.tsv`; `None` where it is none.
    pub fn parse(table: &str) -> Option<Self> {
        let mut res = Gazetteer { table: table.to_owned(), ..Gazetteer::default() };
        let mut open: Vec<PlaceId> = vec![];
        let mut at = 0;
        for line in table.split('\n') {
            let start = at;
            at += line.len() + 1;
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let n_tabs = line.bytes().take_while(|&it| it == b'\t').count();
            res.add(&mut open, *Level::ALL.get(n_tabs)?, line.get(n_tabs..)?, start + n_tabs)?;
        }
        for place_id in open {
            res.places[place_id as usize].end = res.places.len() as PlaceId;
        }
        res.sort_forms();
        (!res.places.is_empty()).then_some(res)
    }

    /// The gazetteer that native builds embed.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Self {
        Self::parse(include_str!("../../../data/gazetteer.tsv")).unwrap_or_default()
    }

    /// How many places it has.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// True when it knows no place.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Official name; "" for a number that is no place.
    pub fn name(&self, place: PlaceId) -> &str {
        self.places.get(place as usize).map_or("", |it| self.slice(it.name))
    }

    /// Level; a number that is no place counts as a village.
    pub fn level(&self, place: PlaceId) -> Level {
        self.places.get(place as usize).map_or(Level::Village, |it| it.level)
    }

    /// The place it lies in, one level up or, where a level does not exist, two.
    pub fn parent(&self, place: PlaceId) -> Option<PlaceId> {
        self.places.get(place as usize).map(|it| it.parent).filter(|&it| it != NONE)
    }

    /// The place and everything it lies in, from below.
    pub fn lineage(&self, place: PlaceId) -> impl Iterator<Item = PlaceId> + '_ {
        std::iter::successors(Some(place), |&it| self.parent(it))
    }

    /// Everything inside `place`, without itself, in the order of the table.
    pub fn inside(&self, place: PlaceId) -> Range<PlaceId> {
        self.places.get(place as usize).map_or(0..0, |it| place + 1..it.end)
    }

    /// True when `place` is `ancestor` or lies in it.
    pub fn lies_in(&self, place: PlaceId, ancestor: PlaceId) -> bool {
        place == ancestor || self.inside(ancestor).contains(&place)
    }

    /// Official names from the province down, joined by `/`.
    pub fn path(&self, place: PlaceId) -> String {
        let mut names: Vec<&str> = self.lineage(place).map(|it| self.name(it)).collect();
        names.reverse();
        names.join("/")
    }

    /// Every name that is neither official nor cut from the official one, with its kind and whose it is.
    pub fn other_names(&self) -> impl Iterator<Item = (&str, FormKind, PlaceId)> {
        let others = self.forms.iter().filter(|it| matches!(it.kind, FormKind::Customary | FormKind::Former));
        others.map(|it| (self.form_name(it), it.kind, it.place))
    }

    /// The words of a form.
    pub fn form_name(&self, form: &Form) -> &str {
        self.slice(form.name)
    }

    /// Every form that is `name`, in the order of the table.
    pub fn find(&self, name: &str) -> &[Form] {
        self.prefixes(name).find(|(n_bytes, _)| *n_bytes == name.len()).map_or(&[], |(_, forms)| forms)
    }

    /// All names that `text` begins with, shortest first: how many bytes, and the forms of that name.
    pub fn prefixes<'g, 't>(&'g self, text: &'t str) -> Prefixes<'g, 't> {
        let mut chars = text.chars().map(|it| it as u32);
        let mut next = || chars.next().unwrap_or(0);
        let characters = [next(), next(), next()];
        let forms = if self.may_begin(characters) { self.forms_from(characters[0]) } else { 0..0 };
        Prefixes::new(self, text, forms)
    }

    /// False where no name begins with these characters, nor is the first of them or the first two; 0 stands for none.
    /// Once in some twenty times it is true for nothing.
    #[inline]
    pub fn may_begin(&self, characters: [u32; 3]) -> bool {
        self.beginnings.may_be(characters)
    }

    /// True when some name is `stem` and one of `endings` behind it.
    pub fn has(&self, stem: &str, endings: impl Iterator<Item = &'static str> + Clone) -> bool {
        let first = stem.chars().next().map_or(0, |it| it as u32);
        let names = Prefixes::new(self, stem, self.forms_from(first)).going_on().iter();
        let mut rests = names.filter_map(|it| self.form_name(it).get(stem.len()..));
        rests.any(|rest| endings.clone().any(|it| it == rest))
    }

    /// The numbers of the forms that begin with `first`.
    fn forms_from(&self, first: u32) -> Range<usize> {
        let first = (first as usize).checked_sub(FIRST).unwrap_or(N_FIRST);
        match (self.starts.get(first), self.starts.get(first + 1)) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => 0..0,
        }
    }

    fn add(&mut self, open: &mut Vec<PlaceId>, level: Level, names: &str, start: usize) -> Option<()> {
        let place = PlaceId::try_from(self.places.len()).ok()?;
        while let Some(&last) = open.last().filter(|&&it| self.level(it) >= level) {
            self.places[last as usize].end = place;
            open.pop();
        }
        let parent = open.last().copied().unwrap_or(NONE);
        open.push(place);
        let (official, others) = names.split_once('\t').unwrap_or((names, ""));
        let name = Name { start: u32::try_from(start).ok()?, len: u8::try_from(official.len()).ok()? };
        self.places.push(Place { name, level, parent, end: place + 1 });
        self.forms.push(Form { name, kind: FormKind::Official, place });
        if let Some(short) = short_name(official).filter(|_| level <= Level::County) {
            let name = Name { len: u8::try_from(short.len()).ok()?, ..name };
            self.forms.push(Form { name, kind: FormKind::Short, place });
        }
        let mut at = start + official.len() + 1;
        for other in others.split(' ') {
            let bare = other.trim_start_matches('~');
            let kind = if bare.len() < other.len() { FormKind::Former } else { FormKind::Customary };
            let name =
                Name { start: u32::try_from(at + other.len() - bare.len()).ok()?, len: bare.len().try_into().ok()? };
            at += other.len() + 1;
            if !bare.is_empty() {
                self.forms.push(Form { name, kind, place });
            }
        }
        Some(())
    }

    /// Sorts by name, then place; the first eight bytes decide most comparisons without touching the table.
    fn sort_forms(&mut self) {
        let table = self.table.as_bytes();
        let bytes = |form: &Form| table.get(range(form.name)).unwrap_or(&[]);
        let mut keyed: Vec<(u64, Form)> = self.forms.iter().map(|it| (head(bytes(it)), *it)).collect();
        keyed.arrange_by(|(a_head, a), (b_head, b)| match a_head.cmp(b_head) {
            Ordering::Equal => bytes(a).cmp(bytes(b)).then((a.place, a.kind).cmp(&(b.place, b.kind))),
            unequal => unequal,
        });
        self.forms = keyed.into_iter().map(|(_, it)| it).collect();
        let second = |it: &Form| self.slice(it.name).chars().nth(1).map_or(0, |it| it as u32);
        self.seconds = self.forms.iter().map(second).collect();
        self.beginnings = Beginnings::of(self.forms.iter().map(|it| self.slice(it.name)));
        self.starts = vec![0; N_FIRST + 1];
        for form in &self.forms {
            let first = self.slice(form.name).chars().next().map_or(0, |it| it as usize);
            if let Some(it) = first.checked_sub(FIRST).and_then(|it| self.starts.get_mut(it + 1)) {
                *it += 1;
            }
        }
        let before = self.forms.partition_point(|it| self.slice(it.name).chars().next() < char::from_u32(FIRST as u32));
        let mut sum = before as u32;
        for it in &mut self.starts {
            sum += *it;
            *it = sum;
        }
    }

    fn slice(&self, name: Name) -> &str {
        self.table.get(range(name)).unwrap_or("")
    }
}

/// The name without its type: 赤峰 for 赤峰市. `None` where it has no type, or one character would remain; autonomous areas
/// have theirs in the table.
pub fn short_name(official: &str) -> Option<&str> {
    let types = ["地区", "新区", "矿区", "林区", "省", "市", "盟", "县", "区", "旗"];
    let stem = types.iter().find_map(|it| official.strip_suffix(it))?;
    (stem.chars().count() > 1 && !stem.ends_with("自治") && !stem.ends_with("行政")).then_some(stem)
}

fn head(bytes: &[u8]) -> u64 {
    bytes.iter().chain(std::iter::repeat(&0)).take(8).fold(0, |it, &byte| it << 8 | u64::from(byte))
}

fn range(name: Name) -> Range<usize> {
    name.start as usize..name.start as usize + usize::from(name.len)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# a comment\n北京市\n\t\t海淀区\n内蒙古自治区\t内蒙古 内蒙\n\t赤峰市\t~昭乌达盟\n\t\t翁牛特旗\t翁旗\n\t\t\t乌丹镇\n\t\t\t\t赛沁塔拉嘎查\n\t\t敖汉旗\n";

    fn names(gazetteer: &Gazetteer, text: &str) -> Vec<(String, FormKind)> {
        let prefixes = gazetteer.prefixes(text);
        prefixes.flat_map(|(_, forms)| forms).map(|it| (gazetteer.path(it.place), it.kind)).collect()
    }

    #[test]
    fn levels_that_do_not_exist_are_skipped() {
        let gazetteer = Gazetteer::parse(TABLE).unwrap();
        assert_eq!(
            names(&gazetteer, "海淀区中关村"),
            [("北京市/海淀区".to_owned(), FormKind::Short), ("北京市/海淀区".to_owned(), FormKind::Official),]
        );
    }

    #[test]
    fn every_kind_of_name_is_found() {
        let gazetteer = Gazetteer::parse(TABLE).unwrap();
        let path = "内蒙古自治区/赤峰市/翁牛特旗".to_owned();
        assert_eq!(names(&gazetteer, "翁旗"), [(path.clone(), FormKind::Customary)]);
        assert_eq!(names(&gazetteer, "翁牛特旗乌丹镇"), [(path.clone(), FormKind::Short), (path, FormKind::Official)]);
        assert_eq!(names(&gazetteer, "昭乌达盟").first().map(|it| it.1), Some(FormKind::Former));
        assert_eq!(gazetteer.find("内蒙").len(), 1);
        assert_eq!(gazetteer.find("内").len(), 0);
        let has = |stem: &str| gazetteer.has(stem, ["村", "镇", "旗"].into_iter());
        assert!(has("乌丹") && has("翁") && !has("翁牛") && !has("") && !has("abc"));
        assert_eq!(names(&gazetteer, "abc"), []);
        assert_eq!(names(&gazetteer, ""), []);
    }

    #[test]
    fn what_lies_inside_is_one_run() {
        let gazetteer = Gazetteer::parse(TABLE).unwrap();
        let id = |it: &str| gazetteer.find(it)[0].place;
        assert!(gazetteer.lies_in(id("赛沁塔拉嘎查"), id("赤峰市")));
        assert!(!gazetteer.lies_in(id("敖汉旗"), id("翁牛特旗")));
        assert!(gazetteer.lies_in(id("敖汉旗"), id("赤峰市")));
        assert!(!gazetteer.lies_in(id("赤峰市"), id("北京市")));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(Gazetteer::parse("").is_none());
        assert!(Gazetteer::parse("# only a comment\n").is_none());
        assert!(Gazetteer::parse("\t\t\t\t\t\ttoo deep\n").is_none());
    }

    #[test]
    fn the_table_of_the_product_is_whole() {
        let gazetteer = Gazetteer::native();
        assert!(gazetteer.len() > 50_000);
        for (name, path) in [
            ("海勃湾区", "内蒙古自治区/乌海市/海勃湾区"),
            ("阿左旗", "内蒙古自治区/阿拉善盟/阿拉善左旗"),
            ("赛沁塔拉嘎查", "内蒙古自治区/赤峰市/翁牛特旗/乌丹镇/赛沁塔拉嘎查"),
            ("仙桃市", "湖北省/仙桃市"),
            ("哲里木盟", "内蒙古自治区/通辽市"),
            ("延边州", "吉林省/延边朝鲜族自治州"),
            ("襄樊市", "湖北省/襄阳市"),
        ] {
            let found: Vec<String> = gazetteer.find(name).iter().map(|it| gazetteer.path(it.place)).collect();
            assert_eq!(found, [path], "{name}");
        }
    }
}

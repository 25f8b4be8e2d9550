//! Names that the gazetteer lists: which of them the text means where they begin.
//!
//! Whole names (突泉县, 阿左旗, 哲里木盟) count unless they lie across words. Short ones (赤峰, 海勃湾) are words of everyday
//! speech too often: those of provinces and prefectures count unless the table of words objects, those of counties when
//! the tokenizer, the article or the place before them agrees.

use super::ground::{Border, Ground};
use super::listing::Standing;
use super::scene::Scene;
use super::word::{self, Role};
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::{Form, FormKind, Gazetteer, PlaceId};
use crate::engine::text::Span;
use crate::engine::token::Token;

/// A listed name in the text and the places it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// One behind its last byte.
    pub end: usize,
    /// The places it may mean; never empty.
    pub candidates: Vec<PlaceId>,
    /// True for a whole name, false for a short one.
    pub whole: bool,
    /// The rule that took it.
    pub rule: &'static str,
}

/// The longest of the gazetteer's `names` at `at` that the text means.
pub(super) fn at(ground: &Ground, scene: &Scene, at: usize, names: &[Standing]) -> Option<Listed> {
    let mut res = None;
    for Standing { n_bytes, forms, .. } in names {
        let site = Site::new(ground, scene, Span::new(at, at + n_bytes));
        let taken: Vec<&Form> = forms.iter().filter(|it| site.takes(it)).collect();
        let Some(first) = taken.first() else {
            if forms.iter().any(|it| site.is_landmark(it)) {
                res = None;
            }
            continue;
        };
        let whole = taken.iter().any(|it| site.is_whole(it));
        let rule = if whole { first.kind } else { FormKind::Short };
        let mut candidates: Vec<PlaceId> = taken.iter().map(|it| it.place).collect();
        candidates.dedup();
        res = Some(Listed { end: at + n_bytes, candidates, whole, rule: rule_name(rule) });
    }
    res.or_else(|| clipped(ground, scene, at))
}

fn rule_name(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Official => "official",
        FormKind::Short => "short",
        FormKind::Customary => "customary",
        FormKind::Former => "former",
    }
}

/// A township without its type right behind its county: 鄂托克前旗城川民族干部学院.
fn clipped(ground: &Ground, scene: &Scene, at: usize) -> Option<Listed> {
    let said = scene.clipped().find(|it| ground.rest(at).starts_with(it.as_str()));
    if let Some((end, node)) = said.and_then(|it| Some((at + it.len(), scene.known(it)?))) {
        let is_free = ground.left_border(at) != Border::Inside && ground.right_border(end) != Border::Inside;
        return is_free.then(|| Listed { end, candidates: vec![node], whole: false, rule: "clipped" });
    }
    let is_banner = |it: &&str| it.starts_with(is_side) && it.ends_with('旗');
    let banner = ground.rest(at).get(.."前旗".len()).filter(is_banner);
    if let Some((banner, node)) = banner.and_then(|it| Some((it, scene.only_named(it)?))) {
        let is_free = ground.left_border(at) == Border::Clean;
        return is_free.then(|| Listed {
            end: at + banner.len(),
            candidates: vec![node],
            whole: false,
            rule: "clipped",
        });
    }
    let county = scene.chain(at).filter(|&it| scene.level(it) == Level::County)?;
    let inside = scene.gazetteer.inside(county);
    let mut township = inside.start;
    while township < inside.end {
        let stem = stem(scene.gazetteer.name(township))
            .filter(|it| scene.level(township) == Level::Township && !it.ends_with(['路', '街']));
        if let Some(stem) = stem.filter(|it| ground.rest(at).starts_with(it)) {
            let span = Span::new(at, at + stem.len());
            let is_long = stem.chars().count() > 2 && ground.right_border(span.end) != Border::Inside;
            if !word::is(stem, Role::Never) && (is_long || is_proper_noun(ground, span)) {
                return Some(Listed { end: span.end, candidates: vec![township], whole: false, rule: "clipped" });
            }
        }
        township = scene.gazetteer.inside(township).end;
    }
    None
}

/// True for the first character of 前旗, 中旗.
pub(super) fn is_side(character: char) -> bool {
    matches!(character, '前' | '后' | '中' | '左' | '右')
}

/// True when no word of the dictionary but a name lies in `span`.
fn is_proper_noun(ground: &Ground, span: Span) -> bool {
    if !ground.has_tokens() {
        return span.slice(ground.text).chars().count() > 2;
    }
    ground.right_border(span.end) != Border::Inside
        && ground.tokens_in(span).all(|it| {
            matches!(it.tag.as_str(), "ns" | "nz" | "nr" | "nrt" | "x")
                || it.span.slice(ground.text).chars().count() == 1
        })
}

/// A township's or village's name without its type, of two characters at least.
pub(super) fn stem(name: &str) -> Option<&str> {
    let types = ["街道", "苏木", "社区", "嘎查", "镇", "乡", "村"];
    types.iter().find_map(|it| name.strip_suffix(it)).filter(|it| it.chars().count() > 1)
}

/// Where a name stands and what speaks for it there.
struct Site<'a> {
    ground: &'a Ground<'a>,
    scene: &'a Scene<'a>,
    span: Span,
    printed: &'a str,
    n_chars: usize,
    left: Border,
    right: Border,
    /// Right behind another place.
    is_chained: bool,
}

impl<'a> Site<'a> {
    fn new(ground: &'a Ground<'a>, scene: &'a Scene<'a>, span: Span) -> Self {
        let printed = span.slice(ground.text);
        let is_chained = scene.chain(span.start).is_some();
        Site {
            ground,
            scene,
            span,
            printed,
            n_chars: printed.chars().count(),
            left: if is_chained { Border::Clean } else { ground.left_border(span.start) },
            right: ground.right_border(span.end),
            is_chained,
        }
    }

    fn is_whole(&self, form: &Form) -> bool {
        match form.kind {
            FormKind::Official | FormKind::Former => true,
            FormKind::Short => false,
            FormKind::Customary => {
                self.n_chars > 2 && self.printed.ends_with(['旗', '县', '州', '区', '市', '乡', '镇'])
            }
        }
    }

    fn takes(&self, form: &Form) -> bool {
        let level = self.gazetteer().level(form.place);
        if level == Level::County && self.is_in_taiwan(form.place) && !self.is_near(form) {
            return false;
        }
        match (self.is_whole(form), level) {
            (true, Level::Township | Level::Village) => self.takes_small(form),
            (true, _) => self.takes_large(form),
            (false, _) => self.takes_short(form, level),
        }
    }

    /// Districts and cities of Taiwan's counties are called like everyday words and like districts elsewhere (将军, 中山区):
    /// they count near their own city only.
    fn is_in_taiwan(&self, place: PlaceId) -> bool {
        let gazetteer = self.gazetteer();
        gazetteer.lineage(place).last().is_some_and(|it| gazetteer.name(it) == "台湾省")
    }

    /// Right behind a place it lies in, or where the article names one.
    fn is_near(&self, form: &Form) -> bool {
        let is_whole = self.is_whole(form);
        self.lies_in_chain(form) || is_whole && self.scene.surroundings(form.place).is_some()
    }

    fn gazetteer(&self) -> &Gazetteer {
        self.scene.gazetteer
    }

    /// Whole names of counties and above.
    fn takes_large(&self, form: &Form) -> bool {
        if word::is(self.printed, Role::Never) {
            return self.lies_in_chain(form);
        }
        let borders = match self.n_chars {
            0..=2 => self.lies_in_chain(form) || self.is_free_county(),
            3 => self.left == Border::Clean || self.left == Border::Unknown && !self.ends_with_word(),
            _ => true,
        };
        borders && !self.is_numbered() && !self.is_cut_by_tail()
    }

    /// Two characters that are a word: 蔚县; but 代县长 is no county.
    fn is_free_county(&self) -> bool {
        let is_word = self.is_word("ns") || self.printed.ends_with('县') && self.is_between_words();
        is_word && !self.ground.rest(self.span.end).starts_with('长')
    }

    /// Words end before it and begin behind it.
    fn is_between_words(&self) -> bool {
        self.ground.has_tokens() && self.left == Border::Clean && self.right == Border::Clean
    }

    /// A word of the dictionary begins inside it and ends with it: 宁|南|山区 is no 南山区.
    fn ends_with_word(&self) -> bool {
        let last = self.printed.char_indices().next_back().map_or(0, |it| it.0);
        let token = self.ground.token(self.span.start + last).filter(|it| it.tag != "x");
        token.is_some_and(|it| it.span.start > self.span.start && it.span.start < self.span.start + last)
    }

    /// Its first character belongs to a number: 254|万山区人民.
    fn is_numbered(&self) -> bool {
        let is_multiple = self.printed.starts_with(['十', '百', '千', '万', '亿']);
        let is_digit = |it: char| it.is_numeric() || "一二三四五六七八九十百千万几多余".contains(it);
        is_multiple && self.ground.before(self.span.start).chars().next_back().is_some_and(is_digit)
    }

    /// Whole names of townships and villages.
    fn takes_small(&self, form: &Form) -> bool {
        let near = self.lies_in_chain(form)
            || self.scene.surroundings(form.place).is_some_and(|it| self.scene.level(it) >= Level::County);
        let body = stem(self.printed);
        let is_generic = body.is_none_or(|it| word::is(it, Role::Generic) || word::ends(it, 2, Role::Generic));
        let borders = match self.left {
            Border::Clean => true,
            Border::Unknown => near && self.n_chars > 2 || self.n_chars > 4,
            Border::Inside => false,
        };
        borders
            && (!word::is(self.printed, Role::Noun) || self.lies_in_chain(form))
            && (!is_generic || self.lies_in_chain(form) || near && self.left == Border::Clean && body.is_some())
            && !self.is_cut_by_tail()
    }

    /// Short names, and customary ones that look like them.
    fn takes_short(&self, form: &Form, level: Level) -> bool {
        if word::covers(self.ground.text, self.span, Role::Phrase) || self.is_in_foreign_name() {
            return false;
        }
        if self.is_something_else(form) || !self.stands_free(form, level) {
            return false;
        }
        if word::is(self.printed, Role::Never) {
            return self.is_against_habit(form, level);
        }
        if self.lies_in_chain(form)
            || self.scene.is_named(form.place)
            || self.scene.known(self.printed) == Some(form.place)
        {
            return true;
        }
        let is_near = || self.scene.surroundings(form.place).is_some();
        let (before, rest) = (self.ground.before(self.span.start), self.ground.rest(self.span.end));
        if word::is(self.printed, Role::Doubtful) {
            let stands_as_place = word::ends(before, 1, Role::Border)
                || [Role::Office, Role::Body].iter().any(|&it| word::begins(rest, it));
            return self.is_in_list(level) || self.is_sited() || stands_as_place && is_near();
        }
        match level {
            Level::Province | Level::Prefecture => true,
            _ if self.n_chars > 2 || self.is_known_word() => true,
            _ => self.is_in_list(level) || self.is_sited() || is_near(),
        }
    }

    /// An everyday word that is a place all the same: behind the one it lies in, before an office where the article names
    /// its city (南昌市公安局西湖分局), in the middle of a list of its kind (尚义、万全、康保).
    fn is_against_habit(&self, form: &Form, level: Level) -> bool {
        let around = self.scene.surroundings(form.place);
        let is_near = around.is_some_and(|it| {
            self.scene.level(it) >= Level::Prefecture || self.gazetteer().parent(form.place) == Some(it)
        });
        let is_office = is_near && word::begins(self.ground.rest(self.span.end), Role::Office);
        let is_amid = || self.is_behind(level) && self.is_before(level);
        self.lies_in_chain(form) && self.is_word("ns") || is_office || is_amid()
    }

    /// Beside the dot of a foreign name: 西吉·….
    fn is_in_foreign_name(&self) -> bool {
        self.ground.before(self.span.start).ends_with('·') || self.ground.rest(self.span.end).starts_with('·')
    }

    /// What stands around it says that it is a place: 本报|海口, 嘉兴|境内.
    fn is_sited(&self) -> bool {
        let (before, rest) = (self.ground.before(self.span.start), self.ground.rest(self.span.end));
        self.is_between_words() && (word::ends(before, 2, Role::Site) || word::begins(rest, Role::Beside))
    }

    /// A word of its own that the dictionary has, of whatever class: it takes most names of counties for persons.
    fn is_known_word(&self) -> bool {
        self.ground.token(self.span.start).is_some_and(|it| it.span == self.span && it.tag != "x")
    }

    /// A short name that goes on as a road or a water, so that no shorter one is meant either: 内蒙古高原 is no 内蒙.
    fn is_landmark(&self, form: &Form) -> bool {
        form.kind != FormKind::Official && self.is_something_else(form)
    }

    /// A road, a water, a people: 南京路, 青海湖, 鄂温克族; but 四川江油 is a place behind a place.
    fn is_something_else(&self, form: &Form) -> bool {
        let rest = self.ground.rest(self.span.end);
        let next = match self.ground.token(self.span.end) {
            Some(token) => {
                let next = Span::new(self.span.end, token.span.end).slice(self.ground.text);
                let is_office = next.chars().count() > 1
                    && rest
                        .get(next.len()..)
                        .is_some_and(|it| word::begins(it, Role::Office) || word::begins(it, Role::Body));
                word::is(next, Role::After) && !is_office
            }
            None => word::begins(rest, Role::After) && !rest.starts_with("海关"),
        };
        (next || is_road(rest)) && !self.holds_next(form)
    }

    /// A place of it follows: 广东|深圳, 四川|江油.
    fn holds_next(&self, form: &Form) -> bool {
        let gazetteer = self.gazetteer();
        let holds = |it: &Form| it.place != form.place && gazetteer.lies_in(it.place, form.place);
        gazetteer.prefixes(self.ground.rest(self.span.end)).any(|(_, forms)| forms.iter().any(holds))
    }

    /// No word of the dictionary begins before it, and one that goes on behind it is a name made with it.
    fn stands_free(&self, form: &Form, level: Level) -> bool {
        let left = match self.n_chars {
            0..=2 if self.is_given_name() => false,
            0..=2 => self.left == Border::Clean || !self.ground.has_tokens() && level <= Level::Prefecture,
            _ => self.left != Border::Inside,
        };
        let right = match (self.right, self.ground.token(self.span.start)) {
            (Border::Clean, _) | (_, None) => true,
            (_, Some(token)) if token.span.start == self.span.start => match token.tag.as_str() {
                "nt" => true,
                _ if self.is_beside(token.span.end) || self.is_name_of(form, token.span) => true,
                "ns" if self.n_chars < 3 => {
                    let n_more = token.span.end.saturating_sub(self.span.end);
                    level <= Level::Prefecture && n_more > "岸".len() || self.holds_next(form)
                }
                "n" | "nz" | "ns" | "x" => level <= Level::Prefecture || self.n_chars > 2 || self.lies_in_chain(form),
                _ => self.holds_next(form),
            },
            (right, Some(token)) => {
                self.n_chars > 2 || self.is_chained && right != Border::Inside || self.is_beside(token.span.end)
            }
        };
        left && right
    }

    /// The word that begins with it ends at `end` and says that it is a place: 温州|人, 晋中|地区, 天津|海关.
    fn is_beside(&self, end: usize) -> bool {
        let rest = Span::new(self.span.end, end).slice(self.ground.text);
        [Role::Beside, Role::Office, Role::Body].iter().any(|&it| word::is(rest, it))
    }

    /// The word is the place's whole name, whose type belongs to the next word: 包头市|区.
    fn is_name_of(&self, form: &Form, span: Span) -> bool {
        self.gazetteer().find(span.slice(self.ground.text)).iter().any(|it| it.place == form.place)
    }

    /// Behind a family name that begins a word: 书记杜长春; but 900万天津人民 is a number and a place.
    fn is_given_name(&self) -> bool {
        let before = self.ground.before(self.span.start);
        let Some((at, character)) = before.char_indices().next_back() else { return false };
        let is_single = self.ground.token(at).is_some_and(|it| it.span.end == self.span.start && it.span.start == at);
        let is_number = before.get(..at).is_some_and(|it| it.ends_with(|it: char| it.is_numeric()));
        !self.is_chained && is_single && !is_number && word::is_surname(character)
    }

    fn lies_in_chain(&self, form: &Form) -> bool {
        self.scene.chain(self.span.start).is_some_and(|it| self.scene.lies_below(form.place, it))
    }

    /// A word of its own with that tag.
    fn is_word(&self, tag: &str) -> bool {
        self.ground.token(self.span.start).is_some_and(|it| it.span == self.span && it.tag == tag)
    }

    /// Its type is the beginning of another word: 呼和浩特|市民.
    fn is_cut_by_tail(&self) -> bool {
        let last = self.printed.char_indices().next_back().map_or(0, |it| it.0);
        let at = self.span.start + last;
        match self.ground.token(at) {
            Some(token) if token.span.start == at => word::begins(token.span.slice(self.ground.text), Role::Tail),
            Some(token) if token.span.end == self.span.end => {
                let next = self.ground.token(token.span.end);
                let is_single = |it: &Token| it.span.slice(self.ground.text).chars().count() == 1;
                next.is_some_and(is_single) && word::begins(self.ground.rest(at), Role::Tail)
            }
            Some(token) => word::is(Span::new(at, token.span.end.max(at)).slice(self.ground.text), Role::Tail),
            None => word::begins(self.ground.rest(at), Role::Tail),
        }
    }

    /// Right behind a place of its level in a list, or before one that is beyond doubt: 日照 in 临沂、日照、威海.
    fn is_in_list(&self, level: Level) -> bool {
        self.is_behind(level) || self.is_before(level)
    }

    /// Right behind a place of that level and a mark of enumeration.
    fn is_behind(&self, level: Level) -> bool {
        self.scene.last().is_some_and(|(node, end)| {
            let between = self.ground.text.get(end..self.span.start).unwrap_or("");
            self.scene.level(node) == level && JOINTS.contains(&between)
        })
    }

    /// Before a mark of enumeration and a name of that level that is no everyday word.
    fn is_before(&self, level: Level) -> bool {
        let rest = self.ground.rest(self.span.end);
        let Some(next) = JOINTS.iter().find_map(|it| rest.strip_prefix(it)).filter(|_| self.is_between_words()) else {
            return false;
        };
        let is_sure = |name: &str| !word::is(name, Role::Never) && !word::is(name, Role::Doubtful);
        let mut names = self.gazetteer().prefixes(next);
        names.any(|(n_bytes, forms)| {
            next.get(..n_bytes).is_some_and(is_sure)
                && forms.iter().any(|it| self.gazetteer().level(it.place) == level)
                && self.ground.right_border(self.ground.text.len() - next.len() + n_bytes) == Border::Clean
        })
    }
}

/// What stands between the names of a list or of a line from one to the other.
const JOINTS: [&str; 11] = ["、", "和", "与", "及", "以及", "－", "—", "-", "——", "～", "至"];

/// A road's name goes on here: 路, 东路, 中路, 一路, 西大街; but 街头 and 街道 are no names.
fn is_road(rest: &str) -> bool {
    let kinds = ["路", "街", "大道", "大街", "巷", "胡同", "弄"];
    let words = ["路程", "路线", "街头", "街道", "街上", "街区", "街坊", "街景", "街市"];
    let stem =
        rest.trim_start_matches(|it: char| "东西南北中上下环一二三四五六七八九十".contains(it) || it.is_ascii_digit());
    (rest.len() - stem.len()) <= "东一".len()
        && kinds.iter().any(|it| stem.starts_with(it))
        && !words.iter().any(|it| stem.starts_with(it))
}

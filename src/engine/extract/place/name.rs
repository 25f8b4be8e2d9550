//! Names that the gazetteer lists: which of them the text means where they begin.
//!
//! Whole names (突泉县, 阿左旗, 哲里木盟) count unless they lie across words. Short ones (赤峰, 海勃湾) are words of everyday
//! speech too often: those of provinces and prefectures count unless the table of words objects, those of counties when
//! the tokenizer, the article or the place before them agrees.

use super::ground::{Border, Ground};
use super::scene::Scene;
use super::word::{self, Role};
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::{Form, FormKind, Gazetteer, PlaceId};
use crate::engine::text::Span;

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

/// The longest listed name that the text means at `at`.
pub(super) fn at(ground: &Ground, scene: &Scene, at: usize) -> Option<Listed> {
    let mut res = None;
    for (n_bytes, forms) in scene.gazetteer.prefixes(ground.rest(at)) {
        let site = Site::new(ground, scene, Span::new(at, at + n_bytes));
        let taken: Vec<&Form> = forms.iter().filter(|it| site.takes(it)).collect();
        let Some(first) = taken.first() else { continue };
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
    let is_side = |it: &&str| it.starts_with(['前', '后', '中', '左', '右']) && it.ends_with('旗');
    let banner = ground.rest(at).get(.."前旗".len()).filter(is_side);
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
            if is_long || is_proper_noun(ground, span) {
                return Some(Listed { end: span.end, candidates: vec![township], whole: false, rule: "clipped" });
            }
        }
        township = scene.gazetteer.inside(township).end;
    }
    None
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
        match (self.is_whole(form), level) {
            (true, Level::Township | Level::Village) => self.takes_small(form),
            (true, _) => self.takes_large(form),
            (false, _) => self.takes_short(form, level),
        }
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
            0..=2 => {
                self.lies_in_chain(form) || (self.is_word("ns") && !self.ground.rest(self.span.end).starts_with('长'))
            }
            3 => self.left != Border::Inside,
            _ => true,
        };
        borders && !self.is_cut_by_tail()
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
            && (!is_generic || self.lies_in_chain(form) || near && self.left == Border::Clean && body.is_some())
            && !self.is_cut_by_tail()
    }

    /// Short names, and customary ones that look like them.
    fn takes_short(&self, form: &Form, level: Level) -> bool {
        let is_never = word::is(self.printed, Role::Never) && !(self.lies_in_chain(form) && self.is_word("ns"));
        if is_never || self.is_something_else(form) || !self.stands_free(form, level) {
            return false;
        }
        if self.lies_in_chain(form)
            || self.scene.is_named(form.place)
            || self.scene.known(self.printed) == Some(form.place)
        {
            return true;
        }
        if word::is(self.printed, Role::Doubtful) {
            let stands_as_place = word::ends(self.ground.before(self.span.start), 1, Role::Border)
                || word::begins(self.ground.rest(self.span.end), Role::Office);
            return self.is_listed_with(level) || stands_as_place && self.scene.surroundings(form.place).is_some();
        }
        match level {
            Level::Province | Level::Prefecture => true,
            _ if self.n_chars > 2 || self.is_word("ns") => true,
            _ => self.is_listed_with(level) || self.scene.surroundings(form.place).is_some(),
        }
    }

    /// A road, a water, a people: 南京路, 青海湖, 鄂温克族; but 四川江油 is a place behind a place.
    fn is_something_else(&self, form: &Form) -> bool {
        let rest = self.ground.rest(self.span.end);
        let next = match self.ground.token(self.span.end) {
            Some(token) => {
                let next = Span::new(self.span.end, token.span.end).slice(self.ground.text);
                word::is(next, Role::After) || next.starts_with(['路', '街'])
            }
            None => word::begins(rest, Role::After) && !rest.starts_with("海关"),
        };
        next && !self.holds_next(form)
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
                "ns" if self.n_chars < 3 => self.holds_next(form),
                "n" | "nz" | "ns" | "x" => level <= Level::Prefecture || self.n_chars > 2 || self.lies_in_chain(form),
                _ => false,
            },
            (right, _) => self.n_chars > 2 || self.is_chained && right != Border::Inside,
        };
        left && right
    }

    /// Behind a family name that begins a word: 书记杜长春.
    fn is_given_name(&self) -> bool {
        let before = self.ground.before(self.span.start);
        let Some((at, character)) = before.char_indices().next_back() else { return false };
        let name = before.get(at..at + character.len_utf8()).unwrap_or("");
        let is_single = self.ground.token(at).is_some_and(|it| it.span.end == self.span.start && it.span.start == at);
        !self.is_chained && is_single && word::is(name, Role::Surname)
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
            Some(token) => token.span.start == at && word::is(token.span.slice(self.ground.text), Role::Tail),
            None => word::begins(self.ground.rest(at), Role::Tail),
        }
    }

    /// Right behind a place of its level in a list: 日照 in 临沂、日照.
    fn is_listed_with(&self, level: Level) -> bool {
        self.scene.last().is_some_and(|(node, end)| {
            let between = self.ground.text.get(end..self.span.start).unwrap_or("");
            self.scene.level(node) == level && matches!(between, "、" | "和" | "与" | "及")
        })
    }
}

//! Where a listed name stands, and whether the text means it there.

use super::ground::{Border, Ground};
use super::name::stem;
use super::scene::Scene;
use super::word::{self, Role};
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::{Form, FormKind, Gazetteer, PlaceId};
use crate::engine::text::Span;

/// Where a name stands and what speaks for it there.
pub(super) struct Site<'a> {
    pub ground: &'a Ground<'a>,
    pub scene: &'a Scene<'a>,
    pub span: Span,
    pub printed: &'a str,
    pub n_chars: usize,
    pub left: Border,
    pub right: Border,
    /// Right behind another place.
    pub is_chained: bool,
}

impl<'a> Site<'a> {
    pub(super) fn new(ground: &'a Ground<'a>, scene: &'a Scene<'a>, span: Span) -> Self {
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

    pub(super) fn is_whole(&self, form: &Form) -> bool {
        match form.kind {
            FormKind::Official | FormKind::Former => true,
            FormKind::Short => false,
            FormKind::Customary => {
                self.n_chars > 2 && self.printed.ends_with(['旗', '县', '州', '区', '市', '乡', '镇'])
            }
        }
    }

    pub(super) fn takes(&self, form: &Form) -> bool {
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

    /// Right behind a place it lies in, or where the article names one.
    pub(super) fn is_near(&self, form: &Form) -> bool {
        let is_whole = self.is_whole(form);
        self.lies_in_chain(form) || is_whole && self.scene.surroundings(form.place).is_some()
    }

    pub(super) fn gazetteer(&self) -> &Gazetteer {
        self.scene.gazetteer
    }

    /// Whole names of counties and above.
    pub(super) fn takes_large(&self, form: &Form) -> bool {
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

    /// Whole names of townships and villages.
    pub(super) fn takes_small(&self, form: &Form) -> bool {
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
    pub(super) fn takes_short(&self, form: &Form, level: Level) -> bool {
        if word::covers(self.ground.text, self.span, Role::Phrase) || self.is_in_foreign_name() {
            return false;
        }
        if self.is_something_else(form) || !self.stands_free(form, level) {
            return false;
        }
        if level > Level::Province && !self.is_chained && self.is_person(form, level) {
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
            let stands_as_place = word::ends(before, 1, Role::Border) || word::begins(rest, Role::Office);
            let is_body = word::begins(rest, Role::Body) && self.is_near_city(form);
            return self.is_in_list(level)
                || self.is_beside_sibling(form)
                || self.is_sited()
                || is_body
                || stands_as_place && is_near();
        }
        match level {
            Level::Province | Level::Prefecture => true,
            _ if self.n_chars > 2 || self.is_known_word() => true,
            _ => self.is_in_list(level) || self.is_beside_sibling(form) || self.is_sited() || is_near(),
        }
    }

    /// The article names the prefecture, or what else it lies in directly.
    fn is_near_city(&self, form: &Form) -> bool {
        self.scene.surroundings(form.place).is_some_and(|it| {
            self.scene.level(it) >= Level::Prefecture || self.gazetteer().parent(form.place) == Some(it)
        })
    }

    /// An everyday word that is a place all the same: behind the one it lies in, before an office where the article names
    /// its city (南昌市公安局西湖分局), in the middle of a list of its kind (尚义、万全、康保), beside another one of its city
    /// (黄岩、路桥). A lake or hill behind its city is the lake: 嘉兴南湖.
    pub(super) fn is_against_habit(&self, form: &Form, level: Level) -> bool {
        let rest = self.ground.rest(self.span.end);
        let is_body = || [Role::Office, Role::Body, Role::Beside].iter().any(|&it| word::begins(rest, it));
        let is_office = self.is_near_city(form) && word::begins(rest, Role::Office);
        let is_amid = || self.is_behind(level) && self.is_before(level);
        let is_chained = self.lies_in_chain(form) && self.is_word("ns") && (!self.is_nature() || is_body());
        is_chained || is_office || is_amid() || self.is_beside_sibling(form)
    }

    /// A name that a hill, a lake or an island has too. Most of those in 河 or 海 stand for the district: 广州天河.
    pub(super) fn is_nature(&self) -> bool {
        self.printed.ends_with(['山', '岭', '湖', '岛'])
    }

    /// No word of the dictionary begins before it, and one that goes on behind it is a name made with it.
    pub(super) fn stands_free(&self, form: &Form, level: Level) -> bool {
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

    pub(super) fn lies_in_chain(&self, form: &Form) -> bool {
        self.scene.chain(self.span.start).is_some_and(|it| self.scene.lies_below(form.place, it))
    }

    /// Districts and cities of Taiwan's counties are called like everyday words and like districts elsewhere (将军, 中山区):
    /// they count near their own city only.
    pub(super) fn is_in_taiwan(&self, place: PlaceId) -> bool {
        let gazetteer = self.gazetteer();
        gazetteer.lineage(place).last().is_some_and(|it| gazetteer.name(it) == "台湾省")
    }
}

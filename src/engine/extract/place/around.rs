//! What stands around a listed name and speaks for it or against it: words, borders, lists, roads.

use super::ground::Border;
use super::site::Site;
use super::word::{self, Role};
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::{Form, FormKind, PlaceId};
use crate::engine::text::Span;
use crate::engine::token::Token;

impl Site<'_> {
    /// Two characters that are a word: 蔚县; but 代县长 is no county.
    pub(super) fn is_free_county(&self) -> bool {
        let is_word = self.is_word("ns") || self.printed.ends_with('县') && self.is_between_words();
        is_word && !self.ground.rest(self.span.end).starts_with('长')
    }

    /// Words end before it and begin behind it.
    pub(super) fn is_between_words(&self) -> bool {
        self.ground.has_tokens() && self.left == Border::Clean && self.right == Border::Clean
    }

    /// A word of the dictionary begins inside it and ends with it: 宁|南|山区 is no 南山区.
    pub(super) fn ends_with_word(&self) -> bool {
        let last = self.printed.char_indices().next_back().map_or(0, |it| it.0);
        let token = self.ground.token(self.span.start + last).filter(|it| it.tag != "x");
        token.is_some_and(|it| it.span.start > self.span.start && it.span.start < self.span.start + last)
    }

    /// Its first character belongs to a number: 254|万山区人民.
    pub(super) fn is_numbered(&self) -> bool {
        let is_multiple = self.printed.starts_with(['十', '百', '千', '万', '亿']);
        let is_digit = |it: char| it.is_numeric() || "一二三四五六七八九十百千万几多余".contains(it);
        is_multiple && self.ground.before(self.span.start).chars().next_back().is_some_and(is_digit)
    }

    /// Beside the dot of a foreign name: 西吉·….
    pub(super) fn is_in_foreign_name(&self) -> bool {
        self.ground.before(self.span.start).ends_with('·') || self.ground.rest(self.span.end).starts_with('·')
    }

    /// What stands around it says that it is a place: 本报|海口, 嘉兴|境内.
    pub(super) fn is_sited(&self) -> bool {
        let (before, rest) = (self.ground.before(self.span.start), self.ground.rest(self.span.end));
        let is_cut = self.left == Border::Clean && self.is_cut_wrongly();
        self.is_between_words() && (word::ends(before, 2, Role::Site) || word::begins(rest, Role::Beside))
            || is_cut && word::begins(rest, Role::Beside)
    }

    /// The dictionary took a whole name whose type begins the next word: 涿州市|区.
    fn is_cut_wrongly(&self) -> bool {
        self.ground.token(self.span.start).is_some_and(|token| {
            let forms = self.gazetteer().find(token.span.slice(self.ground.text));
            token.span.start == self.span.start && forms.iter().any(|it| it.kind == FormKind::Official)
        })
    }

    /// A word of its own that the dictionary has, of whatever class: it takes most names of counties for persons.
    pub(super) fn is_known_word(&self) -> bool {
        self.ground.token(self.span.start).is_some_and(|it| it.span == self.span && it.tag != "x")
    }

    /// A short name that goes on as a road or a water, so that no shorter one is meant either: 内蒙古高原 is no 内蒙.
    pub(super) fn is_landmark(&self, form: &Form) -> bool {
        form.kind != FormKind::Official && self.is_something_else(form)
    }

    /// A road, a water, a people: 南京路, 青海湖, 鄂温克族; but 四川江油 is a place behind a place.
    pub(super) fn is_something_else(&self, form: &Form) -> bool {
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
        let is_scenic = || self.is_nature() && SCENERY.iter().any(|it| rest.starts_with(it));
        (next || is_road(rest) || is_scenic()) && !self.holds_next(form)
    }

    /// A place of it follows: 广东|深圳, 四川|江油.
    pub(super) fn holds_next(&self, form: &Form) -> bool {
        let gazetteer = self.gazetteer();
        let holds = |it: &Form| it.place != form.place && gazetteer.lies_in(it.place, form.place);
        gazetteer.prefixes(self.ground.rest(self.span.end)).any(|(_, forms)| forms.iter().any(holds))
    }

    /// The word that begins with it ends at `end` and says that it is a place: 温州|人, 晋中|地区, 天津|海关.
    pub(super) fn is_beside(&self, end: usize) -> bool {
        let rest = Span::new(self.span.end, end).slice(self.ground.text);
        [Role::Beside, Role::Office, Role::Body].iter().any(|&it| word::is(rest, it))
    }

    /// The word is the place's whole name, whose type belongs to the next word: 包头市|区.
    pub(super) fn is_name_of(&self, form: &Form, span: Span) -> bool {
        self.gazetteer().find(span.slice(self.ground.text)).iter().any(|it| it.place == form.place)
    }

    /// Behind a family name that begins a word: 书记杜长春; but 900万天津人民 is a number and a place.
    pub(super) fn is_given_name(&self) -> bool {
        let before = self.ground.before(self.span.start);
        let Some((at, character)) = before.char_indices().next_back() else { return false };
        let is_single = self.ground.token(at).is_some_and(|it| it.span.end == self.span.start && it.span.start == at);
        let is_number = before.get(..at).is_some_and(|it| it.ends_with(|it: char| it.is_numeric()));
        !self.is_chained && is_single && !is_number && word::is_surname(character)
    }

    /// A word of its own with that tag.
    pub(super) fn is_word(&self, tag: &str) -> bool {
        self.ground.token(self.span.start).is_some_and(|it| it.span == self.span && it.tag == tag)
    }

    /// Its type is the beginning of another word: 呼和浩特|市民.
    pub(super) fn is_cut_by_tail(&self) -> bool {
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
    pub(super) fn is_in_list(&self, level: Level) -> bool {
        self.is_behind(level) || self.is_before(level)
    }

    /// Right behind a place of that level and a mark of enumeration.
    pub(super) fn is_behind(&self, level: Level) -> bool {
        self.scene.last().is_some_and(|(node, end)| {
            let between = self.ground.text.get(end..self.span.start).unwrap_or("");
            self.scene.level(node) == level && JOINTS.contains(&between)
        })
    }

    /// In one list with a place of the same city: 黄岩、|路桥, 路桥|、椒江. Right behind the city any name will do for the
    /// next one: 天津和平|、河西.
    pub(super) fn is_beside_sibling(&self, form: &Form) -> bool {
        let Some(parent) = self.gazetteer().parent(form.place) else { return false };
        let is_sibling = |it: PlaceId| it != form.place && self.scene.lineage(it).nth(1) == Some(parent);
        let is_behind = || {
            self.scene
                .last()
                .is_some_and(|(node, end)| is_sibling(node) && self.ground.text.get(end..self.span.start) == Some("、"))
        };
        let is_free = self.is_between_words();
        let is_mark = |it: &&str| *it == "、";
        let is_before = |is_any: bool| self.is_before_any(is_any, is_mark, is_sibling);
        is_free && (is_behind() || is_before(self.lies_in_chain(form)))
    }

    /// Before a mark of enumeration and a name of that level that is no everyday word.
    pub(super) fn is_before(&self, level: Level) -> bool {
        self.is_before_any(false, |_| true, |it| self.gazetteer().level(it) == level)
    }

    /// Before one of these marks of enumeration and the name of such a place, which is no everyday word unless `is_any`.
    fn is_before_any(&self, is_any: bool, is_mark: impl Fn(&&str) -> bool, is_such: impl Fn(PlaceId) -> bool) -> bool {
        let rest = self.ground.rest(self.span.end);
        let Some(next) = JOINTS
            .iter()
            .filter(|it| is_mark(it))
            .find_map(|it| rest.strip_prefix(it))
            .filter(|_| self.is_between_words())
        else {
            return false;
        };
        let is_sure = |name: &str| is_any || !word::is(name, Role::Never) && !word::is(name, Role::Doubtful);
        let mut names = self.gazetteer().prefixes(next);
        names.any(|(n_bytes, forms)| {
            next.get(..n_bytes).is_some_and(is_sure)
                && forms.iter().any(|it| is_such(it.place))
                && self.ground.right_border(self.ground.text.len() - next.len() + n_bytes) == Border::Clean
        })
    }
}

/// Behind a name that a hill or a lake has too it says that this is meant.
const SCENERY: [&str; 4] = ["风景区", "风景名胜区", "景区", "脚下"];

/// What stands between the names of a list or of a line from one to the other.
const JOINTS: [&str; 11] = ["、", "和", "与", "及", "以及", "－", "—", "-", "——", "～", "至"];

/// A road's name goes on here: 路, 东路, 中路, 一路, 西大街; but 街头 and 街道 are no names.
fn is_road(rest: &str) -> bool {
    let kinds = ["路", "街", "大道", "大街", "大路", "巷", "胡同", "弄"];
    let words = ["路程", "路线", "街头", "街道", "街上", "街区", "街坊", "街景", "街市"];
    let stem =
        rest.trim_start_matches(|it: char| "东西南北中上下环一二三四五六七八九十".contains(it) || it.is_ascii_digit());
    (rest.len() - stem.len()) <= "东一".len()
        && kinds.iter().any(|it| stem.starts_with(it))
        && !words.iter().any(|it| stem.starts_with(it))
}

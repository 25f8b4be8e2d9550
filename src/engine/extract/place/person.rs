//! Persons who are called like a county: 司机马鞍山, 妹妹叫江油, 高邮笑着说. Names of provinces are never read so.

use super::ground::is_han;
use super::site::Site;
use super::word::{self, Role};
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::Form;
use crate::engine::text::Span;
use crate::engine::token::Token;

/// How many tokens of a clause are searched for what two persons do to each other.
const N_BEHIND: usize = 8;

/// Between a person and the verb that names: 她的名字|叫.
const NAME_WORDS: [&str; 4] = ["的名字", "的小名", "名字", "小名"];

impl Site<'_> {
    /// What stands around the short name says that a person bears it.
    pub(super) fn is_person(&self, form: &Form, level: Level) -> bool {
        let rest = self.ground.rest(self.span.end);
        let is_place = [Role::Beside, Role::Office, Role::Body].iter().any(|&it| word::begins(rest, it));
        if is_place || !self.is_between_words() || self.holds_next(form) {
            return false;
        }
        let is_named = self.starts_with_surname();
        (is_named || level > Level::Prefecture) && self.is_called()
            || is_named && (self.is_someone(level) || self.is_acting(form, level))
    }

    fn starts_with_surname(&self) -> bool {
        self.printed.chars().next().is_some_and(word::is_surname)
    }

    /// Behind a person, a verb that names, and at the end of the clause: 妹妹叫|江油.
    fn is_called(&self) -> bool {
        let before = self.ground.before(self.span.start);
        let ends_clause = !self.ground.rest(self.span.end).starts_with(is_han);
        let starts = before.char_indices().rev().map(|it| it.0).take(3);
        let mut verbs = starts.filter(|&it| before.get(it..).is_some_and(|verb| word::is(verb, Role::Called)));
        ends_clause && verbs.any(|it| ends_with_person(before.get(..it).unwrap_or("")))
    }

    /// Right behind what a person is, and no noun follows: 司机|马鞍山. Of prefectures only names as long as a person's.
    fn is_someone(&self, level: Level) -> bool {
        let is_noun = |it: &Token| matches!(it.tag.as_str(), "n" | "ns" | "nt" | "nz" | "vn");
        let is_long = level > Level::Prefecture || self.n_chars == 3;
        is_long
            && word::ends(self.ground.before(self.span.start), 2, Role::Person)
            && !self.ground.token(self.span.end).is_some_and(is_noun)
    }

    /// At the beginning of a clause, before what only a person does: 高邮|笑着, 马龙|4比1击败.
    fn is_acting(&self, form: &Form, level: Level) -> bool {
        let next = self.ground.token(self.span.end).map_or("", |it| it.span.slice(self.ground.text));
        let is_county = level > Level::Prefecture;
        let is_far = || self.scene.surroundings(form.place).is_none() && !self.scene.is_named(form.place);
        !self.ground.before(self.span.start).ends_with(is_han)
            && is_far()
            && (word::is(next, Role::Act) || is_county && (word::is(next, Role::Say) || self.is_competing()))
    }

    /// Another person is the opponent: 马龙力克|王楚钦; but 昆山力克|江阴 are two cities.
    fn is_competing(&self) -> bool {
        let text = self.ground.text;
        let end = self.ground.rest(self.span.end).find(['，', '。', ',', '、', '；']).unwrap_or(usize::MAX);
        let behind = Span::new(self.span.end, text.len().min(self.span.end.saturating_add(end)));
        let mut tokens = self.ground.tokens_in(behind).take(N_BEHIND);
        let verb = tokens.find(|it| word::is(it.span.slice(text), Role::Contest));
        let is_name = |it: &Token| {
            let word = it.span.slice(text);
            let is_unknown = it.tag == "x" && word.chars().next().is_some_and(word::is_surname);
            is_unknown || matches!(it.tag.as_str(), "nr" | "nrt" | "nrfg")
        };
        let is_listed = |it: &Token| self.gazetteer().prefixes(self.ground.rest(it.span.start)).next().is_some();
        verb.is_some() && tokens.next().is_some_and(|it| is_name(it) && !is_listed(it))
    }
}

/// True when a person's word or a pronoun ends `text`, with the word for a name behind it or without.
fn ends_with_person(text: &str) -> bool {
    let text = NAME_WORDS.iter().find_map(|it| text.strip_suffix(it)).unwrap_or(text);
    text.ends_with(['我', '你', '他', '她']) || word::ends(text, 2, Role::Person)
}

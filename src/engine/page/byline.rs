//! Bylines and credits: who wrote, photographed or sent what, in every form that papers print.
//!
//! `□本报记者 宋爽 通讯员 苏日娜`, `◎郝佳丽`, `(本报记者 白丹)`, `李磊 摄`, `文/王芳 图/李磊`. A line or bracket is a byline only if all
//! of it is made of roles and names, so that no sentence is taken for one.

use std::sync::LazyLock;

use super::Credit;
use crate::engine::text::normalize::fold;
use crate::engine::text::sentence::is_han;
use crate::engine::text::table;

/// The people a byline names and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    /// One entry a person, in order.
    pub credits: Vec<Credit>,
    /// True when a role or a credit word is printed.
    pub has_role: bool,
    /// True when every name looks like a Chinese name or one in transliteration.
    pub is_namelike: bool,
}

impl Byline {
    /// True when everyone it names is a photographer.
    pub fn is_photo(&self) -> bool {
        self.credits.iter().all(|it| it.role == PHOTOGRAPHER)
    }
}

/// The role of everyone credited with a photo.
pub const PHOTOGRAPHER: &str = "摄";

/// Characters above which no byline goes.
const LONGEST: usize = 80;

/// The byline that `text` is, marks and brackets around it left out; `None` if any of it is something else.
pub fn parse(text: &str) -> Option<Byline> {
    if text.len() > LONGEST * 4 {
        return None;
    }
    let chars: Vec<char> = strip(text).chars().collect();
    if chars.is_empty() || chars.len() > LONGEST {
        return None;
    }
    let mut parser = Parser { is_marked: text.trim_start().starts_with('□'), ..Parser::default() };
    let mut at = 0;
    while at < chars.len() {
        at += parser.step(&chars[at..])?;
    }
    parser.finish()
}

/// The byline that a line with a byline's own mark (□) is, whatever stands in it: names are its parts of two to four
/// characters, longer parts before them are their role.
pub fn parse_marked(text: &str) -> Option<Byline> {
    let rest = text.trim().strip_prefix(['□', '▢', '▣', '☐'])?;
    if rest.chars().count() > 40 || rest.contains(['。', '，', ',', '！', '？', '“']) {
        return None;
    }
    if let Some(byline) = parse(text) {
        return Some(byline);
    }
    let mut role = String::new();
    let mut credits = vec![];
    for part in rest.split(is_separator).filter(|it| !it.is_empty()) {
        match part.chars().count() {
            2..=4 => credits.push(Credit { role: role.clone(), name: part.to_owned() }),
            _ => role = part.to_owned(),
        }
    }
    let is_namelike = credits.iter().all(|it| is_namelike(&it.name));
    (!credits.is_empty()).then_some(Byline { credits, has_role: true, is_namelike })
}

/// True when `text` looks like one person's name: a surname and one or two characters, or a name in transliteration.
pub fn is_namelike(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let names = &*NAMES;
    if text.contains(['·', '•']) {
        return chars.len() >= 3;
    }
    let transliterated = (2..=7).contains(&chars.len()) && chars.iter().all(|it| names.transliteration.contains(it));
    let double = names.double.iter().any(|it| text.starts_with(it));
    transliterated
        || (2..=3).contains(&chars.len()) && chars.first().is_some_and(|it| names.surname.contains(it))
        || (3..=4).contains(&chars.len()) && double
}

/// True for a credit that is neither body nor byline: `来源:…`, `责任编辑:…`, `下转第3版`.
pub fn is_aside(text: &str) -> bool {
    let text = strip(text);
    WORDS.iter().filter(|it| it.usage == Use::Aside).any(|word| {
        text.strip_prefix(word.text).is_some_and(|rest| {
            rest.is_empty()
                || rest.trim_start().starts_with([':', '：', '/', '第', '】', ' ', '\u{3000}'])
                || word.text.chars().count() > 2
        })
    })
}

/// True when `text` begins as reports do: `本报讯`, `新华社北京5月3日电`.
pub fn opens_report(text: &str) -> bool {
    WORDS.iter().filter(|it| it.usage == Use::Opener).any(|word| match word.text.split_once('…') {
        None => text.starts_with(word.text),
        Some((before, after)) => text.strip_prefix(before).is_some_and(|rest| {
            let near: String = rest.chars().take(16).collect();
            near.contains(after) && !near.split(after).next().unwrap_or("").contains(['，', ',', '。'])
        }),
    })
}

/// Without the marks before it and the brackets or dashes around it.
fn strip(text: &str) -> &str {
    let text = text.trim().trim_start_matches(|it: char| super::label::is_mark(it) || it.is_whitespace());
    let text = text.trim_start_matches("——").trim_start_matches("—");
    let inside = text.strip_prefix(['（', '(', '【', '[']).and_then(|it| it.strip_suffix(['）', ')', '】', ']']));
    inside.unwrap_or(text).trim()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Role,
    Photo,
    Both,
    Short,
    PhotoShort,
    Either,
    Aside,
    Opener,
}

struct Word {
    text: &'static str,
    usage: Use,
}

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let mut res: Vec<Word> = table::rows(include_str!("../../../data/bylines.tsv"))
        .filter_map(|row| {
            let usage = match *row.get(1)? {
                "role" => Use::Role,
                "photo" => Use::Photo,
                "both" => Use::Both,
                "short" => Use::Short,
                "photo-short" => Use::PhotoShort,
                "either" => Use::Either,
                "aside" => Use::Aside,
                "opener" => Use::Opener,
                _ => return None,
            };
            Some(Word { text: row.first()?, usage })
        })
        .collect();
    res.sort_by_key(|it| std::cmp::Reverse(it.text.len()));
    res
});

struct Names {
    surname: Vec<char>,
    double: Vec<&'static str>,
    transliteration: Vec<char>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut res = Names { surname: vec![], double: vec![], transliteration: vec![] };
    for row in table::rows(include_str!("../../../data/name_characters.tsv")) {
        match row[..] {
            ["surname", characters] => res.surname.extend(characters.chars()),
            ["double", names] => res.double.extend(names.split_whitespace()),
            ["transliteration", characters] => res.transliteration.extend(characters.chars()),
            _ => {}
        }
    }
    res
});

/// Reads roles and names from left to right; a word behind names (摄, 文/图) gives them their role.
#[derive(Default)]
struct Parser {
    credits: Vec<Credit>,
    /// The role that holds for the names that follow.
    role: String,
    /// Names before this index have their role for good.
    settled: usize,
    /// A lone character that may be the first half of a name set wide (王 磊).
    half: Option<char>,
    has_role: bool,
    /// True behind a mark that only bylines have: names of any sort are taken.
    is_marked: bool,
}

impl Parser {
    /// Reads what `rest` begins with; how many characters that was, or `None` if it is neither role nor name nor mark.
    fn step(&mut self, rest: &[char]) -> Option<usize> {
        if is_separator(rest[0]) {
            return Some(1);
        }
        if let Some((word, length)) = word_at(rest)
            && self.take_word(word, rest.get(length).copied())
        {
            return Some(length);
        }
        let token: Vec<char> = rest.iter().copied().take_while(|it| is_name_character(*it)).collect();
        self.take_token(&token)?;
        Some(token.len())
    }

    fn take_word(&mut self, word: &Word, next: Option<char>) -> bool {
        let at_border = next.is_none_or(|it| !is_name_character(it));
        let before_slash = next.is_some_and(|it| matches!(fold(it), '/' | ':' | '｜' | '|'));
        let unsettled = self.settled < self.credits.len();
        match word.usage {
            Use::Either if unsettled && at_border => {}
            Use::Role | Use::Either => self.open(word.text.to_owned()),
            Use::Photo if unsettled && at_border && !before_slash && !self.role.starts_with('文') => {
                self.settle(PHOTOGRAPHER)
            }
            Use::Photo if at_border => self.open(PHOTOGRAPHER.to_owned()),
            Use::Both if unsettled && at_border && self.role.is_empty() => self.settle(word.text),
            Use::Both if unsettled && at_border => self.settled = self.credits.len(),
            Use::Both if at_border => self.open(word.text.to_owned()),
            Use::Short if before_slash => self.open(word.text.to_owned()),
            Use::PhotoShort if before_slash => self.open(PHOTOGRAPHER.to_owned()),
            _ => return false,
        }
        self.has_role = true;
        true
    }

    fn open(&mut self, role: String) {
        self.role = role;
    }

    fn settle(&mut self, role: &str) {
        for credit in &mut self.credits[self.settled..] {
            credit.role = role.to_owned();
        }
        self.settled = self.credits.len();
        self.role = String::new();
    }

    fn take_token(&mut self, token: &[char]) -> Option<()> {
        let text: String = token.iter().collect();
        if token.is_empty() {
            return None;
        }
        if let Some((role, rest)) = with_medium(&text) {
            self.open(role.to_owned());
            self.has_role = true;
            return if rest.is_empty() { Some(()) } else { self.take_name(rest) };
        }
        if let [only] = token {
            return match self.half.take() {
                Some(first) => self.take_name(&format!("{first}{only}")),
                None => {
                    self.half = Some(*only);
                    Some(())
                }
            };
        }
        for (glued, role) in
            [("摄影报道", PHOTOGRAPHER), ("摄影", PHOTOGRAPHER), ("摄", PHOTOGRAPHER), ("报道", ""), ("文", "")]
        {
            let Some(name) = text.strip_suffix(glued).filter(|it| is_namelike(it)) else { continue };
            self.take_name(name)?;
            self.has_role |= !role.is_empty();
            if !role.is_empty() {
                self.settle(role);
            }
            return Some(());
        }
        self.take_name(&text)
    }

    fn take_name(&mut self, name: &str) -> Option<()> {
        let n_chars = name.chars().count();
        let fits = (2..=if self.is_marked { 7 } else { 4 }).contains(&n_chars) || n_chars <= 14 && is_namelike(name);
        if !fits || self.half.is_some() {
            return None;
        }
        self.credits.push(Credit { role: self.role.clone(), name: name.to_owned() });
        Some(())
    }

    fn finish(self) -> Option<Byline> {
        if self.credits.is_empty() || self.half.is_some() || self.credits.len() > 12 {
            return None;
        }
        let is_namelike = self.credits.iter().all(|it| is_namelike(&it.name));
        Some(Byline { credits: self.credits, has_role: self.has_role, is_namelike })
    }
}

/// The longest word of the table at the beginning of `rest`, and its length in characters.
fn word_at(rest: &[char]) -> Option<(&'static Word, usize)> {
    let near: String = rest.iter().take(8).collect();
    let words: &'static [Word] = &WORDS;
    let usable = |it: &&Word| !matches!(it.usage, Use::Aside | Use::Opener);
    let word = words.iter().filter(usable).find(|it| near.starts_with(it.text))?;
    let length = word.text.chars().count();
    let glued: String = rest[length..].iter().copied().take_while(|it| is_name_character(*it)).collect();
    (glued.is_empty() || word.usage == Use::Role && is_glued_name(&glued)).then_some((word, length))
}

/// `新华社记者`, `驻京通讯员王磊`: a role with a medium before it, and what follows it.
fn with_medium(token: &str) -> Option<(&str, &str)> {
    ["记者", "通讯员", "评论员"].iter().find_map(|word| {
        let end = token.find(word)? + word.len();
        let (role, rest) = token.split_at(end);
        (role.chars().count() <= 14 && (rest.is_empty() || is_glued_name(rest))).then_some((role, rest))
    })
}

/// A name that follows its role without a blank, perhaps with its credit word behind it.
fn is_glued_name(text: &str) -> bool {
    let bare = ["摄影报道", "摄影", "摄", "报道", "文"].iter().find_map(|it| text.strip_suffix(it)).unwrap_or(text);
    is_namelike(text) || is_namelike(bare)
}

fn is_separator(ch: char) -> bool {
    ch.is_whitespace() || matches!(fold(ch), '、' | ',' | ';' | ':' | '/' | '|' | '-' | '—')
}

fn is_name_character(ch: char) -> bool {
    is_han(ch) || matches!(ch, '·' | '•' | '〇')
}

//! Bylines and credits: who wrote, photographed or sent what, in every form that papers print.
//!
//! `□本报记者 宋爽 通讯员 苏日娜`, `◎郝佳丽`, `(本报记者 白丹)`, `李磊 摄`, `文/王芳 图/李磊`. A line or bracket is a byline only if all
//! of it is made of roles and names, so that no sentence is taken for one.

mod words;

use super::Credit;
use crate::engine::text::normalize::fold;
use crate::engine::text::sentence::is_han;
pub use words::{Use, Word, is_namelike, is_organization, words_from};

/// The people a byline names and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    /// One entry a person, in order.
    pub credits: Vec<Credit>,
    /// True when a role or a credit word is printed.
    pub has_role: bool,
    /// True when every name looks like a Chinese name or one in transliteration.
    pub is_namelike: bool,
    /// True when a word for who took pictures (摄, 文/图) is printed.
    pub has_pictures: bool,
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
    let is_bracketed = text.trim_start().starts_with(['（', '(', '【', '[']);
    let is_marked = text.trim_start().starts_with('□');
    let tells_pictures = chars.iter().any(|it| matches!(it, '图' | '摄'));
    let mut parser = Parser { is_marked, is_bracketed, tells_pictures, ..Parser::default() };
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
    (!credits.is_empty()).then_some(Byline { credits, has_role: true, is_namelike, has_pictures: false })
}

/// True for a credit that is neither body nor byline: `来源:…`, `责任编辑:…`, `下转第3版`.
pub fn is_aside(text: &str) -> bool {
    let text = strip(text);
    if text.contains('。') {
        return false;
    }
    let same_first = text.chars().next().map_or(&[][..], words_from);
    same_first.iter().filter(|it| it.usage == Use::Aside).any(|word| {
        text.strip_prefix(word.text).is_some_and(|rest| {
            rest.is_empty()
                || rest.trim_start().starts_with([':', '：', '/', '第', '】', '《'])
                || rest.starts_with(char::is_whitespace) && rest.split_whitespace().all(is_namelike)
                || word.text.chars().count() > 2
        })
    })
}

/// Without the marks before it and the brackets or dashes around it.
fn strip(text: &str) -> &str {
    let text = text.trim().trim_start_matches(|it: char| super::label::is_mark(it) || it.is_whitespace());
    let text = text.trim_start_matches("——").trim_start_matches("—");
    // 口 is how OCR often reads □.
    let text = text.strip_prefix('口').filter(|it| begins_with_role(it.trim_start())).unwrap_or(text).trim_start();
    let inside = text.strip_prefix(['（', '(', '【', '[']).and_then(|it| it.strip_suffix(['）', ')', '】', ']']));
    inside.unwrap_or(text).trim()
}

fn begins_with_role(text: &str) -> bool {
    let same_first = text.chars().next().map_or(&[][..], words_from);
    same_first.iter().any(|it| it.usage == Use::Role && text.starts_with(it.text))
}

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
    /// True once a word for who took pictures was read.
    has_pictures: bool,
    /// True when a word for who took pictures stands anywhere in it.
    tells_pictures: bool,
    /// True behind a mark that only bylines have: names of any sort are taken.
    is_marked: bool,
    /// True in brackets, where names of four characters need not look like names.
    is_bracketed: bool,
    /// True when the role is not one of the table but who employs them.
    is_employer: bool,
    /// True behind a word that stands before other things than names too.
    needs_names: bool,
}

impl Parser {
    /// Reads what `rest` begins with; how many characters that was, or `None` if it is neither role nor name nor mark.
    fn step(&mut self, rest: &[char]) -> Option<usize> {
        if let Some(length) = self.take_slashed(rest) {
            return Some(length);
        }
        if is_separator(rest[0]) {
            return Some(1);
        }
        if let Some((word, length)) = word_at(rest)
            && self.take_word(word, &rest[length..])
        {
            return Some(length);
        }
        let mut token: Vec<char> = rest.iter().copied().take_while(|it| is_name_character(*it)).collect();
        // `王芳文/图`: the word for both is glued to the name.
        let both =
            |at: &usize| word_at(&rest[*at..]).is_some_and(|(it, n)| it.usage == Use::Both && at + n > token.len());
        if let Some(at) = (2..token.len()).find(both) {
            token.truncate(at);
        }
        self.take_token(&token)?;
        Some(token.len())
    }

    /// `沈墨/文 骆驼/图`: what they did stands behind a slash.
    fn take_slashed(&mut self, rest: &[char]) -> Option<usize> {
        if fold(rest[0]) != '/' || self.settled == self.credits.len() {
            return None;
        }
        let word: String = rest[1..].iter().copied().take_while(|it| is_name_character(*it)).collect();
        match word.as_str() {
            "文" if self.role.is_empty() => self.settle("文"),
            "文" => self.settled = self.credits.len(),
            "图" | "摄" | "摄影" | "影" => {
                self.settle(PHOTOGRAPHER);
                self.has_pictures = true;
            }
            _ => return None,
        }
        self.has_role = true;
        Some(1 + word.chars().count())
    }

    fn take_word(&mut self, word: &Word, rest: &[char]) -> bool {
        let next = rest.first().copied();
        let at_border = next.is_none_or(|it| !is_name_character(it));
        let before_slash = next.is_some_and(|it| matches!(fold(it), '/' | ':' | '｜' | '|'));
        let unsettled = self.settled < self.credits.len();
        match word.usage {
            Use::Either if unsettled && at_border && !before_slash => {}
            Use::Role | Use::Either => self.open(word.text.to_owned()),
            Use::Photo if unsettled && at_border && !before_slash && !self.role.starts_with('文') => {
                // `王芳 摄影 李明`: the word stands before its name.
                match word.text.chars().count() > 1 && names_follow(rest) {
                    true => self.open(PHOTOGRAPHER.to_owned()),
                    false => self.settle(PHOTOGRAPHER),
                }
            }
            Use::Photo if at_border => self.open(PHOTOGRAPHER.to_owned()),
            Use::Both if unsettled && at_border && self.role.is_empty() => self.settle(word.text),
            Use::Both if unsettled && at_border => self.settled = self.credits.len(),
            Use::Both if at_border => self.open(word.text.to_owned()),
            Use::Short | Use::PhotoShort if before_slash => {
                self.needs_names = true;
                self.open(if word.usage == Use::Short { word.text } else { PHOTOGRAPHER }.to_owned());
            }
            _ => return false,
        }
        self.has_role = true;
        self.has_pictures |= matches!(word.usage, Use::Both | Use::Photo | Use::PhotoShort);
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
            let rest: Vec<char> = rest.chars().collect();
            return if rest.is_empty() { Some(()) } else { self.take_token(&rest) };
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
        // `通讯员 杨胜文`: where nobody took pictures, 文 is the end of the name.
        let is_name =
            |glued: &str| glued == "文" && !self.role.is_empty() && !self.tells_pictures && is_namelike(&text);
        for (glued, role) in GLUED {
            if is_name(glued) {
                continue;
            }
            let Some(name) = text.strip_suffix(glued).filter(|it| is_namelike(it) || is_organization(it)) else {
                continue;
            };
            self.take_name(name)?;
            self.has_role |= !role.is_empty();
            self.has_pictures |= role == PHOTOGRAPHER;
            if !role.is_empty() {
                self.settle(role);
            }
            return Some(());
        }
        self.take_name(&text)
    }

    fn take_name(&mut self, name: &str) -> Option<()> {
        let n_chars = name.chars().count();
        let longest = if self.is_marked { 7 } else { 3 + usize::from(self.is_bracketed) };
        let fits = (2..=longest).contains(&n_chars) || n_chars <= 14 && is_namelike(name);
        if self.half.is_some() {
            return None;
        }
        let organization = is_organization(name);
        if n_chars >= 4 && !is_namelike(name) && (self.is_marked || organization) && self.role.is_empty() {
            // Who employs them stands before the names, where names follow.
            self.open(name.to_owned());
            self.is_employer = true;
            return Some(());
        }
        if !fits {
            return None;
        }
        self.credits.push(Credit { role: self.role.clone(), name: name.to_owned() });
        Some(())
    }

    fn finish(mut self) -> Option<Byline> {
        if self.credits.is_empty() && self.is_employer && !self.is_marked {
            let name = std::mem::take(&mut self.role);
            self.credits.push(Credit { role: String::new(), name });
        }
        if self.credits.is_empty() && COLLECTIVES.iter().any(|it| self.role.ends_with(it)) {
            self.credits.push(Credit { role: String::new(), name: self.role.clone() });
        }
        if self.credits.is_empty() || self.half.is_some() || self.credits.len() > 12 {
            return None;
        }
        let is_namelike = self.credits.iter().all(|it| is_namelike(&it.name));
        let employed = self.is_employer && self.credits.iter().any(|it| !it.role.is_empty());
        if (self.needs_names || employed && !self.is_marked) && !is_namelike {
            return None;
        }
        let has_role = self.has_role || employed;
        Some(Byline { credits: self.credits, has_role, is_namelike, has_pictures: self.has_pictures })
    }
}

/// Words that stand behind a name without a blank, and the role that they give.
const GLUED: [(&str, &str); 7] = [
    ("摄影报道", PHOTOGRAPHER),
    ("摄影", PHOTOGRAPHER),
    ("摄", PHOTOGRAPHER),
    ("报道", ""),
    ("供稿", ""),
    ("提供", ""),
    ("文", ""),
];
/// Who signs without a name: `本报评论员`.
const COLLECTIVES: [&str; 2] = ["评论员", "编辑部"];

/// True when a name and no role comes next.
fn names_follow(rest: &[char]) -> bool {
    let rest: Vec<char> = rest.iter().copied().skip_while(|it| it.is_whitespace()).collect();
    let name: String = rest.iter().copied().take_while(|it| is_name_character(*it)).collect();
    is_namelike(&name) && word_at(&rest).is_none()
}

/// The longest word of the table at the beginning of `rest`, and its length in characters.
fn word_at(rest: &[char]) -> Option<(&'static Word, usize)> {
    let usable = |it: &Word| !matches!(it.usage, Use::Aside | Use::Opener | Use::Organization);
    let length = |word: &Word| {
        let n_same = word.text.chars().zip(rest).take_while(|(a, b)| a == *b).count();
        Some(n_same).filter(|&it| usable(word) && it == word.text.chars().count())
    };
    let (word, length) = words_from(*rest.first()?).iter().find_map(|it| Some((*it, length(it)?)))?;
    let glued: String = rest[length..].iter().copied().take_while(|it| is_name_character(*it)).collect();
    (glued.is_empty() || word.usage == Use::Role && is_glued_name(&glued)).then_some((word, length))
}

/// `新华社记者`, `驻京通讯员王磊`: a role with a medium before it, and what follows it.
fn with_medium(token: &str) -> Option<(&str, &str)> {
    ["记者", "通讯员", "评论员", "编辑部"].iter().find_map(|word| {
        let end = token.find(word)? + word.len();
        let (role, rest) = token.split_at(end);
        (role.chars().count() <= 14 && (rest.is_empty() || is_glued_name(rest))).then_some((role, rest))
    })
}

/// A name that follows its role without a blank, perhaps with its credit word behind it.
fn is_glued_name(text: &str) -> bool {
    let bare = GLUED.iter().find_map(|it| text.strip_suffix(it.0)).unwrap_or(text);
    is_namelike(text) || is_namelike(bare)
}

fn is_separator(ch: char) -> bool {
    ch.is_whitespace() || matches!(fold(ch), '、' | ',' | ';' | ':' | '/' | '|' | '-' | '—')
}

fn is_name_character(ch: char) -> bool {
    is_han(ch) || matches!(ch, '·' | '•' | '・' | '‧' | '〇')
}

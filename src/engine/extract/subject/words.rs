//! The words of a text as the subject rules see them: classes, with each figure as one word.

use std::sync::LazyLock;

use crate::engine::extract::figure::Draft;
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral;
use crate::engine::extract::overlap::Taken;
use crate::engine::extract::table::{self, ByChar};
use crate::engine::text::Span;
use crate::engine::token::{Tag, Token};

/// A word and what it does in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub span: Span,
    /// Its class.
    pub class: Class,
    /// True where the dictionary has it as a person's name.
    pub is_name: bool,
}

impl Word {
    fn of(span: Span, class: Class) -> Self {
        Word { span, class, is_name: false }
    }
}

/// What a word does in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Noun, name, abbreviation, unknown word.
    Noun,
    /// Noun made of a verb: 建设, 服务.
    NounVerb,
    /// Adjective, distinguishing word.
    Attribute,
    /// 上, 中, 以来.
    Direction,
    /// Verb.
    Verb,
    /// Verb whose object is counted: 建成, 吸引.
    Weak,
    /// 增长, 下降, 增收.
    Change,
    /// 达, 为, 共.
    Link,
    /// 全市, 该.
    Lead,
    /// A place's name.
    Place,
    /// 的.
    De,
    /// 了, 着, 地.
    Particle,
    /// 与, 在, 由.
    Preposition,
    /// 和, 及.
    And,
    /// 、.
    Pause,
    /// Adverb.
    Adverb,
    /// A number that is no figure, a measure word.
    Number,
    /// A figure, by its index.
    Figure(usize),
    /// A date.
    Date,
    /// “ 《.
    Open,
    /// ” 》.
    Close,
    /// Brackets.
    Bracket,
    /// ， ： and the like.
    Comma,
    /// 。 ； and the end of a paragraph.
    Stop,
}

/// Words of one text.
#[derive(Debug)]
pub struct Words<'a> {
    /// The text.
    pub glyphs: &'a Glyphs<'a>,
    words: Vec<Word>,
    /// Where each figure stands in `words`.
    figures: Vec<usize>,
}

impl<'a> Words<'a> {
    /// The words of a text that has `drafts` and `dates`.
    pub fn new(glyphs: &'a Glyphs<'a>, tokens: &[Token], drafts: &[Draft], dates: &Taken) -> Self {
        let mut res = Words { glyphs, words: Vec::with_capacity(tokens.len()), figures: vec![] };
        let mut figures = drafts.iter().map(|it| glyphs.span(it.start, it.end)).peekable();
        let mut at = 0;
        for token in tokens {
            while let Some(figure) = figures.next_if(|it| it.start < token.span.end) {
                res.piece(token, at, figure.start, dates);
                res.figures.push(res.words.len());
                res.words.push(Word::of(figure, Class::Figure(res.figures.len() - 1)));
                at = figure.end;
            }
            res.piece(token, at, token.span.end, dates);
            at = at.max(token.span.end);
        }
        res
    }

    /// The word at `idx`.
    pub fn at(&self, idx: usize) -> Option<Word> {
        self.words.get(idx).copied()
    }

    /// The class of the word at `idx`; a stop outside the text.
    pub fn class(&self, idx: usize) -> Class {
        self.at(idx).map_or(Class::Stop, |it| it.class)
    }

    /// Where figure `idx` stands among the words.
    pub fn figure(&self, idx: usize) -> usize {
        self.figures.get(idx).copied().unwrap_or(self.words.len())
    }

    /// The word's text.
    pub fn text(&self, word: Word) -> &'a str {
        word.span.slice(self.glyphs.text())
    }

    /// True for a number, or a measure word behind one: 一 次, not 级 alone.
    pub fn is_number(&self, idx: usize) -> bool {
        let numeral = |it: usize| {
            self.at(it).is_some_and(|it| self.text(it).starts_with(numeral::may_begin) || self.text(it).ends_with('一'))
        };
        let each = self.at(idx).is_some_and(|it| self.text(it) == "每");
        let period = self.at(idx).is_some_and(|it| self.text(it).ends_with(['年', '月', '天', '日', '周']));
        each || self.class(idx) == Class::Number && !period && (numeral(idx) || idx > 0 && numeral(idx - 1))
    }

    /// The first word that begins at `byte` or behind it.
    pub fn index(&self, byte: usize) -> usize {
        self.words.partition_point(|it| it.span.start < byte)
    }

    /// True where figure `idx + 1` begins right behind figure `idx`.
    pub fn touches_next(&self, idx: usize) -> bool {
        matches!(self.class(self.figure(idx) + 1), Class::Figure(_))
    }

    /// True where no sentence ends between figure `idx` and the one before it.
    pub fn same_sentence(&self, idx: usize) -> bool {
        let Some(previous) = idx.checked_sub(1) else { return false };
        !(self.figure(previous)..self.figure(idx)).any(|it| self.class(it) == Class::Stop)
    }

    /// Adds the part of `token` in `from..to`, and the paragraph's end before it.
    fn piece(&mut self, token: &Token, from: usize, to: usize, dates: &Taken) {
        let span = Span::new(token.span.start.max(from), to.min(token.span.end));
        let last = self.words.last().map_or(0, |it| it.span.end);
        let between = if last < span.start { self.glyphs.text().get(last..span.start) } else { None };
        if between.is_some_and(|it| it.contains('\n')) {
            self.words.push(Word::of(Span::new(span.start, span.start), Class::Stop));
        }
        if span.is_empty() {
            return;
        }
        let text = span.slice(self.glyphs.text());
        let class = match (dates.at(span), span == token.span) {
            (Some(_), _) => Class::Date,
            (None, true) if token.tag == "x" && named(text).is_none() && self.joined(span, text) => return,
            (None, true) if self.led(span, text) => return,
            (None, true) => class(text, token.tag),
            (None, false) => named(text).unwrap_or(Class::Noun),
        };
        self.words.push(Word { span, class, is_name: token.tag == "nr" && class == Class::Noun });
    }

    /// Words of the dictionary that are a verb with its object (解决|问题, 发放|贷款) or a leading word with its noun
    /// (现有|企业): adds both parts.
    fn led(&mut self, span: Span, text: &str) -> bool {
        let Some((middle, _)) = text.char_indices().nth(2) else { return false };
        let (first, rest) = text.split_at(middle);
        let leads = matches!(named(first), Some(Class::Weak | Class::Change | Class::Link | Class::Lead));
        let is_two = leads && rest.chars().nth(1).is_some() && named(text).is_none();
        if is_two {
            let middle = span.start + middle;
            self.words.push(Word::of(Span::new(span.start, middle), named(first).unwrap_or(Class::Weak)));
            self.words.push(Word::of(Span::new(middle, span.end), named(rest).unwrap_or(Class::Noun)));
        }
        is_two
    }

    /// Unknown words of two characters that the tokenizer made by joining a function word to a noun (率|达, 有|常, 人|中),
    /// and of three that begin with one (到|京蒙, 已|高达): adds both parts.
    fn joined(&mut self, span: Span, text: &str) -> bool {
        const FUNCTION_WORDS: &str = "有为达在是到超至从由将把被让使于已共约近能可会要须需只仅均各竟应也都";
        const PLACES: &str = "中里内";
        let is_one_of = |all: &str, it: Option<char>| it.is_some_and(|it| all.contains(it));
        let (first, last) = (text.chars().next(), text.chars().last());
        let n_chars = text.chars().take(4).count();
        if !matches!(n_chars, 2 | 3) {
            return false;
        }
        let left = is_one_of(FUNCTION_WORDS, first);
        let arrives = is_one_of("到至", last) && !is_one_of("率额量值价数度", first);
        if last == Some('为') && is_one_of("划列分定改评选判折换视", first) {
            return false;
        }
        let right = (is_one_of(FUNCTION_WORDS, last) || is_one_of(PLACES, last)) && n_chars == 2 && !arrives;
        let Some(first) = first.filter(|_| left || right) else { return false };
        let middle = span.start + first.len_utf8();
        for (part, function) in [(Span::new(span.start, middle), left), (Span::new(middle, span.end), right)] {
            let fallback = if function { Class::Link } else { Class::Noun };
            let class = named(part.slice(self.glyphs.text())).unwrap_or(fallback);
            self.words.push(Word::of(part, class));
        }
        true
    }
}

static ROLES: LazyLock<ByChar<Vec<(&'static str, Class)>>> = LazyLock::new(|| {
    let role = |row: Vec<&'static str>| {
        let class = match table::field(&row, 1) {
            "link" => Class::Link,
            "change" => Class::Change,
            "lead" => Class::Lead,
            "noun" => Class::Noun,
            "noun-verb" => Class::NounVerb,
            "attribute" => Class::Attribute,
            _ => Class::Weak,
        };
        (table::field(&row, 0), class)
    };
    let roles = table::rows(data_table!(subject_words)).map(role);
    ByChar::of(roles, |it| it.0, |all: &mut Vec<_>, it| all.push(it))
});

fn named(text: &str) -> Option<Class> {
    let same_first = ROLES.get(text.chars().next()?)?;
    // Of two rows for one word the last counts.
    same_first.iter().rfind(|it| it.0 == text).map(|it| it.1)
}

fn class(text: &str, tag: Tag) -> Class {
    if let Some(class) = punctuation(text) {
        return class;
    }
    if text == "的" {
        return Class::De;
    }
    if let Some(class) = named(text) {
        return class;
    }
    if text.starts_with('每') {
        return Class::Link;
    }
    let by_ending = match tag.as_str() {
        "m" | "mq" => (text.ends_with('级') && text.chars().nth(1).is_some()).then_some(Class::Attribute),
        "x" => unknown(text),
        "v" => text.ends_with(['到', '至', '达', '为', '成']).then_some(Class::Change),
        _ => None,
    };
    by_ending.unwrap_or_else(|| OF_TAG.get(tag.number()).copied().unwrap_or(Class::Noun))
}

/// Words that no dictionary has, by their last character: 涨到, 排到, 驶进, 十一.
fn unknown(text: &str) -> Option<Class> {
    let is_two = || text.chars().count() == 2;
    match text.chars().next_back()? {
        '到' | '至' | '为' if is_two() => Some(Class::Change),
        '进' | '出' | '往' | '抵' | '入' if is_two() => Some(Class::Verb),
        '一' | '两' | '几' => Some(Class::Number),
        _ => None,
    }
}

/// The class of each of jieba's tags.
static OF_TAG: LazyLock<Vec<Class>> = LazyLock::new(|| Tag::all().map(of_tag).collect());

fn of_tag(tag: Tag) -> Class {
    match tag.as_str() {
        "c" | "cc" => Class::And,
        "vn" => Class::NounVerb,
        "ns" => Class::Place,
        "f" => Class::Direction,
        "t" | "tg" => Class::Date,
        "m" | "q" | "mq" => Class::Number,
        "r" | "rr" | "rz" => Class::Lead,
        "p" | "pba" | "pbei" => Class::Preposition,
        "d" | "df" | "dg" => Class::Adverb,
        "a" | "ad" | "ag" | "b" | "z" | "i" => Class::Attribute,
        "y" | "e" => Class::Particle,
        it if it.starts_with('u') => Class::Particle,
        it if it.starts_with('v') => Class::Verb,
        _ => Class::Noun,
    }
}

fn punctuation(text: &str) -> Option<Class> {
    let ch = text.chars().next()?;
    let class = match ch {
        '\u{4e00}'..='\u{9fff}' => return None,
        '、' => Class::Pause,
        '“' | '‘' | '《' | '「' | '『' => Class::Open,
        '”' | '’' | '》' | '」' | '』' => Class::Close,
        '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】' => Class::Bracket,
        '。' | '!' | '?' | '！' | '？' | ';' | '；' => Class::Stop,
        _ if ch.is_alphanumeric() => return None,
        _ => Class::Comma,
    };
    Some(class)
}

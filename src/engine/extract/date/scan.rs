//! Finds the expressions of a text, left to right, longest first: points, then ranges, then the words behind them.

use super::expression::{Direction, Edge, Expression, Inner, Point};
use super::glyph::{Glyphs, is_chinese_digit};
use super::numeric;
use super::point;
use super::words::{self, WordKind, find, stands};
use crate::engine::extract::begin::{self, Begin};
use crate::engine::text::Span;

/// An expression and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// Bytes of the text.
    pub(crate) span: Span,
    /// What it says.
    pub(crate) expression: Expression,
    /// What its clause says about its time.
    pub(crate) direction: Direction,
    /// Number of its sentence in the text, from 0.
    pub(crate) sentence: usize,
    /// Number of its line in the text, from 0.
    pub(crate) paragraph: usize,
    /// True where the text says nothing else: a heading or a field of a form.
    pub(crate) is_alone: bool,
    /// True for both halves of 年末岁初, the turn of two years.
    pub(crate) at_turn: bool,
    /// True for the day of a report: 新华社北京1月23日电.
    pub(crate) is_dateline: bool,
    /// True behind 比 and 较: a year named only to be compared with says nothing about what follows.
    pub(crate) compared: bool,
}

/// How far a cue of direction may stand from a date, in characters. More finds cues of other clauses.
const CUE_REACH: usize = 40;

/// Characters of a line before the day of its dateline at most: agency, towns and reporters.
const DATELINE: usize = 24;

/// The expressions of `text`, in order, without overlap.
pub(crate) fn scan(text: &str) -> Vec<Found> {
    let glyphs = Glyphs::of(text);
    let titled = titled(&glyphs);
    let mut res = vec![];
    let (mut at, mut counted, mut sentence, mut paragraph, mut line) = (0, 0, 0, 0, 0);
    // Where the last expression ended, and what only repeats it may stand.
    let mut behind = usize::MAX;
    while at < glyphs.len() {
        if at != behind && !begin::may(glyphs.char(at), Begin::Date) {
            at += 1;
            continue;
        }
        for idx in counted..at {
            if begin::may(glyphs.char(idx), Begin::Break) {
                sentence += 1;
                if glyphs.char(idx) == '\n' {
                    paragraph += 1;
                    line = idx + 1;
                }
            }
        }
        counted = at;
        if let Some(end) = if at == behind { same_again(&glyphs, at) } else { None } {
            at = end;
        } else if titled.get(at).copied().unwrap_or(false) || !stands_for_itself(&glyphs, at) {
            at += 1;
        } else if let Some(end) = not_a_date(&glyphs, at) {
            at = end;
        } else if let Some((expression, end)) = expression(&glyphs, at) {
            if is_recurring(&glyphs, at) {
                at = end;
                continue;
            }
            let direction = direction(&glyphs, at, end, expression.edge);
            let compared = matches!(glyphs.before(at), '比' | '较');
            let span = glyphs.span(at, end);
            let is_alone = at == 0 && end == glyphs.len();
            let is_dateline = at - line <= DATELINE && is_day(expression) && is_report(&glyphs, end);
            let at_turn = is_turn(&glyphs, at, end, expression);
            res.push(Found {
                span,
                expression,
                direction,
                sentence,
                paragraph,
                is_alone,
                at_turn,
                is_dateline,
                compared,
            });
            behind = end;
            at = end;
        } else {
            at += 1;
        }
    }
    res
}

/// True for the 电 and 讯 behind the day of a report.
fn is_report(glyphs: &Glyphs, at: usize) -> bool {
    matches!(glyphs.char(at), '电' | '讯')
}

fn is_day(expression: Expression) -> bool {
    let one = expression.last.is_none() && expression.edge == Edge::None;
    one && matches!(expression.first, Point::Calendar { inner: Inner::Day(..), .. })
}

/// True for 年末 right before 岁初, and for 岁初 right behind it.
fn is_turn(glyphs: &Glyphs, at: usize, end: usize, expression: Expression) -> bool {
    let Point::Calendar { year: None, inner: Inner::YearEdge(month) } = expression.first else { return false };
    let edge = |at: usize, month: i32| {
        find(glyphs, at, &[WordKind::YearEdge]).is_some_and(|it| it.0.a == month && it.1 == at + 2)
    };
    month == 12 && edge(end, 1) || month == 1 && at >= 2 && edge(at - 2, 12)
}

/// True for each character between 《 and 》: years in titles are names. Empty where there is none.
fn titled(glyphs: &Glyphs) -> Vec<bool> {
    if !glyphs.has('《') {
        return vec![];
    }
    let mut res = vec![false; glyphs.len()];
    let mut open = None;
    for at in 0..glyphs.len() {
        match (glyphs.char(at), open) {
            ('《', None) => open = Some(at),
            ('》', Some(start)) => {
                res[start..at].fill(true);
                open = None;
            }
            ('\n', _) => open = None,
            _ => {}
        }
    }
    res
}

/// The end of the 当天 of 3月5日当天, which only says the day again.
fn same_again(glyphs: &Glyphs, at: usize) -> Option<usize> {
    find(glyphs, at, &[WordKind::NamedDay, WordKind::NamedMonth]).filter(|it| it.0.a == 0).map(|it| it.1)
}

/// True for the characters that a date, or what must not be taken for one, may begin with.
pub(crate) fn may_begin(ch: char) -> bool {
    let numeral = ch.is_ascii_digit() || is_chinese_digit(ch);
    numeral || is_grammar(ch) || is_stem(ch) || matches!(ch, '(' | ',') || words::may_begin(ch)
}

/// What the grammar itself names: 大年, 首月, 第一季度, 最后一周, 前三季度, 元月, 两年前, 半年来, 闰月, ’98.
fn is_grammar(ch: char) -> bool {
    matches!(ch, '大' | '首' | '第' | '最' | '前' | '头' | '元' | '两' | '半' | '闰' | '’' | '\'' | '‘')
}

/// True where, by more than the first character, a date or what must not be taken for one may begin.
fn stands_for_itself(glyphs: &Glyphs, at: usize) -> bool {
    let ch = glyphs.char(at);
    if ch.is_ascii_digit() || is_chinese_digit(ch) {
        return stands(glyphs, at) || glyphs.numeral(at).is_none_or(|it| !COUNTED.contains(&glyphs.char(it.end)));
    }
    let explains = matches!(ch, '(' | ',') && matches!(glyphs.before(at), '日' | '号');
    is_grammar(ch) || is_stem(ch) || explains || stands(glyphs, at)
}

/// Characters behind a numeral that make it a number of things: 三人, 一起, 5公里.
const COUNTED: [char; 31] = [
    '人', '名', '户', '家', '亩', '元', '吨', '公', '斤', '米', '平', '项', '次', '条', '件', '种', '位', '只', '头',
    '倍', '岁', '步', '起', '定', '方', '面', '直', '般', '样', '些', '切',
];

/// True for the first character of 癸卯年.
fn is_stem(ch: char) -> bool {
    matches!(ch, '甲' | '乙' | '丙' | '丁' | '戊' | '己' | '庚' | '辛' | '壬' | '癸')
}

/// The end of words that look like a date and are none: names, 周一至周五, and the （星期二） or ，星期二 behind a day.
fn not_a_date(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let word = find(glyphs, at, &[WordKind::Not]).map(|it| it.1);
    word.or_else(|| point::timetable(glyphs, at)).or_else(|| point::explaining_weekday(glyphs, at))
}

fn expression(glyphs: &Glyphs, at: usize) -> Option<(Expression, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Vague, WordKind::VagueSeason]) {
        return Some((Expression::point(Point::Vague(word.kind == WordKind::Vague && word.a == 1)), end));
    }
    let ((first, mut last), mut end) = point::at(glyphs, at)?;
    if last.is_none()
        && let Some((point, after)) = range_end(glyphs, end, first).or_else(|| pair_end(glyphs, end, first))
    {
        (last, end) = (Some(point), after);
    }
    let (edge, end) = edge(glyphs, end, first, last);
    Some((Expression { first, last, edge }, end))
}

/// 每年5月, 每逢春节: no point in time.
fn is_recurring(glyphs: &Glyphs, at: usize) -> bool {
    let mut at = at;
    for _ in 0..4 {
        match glyphs.before(at) {
            '每' | '逢' | '历' => return true,
            '年' | '月' | '周' | '个' | '的' | '到' | '季' | '度' | '在' | '当' => at -= 1,
            _ => return false,
        }
    }
    false
}

/// The second point of a range whose first ends at `at`.
fn range_end(glyphs: &Glyphs, at: usize, first: Point) -> Option<(Point, usize)> {
    let start = point::separator(glyphs, at)?;
    // 2008.03-2009: a range of numbers may end in a year alone.
    let year = || if glyphs.before(at).is_ascii_digit() { numeric::last_year(glyphs, start) } else { None };
    let ((last, none), end) = point::second(glyphs, start, first).or_else(year)?;
    none.is_none().then_some((last, end))
}

/// The second point of 2015年和2018年之间; without 之间 they are two dates.
fn pair_end(glyphs: &Glyphs, at: usize, first: Point) -> Option<(Point, usize)> {
    let start = glyphs.after_one_of(at, "和与跟同")?;
    let ((last, none), end) = point::second(glyphs, start, first)?;
    find(glyphs, end, &[WordKind::Between])?;
    none.is_none().then_some((last, end))
}

/// What the words at `at` make of the points before them, and where they end.
fn edge(glyphs: &Glyphs, at: usize, first: Point, last: Option<Point>) -> (Edge, usize) {
    use WordKind::{After, Around, Before, Between, During, From, Since};
    let Some((word, end)) = find(glyphs, at, &[After, Around, Before, Between, During, From, Since]) else {
        return (Edge::None, at);
    };
    let long = last.is_some()
        || matches!(first, Point::Decade(..) | Point::Decades(..) | Point::Years(..) | Point::Century(_));
    let whole = matches!(first, Point::Calendar { inner: Inner::Whole | Inner::Feast(..), .. });
    match word.kind {
        Since => (Edge::Since, end),
        // 2020至2025年前, 3年前之前: nothing more is said.
        Before if last.is_some() || matches!(first, Point::Step(..)) => (Edge::None, end),
        Before => (Edge::Before, end),
        After => (Edge::After, end),
        From => (Edge::From, at),
        Around => (Edge::Around, end),
        Between if last.is_some() => (Edge::None, end),
        During if long || whole => (Edge::None, end),
        _ => (Edge::None, at),
    }
}

/// What the clause says: the nearest cue before the date (将于10月), then the first one behind it.
fn direction(glyphs: &Glyphs, start: usize, end: usize, edge: Edge) -> Direction {
    let cue = |at: usize| find(glyphs, at, &[WordKind::Future, WordKind::Past]).map(|(word, _)| word.kind);
    let before = (start.saturating_sub(4)..start).rev().take_while(|it| !glyphs.is_stop(*it)).find_map(cue);
    let behind = || {
        let ends = |at: &usize| !matches!(glyphs.char(*at), '。' | '！' | '？' | '!' | '?' | '；' | ';' | '\n');
        (end..end + CUE_REACH).take_while(ends).find_map(cue)
    };
    // 新华社北京12月30日电: the day of a report is behind it.
    if is_report(glyphs, end) {
        return Direction::Past;
    }
    // 12月31日前完成 is a deadline, 以前 is not always one, and 年底前已完成 is none.
    let done = matches!(glyphs.char(end), '已' | '曾');
    if edge == Edge::Before && !done && !matches!(glyphs.before(end - 1), '以' | '之') {
        return Direction::Future;
    }
    match before.or_else(behind) {
        Some(WordKind::Future) => Direction::Future,
        Some(_) => Direction::Past,
        None if edge == Edge::Before => Direction::Future,
        None => Direction::Unsaid,
    }
}

//! Events whose time is known, from `data/datable_events.tsv`: that a page names one bounds its date, and what the clause
//! says of it (即将开幕, 正在举行, 刚刚落幕) puts it before, into or behind the event's own days.

use std::sync::LazyLock;

use super::clue::{SURE, Says, clause_of};
use crate::engine::extract::calendar::plus_months;
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::table;
use crate::engine::text::Span;

/// What the events named in `text` say, each once as far as nothing but its name does.
pub(crate) fn events(text: &str) -> Vec<(Span, Says)> {
    let mut res = vec![];
    for event in EVENTS.iter() {
        let spans = text.match_indices(event.words).map(|(at, it)| Span::new(at, at + it.len())).take(MOST);
        let mut told = spans.clone().filter_map(|it| Some((it, event.told(state(text, it)?)?))).peekable();
        if told.peek().is_some() {
            res.extend(told);
        } else if let (Some(span), Some(first)) = (spans.clone().next(), &event.first) {
            res.push((span, Says::Event(first.clone(), event.last.clone())));
        }
    }
    res
}

/// Mentions of one event that are looked at.
const MOST: usize = 8;

/// How the page stands to an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// 备战, 倒计时: some day before it.
    Ahead,
    /// 即将开幕: shortly before it.
    Soon,
    /// 正在举行, 昨日开幕.
    On,
    /// 刚刚落幕: within [`AFTERMATH`] months behind it.
    Over,
    /// 去年成都大运会, 今年的成都大运会: in the year that many years behind it.
    Years(i32),
}

/// Months behind an event in which it is just over.
const AFTERMATH: i32 = 2;
/// Months before an event in which it is about to begin.
const EVE: i32 = 2;

const AHEAD: [&str; 7] = ["倒计时", "备战", "筹备", "筹办", "迎接", "喜迎", "助力迎"];
const SOON: [&str; 6] = ["即将", "将于", "将在", "临近", "在即", "开幕前夕"];
const GOING_ON: [&str; 5] = ["正在", "火热进行", "如火如荼", "正酣", "激战"];
const BEGUN: [&str; 5] = ["开幕", "开赛", "召开", "举行", "启幕"];
const ENDED: [&str; 6] = ["落幕", "闭幕", "结束", "收官", "落下帷幕", "凯旋"];
/// Words that say it is news.
const JUST: [&str; 11] = ["刚刚", "刚", "日前", "近日", "不久前", "今天", "今日", "昨天", "昨日", "昨晚", "今晚"];

/// What the clause around the name says, the surest first.
fn state(text: &str, span: Span) -> Option<State> {
    let clause = clause_of(text, span);
    let has = |words: &[&str]| words.iter().any(|it| clause.contains(it));
    let begun = has(&JUST) && has(&BEGUN);
    let before = text[..span.start].trim_end_matches('的');
    if let Some(years) = [("今年", 0), ("去年", 1), ("前年", 2)].iter().find(|it| before.ends_with(it.0)) {
        let near = years.1 == 0 && (has(&SOON) || has(&GOING_ON) || has(&JUST));
        if !near {
            return Some(State::Years(years.1));
        }
    }
    // 自…闭幕以来 and 去年…落幕 are older than 刚刚.
    let old = ["去年", "前年", "上届", "以来", "那年", "当年"].iter().any(|it| clause.contains(it));
    match () {
        () if old => None,
        () if has(&SOON) => Some(State::Soon),
        () if has(&AHEAD) => Some(State::Ahead),
        () if has(&ENDED) && has(&JUST) => Some(State::Over),
        () if has(&GOING_ON) || begun => Some(State::On),
        () => None,
    }
}

/// A row of the table.
#[derive(Debug)]
struct Event {
    words: &'static str,
    first: Option<Edtf>,
    last: Option<Edtf>,
    own: Option<Own>,
}

/// When an event is held.
#[derive(Debug)]
enum Own {
    /// First and last month, year × 12 + month − 1.
    Once(i32, i32),
    /// First and last month of every year, from 0.
    Yearly(i32, i32),
}

impl Event {
    fn of(row: &[&'static str]) -> Self {
        let edtf = |idx: usize| Edtf::parse(table::field(row, idx));
        let month = |idx: usize| edtf(idx)?.bounds().0.map(|it| it.year * 12 + i32::from(it.month) - 1);
        let yearly = |idx: usize| {
            let (month, _) = table::field(row, idx).split_once('-')?;
            month.parse::<i32>().ok().filter(|it| (1..=12).contains(it)).map(|it| it - 1)
        };
        let once = month(3).zip(month(4)).map(|(first, last)| Own::Once(first, last));
        let own = once.or_else(|| yearly(3).zip(yearly(4)).map(|(first, last)| Own::Yearly(first, last)));
        Event { words: table::field(row, 0), first: edtf(1), last: edtf(2), own }
    }

    /// What a page says by its state to the event; `None` where the event's days are not known.
    fn told(&self, state: State) -> Option<Says> {
        let window = |first: i32, last: i32| match state {
            State::Ahead => (first - 12, first),
            State::Soon => (first - EVE, first),
            State::On => (first, last),
            State::Over => (last, last + AFTERMATH),
            State::Years(years) => (first + years * 12, last + years * 12),
        };
        match self.own.as_ref()? {
            Own::Once(first, _) if matches!(state, State::Years(_)) => {
                let year = window(*first, *first).0.div_euclid(12);
                Some(Says::Year { earliest: year, weights: vec![(year, 2 * SURE)] })
            }
            Own::Once(first, last) => {
                let (from, to) = window(*first, *last);
                Some(Says::Event(edtf(from)?, edtf(to)))
            }
            // A year's preparation for what comes every year tells nothing.
            Own::Yearly(..) if matches!(state, State::Ahead | State::Years(_)) => None,
            Own::Yearly(first, last) => {
                let (from, to) = window(*first, *last);
                let mut weights = [0; 12];
                for month in from..=to {
                    if let Some(it) = usize::try_from(month.rem_euclid(12)).ok().and_then(|it| weights.get_mut(it)) {
                        *it = SURE;
                    }
                }
                Some(Says::Months(weights))
            }
        }
    }
}

fn edtf(month: i32) -> Option<Edtf> {
    let (year, month) = plus_months(month.div_euclid(12), 1, month.rem_euclid(12));
    Edtf::month(year, month)
}

static EVENTS: LazyLock<Vec<Event>> =
    LazyLock::new(|| table::rows(data_table!(datable_events)).map(|row| Event::of(&row)).collect());

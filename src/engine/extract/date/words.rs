//! The words of dates, read once from `data/date_words.tsv`.

use std::sync::LazyLock;

use super::glyph::Glyphs;
use crate::engine::arrange::Arrange;
use crate::engine::extract::table::ByChar;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What a row is, and what its numbers `a` and `b` mean.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum WordKind { $($(#[$doc])* $name,)* }

        impl WordKind {
            fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(WordKind::$name),)* _ => None }
            }

            /// One bit a kind.
            const fn bit(self) -> u64 {
                1 << self as u64
            }
        }
    };
}

kinds! {
    /// 今年: a years from the page's.
    Year = "year";
    /// 当年: a years from the one named last.
    NamedYear = "named-year";
    /// 本月: a months from the page's.
    Month = "month";
    /// 当月: a months from the one named last.
    NamedMonth = "named-month";
    /// 昨日: a days from the page's.
    Day = "day";
    /// 次日: a days from the one named last.
    NamedDay = "named-day";
    /// 上周: a weeks from the page's.
    Week = "week";
    /// 周, 星期: a weekday's number follows.
    WeekdayHead = "weekday-head";
    /// 上半年: months a to b.
    YearPart = "year-part";
    /// 年初: month a, roughly.
    YearEdge = "year-edge";
    /// The 底 of 今年底: month a, roughly.
    YearTail = "year-tail";
    /// 中旬: days a to b of a month named before it.
    MonthPart = "month-part";
    /// 月底: day a of the page's month, roughly.
    MonthEdge = "month-edge";
    /// 春季 after a year: EDTF season a.
    Season = "season";
    /// 今春: season a, b years from the page's.
    YearSeason = "year-season";
    /// 国庆节: month and day as a = 1001; b days of holiday.
    Festival = "festival";
    /// 五一: the same, but only beside a word of time.
    NumeralFestival = "numeral-festival";
    /// 中秋节: the same by the lunar calendar; 1230 is the last day of the year.
    LunarFestival = "lunar-festival";
    /// 清明节, 立秋: the solar term a, 0 for 小寒; b days of holiday.
    Term = "term";
    /// 母亲节: month, number in the month and weekday (1 for Monday) as a = 527.
    NthFestival = "nth-festival";
    /// 期间, 假期: a feast becomes its holiday.
    Holiday = "holiday";
    /// 当天, 前夕: shows that a bare numeral before it is a feast.
    FeastCue = "feast-cue";
    /// 上午: belongs to the day before it.
    PartOfDay = "part-of-day";
    /// 以来.
    Since = "since";
    /// 以前.
    Before = "before";
    /// 以后.
    After = "after";
    /// 起: stays outside the date.
    From = "from";
    /// 前后.
    Around = "around";
    /// 期间 after a year or period.
    During = "during";
    /// 之间 after a range.
    Between = "between";
    /// “十四五”: years a to b, where a plan-tail follows.
    Plan = "plan";
    /// 时期.
    PlanTail = "plan-tail";
    /// 上世纪: a centuries from the page's.
    Century = "century";
    /// 初 of 90年代初.
    DecadeTail = "decade-tail";
    /// 上季度: a quarters from the page's.
    Quarter = "quarter";
    /// 民国: its year n is a + n.
    Era = "era";
    /// 公元: years after (a = 1) or before (a = -1) its begin.
    CommonEra = "common-era";
    /// 今明两年: years a to b from the page's.
    YearSpan = "year-span";
    /// 今明两天: days a to b from the page's.
    DaySpan = "day-span";
    /// 农历: a month and day of the lunar calendar follow.
    LunarHead = "lunar-head";
    /// 腊月: lunar month a.
    LunarMonth = "lunar-month";
    /// 同期: the period named last, in the year before it.
    SamePeriod = "same-period";
    /// 将: the clause looks ahead.
    Future = "future";
    /// 了: the clause looks back.
    Past = "past";
    /// 近日: no day; a = 1 where it means the time of publication.
    Vague = "vague";
    /// 深秋: no day; usually months a to b.
    VagueSeason = "vague-season";
    /// Looks like a date and is none.
    Not = "not";
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Word {
    /// The word, folded.
    pub(crate) text: &'static str,
    /// What it is.
    pub(crate) kind: WordKind,
    /// First number.
    pub(crate) a: i32,
    /// Second number.
    pub(crate) b: i32,
    not_before: &'static str,
    not_after: Vec<&'static str>,
}

/// The longest row of one of `kinds` that stands at `at`, and where it ends.
pub(crate) fn find(glyphs: &Glyphs, at: usize, kinds: &[WordKind]) -> Option<(&'static Word, usize)> {
    let wanted = kinds.iter().fold(0, |bits, it| bits | it.bit());
    let rows = TABLE.get(glyphs.char(at)).filter(|it| it.kinds & wanted != 0)?;
    rows.words.iter().filter(|it| it.kind.bit() & wanted != 0).find_map(|row| {
        let end = glyphs.after(at, row.text)?;
        row.stands(glyphs, at, end).then_some((row, end))
    })
}

/// True where the word of some row stands that an expression can begin with: one look instead of one for each kind.
pub(crate) fn stands(glyphs: &Glyphs, at: usize) -> bool {
    let rows = TABLE.get(glyphs.char(at)).filter(|it| it.kinds & !NEVER_FIRST != 0);
    rows.is_some_and(|it| {
        it.words.iter().any(|row| row.kind.bit() & NEVER_FIRST == 0 && glyphs.after(at, row.text).is_some())
    })
}

/// True for the characters that such a word begins with.
pub(crate) fn may_begin(ch: char) -> bool {
    TABLE.get(ch).is_some_and(|it| it.kinds & !NEVER_FIRST != 0)
}

/// The bits of kinds that only stand behind a point of time, or say something of its clause.
const NEVER_FIRST: u64 = {
    use WordKind::{
        After, Around, Before, Between, DecadeTail, During, FeastCue, From, Future, Holiday, PartOfDay, Past, PlanTail,
        Since,
    };
    let kinds = [
        After, Around, Before, Between, DecadeTail, During, FeastCue, From, Future, Holiday, PartOfDay, Past, PlanTail,
        Since,
    ];
    let (mut bits, mut idx) = (0, 0);
    while idx < kinds.len() {
        bits |= kinds[idx].bit();
        idx += 1;
    }
    bits
};

impl Word {
    fn stands(&self, glyphs: &Glyphs, at: usize, end: usize) -> bool {
        let before = at.checked_sub(1).map(|it| glyphs.char(it));
        if before.is_some_and(|it| self.not_before.contains(it)) {
            return false;
        }
        !self.not_after.iter().any(|it| match *it {
            ">" => !glyphs.is_stop(end),
            // 当天下达, but not 当天下午.
            "下" => glyphs.char(end) == '下' && glyphs.char(end + 1) != '午',
            word => glyphs.after(end, word).is_some(),
        })
    }
}

/// The rows of one first character, longest first, then as in the file.
#[derive(Debug, Default)]
struct Rows {
    words: Vec<Word>,
    /// The bits of their kinds: at most characters no row of the wanted kinds begins.
    kinds: u64,
}

static TABLE: LazyLock<ByChar<Rows>> = LazyLock::new(|| {
    let words = data_table!(date_words).lines().filter_map(parse);
    let add = |rows: &mut Rows, word: Word| {
        rows.kinds |= word.kind.bit();
        rows.words.push(word);
    };
    let mut res: ByChar<Rows> = ByChar::of(words, |it| it.text, add);
    res.values_mut().for_each(|it| it.words.arrange_by_key(|it| std::cmp::Reverse(it.text.len())));
    res
});

fn parse(line: &'static str) -> Option<Word> {
    let mut columns = line.split('\t');
    let (text, kind) = (columns.next()?, WordKind::parse(columns.next()?)?);
    let mut number = || columns.next().and_then(|it| it.parse().ok()).unwrap_or(0);
    let (a, b) = (number(), number());
    let not_before = columns.next().unwrap_or("");
    let not_after = columns.next().unwrap_or("").split('|').filter(|it| !it.is_empty()).collect();
    Some(Word { text, kind, a, b, not_before, not_after })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let lines = data_table!(date_words).lines();
        for line in lines.filter(|it| !it.starts_with('#')) {
            assert!(parse(line).is_some(), "{line}");
        }
    }

    #[test]
    fn the_longest_row_that_fits_wins() {
        let glyphs = Glyphs::of("今年初");
        let (word, end) = find(&glyphs, 0, &[WordKind::Year]).unwrap();
        assert_eq!((word.text, end), ("今年", 2));
        assert!(find(&Glyphs::of("今年轻"), 0, &[WordKind::Year]).is_none());
    }
}

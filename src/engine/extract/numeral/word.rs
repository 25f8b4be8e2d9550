//! Numbers in words and in digits with multipliers, multiplied out: 一万二千三百零五, 3.4万, 1亿2000万, 二十几, 七八十.

use super::role::{Role, multiplier_of_unit, role};
use super::{Form, Numeral, literal};
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::mention::Approx;
use crate::engine::extract::unit::{self, Kind};

/// The number that begins at `at`: digits or words with their multipliers.
pub fn read(glyphs: &Glyphs, at: usize) -> Option<Numeral> {
    let mut reader = Reader { at, start: at, ..Reader::default() };
    while reader.step(glyphs) {}
    reader.finish()
}

/// Largest number that a multiplier may still raise: more is no number, and look-ahead must stay short.
const LARGEST: f64 = 1e20;

/// Longest run of digit words read at once; look-ahead must stay short.
const LONGEST_RUN: usize = 24;

/// Lower and upper end, the same unless a word names both (七八十).
type Pair = [f64; 2];

/// What has been read of one number. The number is `total` (whole ten-thousands) + `section` (below) + `current` (a
/// digit that waits for its multiplier).
#[derive(Debug, Default)]
struct Reader {
    start: usize,
    at: usize,
    total: Pair,
    section: Pair,
    current: Option<Pair>,
    /// The last multiplier, 0 before the first.
    multiplier: f64,
    /// The last big multiplier, 0 before the first.
    big: f64,
    /// The last small one in this section, 0 before the first.
    small: f64,
    zero_skipped: bool,
    /// A decimal point, 多 or 几 was read: only multipliers may follow.
    closed: bool,
    approx: Option<Approx>,
    has_digits: bool,
    has_words: bool,
    positions: bool,
    /// No number stands before the first multiplier.
    bare: bool,
    n_items: usize,
    scale: f64,
    /// The big multipliers read last, 0 where something else came last.
    big_tail: f64,
}

impl Reader {
    /// Reads one more part; false when the number ends here.
    fn step(&mut self, glyphs: &Glyphs) -> bool {
        let ch = glyphs.at(self.at);
        if ch.is_ascii_digit() {
            return self.literal(glyphs);
        }
        match role(ch) {
            Some(Role::Digit(0.0)) if self.value() != [0.0; 2] => self.zero(glyphs),
            Some(Role::Digit(_)) => self.digits(glyphs),
            Some(Role::Vague) => self.vague(glyphs, ch),
            Some(Role::Tens(value)) => self.tens(value),
            Some(Role::Small(_)) if ch == '拾' && self.picks_up(glyphs) => false,
            Some(Role::Small(value)) => !self.unit_begins(glyphs) && self.small(value),
            Some(Role::Big(value)) => !self.unit_begins(glyphs) && self.big(value),
            None => match ch {
                '多' | '余' | '来' | '+' => self.more(glyphs, ch),
                '点' => self.point(glyphs),
                'k' | 'w' => self.letter(glyphs, ch),
                ' ' | '个' => self.passed_over(glyphs, ch),
                _ => false,
            },
        }
    }

    fn value(&self) -> Pair {
        let current = self.current.unwrap_or_default();
        [0, 1].map(|it| self.total[it] + self.section[it] + current[it])
    }

    fn literal(&mut self, glyphs: &Glyphs) -> bool {
        let Some(literal) = literal::read(glyphs, self.at).filter(|_| self.current.is_none() && !self.closed) else {
            return false;
        };
        self.has_digits = true;
        self.take([literal.value; 2], literal.end)
    }

    /// 拾到: 拾 alone is a verb unless it goes on as an amount.
    fn picks_up(&self, glyphs: &Glyphs) -> bool {
        let next = glyphs.at(self.at + 1);
        self.n_items == 0
            && self.multiplier == 0.0
            && role(next).is_none()
            && !matches!(next, '元' | '圆' | '角' | '余')
    }

    fn unit_begins(&self, glyphs: &Glyphs) -> bool {
        let in_words = self.has_words && !self.has_digits && self.n_items > 0;
        let of_fraction = self.n_items == 0 && glyphs.starts_with(self.at, "百分之");
        of_fraction || multiplier_of_unit(glyphs, self.at, in_words)
    }

    fn take(&mut self, value: Pair, end: usize) -> bool {
        self.big_tail = 0.0;
        self.current = Some(value);
        self.n_items += 1;
        self.at = end;
        true
    }

    /// 零 inside a number: 一百零五.
    fn zero(&mut self, glyphs: &Glyphs) -> bool {
        let next = glyphs.at(self.at + 1);
        let digit = matches!(role(next), Some(Role::Digit(it)) if it > 0.0) || next.is_ascii_digit() || next == '几';
        let goes_on = self.current.is_none() && !self.closed && (digit || role(next) == Some(Role::Small(10.0)));
        self.zero_skipped = goes_on;
        self.at += usize::from(goes_on);
        goes_on
    }

    /// One digit, two that name a range (七八, 三五), or three and more that are read by position.
    fn digits(&mut self, glyphs: &Glyphs) -> bool {
        if self.current.is_some() || self.closed || self.bare {
            return false;
        }
        let run: Vec<f64> = (self.at..glyphs.len().min(self.at + LONGEST_RUN))
            .map_while(|it| match role(glyphs.at(it)) {
                Some(Role::Digit(value)) => Some(value),
                _ => None,
            })
            .collect();
        let n_digits = run.len() - usize::from(self.ends_in_tael(glyphs, self.at + run.len()));
        // 六、七两卷: the last two digits are of two numbers.
        let two_numbers = n_digits == run.len() && n_digits > 1 && !run.starts_with(&[1.0]) && self.n_items == 0;
        if two_numbers && glyphs.before(self.at + n_digits) == '两' {
            return false;
        }
        let end = self.at + n_digits;
        if glyphs.starts_with(self.at, "三两") && "个天句年人件次名位步杯".contains(glyphs.at(self.at + 2))
        {
            return self.take([2.0, 3.0], self.at + 2);
        }
        self.has_words |= n_digits > 0;
        match run[..n_digits] {
            [] => false,
            [digit] => self.take([digit; 2], end),
            [low, high] if high == low + 1.0 && low > 0.0 || [low, high] == [3.0, 5.0] => self.take([low, high], end),
            [0.0, digit] => self.take([digit; 2], end),
            [_, _] if self.n_items > 0 => {
                self.positions = true;
                false
            }
            _ if self.n_items == 0 => {
                self.positions = true;
                self.take([run.iter().fold(0.0, |acc, it| acc * 10.0 + it); 2], end)
            }
            _ => false,
        }
    }

    /// 二两, 两万两: a 两 at the end of a number, where no multiplier follows, is the unit.
    fn ends_in_tael(&self, glyphs: &Glyphs, end: usize) -> bool {
        let multiplied = matches!(role(glyphs.at(end)), Some(Role::Small(_) | Role::Big(_)));
        let behind_number = end - self.at >= 2 && glyphs.before(end - 1) != '一' || self.multiplier > 0.0;
        let counts = unit::find(glyphs, end).is_some_and(|(it, _)| matches!(it.kind, Kind::Counter | Kind::General));
        glyphs.before(end) == '两' && behind_number && !multiplied && !counts
    }

    /// 几 and 数 before a multiplier (几十, 数百), 几 after 十 (十几, 二十几).
    fn vague(&mut self, glyphs: &Glyphs, ch: char) -> bool {
        let multiplies = matches!(role(glyphs.at(self.at + 1)), Some(Role::Small(_) | Role::Big(_)));
        if self.n_items == 0 && self.current.is_none() && multiplies && self.multiplier == 0.0 {
            self.has_words = true;
            self.approx = Some(Approx::Over);
            return self.take([1.0; 2], self.at + 1);
        }
        if ch == '几' && !self.closed && self.round() && self.value()[0] % 10.0 == 0.0 && self.value()[0] < 1e4 {
            return self.close(Approx::Over);
        }
        false
    }

    /// 多, 余, 来 after a round number, before its unit or next multiplier.
    fn more(&mut self, glyphs: &Glyphs, ch: char) -> bool {
        let next = glyphs.at(self.at + 1);
        let multiplies = matches!(role(next), Some(Role::Small(_) | Role::Big(_)));
        let ends = matches!(next, '，' | '。' | ',' | '、' | '；' | '\0' | '\n');
        let inside = ch != '来' || !ends && !matches!(next, '自' | '到' | '源' | '了' | '信' | '访');
        let whole = self.round() && self.value()[0] >= 10.0;
        if ch == '+' && (!self.has_digits || next.is_ascii() && !matches!(next, ',' | '.' | ')' | '\n')) {
            return false;
        }
        if self.closed || !inside || !(whole || self.multiplier == 0.0 && multiplies && self.current.is_some()) {
            return false;
        }
        self.close(if ch == '来' { Approx::About } else { Approx::Over })
    }

    /// True where the number ends in a zero or a multiplier, so that 多 and 几 can add to it.
    fn round(&self) -> bool {
        let ends_in_multiplier = self.current.is_none() && self.multiplier >= 10.0;
        ends_in_multiplier || self.current.is_some_and(|it| self.has_digits && it[0] % 10.0 == 0.0 && it[0] >= 10.0)
    }

    fn close(&mut self, approx: Approx) -> bool {
        self.approx = Some(approx);
        self.closed = true;
        self.at += 1;
        true
    }

    fn tens(&mut self, value: f64) -> bool {
        if self.current.is_some() || self.small != 0.0 || self.closed {
            return false;
        }
        self.has_words = true;
        self.section = self.section.map(|it| it + value);
        self.n_items += 1;
        (self.small, self.multiplier) = (10.0, 10.0);
        self.at += 1;
        true
    }

    fn small(&mut self, value: f64) -> bool {
        self.big_tail = 0.0;
        let fresh = self.n_items == 0 && self.multiplier == 0.0;
        let descends = self.small == 0.0 || value < self.small || self.closed && self.current.is_none();
        if !descends || self.current.is_none() && !self.closed && !fresh && value != 10.0 {
            return false;
        }
        if self.closed && self.current.is_none() {
            self.section = self.section.map(|it| it * value);
        } else {
            let digit = self.current.take().unwrap_or([1.0; 2]);
            self.section = [0, 1].map(|it| self.section[it] + digit[it] * value);
        }
        self.multiplied(value, fresh)
    }

    fn big(&mut self, value: f64) -> bool {
        let fresh = self.n_items == 0 && self.multiplier == 0.0;
        let read = self.value();
        if read[1] > LARGEST {
            return false;
        }
        let below = [0, 1].map(|it| read[it] - self.total[it]);
        self.total = if fresh {
            [value; 2]
        } else if below == [0.0; 2] || value > self.big && self.big > 0.0 {
            if below == [0.0; 2] && self.multiplier != self.big {
                return false;
            }
            read.map(|it| it * value)
        } else {
            [0, 1].map(|it| self.total[it] + below[it] * value)
        };
        (self.section, self.current, self.small, self.big) = ([0.0; 2], None, 0.0, value);
        self.big_tail = value * self.big_tail.max(1.0);
        self.multiplied(value, fresh)
    }

    fn multiplied(&mut self, value: f64, fresh: bool) -> bool {
        self.has_words |= fresh;
        self.bare |= fresh && value != 10.0;
        let goes_on = self.scale > 0.0 && self.multiplier > 0.0;
        self.scale = if self.n_items != 1 || value == 10.0 {
            0.0
        } else if goes_on {
            self.scale * value
        } else {
            value
        };
        self.multiplier = value;
        self.zero_skipped = false;
        self.at += 1;
        true
    }

    /// 三点五; 三点五十 and 三点半 are clock times.
    fn point(&mut self, glyphs: &Glyphs) -> bool {
        if self.has_digits || self.closed || self.bare || self.positions || self.n_items == 0 {
            return false;
        }
        let mut end = self.at + 1;
        let (mut fraction, mut place) = (0.0, 0.1);
        while let Some(Role::Digit(digit)) = role(glyphs.at(end)) {
            fraction += digit * place;
            place /= 10.0;
            end += 1;
        }
        if end == self.at + 1 || matches!(glyphs.at(end), '十' | '分' | '刻' | '半' | '时' | '钟' | '点') {
            return false;
        }
        let below = [0, 1].map(|it| self.value()[it] - self.total[it]);
        let places = 10f64.powi((end - self.at - 1) as i32);
        self.current = Some(below.map(|it| (it * places + fraction * places).round() / places));
        (self.section, self.small, self.at) = ([0.0; 2], 0.0, end);
        true
    }

    /// 15k, 30w: in digits, where an amount may end.
    fn letter(&mut self, glyphs: &Glyphs, ch: char) -> bool {
        let next = glyphs.at(self.at + 1);
        let ends = matches!(
            next,
            '\0' | '\n' | '元' | '块' | '+' | '左' | '以' | '~' | '-' | '—' | '至' | '到' | '，' | '。' | ','
        );
        let goes_on = self.has_digits && self.current.is_some() && !self.closed && self.multiplier == 0.0;
        goes_on && (ends || glyphs.starts_with(self.at + 1, "上下")) && {
            self.closed = next != '+';
            if ch == 'k' { self.small(1e3) } else { self.big(1e4) }
        }
    }

    /// A blank between digits and their multiplier (3.4 万, 三千 八百), and the 个 of 两个亿.
    fn passed_over(&mut self, glyphs: &Glyphs, ch: char) -> bool {
        let multiplies = |at: usize| {
            matches!(role(glyphs.at(at)), Some(Role::Small(_) | Role::Big(_))) && !multiplier_of_unit(glyphs, at, false)
        };
        let next = self.at + 1;
        let added = matches!(glyphs.at(next), '余' | '多') && multiplies(next + 1);
        let joins = match (ch, self.current) {
            ('个', waiting) => waiting.is_some() && glyphs.at(next) == '亿' && glyphs.at(next + 1) != '吨',
            (_, Some(_)) => multiplies(next),
            (_, None) => self.multiplier >= 10.0 && !self.bare && (multiplies(next + 1) || added) && !self.closed,
        };
        self.at += usize::from(joins);
        joins
    }

    fn finish(mut self) -> Option<Numeral> {
        let read_something = self.n_items > 0 || self.multiplier > 0.0;
        if !read_something {
            return None;
        }
        self.colloquial();
        let [value, high] = self.value().map(tidy);
        if !value.is_finite() || !high.is_finite() {
            return None;
        }
        let form = match (self.has_digits, self.bare && self.n_items == 0, self.positions) {
            (true, ..) => Form::Digits,
            (_, true, _) => Form::Multiplier,
            (.., true) => Form::Positions,
            _ => Form::Words,
        };
        let high = (high != value).then_some(high);
        let [scale, big] = [self.scale, self.big_tail].map(|it| if it > 0.0 { it } else { 1.0 });
        Some(Numeral { start: self.start, end: self.at, value, high, approx: self.approx, form, scale, big })
    }

    /// 三百五 is 350, 1万2 is 12000: a last digit counts a tenth of the multiplier before it.
    fn colloquial(&mut self) {
        let counts_tenths = self.multiplier >= 100.0 && !self.zero_skipped && !self.closed;
        let digit = self.current.filter(|it| counts_tenths && it[1] < 10.0 && it[0].fract() == 0.0);
        self.current = digit.map(|it| it.map(|it| it * self.multiplier / 10.0)).or(self.current);
    }
}

/// Multiplying decimals leaves traces (2.3 × 10000 = 22999.999…): a number that is whole but for them is whole.
fn tidy(value: f64) -> f64 {
    let whole = value.round();
    if (value - whole).abs() < 1e-6 * whole.abs().max(1e-6) * 1e-3 { whole } else { value }
}

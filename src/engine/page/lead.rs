//! How a report begins: its first paragraph says where and when, or lets someone speak, since the reader knows nothing yet.
//!
//! The numbers are natural logarithms of how often a sign was seen in first paragraphs over how often in later ones.

use crate::engine::text::sentence::is_han;

/// Characters in which the signs are looked for.
const REACH: usize = 66;
/// What a sign speaks for a first paragraph, and what its absence does.
struct Sign(f64, f64);
/// A place below a place: `达拉特旗吉格斯太镇`.
const CHAIN: Sign = Sign(1.5, -0.8);
/// A day, or a word for the last days or the time of day.
const TIME: Sign = Sign(1.9, -0.3);
/// Someone speaks first.
const QUOTE: Sign = Sign(0.8, -0.2);

/// Words for when something happened that is being reported.
const TIMES: [&str; 14] = [
    "近日",
    "日前",
    "近期",
    "连日来",
    "前不久",
    "清晨",
    "一大早",
    "上午",
    "下午",
    "傍晚",
    "夜幕",
    "时节",
    "初春",
    "深秋",
];

/// The odds that `text` is the first paragraph of a report rather than a later one.
pub fn odds(text: &str) -> f64 {
    let near: String = text.chars().take(REACH).collect();
    let of = |sign: Sign, seen: bool| if seen { sign.0 } else { sign.1 };
    of(CHAIN, has_chain(&near)) + of(TIME, has_time(&near)) + of(QUOTE, near.starts_with(['“', '「', '"', '＂']))
}

fn has_time(near: &str) -> bool {
    let is_digit = |it: char| it.is_ascii_digit() || ('０'..='９').contains(&it);
    let day = near
        .split('月')
        .skip(1)
        .any(|it| it.trim_start_matches(is_digit).starts_with('日') && it.starts_with(is_digit));
    day || TIMES.iter().any(|it| near.contains(it))
}

/// A division's last character and, a name later, that of one below it.
fn has_chain(near: &str) -> bool {
    let chars: Vec<char> = near.chars().collect();
    chars.iter().enumerate().filter(|(_, it)| "省市盟州区县旗".contains(**it)).any(|(at, _)| {
        let name = chars.iter().skip(at + 1).take(9).take_while(|it| is_han(**it));
        name.enumerate().any(|(n, it)| n >= 1 && "旗县区市镇乡村".contains(*it))
    })
}

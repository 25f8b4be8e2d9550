//! The line that a printed page carries its date on: 2023年4月7日 星期五 第3版. A day with its own weekday on a short line
//! that is no sentence is the page's, whatever else stands on the page.

use crate::engine::extract::calendar::Day;
use crate::engine::extract::date;

/// Characters of the longest such line. More takes sentences for it.
const LONGEST: usize = 48;

/// The first such line of `text` and its day.
pub(crate) fn masthead(text: &str) -> Option<(Day, &str)> {
    text.lines().map(str::trim).find_map(|line| Some((day(line)?, line)))
}

fn day(line: &str) -> Option<Day> {
    let is_short = line.len() <= LONGEST * 4 && line.chars().count() <= LONGEST;
    if !is_short || !line.contains('年') || line.ends_with(['。', '！', '？', '…']) || line.contains('，') {
        return None;
    }
    let at = ["星期", "周"].iter().find_map(|it| Some(line.find(it)? + it.len()))?;
    let weekday = line.get(at..)?.chars().next().and_then(|it| "一二三四五六日天".chars().position(|ch| ch == it))?;
    let day = date::printed(line)?.bounds();
    let one = day.0.filter(|it| day.1 == Some(*it))?;
    (usize::from(one.weekday()) == weekday.min(6)).then_some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_with_its_weekday() {
        let of = |text: &str| masthead(text).map(|it| it.0.to_string()).unwrap_or_default();
        assert_eq!(of("甲乙日报\n2023年4月7日 星期五 第3版\n正文。"), "2023-04-07");
        assert_eq!(of("二〇二三年四月七日　星期五"), "2023-04-07");
        assert_eq!(of("2023年4月7日（星期五）责任编辑 张三"), "2023-04-07");
        assert_eq!(of("2023年4月7日 星期六"), "");
        assert_eq!(of("2023年4月7日，星期五，大家来到村里。"), "");
        assert_eq!(of("2023年4月 星期五"), "");
        assert_eq!(of("星期五"), "");
    }
}

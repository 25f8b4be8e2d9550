//! Small words around an article: its byline, what stands for a missing headline, which paragraphs are sub-headings.

use crate::engine::page::Credit;

/// Longest paragraph, in characters, that can be a sub-heading. Raising it makes short lines of dialogue into headings.
const MAX_SUBHEADING: usize = 16;

/// Longest stand-in for a headline, in characters.
const MAX_STAND_IN: usize = 22;

/// What parts the roles of a byline: one ideographic space, as in print.
const ROLE_GAP: &str = "　";

/// Roles that are printed behind the name.
const ROLES_BEHIND: [&str; 4] = ["摄", "图", "供图", "摄影报道"];

/// The byline in one line: people of one role together, roles as printed.
pub fn byline_text(byline: &[Credit]) -> String {
    let mut groups: Vec<(&str, Vec<&str>)> = vec![];
    for credit in byline {
        match groups.last_mut() {
            Some((role, names)) if *role == credit.role => names.push(&credit.name),
            _ => groups.push((&credit.role, vec![&credit.name])),
        }
    }
    let group = |(role, names): &(&str, Vec<&str>)| {
        let names = names.join(" ");
        let text = if ROLES_BEHIND.contains(role) { format!("{names} {role}") } else { format!("{role} {names}") };
        text.trim().to_owned()
    };
    groups.iter().map(group).collect::<Vec<_>>().join(ROLE_GAP)
}

/// What a list calls an article without a headline: its first clause.
pub fn stand_in(passage: &str) -> String {
    let passage = passage.trim();
    let end = passage.find(['，', '。', '；', '：', '！', '？', '\n']).unwrap_or(passage.len());
    let clause = passage.get(..end).unwrap_or(passage);
    let shown: String = clause.chars().take(MAX_STAND_IN).collect();
    if shown.len() < passage.len() { shown + "……" } else { shown }
}

/// True for a paragraph that is printed as a sub-heading: short, and without the end of a sentence.
pub fn is_subheading(paragraph: &str) -> bool {
    let text = paragraph.trim();
    let ends_sentence = text.ends_with(['。', '！', '；', '，', '：', '…', '.', '、', '）', ')']);
    !text.is_empty() && !ends_sentence && text.chars().count() <= MAX_SUBHEADING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_say_each_role_once() {
        let credit = |role: &str, name: &str| Credit { role: role.into(), name: name.into() };
        let byline = [credit("本报记者", "甲乙"), credit("本报记者", "丙丁"), credit("通讯员", "戊己")];
        assert_eq!(byline_text(&byline), "本报记者 甲乙 丙丁　通讯员 戊己");
        assert_eq!(byline_text(&[credit("", "甲乙")]), "甲乙");
        assert_eq!(byline_text(&[credit("摄", "甲乙")]), "甲乙 摄");
    }

    #[test]
    fn headless_articles_get_a_name() {
        assert_eq!(stand_in("近日，某旗召开会议。"), "近日……");
        assert_eq!(stand_in("流动党员之家"), "流动党员之家");
        assert_eq!(stand_in(""), "");
    }

    #[test]
    fn subheadings_are_short_and_open() {
        assert!(is_subheading("发展思路亮了") && is_subheading("流动党员有“家”了") && is_subheading("谁来种地？"));
        assert!(!is_subheading("他说好。") && !is_subheading("") && !is_subheading(&"长".repeat(17)));
    }
}

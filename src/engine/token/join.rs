//! Names that the extractors found are words: 赛沁塔拉|嘎查 is one, whatever the dictionary makes of its characters.

use super::{Tag, Token};
use crate::engine::text::Span;

/// `tokens` with each of `names` (in order, none overlapping another) as one token of class `tag`; of a token that lies in a
/// name with one part, the other part remains, as an unknown word.
pub fn join(tokens: &[Token], names: &[(Span, &str)]) -> Vec<Token> {
    let mut res: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut names = names.iter().filter(|it| !it.0.is_empty()).peekable();
    for token in tokens {
        let mut rest = token.span;
        // The name that began with an earlier token may reach into this one.
        if let Some(last) = res.last().filter(|it| it.span.end > rest.start) {
            rest = Span::new(last.span.end.min(rest.end), rest.end);
        }
        while let Some((name, tag)) = names.next_if(|it| it.0.start < rest.end) {
            push(&mut res, Span::new(rest.start, name.start.max(rest.start)), token);
            res.push(Token { span: *name, tag: Tag::from(*tag) });
            rest = Span::new(name.end.min(rest.end), rest.end);
        }
        push(&mut res, rest, token);
    }
    res
}

/// Adds the part `span` of `token`.
fn push(res: &mut Vec<Token>, span: Span, token: &Token) {
    if !span.is_empty() {
        let tag = if span == token.span { token.tag } else { Tag::from("x") };
        res.push(Token { span, tag });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str, words: &[&str], names: &[&str]) -> String {
        let mut at = 0;
        let token = |it: &&str| {
            at += it.len();
            Token { span: Span::new(at - it.len(), at), tag: Tag::from("n") }
        };
        let tokens: Vec<Token> = words.iter().map(token).collect();
        let spans = names.iter().filter_map(|it| text.find(it).map(|at| (Span::new(at, at + it.len()), "ns")));
        let res = join(&tokens, &spans.collect::<Vec<_>>());
        res.iter().map(|it| format!("{}/{}", it.span.slice(text), it.tag)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_are_one_word() {
        let text = "到东杜尔基镇看西湾";
        let words = ["到", "东杜尔", "基镇", "看西", "湾"];
        assert_eq!(joined(text, &words, &["东杜尔基镇", "西湾"]), "到/n 东杜尔基镇/ns 看/x 西湾/ns");
        assert_eq!(joined(text, &words, &["杜尔"]), "到/n 东/x 杜尔/ns 基镇/n 看西/n 湾/n");
        assert_eq!(joined(text, &words, &[]), "到/n 东杜尔/n 基镇/n 看西/n 湾/n");
    }
}

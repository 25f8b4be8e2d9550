//! The articles that pages are printed from: those of the bundled corpus, or of a file named by `LAYOUT_TEXT`.

use std::fs;
use std::path::Path;

use crate::annotation;

/// An article with nothing of its layout.
#[derive(Debug, Clone)]
pub struct Item {
    pub headline: String,
    /// What it is, where that is known.
    pub kind: Option<String>,
    /// Sub-headings are paragraphs too.
    pub paragraphs: Vec<String>,
}

/// The articles by what can be printed with them.
#[derive(Debug, Default)]
pub struct Stock {
    pub stories: Vec<Item>,
    pub commentaries: Vec<Item>,
    /// Paragraphs that serve as briefs, captions and items of primers.
    pub shorts: Vec<String>,
}

impl Stock {
    /// The articles of the corpus.
    pub fn corpus(root: &Path) -> Stock {
        let mut res = Stock::default();
        for name in ["000", "001", "002", "003", "004"] {
            let text = fs::read_to_string(root.join(format!("public/corpus/{name}.txt"))).unwrap();
            let gold = fs::read_to_string(root.join(format!("tests/gold/{name}.json"))).unwrap();
            annotation::resolve(&text, &gold).iter().for_each(|it| res.add(&text, it));
        }
        res
    }

    /// The articles of a file: paragraphs a line, the first line the headline, a blank line between articles.
    pub fn of_file(text: &str) -> Stock {
        let mut res = Stock::default();
        for block in text.split("\n\n") {
            let mut lines = block.lines().map(str::to_owned);
            let Some(headline) = lines.next() else { continue };
            let paragraphs: Vec<String> = lines.collect();
            let shorts = paragraphs.iter().filter(|it| (24..=130).contains(&it.chars().count()));
            res.shorts.extend(shorts.take(1).cloned());
            if paragraphs.len() > 1 {
                res.stories.push(Item { headline, kind: None, paragraphs });
            }
        }
        res
    }

    fn add(&mut self, page: &str, article: &annotation::Article) {
        let mut paragraphs: Vec<String> = vec![];
        for line in article.spans.iter().flat_map(|it| it.slice(page).lines()) {
            let text = line.trim().trim_start_matches(['-', ' ', '★', '◆']).to_owned();
            if !text.is_empty() {
                paragraphs.push(text);
            }
        }
        match article.kind.as_str() {
            "story" | "commentary" => {
                let item = Item { headline: article.headline.clone(), kind: Some(article.kind.clone()), paragraphs };
                let into = if article.kind == "story" { &mut self.stories } else { &mut self.commentaries };
                into.push(item);
            }
            _ => self.shorts.extend(paragraphs),
        }
    }
}

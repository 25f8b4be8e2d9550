//! A page with everything that was found on it: the one path from text to documents, for the service and `inspect`.

use serde::{Deserialize, Serialize};

use crate::engine::arrange::Arrange;

use super::diagnostic::Diagnostic;
use super::extract::published::{self, Published};
use super::extract::{self, Mentions, confidence};
use super::lexicon::Lexicon;
use super::page::{Article, Page};
use super::text::{Reading, Span};
use super::token::{Token, join};

/// A page, its date, and one document an article.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// The page as read.
    pub page: Page,
    /// The page's own date, printed or inferred.
    pub published: Published,
    /// In the order of `page.articles`.
    pub documents: Vec<Document>,
    /// The page's diagnostics and those of the extraction, by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// An article with its mentions and words. Spans of `mentions` and `tokens` are of `reading.text`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The article.
    pub article: Article,
    /// Its headline, parts joined by one space.
    pub headline: String,
    /// Its healed body.
    pub reading: Reading,
    /// The words of the body, places and programmes whole; empty until the dictionary is there.
    pub tokens: Vec<Token>,
    /// The words of the headline.
    pub headline_tokens: Vec<Token>,
    /// What the body mentions.
    pub mentions: Mentions,
}

/// Extracts everything that `lexicon` allows from a page.
pub fn analyse(page: Page, lexicon: &Lexicon) -> Analysis {
    analyse_all(vec![page], lexicon).pop().unwrap_or_default()
}

/// Extracts everything that `lexicon` allows from each of `pages`, as [`analyse`] does from one, and faster: each step is
/// taken for all of them before the next, so that its tables and its code stay in the processor's cache.
pub fn analyse_all(pages: Vec<Page>, lexicon: &Lexicon) -> Vec<Analysis> {
    analyse_with(pages, lexicon, extract::extract_all)
}

/// Pages read and cut into words as [`analyse_all`] does it, with nothing extracted: for measuring what indexing needs.
pub fn cut_all(pages: Vec<Page>, lexicon: &Lexicon) -> Vec<Analysis> {
    analyse_with(pages, lexicon, |sources| vec![Mentions::default(); sources.len()])
}

fn analyse_with(
    pages: Vec<Page>,
    lexicon: &Lexicon,
    extract_all: fn(&[extract::Source]) -> Vec<Mentions>,
) -> Vec<Analysis> {
    let readings_of = |page: &Page| page.articles.iter().map(|it| it.reading(&page.text)).collect::<Vec<_>>();
    let readings: Vec<Vec<Reading>> = pages.iter().map(readings_of).collect();
    let published: Vec<Published> = pages.iter().zip(&readings).map(|(page, it)| published::infer(page, it)).collect();
    let headlines: Vec<String> =
        pages.iter().flat_map(|page| page.articles.iter().map(|it| it.headline_text(&page.text))).collect();
    let cut = |text: &str| lexicon.tokenizer.as_ref().map(|it| it.cut(text)).unwrap_or_default();
    let headline_tokens: Vec<Vec<Token>> = headlines.iter().map(|it| cut(it)).collect();
    let tokens: Vec<Vec<Token>> = readings.iter().flatten().map(|it| cut(&it.text)).collect();
    let dates = published.iter().zip(&readings).flat_map(|(it, readings)| readings.iter().map(|_| it.edtf.as_ref()));
    let texts: Vec<extract::Source> = readings
        .iter()
        .flatten()
        .zip(&tokens)
        .zip(headlines.iter().zip(dates))
        .map(|((reading, tokens), (headline, published))| extract::Source {
            text: &reading.text,
            tokens,
            ctx: extract::Context { published, lexicon, headline },
        })
        .collect();
    let mentions = extract_all(&texts);
    let mut parts = tokens.into_iter().zip(mentions).zip(headlines.into_iter().zip(headline_tokens));
    let pages = pages.into_iter().zip(published).zip(readings);
    let assembled = pages.map(|((page, published), readings)| {
        let parts = parts.by_ref().take(readings.len()).map(|((tokens, mentions), (headline, headline_tokens))| {
            Parts { headline, headline_tokens, tokens, mentions }
        });
        assemble(page, published, readings, parts)
    });
    assembled.collect()
}

/// How many of the pages whose texts have `sizes` bytes are best read together: some hundred thousand bytes, which take a
/// twentieth of a second in a browser, so that whoever waits for the worker is not kept waiting.
pub fn n_together(sizes: impl Iterator<Item = usize>) -> usize {
    let mut sum = 0;
    let is_small = |size: usize| {
        let is_first = sum == 0;
        sum += size.max(1);
        is_first || sum <= BATCH
    };
    sizes.map(is_small).take_while(|it| *it).count()
}

/// Bytes of pages that are read together. More gives little: 1.3 times the speed of page by page at twice a page, 1.4 at this.
const BATCH: usize = 128 * 1024;

/// What was found out about one article.
struct Parts {
    headline: String,
    headline_tokens: Vec<Token>,
    tokens: Vec<Token>,
    mentions: Mentions,
}

/// Puts the documents of a page together, and all diagnostics in the order of its text.
fn assemble(page: Page, published: Published, readings: Vec<Reading>, parts: impl Iterator<Item = Parts>) -> Analysis {
    let mut diagnostics = page.diagnostics.clone();
    diagnostics.extend(published.diagnostic());
    let mut documents = vec![];
    for ((article, reading), part) in page.articles.iter().zip(readings).zip(parts) {
        let Parts { headline, headline_tokens, tokens, mut mentions } = part;
        if published.inferred {
            confidence::rest_on_inferred_date(&mut mentions);
        }
        for diagnostic in std::mem::take(&mut mentions.diagnostics) {
            if let Some(span) = reading.to_source(&page.text, diagnostic.span) {
                diagnostics.push(Diagnostic { span, ..diagnostic });
            }
        }
        let tokens = join::join(&tokens, &names(&reading.text, &mentions));
        documents.push(Document { article: article.clone(), headline, reading, tokens, headline_tokens, mentions });
    }
    diagnostics.arrange_by_key(|it| (it.span, it.code));
    Analysis { page, published, documents, diagnostics }
}

/// The names among the mentions that are words of their own: places, and programmes of one piece.
fn names(text: &str, mentions: &Mentions) -> Vec<(Span, &'static str)> {
    let is_word = |it: &Span| {
        let name = it.slice(text);
        name.chars().all(char::is_alphanumeric) && (2..=LONGEST_NAME).contains(&name.chars().count())
    };
    let places = mentions.places.iter().map(|it| (it.span, "ns"));
    let programmes = mentions.programmes.iter().map(|it| (it.span, "nz"));
    let mut res: Vec<(Span, &'static str)> = places.chain(programmes).filter(|it| is_word(&it.0)).collect();
    // Of two that overlap the first stays, the longer where both begin together.
    res.arrange_by_key(|it| (it.0.start, std::cmp::Reverse(it.0.end)));
    let mut end = 0;
    res.retain(|it| {
        let is_free = it.0.start >= end;
        end = if is_free { it.0.end } else { end };
        is_free
    });
    res
}

/// Characters of the longest name that is one word; longer ones are searched by their parts.
const LONGEST_NAME: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_together_up_to_a_batch_and_a_large_one_alone() {
        assert_eq!(n_together([10, 20, BATCH].into_iter()), 2);
        assert_eq!(n_together([BATCH * 3, 10].into_iter()), 1);
        assert_eq!(n_together([BATCH, 0].into_iter()), 1);
        assert_eq!(n_together([0, 0].into_iter()), 2);
        assert_eq!(n_together([].into_iter()), 0);
    }

    #[test]
    fn together_as_alone() {
        let text = |n: usize| format!("◎广角\n\n合作社之{n}\n\n敖汉旗在2021年修路{n}公里。大家又种了300亩草。\n");
        let pages = || (1..4).map(|n| crate::engine::page::parse_page(&format!("p{n}"), &text(n)));
        let lexicon = Lexicon::native();
        let together = analyse_all(pages().collect(), &lexicon);
        assert_eq!(together.len(), 3);
        for (page, together) in pages().zip(&together) {
            let alone = analyse(page, &lexicon);
            assert_eq!((&alone.documents, &alone.diagnostics), (&together.documents, &together.diagnostics));
            assert_eq!(alone.page.id, together.page.id);
        }
    }
}

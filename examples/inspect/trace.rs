//! A page for people: every block, article, token and mention with the name of the rule that made it, mentions with
//! their values and how far these can be relied on, and what was noticed. Offsets are code points of the page.
//!
//! A token's rule is its class: one of jieba's dictionary, or `x` for a word that no dictionary has. An article's rule is
//! that of the block which begins it.

use std::fmt::Write;

use banmian::engine::analysis::{Analysis, Document};
use banmian::engine::diagnostic::{Diagnostic, Severity};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{Confidence, FigureMention};
use banmian::engine::page::block::Block;
use banmian::engine::page::{self, Article};
use banmian::engine::text::{CodePoints, Span};

/// Characters of the page that a diagnostic quotes.
const EXCERPT_CHARS: usize = 24;

/// The trace of one page.
pub fn page(analysis: &Analysis) -> String {
    let published = &analysis.published;
    let edtf = published.edtf.as_ref().map_or("?", Edtf::as_str);
    let how = if published.inferred { "inferred" } else { "printed" };
    let source = &analysis.page.text;
    let mut trace = Trace { source, table: CodePoints::new(source), blocks: page::blocks(source), text: String::new() };
    let clues: String = published.clues.iter().map(|it| format!(" · {it}")).collect();
    trace.line(0, &format!("page {} published {edtf} ({how}{clues})", analysis.page.id));
    trace.blocks();
    for document in &analysis.documents {
        trace.article(&document.article, &document.headline);
        trace.tokens(document);
        trace.mentions(document);
    }
    trace.diagnostics(&analysis.diagnostics);
    trace.text
}

struct Trace<'a> {
    source: &'a str,
    table: CodePoints<'a>,
    blocks: Vec<Block>,
    text: String,
}

impl Trace<'_> {
    fn blocks(&mut self) {
        for idx in 0..self.blocks.len() {
            let block = &self.blocks[idx];
            let byline: Vec<String> = block.byline.iter().flat_map(|it| &it.credits).map(credit).collect();
            let byline = if byline.is_empty() { String::new() } else { format!(" | {}", byline.join(" ")) };
            let (at, text) = (self.at(&block.spans), self.slice(&block.spans));
            self.line(0, &format!("block {at} {} ({}) {text}{byline}", block.kind.as_str(), block.rule));
        }
    }

    fn article(&mut self, article: &Article, headline: &str) {
        let byline: Vec<String> = article.byline.iter().map(credit).collect();
        let kind = article.kind.as_str();
        let rule = self.rule_of(article);
        let section = &article.section;
        self.line(0, &format!("article {} {kind} [{section}] {headline} | {} ({rule})", article.id, byline.join(" ")));
        for paragraph in &article.paragraphs {
            let (at, text) = (self.at(paragraph), self.slice(paragraph));
            self.line(1, &format!("paragraph {at} {text}"));
        }
    }

    /// The rule of the block that holds the first character of an article's headline, or else of its text.
    fn rule_of(&self, article: &Article) -> &'static str {
        let first = article.headline.first().or_else(|| article.paragraphs.first()?.first());
        let holds = |block: &&Block| block.spans.iter().any(|it| first.is_some_and(|first| it.overlaps(*first)));
        self.blocks.iter().find(holds).map_or("byline", |it| it.rule)
    }

    fn tokens(&mut self, document: &Document) {
        let text = &document.reading.text;
        let words: Vec<String> =
            document.tokens.iter().map(|it| format!("{}/{}", it.span.slice(text), it.tag)).collect();
        self.line(1, &format!("tokens {}", words.join(" ")));
    }

    fn mentions(&mut self, document: &Document) {
        let text = &document.reading.text;
        let mentions = &document.mentions;
        let mut lines: Vec<(Span, &str, String, &str, Confidence)> = vec![];
        for it in &mentions.places {
            let value = format!("{} {}", it.level.as_str(), it.canonical);
            lines.push((it.span, "place", value, &it.rule, it.confidence));
        }
        for it in &mentions.dates {
            let value = it.edtf.as_ref().map_or("?", Edtf::as_str).to_owned();
            lines.push((it.span, "date", value, &it.rule, it.confidence));
        }
        for it in &mentions.figures {
            lines.push((it.span, "figure", figure(it, text), &it.rule, it.confidence));
        }
        for it in &mentions.programmes {
            lines.push((it.span, "programme", it.name.clone(), &it.rule, it.confidence));
        }
        lines.sort_by_key(|(span, ..)| *span);
        for (span, kind, value, rule, confidence) in lines {
            let at = self.at(&document.reading.runs(span));
            let words = span.slice(text);
            self.line(1, &format!("{kind} {at} {words} = {value} ({rule}, {})", confidence.as_str()));
        }
    }

    /// How many there are of each severity, and each with its place and what to do.
    fn diagnostics(&mut self, diagnostics: &[Diagnostic]) {
        let n_of = |severity: Severity| diagnostics.iter().filter(|it| it.severity == severity).count();
        let counts = Severity::ALL.map(|it| format!("{} {}", n_of(it), it.as_str()));
        self.line(0, &format!("diagnostics {}", counts.join(", ")));
        for it in diagnostics {
            let (at, words) = (self.at(&[it.span]), it.span.slice(self.source).trim());
            let words: String = words.chars().take(EXCERPT_CHARS).collect();
            let detail = if it.detail.is_empty() { String::new() } else { format!(": {}", it.detail) };
            let (severity, code) = (it.severity.as_str(), it.code.as_str());
            self.line(1, &format!("{severity} {at} {words} {}{detail} ({code})", it.code.message()));
            self.line(2, it.code.hint());
        }
    }

    /// Where the spans stand, in code points.
    fn at(&self, spans: &[Span]) -> String {
        let spans: Vec<String> = spans.iter().map(|it| format!("{:?}", self.table.span(*it))).collect();
        spans.join("+")
    }

    fn slice(&self, spans: &[Span]) -> String {
        spans.iter().map(|it| it.slice(self.source)).collect()
    }

    fn line(&mut self, depth: usize, text: &str) {
        writeln!(self.text, "{}{text}", "  ".repeat(depth)).expect("writing to a string cannot fail");
    }
}

fn credit(credit: &page::Credit) -> String {
    format!("{}:{}", credit.role, credit.name)
}

fn figure(mention: &FigureMention, text: &str) -> String {
    let high = mention.high.map(|it| format!("..{it}")).unwrap_or_default();
    let approx = mention.approx.map(|it| format!(" {}", it.as_str())).unwrap_or_default();
    let subject = mention.subject.map_or("?", |it| it.slice(text));
    let base = mention.base_value.filter(|_| mention.base_unit != mention.unit);
    let base = base.map(|it| format!(" = {it} {}", mention.base_unit)).unwrap_or_default();
    format!("{}{high} {}{base} {}{approx} of {subject}", mention.value, mention.unit, mention.quantity.as_str())
}

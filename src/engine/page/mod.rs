//! From the text of a page to its articles.
//!
//! Lines → blocks (what each line is by itself) → pieces (what it is among its neighbours) → drafts (which article it
//! belongs to, in reading order) → articles (section, kind, number). Each step is linear in the length of the page.

mod affinity;
mod article;
pub mod block;
mod byline;
mod context;
mod dateline;
mod draft;
mod flow;
pub mod front_matter;
mod head;
mod label;
mod lead;
mod line;
mod odds;
mod order;
mod split;
mod torn;

use serde::{Deserialize, Serialize};

use crate::engine::arrange::Arrange;

use super::diagnostic::{Code, Diagnostic, Severity};
use super::text::{Reading, Span};
use block::Block;
use context::Context;
pub use front_matter::FrontMatter;

/// One page as a careful reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Page {
    /// The file's name without its ending; articles' ids begin with it.
    pub id: String,
    /// The decoded text as it stands; every span of the page is one of this text.
    pub text: String,
    /// What stands between the two `---` lines, if any.
    pub front_matter: FrontMatter,
    /// In the order in which their first characters stand on the page.
    pub articles: Vec<Article>,
    /// What reading noticed, by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a reader of the printed page would see as one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Page id, a hyphen, and a two-digit number from 01.
    pub id: String,
    /// The label over it, without ◎ or #; "" if none can be told.
    pub section: String,
    /// Its parts as printed; joined by one space for people. Empty for most briefs.
    pub headline: Vec<Span>,
    /// One entry a person.
    pub byline: Vec<Credit>,
    /// What sort of item it is.
    pub kind: Kind,
    /// The body: paragraphs in reading order, each the spans that heal into it.
    pub paragraphs: Vec<Vec<Span>>,
}

/// A name with the role printed before it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Credit {
    /// 本报记者, 通讯员, 摄 …; "" if none is printed.
    pub role: String,
    /// The person's name.
    pub name: String,
}

/// What sort of item an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// 通讯: a reported story.
    Story,
    /// 评论.
    Commentary,
    /// 短讯: one item of an information column.
    Brief,
    /// 图片: a photo's caption.
    Photo,
    /// 学习: a weekly primer.
    Primer,
}

impl Kind {
    /// Every kind, in the order in which screens list them.
    pub const ALL: [Kind; 5] = [Kind::Story, Kind::Commentary, Kind::Brief, Kind::Photo, Kind::Primer];

    /// The name that `inspect --json` and the URL use.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Story => "story",
            Kind::Commentary => "commentary",
            Kind::Brief => "brief",
            Kind::Photo => "photo",
            Kind::Primer => "primer",
        }
    }
}

impl Article {
    /// The headline's parts joined by one space.
    pub fn headline_text(&self, source: &str) -> String {
        self.headline.iter().map(|it| it.slice(source).trim()).collect::<Vec<_>>().join(" ")
    }

    /// The healed body.
    pub fn reading(&self, source: &str) -> Reading {
        Reading::of(source, &self.paragraphs)
    }
}

/// The blocks of a page in its order: what each of its lines is by itself. The first step of [`parse_page`], for people
/// who ask why a line was read as it was.
pub fn blocks(text: &str) -> Vec<Block> {
    let (front_matter, mut diagnostics) = front_matter::read(text);
    block::blocks(text, &line::read(text, front_matter.span.end, &mut diagnostics))
}

/// Reads a page; never fails. `id` names it (the file's name without its ending).
pub fn parse_page(id: &str, text: &str) -> Page {
    let (front_matter, mut diagnostics) = front_matter::read(text);
    let lines = line::read(text, front_matter.span.end, &mut diagnostics);
    let blocks = block::blocks(text, &lines);
    let ctx = Context::new(text, &blocks);
    let flow = flow::read(&ctx, &head::pieces(&ctx));
    let (articles, noticed) = article::articles(id, text, flow);
    diagnostics.extend(noticed);
    if articles.is_empty() {
        diagnostics.push(Diagnostic::new(Span::default(), Severity::Warning, Code::PageEmpty));
    }
    diagnostics.arrange_by_key(|it| (it.span, it.code));
    Page { id: id.to_owned(), text: text.to_owned(), front_matter, articles, diagnostics }
}

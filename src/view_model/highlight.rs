//! Text, mentions and hits → paragraphs of runs that never overlap, so that the view has nothing to solve.
//!
//! A run carries every mention that covers it and whether a hit does; a mention that a hit or another mention cuts is
//! several runs, of which the first and the last say so.

use crate::engine::arrange::Arrange;
use crate::engine::extract::Mentions;
use crate::engine::text::Span;

/// The kinds of mention that a reader can switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// 地名.
    Place,
    /// 日期.
    Date,
    /// 数字.
    Figure,
    /// 品牌/机制.
    Programme,
}

impl MentionKind {
    /// Every kind, in the order of the switches.
    pub const ALL: [MentionKind; 4] =
        [MentionKind::Place, MentionKind::Date, MentionKind::Figure, MentionKind::Programme];

    /// The stable name, also of its CSS class.
    pub fn as_str(self) -> &'static str {
        match self {
            MentionKind::Place => "place",
            MentionKind::Date => "date",
            MentionKind::Figure => "figure",
            MentionKind::Programme => "programme",
        }
    }

    /// Where mention number `idx` of this kind stands; empty where there is none.
    pub fn span(self, mentions: &Mentions, idx: usize) -> Span {
        self.spans(mentions).get(idx).copied().unwrap_or_default()
    }

    /// How many mentions of this kind there are.
    pub fn count(self, mentions: &Mentions) -> usize {
        match self {
            MentionKind::Place => mentions.places.len(),
            MentionKind::Date => mentions.dates.len(),
            MentionKind::Figure => mentions.figures.len(),
            MentionKind::Programme => mentions.programmes.len(),
        }
    }

    fn spans(self, mentions: &Mentions) -> Vec<Span> {
        match self {
            MentionKind::Place => mentions.places.iter().map(|it| it.span).collect(),
            MentionKind::Date => mentions.dates.iter().map(|it| it.span).collect(),
            MentionKind::Figure => mentions.figures.iter().map(|it| it.span).collect(),
            MentionKind::Programme => mentions.programmes.iter().map(|it| it.span).collect(),
        }
    }
}

/// A mention over a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cover {
    /// Its kind.
    pub kind: MentionKind,
    /// Its number among the mentions of its kind.
    pub idx: usize,
    /// True where it begins with this run.
    pub is_first: bool,
    /// True where it ends with this run.
    pub is_last: bool,
}

/// A piece of text with one set of layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Bytes of the text; no line break, never empty.
    pub span: Span,
    /// What covers it: at most one mention a kind, in the order of `MentionKind::ALL`.
    pub covers: Vec<Cover>,
    /// The number of the hit that covers it.
    pub hit: Option<usize>,
    /// True inside the passage that is pointed at.
    pub is_pointed: bool,
}

/// Where a walk through `n_hits` hits goes from `at`, round the ends; `None` without hits.
pub fn next_hit(at: Option<usize>, n_hits: usize, is_forward: bool) -> Option<usize> {
    let last = n_hits.checked_sub(1)?;
    Some(match at {
        Some(at) if is_forward => {
            if at >= last {
                0
            } else {
                at + 1
            }
        }
        Some(at) => at.checked_sub(1).unwrap_or(last).min(last),
        None if is_forward => 0,
        None => last,
    })
}

/// The runs of one paragraph, together the whole paragraph.
pub type Paragraph = Vec<Run>;

/// The paragraphs (lines) of `text` with the layers of `shown` and the hits. Spans that lie outside of the text or off
/// its character borders are left out. Mentions and hits are ordered and free of overlaps within their list. `at` is the
/// passage that is pointed at.
pub fn paragraphs(
    text: &str,
    mentions: &Mentions,
    hits: &[Span],
    shown: &[MentionKind],
    at: Option<Span>,
) -> Vec<Paragraph> {
    let is_real = |it: &Span| !it.is_empty() && !it.slice(text).is_empty();
    let mut layers = vec![];
    for kind in MentionKind::ALL.into_iter().filter(|it| shown.contains(it)) {
        let spans = kind.spans(mentions).into_iter().enumerate().filter(|(_, it)| is_real(it)).collect();
        layers.push((kind, Layer::new(spans)));
    }
    let [mut hit_layer, mut pointed] = [hits, at.as_slice()]
        .map(|it| Layer::new(it.iter().copied().enumerate().filter(|(_, it)| is_real(it)).collect()));

    let mut borders: Vec<usize> = vec![];
    layers.iter().map(|(_, it)| it).chain([&hit_layer, &pointed]).for_each(|it| borders.extend(it.borders()));
    borders.arrange_by_key(|it| *it);
    borders.dedup();
    let mut borders = borders.into_iter().peekable();

    let mut res = vec![];
    let mut at = 0;
    for line in text.split('\n') {
        let end = at + line.len();
        let mut runs = vec![];
        while at < end {
            while borders.next_if(|it| *it <= at).is_some() {}
            let next = borders.peek().copied().unwrap_or(end).min(end);
            let span = Span::new(at, next);
            let cover = |(kind, layer): &mut (MentionKind, Layer)| {
                layer.at(span).map(|(idx, of)| Cover {
                    kind: *kind,
                    idx,
                    is_first: of.start == span.start,
                    is_last: of.end == span.end,
                })
            };
            runs.push(Run {
                span,
                covers: layers.iter_mut().filter_map(cover).collect(),
                hit: hit_layer.at(span).map(|(idx, _)| idx),
                is_pointed: pointed.at(span).is_some(),
            });
            at = next;
        }
        res.push(runs);
        at = end + 1;
    }
    res
}

/// The numbered spans of one list, walked from left to right.
struct Layer {
    spans: Vec<(usize, Span)>,
    next: usize,
}

impl Layer {
    fn new(spans: Vec<(usize, Span)>) -> Self {
        Layer { spans, next: 0 }
    }

    fn borders(&self) -> impl Iterator<Item = usize> {
        self.spans.iter().flat_map(|(_, it)| [it.start, it.end])
    }

    /// The span that covers `span`; calls go from left to right.
    fn at(&mut self, span: Span) -> Option<(usize, Span)> {
        while self.spans.get(self.next).is_some_and(|(_, it)| it.end <= span.start) {
            self.next += 1;
        }
        self.spans.get(self.next).copied().filter(|(_, it)| it.contains(span))
    }
}

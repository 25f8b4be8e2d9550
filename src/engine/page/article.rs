//! From drafts to articles: how far each label reaches, what kind each article is, its number.
//!
//! A label covers what follows until the next one; a column of photos, briefs or primers covers only its own kind, so
//! that a story below it keeps the label before. A label in the middle of the first, unlabelled story is that story's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::draft::Draft;
use super::flow::{Flow, Label};
use super::{Article, Kind};
use crate::engine::arrange::{Arrange, gathered};
use crate::engine::diagnostic::{Code, Diagnostic, Severity};
use crate::engine::text::{Span, sentence, table};

/// The articles of page `id`, by their first characters, and what was uncertain.
pub fn articles(id: &str, source: &str, flow: Flow) -> (Vec<Article>, Vec<Diagnostic>) {
    let Flow { drafts, labels, mut diagnostics } = flow;
    let has_heads = drafts.iter().any(|it| it.has_head);
    let mut entries: Vec<(usize, Draft)> = drafts.into_iter().enumerate().collect();
    entries.retain(|(_, it)| !it.paragraphs.is_empty() || !it.headline.is_empty());
    entries.arrange_by_key(|(idx, it)| (it.first, *idx));
    for (_, draft) in &mut entries {
        if is_picture(source, draft) {
            draft.kind = Some(Kind::Photo);
        }
    }
    let sections = Sections::new(&labels, entries.iter().map(|it| &it.1));
    let mut res: Vec<Article> = vec![];
    for (idx, draft) in entries {
        let section = sections.of(idx, &draft);
        let kind = kind_of(source, &draft, section.and_then(|it| labels[it].kind));
        if !draft.has_head && has_heads {
            let at = draft.paragraphs.first().and_then(|it| it.spans.first()).copied().unwrap_or_default();
            diagnostics.push(Diagnostic::new(at, Severity::Info, Code::Fragment));
        }
        res.push(Article {
            id: format!("{id}-{:02}", res.len() + 1),
            section: section.map(|it| labels[it].name.clone()).unwrap_or_default(),
            headline: draft.headline,
            byline: draft.byline,
            kind,
            paragraphs: draft.paragraphs.into_iter().map(|it| it.spans).collect(),
        });
    }
    if labels.is_empty() && !res.is_empty() {
        diagnostics.push(Diagnostic::new(Span::default(), Severity::Info, Code::NoLabel));
    }
    (res, diagnostics)
}

/// Characters above which no caption goes.
const LONGEST_CAPTION: usize = 150;

/// True for one short paragraph that ends with a credit for pictures (文/图): a photo with its caption.
fn is_picture(source: &str, draft: &Draft) -> bool {
    draft.kind.is_none() && draft.has_pictures && draft.has_head && is_short(source, draft)
}

/// True for one short paragraph.
fn is_short(source: &str, draft: &Draft) -> bool {
    let [only] = draft.paragraphs.as_slice() else { return false };
    let n_chars: usize = only.spans.iter().map(|it| it.slice(source).chars().count()).sum();
    n_chars <= LONGEST_CAPTION
}

/// Which label stands over a draft, found without going through all labels for each.
struct Sections {
    /// For each label and kind, the last label of that kind up to it; labels without a kind stand at the end.
    latest: Vec<[Option<usize>; N_KINDS]>,
    /// The first label of photos.
    photos: Option<usize>,
    /// The first label inside each draft.
    inside: BTreeMap<usize, usize>,
}

/// Kinds of labels: those of articles, and none.
const N_KINDS: usize = Kind::ALL.len() + 1;

impl Sections {
    fn new<'a>(labels: &[Label], drafts: impl Iterator<Item = &'a Draft>) -> Self {
        // A label for briefs that has none below it is one like any other.
        let with_briefs: BTreeSet<usize> =
            gathered(drafts.filter(|it| covers(Some(Kind::Brief), it)).filter_map(|it| it.label));
        let mut inside = BTreeMap::new();
        let mut latest = vec![];
        let mut last = [None; N_KINDS];
        for (idx, label) in labels.iter().enumerate() {
            let kind = label.kind.filter(|it| *it != Kind::Brief || with_briefs.contains(&idx));
            last[kind.map_or(Kind::ALL.len(), |it| it as usize)] = Some(idx);
            latest.push(last);
            if let Some(draft) = label.inside {
                inside.entry(draft).or_insert(idx);
            }
        }
        Sections { latest, photos: labels.iter().position(|it| it.kind == Some(Kind::Photo)), inside }
    }

    /// Index of the label over draft `idx`.
    fn of(&self, idx: usize, draft: &Draft) -> Option<usize> {
        let free_photo = draft.kind == Some(Kind::Photo) && draft.is_set_off;
        if let Some(column) = self.photos.filter(|_| free_photo) {
            return Some(column);
        }
        let latest = draft.label.and_then(|it| self.latest.get(it));
        let kinds = Kind::ALL.into_iter().map(Some).chain([None]);
        let before =
            latest.and_then(|it| kinds.zip(it).filter(|(kind, _)| covers(*kind, draft)).filter_map(|it| *it.1).max());
        before.or_else(|| self.inside.get(&idx).copied())
    }
}

/// A column of photos, briefs or primers covers items of its kind, and items that do not show what they are.
fn covers(label: Option<Kind>, draft: &Draft) -> bool {
    match label {
        Some(only @ (Kind::Photo | Kind::Brief | Kind::Primer)) => {
            draft.kind == Some(only) || draft.kind.is_none() && draft.byline.is_empty() && draft.has_head
        }
        _ => true,
    }
}

fn kind_of(source: &str, draft: &Draft, section: Option<Kind>) -> Kind {
    if let Some(kind) = draft.kind {
        return kind;
    }
    let all_photo = !draft.byline.is_empty() && draft.byline.iter().all(|it| it.role == super::byline::PHOTOGRAPHER);
    let only_names = !draft.byline.is_empty() && draft.byline.iter().all(|it| it.role.is_empty());
    match section {
        Some(kind @ (Kind::Photo | Kind::Brief | Kind::Primer)) if draft.byline.is_empty() || all_photo => kind,
        Some(Kind::Brief) if is_short(source, draft) => Kind::Brief,
        Some(Kind::Commentary) if only_names || sounds_like_opinion(source, draft) => Kind::Commentary,
        _ if all_photo && draft.paragraphs.len() <= 2 => Kind::Photo,
        _ if only_names && sounds_like_opinion(source, draft) => Kind::Commentary,
        _ if draft.byline.iter().any(|it| it.role.ends_with("评论员") || it.name.ends_with("评论员")) => {
            Kind::Commentary
        }
        _ => Kind::Story,
    }
}

/// More words that exhort than words that report.
fn sounds_like_opinion(source: &str, draft: &Draft) -> bool {
    let mut balance = 0i64;
    for span in draft.paragraphs.iter().flat_map(|it| &it.spans) {
        for (word, weight) in WORDS.iter() {
            let found = span.slice(source).match_indices(word);
            // What someone says is no opinion of the author's.
            let is_quoted = |at: usize| sentence::open_marks(sentence::tail(&span.slice(source)[..at])) > 0;
            let own = found.filter(|it| *weight < 0 || !is_quoted(it.0));
            balance += weight * own.count() as i64;
        }
    }
    balance > 0
}

static WORDS: LazyLock<Vec<(&str, i64)>> = LazyLock::new(|| {
    table::rows(data_table!(kinds))
        .filter_map(|row| Some((*row.first()?, if row.get(1) == Some(&"opinion") { 1 } else { -1 })))
        .collect()
});

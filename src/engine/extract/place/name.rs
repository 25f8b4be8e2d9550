//! Names that the gazetteer lists: which of them the text means where they begin.
//!
//! Whole names (突泉县, 阿左旗, 哲里木盟) count unless they lie across words. Short ones (赤峰, 海勃湾) are words of everyday
//! speech too often: those of provinces and prefectures count unless the table of words objects, those of counties when
//! the tokenizer, the article or the place before them agrees.

use super::ground::{Border, Ground};
use super::listing::Standing;
use super::scene::Scene;
use super::site::Site;
use super::word::{self, Role};
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::{Form, FormKind, PlaceId};
use crate::engine::text::Span;

/// A listed name in the text and the places it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// One behind its last byte.
    pub end: usize,
    /// The places it may mean; never empty.
    pub candidates: Vec<PlaceId>,
    /// True for a whole name, false for a short one.
    pub whole: bool,
    /// The rule that took it.
    pub rule: &'static str,
}

/// The longest of the gazetteer's `names` at `at` that the text means.
pub(super) fn at(ground: &Ground, scene: &Scene, at: usize, names: &[Standing]) -> Option<Listed> {
    let mut res = None;
    for Standing { n_bytes, forms, .. } in names {
        let site = Site::new(ground, scene, Span::new(at, at + n_bytes));
        let taken: Vec<&Form> = forms.iter().filter(|it| site.takes(it)).collect();
        let Some(first) = taken.first() else {
            if forms.iter().any(|it| site.is_landmark(it)) {
                res = None;
            }
            continue;
        };
        let whole = taken.iter().any(|it| site.is_whole(it));
        let rule = if whole { first.kind } else { FormKind::Short };
        let mut candidates: Vec<PlaceId> = taken.iter().map(|it| it.place).collect();
        candidates.dedup();
        res = Some(Listed { end: at + n_bytes, candidates, whole, rule: rule_name(rule) });
    }
    res.or_else(|| clipped(ground, scene, at))
}

fn rule_name(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Official => "official",
        FormKind::Short => "short",
        FormKind::Customary => "customary",
        FormKind::Former => "former",
    }
}

/// A township without its type right behind its county: 鄂托克前旗城川民族干部学院.
fn clipped(ground: &Ground, scene: &Scene, at: usize) -> Option<Listed> {
    let said = scene.clipped().find(|it| ground.rest(at).starts_with(it.as_str()));
    if let Some((end, node)) = said.and_then(|it| Some((at + it.len(), scene.known(it)?))) {
        let is_free = ground.left_border(at) != Border::Inside && ground.right_border(end) != Border::Inside;
        return is_free.then(|| Listed { end, candidates: vec![node], whole: false, rule: "clipped" });
    }
    let is_banner = |it: &&str| it.starts_with(is_side) && it.ends_with('旗');
    let banner = ground.rest(at).get(.."前旗".len()).filter(is_banner);
    if let Some((banner, node)) = banner.and_then(|it| Some((it, scene.only_named(it)?))) {
        let is_free = ground.left_border(at) == Border::Clean;
        return is_free.then(|| Listed {
            end: at + banner.len(),
            candidates: vec![node],
            whole: false,
            rule: "clipped",
        });
    }
    let county = scene.chain(at).filter(|&it| scene.level(it) == Level::County)?;
    let inside = scene.gazetteer.inside(county);
    let mut township = inside.start;
    while township < inside.end {
        let stem = stem(scene.gazetteer.name(township))
            .filter(|it| scene.level(township) == Level::Township && !it.ends_with(['路', '街']));
        if let Some(stem) = stem.filter(|it| ground.rest(at).starts_with(it)) {
            let span = Span::new(at, at + stem.len());
            let is_long = stem.chars().count() > 2 && ground.right_border(span.end) != Border::Inside;
            let is_landmark = word::begins(ground.rest(span.end), Role::After);
            if !word::is(stem, Role::Never) && !is_landmark && (is_long || is_proper_noun(ground, span)) {
                return Some(Listed { end: span.end, candidates: vec![township], whole: false, rule: "clipped" });
            }
        }
        township = scene.gazetteer.inside(township).end;
    }
    None
}

/// True for the first character of 前旗, 中旗.
pub(super) fn is_side(character: char) -> bool {
    matches!(character, '前' | '后' | '中' | '左' | '右')
}

/// True when no word of the dictionary but a name lies in `span`.
fn is_proper_noun(ground: &Ground, span: Span) -> bool {
    if !ground.has_tokens() {
        return span.slice(ground.text).chars().count() > 2;
    }
    ground.right_border(span.end) != Border::Inside
        && ground.tokens_in(span).all(|it| {
            matches!(it.tag.as_str(), "ns" | "nz" | "nr" | "nrt" | "x")
                || it.span.slice(ground.text).chars().count() == 1
        })
}

/// A township's or village's name without its type, of two characters at least.
pub(super) fn stem(name: &str) -> Option<&str> {
    let types = ["街道", "苏木", "社区", "嘎查", "镇", "乡", "村"];
    types.iter().find_map(|it| name.strip_suffix(it)).filter(|it| it.chars().count() > 1)
}

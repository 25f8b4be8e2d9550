//! One reading of a text from left to right: at each character the longest name that begins there, and the place it means.

use super::coined::{self, Coined};
use super::ground::{Border, Ground, is_han};
use super::listing::{Listing, Standing};
use super::misprint;
use super::name::{self, Listed};
use super::scene::{Choice, Node, Scene};
use crate::engine::extract::Level;
use crate::engine::text::Span;

/// A mention and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The name as printed.
    pub span: Span,
    /// The place.
    pub node: Node,
    /// The rule that took it.
    pub rule: &'static str,
    /// False when the context did not tell between several places.
    pub certain: bool,
    /// True for a whole name: it may speak for other names.
    pub whole: bool,
    /// True right behind another place: there the name begins for sure.
    pub is_anchored: bool,
}

/// Every mention of the text, in order; `listing` are the gazetteer's names in it, `free` those made by a type, `scene` keeps
/// what the mentions mean.
pub(super) fn read(ground: &Ground, listing: &Listing, free: &[Coined], scene: &mut Scene) -> Vec<Found> {
    let (mut next_free, mut next_name) = (0, 0);
    let mut res: Vec<Found> = vec![];
    let mut until = 0;
    // Where the next name of either list begins.
    let mut next = 0;
    for (at, character) in ground.text.char_indices() {
        // Most characters begin nothing that either list has, nor stand right behind a place.
        let is_quiet = at < next && at > until + "、".len();
        if at < until || is_quiet && !scene.has_said(character) && !name::is_side(character) || !is_han(character) {
            continue;
        }
        let is_listed = listing.stands(at, &mut next_name);
        while free.get(next_free).is_some_and(|it| it.span.start < at) {
            next_free += 1;
        }
        let coined = free.get(next_free).filter(|it| it.span.start == at).copied();
        let free_behind = free.get(next_free + usize::from(coined.is_some())).map_or(usize::MAX, |it| it.span.start);
        next = listing.behind(next_name, at).min(free_behind);
        if !is_listed && coined.is_none() && !may_go_on(ground, scene, at, character) {
            continue;
        }
        let names = listing.at(next_name, at);
        if let Some(found) = at_byte(ground, scene, at, names, coined) {
            let found = Found { is_anchored: scene.chain(at).is_some(), ..found };
            if found.rule == "clipped" {
                scene.remember_clipped(found.span.slice(ground.text));
            }
            scene.remember(found.span.slice(ground.text), found.node, found.span.end);
            until = found.span.end;
            res.push(found);
        }
    }
    res
}

/// True where a name may begin that neither list has: behind a place or in its list, one said elsewhere, 前旗 alone.
fn may_go_on(ground: &Ground, scene: &Scene, at: usize, character: char) -> bool {
    let behind = scene.last().is_some_and(|it| at.saturating_sub(it.1) <= "、".len());
    behind && (scene.chain(at).is_some() || is_listed(ground, scene, at))
        || scene.has_said(character)
        || name::is_side(character)
}

fn at_byte(ground: &Ground, scene: &mut Scene, at: usize, names: &[Standing], free: Option<Coined>) -> Option<Found> {
    let listed = name::at(ground, scene, at, names);
    let is_anchored = scene.chain(at).is_some() || is_listed(ground, scene, at);
    let behind = Some(at).filter(|_| is_anchored).and_then(|at| coined::behind(ground, scene.gazetteer, at));
    let is_foreign = |listed: &Listed| {
        let chain = scene.chain(at).filter(|&it| scene.level(it) >= Level::County);
        chain.is_some_and(|chain| !listed.whole && listed.candidates.iter().all(|&it| !scene.lies_below(it, chain)))
    };
    let is_far = |listed: &Listed, coined: &Coined| {
        let rest = scene.gazetteer.find(Span::new(listed.end, coined.span.end).slice(ground.text));
        let is_near = |&it: &Node| {
            let holds_rest = rest.iter().any(|form| scene.lies_below(form.place, it));
            scene.level(it) < Level::County || scene.surroundings(it).is_some() || holds_rest
        };
        !listed.whole && !listed.candidates.iter().any(is_near)
    };
    let wins = |it: &Coined, beats: &dyn Fn(&Listed) -> bool| {
        listed.as_ref().is_none_or(|listed| !is_chain_of(ground, scene, listed, it) && beats(listed))
    };
    let behind = behind.filter(|it| wins(it, &|listed| outweighs(it, listed) || is_foreign(listed)));
    let free = free.filter(|it| wins(it, &|listed| outweighs(it, listed) || is_far(listed, it)));
    let free = free.filter(|it| !hides_listed(ground, scene, *it));
    let coined = said(ground, scene, at).or(behind).or(free);
    match (coined, listed) {
        (Some(coined), _) => {
            let forms = scene.gazetteer.find(coined.span.slice(ground.text));
            let places: Vec<Node> =
                forms.iter().map(|it| it.place).filter(|&it| scene.level(it) == coined.level).collect();
            let rule = if places.is_empty() { "suffix" } else { "official" };
            Some(small(ground, scene, coined, &places, rule))
        }
        (None, Some(listed)) => Some(settle(ground, scene, at, &listed)),
        (None, None) => {
            let (span, node) = misprint::county_behind(ground, scene, at)?;
            Some(Found { span, node, rule: misprint::RULE, certain: true, whole: true, is_anchored: true })
        }
    }
}

/// A short name and a name in it rather than one coined name: 河南|新乡, 安吉|余村; but 红山村 is one.
fn is_chain_of(ground: &Ground, scene: &Scene, listed: &Listed, coined: &Coined) -> bool {
    let n_more = Span::new(listed.end, coined.span.end.max(listed.end)).slice(ground.text).chars().count();
    let is_word = ground.token(coined.span.start).is_some_and(|it| it.span.end == listed.end && it.tag != "x");
    if listed.whole || n_more < 2 || !is_word {
        return false;
    }
    let chain = scene.chain(coined.span.start);
    let lies_in_chain = |&it: &Node| chain.is_some_and(|chain| scene.lies_below(it, chain));
    let names = || scene.gazetteer.prefixes(ground.rest(listed.end)).flat_map(|it| it.1);
    let holds_next =
        |&it: &Node| names().any(|form| scene.level(form.place) < Level::Township && scene.lies_below(form.place, it));
    listed.candidates.iter().any(|it| lies_in_chain(it) || holds_next(it))
}

/// Right behind a township or village and a mark of enumeration: 善岱村、公布村.
fn is_listed(ground: &Ground, scene: &Scene, at: usize) -> bool {
    scene.last().is_some_and(|(node, end)| {
        at.checked_sub(end) == Some("、".len())
            && matches!(ground.text.get(end..at), Some("、" | "和" | "与" | "及"))
            && scene.level(node) >= Level::Township
    })
}

/// A township or village that the text names elsewhere right behind its county.
fn said(ground: &Ground, scene: &Scene, at: usize) -> Option<Coined> {
    let printed = scene.said_at(ground.rest(at))?;
    let border = ground.left_border(at);
    let is_short = name::stem(printed).is_none();
    let is_free = scene.chain(at).is_some() || border == Border::Clean || border == Border::Unknown && !is_short;
    let level = coined::level_of(printed).filter(|_| is_free)?;
    Some(Coined { span: Span::new(at, at + printed.len()), level })
}

/// True when a name that the article's county has, or one said elsewhere, ends a coined one: 应|善岱村.
fn hides_listed(ground: &Ground, scene: &Scene, coined: Coined) -> bool {
    let printed = coined.span.slice(ground.text);
    let is_name = |inner: &str| {
        let places: Vec<Node> = scene.gazetteer.find(inner).iter().map(|it| it.place).collect();
        let county = scene.choose(&places, inner, None).is_some_and(|it| it.shared > Level::County as usize);
        name::stem(inner).is_some() && (county || scene.said_at(inner) == Some(inner))
    };
    let starts = printed.char_indices().skip(1).filter_map(|(it, _)| Some((printed.get(..it)?, printed.get(it..)?)));
    let mut inner = starts.filter(|(before, _)| !before.chars().all(|it| coined::SIDES.contains(it)));
    inner.any(|(_, it)| is_name(it))
}

/// A name made by its type is the reading where the listed one is only its beginning: 新民村 against 新民.
fn outweighs(coined: &Coined, listed: &Listed) -> bool {
    let more = coined.span.end.saturating_sub(listed.end);
    more > 0 && more <= "社区".len() && (!listed.whole || coined.level == Level::Village)
}

/// Which place a listed name means.
fn settle(ground: &Ground, scene: &mut Scene, at: usize, listed: &Listed) -> Found {
    let span = Span::new(at, listed.end);
    let level = listed.candidates.first().map_or(Level::Village, |&it| scene.level(it));
    if level >= Level::Township && listed.whole {
        return small(ground, scene, Coined { span, level }, &listed.candidates, listed.rule);
    }
    let printed = span.slice(ground.text);
    let chain = scene.chain(at);
    let found = |node, certain, rule| Found { span, node, rule, certain, whole: listed.whole, is_anchored: false };
    let choice = scene.choose(&listed.candidates, printed, chain);
    let Choice { node, certain, .. } = choice.unwrap_or(Choice { node: 0, certain: false, shared: 0 });
    let foreign = chain.filter(|&it| scene.level(it) < scene.level(node) && !scene.lies_below(node, it));
    match (foreign, scene.known(printed)) {
        (None, Some(known)) if !listed.candidates.contains(&known) => found(known, true, misprint::RULE),
        (Some(parent), _) if listed.whole => match misprint::elsewhere(scene, parent, printed, scene.level(node)) {
            Some(it) => found(it, true, misprint::RULE),
            None => found(node, certain, listed.rule),
        },
        _ => found(node, certain, listed.rule),
    }
}

/// Which township or village a whole name means, listed ones or one that only the text knows.
fn small(ground: &Ground, scene: &mut Scene, coined: Coined, candidates: &[Node], rule: &'static str) -> Found {
    let printed = coined.span.slice(ground.text);
    let chain = scene.chain(coined.span.start);
    let found = |node, certain, rule| Found { span: coined.span, node, rule, certain, whole: true, is_anchored: false };
    if let Some(known) = scene.known(printed).filter(|&it| chain.is_none_or(|chain| scene.shared(chain, it) > 2)) {
        return found(known, true, rule);
    }
    let choice = scene.choose(candidates, printed, chain);
    let township = chain.filter(|&it| coined.level == Level::Village && scene.level(it) == Level::Township);
    let choice = choice.filter(|choice| township.is_none_or(|it| scene.lies_below(choice.node, it)));
    if let Some(choice) = choice.filter(|it| it.shared > Level::County as usize) {
        return found(choice.node, choice.certain, rule);
    }
    let parent = scene.parent_for(coined.level, chain);
    let parent_level = parent.map(|it| scene.level(it));
    let listed = choice.filter(|it| is_near_enough(scene, it, coined, parent_level, chain));
    if let Some(choice) = listed {
        return found(choice.node, choice.certain, rule);
    }
    if let Some(node) = parent.and_then(|it| misprint::small(scene, it, printed, coined)) {
        return found(node, true, misprint::RULE);
    }
    let node = scene.coin(printed, coined.level, parent);
    found(node, parent.is_some(), "suffix")
}

/// A village's name that is hardly another's too: most villages of the country stand in no list.
fn is_rare(name: &str) -> bool {
    name.ends_with("嘎查") || name.chars().count() > 4
}

/// Whether a listed place outside every county of the article is meant rather than one no list has in the county at hand.
fn is_near_enough(scene: &Scene, choice: &Choice, coined: Coined, parent: Option<Level>, chain: Option<Node>) -> bool {
    match parent {
        None => choice.certain && (coined.level == Level::Township || is_rare(scene.name(choice.node))),
        Some(parent) if parent < Level::County => choice.shared > parent as usize,
        Some(_) => {
            let is_long = scene.name(choice.node).chars().count() > 3;
            chain.is_none()
                && coined.level == Level::Township
                && choice.certain
                && (choice.shared > Level::Prefecture as usize || is_long)
        }
    }
}

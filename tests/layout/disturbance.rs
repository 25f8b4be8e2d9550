//! What happens to a page on its way from print to text: each disturbance is one way to arrange the same articles.

use crate::deck::{Deck, Random};
use crate::sheet::{Chunk, Sheet, Style, print};
use crate::stock::Stock;

/// A disturbance, by its name in the table of floors.
pub type Disturbance = (&'static str, fn(&mut Deck) -> (Vec<Chunk>, Style));

/// Every disturbance.
pub const ALL: [Disturbance; 32] = [
    ("bare-labels", bare_labels),
    ("begun-below-another", begun_below_another),
    ("briefs", |deck| briefs(deck, "◆", false)),
    ("briefs-cut-by-label", |deck| briefs(deck, "◆", true)),
    ("briefs-without-bullets", |deck| briefs(deck, "", false)),
    ("byline-forms", |deck| of_stories(deck, Deck::rare_byline)),
    ("clean", |deck| of_stories(deck, Deck::story)),
    ("commentary", |deck| of_stories(deck, Deck::commentary)),
    ("credit-below", |deck| of_stories(deck, Deck::credited_below)),
    ("cut-by-blank", |deck| of_stories(deck, cut_often)),
    ("cut-by-label", |deck| label_in_story(deck, true)),
    ("cut-by-photo", cut_by_photo),
    ("cut-by-story", cut_by_story),
    ("dateline", |deck| of_stories(deck, Deck::datelined)),
    ("dense", |deck| (flat(&mut plain(deck)), Style { is_indented: true, is_dense: true, ..Style::default() })),
    ("everything", everything),
    ("half-width", |deck| (cut_by_photo(deck).0, Style { is_half_width: true, ..Style::default() })),
    ("headline-late", headline_late),
    ("headline-lines", headline_lines),
    ("headline-over-story", headline_over_story),
    ("interleaved-at-paragraphs", |deck| interleaved(deck, 2, false)),
    ("interleaved-three", |deck| interleaved(deck, 3, true)),
    ("interleaved-two", |deck| interleaved(deck, 2, true)),
    ("label-in-story", |deck| label_in_story(deck, false)),
    ("lost-end", lost_end),
    ("lost-head", lost_head),
    ("mixed-bylines", mixed_bylines),
    ("photos", photos),
    ("primer", primer),
    ("sub-headings", |deck| of_stories(deck, subheadings)),
    ("wrapped", |deck| wrapped(deck, true)),
    ("wrapped-with-blank-lines", |deck| wrapped(deck, false)),
];

/// Page `seed` with the disturbance.
pub fn page(stock: &Stock, (name, arrange): Disturbance, seed: u64) -> Sheet {
    let salt = name.bytes().fold(7u64, |acc, it| acc.wrapping_mul(31).wrapping_add(u64::from(it)));
    let mut deck = Deck::new(stock, salt.wrapping_add(seed * 7919));
    let (chunks, style) = arrange(&mut deck);
    print(&chunks, deck.articles, style)
}

/// A label and the stories under it.
type Section = (Chunk, Vec<Vec<Chunk>>);

fn marked(name: &str) -> Chunk {
    Chunk::head(None, &format!("◎{name}"))
}

fn sections<'a>(deck: &mut Deck<'a>, make: fn(&mut Deck<'a>, &str) -> Vec<Chunk>) -> Vec<Section> {
    (0..3)
        .map(|_| {
            let label = deck.label();
            let n_stories = 1 + deck.random.below(2);
            (marked(label), (0..n_stories).map(|_| make(deck, label)).collect())
        })
        .collect()
}

fn plain(deck: &mut Deck) -> Vec<Section> {
    sections(deck, Deck::story)
}

fn flat(sections: &mut Vec<Section>) -> Vec<Chunk> {
    sections
        .drain(..)
        .flat_map(|(label, stories)| std::iter::once(label).chain(stories.into_iter().flatten()))
        .collect()
}

fn of_stories<'a>(deck: &mut Deck<'a>, make: fn(&mut Deck<'a>, &str) -> Vec<Chunk>) -> (Vec<Chunk>, Style) {
    (flat(&mut sections(deck, make)), Style::default())
}

fn bare_labels(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    for (label, _) in &mut sections {
        label.text = label.text.trim_start_matches('◎').to_owned();
    }
    (flat(&mut sections), Style::default())
}

/// Cuts a paragraph of a story in mid-sentence, as a column's end does; where its second half stands.
fn cut(random: &mut Random, story: &mut Vec<Chunk>) -> Option<usize> {
    for _ in 0..40 {
        let at = random.below(story.len());
        let chars: Vec<char> = story[at].text.chars().collect();
        if !story[at].is_body || chars.len() < 40 {
            continue;
        }
        let border = 8 + random.below(chars.len() - 16);
        let (left, right) = (chars[border - 1], chars[border]);
        let stop = |it: char| "。！？”’）》；：".contains(it);
        if stop(left) || "，、“‘（《".contains(right) || stop(right) || "“‘（《".contains(left) {
            continue;
        }
        if left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric() {
            continue;
        }
        let second = Chunk { text: chars[border..].iter().collect(), before: String::new(), ..story[at].clone() };
        story[at].text = chars[..border].iter().collect();
        story[at].after.clear();
        story.insert(at + 1, second);
        return Some(at + 1);
    }
    None
}

fn cut_often(deck: &mut Deck, section: &str) -> Vec<Chunk> {
    let mut story = deck.story(section);
    for _ in 0..1 + deck.random.below(3) {
        cut(&mut deck.random, &mut story);
    }
    story
}

fn subheadings(deck: &mut Deck, section: &str) -> Vec<Chunk> {
    let story = deck.story(section);
    deck.with_subheadings(story)
}

/// Splits a story: mostly in mid-sentence, else between paragraphs; the second part.
fn torn(random: &mut Random, story: &mut Vec<Chunk>, in_sentence: bool) -> Vec<Chunk> {
    let at = match in_sentence {
        true => cut(random, story),
        false => Some(3 + random.below(story.len().saturating_sub(3))),
    };
    at.filter(|it| *it < story.len()).map_or_else(Vec::new, |it| story.split_off(it))
}

fn cut_by_photo(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    for (label, stories) in &mut sections {
        let section = label.text.trim_start_matches('◎').to_owned();
        let story = &mut stories[0];
        if let Some(at) = cut(&mut deck.random, story) {
            let photo = deck.photo(&section);
            story.splice(at..at, photo);
        }
    }
    (flat(&mut sections), Style::default())
}

fn cut_by_story(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    for (label, stories) in &mut sections {
        let section = label.text.trim_start_matches('◎').to_owned();
        let other = deck.story(&section);
        if let Some(at) = cut(&mut deck.random, &mut stories[0]) {
            stories[0].splice(at..at, other);
        }
    }
    (flat(&mut sections), Style::default())
}

fn label_in_story(deck: &mut Deck, in_sentence: bool) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    for idx in 0..sections.len() - 1 {
        let last = sections[idx].1.len() - 1;
        let rest = torn(&mut deck.random, &mut sections[idx].1[last], in_sentence);
        sections[idx + 1].1.insert(0, rest);
    }
    (flat(&mut sections), Style::default())
}

fn interleaved(deck: &mut Deck, n_stories: usize, in_sentence: bool) -> (Vec<Chunk>, Style) {
    let label = deck.label();
    let mut parts: Vec<Vec<Vec<Chunk>>> = vec![];
    for _ in 0..n_stories {
        let mut story = deck.story(label);
        let mut rest = torn(&mut deck.random, &mut story, in_sentence);
        let third = if rest.len() > 2 { torn(&mut deck.random, &mut rest, in_sentence) } else { vec![] };
        parts.push(vec![story, rest, third]);
    }
    let mut res = vec![marked(label)];
    for round in 0..3 {
        parts.iter_mut().for_each(|it| res.append(&mut it[round]));
    }
    let next = deck.label();
    res.push(marked(next));
    res.extend(deck.story(next));
    (res, Style::default())
}

fn headline_late(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    for (_, stories) in &mut sections {
        let story = &mut stories[0];
        let mut text = story.split_off(1);
        if let Some(at) = cut(&mut deck.random, &mut text).filter(|it| *it < 5) {
            text.insert(at, story.remove(0));
        }
        story.extend(text);
    }
    (flat(&mut sections), Style::default())
}

fn headline_over_story(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    for (label, stories) in &mut sections {
        let section = label.text.trim_start_matches('◎').to_owned();
        stories.push(deck.story(&section));
        let headline = stories[1].remove(0);
        match cut(&mut deck.random, &mut stories[0]) {
            Some(at) => stories[0].insert(at, headline),
            None => stories[1].insert(0, headline),
        }
    }
    (flat(&mut sections), Style::default())
}

fn headline_lines(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    for (_, stories) in &mut sections {
        for story in stories {
            let headline = story.remove(0);
            let Some(article) = headline.article else { continue };
            let mut lines: Vec<String> = headline.text.split([' ', '\u{3000}']).map(str::to_owned).collect();
            if lines.len() == 1 && lines[0].chars().count() >= 14 {
                let chars: Vec<char> = lines[0].chars().collect();
                let (first, second) = chars.split_at(chars.len() / 2);
                lines = vec![first.iter().collect(), second.iter().collect()];
            }
            if deck.random.below(3) == 0 {
                lines.push("——我区推进基层治理见闻".to_owned());
            }
            deck.articles[article].headline = lines.join(" ");
            story.splice(0..0, lines.iter().map(|it| Chunk::head(Some(article), it)));
        }
    }
    (flat(&mut sections), Style::default())
}

/// A story's first column stands right below another story, its head and the rest below the next label.
fn begun_below_another(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    let next = deck.label();
    let mut story = deck.story(next);
    let mut text = story.split_off(2);
    let rest = torn(&mut deck.random, &mut text, true);
    if let Some((_, stories)) = sections.last_mut() {
        stories.push(text);
    }
    let mut res = flat(&mut sections);
    let photo = deck.photo(next);
    res.extend([vec![marked(next)], story, rest, photo].concat());
    (res, Style::default())
}

/// Stories of which some are signed above their text, some below it.
fn mixed_bylines(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let sections = |deck: &mut Deck| {
        let label = deck.label();
        let of = |deck: &mut Deck| match deck.random.below(3) {
            0 => deck.credited_below(label),
            1 => deck.datelined(label),
            _ => {
                let story = deck.story(label);
                if deck.random.below(2) == 0 { deck.with_subheadings(story) } else { story }
            }
        };
        let first = deck.story(label);
        let rest = (0..2 + deck.random.below(2)).flat_map(|_| of(deck)).collect::<Vec<_>>();
        [vec![marked(label)], first, rest].concat()
    };
    ([sections(deck), sections(deck)].concat(), Style::default())
}

fn lost_end(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    for (_, stories) in &mut sections {
        torn(&mut deck.random, &mut stories[0], true);
    }
    (flat(&mut sections), Style::default())
}

fn lost_head(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut story = deck.story("");
    let rest = torn(&mut deck.random, &mut story, true);
    if let Some(article) = rest.first().and_then(|it| it.article) {
        let truth = &mut deck.articles[article];
        (truth.headline, truth.byline) = (String::new(), vec![]);
    }
    let mut sections = plain(deck);
    let mut res = rest;
    res.extend(flat(&mut sections));
    (res, Style::default())
}

fn briefs(deck: &mut Deck, bullet: &str, is_cut: bool) -> (Vec<Chunk>, Style) {
    let mut res = flat(&mut plain(deck));
    let name = *deck.random.pick(&["信息集装箱", "短讯", "基层简讯", "信息快递"]);
    let mut briefs: Vec<Chunk> = (0..4).flat_map(|_| deck.brief(name, bullet)).collect();
    let label = deck.label();
    if let Some(at) = cut(&mut deck.random, &mut briefs).filter(|it| is_cut && *it == briefs.len() - 1) {
        briefs.insert(at, marked(label));
    } else {
        briefs.push(marked(label));
    }
    let at = deck.random.below(2);
    let column: Vec<Chunk> = std::iter::once(marked(name)).chain(briefs).chain(deck.story(label)).collect();
    if at == 0 {
        res.splice(0..0, column)
    } else {
        res.splice(res.len().., column)
    };
    (res, Style::default())
}

fn photos(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    let column = *deck.random.pick(&["掠影", "图片新闻", "光影"]);
    // A photo that stands free among the stories belongs to the column of photos.
    for (_, stories) in sections.iter_mut().take(2) {
        let mut photo = deck.photo(column);
        photo[0].gap = 2;
        stories.push(photo);
    }
    let photos = (0..2).map(|_| deck.photo(column)).collect();
    sections.push((marked(column), photos));
    (flat(&mut sections), Style::default())
}

fn primer(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut sections = plain(deck);
    let primer = deck.primer("每周一学");
    sections.insert(1, (marked("每周一学"), vec![primer]));
    (flat(&mut sections), Style::default())
}

fn wrapped(deck: &mut Deck, is_indented: bool) -> (Vec<Chunk>, Style) {
    let wrap = Some(*deck.random.pick(&[15, 18, 22, 26, 34]));
    let chunks = if deck.random.below(2) == 0 { flat(&mut plain(deck)) } else { cut_by_photo(deck).0 };
    (chunks, Style { wrap, is_indented, is_dense: is_indented, ..Style::default() })
}

/// Stories of a page with several disturbances at once.
fn everything(deck: &mut Deck) -> (Vec<Chunk>, Style) {
    let mut res = vec![];
    let mut rests: Vec<Vec<Chunk>> = vec![];
    for round in 0..3 {
        let label = deck.label();
        res.push(marked(label));
        if round == 1 {
            res.extend(deck.primer(label));
            if let Some(article) = res.last().and_then(|it| it.article) {
                deck.articles[article].section = label.to_owned();
            }
        }
        if round > 0 && deck.random.below(2) == 0 {
            res.extend(rests.pop().unwrap_or_default());
        }
        for _ in 0..1 + deck.random.below(2) {
            let mut story = if deck.random.below(4) == 0 { deck.rare_byline(label) } else { cut_often(deck, label) };
            if deck.random.below(3) == 0 {
                story = deck.with_subheadings(story);
            }
            let rest = torn(&mut deck.random, &mut story, true);
            res.extend(story);
            if deck.random.below(2) == 0 {
                res.extend(deck.photo(label));
            }
            rests.push(rest);
            while rests.len() > 1 {
                res.extend(rests.remove(0));
            }
        }
    }
    rests.into_iter().for_each(|it| res.extend(it));
    (res, Style::default())
}

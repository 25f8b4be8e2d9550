//! Properties of the walk from mention to mention over the bundled corpus: from any article it comes through every article of
//! the selection that mentions the thing, once, in the order of the result list, and the other way round it goes back.

#[path = "support/bundled.rs"]
mod bundled;

use banmian::engine::archive::Random;
use banmian::engine::extract::Mentions;
use banmian::engine::query::{Facet, Selection};
use banmian::protocol::{ArticleDetail, MentionWanted, Passage, Request, Response};
use banmian::service::Service;
use banmian::view_model::highlight::MentionKind;
use banmian::view_model::mention_walk::{end_of, thing};
use bundled::{corpus, details};

const N_WALKS: usize = 120;

#[test]
fn a_walk_comes_through_every_article_that_mentions_the_thing() {
    let service = corpus();
    let selections = ["", "党员"].map(|it| Selection { query: it.into(), ..Selection::default() });
    let lists = selections.each_ref().map(|it| details(&service, it));
    let mut random = Random(29);
    let mut n_steps = 0;
    for n in 0..N_WALKS {
        let (selection, list) = (&selections[n % 2], &lists[n % 2]);
        let Some((start, facet, value)) = draw(&mut random, &lists[0]) else { continue };
        for is_forward in [true, false] {
            let mut expected: Vec<Passage> = vec![];
            for article in list {
                let span = end_of(&article.mentions, facet, &value, is_forward);
                expected.extend(span.map(|span| Passage { article: article.id.clone(), span }));
            }
            if !is_forward {
                expected.reverse();
            }
            let mut found = vec![];
            let mut at = start.clone();
            for _ in 0..expected.len() {
                let passage = next(&service, selection, &at, facet, &value, is_forward).unwrap();
                at.clone_from(&passage.article);
                found.push(passage);
            }
            // A walk begins anywhere of the round.
            let first = expected.iter().position(|it| Some(it) == found.first()).unwrap_or(0);
            expected.rotate_left(first);
            assert_eq!(found, expected, "{facet:?} {value} of {:?} from {start}", selection.query);
            n_steps += found.len();
        }
    }
    assert!(n_steps > N_WALKS * 3, "{n_steps} steps");
}

#[test]
fn what_nobody_mentions_is_nowhere() {
    let service = corpus();
    for (facet, value) in [(Facet::Place, "无此省"), (Facet::Section, "广角"), (Facet::Quantity, "")] {
        assert_eq!(next(&service, &Selection::default(), "000-01", facet, value, true), None, "{facet:?}");
    }
    let nothing = Selection { query: "没有这几个字".into(), ..Selection::default() };
    assert_eq!(next(&service, &nothing, "000-01", Facet::Quantity, "person", true), None);
}

fn next(
    service: &Service,
    selection: &Selection,
    from: &str,
    facet: Facet,
    value: &str,
    is_forward: bool,
) -> Option<Passage> {
    let (selection, article, value) = (selection.clone(), from.to_owned(), value.to_owned());
    match service.handle(&Request::NextMention(MentionWanted { selection, article, facet, value, is_forward })) {
        Response::NextMention(passage) => passage,
        other => panic!("{other:?}"),
    }
}

/// An article and something that it mentions.
fn draw(random: &mut Random, articles: &[ArticleDetail]) -> Option<(String, Facet, String)> {
    let article = &articles[random.below(articles.len())];
    let mentions: &Mentions = &article.mentions;
    let kind = MentionKind::ALL[random.below(MentionKind::ALL.len())];
    let idx = random.below(kind.count(mentions).max(1));
    thing(mentions, kind, idx).map(|(facet, value)| (article.id.clone(), facet, value.to_owned()))
}

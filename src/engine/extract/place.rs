//! Places: every mention of an administrative division, resolved to its path by the gazetteer and by context.
//!
//! For news text of any kind: 赤峰市翁牛特旗乌丹镇赛沁塔拉嘎查 (four mentions), 海勃湾大队 (a clipped name), 民主村 (the one named
//! before), villages that no list has. A text is read twice from left to right. The first reading only gathers what is
//! named beyond doubt; the second decides the rest by it. One reading: `reader` asks at each character which names begin
//! there (`name` for listed ones, `coined` for those that a type such as 村 ends), `scene` says which place is meant.

mod around;
mod coined;
mod ground;
mod listing;
mod misprint;
mod name;
mod person;
mod reader;
mod scene;
mod site;
mod word;

use super::{Confidence, Context, Level, Mentions, PlaceMention, confidence};
use crate::engine::diagnostic::{Code, Diagnostic, Severity};
use crate::engine::token::Token;
use ground::Ground;
use listing::Listing;
use reader::{Found, read};
use scene::Scene;

/// Adds what `text` mentions to `res`. Nothing without a gazetteer. `tokens` may be empty: they only speak against names
/// that begin or end inside a word.
pub fn extract(text: &str, tokens: &[Token], ctx: &Context, res: &mut Mentions) {
    let Some(gazetteer) = &ctx.lexicon.gazetteer else { return };
    let headline = Ground::new(ctx.headline, &[]);
    let ground = Ground::new(text, tokens);
    let mut survey = Scene::new(gazetteer);
    let mut scene = Scene::new(gazetteer);
    let free = [&headline, &ground].map(|it| coined::free(it, gazetteer));
    let listing = [&headline, &ground].map(|it| Listing::of(it.text, gazetteer));
    for (idx, ground) in [&headline, &ground].into_iter().enumerate() {
        for found in read(ground, &listing[idx], &free[idx], &mut survey).iter().filter(|it| it.certain && it.whole) {
            scene.testify(found.node, &survey);
            if found.is_anchored && survey.level(found.node) >= Level::Township {
                scene.say(found.span.slice(ground.text));
            }
        }
        survey.leave();
    }
    read(&headline, &listing[0], &free[0], &mut scene);
    scene.leave();
    for found in read(&ground, &listing[1], &free[1], &mut scene) {
        res.diagnostics.extend(remark(&found, &scene));
        res.places.push(PlaceMention {
            span: found.span,
            canonical: scene.path(found.node),
            level: scene.level(found.node),
            rule: found.rule.to_owned(),
            confidence: if found.certain { confidence::of_rule(found.rule) } else { Confidence::Doubtful },
        });
    }
}

fn remark(found: &Found, scene: &Scene) -> Option<Diagnostic> {
    if found.rule == misprint::RULE {
        let diagnostic = Diagnostic::new(found.span, Severity::Warning, Code::PlaceMisprint);
        return Some(diagnostic.with_detail(scene.name(found.node)));
    }
    let diagnostic = Diagnostic::new(found.span, Severity::Info, Code::PlaceAmbiguous);
    (!found.certain).then(|| diagnostic.with_detail(scene.path(found.node)))
}

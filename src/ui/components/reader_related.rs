//! What leads on from an article: its figures, its neighbours on the page and in its section, what is like it, and how
//! it is cited.

use crate::ui::prelude::*;

use crate::protocol::{ArticleDetail, ArticleLink, Beside, Related, Request, Response};
use crate::ui::asked::Asked;
use crate::ui::clipboard;
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::citation::CitationForm;
use crate::view_model::format::{count, measure};
use crate::view_model::opening::{open_article, open_figure};

/// Every figure of the article with its value, unit and subject; each leads to its place in the text.
#[component]
pub fn FigureList(
    /// The open article.
    article: StoredValue<ArticleDetail>,
) -> impl IntoView {
    let state = AppState::of_app();
    let n_figures = article.with_value(|it| it.mentions.figures.len());
    let row = move |idx: usize| {
        let href = move || state.href(|it| article.with_value(|article| open_figure(it, &article.id, idx)));
        let value = move || {
            article.with_value(|it| {
                let figure = it.mentions.figures.get(idx);
                figure.map(|it| measure(state.locale.get(), it.value, it.high, &it.unit, it.approx))
            })
        };
        let subject = article.with_value(|it| {
            let subject = it.mentions.figures.get(idx).and_then(|it| it.subject);
            subject.map(|span| span.slice(&it.text).to_owned()).unwrap_or_default()
        });
        view! {
            <li><a href=live(href)>{live(value)}</a>" "<span class="reader__beside" lang="zh-Hans">{subject}</span></li>
        }
    };
    let title = move || state.text_with("reader.figures", &[("n", &count(n_figures))]);
    (n_figures > 0).then(|| {
        view! {
            <details class="reader__part">
                <summary class="reader__subtitle">{live(title)}</summary>
                <ol class="reader__links">{(0..n_figures).map(row).collect_view()}</ol>
            </details>
        }
    })
}

/// Asked when the article is on screen, so that reading does not wait for it.
#[component]
pub fn ReaderRelated(
    /// The open article's id.
    id: String,
) -> impl IntoView {
    let state = AppState::of_app();
    let asked = Asked::new(
        state,
        move || Some(Request::Related { id: id.clone() }),
        |response| match response {
            Response::Related(related) => Some(*related),
            _ => None,
        },
    );
    let related = asked.value();
    live_view(move || related.get().map(parts))
}

fn parts(related: Related) -> Vec<AnyView> {
    let beside = |it: Beside| [("reader.before", it.previous), ("reader.after", it.next)];
    let similar = related.similar.into_iter().map(|it| ("", Some(it)));
    vec![
        links("reader.on-page", beside(related.on_page).into_iter()),
        links("reader.in-section", beside(related.in_section).into_iter()),
        links("reader.similar", similar),
        citations(related.citations),
    ]
}

/// A part of links; nothing where there is none.
fn links(title: &'static str, found: impl Iterator<Item = (&'static str, Option<ArticleLink>)>) -> AnyView {
    let state = AppState::of_app();
    let link = |(way, it): (&'static str, Option<ArticleLink>)| {
        let ArticleLink { id, name, date } = it?;
        let href = move || state.href(|it| open_article(it, &id));
        let way = (!way.is_empty()).then(|| view! { <span class="reader__beside">{tr(way)}" "</span> });
        Some(view! {
            <li>{way}<a lang="zh-Hans" href=live(href)>{name}</a>" "<span class="reader__beside">{date}</span></li>
        })
    };
    let links: Vec<_> = found.filter_map(link).collect();
    (!links.is_empty())
        .then(|| {
            view! {
                <section class="reader__part">
                    <h3 class="reader__subtitle">{tr(title)}</h3>
                    <ul class="reader__links">{links}</ul>
                </section>
            }
        })
        .into_any()
}

/// The texts stand there to be selected, so that they can be had where copying is forbidden.
fn citations(texts: Vec<String>) -> AnyView {
    let state = AppState::of_app();
    let copied = RwSignal::new(None::<bool>);
    let said = move || match copied.get() {
        None => String::new(),
        Some(true) => state.text("cite.copied"),
        Some(false) => state.text("cite.refused"),
    };
    let citation = |(form, text): (CitationForm, String)| {
        let shown = text.clone();
        let label = move || state.text_with("cite.copy", &[("form", &state.text(form.label_key()))]);
        view! {
            <li class="citation">
                <span class="citation__text" lang="zh-Hans">{shown}</span>
                <button class="button button--quiet" type="button"
                    on:click=move |_| copied.set(Some(clipboard::copy(&text)))>{live(label)}</button>
            </li>
        }
    };
    let copy_link = move |_| copied.set(Some(state.location.with_untracked(clipboard::copy_link)));
    view! {
        <section class="reader__part">
            <h3 class="reader__subtitle">{tr("cite.title")}</h3>
            <ul class="reader__links">{CitationForm::ALL.into_iter().zip(texts).map(citation).collect_view()}</ul>
            <button class="button button--quiet" type="button" on:click=copy_link>{tr("cite.link")}</button>
            <p role="status">{live(said)}</p>
        </section>
    }
    .into_any()
}

//! What is loaded: counts, from when to when, and lists of which each entry leads on.

use crate::ui::prelude::*;

use super::load_notice::LoadingNotice;
use crate::engine::extract::edtf::Edtf;
use crate::protocol::{Column, FigureColumn, Leads, Overview, OverviewEntry, OverviewList, Request, Response};
use crate::ui::asked::Asked;
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::figure_row::cell_text;
use crate::view_model::word_links::follow;
use crate::view_model::{Load, dates, format};

/// Says at once what there is; lists that need the dictionary follow when it has come.
#[component]
pub fn OverviewPanel() -> impl IntoView {
    let state = AppState::of_app();
    let asked = Asked::new(
        state,
        // The list of articles comes first.
        move || state.articles.with(|it| it.value().is_some()).then(|| Request::Overview(selection(state))),
        |response| match response {
            Response::Overview(overview) => Some(*overview),
            _ => None,
        },
    );
    let overview = asked.part(Overview::clone);
    let n_figures = move || state.lexicon_ready().then(|| overview.with(|it| it.n_figures));
    let has_failed = Memo::new(move |_| state.lexicon.with(|it| matches!(it, Load::Failed(_))));
    let lists = move || overview.get().lists.into_iter().map(|list| view! { <List list /> }).collect_view();
    view! {
        <section class="overview" aria-labelledby="overview-title" aria-busy=live(move || asked.is_busy())>
            <h1 class="overview__title" id="overview-title">{tr("overview.title")}</h1>
            <p class="overview__lead">{tr("overview.lead")}</p>
            <p class="overview__counts">
                <Count n=move || Some(overview.with(|it| it.n_pages)) key="overview.pages" />
                <Count n=move || Some(overview.with(|it| it.n_articles)) key="overview.articles" />
                <Count n=n_figures key="overview.figures" />
            </p>
            <p class="overview__dates">{live(move || overview.with(|it| dates_text(state, it)))}</p>
            <div class="overview__lists">{live_view(lists)}</div>
            {when(move || !state.lexicon_ready() && !has_failed.get(), move || view! { <LoadingNotice key="overview.wait" /> })}
            {when(move || has_failed.get(), move || view! { <p class="notice notice--quiet">{tr("overview.missing")}</p> })}
        </section>
    }
}

fn selection(state: AppState) -> crate::engine::query::Selection {
    state.location.with(|it| it.selection.clone())
}

#[component]
fn Count(n: impl Fn() -> Option<usize> + Send + 'static, key: &'static str) -> impl IntoView {
    let text = move || n().map_or_else(|| "…".to_owned(), format::count);
    view! { <span class="overview__count"><b>{live(text)}</b>" "{tr(key)}</span> }
}

fn dates_text(state: AppState, overview: &Overview) -> String {
    let [first, last] = overview.dates.each_ref().map(|it| Edtf::parse(it));
    let range = Edtf::interval(first.as_ref(), last.as_ref());
    match range.filter(|_| first.is_some()) {
        None => state.text("overview.undated"),
        Some(range) => state.text_with("overview.dates", &[("date", &dates::edtf_text(state.locale.get(), &range))]),
    }
}

#[component]
fn List(list: OverviewList) -> impl IntoView {
    let state = AppState::of_app();
    let OverviewList { of, entries, n_more } = list;
    let (title, column) = match of {
        Some(Column::Figure(FigureColumn::Place)) => ("overview.place", FigureColumn::Place),
        Some(Column::Figure(FigureColumn::Quantity)) => ("overview.quantity", FigureColumn::Quantity),
        Some(Column::Figure(FigureColumn::Programme)) => ("overview.programme", FigureColumn::Programme),
        _ => ("overview.section", FigureColumn::Section),
    };
    let entries = entries.into_iter().map(|entry| view! { <Entry entry column /> });
    let more = move || state.text_with("overview.more", &[("n", &format::count(n_more))]);
    view! {
        <section class="overview__list">
            <h2 class="overview__name">{tr(title)}</h2>
            <ol class="overview__entries">{entries.collect_view()}</ol>
            {(n_more > 0).then(|| view! { <p class="overview__more">{live(more)}</p> })}
        </section>
    }
}

#[component]
fn Entry(entry: OverviewEntry, column: FigureColumn) -> impl IntoView {
    let state = AppState::of_app();
    let OverviewEntry { name, count, share, figure } = entry;
    let has_figure = !figure.text.is_empty();
    let href = move |leads: Leads| move || state.href(|it| follow(it, Column::Label, &leads));
    let text = move || cell_text(state.locale.get(), column, &name.text);
    view! {
        <li class="overview__entry" style:--share=share.to_string()>
            <a class="overview__link" href=live(href(name.leads))>{live(text)}</a>
            {has_figure.then(|| view! {
                <a class="overview__figure" href=live(href(figure.leads)) lang="zh-Hans">{figure.text}</a>
            })}
            <span class="overview__number">{format::count(count)}</span>
        </li>
    }
}

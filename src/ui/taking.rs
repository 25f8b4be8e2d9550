//! Takes something away: the worker packs it, the program of files writes it, the browser saves or copies it.

use std::sync::Arc;

use super::state::AppState;
use super::{browser, clipboard, download, picture, side_module};
use crate::codec;
use crate::engine::chart::Scene;
use crate::error::Error;
use crate::export::frame;
use crate::protocol::{About, Form, Job, Request, Response};
use crate::ui::prelude::*;
use crate::view_model::{export, words};

/// The program that writes files, `src/bin/export.rs`.
const PROGRAM: &str = "export";

/// What the worker is asked for; `None` for nothing.
pub type Asking = Arc<dyn Fn() -> Option<Request> + Send + Sync>;

/// What is taken away.
#[derive(Clone)]
pub struct Thing {
    /// What the file is named after.
    pub name: &'static str,
    /// Key of what it is called in the file.
    pub title: &'static str,
    /// What the worker is asked for.
    pub request: Asking,
    /// What is drawn, where something is.
    pub scene: Option<Memo<Arc<Scene>>>,
    /// Title and notes, where they do not stand in what is drawn.
    pub caption: Option<Memo<Vec<String>>>,
}

/// How it went.
pub enum Taken {
    /// As a file of that name.
    Saved(String),
    /// As a file of that name, because it could not be copied.
    SavedInstead(String),
    /// On the clipboard.
    Copied,
    /// The browser does not let this text be copied.
    Refused(String),
    /// Nothing is drawn.
    NoPicture,
}

/// Takes `thing` away in a form.
pub async fn take(state: AppState, thing: &Thing, form: Form) -> Result<Taken, Error> {
    let about = about(state, thing);
    if form.is_picture() {
        return Ok(picture(state, thing, form, &about).await.unwrap_or(Taken::NoPicture));
    }
    let bytes = written(state, thing, form, &about).await?;
    if form.is_copy() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        return Ok(if clipboard::copy(&text) { Taken::Copied } else { Taken::Refused(text) });
    }
    let file = file_name(thing, form, &about);
    download::save(&file, &bytes).map_err(|_| Error::Codec)?;
    Ok(Taken::Saved(file))
}

async fn picture(state: AppState, thing: &Thing, form: Form, about: &About) -> Option<Taken> {
    let scene = thing.scene?.get_untracked();
    let svg = picture::svg(state.locale.get_untracked(), &scene, about)?;
    if form == Form::PictureCopy && picture::copy(&svg).await {
        return Some(Taken::Copied);
    }
    let file = file_name(thing, form, about);
    let blob = if form == Form::Svg { picture::svg_blob(&svg)? } else { picture::png(&svg).await? };
    download::offer(&file, &blob).ok()?;
    Some(if form == Form::PictureCopy { Taken::SavedInstead(file) } else { Taken::Saved(file) })
}

async fn written(state: AppState, thing: &Thing, form: Form, about: &About) -> Result<Vec<u8>, Error> {
    let client = state.client().get_value().ok_or(Error::WorkerStart)?;
    let request = (thing.request)().ok_or(Error::Codec)?;
    let Response::Packed(whole) = client.ask(Request::Whole(Box::new(request))).await? else {
        return Err(Error::Codec);
    };
    let locale = state.locale.get_untracked().as_str().to_owned();
    let path = format!("words/{locale}.txt");
    let Some(words) = side_module::file(&path).await else { return Err(Error::Fetch { path, status: 0 }) };
    let words = String::from_utf8_lossy(&words).into_owned();
    let job = Job { form, locale, words, about: about.clone(), whole };
    let bytes = side_module::run(PROGRAM, codec::encode(&job)?).await?;
    if bytes.is_empty() { Err(Error::Codec) } else { Ok(bytes) }
}

fn about(state: AppState, thing: &Thing) -> About {
    let locale = state.locale.get_untracked();
    let date = browser::today();
    let link = window().location().href().unwrap_or_default();
    let rows = state.location.with_untracked(|location| {
        state.library.with_untracked(|library| {
            library.value().map(|library| export::about(locale, location, library, &link, &date)).unwrap_or_default()
        })
    });
    let drawn = thing.scene.and_then(|it| it.with_untracked(|it| frame::title_of(it).map(str::to_owned)));
    let mut caption = thing.caption.map(|it| it.get_untracked()).unwrap_or_default().into_iter();
    let title = drawn.or_else(|| caption.next()).unwrap_or_else(|| words::text(locale, thing.title));
    let notes: Vec<String> = caption.collect();
    let notes = (!notes.is_empty()).then(|| (words::text(locale, "take.about.notes"), notes.join("；")));
    About { title, rows: notes.into_iter().chain(rows).collect(), date }
}

/// `banmian-figures-20230401.xlsx`.
fn file_name(thing: &Thing, form: Form, about: &About) -> String {
    format!("banmian-{}-{}.{}", thing.name, about.date.replace('-', ""), form.ending())
}

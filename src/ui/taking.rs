//! Takes something away: the worker packs it, the program of files writes it, the browser saves or copies it.

use super::state::AppState;
use super::{browser, clipboard, download, side_module};
use crate::codec;
use crate::error::Error;
use crate::protocol::{About, Form, Job, Request, Response};
use crate::ui::prelude::*;
use crate::view_model::{export, words};

/// The program that writes files, `src/bin/export.rs`.
const PROGRAM: &str = "export";

/// What is taken away.
#[derive(Clone, Copy)]
pub struct Thing {
    /// What the file is named after.
    pub name: &'static str,
    /// Key of what it is called in the file.
    pub title: &'static str,
    /// What the worker is asked for.
    pub request: fn(AppState) -> Option<Request>,
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
}

/// Takes `thing` away in a form.
pub async fn take(state: AppState, thing: Thing, form: Form) -> Result<Taken, Error> {
    let about = about(state, thing);
    let bytes = written(state, thing, form, &about).await?;
    if form.is_copy() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        return Ok(if clipboard::copy(&text) { Taken::Copied } else { Taken::Refused(text) });
    }
    let file = file_name(thing, form, &about);
    download::save(&file, &bytes).map_err(|_| Error::Codec)?;
    Ok(Taken::Saved(file))
}

async fn written(state: AppState, thing: Thing, form: Form, about: &About) -> Result<Vec<u8>, Error> {
    let client = state.client().get_value().ok_or(Error::WorkerStart)?;
    let request = (thing.request)(state).ok_or(Error::Codec)?;
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

fn about(state: AppState, thing: Thing) -> About {
    let locale = state.locale.get_untracked();
    let date = browser::today();
    let link = window().location().href().unwrap_or_default();
    let rows = state.location.with_untracked(|location| {
        state.library.with_untracked(|library| {
            library.value().map(|library| export::about(locale, location, library, &link, &date)).unwrap_or_default()
        })
    });
    About { title: words::text(locale, thing.title), rows, date }
}

/// `banmian-figures-20230401.xlsx`.
fn file_name(thing: Thing, form: Form, about: &About) -> String {
    format!("banmian-{}-{}.{}", thing.name, about.date.replace('-', ""), form.ending())
}

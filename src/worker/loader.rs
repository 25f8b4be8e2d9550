//! Carries out the two requests that need the network: the corpus, and the lexicon.

use futures::StreamExt;
use futures::stream;

use super::pace::Pace;
use super::{fetch, with_service};
use crate::engine::extract::gazetteer::Gazetteer;
use crate::engine::lexicon::Lexicon;
use crate::engine::query::pinyin::Pinyin;
use crate::engine::text::{asset, decode};
use crate::engine::token::{Tokenizer, dictionary};
use crate::error::Error;
use crate::service::Service;

/// Pages that are fetched at once: a browser refuses to begin with hundreds.
const FETCHED_TOGETHER: usize = 12;
/// JSON array of file names relative to `corpus/`, written by a build hook.
const CORPUS_INDEX: &str = "corpus/index.json";
const TABLES: &str = "tables.txt.gz";
const DICTIONARY: &str = "assets/dictionary.bin.gz";
const GAZETTEER: &str = "assets/gazetteer.tsv.gz";
const PINYIN: &str = "assets/pinyin.tsv.gz";

/// Fetches the tables, once. Nothing is read or looked up without them.
pub async fn load_tables() -> Result<(), Error> {
    if asset::is_given() || asset::give(fetch::gzip_text(TABLES).await?) {
        return Ok(());
    }
    Err(Error::Asset { path: TABLES.to_owned() })
}

/// Fetches and reads every bundled page, each as it comes, in the order of the list. A page that cannot be fetched is noted
/// and named; the others load.
pub async fn load_corpus() -> Result<(), Error> {
    let (tables, names) = futures::join!(load_tables(), corpus_names());
    let names = names?;
    tables?;
    with_service(|service| service.start_import(names.len()));
    let files = stream::iter(&names).map(async |name| (name, corpus_file(name).await));
    let mut files = std::pin::pin!(files.buffered(FETCHED_TOGETHER));
    let mut pace = Pace::start();
    while let Some((name, file)) = files.next().await {
        with_service(|service| match file {
            Ok(bytes) => service.add_decoded(page_id(name), &decode::decode(&bytes, fetch::gb18030)),
            Err(error) => service.add_failure(error),
        });
        pace.rest().await;
    }
    with_service(Service::finish_import);
    Ok(())
}

/// Fetches dictionary and gazetteer and lets the service extract with them.
pub async fn load_lexicon() -> Result<(), Error> {
    let (tables, dictionary, gazetteer) =
        futures::join!(load_tables(), fetch::gzip_bytes(DICTIONARY), fetch::gzip_text(GAZETTEER));
    tables?;
    let damaged = |path: &str| Error::Asset { path: path.to_owned() };
    let dictionary = dictionary::decode(&dictionary?);
    let tokenizer = dictionary.and_then(|it| Tokenizer::with_dictionary(&it)).ok_or_else(|| damaged(DICTIONARY))?;
    let gazetteer = Gazetteer::parse(&gazetteer?).ok_or_else(|| damaged(GAZETTEER))?;
    let lexicon = Lexicon { tokenizer: Some(tokenizer), gazetteer: Some(gazetteer) };
    let mut pace = Pace::start();
    with_service(|service| service.start_rereading(lexicon));
    while with_service(Service::reread_pages) {
        pace.rest().await;
    }
    Ok(())
}

/// Fetches how characters are read, once. Without it names are completed by their characters alone, and the next
/// completion tries again.
pub async fn load_pinyin() {
    if with_service(|service| service.has_pinyin()) {
        return;
    }
    if let Some(pinyin) = fetch::gzip_text(PINYIN).await.ok().and_then(|it| Pinyin::parse(&it)) {
        with_service(|service| service.set_pinyin(pinyin));
    }
}

/// The names of the bundled pages, in the order of the list.
async fn corpus_names() -> Result<Vec<String>, Error> {
    let damaged = || Error::Asset { path: CORPUS_INDEX.to_owned() };
    let bytes = fetch::bytes(CORPUS_INDEX).await?;
    let text = String::from_utf8(bytes).map_err(|_| damaged())?;
    let value = js_sys::JSON::parse(&text).map_err(|_| damaged())?;
    serde_wasm_bindgen::from_value(value).map_err(|_| damaged())
}

/// The bytes of one bundled page; a failure names the file as it stands in the list.
async fn corpus_file(name: &str) -> Result<Vec<u8>, Error> {
    let res = fetch::bytes(&format!("corpus/{}", fetch::escaped(name))).await;
    res.map_err(|error| match error {
        Error::Fetch { status, .. } => Error::Fetch { path: format!("corpus/{name}"), status },
        other => other,
    })
}

/// The file's name without its ending.
fn page_id(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

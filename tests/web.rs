//! The screen in a headless browser, where nothing else of the site is there: no worker, no pages. Runs with
//! `cargo test --target wasm32-unknown-unknown --test web`.

#![cfg(target_arch = "wasm32")]

use std::cell::Cell;
use std::time::Duration;

use banmian::error::Error;
use banmian::protocol::{Envelope, Request, Response};
use banmian::{codec, ui, worker};
use gloo::timers::future::sleep;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    CompositionEvent, Document, Element, Event, EventInit, HtmlInputElement, KeyboardEvent, KeyboardEventInit,
};

wasm_bindgen_test_configure!(run_in_browser);

/// Longer than the rest after which a typed query is searched.
const REST: Duration = Duration::from_millis(600);

thread_local! {
    static IS_MOUNTED: Cell<bool> = const { Cell::new(false) };
}

#[wasm_bindgen_test]
async fn an_engine_that_cannot_start_is_said_and_can_be_tried_again() {
    let document = mounted().await;
    let mut alert = None;
    for _ in 0..50 {
        alert = document.query_selector("[role=alert]").unwrap();
        if alert.is_some() {
            break;
        }
        sleep(Duration::from_millis(100)).await;
    }
    let alert = alert.expect("no message although there is no engine");
    assert!(alert.query_selector("button").unwrap().is_some());
}

#[wasm_bindgen_test]
async fn enter_that_ends_a_word_of_an_input_method_does_not_search() {
    let document = mounted().await;
    let input = search_box(&document);
    input.dispatch_event(&CompositionEvent::new("compositionstart").unwrap()).unwrap();
    type_into(&input, "liudong");
    let options = KeyboardEventInit::new();
    options.set_key("Enter");
    options.set_is_composing(true);
    options.set_bubbles(true);
    options.set_cancelable(true);
    let enter = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    let goes_on = input.dispatch_event(&enter).unwrap();
    assert!(!goes_on, "the Enter of an input method submits the form");
    sleep(REST).await;
    assert!(!hash().contains("liudong"), "pinyin was searched: {}", hash());

    input.set_value("流动");
    input.dispatch_event(&CompositionEvent::new("compositionend").unwrap()).unwrap();
    sleep(REST).await;
    assert!(hash().contains("q="), "the finished word was not searched: {}", hash());
}

#[wasm_bindgen_test]
async fn slash_goes_to_the_search_box() {
    let document = mounted().await;
    let options = KeyboardEventInit::new();
    options.set_key("/");
    options.set_bubbles(true);
    let slash = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    document.body().unwrap().dispatch_event(&slash).unwrap();
    let focused = document.active_element().map(|it| it.tag_name());
    assert_eq!(focused.as_deref(), Some("INPUT"));
}

#[wasm_bindgen_test]
async fn every_control_has_a_name() {
    let document = mounted().await;
    let controls = document.query_selector_all("input, select, button, a[href]").unwrap();
    assert!(controls.length() > 8);
    for idx in 0..controls.length() {
        let control: Element = controls.item(idx).unwrap().unchecked_into();
        let text = control.text_content().unwrap_or_default();
        let name = control.get_attribute("aria-label").unwrap_or(text);
        assert!(!name.trim().is_empty(), "{} has no name", control.outer_html());
    }
}

#[wasm_bindgen_test]
async fn the_worker_answers_bytes_that_are_no_request() {
    let answer = codec::decode::<Envelope<Response>>(&worker::answer(vec![1, 2, 3]).await);
    assert_eq!(answer, Ok(Envelope { id: 0, message: Response::Failed(Error::Codec) }));
}

#[wasm_bindgen_test]
async fn the_worker_answers_under_the_number_of_the_request() {
    let request = codec::encode(&Envelope { id: 7, message: Request::Library }).unwrap();
    let answer = codec::decode::<Envelope<Response>>(&worker::answer(request).await).unwrap();
    assert_eq!(answer.id, 7);
    assert!(matches!(answer.message, Response::Library(_)));
}

#[wasm_bindgen_test]
async fn a_list_of_pages_that_does_not_come_is_named() {
    let request = codec::encode(&Envelope { id: 8, message: Request::LoadCorpus }).unwrap();
    let answer = codec::decode::<Envelope<Response>>(&worker::answer(request).await).unwrap();
    let named = matches!(&answer.message, Response::Failed(Error::Fetch { path, .. }) if path == "corpus/index.json");
    assert!(named, "{:?}", answer.message);
}

/// The document with the application in it, mounted once.
async fn mounted() -> Document {
    if !IS_MOUNTED.replace(true) {
        ui::start();
        // There are no words to fetch here either, and the screen comes all the same.
        let document = web_sys::window().unwrap().document().unwrap();
        for _ in 0..100 {
            sleep(Duration::from_millis(50)).await;
            if document.query_selector("main").unwrap().is_some() {
                break;
            }
        }
    }
    web_sys::window().unwrap().document().unwrap()
}

fn search_box(document: &Document) -> HtmlInputElement {
    document.query_selector("[role=search] input").unwrap().expect("no search box").unchecked_into()
}

fn type_into(input: &HtmlInputElement, text: &str) {
    input.set_value(text);
    let options = EventInit::new();
    options.set_bubbles(true);
    input.dispatch_event(&Event::new_with_event_init_dict("input", &options).unwrap()).unwrap();
}

fn hash() -> String {
    web_sys::window().unwrap().location().hash().unwrap()
}

//! The engine in the browser answers as the engine on this machine does: same dictionary, same gazetteer, same rules.

use std::collections::BTreeMap;

use crate::paper;
use banmian::codec;
use banmian::engine::chart::{ChartKind, ChartOptions, Shape};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::query::Selection;
use banmian::engine::query::line_order::LineOrder;
use banmian::engine::query::units::Unit;
use banmian::protocol::{
    Compared, Direction, Envelope, FigureColumn, FigureSort, FigureView, LinesWanted, Request, Response, TableOptions,
    Window, WordTable, WordsOf,
};
use banmian::service::Service;
use banmian_e2e::page::Page;
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::{Value, json};

use crate::screen;

/// Loads the worker's own module into the page, once, and hands it a request.
const ANSWER: &str = "
    const [request, done] = arguments;
    const load = async () => {
        const engine = await import(new URL('worker.js', document.baseURI).href);
        await engine.default();
        return engine;
    };
    globalThis.e2eEngine ??= load();
    globalThis.e2eEngine.then((engine) => engine.answer(new Uint8Array(request)))
        .then((answer) => done([...answer]), (error) => done(String(error)));";

/// Every kind of request about the bundled pages.
pub fn answers_as_natively(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    for request in [Request::LoadCorpus, Request::LoadLexicon] {
        ask(page, request)?;
    }
    let native = native_service()?;
    for request in requests() {
        let (here, there) = (rounded(native.handle(&request)), rounded(ask(page, request.clone())?));
        ensure(here == there, || format!("{request:?}\n{}", first_difference(&here, &there)))?;
    }
    Ok(())
}

/// Scores without their last digits: logarithms are not the same to the last bit everywhere. Their order must be.
fn rounded(mut response: Response) -> Response {
    if let Response::Chart(chart) = &mut response {
        chart.scene.shapes.iter_mut().for_each(round_shape);
    }
    let keywords = match &mut response {
        Response::Article(article) => article.keywords.iter_mut().collect(),
        _ => vec![],
    };
    keywords.into_iter().for_each(|keyword| keyword.score = (keyword.score * 1e6).round());
    response
}

/// Places on logarithmic scales, for the same reason, to a ten thousandth of a pixel.
fn round_shape(shape: &mut Shape) {
    let round = |it: &mut f64| *it = (*it * 1e4).round() / 1e4;
    match shape {
        Shape::Rect { x, y, width, height, .. } | Shape::Target { x, y, width, height, .. } => {
            [x, y, width, height].into_iter().for_each(round);
        }
        Shape::Dot { x, y, .. } | Shape::Text { x, y, .. } => [x, y].into_iter().for_each(round),
        Shape::Path { rings, .. } => rings.iter_mut().flatten().for_each(|(x, y)| [x, y].into_iter().for_each(round)),
        Shape::Line { x1, y1, x2, y2 } => [x1, y1, x2, y2].into_iter().for_each(round),
    }
}

/// Where two answers part, with some words before and after.
fn first_difference(here: &Response, there: &Response) -> String {
    let (here, there): (Vec<char>, Vec<char>) =
        (format!("{here:?}").chars().collect(), format!("{there:?}").chars().collect());
    let at = here.iter().zip(&there).take_while(|(here, there)| here == there).count();
    let around = |text: &[char]| text.iter().skip(at.saturating_sub(120)).take(300).collect::<String>();
    format!("here:  …{}…\nthere: …{}…", around(&here), around(&there))
}

fn requests() -> Vec<Request> {
    let selections =
        ["", "流动党员", "收入"].map(|query| Selection { query: query.to_owned(), ..Selection::default() });
    let window = Window { offset: 0, limit: 1000 };
    let sort = FigureSort { column: FigureColumn::Value, direction: Direction::Descending };
    let mut requests = vec![Request::Library];
    for selection in selections {
        requests.push(Request::Articles { selection: selection.clone(), window });
        requests.push(Request::Facets { selection: selection.clone(), views: BTreeMap::new() });
        requests.push(Request::Figures {
            selection: selection.clone(),
            quantity: None,
            sort,
            view: FigureView::default(),
            window,
        });
        requests.push(Request::Overview(selection.clone()));
        requests.extend(words(&selection, window));
        for kind in ChartKind::ALL {
            requests.push(Request::Chart(Box::new(paper::wanted(selection.clone(), ChartOptions::new(kind)))));
        }
    }
    let article = |id: &str| Request::Article { id: id.to_owned(), selection: Selection::default() };
    requests.extend(["000-01", "001-02", "002-01"].map(article));
    requests
}

/// Lines, tables of words, and a comparison with everything.
fn words(selection: &Selection, window: Window) -> [Request; 4] {
    let options = TableOptions { sort: None, least: 2, every_word: true, window };
    let table = |of| Request::WordTable(WordTable { selection: selection.clone(), of, options });
    let (node, unit, order) = (String::new(), Unit::Word, LineOrder::Right(1));
    [
        Request::Lines(LinesWanted {
            selection: selection.clone(),
            node: node.clone(),
            unit,
            order,
            hits: None,
            window,
        }),
        table(WordsOf::Keyness),
        table(WordsOf::Collocates { node, left: 5, right: 5 }),
        Request::Compare(Compared { a: selection.clone(), b: Selection::default(), quantity: None, options }),
    ]
}

fn native_service() -> Outcome<Service> {
    let mut service = Service::new();
    for path in xtask::file::with_ending(&xtask::file::root().join("public/corpus"), "txt")? {
        let id = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        service.add_page(&id, &xtask::file::read_text(&path)?);
    }
    service.set_lexicon(Lexicon::native());
    Ok(service)
}

fn ask(page: &Page, message: Request) -> Outcome<Response> {
    let request = codec::encode(&Envelope { id: 1, message }).map_err(|error| error.to_string())?;
    let answer = page.script_async(ANSWER, vec![json!(request)])?;
    let bytes: Option<Vec<u8>> = answer.as_array().and_then(|bytes| bytes.iter().map(byte).collect());
    let bytes = bytes.ok_or_else(|| format!("the engine in the browser says {answer}"))?;
    let envelope: Envelope<Response> = codec::decode(&bytes).map_err(|error| error.to_string())?;
    Ok(envelope.message)
}

fn byte(value: &Value) -> Option<u8> {
    u8::try_from(value.as_u64()?).ok()
}

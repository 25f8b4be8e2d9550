//! Files that were written are opened by others' readers and compared with what they were made of.

#[path = "support/paper.rs"]
mod paper;

use std::io::Cursor;

use banmian::codec;
use banmian::engine::archive::Random;
use banmian::engine::chart::{ChartKind, ChartOptions};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::query::Selection;
use banmian::engine::query::line_order::LineOrder;
use banmian::engine::query::units::Unit;
use banmian::error::Error;
use banmian::export;
use banmian::protocol::{
    About, Bytes, Cell, Column, Compared, FigureView, Form, Job, LinesWanted, Request, Response, Table, TableOptions,
    Whole, Window, WordTable, WordsOf,
};
use banmian::service::Service;
use banmian::view_model::Locale;
use banmian::view_model::figure_row::DEFAULT_SORT;
use calamine::{Data, Reader, Xlsx};

/// A page with figures, places, and what would be formulas.
const PAGE: &str = "---\n报纸: 某报\n日期: 2023-04-01\n---\n\n◎观察\n\n修路进村\n\n□本报记者 王禾\n\n翁牛特旗投入5.72亿元修路，受益牧民1200户。\n\
    比例达到26.6%，约3万亩草场得到保护。\n\n=1+1是算式\n\n□本报记者 李青\n\n=1+1不是公式，“甲,乙”也不是。\n化德县种树500亩。\n";

const WHOLE: Window = Window { offset: 0, limit: 0 };

#[test]
fn figures_are_the_same_in_every_form() {
    let service = service();
    let (sort, view) = (DEFAULT_SORT, FigureView::default());
    let request = Request::Figures { selection: Selection::default(), quantity: None, sort, view, window: WHOLE };
    let whole = whole(&service, request);
    let Response::WordTable(Some(table)) = answer(&whole) else { panic!("no figures") };
    assert!(table.rows.len() > 3, "the page has figures");

    let csv = csv_rows(&file(Form::Csv, &whole));
    let xlsx = xlsx_rows(&file(Form::Xlsx, &whole), 0);
    let json = json_rows(&file(Form::Json, &whole));
    assert_eq!(csv.len(), table.rows.len() + 1);
    assert_eq!(xlsx.len(), table.rows.len() + 1);
    assert_eq!(json.len(), table.rows.len());
    for (idx, row) in table.rows.iter().enumerate() {
        for (at, (column, cell)) in table.columns.iter().zip(row).enumerate() {
            let (csv, xlsx, json) = (&csv[idx + 1][at], &xlsx[idx + 1][at], &json[idx][column.as_str()]);
            let number: Option<f64> = cell.text.parse().ok().filter(|_| column.is_number());
            match number {
                Some(number) => {
                    assert_eq!((csv.parse(), json.as_f64()), (Ok(number), Some(number)));
                    assert_eq!(xlsx, &Data::Float(number));
                }
                None => {
                    assert_eq!(json.as_str().unwrap_or_default(), cell.text);
                    assert_eq!(xlsx.to_string(), csv.strip_prefix('\'').unwrap_or(csv));
                }
            }
        }
    }
    let values: Vec<f64> = json.iter().filter_map(|it| it["value"].as_f64()).collect();
    assert!(values.contains(&572_000_000.0) && values.contains(&26.6), "{values:?}");
}

#[test]
fn what_was_asked_travels_with_the_table() {
    let whole = whole(&service(), lines());
    let text = String::from_utf8(file(Form::Csv, &whole)).unwrap();
    assert!(text.starts_with("\u{feff}# 题名,上下文\r\n# 筛选,全部文章\r\n"), "{text}");
    let workbook = open(&file(Form::Xlsx, &whole));
    assert_eq!(workbook.sheet_names(), ["上下文", "说明"]);
    let about = xlsx_rows(&file(Form::Xlsx, &whole), 1);
    assert_eq!(about[0], [Data::String("题名".into()), Data::String("上下文".into())]);
    assert_eq!(about[1], [Data::String("筛选".into()), Data::String("全部文章".into())]);
    let json: serde_json::Value = serde_json::from_slice(&file(Form::Json, &whole)).unwrap();
    assert_eq!((&json["title"], &json["about"]["筛选"]), (&"上下文".into(), &"全部文章".into()));
    let markdown = String::from_utf8(file(Form::MarkdownCopy, &whole)).unwrap();
    assert!(markdown.starts_with("**上下文**\n\n| 前文 |") && markdown.contains("筛选：全部文章"), "{markdown}");
}

#[test]
fn every_table_has_every_form() {
    let service = service();
    let options = TableOptions { sort: None, least: 1, every_word: true, window: WHOLE };
    let selection = Selection { query: "修路".into(), ..Selection::default() };
    let of = WordsOf::Collocates { node: String::new(), left: 5, right: 5 };
    let a = Selection { query: "种树".into(), ..Selection::default() };
    let requests = [
        lines(),
        Request::WordTable(WordTable { selection: selection.clone(), of: WordsOf::Keyness, options }),
        Request::WordTable(WordTable { selection: selection.clone(), of, options }),
        Request::Compare(Compared { a, b: selection.clone(), quantity: None, options }),
        Request::Facets { selection: Selection::default(), views: Default::default() },
        Request::Articles { selection: Selection::default(), window: WHOLE },
        Request::Chart(Box::new(paper::wanted(Selection::default(), ChartOptions::new(ChartKind::ArticlesByPlace)))),
    ];
    for request in requests {
        let name = format!("{request:?}");
        let whole = whole(&service, request);
        let csv = csv_rows(&file(Form::Csv, &whole));
        assert!(csv.len() > 1, "{name}");
        let n_rows: usize = (0..open(&file(Form::Xlsx, &whole)).sheet_names().len() - 1)
            .map(|it| xlsx_rows(&file(Form::Xlsx, &whole), it).len())
            .sum();
        assert_eq!(csv.len(), n_rows, "{name}");
        assert!(!json_rows(&file(Form::Json, &whole)).is_empty(), "{name}");
        for form in [Form::MarkdownCopy, Form::CellsCopy] {
            assert!(!file(form, &whole).is_empty(), "{name}");
        }
    }
}

#[test]
fn articles_are_a_line_each_with_their_mentions() {
    let whole = whole(&service(), Request::Articles { selection: Selection::default(), window: WHOLE });
    let Whole::Articles(articles) = &whole else { panic!("no articles") };
    let text = String::from_utf8(file(Form::JsonLines, &whole)).unwrap();
    let lines: Vec<serde_json::Value> = text.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(lines.len(), articles.len());
    assert!(lines.iter().any(|it| !it["figures"].as_array().unwrap().is_empty()));
    for (line, article) in lines.iter().zip(articles) {
        assert_eq!((&line["id"], &line["text"]), (&article.id.clone().into(), &article.text.clone().into()));
        assert_eq!(line["published"]["edtf"], "2023-04-01");
        let chars: Vec<char> = article.text.chars().collect();
        for kind in ["places", "dates", "figures", "programmes"] {
            for mention in line[kind].as_array().unwrap() {
                let at = |key: &str| mention[key].as_u64().unwrap() as usize;
                let cut: String = chars[at("start")..at("end")].iter().collect();
                assert_eq!(mention["text"], cut);
            }
        }
    }
    let money = lines.iter().flat_map(|it| it["figures"].as_array().unwrap()).find(|it| it["quantity"] == "money");
    assert_eq!(money.map(|it| &it["base_value"]), Some(&572_000_000.into()));
}

#[test]
fn no_cell_is_taken_for_a_formula_and_no_number_is_changed() {
    let texts = ["=1+1", "+86", "-5℃", "@SUM(A1)", "＝1", "#注", "\t=1", "a=1", "−3", "'", ""];
    let rows: Vec<Vec<String>> = texts.iter().map(|it| vec![(*it).to_owned(), "-3.25".to_owned()]).collect();
    let whole = table(&rows);
    let csv = csv_rows(&file(Form::Csv, &whole));
    for (row, text) in csv.iter().skip(1).zip(texts) {
        assert!(!row[0].starts_with(['=', '+', '-', '@', '＝', '\t']), "{row:?}");
        assert_eq!(row[0].strip_prefix('\'').filter(|it| !it.is_empty()).unwrap_or(&row[0]), text);
        assert_eq!(row[1], "-3.25");
    }
    let xlsx = xlsx_rows(&file(Form::Xlsx, &whole), 0);
    for (row, text) in xlsx.iter().skip(1).zip(texts) {
        let wanted = if text.is_empty() { Data::Empty } else { Data::String(text.to_owned()) };
        assert_eq!(row, &[wanted, Data::Float(-3.25)]);
    }
    assert!(open(&file(Form::Xlsx, &whole)).worksheet_formula("表").unwrap().is_empty());
}

#[test]
fn whatever_stands_in_cells_comes_back() {
    let mut random = Random(41);
    let pieces = [
        "甲", "\"", ",", "\n", "\r\n", "|", "\\", "<b>", "&", "\u{1}", "𠮷", "=", " ", "#", "'", "\t", "]]>",
        "_x0041_", "é",
    ];
    for _ in 0..60 {
        let cell = |random: &mut Random| (0..random.below(7)).map(|_| pieces[random.below(pieces.len())]).collect();
        let rows: Vec<Vec<String>> =
            (0..4).map(|_| vec![cell(&mut random), format!("{}", random.below(1000))]).collect();
        let whole = table(&rows);
        let csv = csv_rows(&file(Form::Csv, &whole));
        let xlsx = xlsx_rows(&file(Form::Xlsx, &whole), 0);
        let json = json_rows(&file(Form::Json, &whole));
        let markdown = String::from_utf8(file(Form::MarkdownCopy, &whole)).unwrap();
        assert_eq!(markdown.lines().filter(|it| it.starts_with('|')).count(), rows.len() + 2, "{markdown}");
        for (idx, row) in rows.iter().enumerate() {
            let read = &csv[idx + 1][0];
            assert!(read == &row[0] || read.strip_prefix('\'') == Some(&row[0]), "{read:?} of {row:?}");
            let text = if row[0].is_empty() { Data::Empty } else { Data::String(row[0].clone()) };
            // A new line in a workbook is one character.
            assert_eq!(xlsx[idx + 1][0].to_string().replace("\r\n", "\n"), text.to_string().replace("\r\n", "\n"));
            assert_eq!(xlsx[idx + 1][1], Data::Float(row[1].parse().unwrap()));
            assert_eq!(json[idx]["word"].as_str().unwrap_or_default(), row[0]);
        }
    }
}

#[test]
fn the_same_job_gives_the_same_bytes_and_no_job_gives_none() {
    let whole = whole(&service(), lines());
    for form in Form::OF_TABLES {
        assert_eq!(file(*form, &whole), file(*form, &whole));
    }
    assert_eq!(export::answer(b"nonsense"), [] as [u8; 0]);
    let pending = Whole::Answer(Box::new(Response::WordTable(None)));
    assert_eq!(export::write(&job(Form::Csv, &pending), &pending), None);
    assert_eq!(export::write(&job(Form::Png, &whole), &whole), None);
}

#[test]
fn nothing_is_packed_before_places_are_known() {
    let mut service = Service::new();
    service.add_page("a", PAGE);
    let request = Request::Articles { selection: Selection::default(), window: WHOLE };
    assert_eq!(service.handle(&Request::Whole(Box::new(request))), Response::Failed(Error::LexiconPending));
}

fn service() -> Service {
    let mut service = Service::new();
    service.add_page("a", PAGE);
    service.set_lexicon(Lexicon::native());
    service
}

fn lines() -> Request {
    let selection = Selection { query: "公式".into(), ..Selection::default() };
    let (unit, order) = (Unit::Word, LineOrder::parse("text").unwrap());
    Request::Lines(LinesWanted { selection, node: String::new(), unit, order, hits: None, window: WHOLE })
}

/// What the worker packs for a request.
fn whole(service: &Service, request: Request) -> Whole {
    match service.handle(&Request::Whole(Box::new(request))) {
        Response::Packed(Bytes(bytes)) => codec::decode(&bytes).unwrap(),
        other => panic!("not packed: {other:?}"),
    }
}

fn answer(whole: &Whole) -> &Response {
    match whole {
        Whole::Answer(answer) => answer,
        Whole::Articles(_) => panic!("articles"),
    }
}

/// A table of a column of words and a column of numbers.
fn table(rows: &[Vec<String>]) -> Whole {
    let cell = |text: &String| Cell { text: text.clone(), ..Cell::default() };
    let rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let table = Table { columns: vec![Column::Word, Column::Rate], sort: None, n_total: rows.len(), rows };
    Whole::Answer(Box::new(Response::WordTable(Some(table))))
}

fn job(form: Form, whole: &Whole) -> Job {
    let is_lines = matches!(whole, Whole::Answer(it) if matches!(**it, Response::Lines(_)));
    let title = if is_lines { "上下文" } else { "表" };
    let about = About {
        title: title.into(),
        rows: vec![("筛选".into(), "全部文章".into()), ("导出日期".into(), "2023-04-02".into())],
        date: "2023-04-02".into(),
    };
    let whole = Bytes(codec::encode(whole).unwrap());
    Job { form, locale: Locale::Chinese.as_str().into(), words: String::new(), about, whole }
}

/// The file as the page gets it.
fn file(form: Form, whole: &Whole) -> Vec<u8> {
    let bytes = export::answer(&codec::encode(&job(form, whole)).unwrap());
    assert!(!bytes.is_empty(), "no file of {form:?}");
    bytes
}

/// The tables of the file, their heads included, one below the other.
fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    assert!(bytes.starts_with("\u{feff}".as_bytes()), "no byte order mark");
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
    assert!(text.ends_with("\r\n"));
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).comment(Some(b'#')).from_reader(text.as_bytes());
    reader.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

fn xlsx_rows(bytes: &[u8], sheet: usize) -> Vec<Vec<Data>> {
    let range = open(bytes).worksheet_range_at(sheet).unwrap().unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The rows of all tables.
fn json_rows(bytes: &[u8]) -> Vec<serde_json::Value> {
    let json: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    json["tables"].as_array().unwrap().iter().flat_map(|it| it["rows"].as_array().unwrap().clone()).collect()
}

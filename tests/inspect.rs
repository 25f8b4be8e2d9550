//! What `inspect` prints, against PRODUCT's words: offsets are code points of the decoded text, every mention's text is
//! the slice at its offsets, an article's text is its spans in order, every non-blank character lies in one token, and
//! any bytes give an answer.

#[path = "../examples/inspect/json.rs"]
mod json;
#[path = "../examples/inspect/lines.rs"]
mod lines;
#[path = "../examples/inspect/trace.rs"]
mod trace;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use banmian::engine::analysis::{self, Analysis};
use banmian::engine::extract::Confidence;
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page::{self, parse_page};
use banmian::engine::text::decode;
use serde_json::Value;

const CORPUS: [&str; 5] = ["000", "001", "002", "003", "004"];

#[test]
fn a_page_prints_slices_of_its_text() {
    for name in CORPUS {
        let text = corpus(name);
        check_page(&text, &analysed(text.as_bytes()), name);
    }
}

#[test]
fn line_ends_and_encodings_change_offsets_only() {
    let text = corpus("000");
    let crlf = text.replace('\n', "\r\n");
    let plain = outline(&json::page(&analysed(text.as_bytes())));
    let (gb18030, _, _) = encoding_rs::GB18030.encode(&text);
    let bom = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let variants = [
        ("CRLF", crlf.as_bytes(), crlf.as_str()),
        ("CR", &text.replace('\n', "\r").into_bytes(), &text.replace('\n', "\r")),
        ("GB18030", &gb18030, &text),
        ("BOM", &bom, &text),
    ];
    for (name, bytes, decoded) in variants {
        let analysis = analysed(bytes);
        check_page(decoded, &analysis, name);
        assert_eq!(outline(&json::page(&analysis)), plain, "{name}");
    }
}

#[test]
fn any_bytes_give_a_page() {
    let text = corpus("001");
    let rare = text.replace('，', "😀，").replace('村', "𠮷村").replace('。', "。\0");
    let noise: Vec<u8> = (0..4000u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let torn = &text.as_bytes()[..text.len() - 1];
    let (dates, rules) = ("今年".repeat(2000), "---\n".repeat(99));
    let variants: [&[u8]; 7] = [b"", b"\n\n", &noise, torn, rare.as_bytes(), dates.as_bytes(), rules.as_bytes()];
    for (idx, bytes) in variants.into_iter().enumerate() {
        let decoded = decode::native(bytes).text;
        let analysis = analysed(bytes);
        check_page(&decoded, &analysis, &format!("variant {idx}"));
        assert!(trace::page(&analysis).starts_with("page p published "), "variant {idx}");
    }
}

#[test]
fn passages_are_covered_by_tokens_once() {
    let odd = [
        "",
        " \u{3000}\r\n",
        "😀2023年5月😀三百名😀",
        "a\u{301}b 3.5% Wi-Fi\t\n今年",
        "\u{200b}去年\u{feff}\u{0}\u{1f}明年\u{85}",
        "，。！",
        "５００亩100㎡",
    ];
    let paragraphs = CORPUS.map(corpus);
    let texts: Vec<&str> =
        paragraphs.iter().flat_map(|it| it.lines().step_by(3).chain([it.as_str()])).chain(odd).collect();
    let input: Vec<String> =
        texts.iter().map(|it| serde_json::json!({"id": [1], "text": it, "ref": "2022-06"}).to_string()).collect();
    for (text, answer) in texts.iter().zip(answers(&input.join("\n"))) {
        let characters: Vec<char> = text.chars().collect();
        let mut covered = vec![0; characters.len()];
        for token in array(&answer["tokens"]) {
            covered[offset(&token[0])..offset(&token[1])].iter_mut().for_each(|it| *it += 1);
        }
        for (ch, n) in characters.iter().zip(covered) {
            assert!(n == 1 || n == 0 && ch.is_whitespace(), "{ch:?} lies in {n} tokens of {text:?}");
        }
        ["places", "dates", "figures"].iter().for_each(|it| check_slices(&characters, array(&answer[it]), text));
    }
}

#[test]
fn every_line_is_answered_in_order() {
    let lines = "\u{feff}{\"id\":1,\"text\":\"去年\",\"ref\":\"2022-06\"}\n\n{\"id\":\"b\",\"text\":\"去年\"}\r\n\
        {\"id\":3,\"text\":\"去年\",\"ref\":2022}\n{\"id\":4,\"text\":\"去年\",\"ref\":\"soon\"}\n{\"id\":5}\n\
        nonsense\n[]\n{\"id\":8,\"text\":7}\n{\"text\":\"去年\",\"ref\":null}";
    let answers = answers(lines);
    let ids: Vec<&Value> = answers.iter().map(|it| &it["id"]).collect();
    let null = Value::Null;
    assert_eq!(
        ids,
        [
            &serde_json::json!(1),
            &serde_json::json!("b"),
            &serde_json::json!(3),
            &serde_json::json!(4),
            &serde_json::json!(5),
            &null,
            &null,
            &serde_json::json!(8),
            &null
        ]
    );
    let edtf: Vec<Option<&str>> = answers.iter().map(|it| it["dates"][0]["edtf"].as_str()).collect();
    assert_eq!(edtf, [Some("2021"), None, Some("2021"), None, None, None, None, None, None]);
    let failed: Vec<bool> = answers.iter().map(|it| it.get("error").is_some()).collect();
    assert_eq!(failed, [false, false, false, false, true, true, true, true, false]);
    for answer in &answers {
        ["tokens", "places", "dates", "figures"].iter().for_each(|it| assert!(answer[it].is_array(), "{answer}"));
    }
}

#[test]
fn the_trace_names_the_rule_of_everything() {
    let text = corpus("002");
    let analysis = analysed(text.as_bytes());
    let trace = trace::page(&analysis);
    let lines = |kind: &str| trace.lines().filter(|it| it.trim_start().starts_with(kind)).collect::<Vec<_>>();
    assert_eq!(lines("block ").len(), page::blocks(&text).len());
    assert_eq!(lines("article ").len(), analysis.documents.len());
    assert_eq!(lines("tokens ").len(), analysis.documents.len());
    let figures: usize = analysis.documents.iter().map(|it| it.mentions.figures.len()).sum();
    assert_eq!(lines("figure ").len(), figures);
    for kind in ["place ", "date ", "figure ", "programme "] {
        for line in lines(kind) {
            let steps = Confidence::ALL.map(|it| format!(", {})", it.as_str()));
            assert!(steps.iter().any(|it| line.ends_with(it)) && !line.contains("(, "), "no rule: {line}");
            assert!(line.trim_start().split(' ').nth(1).is_some_and(|it| it.starts_with('[')), "no place: {line}");
        }
    }
    for it in &analysis.diagnostics {
        assert!(trace.contains(&format!("({})", it.code.as_str())) && trace.contains(it.code.hint()), "{it:?}");
    }
}

/// Offsets, slices, and the fields that PRODUCT lists.
fn check_page(text: &str, analysis: &Analysis, name: &str) {
    let characters: Vec<char> = text.chars().collect();
    let page = json::page(analysis);
    assert_eq!(keys(&page), "articles diagnostics page published", "{name}");
    for article in array(&page["articles"]) {
        let fields = "byline dates figures headline id kind places programmes section spans text";
        assert_eq!(keys(article), fields, "{name}");
        let spans = array(&article["spans"]).iter().flat_map(|it| &characters[offset(&it[0])..offset(&it[1])]);
        let printed: String = spans.collect();
        assert_eq!(article["text"].as_str().unwrap().replace('\n', ""), printed, "{name}");
        ["places", "dates", "figures"].iter().for_each(|it| check_slices(&characters, array(&article[it]), name));
    }
    for it in array(&page["diagnostics"]) {
        assert_eq!(keys(it), "code end hint message severity start", "{name}");
        assert!(offset(&it["start"]) <= offset(&it["end"]) && offset(&it["end"]) <= characters.len(), "{name}: {it}");
    }
}

fn check_slices(characters: &[char], mentions: &[Value], name: &str) {
    for it in mentions {
        let slice: String = characters[offset(&it["start"])..offset(&it["end"])].iter().collect();
        assert_eq!(it["text"].as_str(), Some(slice.as_str()), "{name}: {it}");
        assert!(!slice.trim().is_empty(), "{name}: {it}");
    }
}

/// Everything of a page that no offset is part of.
fn outline(page: &Value) -> Vec<String> {
    let fields = ["section", "headline", "kind", "byline", "text", "programmes"];
    let of = |it: &Value| {
        let mentions = ["places", "dates", "figures"].map(|kind| {
            let values = ["text", "canonical", "edtf", "value", "unit", "subject"];
            let of = |it: &Value| values.map(|field| it[field].to_string()).join(" ");
            array(&it[kind]).iter().map(of).collect::<Vec<_>>().join("; ")
        });
        format!("{} {}", fields.map(|field| it[field].to_string()).join(" "), mentions.join(" | "))
    };
    array(&page["articles"]).iter().map(of).chain([page["published"].to_string()]).collect()
}

fn answers(input: &str) -> Vec<Value> {
    let mut out = vec![];
    lines::run(input.as_bytes(), &mut out, lexicon()).unwrap();
    String::from_utf8(out).unwrap().lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

fn analysed(bytes: &[u8]) -> Analysis {
    let decoded = decode::native(bytes);
    analysis::analyse(parse_page("p", &decoded.text), lexicon())
}

fn corpus(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/corpus/{name}.txt"))).unwrap()
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::native)
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap()
}

fn offset(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn keys(value: &Value) -> String {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
        .join(" ")
}

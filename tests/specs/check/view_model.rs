//! The check of the specs in `tests/specs/view_model`: each line of the input is formatted in both languages
//! (`dates`, `format`), or the marked text is cut into runs (`highlight`).

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::extract::{
    Approx, Confidence, DateMention, FigureMention, Level, Mentions, PlaceMention, ProgrammeMention,
};
use banmian::engine::text::Span;
use banmian::view_model::highlight::{MentionKind, paragraphs};
use banmian::view_model::{Locale, dates, format};

use super::same;
use crate::case::{Case, Mark};

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    match case.area().as_str() {
        "dates" => same(&expected, &in_both_languages(&input, date)),
        "format" => same(&expected, &in_both_languages(&input, number)),
        "highlight" => same(&expected, &runs(case, &input)),
        area => Err(format!("no check for {area}")),
    }
}

fn in_both_languages(input: &str, print: fn(Locale, &str) -> String) -> String {
    let line = |it: &str| Locale::ALL.map(|locale| print(locale, it)).join(" | ");
    input.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn date(locale: Locale, line: &str) -> String {
    match Edtf::parse(line) {
        Some(edtf) => dates::edtf_text(locale, &edtf),
        None => "no EDTF".to_owned(),
    }
}

/// A line `printed 300多户 over`, or `value` or `low–high`, unit and approx: `300-500 户 about`.
fn number(locale: Locale, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let approx = |idx: usize| {
        words.get(idx).map(|name| Approx::ALL.into_iter().find(|it| it.as_str() == *name).expect("an approx"))
    };
    if words[0] == "printed" {
        return format::printed(words[1], approx(2));
    }
    let (value, high) = words[0].split_once('-').map_or((words[0], None), |(value, high)| (value, Some(high)));
    let parse = |it: &str| it.parse::<f64>().expect("a number");
    format::measure(locale, parse(value), high.map(parse), words.get(1).copied().unwrap_or(""), approx(2))
}

/// A paragraph a line, a run a bracket: `[text place0( figure1) hit0]`; `(` where a mention begins, `)` where it ends.
fn runs(case: &Case, input: &str) -> String {
    let (text, marks) = Case { body: input.to_owned(), ..case.clone() }.marked();
    let mentions = mentions(&marks);
    let hits: Vec<Span> = of_kind(&marks, "hit").map(span).collect();
    let pointed = of_kind(&marks, "pointed").map(span).next();
    let shown: Vec<MentionKind> = match case.attribute("shown") {
        Some(names) => {
            MentionKind::ALL.into_iter().filter(|it| names.split(',').any(|name| name == it.as_str())).collect()
        }
        None => MentionKind::ALL.to_vec(),
    };
    let mut res = vec![];
    for paragraph in paragraphs(&text, &mentions, &hits, &shown, pointed) {
        let mut line = String::new();
        for run in paragraph {
            line.push('[');
            line.push_str(run.span.slice(&text));
            for it in run.covers {
                let (first, last) = (if it.is_first { "(" } else { "" }, if it.is_last { ")" } else { "" });
                line.push_str(&format!(" {}{}{first}{last}", it.kind.as_str(), it.idx));
            }
            if let Some(idx) = run.hit {
                line.push_str(&format!(" hit{idx}"));
            }
            if run.is_pointed {
                line.push_str(" pointed");
            }
            line.push(']');
        }
        res.push(line);
    }
    res.join("\n")
}

fn mentions(marks: &[Mark]) -> Mentions {
    let (rule, confidence) = ("spec".to_owned(), Confidence::Likely);
    let mut res = Mentions::default();
    for it in of_kind(marks, "place") {
        let (canonical, rule) = (String::new(), rule.clone());
        res.places.push(PlaceMention { span: span(it), canonical, level: Level::County, rule, confidence });
    }
    for it in of_kind(marks, "date") {
        res.dates.push(DateMention { span: span(it), edtf: None, rule: rule.clone(), confidence });
    }
    for it in of_kind(marks, "figure") {
        res.figures.push(FigureMention {
            span: span(it),
            value: 0.0,
            high: None,
            unit: String::new(),
            quantity: Quantity::Other,
            approx: None,
            subject: None,
            base_value: None,
            base_unit: String::new(),
            rule: rule.clone(),
            confidence,
        });
    }
    for it in of_kind(marks, "programme") {
        res.programmes.push(ProgrammeMention { span: span(it), name: String::new(), rule: rule.clone(), confidence });
    }
    res
}

fn of_kind<'a>(marks: &'a [Mark], kind: &'a str) -> impl Iterator<Item = &'a Mark> {
    marks.iter().filter(move |it| it.kind == kind)
}

fn span(mark: &Mark) -> Span {
    Span::new(mark.start, mark.end)
}

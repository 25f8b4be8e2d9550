//! The check of the specs in `tests/specs/text`: a line of the dump for each line of the input.

use banmian::engine::text::normalize::fold_text;
use banmian::engine::text::sentence::{End, begins_inside, closes_foreign_mark, end_of, open_marks};

use crate::case::Case;
use crate::check::same;

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    let dump: fn(&str) -> String = match case.area().as_str() {
        "normalize" => fold_text,
        "sentence" => sentence,
        area => return Err(format!("no check for {area}")),
    };
    same(&expected, &input.lines().map(|it| dump(it) + "\n").collect::<String>())
}

/// `whole`, `open` or `cut`, and what else its marks tell.
fn sentence(line: &str) -> String {
    let end = match end_of(line) {
        End::Whole => "whole",
        End::Open => "open",
        End::Cut => "cut",
    };
    let marks = [
        (begins_inside(line), " inside"),
        (open_marks(line) > 0, " waits-for-mark"),
        (closes_foreign_mark(line), " closes-mark"),
    ];
    let told: String = marks.iter().filter(|it| it.0).map(|it| it.1).collect();
    format!("{end}{told}")
}

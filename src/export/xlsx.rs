//! Workbooks of Excel: a worksheet a table with its head in sight, filters and widths that suit Chinese, and one that says
//! what was asked, of what it was made and when. The only file that names the crate that writes them.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};

use super::sheet::{Book, Digits, Sheet, Value, n_decimals};
use crate::engine::small_map::SmallMap;
use crate::view_model::{Locale, words};

/// Characters of a cell that Excel keeps.
const MAX_CHARS: usize = 32_767;
/// Rows of a worksheet below its head.
const MAX_ROWS: usize = 1_048_575;
/// Characters of a worksheet's name, and those it may not have.
const MAX_NAME: usize = 31;
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Narrowest and widest column, in digits; a Chinese character is as wide as two.
const WIDTHS: [usize; 2] = [8, 60];
/// Rows that a column's width is taken from.
const MEASURED_ROWS: usize = 200;

/// The bytes of the workbook; `None` only where the crate refuses to write.
pub fn write(locale: Locale, book: &Book) -> Option<Vec<u8>> {
    workbook(locale, book).ok()
}

fn workbook(locale: Locale, book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book));
    let mut formats = Formats::default();
    let mut names = vec![words::text(locale, "take.about")];
    for sheet in &book.sheets {
        let title = if sheet.name.is_empty() { &book.about.title } else { &sheet.name };
        let name = free_name(&mut names, title);
        fill(workbook.add_worksheet().set_name(name)?, sheet, &mut formats)?;
    }
    fill_about(locale, workbook.add_worksheet().set_name(&names[0])?, book, &formats)?;
    workbook.save_to_buffer()
}

/// Without the day given the crate would take the clock's, and the same table would not give the same file.
fn properties(book: &Book) -> DocProperties {
    let mut numbers = book.about.date.split('-').map(|it| it.parse::<u16>().unwrap_or(0));
    let [year, month, day] = [(); 3].map(|()| numbers.next().unwrap_or(0));
    let date = ExcelDateTime::from_ymd(year, month as u8, day as u8).or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1));
    let res = DocProperties::new().set_title(&book.about.title);
    match date {
        Ok(date) => res.set_creation_datetime(&date),
        Err(_) => res,
    }
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet, formats: &mut Formats) -> Result<(), XlsxError> {
    for (column, head) in (0..).zip(&sheet.heads) {
        worksheet.write_string_with_format(0, column, &head.text, &formats.head)?;
        worksheet.set_column_width(column, width(sheet, usize::from(column)) as f64)?;
    }
    for (row, values) in (1..).zip(sheet.rows.iter().take(MAX_ROWS)) {
        for (column, (value, head)) in (0..).zip(values.iter().zip(&sheet.heads)) {
            match value {
                Value::Nothing => {}
                Value::Number(number) => {
                    worksheet.write_number_with_format(row, column, *number, formats.of(*number, head.digits, ""))?;
                }
                Value::Measure(number, unit) => {
                    worksheet.write_number_with_format(row, column, *number, formats.of(*number, head.digits, unit))?;
                }
                Value::Text(text) | Value::Term(_, text) => {
                    worksheet.write_string(row, column, kept(text))?;
                }
            }
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    if let (Some(last_column), true) = (sheet.heads.len().checked_sub(1), !sheet.rows.is_empty()) {
        worksheet.autofilter(0, 0, sheet.rows.len().min(MAX_ROWS) as u32, last_column as u16)?;
    }
    Ok(())
}

fn fill_about(locale: Locale, worksheet: &mut Worksheet, book: &Book, formats: &Formats) -> Result<(), XlsxError> {
    let title = (words::text(locale, "take.about.title"), book.about.title.clone());
    for (row, (name, value)) in (0..).zip(std::iter::once(&title).chain(&book.about.rows)) {
        worksheet.write_string_with_format(row, 0, name, &formats.name)?;
        worksheet.write_string_with_format(row, 1, kept(value), &formats.wrapped)?;
    }
    worksheet.set_column_width(0, 16)?.set_column_width(1, 90)?;
    Ok(())
}

/// As many characters as a cell holds; the last one tells that there were more.
fn kept(text: &str) -> String {
    match text.char_indices().nth(MAX_CHARS - 1) {
        Some((end, last)) if end + last.len_utf8() < text.len() => format!("{}…", text.get(..end).unwrap_or(text)),
        _ => text.to_owned(),
    }
}

/// A name that Excel takes and no other worksheet has; `taken` holds the names so far.
fn free_name(taken: &mut Vec<String>, wanted: &str) -> String {
    let plain: String = wanted.chars().map(|it| if NOT_IN_NAMES.contains(&it) { ' ' } else { it }).collect();
    let plain = plain.trim_matches(|it: char| it.is_whitespace() || it == '\'');
    let base = if plain.is_empty() { "1" } else { plain };
    let cut = |room: usize| base.chars().take(room).collect::<String>();
    let mut name = cut(MAX_NAME);
    for number in 2..taken.len() + 3 {
        let is_taken = taken.iter().any(|it| it.to_lowercase() == name.to_lowercase());
        if !is_taken {
            break;
        }
        let ending = format!(" {number}");
        name = cut(MAX_NAME - ending.len()) + &ending;
    }
    taken.push(name.clone());
    name
}

/// The width of a column: that of its widest cell, within reason.
fn width(sheet: &Sheet, column: usize) -> usize {
    let head = sheet.heads.get(column).map_or(0, |it| columns_of(&it.text) + 3);
    let cells = sheet.rows.iter().take(MEASURED_ROWS).filter_map(|it| it.get(column));
    let of = |it: &Value| match it {
        Value::Number(number) => columns_of(&it.written()).min(14) + usize::from(number.abs() >= 1000.0) * 3,
        Value::Measure(number, unit) => {
            columns_of(&it.written()).min(14) + columns_of(unit) + usize::from(number.abs() >= 1000.0) * 3
        }
        _ => columns_of(&it.written()) + 1,
    };
    cells.map(of).fold(head, usize::max).clamp(WIDTHS[0], WIDTHS[1])
}

/// Columns that a text takes where a Chinese character takes two.
fn columns_of(text: &str) -> usize {
    text.chars().map(|it| if it.len_utf8() > 2 { 2 } else { 1 }).sum()
}

/// The formats of a workbook, each made once: Excel has room for some two hundred.
struct Formats {
    head: Format,
    name: Format,
    wrapped: Format,
    numbers: SmallMap<String, Format>,
}

impl Default for Formats {
    fn default() -> Self {
        Formats {
            head: Format::new().set_bold().set_border_bottom(FormatBorder::Thin),
            name: Format::new().set_bold(),
            wrapped: Format::new().set_text_wrap(),
            numbers: SmallMap::new(),
        }
    }
}

/// More units than this stand in no format of their own.
const MAX_FORMATS: usize = 100;

impl Formats {
    /// The format of a number: grouped, with its decimals, its unit behind it.
    fn of(&mut self, number: f64, digits: Digits, unit: &str) -> &Format {
        let n_decimals = match digits {
            Digits::Own => n_decimals(number),
            Digits::Two => 2,
            Digits::Four => 4,
        };
        let point = if n_decimals > 0 { "." } else { "" };
        let code = format!("#,##0{point}{}", "0".repeat(n_decimals));
        let with_unit = match unit {
            "" => code.clone(),
            unit => format!("{code}\"{}\"", unit.replace('"', "")),
        };
        let is_known = self.numbers.get(&with_unit).is_some();
        let code = if is_known || self.numbers.len() < MAX_FORMATS { with_unit } else { code };
        self.numbers.value_or(code.clone(), Format::new().set_num_format(code))
    }
}

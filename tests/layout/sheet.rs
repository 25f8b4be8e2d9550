//! A page in the making: chunks that know which article they come from, and their printing.

use banmian::engine::text::Span;

/// What a reader of the printed page sees as one item.
#[derive(Debug, Clone, Default)]
pub struct Truth {
    pub section: String,
    pub headline: String,
    /// Role and name.
    pub byline: Vec<(String, String)>,
    /// What it is, where that is known.
    pub kind: Option<String>,
    /// Its body in reading order.
    pub spans: Vec<Span>,
}

/// What is printed on one line, or on several where lines are wrapped.
#[derive(Debug, Clone)]
pub struct Chunk {
    /// The article whose body, headline or byline it is; `None` for labels.
    pub article: Option<usize>,
    /// True for body.
    pub is_body: bool,
    /// The paragraph of its article that a body is part of.
    pub paragraph: usize,
    /// Printed before the body: a bullet, a dateline.
    pub before: String,
    pub text: String,
    /// Printed behind the body: a credit.
    pub after: String,
    /// Blank lines before it, beyond the usual.
    pub gap: usize,
}

impl Chunk {
    pub fn head(article: Option<usize>, text: &str) -> Chunk {
        let text = text.to_owned();
        Chunk { article, is_body: false, paragraph: 0, before: String::new(), text, after: String::new(), gap: 0 }
    }

    pub fn body(article: usize, paragraph: usize, text: &str) -> Chunk {
        Chunk { is_body: true, paragraph, ..Chunk::head(Some(article), text) }
    }
}

/// How a page is printed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// Characters in a line, if lines are broken.
    pub wrap: Option<usize>,
    /// True when paragraphs are set in by two blanks.
    pub is_indented: bool,
    /// True when no blank lines stand between paragraphs.
    pub is_dense: bool,
    /// True when commas, colons and brackets are half as wide.
    pub is_half_width: bool,
}

/// A printed page and what a reader sees on it.
#[derive(Debug, Default)]
pub struct Sheet {
    pub text: String,
    pub articles: Vec<Truth>,
    /// Bytes between which a sentence was cut: where its left half ends, where its right half begins.
    pub joins: Vec<(usize, usize)>,
    /// What is neither rewarded nor punished: datelines.
    pub unjudged: Vec<Span>,
}

/// Prints `chunks`, whose articles are `articles`.
pub fn print(chunks: &[Chunk], articles: Vec<Truth>, style: Style) -> Sheet {
    let mut sheet = Sheet { articles, ..Sheet::default() };
    sheet.articles.iter_mut().for_each(|it| it.headline = width(&it.headline, style));
    let mut ends: Vec<Option<(usize, usize)>> = vec![None; sheet.articles.len()];
    for chunk in chunks {
        let blank = if style.is_dense { 0 } else { 1 };
        (0..chunk.gap + blank).for_each(|_| sheet.text.push('\n'));
        let goes_on = chunk.article.is_some_and(|it| ends[it].is_some_and(|(at, _)| at == chunk.paragraph));
        if style.is_indented && !(chunk.is_body && goes_on) {
            sheet.text.push_str("\u{3000}\u{3000}");
        }
        let start = sheet.text.len();
        sheet.text.push_str(&width(&chunk.before, style));
        if !chunk.before.is_empty() && chunk.is_body {
            sheet.unjudged.push(Span::new(start, sheet.text.len()));
        }
        print_text(&mut sheet, chunk, style, &mut ends);
        sheet.text.push_str(&width(&chunk.after, style));
        sheet.text.push('\n');
    }
    sheet
}

fn print_text(sheet: &mut Sheet, chunk: &Chunk, style: Style, ends: &mut [Option<(usize, usize)>]) {
    let text: Vec<char> = width(&chunk.text, style).chars().collect();
    let indent = if style.is_indented { 2 } else { 0 };
    let mut column = indent + chunk.before.chars().count();
    let mut rest = text.as_slice();
    while !rest.is_empty() {
        let room = style.wrap.filter(|_| chunk.is_body).map_or(usize::MAX, |it| 2 * it.saturating_sub(column).max(1));
        // Letters and digits are half as wide as characters.
        let mut used = 0;
        let fits = |it: &&char| {
            used += if it.is_ascii() { 1 } else { 2 };
            used <= room
        };
        let mut n_chars = rest.iter().take_while(fits).count();
        // No line begins with a comma or a stop: it hangs behind the line before.
        n_chars += rest[n_chars..].iter().take_while(|it| "，。、；：！？”’）》,;:!?)".contains(**it)).count();
        let (line, more) = rest.split_at(n_chars);
        let start = sheet.text.len();
        sheet.text.extend(line);
        let span = Span::new(start, sheet.text.len());
        if let (Some(article), true) = (chunk.article, chunk.is_body) {
            if let Some((_, left)) = ends[article].filter(|(paragraph, _)| *paragraph == chunk.paragraph) {
                sheet.joins.push((left, span.start));
            }
            sheet.articles[article].spans.push(span);
            ends[article] = Some((chunk.paragraph, span.end));
        }
        rest = more;
        column = 0;
        if !rest.is_empty() {
            sheet.text.push('\n');
        }
    }
}

fn width(text: &str, style: Style) -> String {
    let half = |it: char| match it {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '？' => '?',
        '！' => '!',
        '（' => '(',
        '）' => ')',
        _ => it,
    };
    if style.is_half_width { text.chars().map(half).collect() } else { text.to_owned() }
}

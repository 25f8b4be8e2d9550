//! What charts are asked with in tests: paper with letters of 13 pixels, and the words of a language.

use banmian::engine::chart::{ChartOptions, Paper, words as chart_words};
use banmian::engine::query::Selection;
use banmian::protocol::ChartWanted;
use banmian::view_model::{Locale, words};

/// A Chinese character is one em, any of ASCII about half of it.
pub fn paper(width: f64) -> Paper {
    Paper::measured(width, 13.0, |text| if text.is_ascii() { 0.55 * 13.0 } else { 13.0 })
}

/// The translations that a chart is worded with.
pub fn words_of(locale: Locale) -> Vec<String> {
    chart_words::keys().iter().map(|it| words::text(locale, it)).collect()
}

/// A chart in Chinese on wide paper.
#[allow(dead_code)]
pub fn wanted(selection: Selection, options: ChartOptions) -> ChartWanted {
    ChartWanted {
        selection,
        options,
        behind: None,
        n_rows: u32::MAX as usize,
        paper: paper(1200.0),
        words: words_of(Locale::Chinese),
        query: String::new(),
    }
}

//! What a chart is laid out on: how wide it is, and how wide letters are there.

use serde::{Deserialize, Serialize};

/// Width and font of the place that a chart is drawn for. Measured by the page, since the engine has no fonts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Paper {
    /// Pixels.
    pub width: f64,
    /// Pixels of an em.
    pub size: f64,
    /// Pixels of each printable character of ASCII, from the blank to `~`.
    pub ascii: Vec<f64>,
    /// Pixels of a Chinese character; every other character counts as one, so that nothing overlaps.
    pub wide: f64,
}

impl Paper {
    /// With widths by `measure`, which gives the pixels of a text.
    pub fn measured(width: f64, size: f64, measure: impl Fn(&str) -> f64) -> Self {
        let ascii = (b' '..=b'~').map(|it| measure(char::from(it).encode_utf8(&mut [0; 4]))).collect();
        Paper { width, size, ascii, wide: measure("国") }
    }

    /// Width of `text` in pixels.
    pub fn text_width(&self, text: &str) -> f64 {
        let of = |it: char| (it as usize).checked_sub(32).and_then(|at| self.ascii.get(at)).unwrap_or(&self.wide);
        text.chars().map(of).sum()
    }

    /// Of letters that nobody measured: each as wide as the widest.
    pub fn unmeasured(width: f64) -> Self {
        Paper { width, size: 13.0, ascii: vec![], wide: 13.0 }
    }

    /// `n` pixels at letters of 13 pixels, which all sizes of marks and gaps are given for.
    pub fn px(&self, n: f64) -> f64 {
        n * self.size / 13.0
    }

    /// Height of a line of text.
    pub fn line(&self) -> f64 {
        self.px(18.0)
    }

    /// From the top of a line of text to its baseline.
    pub fn baseline(&self) -> f64 {
        self.px(13.0)
    }

    /// Blank between a text and what stands beside it.
    pub fn gap(&self) -> f64 {
        self.px(6.0)
    }

    /// True where there is no room for labels beside marks.
    pub fn is_narrow(&self) -> bool {
        self.width < self.px(560.0)
    }
}

/// How wide a text is in some font.
pub trait TextMeasure {
    /// Width of `text` in pixels.
    fn width(&self, text: &str) -> f64;
    /// The font's size in pixels.
    fn size(&self) -> f64;
}

impl TextMeasure for Paper {
    fn width(&self, text: &str) -> f64 {
        self.text_width(text)
    }

    fn size(&self) -> f64 {
        self.size
    }
}

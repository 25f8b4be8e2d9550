//! What all targets share: text of any bytes, and what must hold of every mention.

use banmian::engine::extract::Mentions;
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::text::Span;

/// The text of `bytes`: what is no UTF-8 becomes characters of its own, so that no byte is wasted.
pub fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Spans of one list are slices of `text`, not empty, in order, without overlap.
pub fn check_spans(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut last = 0;
    for span in spans {
        assert!(span.start >= last && span.start < span.end, "{span:?} behind {last}");
        assert!(text.get(span.start..span.end).is_some(), "{span:?} is no slice");
        last = span.end;
    }
}

/// What holds of the mentions of any text.
pub fn check_mentions(text: &str, mentions: &Mentions) {
    check_spans(text, mentions.places.iter().map(|it| it.span));
    check_spans(text, mentions.dates.iter().map(|it| it.span));
    check_spans(text, mentions.figures.iter().map(|it| it.span));
    check_spans(text, mentions.programmes.iter().map(|it| it.span));
    for value in mentions.dates.iter().filter_map(|it| it.edtf.as_ref()) {
        assert_eq!(Edtf::parse(value.as_str()).as_ref(), Some(value));
    }
    for figure in &mentions.figures {
        assert!(figure.value.is_finite() && figure.high.is_none_or(f64::is_finite), "{figure:?}");
        assert!(figure.subject.is_none_or(|it| text.get(it.start..it.end).is_some()), "{figure:?}");
    }
    for it in &mentions.diagnostics {
        assert!(text.get(it.span.start..it.span.end).is_some(), "{it:?}");
    }
}

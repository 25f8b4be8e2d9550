//! What holds for the reading of any text: nothing is lost, spans are slices, any line ends give the same articles.
//!
//! Texts are made of labels, heads, torn sentences and rubbish by a seeded generator, so that every run reads the same.

use banmian::engine::page::{Page, parse_page};
use banmian::engine::text::Span;

/// Lines that pages are made of; `|` is a line's end.
const LINES: [&str; 26] = [
    "◎广角",
    "## ◎观潮",
    "掠影",
    "信息集装箱",
    "小院议事厅 议出好光景",
    "田埂上的课堂",
    "# 把实事办实",
    "□本报记者 王芳 通讯员 苏日娜",
    "◎白丹",
    "（尤可）",
    "李磊 摄",
    "村里建了议事厅，大事小事都在这里商量。",
    "村里建了议事厅，大事小事都在",
    "这里商量，件件有回音，大家说好。",
    "厂里的技术员把课讲到了田埂上，",
    "“来了就说，",
    "说了就办。”老人笑了。",
    "图为麦田丰收的景象。 李磊 摄",
    "◆近日，甲县举办培训班，56人参加。（本报记者 白丹）",
    "★什么是三会一课：定期召开支部党员大会。（来源：某网）",
    "问题摆上桌",
    "",
    "",
    "\u{3000}\u{3000}",
    "？！%$#@\u{0}\u{feff}a1",
    "---",
];

#[test]
fn nothing_is_lost_and_nothing_is_twice() {
    for seed in 0..400 {
        let text = random_page(seed);
        let page = parse_page("p", &text);
        check_spans(&page);
        let body =
            letters(page.articles.iter().flat_map(|it| it.paragraphs.iter().flatten()).map(|it| it.slice(&text)));
        let heads = page
            .articles
            .iter()
            .map(|it| it.headline.iter().map(|it| letters([it.slice(&text)].into_iter())).sum::<usize>());
        let (heads, all) = (heads.sum::<usize>(), letters([text.as_str()].into_iter()));
        assert!(body + heads <= all, "seed {seed}: more than the page has\n{text}");
        for it in ["大事小事都在", "厂里的技术员", "说了就办", "图为麦田", "56人参加", "三会一课", "件件有回音"]
        {
            let printed = text.matches(it).count();
            let spans = page.articles.iter().flat_map(|it| it.headline.iter().chain(it.paragraphs.iter().flatten()));
            let read: usize = spans.map(|span| span.slice(&text).matches(it).count()).sum();
            assert_eq!(printed, read, "seed {seed}: {it}\n{text}");
        }
    }
}

#[test]
fn line_ends_change_nothing() {
    for seed in 0..100 {
        let text = random_page(seed);
        let unix = outline(&parse_page("p", &text));
        assert_eq!(outline(&parse_page("p", &text.replace('\n', "\r\n"))), unix, "seed {seed}\n{text}");
    }
}

#[test]
fn any_characters_give_a_page() {
    for seed in 0..300 {
        let mut random = Random(seed + 1);
        let bytes: Vec<u8> = (0..random.below(900)).map(|_| random.below(256) as u8).collect();
        check_spans(&parse_page("p", &String::from_utf8_lossy(&bytes)));
        let marks = "◎□◆★（）()“”，。、 \n\r#-*王摄本报记者文图/：【】";
        let marks: Vec<char> = marks.chars().collect();
        let text: String = (0..random.below(300)).map(|_| marks[random.below(marks.len())]).collect();
        check_spans(&parse_page("p", &text));
    }
}

#[test]
fn a_very_long_line_is_one_paragraph_with_a_diagnostic() {
    let line = "村里建了议事厅，".repeat(220_000);
    let page = parse_page("p", &line);
    assert_eq!(page.articles.len(), 1);
    assert!(page.diagnostics.iter().any(|it| it.code.as_str() == "line-too-long"));
    assert_eq!(page.articles[0].reading(&line).text, line);
}

#[test]
fn ids_follow_the_first_characters() {
    for seed in 0..50 {
        let page = parse_page("甲", &random_page(seed));
        for (idx, article) in page.articles.iter().enumerate() {
            assert_eq!(article.id, format!("甲-{:02}", idx + 1));
        }
    }
}

/// Spans lie on character borders, are not empty, and share nothing.
fn check_spans(page: &Page) {
    let heads = page.articles.iter().flat_map(|it| it.headline.iter().copied());
    let bodies = page.articles.iter().flat_map(|it| it.paragraphs.iter().flatten().copied());
    let mut spans: Vec<Span> = heads.chain(bodies).collect();
    spans.sort();
    for span in &spans {
        assert!(!span.slice(&page.text).is_empty(), "{span:?} is no slice of\n{}", page.text);
    }
    for pair in spans.windows(2) {
        assert!(!pair[0].overlaps(pair[1]), "{pair:?} overlap in\n{}", page.text);
    }
    for it in &page.diagnostics {
        assert!(page.text.get(it.span.start..it.span.end).is_some(), "{it:?}");
    }
}

/// Everything about the articles that does not depend on offsets.
fn outline(page: &Page) -> Vec<String> {
    let of = |it: &banmian::engine::page::Article| {
        let text = it.reading(&page.text).text;
        format!("{} {} {} {:?} {text}", it.kind.as_str(), it.section, it.headline_text(&page.text), it.byline)
    };
    page.articles.iter().map(of).collect()
}

fn letters<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|it| it.chars().filter(|ch| ch.is_alphanumeric()).count()).sum()
}

fn random_page(seed: u64) -> String {
    let mut random = Random(seed + 1);
    let lines: Vec<&str> = (0..random.below(40)).map(|_| LINES[random.below(LINES.len())]).collect();
    lines.join(if seed.is_multiple_of(3) { "\n" } else { "\n\n" })
}

/// A small generator of pseudo-random numbers (xorshift), so that failures can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % n.max(1)
    }
}

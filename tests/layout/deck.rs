//! Articles made ready for printing: each gets a label, a headline, a byline in one of the printed forms, its paragraphs.

use crate::sheet::{Chunk, Truth};
use crate::stock::{Item, Stock};

/// A small generator of pseudo-random numbers (xorshift), so that failures can be repeated.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % n.max(1)
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

const NAMES: [&str; 40] = [
    "王芳",
    "李明",
    "苏日娜",
    "张强",
    "刘洋",
    "乌云其木格",
    "赵静",
    "孙浩",
    "周晓敏",
    "吴磊",
    "其其格",
    "郑志远",
    "冯雪",
    "陈建国",
    "哈斯巴根",
    "褚丽",
    "卫东",
    "蒋楠",
    "沈佳",
    "韩冰",
    "杨柳",
    "敖登高娃",
    "朱文博",
    "秦岭",
    "尤可",
    "许婷婷",
    "何苗",
    "吕蒙",
    "施展",
    "斯琴图雅",
    "孔令军",
    "曹阳",
    "严肃",
    "魏娜",
    "陶然",
    "姜涛",
    "欧阳雪",
    "巴特尔",
    "白丹",
    "阿不都热合曼",
];
const STORY_LABELS: [&str; 12] = [
    "广角",
    "聚焦",
    "要闻",
    "学思践悟",
    "知行合一",
    "北疆党旗红",
    "基层一线",
    "初心如磐",
    "本版关注",
    "乡村振兴",
    "实干争先",
    "民生视点",
];
const SUBHEADINGS: [&str; 10] = [
    "搬进新居乐开怀",
    "家门口的好营生",
    "机制活了干劲足",
    "把问题摆上桌面",
    "“小网格”里的大作为",
    "办法总比困难多",
    "产业兴旺有奔头",
    "解难题 暖民心",
    "路通了人来了",
    "一张清单管到底",
];

/// The articles of one page, made of a stock.
pub struct Deck<'a> {
    pub stock: &'a Stock,
    pub random: Random,
    pub articles: Vec<Truth>,
    used: Vec<usize>,
    labels: Vec<&'static str>,
}

impl<'a> Deck<'a> {
    pub fn new(stock: &'a Stock, seed: u64) -> Self {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        (0..3).for_each(|_| _ = random.below(9));
        Deck { stock, random, articles: vec![], used: vec![], labels: vec![] }
    }

    /// A label that the page does not have yet.
    pub fn label(&mut self) -> &'static str {
        loop {
            let label = *self.random.pick(&STORY_LABELS);
            if !self.labels.contains(&label) {
                self.labels.push(label);
                return label;
            }
        }
    }

    pub fn name(&mut self) -> &'static str {
        self.random.pick::<&str>(&NAMES)
    }

    /// A story with headline, byline and text under `section`.
    pub fn story(&mut self, section: &str) -> Vec<Chunk> {
        let item = self.item();
        let (printed, credits) = self.reporters();
        let article = self.begin(section, &item, credits);
        let mut res = vec![Chunk::head(Some(article), &item.headline), Chunk::head(Some(article), &printed)];
        res.extend(Self::text(article, &item));
        res
    }

    /// A commentary: a name under a headline.
    pub fn commentary(&mut self, section: &str) -> Vec<Chunk> {
        let item = match self.stock.commentaries.len() {
            0 => Item { kind: None, ..self.item() },
            n => self.stock.commentaries[self.random.below(n)].clone(),
        };
        let name = self.name();
        let mark = *self.random.pick(&["◎", "", "□", "●"]);
        let article = self.begin(section, &item, vec![(String::new(), name.to_owned())]);
        let mut res =
            vec![Chunk::head(Some(article), &item.headline), Chunk::head(Some(article), &format!("{mark}{name}"))];
        res.extend(Self::text(article, &item));
        res
    }

    /// A caption with its credit, and mostly a title.
    pub fn photo(&mut self, section: &str) -> Vec<Chunk> {
        let titled = self.random.below(5) > 0;
        let title = if titled { *self.random.pick(&SUBHEADINGS) } else { "" };
        let caption = self.short();
        let name = self.name();
        let credit = match self.random.below(5) {
            0 => format!("本报记者 {name} 摄"),
            1 => format!("{name}摄"),
            2 => format!("（{name} 摄）"),
            _ => format!(" {name} 摄"),
        };
        let item = Item { headline: title.to_owned(), kind: Some("photo".to_owned()), paragraphs: vec![] };
        let article = self.begin(section, &item, vec![("摄".to_owned(), name.to_owned())]);
        let mut caption = Chunk { after: credit, ..Chunk::body(article, 0, &caption) };
        if !titled {
            caption.gap = 2;
            return vec![caption];
        }
        vec![Chunk { gap: 2, ..Chunk::head(Some(article), title) }, caption]
    }

    /// A brief; its last bracket names who sent it.
    pub fn brief(&mut self, section: &str, bullet: &str) -> Vec<Chunk> {
        let name = self.name();
        let (credit, credits) = match self.random.below(4) {
            0 => (String::new(), vec![]),
            1 => (format!("（{name}）"), vec![(String::new(), name.to_owned())]),
            2 => (format!("（通讯员 {name}）"), vec![("通讯员".to_owned(), name.to_owned())]),
            _ => (format!("（本报记者 {name}）"), vec![("本报记者".to_owned(), name.to_owned())]),
        };
        let item = Item { headline: String::new(), kind: Some("brief".to_owned()), paragraphs: vec![] };
        let text = self.short();
        let article = self.begin(section, &item, credits);
        vec![Chunk { before: bullet.to_owned(), after: credit, ..Chunk::body(article, 0, &text) }]
    }

    /// A primer of several items.
    pub fn primer(&mut self, section: &str) -> Vec<Chunk> {
        let item = Item { headline: String::new(), kind: Some("primer".to_owned()), paragraphs: vec![] };
        let article = self.begin(section, &item, vec![]);
        let n_items = 2 + self.random.below(3);
        (0..n_items).map(|it| Chunk { before: "★".to_owned(), ..Chunk::body(article, it, &self.short()) }).collect()
    }

    /// A story without a byline above it: it ends with a credit.
    pub fn credited_below(&mut self, section: &str) -> Vec<Chunk> {
        let mut res = self.story(section);
        let byline = res.remove(1);
        let bare = byline.text.trim_start_matches('□').to_owned();
        if let Some(last) = res.last_mut() {
            last.after = format!("（{bare}）");
        }
        res
    }

    /// A story whose first paragraph begins with a dateline that holds the byline.
    pub fn datelined(&mut self, section: &str) -> Vec<Chunk> {
        let mut res = self.story(section);
        let name = self.name();
        let (dateline, role) = match self.random.below(5) {
            0 => (format!("本报讯（记者 {name}）"), "记者"),
            1 => (format!("本报讯（通讯员 {name}）"), "通讯员"),
            2 => (format!("本报呼和浩特6月3日讯 （记者 {name}）"), "记者"),
            3 => (format!("新华社北京6月3日电（记者{name}）"), "记者"),
            _ => (format!("新华社上海6月3日电　记者{name}报道："), "记者"),
        };
        res[1].text.clear();
        if let Some(article) = res[0].article {
            self.articles[article].byline = vec![(role.to_owned(), name.to_owned())];
        }
        res.remove(1);
        res[1].before = dateline;
        res
    }

    /// A paragraph that is used once on the page.
    fn short(&mut self) -> String {
        let n_shorts = self.stock.shorts.len();
        self.stock.shorts[self.fresh(n_shorts, 1_000_000)].clone()
    }

    fn item(&mut self) -> Item {
        let n_stories = self.stock.stories.len();
        self.stock.stories[self.fresh(n_stories, 0)].clone()
    }

    /// A number below `n` that was not yet given out, counted from `base`.
    fn fresh(&mut self, n: usize, base: usize) -> usize {
        for _ in 0..1000 {
            let idx = self.random.below(n);
            if !self.used.contains(&(base + idx)) {
                self.used.push(base + idx);
                return idx;
            }
        }
        0
    }

    fn begin(&mut self, section: &str, item: &Item, byline: Vec<(String, String)>) -> usize {
        let headline = item.headline.clone();
        self.articles.push(Truth {
            section: section.to_owned(),
            headline,
            byline,
            kind: item.kind.clone(),
            spans: vec![],
        });
        self.articles.len() - 1
    }

    fn text(article: usize, item: &Item) -> Vec<Chunk> {
        let body = |(at, it): (usize, &String)| Chunk::body(article, at, it);
        item.paragraphs.iter().enumerate().map(body).collect()
    }

    /// Reporters as printed, in one of the usual forms, and who they are.
    fn reporters(&mut self) -> (String, Vec<(String, String)>) {
        let (a, b, c) = (self.name(), self.name(), self.name());
        let of = |pairs: &[(&str, &str)]| pairs.iter().map(|(role, it)| (role.to_string(), it.to_string())).collect();
        match self.random.below(6) {
            0 => (format!("□本报记者 {a} 通讯员 {b}"), of(&[("本报记者", a), ("通讯员", b)])),
            1 => (format!("□本报记者 {a} 见习记者 {b}"), of(&[("本报记者", a), ("见习记者", b)])),
            2 => (format!("本报记者 {a} {b} {c}"), of(&[("本报记者", a), ("本报记者", b), ("本报记者", c)])),
            3 => (format!("□本报记者 {a} 实习生 {b}"), of(&[("本报记者", a), ("实习生", b)])),
            _ => (format!("□本报记者 {a}"), of(&[("本报记者", a)])),
        }
    }

    /// A story's byline in a rarer form.
    pub fn rare_byline(&mut self, section: &str) -> Vec<Chunk> {
        let mut res = self.story(section);
        let (a, b, c) = (self.name(), self.name(), self.name());
        let (printed, credits): (String, Vec<(&str, &str)>) = match self.random.below(14) {
            0 => (format!("◎{a}"), vec![("", a)]),
            1 => (format!("文/{a} 图/{b}"), vec![("文", a), ("摄", b)]),
            2 => (format!("本报记者 {a} 文/图"), vec![("本报记者", a)]),
            3 => (format!("本报记者 {a} 摄影报道"), vec![("摄", a)]),
            4 => (format!("□本报记者{a} 通讯员{b} {c}"), vec![("本报记者", a), ("通讯员", b), ("通讯员", c)]),
            5 => (format!("（本报记者 {a} 通讯员 {b}）"), vec![("本报记者", a), ("通讯员", b)]),
            6 => (format!("■本报首席记者 {a}"), vec![("本报首席记者", a)]),
            7 => (format!("本报全媒体记者 {a} 实习记者 {b}"), vec![("本报全媒体记者", a), ("实习记者", b)]),
            8 => (format!("新华社记者 {a}、{b}"), vec![("新华社记者", a), ("新华社记者", b)]),
            9 => (format!("□通讯员 {a} 本报记者 {b}"), vec![("通讯员", a), ("本报记者", b)]),
            10 => (format!("□ 本报记者　{a}　通讯员　{b}"), vec![("本报记者", a), ("通讯员", b)]),
            11 => (format!("记者 {a} 报道"), vec![("记者", a)]),
            12 => (format!("本报特约评论员 {a}"), vec![("本报特约评论员", a)]),
            _ => (format!("口本报记者 {a}"), vec![("本报记者", a)]),
        };
        res[1].text = printed;
        if let Some(article) = res[0].article {
            let credits = credits.into_iter().map(|(role, it)| (role.to_owned(), it.to_owned()));
            self.articles[article].byline = credits.collect();
            self.articles[article].kind = None;
        }
        res
    }

    /// Puts sub-headings between the paragraphs of a story.
    pub fn with_subheadings(&mut self, mut story: Vec<Chunk>) -> Vec<Chunk> {
        let mut at = 2;
        while at < story.len() {
            if let Some(article) = story[at].article {
                let paragraph = 1000 + at;
                story.insert(at, Chunk::body(article, paragraph, self.random.pick::<&str>(&SUBHEADINGS)));
            }
            at += 2 + self.random.below(3);
        }
        story
    }
}

//! Links: every location survives the way through its hash, and no hash is refused.

use banmian::engine::chart::ChartKind;
use banmian::engine::extract::Approx;
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::query::{Choice, Clause, DateRange, Facet};
use banmian::engine::text::Span;
use banmian::protocol::{Column, Direction, FigureColumn, FigureSort, FigureView, PlaceMeasure, TableSort};
use banmian::view_model::place_location::{PlaceForm, PlaceOrder};
use banmian::view_model::url::{AppLocation, ChartForm, MULTIPLE_FACETS, View};
use banmian::view_model::word_location::WordLocation;
use banmian::view_model::word_options::WordOption;

/// A small seeded generator (SplitMix64; Steele, Lea and Flood 2014), so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.next() as usize % of.len()].clone()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.next().is_multiple_of(2).then(|| make(self))
    }

    fn text(&mut self) -> String {
        let chars: Vec<char> =
            "aZ09 -_./~:·%&=#?+!\"'<>\\\u{3000}\u{200b}\n甲乙流动党员“”（）《》，。亿①㎡🐑é\u{301}".chars().collect();
        let n = self.next() % 9;
        (0..n).map(|_| self.pick(&chars)).collect()
    }

    fn date(&mut self) -> Edtf {
        Edtf::parse(self.pick(&["2022", "2022-06", "1998-12-31", "2023-01"])).unwrap()
    }

    fn location(&mut self) -> AppLocation {
        let mut res = AppLocation { view: self.pick(&View::ALL), ..AppLocation::default() };
        res.selection.query = self.text();
        for facet in Facet::ALL {
            let n_values = self.maybe(|it| 1 + it.next() % 3).unwrap_or(0);
            if facet.is_date() && n_values > 0 {
                let range = DateRange { from: self.maybe(Self::date), to: self.maybe(Self::date) };
                res.selection.clauses.insert(facet, Clause::Dates { range, negated: n_values > 1 });
            } else {
                for _ in 0..n_values {
                    let choice = self.pick(&[Choice::Included, Choice::Excluded]);
                    res.selection.choose(facet, &self.text(), choice);
                }
            }
        }
        res.article = self.maybe(Self::text);
        res.figure = self.maybe(|it| it.next() as usize % 1000);
        res.at = res.article.is_some().then(|| Span::new(3, 9 + self.next() as usize % 1000));
        res.reading = self.next().is_multiple_of(2);
        res.quantity = self.maybe(|it| it.pick(&Quantity::ALL));
        res.chart = self.maybe(|it| it.pick(&ChartKind::ALL));
        res.form = self.pick(&ChartForm::ALL);
        res.within = self.maybe(Self::text);
        res.behind = self.maybe(|it| format!("{}\t{}", it.text(), it.text()));
        res.log = self.maybe(|it| it.next().is_multiple_of(2));
        res.by = self.maybe(|it| it.pick(&MULTIPLE_FACETS));
        res.sort = self.maybe(|it| FigureSort {
            column: it.pick(&FigureColumn::ALL),
            direction: it.pick(&[Direction::Ascending, Direction::Descending]),
        });
        res.figures = self.figures();
        res.places.form = self.pick(&PlaceForm::ALL);
        res.places.measure = self.pick(&PlaceMeasure::ALL);
        res.places.order = self.pick(&PlaceOrder::ALL);
        res.within = self.maybe(Self::text);
        res.words = self.words();
        res
    }
}

impl Random {
    fn figures(&mut self) -> FigureView {
        FigureView {
            unit: self.text(),
            approx: self.maybe(|it| it.maybe(|it| it.pick(&Approx::ALL))),
            low: self.text(),
            high: self.text(),
            group: self.maybe(|it| it.pick(&FigureColumn::GROUPS)),
            folded: self.next().is_multiple_of(2),
            turned: (0..self.next() % 3).map(|_| self.text()).collect(),
        }
    }

    fn words(&mut self) -> WordLocation {
        let mut res = WordLocation::default();
        for option in WordOption::ALL {
            let value = self.pick(option.values());
            res.options.set(option, value);
        }
        res.node = self.text();
        res.sort = self.maybe(|it| TableSort {
            column: it.pick(&Column::ALL),
            direction: it.pick(&[Direction::Ascending, Direction::Descending]),
        });
        for side in [&mut res.a, &mut res.b] {
            side.query = self.text();
            side.toggle(Facet::Place, &self.text());
        }
        res
    }
}

/// What browsers do to a hash: everything beyond ASCII is escaped.
fn escaped(hash: &str) -> String {
    hash.bytes().map(|it| if it.is_ascii() { (it as char).to_string() } else { format!("%{it:02x}") }).collect()
}

#[test]
fn every_location_survives_its_hash() {
    let mut random = Random(20220614);
    for n in 0..2000 {
        let location = random.location();
        let hash = location.to_hash();
        assert_eq!(AppLocation::parse(&hash), location, "location {n}: {hash}");
        assert_eq!(AppLocation::parse(&escaped(&hash)), location, "location {n}, escaped: {hash}");
        assert!(!hash.contains(char::is_whitespace), "a link ends at a blank: {hash}");
    }
}

#[test]
fn no_hash_is_refused() {
    let mut random = Random(1);
    for _ in 0..2000 {
        let hash: String = (0..4).map(|_| random.text()).collect();
        let location = AppLocation::parse(&hash);
        assert_eq!(AppLocation::parse(&location.to_hash()), location, "{hash}");
    }
}

#[test]
fn chinese_stays_readable() {
    let location = AppLocation::parse("#/figures?q=流动党员&place=内蒙古自治区/赤峰市&date=2022-05/..&quantity=person");
    assert_eq!(location.view, View::Figures);
    assert_eq!(location.to_hash(), "#/figures?q=流动党员&place=内蒙古自治区/赤峰市&date=2022-05/..&quantity=person");
}

#[test]
fn unknown_parts_say_nothing() {
    let location = AppLocation::parse(
        "#/nowhere?colour=red&quantity=taste&figure=-1&at=9-3&at=x&reading=1&date=/&sort=value&form=&q",
    );
    assert_eq!(location, AppLocation::default());
    assert_eq!(AppLocation::parse(""), AppLocation::default());
    assert_eq!(AppLocation::parse("#"), AppLocation::default());
    assert_eq!(AppLocation::parse("#/").to_hash(), "#/");
    assert_eq!(AppLocation::parse("#/overview?q=党员").to_hash(), "#/?q=党员");
    let figures = AppLocation::parse("#/figures?approx=roughly&group=printed&folded=1&turned");
    assert_eq!(figures.figures, FigureView::default());
}

#[test]
fn one_month_is_a_range_of_itself() {
    let location = AppLocation::parse("#/articles?date=2022-06");
    assert_eq!(location.to_hash(), "#/articles?date=2022-06/2022-06");
}

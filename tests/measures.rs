//! Every measure of words against values that `tests/measures/fixture.py` computed from the published formulas.

use banmian::engine::query::measures::{self, Deviation, Frequencies};

/// How far a value may be off, relative to its size where that is above one.
const TOLERANCE: f64 = 1e-6;

#[test]
fn every_measure_agrees_with_what_was_computed_apart() {
    let mut seen = std::collections::BTreeSet::new();
    for line in include_str!("measures/fixture.tsv").lines().filter(|it| !it.starts_with('#')) {
        let [name, arguments, value] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let arguments: Vec<f64> = arguments.split(' ').map(|it| it.parse().unwrap()).collect();
        let expected: f64 = value.parse().unwrap();
        let found = computed(name, &arguments);
        assert!((found - expected).abs() <= TOLERANCE * expected.abs().max(1.0), "{line}: found {found}");
        if name == "p-value" {
            assert!(
                (found - expected).abs() <= TOLERANCE * expected,
                "{line}: found {found}, too far for so small a value"
            );
        }
        seen.insert(name);
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
}

fn computed(name: &str, arguments: &[f64]) -> f64 {
    let pair = || Frequencies { a: arguments[0], n_a: arguments[1], b: arguments[2], n_b: arguments[3] };
    match name {
        "log-likelihood" => pair().log_likelihood(),
        "log-ratio" => pair().log_ratio(),
        "mutual-information" => pair().mutual_information(),
        "p-of-pair" => measures::p_value(pair().log_likelihood()),
        "p-value" => measures::p_value(arguments[0]),
        "log-dice" => measures::log_dice(arguments[0], arguments[1], arguments[2]),
        "per-ten-thousand" => measures::per_ten_thousand(arguments[0], arguments[1]),
        "deviation" => deviation(arguments),
        _ => panic!("no measure is called {name}"),
    }
}

/// Parts as size and count, told as the engine tells them: those with the word only.
fn deviation(parts: &[f64]) -> f64 {
    let sum = |offset: usize| parts.iter().skip(offset).step_by(2).sum::<f64>();
    let (n_tokens, n_word) = (sum(0), sum(1));
    let mut res = Deviation::default();
    parts.chunks(2).filter(|it| it[1] > 0.0).for_each(|it| res.add(it[0] / n_tokens, it[1] / n_word));
    res.proportions()
}

//! Steps with names and times, so that a person who waits knows for what.

#![expect(clippy::disallowed_methods, reason = "tells people how long a step took; nothing depends on it")]

use std::time::{Duration, Instant};

use crate::Outcome;

/// Runs a step: says its name before, with what stands in brackets, and its time after. A failure carries the name.
pub fn run<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("── {name}");
    let name = name.split(" (").next().unwrap_or(name);
    let start = Instant::now();
    let result = work();
    match &result {
        Ok(_) => println!("   {name}: done in {}", seconds(start.elapsed())),
        Err(_) => println!("   {name}: failed after {}", seconds(start.elapsed())),
    }
    result.map_err(|message| format!("step “{name}” failed: {message}"))
}

fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        whole => format!("{} min {} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_for_people() {
        assert_eq!(seconds(Duration::from_millis(1240)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 5 s");
    }

    #[test]
    fn a_failure_carries_the_name_of_its_step() {
        let failed: Outcome = run("tidy", || Err("broken".to_owned()));
        assert_eq!(failed, Err("step “tidy” failed: broken".to_owned()));
    }
}

//! An owner's map as plain lines and areas: read, projected so that areas compare, laid into the width that is wanted, and
//! freed of points that nobody could tell apart. No feature is left out and no ring: an approved map is shown whole.

use banmian::protocol::{DrawnFeature, DrawnMap, MapJob, MapProblem};

use super::projection::{Bounds, Projection};
use super::read::{ReadFeature, read};

/// Kept free at every side.
const MARGIN: f64 = 4.0;

/// Points nearer to each other than this, in pixels, are one.
const NEAR: f64 = 0.4;

/// A map is at most this much higher than wide.
const MAX_HEIGHT: f64 = 1.6;

/// Draws a map.
pub fn draw(job: &MapJob) -> Result<DrawnMap, MapProblem> {
    let features = read(&job.bytes)?;
    let projection = Projection::new(bounds(lines(&features).flatten().copied()))?;
    let project = |lines: &[Vec<(f64, f64)>]| -> Vec<Vec<(f64, f64)>> {
        lines.iter().map(|it| it.iter().filter_map(|it| projection.metres(*it)).collect()).collect()
    };
    let projected: Vec<ReadFeature> = features
        .iter()
        .map(|it| ReadFeature { name: it.name.clone(), rings: project(&it.rings), lines: project(&it.lines) })
        .collect();
    let [(west, east), (south, north)] = bounds(lines(&projected).flatten().copied());
    let (width, height) = (east - west, north - south);
    if !(width > 0.0 && height > 0.0) {
        return Err(MapProblem::NoArea);
    }
    let room = job.width - 2.0 * MARGIN;
    let scale = (room / width).min(room * MAX_HEIGHT / height);
    let left = MARGIN + (room - width * scale) / 2.0;
    let place = |(x, y): &(f64, f64)| (tenth(left + (x - west) * scale), tenth(MARGIN + (north - y) * scale));
    let laid = |lines: &[Vec<(f64, f64)>], n_least: usize| -> Vec<Vec<(f64, f64)>> {
        lines.iter().filter(|it| !it.is_empty()).map(|it| thinned(it.iter().map(place), n_least)).collect()
    };
    let feature =
        |it: ReadFeature| DrawnFeature { rings: laid(&it.rings, 3), lines: laid(&it.lines, 2), name: it.name };
    let features = projected.into_iter().map(feature).collect();
    Ok(DrawnMap { width: job.width, height: tenth(height * scale + 2.0 * MARGIN), features })
}

fn lines(features: &[ReadFeature]) -> impl Iterator<Item = &Vec<(f64, f64)>> {
    features.iter().flat_map(|it| it.rings.iter().chain(&it.lines))
}

fn bounds(points: impl Iterator<Item = (f64, f64)>) -> Bounds {
    let wider = |(least, most): (f64, f64), it: f64| (least.min(it), most.max(it));
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    points.fold([none, none], |[xs, ys], (x, y)| [wider(xs, x), wider(ys, y)])
}

/// A line without the points that lie next to the one before; what shrinks below `n_least` points becomes a speck that can
/// still be seen.
fn thinned(points: impl Iterator<Item = (f64, f64)>, n_least: usize) -> Vec<(f64, f64)> {
    let mut res: Vec<(f64, f64)> = vec![];
    for (x, y) in points {
        let is_near = res.last().is_some_and(|it| (it.0 - x).hypot(it.1 - y) < NEAR);
        if !is_near {
            res.push((x, y));
        }
    }
    match res.first() {
        Some(&(x, y)) if res.len() < n_least => vec![(x, y), (x + 1.0, y), (x + 1.0, y + 1.0), (x, y + 1.0)],
        _ => res,
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

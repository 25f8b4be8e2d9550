//! Albers' equal-area conic projection, its parallels laid through the map by the rule of sixths: one a sixth of the map's
//! height from its south, one a sixth from its north (Deetz and Adams, *Elements of Map Projection*, 1934).

use banmian::protocol::MapProblem;
use proj4rs::Proj;
use proj4rs::transform::transform;

/// Degrees to metres.
pub struct Projection {
    from: Proj,
    to: Proj,
}

/// Smallest and largest of a map's longitudes, then of its latitudes, in degrees.
pub type Bounds = [(f64, f64); 2];

impl Projection {
    /// The projection for a map within `bounds`.
    pub fn new([(west, east), (south, north)]: Bounds) -> Result<Self, MapProblem> {
        let sixth = (north - south) / 6.0;
        let (lower, mut upper) = (south + sixth, north - sixth);
        // Parallels as far south as north of the equator have no cone.
        if (lower + upper).abs() < 1e-3 {
            upper += 0.01;
        }
        let (longitude, latitude) = ((west + east) / 2.0, (south + north) / 2.0);
        let words = format!(
            "+proj=aea +lat_1={lower} +lat_2={upper} +lat_0={latitude} +lon_0={longitude} +ellps=GRS80 +units=m"
        );
        let make = |words: &str| Proj::from_proj_string(words).map_err(|_| MapProblem::NotDegrees);
        Ok(Projection { from: make("+proj=longlat +ellps=GRS80")?, to: make(&words)? })
    }

    /// East and north of the map's middle in metres; `None` for a point that has none.
    pub fn metres(&self, (longitude, latitude): (f64, f64)) -> Option<(f64, f64)> {
        let mut point = (longitude.to_radians(), latitude.to_radians(), 0.0);
        transform(&self.from, &self.to, &mut point).ok()?;
        (point.0.is_finite() && point.1.is_finite()).then_some((point.0, point.1))
    }
}

//! The band scale: the n-th of n things → a band of pixels with a gap on both sides.

/// Equal bands from one pixel to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    start: f64,
    step: f64,
    width: f64,
}

impl Band {
    /// `n` bands from pixel `start` to pixel `end`. `gap` is the part of each step that stays empty, 0 to 1; `widest`
    /// limits a band's pixels, so that a single column is no wall.
    pub fn new(n: usize, start: f64, end: f64, gap: f64, widest: f64) -> Self {
        let step = (end - start).max(0.0) / n.max(1) as f64;
        Band { start, step, width: (step * (1.0 - gap)).min(widest) }
    }

    /// From one band's middle to the next.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// Width of a band.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// Middle of the `idx`-th band, from 0.
    pub fn middle(&self, idx: usize) -> f64 {
        self.start + (idx as f64 + 0.5) * self.step
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_share_the_range() {
        let band = Band::new(4, 10.0, 110.0, 0.2, 48.0);
        assert_eq!((band.step(), band.width(), band.middle(0), band.middle(3)), (25.0, 20.0, 22.5, 97.5));
        assert_eq!(Band::new(1, 0.0, 500.0, 0.2, 48.0).width(), 48.0);
        assert_eq!(Band::new(0, 5.0, 0.0, 0.2, 48.0).step(), 0.0);
    }
}

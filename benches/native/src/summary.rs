//! Summaries of the figures of many rounds.

use serde::Serialize;

/// The median and the quartiles.
#[derive(Serialize)]
pub(crate) struct Summary {
    median: f64,
    low: f64,
    high: f64,
}

impl Summary {
    pub(crate) fn of(mut figures: Vec<f64>) -> Self {
        figures.sort_by(f64::total_cmp);
        let [low, median, high] = [1, 2, 3].map(|quarter| figures[(figures.len() - 1) * quarter / 4]);
        Self { median, low, high }
    }
}

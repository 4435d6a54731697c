//! The ratio of times for twice the items.

use std::time::Duration;

use serde::Serialize;

use crate::candidates::Candidate;
use crate::inputs::with_short_items;
use crate::nanoseconds;
use crate::summary::Summary;

/// The core, and the unit of all figures.
const MEASURED: [&str; 2] = ["validate_json", "serde_json, plain structs"];

const HALVES: [usize; 4] = [5, 50, 500, 5000];

/// The time of a candidate for `items` items, as a multiple of its time for half of them.
#[derive(Serialize)]
pub(crate) struct Growth {
    candidate: &'static str,
    items: usize,
    #[serde(flatten)]
    multiple: Summary,
}

pub(crate) fn measure(candidates: &[Candidate], rounds: usize, turn: Duration) -> Vec<Growth> {
    let measured = candidates.iter().filter(|candidate| MEASURED.contains(&candidate.name));
    measured.flat_map(|candidate| HALVES.map(|half| double(candidate, half, rounds, turn))).collect()
}

/// Both sizes run in each round.
fn double(candidate: &Candidate, half: usize, rounds: usize, turn: Duration) -> Growth {
    let texts = [half, half * 2].map(with_short_items);
    let multiples = (0..rounds).map(|_| {
        let [half, whole] = texts.each_ref().map(|text| nanoseconds(turn, || (candidate.run)(text)));
        whole / half
    });
    Growth { candidate: candidate.name, items: half * 2, multiple: Summary::of(multiples.collect()) }
}

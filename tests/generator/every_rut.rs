//! Validates every RUT: all 99,999,999 bodies, each with its check character and with another. Takes minutes.

mod ruts;

use std::num::NonZero;
use std::thread;

use fintoc_preflight::Options;

fn main() {
    let options = Options::new("2026-01-13T12:00:00Z".parse().expect("a time"));
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let count: u64 = thread::scope(|scope| {
        let check = |worker| ruts::check_two((1..100_000_000).skip(worker).step_by(threads), &options);
        let workers: Vec<_> = (0..threads).map(|worker| scope.spawn(move || check(worker))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no difference")).sum()
    });
    // Leading zeros and a sample of all characters.
    let sample = ruts::check_all((1..100_000_000).step_by(9973), &options);
    println!("{count} RUTs with two check characters, {sample} with all: no difference");
}

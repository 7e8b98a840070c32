//! How fast articles are read: end to end (divan), and stage by stage, `cargo bench -p factbox-engine -- stages`.

use factbox_engine::{Day, Gazetteer, Options, read, read_in_stages};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Bytes of the texts: a note, a story, a long read, a report, and the most that the page takes.
const SIZES: [usize; 5] = [1_000, 4_000, 20_000, 200_000, 5_000_000];

/// Invented articles, told one after the other until the size is reached. `bench/speed.mjs` makes the same texts.
fn articles(size: usize) -> String {
    const ARTICLES: &str = include_str!("../../bench/articles.txt");
    let mut text = ARTICLES.repeat(size / ARTICLES.len() + 1);
    text.truncate((0..=size).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0));
    text
}

fn options() -> Options<'static> {
    static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let packed = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../data/gazetteer/gazetteer.bin")).unwrap();
        Gazetteer::unpack(&packed).unwrap()
    });
    static OPEN: LazyLock<Gazetteer<'static>> = LazyLock::new(|| Gazetteer::open(&BYTES).unwrap());
    Options { published: Day::new(2026, 3, 4).ok(), gazetteer: Some(&OPEN), ..Options::default() }
}

#[divan::bench(args = SIZES, min_time = 0.5, max_time = 10)]
fn whole(bencher: divan::Bencher, size: usize) {
    let (text, options) = (articles(size), options());
    bencher.counter(divan::counter::BytesCount::new(size)).bench_local(|| read(divan::black_box(&text), &options));
}

/// The best time of each stage, in order; those of a long text come round again with every stretch.
fn stages(size: usize) -> Vec<(&'static str, Duration)> {
    let (text, options) = (articles(size), options());
    let runs = (2_000_000 / size).clamp(2, 200);
    let mut order = Vec::new();
    let mut best: BTreeMap<&'static str, Duration> = BTreeMap::new();
    for _ in 0..runs {
        let mut start = Instant::now();
        let mut sums = BTreeMap::new();
        let report = read_in_stages(&text, &options, |stage| {
            if !order.contains(&stage) {
                order.push(stage);
            }
            *sums.entry(stage).or_insert(Duration::ZERO) += start.elapsed();
            start = Instant::now();
        });
        for (stage, took) in sums {
            best.entry(stage).and_modify(|least| *least = took.min(*least)).or_insert(took);
        }
        drop(report);
    }
    order.into_iter().map(|stage| (stage, best[stage])).collect()
}

/// One row a stage, one column a size: milliseconds; below, the megabytes a second of the whole and how far the growth is from linear.
fn print_stages() {
    let columns: Vec<_> = SIZES.iter().map(|&size| stages(size)).collect();
    println!("{:<12}{}", "ms", SIZES.map(|size| format!("{size:>12}")).concat());
    // The longest text meets every stage.
    for (stage, _) in &columns[SIZES.len() - 1] {
        let took = |c: &Vec<(&str, Duration)>| c.iter().find(|(s, _)| s == stage).map_or(0.0, |(_, took)| took.as_secs_f64());
        let cells: String = columns.iter().map(|c| format!("{:>12.3}", took(c) * 1e3)).collect();
        println!("{stage:<12}{cells}");
    }
    let totals: Vec<f64> = columns.iter().map(|c| c.iter().map(|(_, took)| took.as_secs_f64()).sum()).collect();
    let line = |cell: &dyn Fn(usize) -> f64| (0..SIZES.len()).map(|i| format!("{:>12.3}", cell(i))).collect::<String>();
    println!("{:<12}{}", "all", line(&|i| totals[i] * 1e3));
    println!("{:<12}{}", "MB/s", line(&|i| SIZES[i] as f64 / 1e6 / totals[i]));
    println!("{:<12}{}", "by 20 kB's", line(&|i| totals[i] / SIZES[i] as f64 / (totals[2] / SIZES[2] as f64)));
}

fn main() {
    if std::env::args().any(|argument| argument == "stages") {
        print_stages();
    } else {
        divan::main();
    }
}

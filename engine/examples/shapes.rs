use factbox_engine::*;
use std::io::Write;
fn main() {
    let src = include_str!("../tests/hostile.rs");
    let body = &src[src.find("for piece in [").unwrap()..];
    let body = &body[..body.find("] {").unwrap()];
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let p = std::fs::read("data/gazetteer/gazetteer.bin").unwrap();
    let b = Gazetteer::unpack(&p).unwrap();
    let g = Gazetteer::open(&b).unwrap();
    let o = Options { gazetteer: Some(&g), ..Options::default() };
    for line in body.lines().skip(1) {
        let piece = line.trim().trim_end_matches(',').trim_matches('"');
        if piece.is_empty() {
            continue;
        }
        let piece = piece
            .replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("\\t", "\t")
            .replace("\\\"", "\"")
            .replace("\\u{301}", "\u{301}")
            .replace("\\u{200d}", "\u{200d}");
        let t = piece.repeat(n / piece.len());
        let s = std::time::Instant::now();
        std::hint::black_box(read(&t, &o));
        let ms = s.elapsed().as_secs_f64() * 1e3;
        if ms > 0.02 * n as f64 / 20.0 {
            println!("{piece:?} {ms:.0} ms");
            std::io::stdout().flush().unwrap();
        }
    }
}

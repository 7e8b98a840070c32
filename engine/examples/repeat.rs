use factbox_engine::*;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let size: usize = a[1].parse().unwrap();
    let n: usize = a[2].parse().unwrap();
    let art = include_str!("../../bench/articles.txt");
    let mut t = art.repeat(size / art.len() + 1);
    t.truncate((0..=size).rev().find(|&x| t.is_char_boundary(x)).unwrap());
    let p = std::fs::read("data/gazetteer/gazetteer.bin").unwrap();
    let b = Gazetteer::unpack(&p).unwrap();
    let g = Gazetteer::open(&b).unwrap();
    let o = Options { published: Day::new(2026, 3, 4).ok(), title: None, gazetteer: Some(&g) };
    let s = std::time::Instant::now();
    for _ in 0..n {
        std::hint::black_box(read(&t, &o));
    }
    println!("{:?} {:.3} MB/s", s.elapsed() / n as u32, (size * n) as f64 / 1e6 / s.elapsed().as_secs_f64());
}

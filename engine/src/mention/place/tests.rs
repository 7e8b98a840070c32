use super::*;

const PACKED: &[u8] = include_bytes!("../../../../data/gazetteer/gazetteer.bin");

fn places(source: &str) -> (Text, Places) {
    let text = Text::new(None, source);
    let gazetteer = Gazetteer::open(PACKED).unwrap();
    let places = find(&text, Some(&gazetteer));
    (text, places)
}

/// Reads JSON Lines of texts from a file and writes the places beside it; for measuring by hand.
#[test]
#[ignore = "a tool for measuring, not a test"]
fn dump() {
    let folder = std::env::var("PLACE_DUMP").unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "txt") {
            let (text, found) = places(&std::fs::read_to_string(&path).unwrap());
            let mut out = String::new();
            for p in &found.list {
                out += &format!(
                    "P\t{}\t{}\t{:?}\t{}\t{}\t{:?}\t{:?}\t{:.2}\t{}\n",
                    p.name,
                    p.written,
                    p.kind,
                    p.country.as_deref().unwrap_or(""),
                    p.admin1.as_deref().unwrap_or(""),
                    p.lat.unwrap_or(-999.0),
                    p.lon.unwrap_or(-999.0),
                    p.confidence,
                    p.alternative.as_deref().unwrap_or("")
                );
            }
            for m in &found.mentions {
                out += &format!("M\t{}\t{}\t{:?}\n", text.words(&m.tokens).replace('\n', " "), m.place, m.form);
            }
            std::fs::write(path.with_extension("out"), out).unwrap();
        }
    }
}

use super::*;
use proptest::prelude::*;
use std::sync::LazyLock;

const PACKED: &[u8] = include_bytes!("../../../data/gazetteer/gazetteer.bin");

fn first<'a>(gazetteer: &Gazetteer<'a>, name: &str) -> Place<'a> {
    let mut key = Key::default();
    name.split(' ').for_each(|w| key.push(w));
    let entry = gazetteer.look_up(key.as_str()).entry.unwrap_or_else(|| panic!("no {name}"));
    let mut places = entry.values().filter_map(|(id, _)| gazetteer.place(id));
    places.find(|p| matches!(p.kind, PlaceKind::City | PlaceKind::Country)).unwrap()
}

#[test]
fn a_city_has_its_region_country_and_point() {
    let g = built_in();
    let lima = first(&g, "Lima");
    assert_eq!((lima.kind, g.country_code(lima.country.unwrap())), (PlaceKind::City, Some("PE")));
    assert!((lima.lat + 12.05).abs() < 0.1 && (lima.lon + 77.04).abs() < 0.1, "{lima:?}");
    assert!(lima.capital && lima.prominence > 5e6);
    let kherson = first(&g, "Izmail");
    let region = kherson.region.unwrap();
    assert_eq!(g.region_code(region).as_deref(), Some("UA-51"));
    assert_eq!(g.place(g.region_place(region).unwrap()).unwrap().name, "Odesa");
}

#[test]
fn the_capital_city_and_the_region_around_it_are_two_regions() {
    let g = built_in();
    let entry = g.look_up("kyiv").entry.unwrap();
    let places: Vec<_> = entry.values().filter_map(|(id, _)| g.place(id)).collect();
    let codes: Vec<_> = places
        .iter()
        .filter(|p| p.country.and_then(|c| g.country_code(c)) == Some("UA"))
        .filter_map(|p| g.region_code(p.region?))
        .collect();
    assert!(codes.contains(&"UA-30".into()) && codes.contains(&"UA-32".into()), "{codes:?}");
}

#[test]
fn capitals_and_second_cities_are_those_of_the_atlas() {
    let g = built_in();
    for (country, capital, second) in
        [("Turkey", "Ankara", "Ankara"), ("Egypt", "Cairo", "Alexandria"), ("Ukraine", "Kyiv", "Kharkiv")]
    {
        let number = first(&g, country).country.unwrap();
        assert_eq!(g.place(g.capital(number).unwrap()).unwrap().name, capital);
        assert_eq!(g.place(g.second_city(number).unwrap()).unwrap().name, second);
    }
}

#[test]
fn every_country_has_a_point_and_a_code_of_two_letters() {
    let g = built_in();
    for number in 0..g.countries as u8 {
        let code = g.country_code(number).unwrap();
        assert!(code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()));
        assert!(g.place(g.country_place(number).unwrap()).is_some_and(|p| p.kind == PlaceKind::Country && !p.name.is_empty()));
    }
}

#[test]
fn every_place_and_every_key_can_be_read() {
    let g = built_in();
    for i in 0..g.places {
        let place = g.place(PlaceId(i as u32)).unwrap_or_else(|| panic!("place {i}"));
        assert!(place.lat.abs() <= 90.0 && place.lon.abs() <= 180.0 && !place.name.is_empty());
    }
    assert!(g.look_up("buenos").longer && g.look_up("buenos").entry.is_none() && !g.look_up("reykjavik").longer);
    assert!(g.look_up("").entry.is_none() && g.look_up("zzzz").entry.is_none());
}

#[test]
fn names_that_are_words_or_given_names_are_marked() {
    let g = built_in();
    assert!(g.look_up("reading").entry.unwrap().is_common_word());
    assert!(g.look_up("jordan").entry.unwrap().is_given_name());
    assert!(!g.look_up("turkey").entry.unwrap().is_common_word());
}

#[test]
fn other_files_are_refused() {
    assert!(Gazetteer::open(b"").is_err());
    assert!(Gazetteer::open(b"FBXG").is_err());
    assert!(Gazetteer::open(PACKED).is_err());
    assert!(Gazetteer::unpack(b"").is_err());
    assert!(Gazetteer::unpack(&PACKED[1..]).is_err());
    assert!(Gazetteer::unpack(&PACKED[..PACKED.len() - 1]).is_err());
}

#[test]
fn towns_units_islands_and_english_names_are_there() {
    let g = built_in();
    let known =
        [("Peniche", "PT"), ("Joshimath", "IN"), ("Patras", "GR"), ("Rønne", "DK"), ("Lampedusa", "IT"), ("Bardera", "SO")];
    for (name, country) in known {
        let place = first(&g, name);
        assert_eq!(place.country.and_then(|c| g.country_code(c)), Some(country), "{name}");
    }
    for name in ["Reasi", "Naitasiri", "Lamar County", "El Hierro", "Banda Sea"] {
        let mut key = Key::default();
        name.split(' ').for_each(|w| key.push(w));
        assert!(g.look_up(key.as_str()).entry.is_some(), "{name}");
    }
}

/// Reads much of a gazetteer, whatever it holds.
fn exercise(bytes: &[u8]) {
    let Ok(g) = Gazetteer::open(bytes) else { return };
    for key in ["", "a", "kyiv", "san jose", "new york", "zw", "us", "al", "m", "~"] {
        if let Some(entry) = g.look_up(key).entry {
            for (id, _) in entry.values() {
                if let Some(p) = g.place(id) {
                    let _ = (
                        p.region.and_then(|r| g.region_code(r)),
                        p.country.and_then(|c| g.capital(c)),
                        p.region.map(|r| g.region_type(r)),
                    );
                }
            }
        }
    }
    for i in [0, 1, 249, 4000, 53_000, u32::MAX] {
        let _ = g.place(PlaceId(i));
    }
}

static UNPACKED: LazyLock<Vec<u8>> = LazyLock::new(|| Gazetteer::unpack(PACKED).unwrap());

/// A byte of a file: half of the time one of its head.
fn position() -> impl Strategy<Value = usize> {
    prop_oneof![0..200usize, 0..PACKED.len()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes_never_panic(flips in prop::collection::vec((position(), any::<u8>()), 1..8)) {
        let mut bytes = UNPACKED.clone();
        flips.iter().for_each(|&(at, value)| bytes[at] = value);
        exercise(&bytes);
    }

    #[test]
    fn random_key_blocks_never_panic(noise in prop::collection::vec(any::<u8>(), 64), block in 0usize..1900) {
        let g = Gazetteer::open(&UNPACKED).unwrap();
        let mut bytes = UNPACKED.clone();
        let base = g.section(Section::KeyText).as_ptr() as usize - UNPACKED.as_ptr() as usize;
        let at = base + (block * 251) % (g.section(Section::KeyText).len() - noise.len());
        bytes[at..at + noise.len()].copy_from_slice(&noise);
        exercise(&bytes);
    }

    #[test]
    fn any_look_up_returns(key in "\\PC{0,40}") {
        let mut folded = Key::default();
        folded.push(&key);
        let _ = built_in().look_up(folded.as_str());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes_of_the_packed_file_never_panic(flips in prop::collection::vec((position(), any::<u8>()), 1..8)) {
        let mut bytes = PACKED.to_vec();
        flips.iter().for_each(|&(at, value)| bytes[at] = value);
        if let Ok(bytes) = Gazetteer::unpack(&bytes) {
            exercise(&bytes);
        }
    }
}

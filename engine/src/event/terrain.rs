//! Terrain: nouns for a place or a part of one.

/// Nouns that lead to a place by "of": "the outskirts of Kelm".
const PLACE_NOUNS: &[&str] = &[
    "city",
    "town",
    "village",
    "villages",
    "district",
    "districts",
    "province",
    "region",
    "state",
    "suburb",
    "port",
    "outskirts",
    "edge",
    "centre",
    "center",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "island",
    "part",
    "parts",
    "area",
    "areas",
    "coast",
    "suburbs",
    "heart",
    "neighbourhood",
    "neighborhood",
    "municipality",
    "governorate",
    "county",
    "streets",
    "desert",
    "border",
    "mountains",
    "hills",
    "valley",
    "forest",
    "quarter",
    "half",
    "estate",
    "frontier",
    "rubble",
    "ruins",
    "short",
    "sky",
    "skies",
    "bank",
    "middle",
    "slope",
    "slopes",
    "foothills",
    "foot",
    "summit",
    "shore",
    "shores",
    "mouth",
    "tip",
    "waters",
    "countryside",
    "vicinity",
    "periphery",
    "fringes",
    "section",
    "stretch",
    "sector",
    "commune",
    "township",
    "hamlet",
    "settlement",
    "territory",
    "department",
    "prefecture",
    "canton",
    "islands",
    "peninsula",
    "slum",
    "archipelago",
    "community",
    "locality",
    "parish",
    "ward",
    "upazila",
    "tehsil",
    "barangay",
    "borough",
    "block",
    "north-east",
    "north-west",
    "south-east",
    "south-west",
    "upstream",
    "downstream",
    "departments",
    "provinces",
    "regions",
    "states",
    "counties",
    "towns",
    "cities",
    "roads",
    "municipalities",
    "communes",
    "hamlets",
    "peak",
    "surroundings",
    "environs",
];

/// Land and dwellings that are struck without being things of use.
const STRUCK_LAND: &[&str] = &[
    "cave",
    "caves",
    "hideout",
    "hideouts",
    "villages",
    "hamlets",
    "hectares",
    "acres",
    "farmland",
    "woodland",
    "cropland",
    "shed",
    "sheds",
    "streets",
    "neighbourhoods",
    "neighborhoods",
];

/// Ways that lead to a place.
const ROADS: &[&str] = &["road", "highway", "route", "motorway", "railway", "track", "line"];

/// Land or dwellings that are struck without being things of use: "300 hectares", "caves".
pub fn is_struck_land(key: &str) -> bool {
    STRUCK_LAND.contains(&key)
}

/// A way that leads to a place: "the road to Kelm".
pub fn is_road(key: &str) -> bool {
    ROADS.contains(&key)
}

/// A noun for a place or a part of one.
pub fn is_place_noun(key: &str) -> bool {
    PLACE_NOUNS.contains(&key)
}

/// What goes along a road, or lies along it.
pub fn goes_by_road(key: &str) -> bool {
    const ALONG: &[&str] = &[
        "convoy", "bus", "minibus", "car", "truck", "lorry", "vehicle", "vehicles", "coach", "van", "taxi", "tanker", "pipeline",
        "patrol", "stretch", "area",
    ];
    ALONG.contains(&key)
}

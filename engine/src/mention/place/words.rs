//! Word lists of the place stage. All in lower case.

use super::sieve::among;
pub(super) use super::sieve::contains;

/// What a type word asks of the name beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Want {
    /// No type word.
    Any,
    /// City, town, village, camp.
    City,
    /// First-level region.
    Region,
    /// Second-level unit, or a quarter of a city.
    District,
    /// Country.
    Country,
    /// Part of the land or sea: mountain, lake, island.
    Land,
    /// Airport, bridge, dam.
    Works,
}

const CITY: &str = "city town village hamlet settlement township municipality cities towns villages";
const REGION: &str = "region oblast province governorate state krai regions oblasts provinces governorates states prefecture \
     prefectures";
const DISTRICT: &str = "district raion county subdistrict neighbourhood neighborhood suburb quarter districts neighbourhoods \
     neighborhoods suburbs counties commune ward woreda tehsil territory lga subcounty sub-county sub-district parish regency \
     upazila canton locality okrug rayon cercle mandal taluk taluka barangay";
const CAMP: &str = "camp camps";
const COUNTRY: &str = "country nation republic kingdom archipelago";

/// What a type word asks for, if it is one.
pub(super) fn type_word(word: &str) -> Option<Want> {
    if among!(CITY, word) || among!(CAMP, word) {
        Some(Want::City)
    } else if among!(REGION, word) || word == "department" {
        Some(Want::Region)
    } else if among!(DISTRICT, word) {
        Some(Want::District)
    } else if among!(COUNTRY, word) {
        Some(Want::Country)
    } else {
        None
    }
}

/// Type words of settlements and quarters, behind which or before which an unknown name is a place all the same.
pub(super) fn names_unknown(word: &str) -> bool {
    among!(
        "village hamlet town settlement township district neighbourhood neighborhood suburb quarter raion camp commune lga tehsil taluk \
     subcounty sub-county sub-district barangay upazila taluka mandal woreda municipality locality ward county parish cercle regency",
        word,
    )
}

/// Words of bodies that are called after what they do: "Fire Protection District", "Municipal Utility District".
pub(super) fn is_duty(word: &str) -> bool {
    among!(
        "fire protection utility water sewer school police health irrigation electoral judicial congressional legislative assembly postal \
     recreation conservation retirement emergency transit park management",
        word,
    )
}

/// True for a word of a faith or those who hold it.
pub(super) fn is_faith(word: &str) -> bool {
    among!(
        "sunni sunnis shia shiite shiites shias muslim muslims christian christians hindu hindus jew jews jewish catholic catholics \
     protestant protestants islamist islamists islamic sikh sikhs buddhist buddhists alawite alawites druze orthodox copts coptic",
        word,
    )
}

/// Words of many countries for a village or a quarter, which stand before its name without "of": "barangay Norvika", "tambon Norvika".
pub(super) fn begins_village(word: &str) -> bool {
    among!(
        "tambon barangay brgy sitio purok kampung kampong desa kelurahan vereda corregimiento aldea colonia kebele woreda mouza mauza gampong \
     commune locality township village hamlet",
        word,
    )
}

/// Nouns of a raid from afar, which takes a place: "the strike on Norvika", "the shelling of Norvika".
pub(super) fn is_raid(word: &str) -> bool {
    among!("strike strikes airstrike airstrikes raid raids shelling bombardment bombing", word)
}

/// Words of a stretch of land around a town whose name it bears: "the Norvika area".
pub(super) fn is_surroundings(word: &str) -> bool {
    among!("area sector junction crossing corridor", word)
}

/// Words for a way between two towns: "the Norvika-Norvitsa road".
pub(super) fn is_way(word: &str) -> bool {
    among!("road highway motorway expressway route axis railway line stretch bypass", word)
}

/// Parts of the land, behind which an unknown name with an article is a place: "the Norvika valley".
pub(super) fn is_landscape(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
        && among!(
            "valley forest forests division area hills mountains desert plateau junction crossing gorge plain sector corridor basin delta ridge canyon heights wetland marshes \
     woods jungle steppe highlands lowlands",
            word,
        )
}

/// What follows the comma behind a place: "Norvika, south of the lake".
pub(super) fn leads_on_map(word: &str) -> bool {
    among!("in near north south east west northeast northwest southeast southwest outside about some just roughly around", word)
}

/// Movements and bodies whose names begin with an article as places do.
pub(super) fn is_movement(name: &str) -> bool {
    among!("qaeda qaida shabaab shabab nusra jazeera arabiya aqsa azhar quds mourabitoun", name)
}

/// Plural type words, which a list of names shares.
pub(super) fn is_plural_type(word: &str) -> bool {
    word.len() > 5 && (word.ends_with('s') || word.ends_with('S')) && type_word(word).is_some()
}

/// Titles and ranks before a person's name.
const TITLES: &str = "mr mrs ms miss dr sir lord lady dame prof professor president minister chancellor general gen colonel col \
     captain capt major maj lieutenant lt sergeant sgt private corporal admiral commander brigadier marshal sheikh \
     imam ayatollah pope father sister brother bishop rabbi judge justice senator sen congressman congresswoman \
     representative rep governor gov mayor secretary ambassador officer constable inspector detective king queen \
     prince princess emir sultan chief spokesman spokeswoman coach activist";

/// Words of kin, behind which a name is a person's.
pub(super) fn is_kin(word: &str) -> bool {
    among!(
        "brother sister cousin wife husband son daughter mother father uncle aunt nephew niece grandson granddaughter grandmother \
         grandfather twin fiancee girlfriend boyfriend baby",
        word,
    )
}

/// True for a title or rank.
pub(super) fn is_title(word: &str) -> bool {
    among!(TITLES, word)
}

/// Words before a name that make it the name of something else: "Café Damascus", "the frigate Bombay", "University of Ghent".
const NOT_A_PLACE_BEFORE: &str = "café cafe hotel restaurant bar pub fc dynamo dinamo spartak sporting real atletico inter uss hms mv frigate \
     ship tanker vessel destroyer corvette submarine freighter trawler ferry battleship cruiser liner yacht steamer steamship \
     operation codenamed brigade battalion radio company firm";

/// True for a word that makes the name behind it no place.
pub(super) fn spoils_before(word: &str) -> bool {
    among!(NOT_A_PLACE_BEFORE, word)
}

/// Heads of organisations that take "of X".
pub(super) fn is_body_of(word: &str) -> bool {
    among!("university bank institute college academy ministry duke duchess earl bishop archbishop treaty merchant", word)
}

/// Words behind a name that make it the name of a newspaper, a street, a club, a treaty or a firm.
const NOT_A_PLACE_AFTER: &str = "post times herald tribune journal gazette chronicle telegraph mirror observer voice sun star examiner courier dispatch inquirer sentinel street avenue road lane boulevard drive parkway terrace crescent ave blvd rd united \
     fc rovers wanderers airlines airways convention conventions accord accords agreement agreements treaty \
     protocol declaration memorandum marathon film festival consensus syndrome brigade brigades battalion regiment \
     cup prize wire news club records motors oil energy pharmaceuticals";

/// A military unit: "the Azov brigade".
fn is_unit(word: &str) -> bool {
    among!("brigade brigades battalion battalions regiment regiments", word)
}

/// True for a word that makes the name before it no place: a unit, or one of the list with a capital.
pub(super) fn spoils_after(word: &str) -> bool {
    is_unit(word) || word.starts_with(char::is_uppercase) && among!(NOT_A_PLACE_AFTER, word)
}

/// Capitalised words that may stand before a place name without being part of it.
const HARMLESS_BEFORE: &str = "northern southern eastern western central north south east west north-eastern north-western south-eastern \
     south-western northeast northwest southeast southwest greater downtown inner outer upper lower mainland rural \
     old occupied january february march april may june july august september october november december monday \
     tuesday wednesday thursday friday saturday sunday christmas nato un i province region state city district \
     county port hospital airport station";

/// True for a capitalised word that says nothing against the place name behind it.
pub(super) fn harmless_before(word: &str) -> bool {
    among!(HARMLESS_BEFORE, word)
}

/// Compass words that may begin a name in small letters: "southern Lebanon".
pub(super) fn is_compass(word: &str) -> bool {
    among!("northern southern eastern western central north south east west lower upper", word)
}

/// Words before a name that speak for a place.
const PLACE_PREPOSITIONS: &str = "in above below via near at from outside around over across inside towards toward into to on off beyond between \
     of through throughout against reach reached leaving left within hit struck targeted bombed shelled";

/// True for a preposition or verb that takes a place.
pub(super) fn takes_place(word: &str) -> bool {
    among!(PLACE_PREPOSITIONS, word)
}

/// Words between two places that are close to each other: "Arbat, a village near Sulaymaniyah".
pub(super) fn says_near(word: &str) -> bool {
    among!("near outside km kilometres kilometers miles close", word)
}

/// True for a unit of length on the map.
pub(super) fn is_measure(word: &str) -> bool {
    among!("km kms kilometre kilometres kilometer kilometers mile miles", word)
}

/// Nouns that say of what a possessor is the place: "Tripoli, Lebanon’s second city".
pub(super) fn heads_apposition(word: &str) -> bool {
    type_word(word).is_some() || among!("capital port hub stronghold capitals", word)
}

/// Nouns that a place name before them says more about: "Kyiv residents".
const MODIFIED: &str = "residents resident officials official authorities police prosecutors government forces troops soldiers army \
     military war conflict truce ceasefire talks summit officer mayor governor council administration airport \
     hospital hospitals university port metro streets skyline suburbs border frontline front peace crisis policy \
     sanctions embassy bureau office court parliament ministry envoy delegation correspondent native citizens \
     families students school schools market station plant refinery bridge prison church mosque zoo museum stadium";

/// True for a noun that a place name before it says more about.
pub(super) fn is_modified_noun(word: &str) -> bool {
    among!(MODIFIED, word)
}

/// Small words that may stand between a place and the one it lies in: "Izmail, in the far south of Ukraine".
pub(super) fn links_container(word: &str) -> bool {
    among!(
        ", in the far part of ’s 's northern southern eastern western central north south east west northeastern \
     northwestern southeastern southwestern north-eastern north-western south-eastern south-western northeast \
     northwest southeast southwest neighbouring neighboring rural border coastal remote restive occupied",
        word,
    )
}

/// Words between an adjective or possessive and the name it places: "the Russian border city of Belgorod".
pub(super) fn links_contained(word: &str) -> bool {
    type_word(word).is_some()
        || links_container(word)
        || among!(
            "of border port capital coastal mountainous second-largest largest frontline front-line mining resort historic \
     ancient industrial and provincial regional",
            word,
        )
}

/// Words that open a sentence with a capital and are no part of a name.
const OPENERS: &str = "the a an this that these those each every one two three another his her their its our my no in on at near from \
     by for with after before during since until while when where as and but or if both all some many most other \
     several officials police residents authorities inside outside across around only even meanwhile yesterday today later earlier now then still soon neighbouring neighboring nearby although because what which who entire \
     whole";

/// True for a word that opens a sentence and is no part of a name.
pub(super) fn is_opener(word: &str) -> bool {
    among!(OPENERS, word)
}

/// Words that begin the name of a part of the land.
pub(super) fn begins_landform(word: &str) -> bool {
    among!("mount lake river cape isla isle mt mont monte volcan cerro nevado", word)
}

/// Words that end the name of a part of the land or of a work, with a capital or without.
pub(super) fn ends_landform(word: &str) -> Option<Want> {
    const LAND: &str = "island islands islet atoll peninsula river creek sea bay gulf strait lagoon reef volcano mountains pass glacier valley beach";
    const QUARTER: &str = "favela slum barrio borough barangay enclave estate shantytown";
    const WORKS: &str = "airport airfield airbase bridge dam tunnel highway motorway interchange checkpoint junction crossroads";
    if among!(LAND, word) {
        Some(Want::Land)
    } else if among!(QUARTER, word) {
        Some(Want::District)
    } else {
        among!(WORKS, word).then_some(Want::Works)
    }
}

/// Prepositions that lead to a name which another place is said to hold.
pub(super) fn leads_to_place(word: &str) -> bool {
    among!("in at near outside from off between around inside into to towards toward of across through on", word)
}

/// Prepositions that lead to a place even where nothing is said to hold it.
pub(super) fn leads_into_place(word: &str) -> bool {
    among!("in near outside around inside off between above below", word)
}

/// Words before "city of Norvia" that make it a city in there.
pub(super) fn is_superlative(word: &str) -> bool {
    among!("largest biggest main oldest holiest southernmost northernmost easternmost westernmost second third", word)
        || word.ends_with("-largest")
        || word.ends_with("-biggest")
}

/// Events whose names begin with where they were: "the Kelm Flood".
pub(super) fn is_named_event(word: &str) -> bool {
    among!(
        "flood fire earthquake massacre disaster bombing bombings riot riots explosion crash tornado siege uprising mutiny avalanche \
     derailment eruption landslide raid shooting attack attacks murders hijacking",
        word,
    )
}

/// Words for a part of a city.
pub(super) fn is_quarter(word: &str) -> bool {
    among!("neighborhood neighbourhood quarter suburb borough ward barrio", word)
}

/// Ends of the names of public bodies.
pub(super) fn is_authority(word: &str) -> bool {
    among!(
        "agency service services department commission authority administration bureau office division patrol police court",
        word,
    )
}

/// Plural words for streets, which two names share: "near Kelm and Norvin roads".
pub(super) fn are_streets(word: &str) -> bool {
    among!("roads streets avenues drives boulevards lanes", word)
}

/// Offices told behind the name of who holds them: "Ann Norvin, the governor".
pub(super) fn is_office(word: &str) -> bool {
    among!(
        "governor mayor minister spokesman spokeswoman spokesperson president chairman chairwoman director commander secretary officer \
     official ambassador senator lawmaker",
        word,
    )
}

/// Verbs of which a place is the object.
pub(super) fn is_attack_verb(word: &str) -> bool {
    among!(
        "attacked raided shelled bombed stormed struck hit targeted pounded seized captured entered reached overran besieged flooded \
     devastated flattened buried invaded jolted rocked shook attack attacks raid raids shell bomb bombs storm strike strikes hits \
     targets pounds seize seizes capture captures rocks shakes jolts batters battered",
        word,
    )
}

/// Words that go on with the sentence behind a place.
pub(super) fn goes_on_behind_place(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
        && among!(
            "and or but on in at near when while as after before during by with since where which who late early overnight \
     yesterday today tonight last this killing wounding injuring leaving destroying damaging was were is are has have had \
     left killed died from to until amid following for because",
            word,
        )
}

/// True for a word of a sentence that tells of harm or an event.
pub(super) fn tells_of_harm(word: &str) -> bool {
    const STEMS: &[&str] = &[
        "kill",
        "wound",
        "injur",
        "attack",
        "explo",
        "bomb",
        "shell",
        "shoot",
        "stab",
        "drown",
        "capsiz",
        "collaps",
        "landslide",
        "mudslide",
        "flood",
        "earthquake",
        "aftershock",
        "erupt",
        "abduct",
        "kidnap",
        "ambush",
        "clash",
        "crash",
        "derail",
        "airstrike",
        "displac",
        "evacuat",
        "destroy",
        "damag",
        "gunm",
        "militant",
        "casualt",
        "wildfire",
        "tornado",
        "cyclone",
        "typhoon",
        "hurricane",
        "massacre",
        "overturn",
        "detonat",
        "avalanche",
        "torch",
        "behead",
        "burn",
        "torpedo",
        "shrapnel",
        "grenade",
        "gunfire",
        "battl",
        "riot",
        "lynch",
        "airlift",
        "stampede",
        "poison",
        "trampl",
        "collid",
        "rebel",
    ];
    const WORDS: &str = "dead died dies dying death deaths blast blasts strike strikes struck hit hits fire fires quake raid raided raids \
     shot burned burnt happened occurred storm sank sinking missing trapped buried lynched beaten mine missile missiles rocket rockets drone drones lightning \
     bullets burst blew arson debris rubble felled landfall erupted spill spilled leak quakes";
    let lower = word.to_ascii_lowercase();
    STEMS.iter().any(|s| lower.starts_with(s)) || among!(WORDS, &lower)
}

/// Words of a name that make it no place: days and feasts, tongues and faiths, bodies, media, firms, houses, events.
pub(super) fn is_never_place(word: &str) -> bool {
    const DAYS: &str = "january february march april may june july august september october november december monday tuesday wednesday \
     thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan eid diwali \
     ashura muharram hajj passover hanukkah nowruz lent thanksgiving halloween holi tet songkran";
    const SPEECH: &str = "arabic hebrew farsi urdu hindi pashto swahili mandarin tagalog bengali tamil latin islam christianity judaism \
     whatsapp telegram facebook twitter instagram youtube tiktok reuters interpol haaretz google tesla toyota boeing airbus \
     bible quran koran covid";
    const BODIES: &str = "hospital clinic university college school academy institute ministry department agency authority army navy force \
     forces guard guards police party movement front council committee commission court parliament congress senate house assembly \
     union federation association foundation company corporation corp inc ltd llc group bank church mosque temple cathedral \
     monastery synagogue shrine hotel mall tower towers plaza stadium arena theatre theater cinema museum station market \
     bazaar supermarket factory plant refinery mill prison jail park zoo centre center office building club team league cup \
     games championship act bill law treaty accord pact constitution war battle day week festival summit conference report \
     prize award news press radio tv television media network service services express airlines airways flight ship boat";
    is_faith(word) || among!(DAYS, word) || among!(SPEECH, word) || among!(BODIES, word)
}

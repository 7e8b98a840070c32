//! The gazetteer that the command line carries.

use factbox_engine::Gazetteer;
use std::sync::LazyLock;

/// The packed gazetteer: `Some(include_bytes!("../../data/gazetteer/gazetteer.bin"))` once the file is there.
const PACKED: Option<&[u8]> = Some(include_bytes!("../../data/gazetteer/gazetteer.bin"));

/// The built-in gazetteer; none where the program was built without one, and then no place is resolved.
///
/// # Panics
/// Where the built-in file is damaged, which a test of the build shows.
pub fn gazetteer() -> Option<&'static Gazetteer<'static>> {
    static BYTES: LazyLock<Option<Vec<u8>>> =
        LazyLock::new(|| PACKED.map(|bytes| Gazetteer::unpack(bytes).expect("the built-in gazetteer is whole")));
    static OPEN: LazyLock<Option<Gazetteer<'static>>> =
        LazyLock::new(|| BYTES.as_deref().map(|bytes| Gazetteer::open(bytes).expect("the built-in gazetteer is whole")));
    OPEN.as_ref()
}

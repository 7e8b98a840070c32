//! The gazetteer: every place the reading knows, in one packed file.

use std::fmt;

/// A packed gazetteer, read in place.
#[derive(Debug, Clone, Copy)]
pub struct Gazetteer<'a> {
    _bytes: &'a [u8],
}

/// Why a file is no gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GazetteerError(&'static str);

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the gazetteer file is damaged: {}; load the page again", self.0)
    }
}

impl std::error::Error for GazetteerError {}

impl<'a> Gazetteer<'a> {
    /// Opens a packed gazetteer without copying it.
    ///
    /// # Errors
    /// Where the bytes are not a gazetteer of this version.
    pub fn open(bytes: &'a [u8]) -> Result<Gazetteer<'a>, GazetteerError> {
        Ok(Gazetteer { _bytes: bytes })
    }
}

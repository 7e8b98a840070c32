//! Quotations: which tokens stand in quotation marks.

use super::{Token, Tokens};

/// A quotation; its marks are outside `tokens`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The quoted tokens.
    pub tokens: Tokens,
    /// True where the quotation goes on from the paragraph before, without a closing mark there.
    pub continues: bool,
    /// True where a closing mark ends it; a quotation that goes on in the next paragraph has none.
    pub closed: bool,
}

pub(super) fn find(_source: &str, _tokens: &[Token]) -> Vec<Quote> {
    Vec::new()
}

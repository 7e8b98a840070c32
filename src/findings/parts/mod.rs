//! Small pieces that several panels share. None of them holds state.

pub mod certainty;
pub mod copying;
pub mod fact;
pub mod linking;
pub mod names;

//! Frames: who did what to whom, read by a shallow parse and a table of predicates.

pub mod tagger;

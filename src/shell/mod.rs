//! The page before an answer and around it: the paste box, and the foot.

mod foot;
mod input;

pub use foot::{foot, open};
pub use input::input;

//! Does this message repeat something known? Claims and their clarifications, found again through rewording.

mod claim;
mod index;
mod stem;
mod terms;

pub use claim::{Claim, Claims, Found};
pub(crate) use index::Room;
pub use index::{Hit, Index, IndexBuilder, Searcher};
pub use terms::Terms;
pub(crate) use terms::WordTerms;

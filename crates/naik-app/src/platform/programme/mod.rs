//! Six months of mentoring, as people do it: one file a subject.

pub mod decide;
pub mod evidence;
pub mod hand_over;
pub mod own_books;
pub mod size;
pub mod standing;
pub mod week;

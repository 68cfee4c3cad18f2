//! Six months of mentoring, as people do it: one file a subject.

pub mod growth;

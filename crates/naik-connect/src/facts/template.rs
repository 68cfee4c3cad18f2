//! The file that `naikkelas facts init` writes.

use naik_core::lang::Lang;

/// A facts file to fill in, with an explanation beside each field; it reads without a notice as it is.
pub fn template(lang: Lang) -> String {
    match lang {
        Lang::Id => include_str!("../../data/facts.id.toml"),
        Lang::Jv => include_str!("../../data/facts.jv.toml"),
        Lang::En => include_str!("../../data/facts.en.toml"),
    }
    .to_owned()
}

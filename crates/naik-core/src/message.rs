//! What a person is told: a key and its arguments, put into words by a message file.
//!
//! Engines never write sentences for people. They hand out a [`Message`], and
//! the program's edge looks the key up in the reader's language.

use serde::{Deserialize, Serialize};

/// A sentence for people, still without a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The key in the message files, in kebab-case, such as `photo-too-small`.
    pub key: String,
    /// What the sentence names: pairs of argument name and value.
    pub args: Vec<(String, String)>,
}

impl Message {
    /// A sentence that names nothing.
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            args: Vec::new(),
        }
    }

    /// Adds one thing that the sentence names.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// An error or a finding that a person can meet.
///
/// Each key needs an entry in the message files with the attribute `.hint`,
/// which says what to do next.
pub trait Explain {
    /// The sentence to show.
    fn explain(&self) -> Message;
}

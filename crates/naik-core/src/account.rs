//! People with an account: how they are reached, what they are, where, and what they agreed to.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::message::{Explain, Message};
use crate::phone::WhatsApp;

/// The longest name of a person or a shop, in characters.
pub const NAME_MAX: usize = 80;
/// The shortest password, in characters (NIST SP 800-63B asks for 8 at least; three words are easily 10).
pub const PASSWORD_MIN: usize = 10;
/// The longest password, in characters: longer ones cost time to hash and are no safer.
pub const PASSWORD_MAX: usize = 200;

/// How a person signs in and is reached.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// A telephone number.
    Phone(WhatsApp),
    /// An e-mail address in small letters.
    Email(String),
}

/// The text is neither a telephone number nor an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither a telephone number nor an e-mail address")]
pub struct ContactError;

impl Explain for ContactError {
    fn explain(&self) -> Message {
        Message::new("contact-not-read")
    }
}

impl Contact {
    /// Reads `0812-3456-7890` or `sri@contoh.id`.
    ///
    /// # Errors
    /// When it is neither.
    pub fn parse(text: &str) -> Result<Self, ContactError> {
        let text = text.trim();
        if text.contains('@') {
            return email(text).map(Self::Email).ok_or(ContactError);
        }
        WhatsApp::parse(text)
            .map(Self::Phone)
            .map_err(|_| ContactError)
    }

    /// The one form in which it is compared: digits, or the address in small letters.
    pub fn key(&self) -> &str {
        match self {
            Self::Phone(phone) => phone.digits(),
            Self::Email(email) => email,
        }
    }
}

impl fmt::Display for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Phone(phone) => f.write_str(&phone.local()),
            Self::Email(email) => f.write_str(email),
        }
    }
}

/// One `@`, a name before it, a dotted host after it, nothing invisible; at most 254 characters (RFC 5321 4.5.3.1.3).
fn email(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "._%+-".contains(c))
    };
    let labels: Vec<&str> = host.split('.').collect();
    let good = plain(name)
        && labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
        && text.len() <= 254;
    good.then(|| text.to_ascii_lowercase())
}

/// What a person is in the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Has a shop.
    Owner,
    /// Works for a shop.
    Staff,
    /// Accompanies shops.
    Mentor,
    /// Teaches and reports.
    Volunteer,
    /// Confirms what mentors say.
    Checker,
    /// Answers for a city, a province or the country.
    Manager,
    /// Keeps the system running.
    Admin,
}

impl Role {
    /// All, from the least to the most power.
    pub const ALL: [Self; 7] = [
        Self::Owner,
        Self::Staff,
        Self::Mentor,
        Self::Volunteer,
        Self::Checker,
        Self::Manager,
        Self::Admin,
    ];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Staff => "staff",
            Self::Mentor => "mentor",
            Self::Volunteer => "volunteer",
            Self::Checker => "checker",
            Self::Manager => "manager",
            Self::Admin => "admin",
        }
    }

    /// The role of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == word)
    }
}

/// Where someone works, by the codes of the statistics office: `35.73` lies in `35`, which lies in the country.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Area(String);

/// The text is no code of an area.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no code of an area")]
pub struct AreaError;

impl Explain for AreaError {
    fn explain(&self) -> Message {
        Message::new("area-not-read")
    }
}

impl Area {
    /// The whole country: the empty code.
    pub fn country() -> Self {
        Self(String::new())
    }

    /// Reads `35.73` (a city), `35` (a province) or nothing (the country).
    ///
    /// # Errors
    /// When it is none of these.
    pub fn parse(text: &str) -> Result<Self, AreaError> {
        let two = |part: &str| part.len() == 2 && part.chars().all(|c| c.is_ascii_digit());
        let good = match text.split_once('.') {
            Some((province, city)) => two(province) && two(city),
            None => text.is_empty() || two(text),
        };
        good.then(|| Self(text.to_owned())).ok_or(AreaError)
    }

    /// Its code.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Whether another area is this one or lies in it.
    pub fn holds(&self, other: &Self) -> bool {
        self.0.is_empty()
            || other.0 == self.0
            || other
                .0
                .strip_prefix(&self.0)
                .is_some_and(|rest| rest.starts_with('.'))
    }
}

impl TryFrom<String> for Area {
    type Error = AreaError;

    fn try_from(text: String) -> Result<Self, AreaError> {
        Self::parse(&text)
    }
}

impl From<Area> for String {
    fn from(area: Area) -> Self {
        area.0
    }
}

/// What personal data may be used for (UU PDP 27/2022, article 20: consent per purpose).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To have an account and keep products and kits. No account without it.
    Account,
    /// A mentor may see the shop's products and progress.
    Mentoring,
    /// The shop counts, without its name, in the numbers of its city.
    Statistics,
    /// The shop may be named and shown by its city.
    Showcase,
    /// Messages about tasks and news.
    Messages,
}

impl Purpose {
    /// All, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Account,
        Self::Mentoring,
        Self::Statistics,
        Self::Showcase,
        Self::Messages,
    ];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Account => "service",
            Self::Mentoring => "mentoring",
            Self::Statistics => "statistics",
            Self::Showcase => "gallery",
            Self::Messages => "whatsapp",
        }
    }

    /// The purpose of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.key() == word)
    }
}

/// A name as a person or a shop bears it: trimmed, 1 to [`NAME_MAX`] characters, nothing invisible.
///
/// # Errors
/// When it is empty, too long, or holds control characters or marks that turn the direction of text.
pub fn name(text: &str) -> Result<String, NameError> {
    let text = text.trim();
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    if text.is_empty() {
        Err(NameError::Empty)
    } else if text.chars().count() > NAME_MAX {
        Err(NameError::TooLong)
    } else if text.chars().any(hidden) {
        Err(NameError::Hidden)
    } else {
        Ok(text.to_owned())
    }
}

/// Why a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing was written.
    #[error("the name is empty")]
    Empty,
    /// More than [`NAME_MAX`] characters.
    #[error("the name is longer than {NAME_MAX} characters")]
    TooLong,
    /// Characters that nobody sees.
    #[error("the name holds invisible characters")]
    Hidden,
}

impl Explain for NameError {
    fn explain(&self) -> Message {
        match self {
            Self::Empty => Message::new("name-empty"),
            Self::TooLong => Message::new("name-too-long").with("most", NAME_MAX),
            Self::Hidden => Message::new("name-hidden"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_a_number_or_an_address() {
        let key = |text: &str| Contact::parse(text).map(|c| c.key().to_owned()).ok();
        assert_eq!(key("0812-3456-7890").as_deref(), Some("6281234567890"));
        assert_eq!(key(" Sri@Contoh.ID ").as_deref(), Some("sri@contoh.id"));
        for bad in [
            "",
            "sri",
            "sri@",
            "@contoh.id",
            "sri@contoh",
            "a@b@c.id",
            "sri@contoh.id\nBcc: x@y.z",
            "' OR 1=1 --",
            "<b>@contoh.id",
        ] {
            assert_eq!(key(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_city_lies_in_its_province_and_the_country() {
        let area = |code: &str| Area::parse(code).unwrap();
        assert!(Area::country().holds(&area("35.73")));
        assert!(area("35").holds(&area("35.73")));
        assert!(area("35.73").holds(&area("35.73")));
        assert!(!area("35.73").holds(&area("35.78")));
        assert!(!area("35.73").holds(&area("35")));
        assert!(!area("35").holds(&Area::country()));
        for bad in ["3", "35.", "35.7", "35.733", "../..", "3a"] {
            assert!(Area::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_name_is_what_can_be_seen() {
        assert_eq!(name("  Bu Sri "), Ok("Bu Sri".to_owned()));
        assert_eq!(name(" \n"), Err(NameError::Empty));
        assert_eq!(name(&"a".repeat(81)), Err(NameError::TooLong));
        assert_eq!(name("Sri\u{202e}irS"), Err(NameError::Hidden));
        assert_eq!(name("Sri\0"), Err(NameError::Hidden));
    }
}

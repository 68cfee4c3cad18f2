//! QRIS: the payment code on a shop's counter, read into what it says, and written again with an amount.
//!
//! The money goes where the printed code sends it. A code with an amount is no proof of payment: nobody tells us
//! whether it was paid, and nothing here may say so.

mod amount;
mod photo;
mod picture;
mod tlv;

use naik_core::message::{Explain, Message};

pub use amount::CEILING;
pub use photo::{Gray, PIXELS_MOST, read};
pub use picture::svg;
pub use tlv::Field;

/// The longest payload that is read, in bytes; a QR code holds less than 3 000.
const LONGEST: usize = 3_000;

/// Whether a code stands for many payments or for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initiation {
    /// A printed code: the payer types the amount.
    Static,
    /// A code for one payment, with its amount.
    Dynamic,
}

/// An account that the money goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its field, 26 to 45, or 51 for the national register.
    pub id: u8,
    /// Who keeps it, as a reversed domain: `ID.CO.QRIS.WWW`.
    pub network: String,
    /// The merchant's number there: in field 51 the NMID.
    pub merchant: Option<String>,
    /// The merchant's size as it was registered: `UMI`, `UKE`, `UME`, `UBE`, `URE`.
    pub criteria: Option<String>,
}

/// What a payment code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    fields: Vec<Field>,
    /// Printed or made for one payment; codes that don't say count as printed.
    pub initiation: Initiation,
    /// Where the money goes, by field.
    pub accounts: Vec<Account>,
    /// What kind of shop it is, four digits (ISO 18245).
    pub category: Option<String>,
    /// The currency's number in ISO 4217: `360` is rupiah.
    pub currency: Option<String>,
    /// The amount as written, where there is one.
    pub amount: Option<String>,
    /// The country in two letters.
    pub country: Option<String>,
    /// The merchant's name.
    pub name: Option<String>,
    /// The merchant's city.
    pub city: Option<String>,
    /// The name in the merchant's own script, where there is one.
    pub local_name: Option<String>,
}

/// Why a text is not a payment code that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QrisError {
    /// There is no code on a photo.
    #[error("there is no code on the photo")]
    NoCode,
    /// There is one on a photo, but it can't be read.
    #[error("the code on the photo can't be read")]
    Blurred,
    /// It does not start as every payment code does.
    #[error("this is no payment code")]
    NotPayment,
    /// A field is cut off or not numbered.
    #[error("the code is damaged at character {0}")]
    Damaged(usize),
    /// A field stands twice.
    #[error("field {0} stands twice")]
    Twice(String),
    /// The check sum does not fit.
    #[error("the check sum is {found}, and should be {wanted}")]
    Checksum {
        /// As written.
        found: String,
        /// As computed.
        wanted: String,
    },
    /// It was made for one payment.
    #[error("the code is for one payment only")]
    Dynamic,
    /// It belongs to another country.
    #[error("the code is from {0}")]
    Country(String),
    /// It is in another currency.
    #[error("the code is in currency {0}")]
    Currency(String),
    /// It names no account that QRIS knows.
    #[error("the code names no account")]
    NoAccount,
    /// The amount is nothing.
    #[error("the amount is 0")]
    Zero,
    /// The amount is above what QRIS carries at once.
    #[error("the amount is above {CEILING}")]
    Ceiling,
    /// It does not fit into a picture.
    #[error("the code is too long for a picture")]
    TooLong,
}

impl Explain for QrisError {
    fn explain(&self) -> Message {
        match self {
            Self::NoCode => Message::new("qris-no-code"),
            Self::Blurred => Message::new("qris-blurred"),
            Self::NotPayment => Message::new("qris-not-payment"),
            Self::Damaged(at) => Message::new("qris-damaged").with("at", at),
            Self::Twice(_) => Message::new("qris-twice"),
            Self::Checksum { .. } => Message::new("qris-checksum"),
            Self::Dynamic => Message::new("qris-dynamic"),
            Self::Country(country) => {
                Message::new("qris-country").with("country", crate::clean::quote(country))
            }
            Self::Currency(currency) => {
                Message::new("qris-currency").with("currency", crate::clean::quote(currency))
            }
            Self::NoAccount => Message::new("qris-no-account"),
            Self::Zero => Message::new("qris-zero"),
            Self::Ceiling => Message::new("qris-ceiling").with("most", CEILING),
            Self::TooLong => Message::new("qris-too-long"),
        }
    }
}

impl Code {
    /// Reads the text of a payment code of any country; fields may stand in any order between the first and the check sum.
    ///
    /// # Errors
    /// When it is none, is damaged, says something twice, or its check sum does not fit.
    pub fn parse(text: &str) -> Result<Self, QrisError> {
        let text = text.trim();
        if !text.starts_with("000201") {
            return Err(QrisError::NotPayment);
        }
        if text.len() > LONGEST {
            return Err(QrisError::TooLong);
        }
        tlv::verify(text)?;
        let fields = tlv::read(text, 0)?;
        // `63` came last when the check sum was verified; here it must be a field of its own.
        if fields.last().is_none_or(|field| field.id != tlv::CHECKSUM) {
            return Err(QrisError::Damaged(text.chars().count()));
        }
        let value = |id: u8| {
            let found = fields.iter().find(|field| field.id == id);
            found.map(|field| field.value.clone())
        };
        let mut accounts = Vec::new();
        let mut local_name = None;
        for field in &fields {
            if !field.is_template() {
                continue;
            }
            let inner = tlv::read(&field.value, field.at)?;
            let part = |id: u8| {
                let found = inner.iter().find(|field| field.id == id);
                found.map(|field| field.value.clone())
            };
            match field.id {
                26..=45 | tlv::NATIONAL => accounts.push(Account {
                    id: field.id,
                    network: part(0).unwrap_or_default(),
                    merchant: part(2),
                    criteria: part(3),
                }),
                64 => local_name = part(1),
                _ => {}
            }
        }
        let initiation = match value(1).as_deref() {
            None | Some("11") => Initiation::Static,
            Some(_) => Initiation::Dynamic,
        };
        Ok(Self {
            initiation,
            accounts,
            category: value(52),
            currency: value(53),
            amount: value(54),
            country: value(58),
            name: value(59),
            city: value(60),
            local_name,
            fields,
        })
    }

    /// The same code as text, field by field as it was read.
    pub fn text(&self) -> String {
        tlv::write(&self.fields)
    }

    /// The merchant's number in the national register.
    pub fn nmid(&self) -> Option<&str> {
        let found = self.accounts.iter().find(|a| a.id == tlv::NATIONAL);
        found.and_then(|account| account.merchant.as_deref())
    }
}

#[cfg(test)]
mod tests;

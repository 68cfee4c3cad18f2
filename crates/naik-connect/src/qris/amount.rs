//! A printed code with an amount filled in, so that the payer need not type it.

use naik_core::money::Rupiah;

use super::tlv::{self, Field};
use super::{Code, Initiation, QrisError};

/// The most that QRIS carries in one payment (Bank Indonesia, since 2022).
pub const CEILING: Rupiah = Rupiah::new(10_000_000);

/// Rupiah in ISO 4217.
const RUPIAH: &str = "360";

impl Code {
    /// Whether an amount may be set on it: a printed, Indonesian code in rupiah that names an account.
    ///
    /// # Errors
    /// Why not.
    pub fn can_carry(&self) -> Result<(), QrisError> {
        if self.initiation == Initiation::Dynamic {
            return Err(QrisError::Dynamic);
        }
        match self.country.as_deref() {
            Some("ID") => {}
            other => return Err(QrisError::Country(other.unwrap_or("?").to_owned())),
        }
        match self.currency.as_deref() {
            Some(RUPIAH) => {}
            other => return Err(QrisError::Currency(other.unwrap_or("?").to_owned())),
        }
        if self.accounts.is_empty() {
            return Err(QrisError::NoAccount);
        }
        Ok(())
    }

    /// The same merchant's code for one amount; no tip and no fee, which may not be passed on to buyers.
    ///
    /// # Errors
    /// When the code can't carry an amount, or the amount is 0 or above [`CEILING`].
    pub fn with_amount(&self, amount: Rupiah) -> Result<Self, QrisError> {
        self.can_carry()?;
        if amount.amount() == 0 {
            return Err(QrisError::Zero);
        }
        if amount > CEILING {
            return Err(QrisError::Ceiling);
        }
        let mut fields: Vec<Field> = self
            .fields
            .iter()
            .filter(|field| !matches!(field.id, 1 | 54..=57 | tlv::CHECKSUM))
            .cloned()
            .collect();
        fields.push(Field::new(1, "12"));
        fields.push(Field::new(54, &amount.amount().to_string()));
        fields.sort_by_key(|field| field.id);
        Self::parse(&tlv::write(&fields))
    }
}

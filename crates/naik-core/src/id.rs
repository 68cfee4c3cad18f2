//! What things are called by the program: one type per noun, so that a shop's id is never taken for a person's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
pub use uuid::Uuid;

/// The text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct IdError;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::try_parse(text).map(Self).map_err(|_| IdError)
            }
        }
    )*};
}

ids! {
    /// Someone with an account.
    PersonId,
    /// A phone or browser that has no account yet.
    GuestId,
    /// A business.
    ShopId,
    /// What a shop sells, or a guest's draft of it.
    ProductId,
    /// A photo of a product.
    PhotoId,
    /// One version of a product's kit.
    KitId,
    /// Work that waits for or runs on a worker.
    JobId,
    /// A photo on its way, chunk by chunk.
    UploadId,
    /// A signed-in browser.
    SessionId,
    /// A printed card that lets its holder in once.
    CardId,
    /// A key that stays in someone's phone.
    PasskeyId,
    /// A program's key to the API.
    TokenId,
    /// A sale.
    SaleId,
    /// A line of a cash book.
    CashId,
    /// An order file that waits for a decision.
    OrderFileId,
    /// A list of shops that waits for a decision.
    IntakeFileId,
    /// An entry of a log.
    EntryId,
    /// Who runs programmes: an office, an association, a university.
    OrganisationId,
    /// A programme of mentoring.
    ProgrammeId,
    /// One run of a programme.
    CohortId,
    /// One shop in one cohort.
    EnrolmentId,
    /// A piece of evidence of a shop.
    EvidenceId,
    /// An event in a shop's history.
    EventId,
    /// A mentor's visit.
    VisitId,
    /// A wish that another mentor takes a shop.
    HandOverId,
    /// A tie between two shops.
    TieId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_what_they_write() {
        let id = ProductId(Uuid::from_u128(7));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("../../etc/passwd".parse::<ProductId>(), Err(IdError));
        assert_eq!("".parse::<PersonId>(), Err(IdError));
    }
}

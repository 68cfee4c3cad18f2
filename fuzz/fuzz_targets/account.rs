//! What people write of themselves is read or refused, and means the same when it is read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_core::account::{Area, Contact, name};
use naik_core::id::ProductId;

fuzz_target!(|text: &str| {
    if let Ok(contact) = Contact::parse(text) {
        let again = Contact::parse(contact.key());
        assert_eq!(again.as_ref().map(Contact::key), Ok(contact.key()));
        assert!(!contact.key().contains(char::is_whitespace));
    }
    if let Ok(area) = Area::parse(text) {
        assert!(area.holds(&area) && Area::country().holds(&area));
    }
    if let Ok(read) = name(text) {
        assert_eq!(name(&read), Ok(read.clone()));
    }
    if let Ok(id) = text.parse::<ProductId>() {
        assert_eq!(id.to_string().parse(), Ok(id));
    }
});

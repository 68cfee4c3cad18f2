//! How a text addresses its reader: one way from the first line to the last.

use naik_core::lang::Lang;

/// What a text has said so far, so that what follows does not say it again or greet anew.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) lang: Lang,
    /// How several people are greeted where the shop is.
    pub(crate) hail: &'a str,
    pub(crate) name: Option<&'a str>,
    pub(crate) shop: Option<&'a str>,
    pub(crate) city: Option<&'a str>,
}

impl Context<'_> {
    /// Whether a text that was begun may go on so: `Halo Mas dan Mbak` is not followed by `Kakak`.
    pub(crate) fn addresses_alike(&self, begun: &str, next: &str) -> bool {
        if self.lang != Lang::Id {
            return true;
        }
        let greeted = |text: &str| {
            (!self.hail.contains("Kak") && text.contains(self.hail))
                || text.contains("Bapak dan Ibu.")
        };
        let familiar = |text: &str| kaks(text) > 0;
        !(greeted(begun) && familiar(next) || familiar(begun) && greeted(next))
    }

    /// Whether a sentence presents the product, the shop or its town once more.
    pub(crate) fn presents_again(&self, begun: &str, next: &str) -> bool {
        let again = |name: Option<&str>| {
            name.is_some_and(|name| begun.contains(name) && next.contains(name))
        };
        again(self.shop) || again(self.city) || again(self.name)
    }
}

/// How often a text says `Kak` or `Kakak`.
pub(crate) fn kaks(text: &str) -> usize {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| matches!(*word, "Kak" | "Kakak" | "kak" | "kakak"))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_way_of_address() {
        let context = Context {
            lang: Lang::Id,
            hail: "Mas dan Mbak",
            name: Some("Keripik Tempe"),
            shop: Some("Dapur Lastri"),
            city: Some("Malang"),
        };
        assert!(!context.addresses_alike("Halo Mas dan Mbak!", "Bisa Kakak cek."));
        assert!(!context.addresses_alike("Terima kasih, Kak.", "Salam, Mas dan Mbak."));
        assert!(context.addresses_alike("Halo Mas dan Mbak!", "Balas, ya."));
        assert!(context.presents_again("Kami Dapur Lastri.", "Kami Dapur Lastri, di Malang."));
        assert!(!context.presents_again("Kami Dapur Lastri.", "Sampai jumpa."));
    }
}

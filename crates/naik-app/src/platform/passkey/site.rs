//! Which site a passkey belongs to: browsers keep keys apart by domain, and know them on encrypted pages alone.

use std::net::Ipv4Addr;

use webauthn_rp::request::{AsciiDomain, RpId};

/// The site that asks for a passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The domain that keys are made for: the relying-party id.
    pub(super) id: RpId,
    /// The only address whose pages may ask for them, as browsers write it.
    pub(super) origin: String,
}

impl Site {
    /// The site at an address such as `https://naikkelas.malang.go.id`; none where browsers know no passkeys: without
    /// encryption, unless it is this machine itself, and where the address is a number.
    pub fn at(address: &str) -> Option<Self> {
        let address = address.to_ascii_lowercase();
        let (scheme, rest) = address.split_once("://")?;
        let place = rest.split('/').next()?;
        let (host, port) = match place.split_once(':') {
            Some((host, port)) => (host, Some(port.parse::<u16>().ok()?)),
            None => (place, None),
        };
        let own = host == "localhost" || host.ends_with(".localhost");
        let usual = match scheme {
            "https" => 443,
            "http" if own => 80,
            _ => return None,
        };
        let is_name = host
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b))
            && !host.ends_with('.')
            && host.parse::<Ipv4Addr>().is_err();
        if !is_name {
            return None;
        }
        let origin = match port.filter(|port| *port != usual) {
            Some(port) => format!("{scheme}://{host}:{port}"),
            None => format!("{scheme}://{host}"),
        };
        let id = RpId::Domain(AsciiDomain::try_from(host.to_owned()).ok()?);
        Some(Self { id, origin })
    }

    /// The domain that keys are made for.
    pub fn id(&self) -> &str {
        self.id.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::Site;

    #[test]
    fn keys_belong_to_a_name_on_an_encrypted_page() {
        for (address, expected) in [
            (
                "https://naik.example",
                Some(("naik.example", "https://naik.example")),
            ),
            (
                "https://Naik.Example:443/",
                Some(("naik.example", "https://naik.example")),
            ),
            (
                "https://naik.example:8443/sub",
                Some(("naik.example", "https://naik.example:8443")),
            ),
            (
                "http://localhost:8000",
                Some(("localhost", "http://localhost:8000")),
            ),
            (
                "http://balai.localhost",
                Some(("balai.localhost", "http://balai.localhost")),
            ),
            ("http://naik.example", None),
            ("http://192.168.1.7:8000", None),
            ("https://192.168.1.7", None),
            ("https://[::1]:8000", None),
            ("https://naik.example:x", None),
            ("https://a@naik.example", None),
            ("https://naik.example.", None),
            ("https://a..b", None),
            ("https://", None),
            ("ftp://localhost", None),
            ("naik.example", None),
            ("", None),
        ] {
            let site = Site::at(address);
            let said = site.as_ref().map(|site| (site.id(), site.origin.as_str()));
            assert_eq!(said, expected, "{address}");
        }
    }
}

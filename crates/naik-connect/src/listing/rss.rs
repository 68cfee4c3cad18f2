//! Google Merchant's feed as RSS 2.0, for a stable address that Google fetches itself.

use super::Product;
use super::feed::google_rows;
use crate::clean::is_xml;

/// Who speaks.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The shop's name.
    pub title: &'a str,
    /// The shop's page.
    pub link: &'a str,
    /// A few words about it.
    pub description: &'a str,
}

/// The feed of a shop's products. An item that lacks something Google asks for, and a service, are left out. The same
/// products give the same bytes.
pub fn google_rss(source: Source<'_>, products: &[Product<'_>]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\">\n<channel>\n",
    );
    // A channel has words of its own even where its shop says nothing.
    let description = match source.description.trim() {
        "" => source.title,
        told => told,
    };
    for (name, text) in [
        ("title", source.title),
        ("link", source.link),
        ("description", description),
    ] {
        out.push_str(&format!("<{name}>{}</{name}>\n", escape(text)));
    }
    for row in products.iter().flat_map(google_rows) {
        out.push_str("<item>\n");
        for (name, text) in row.into_iter().filter(|(_, text)| !text.is_empty()) {
            // Several pictures stand in elements of their own.
            let parts: Vec<&str> = match name {
                "additional_image_link" => text.split(',').collect(),
                _ => vec![text.as_str()],
            };
            for part in parts {
                out.push_str(&format!("<g:{name}>{}</g:{name}>\n", escape(part)));
            }
        }
        out.push_str("</item>\n");
    }
    out.push_str("</channel>\n</rss>\n");
    out
}

/// A text between tags of XML 1.0.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_xml(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use naik_core::facts::Facts;
    use naik_core::money::Rupiah;

    use super::*;
    use crate::listing::Image;

    #[test]
    fn a_feed_names_every_product_and_is_sound() {
        let mut facts = Facts::default();
        facts.product.name = "Keripik <Tempe> & Co".to_owned();
        facts.product.price = Some(Rupiah::new(15_000));
        facts.shop.name = Some("Bu Sri".to_owned());
        let image = |name: &str| Image {
            name: name.to_owned(),
            bytes: 1,
            width: 1200,
            height: 1200,
        };
        let mut product = Product::new(&facts, "KT", "Keripik <Tempe> & Co", "Gurih\u{0}]]>");
        product.base_url = Some("https://naik.example/toko/bu-sri/keripik");
        product.images = vec![image("a.jpg"), image("b.jpg"), image("c.jpg")];
        let source = Source {
            title: "Bu Sri",
            link: "https://naik.example/toko/bu-sri",
            description: "",
        };
        let feed = google_rss(source, &[product]);
        for part in [
            "<g:id>KT</g:id>",
            "<g:title>Keripik &lt;Tempe&gt; &amp; Co</g:title>",
            "<g:description>Gurih]]&gt;</g:description>",
            "<g:price>15000 IDR</g:price>",
            "<g:availability>in_stock</g:availability>",
            "<g:link>https://naik.example/toko/bu-sri/keripik</g:link>",
            "<g:image_link>https://naik.example/toko/bu-sri/keripik/a.jpg</g:image_link>",
            "<g:additional_image_link>https://naik.example/toko/bu-sri/keripik/c.jpg</g:additional_image_link>",
            "<g:brand>Bu Sri</g:brand>",
            "<g:identifier_exists>no</g:identifier_exists>",
        ] {
            assert!(feed.contains(part), "{part}: {feed}");
        }
        assert_eq!(feed.matches("<item>").count(), 1);
    }
}

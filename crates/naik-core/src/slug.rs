//! Names for folders and addresses, from names that people give.

/// The longest slug, in characters.
const LONGEST: usize = 60;

/// Lower-case ASCII words joined by `-`, at most 60 characters; names without Latin letters get `produk-` and a short code.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(fold) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            _ if !out.ends_with('-') && !out.is_empty() => out.push('-'),
            _ => {}
        }
        if out.len() >= LONGEST {
            break;
        }
    }
    let out = out.trim_matches('-');
    if out.is_empty() || is_reserved(out) {
        let code = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        return format!("produk-{code:08x}");
    }
    out.to_owned()
}

/// A letter without its accent, in lower case.
fn fold(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(|c| match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        _ => c,
    })
}

/// Names that Windows keeps for devices: a kit must open there too.
fn is_reserved(name: &str) -> bool {
    matches!(name, "con" | "prn" | "aux" | "nul")
        || (name.len() == 4
            && (name.starts_with("com") || name.starts_with("lpt"))
            && name.ends_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_folders() {
        assert_eq!(
            slug("Keripik Tempe \"Bu Sri\" 250 g"),
            "keripik-tempe-bu-sri-250-g"
        );
        assert_eq!(slug("Café Délice"), "cafe-delice");
        assert!(slug("ꦏꦺꦴꦥꦶ").starts_with("produk-"));
        assert!(slug("../../..").starts_with("produk-"));
        assert!(slug("CON").starts_with("produk-"));
        assert!(slug(&"panjang ".repeat(40)).len() <= LONGEST);
    }

    proptest::proptest! {
        #[test]
        fn a_slug_is_a_safe_folder(name in ".{0,80}") {
            let slug = slug(&name);
            proptest::prop_assert!(!slug.is_empty() && slug.len() <= LONGEST);
            proptest::prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        }
    }
}

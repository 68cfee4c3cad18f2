use naik_core::category::Category;
use naik_core::kit::Gravity;
use naik_core::lang::Lang;
use naik_core::money::Rupiah;
use proptest::prelude::*;

use super::*;

fn keys(reading: &Reading) -> Vec<&str> {
    reading
        .notices
        .iter()
        .map(|n| n.message.key.as_str())
        .collect()
}

fn arg<'a>(notice: &'a Notice, name: &str) -> &'a str {
    notice
        .message
        .args
        .iter()
        .find(|(key, _)| key == name)
        .map_or("", |(_, value)| value)
}

#[test]
fn a_full_file_is_read() {
    let reading = from_toml(
        r##"
        [product]
        name = "Keripik Tempe Bu Sri"
        price = 15.000
        unit = "bungkus"
        net_weight = "250 g"
        variants = ["Original", { name = "Balado", price = "16rb", stock = 12 }, "Keju: 17.000:5"]
        ingredients = "tempe kedelai, minyak kelapa dan garam"
        shelf_life = "3 bulan"
        stock = "40 bungkus"
        preorder_days = "1 minggu"
        previous_price = "Rp18.000"
        sold_count = "1,2rb"
        [shop]
        name = "Dapur Bu Sri"
        whatsapp = "0812-3456-7890"
        instagram = "https://www.instagram.com/dapur.busri/"
        colors = ["merah", "#f4a81d"]
        [permits]
        nib = 1234567890123
        pirt = "P-IRT 2053573010123-29"
        "##,
    )
    .unwrap();
    assert_eq!(reading.notices, []);
    let Facts {
        product,
        shop,
        permits,
    } = reading.facts;
    assert_eq!(product.price, Some(Rupiah::new(15_000)));
    assert_eq!(product.category, Category::Snack);
    let variants: Vec<_> = product
        .variants
        .iter()
        .map(|v| (v.name.as_str(), v.price.map(Rupiah::amount), v.stock))
        .collect();
    assert_eq!(
        variants,
        [
            ("Original", None, None),
            ("Balado", Some(16_000), Some(12)),
            ("Keju", Some(17_000), Some(5))
        ]
    );
    assert_eq!(
        product.ingredients,
        ["tempe kedelai", "minyak kelapa", "garam"]
    );
    assert_eq!(
        (product.stock, product.preorder_days, product.sold_count),
        (Some(40), Some(7), Some(1200))
    );
    assert_eq!(shop.instagram.as_deref(), Some("dapur.busri"));
    assert_eq!(shop.colors.len(), 2);
    assert!(permits.nib.is_some() && permits.pirt.is_some());
}

#[test]
fn a_bad_field_costs_only_itself() {
    for (text, key, fact) in [
        ("[product]\nprice = 0", "money-zero", "product.price"),
        ("[product]\nprice = -5", "money-negative", "product.price"),
        (
            "[product]\nprice = \"murah\"",
            "money-not-a-number",
            "product.price",
        ),
        (
            "[product]\nprice = \"1M\"",
            "money-juta-or-miliar",
            "product.price",
        ),
        (
            "[product]\nprice = 15.5",
            "money-part-of-rupiah",
            "product.price",
        ),
        (
            "[product]\nnet_weight = 250",
            "quantity-not-read",
            "product.net_weight",
        ),
        (
            "[product]\nstock = \"banyak\"",
            "facts-count",
            "product.stock",
        ),
        ("[product]\nstock = 1.5", "facts-count", "product.stock"),
        (
            "[product]\npreorder_days = \"lama\"",
            "facts-days",
            "product.preorder_days",
        ),
        (
            "[product]\npreorder_days = 1000",
            "facts-days",
            "product.preorder_days",
        ),
        (
            "[product]\ncategory = \"snak\"",
            "facts-category-near",
            "product.category",
        ),
        (
            "[product]\ncategory = \"xyzzy\"",
            "facts-category",
            "product.category",
        ),
        (
            "[product]\nname = { a = 1 }",
            "facts-not-one",
            "product.name",
        ),
        (
            "[product]\ningredients = [[1]]",
            "facts-not-list",
            "product.ingredients",
        ),
        (
            "[product]\nvariants = [{ price = 5000 }]",
            "facts-variant-unnamed",
            "product.variants",
        ),
        (
            "[product]\nvariants = [\"A\", \"a\"]",
            "facts-variant-twice",
            "product.variants",
        ),
        ("[shop]\nwhatsapp = 12", "phone-not-read", "shop.whatsapp"),
        (
            "[shop]\ninstagram = \"bu sri!\"",
            "facts-account",
            "shop.instagram",
        ),
        (
            "[shop]\ncolors = [\"merah\", \"ping\"]",
            "color-not-read",
            "shop.colors",
        ),
        ("[permits]\npirt = \"12\"", "permit-pirt", "permits.pirt"),
        ("[permits]\nhalal = true", "permit-halal", "permits.halal"),
        (
            "[product]\nprice = 20000\nprevious_price = 15000",
            "facts-previous-price",
            "product.previous_price",
        ),
    ] {
        let reading = from_toml(&format!("{text}\n")).unwrap();
        assert_eq!(keys(&reading), [key], "{text}");
        assert_eq!(arg(&reading.notices[0], "fact"), fact, "{text}");
        assert_eq!(reading.notices[0].gravity, Gravity::Mend, "{text}");
    }
}

#[test]
fn keys_are_understood_or_named() {
    let reading = from_toml(
        "nama = \"Kopi\"\n[produk]\nharga = 5\npric = 1\nzzzz = 2\n[toko]\nnama = \"Warung\"",
    )
    .unwrap();
    assert_eq!(reading.facts.product.name, "Kopi");
    assert_eq!(reading.facts.shop.name.as_deref(), Some("Warung"));
    assert_eq!(
        keys(&reading),
        ["facts-unknown-key-near", "facts-unknown-key"]
    );
    assert_eq!(
        (
            arg(&reading.notices[0], "near"),
            arg(&reading.notices[0], "line")
        ),
        ("price", "4")
    );
}

#[test]
fn forgotten_quotation_marks_are_added() {
    let reading =
        from_toml("[product]\nname = Keripik \"Bu Sri\"\nprice = Rp15.000 # per bungkus\n[shop]\nwhatsapp = 081234567890\ncolors = #ff0000")
            .unwrap();
    assert_eq!(reading.notices, []);
    assert_eq!(reading.facts.product.name, "Keripik \"Bu Sri\"");
    assert_eq!(reading.facts.product.price, Some(Rupiah::new(15_000)));
    assert_eq!(
        reading
            .facts
            .shop
            .whatsapp
            .map(|n| n.to_string())
            .as_deref(),
        Some("6281234567890")
    );
    assert_eq!(reading.facts.shop.colors.len(), 1);
}

#[test]
fn what_people_write_instead_of_toml_is_understood() {
    for text in [
        "Nama Produk = Kopi\nharga: 15rb",
        "nama: \"Kopi\"\nHarga (Rp): 15.000",
        "nama = “Kopi”\nharga = “15rb”",
        "nama = Kopi\r\nharga = Rp 15.000,-\r\n",
    ] {
        let reading = from_toml(text).unwrap();
        assert_eq!(reading.notices, [], "{text}");
        assert_eq!(
            (
                reading.facts.product.name.as_str(),
                reading.facts.product.price
            ),
            ("Kopi", Some(Rupiah::new(15_000))),
            "{text}"
        );
    }
    let twice = from_toml("nama = Kopi\nnama = Teh");
    assert_eq!(
        twice,
        Err(FactsError::Twice {
            line: 2,
            key: "nama".to_owned()
        })
    );
}

#[test]
fn what_is_no_toml_is_refused_with_its_place() {
    for (text, line) in [
        ("[product\nname = \"a\"", 1),
        ("[product]\nhalo dunia", 2),
        ("a = [1, 2", 1),
    ] {
        let Err(FactsError::Syntax { line: found, .. }) = from_toml(text) else {
            panic!("{text}")
        };
        assert_eq!(found, line, "{text}");
    }
    assert!(matches!(
        from_bytes(&vec![b'#'; FILE_MAX + 1]),
        Err(FactsError::TooLarge(_))
    ));
}

#[test]
fn long_and_odd_names_are_taken() {
    let reading = from_toml(&format!("[product]\nname = \"{}\"", "panjang ".repeat(60))).unwrap();
    assert_eq!(keys(&reading), ["facts-too-long"]);
    assert_eq!(reading.notices[0].gravity, Gravity::Note);
    assert!(reading.facts.product.name.chars().count() <= 300);
    for name in ["ꦏꦼꦫꦶꦥꦶꦏ꧀", "Keripik 🌶️🔥", "=1+1"] {
        assert_eq!(
            from_toml(&format!("nama = \"{name}\""))
                .unwrap()
                .facts
                .product
                .name,
            name
        );
    }
}

#[test]
fn one_field_is_set() {
    let mut facts = Facts::default();
    assert_eq!(set(&mut facts, Fact::Name, "Kopi Bubuk Dampit"), Ok(()));
    assert_eq!(facts.product.category, Category::Coffee);
    assert_eq!(set(&mut facts, Fact::Price, "15rb"), Ok(()));
    assert_eq!(
        set(&mut facts, Fact::Price, "gratis").unwrap_err().gravity,
        Gravity::Mend
    );
    assert_eq!(facts.product.price, Some(Rupiah::new(15_000)));
    assert_eq!(set(&mut facts, Fact::Category, "batik"), Ok(()));
    assert_eq!(set(&mut facts, Fact::Name, "Kopi Lain"), Ok(()));
    assert_eq!(facts.product.category, Category::Batik);
    assert_eq!(set(&mut facts, Fact::Price, " "), Ok(()));
    assert_eq!(facts.product.price, None);
}

#[test]
fn bahan_means_material_where_nothing_is_eaten() {
    let read = |name: &str| {
        from_toml(&format!("nama = \"{name}\"\nbahan = \"katun, malam\""))
            .unwrap()
            .facts
            .product
    };
    assert_eq!(read("Batik Kawung").materials, ["katun", "malam"]);
    assert_eq!(read("Keripik Tempe").ingredients, ["katun", "malam"]);
}

#[test]
fn templates_read_clean() {
    for lang in Lang::ALL {
        let reading = from_toml(&template(lang)).unwrap();
        assert_eq!(reading, Reading::default());
        for fact in Fact::ALL {
            let key = fact.key().rsplit('.').next().unwrap();
            assert!(template(lang).contains(&format!("\n{key} = ")), "{key}");
        }
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,200}|[\\s\\S]{0,200}") {
        let _ = from_toml(&text);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = from_bytes(&bytes);
    }

    #[test]
    fn no_field_breaks_the_reader(index in 0..Fact::ALL.len(), text in "\\PC{0,60}|[\\s\\S]{0,60}|[0-9.,rbjtk:;=-]{0,12}") {
        let mut facts = Facts::default();
        let _ = set(&mut facts, Fact::ALL[index], &text);
        // What was taken is read back as it is.
        let again = from_toml(&to_toml(&facts)).unwrap();
        prop_assert_eq!(&again.facts.shop, &facts.shop);
        prop_assert_eq!(&again.facts.product, &facts.product);
        prop_assert_eq!(&again.facts.permits, &facts.permits);
    }
}

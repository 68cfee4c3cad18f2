use naik_core::money::Rupiah;
use proptest::prelude::*;

use super::*;

/// EMVCo's published sample; its check sum runs over UTF-8.
const BEIJING: &str = "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A";
/// A Cambodian sample with its fields out of order.
const CAMBODIA: &str = "00020101021252044131153137210116372101160123456789ABCDE6016Banteay Meanchey5913Kuntheas Shop5802KH540510.005303840621201081234567863041FF2";
const SHOPEE: &str = "00020101021226380016ID.CO.SHOPEE.WWW010201020815863724530336054061440005802ID5921PT. SHOPPEE INDONESIA6007JAKARTA62180814gen by go-qris63049635";
/// Made for this project; the merchant does not exist.
const STATIC: &str = "00020101021126660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A016304CFA3";
const AMOUNT: &str = "00020101021226660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605405250005802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A0163044A1F";
const FEE: &str = "00020101021226660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI520458125303360540525000550202560410005802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A016304A19D";
const PERCENT: &str = "00020101021226660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI52045812530336054052500055020357031.55802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A0163044982";
const ALL: [&str; 7] = [BEIJING, CAMBODIA, SHOPEE, STATIC, AMOUNT, FEE, PERCENT];

/// A code of these fields, as a stranger's program would write it.
fn made(fields: &[(u8, &str)]) -> String {
    let fields: Vec<Field> = fields.iter().map(|(id, v)| Field::new(*id, v)).collect();
    tlv::write(&fields)
}

#[test]
fn the_checksum_is_the_published_one() {
    assert_eq!(tlv::checksum(b"123456789"), 0x29b1);
}

#[test]
fn known_codes_are_read_and_written_the_same() {
    for text in ALL {
        let code = Code::parse(text).unwrap();
        assert_eq!(code.text(), text);
        assert_eq!(Code::parse(&format!(" {text}\r\n")).unwrap(), code);
    }
}

#[test]
fn a_code_says_who_is_paid() {
    let code = Code::parse(STATIC).unwrap();
    assert_eq!(code.initiation, Initiation::Static);
    assert_eq!(code.name.as_deref(), Some("KERIPIK BU SRI"));
    assert_eq!(code.city.as_deref(), Some("SURAKARTA"));
    assert_eq!(code.category.as_deref(), Some("5812"));
    assert_eq!(code.nmid(), Some("ID1020000000001"));
    assert_eq!(code.accounts.len(), 2);
    assert_eq!(code.accounts[0].network, "ID.CO.CONTOH.WWW");
    assert_eq!(code.accounts[0].criteria.as_deref(), Some("UMI"));
    let code = Code::parse(BEIJING).unwrap();
    assert_eq!(code.local_name.as_deref(), Some("最佳运输"));
    assert_eq!(code.amount.as_deref(), Some("23.72"));
    let code = Code::parse(CAMBODIA).unwrap();
    assert_eq!(code.city.as_deref(), Some("Banteay Meanchey"));
    assert_eq!(code.accounts, []);
}

#[test]
fn an_amount_makes_exactly_the_known_code() {
    let code = Code::parse(STATIC).unwrap();
    let with = code.with_amount(Rupiah::new(25_000)).unwrap();
    assert_eq!(with.text(), AMOUNT);
    assert_eq!(with.initiation, Initiation::Dynamic);
    for (amount, wanted) in [
        (0, Some(QrisError::Zero)),
        (1, None),
        (10_000_000, None),
        (10_000_001, Some(QrisError::Ceiling)),
        (u64::MAX, Some(QrisError::Ceiling)),
    ] {
        assert_eq!(code.with_amount(Rupiah::new(amount)).err(), wanted);
    }
}

#[test]
fn a_printed_fee_or_tip_is_not_carried_over() {
    let text = made(&[
        (0, "01"),
        (1, "11"),
        (26, "0014ID.CO.QRIS.WWW"),
        (53, "360"),
        (54, "5000"),
        (55, "02"),
        (56, "1000"),
        (58, "ID"),
    ]);
    let with = Code::parse(&text).unwrap();
    let with = with.with_amount(Rupiah::new(7_000)).unwrap().text();
    assert!(with.contains("54047000"));
    assert!(!with.contains("5502") && !with.contains("56041000"));
}

#[test]
fn what_is_not_the_shops_own_printed_code_carries_no_amount() {
    let account = (26, "0014ID.CO.QRIS.WWW");
    for (text, wanted) in [
        (AMOUNT.to_owned(), QrisError::Dynamic),
        (SHOPEE.to_owned(), QrisError::Dynamic),
        (
            made(&[(0, "01"), (1, "11"), account, (53, "360"), (58, "MY")]),
            QrisError::Country("MY".to_owned()),
        ),
        (
            made(&[(0, "01"), (1, "11"), account, (53, "840"), (58, "ID")]),
            QrisError::Currency("840".to_owned()),
        ),
        (
            made(&[(0, "01"), (1, "11"), (53, "360"), (58, "ID")]),
            QrisError::NoAccount,
        ),
        (
            made(&[(0, "01"), (1, "11"), account, (53, "360")]),
            QrisError::Country("?".to_owned()),
        ),
    ] {
        let code = Code::parse(&text).unwrap();
        assert_eq!(code.with_amount(Rupiah::new(5_000)), Err(wanted), "{text}");
    }
}

#[test]
fn what_is_no_code_is_refused_with_its_reason() {
    let twice = made(&[(0, "01"), (58, "ID"), (58, "ID")]);
    let twice_inside = made(&[(0, "01"), (26, "0002AA0002BB")]);
    let cut_inside = made(&[(0, "01"), (26, "0099AA")]);
    let empty_inside = made(&[(0, "01"), (26, "0000")]);
    for (text, wanted) in [
        ("", QrisError::NotPayment),
        ("https://contoh.id", QrisError::NotPayment),
        ("000201", QrisError::Damaged(6)),
        ("00020163", QrisError::Damaged(8)),
        ("000201é", QrisError::Damaged(7)),
        (&twice, QrisError::Twice("58".to_owned())),
        (&twice_inside, QrisError::Twice("00".to_owned())),
        (&cut_inside, QrisError::Damaged(11)),
        (&empty_inside, QrisError::Damaged(11)),
    ] {
        assert_eq!(Code::parse(text), Err(wanted), "{text}");
    }
    let wrong = STATIC.replace("CFA3", "CFA4");
    assert!(matches!(
        Code::parse(&wrong),
        Err(QrisError::Checksum { .. })
    ));
    let lower = STATIC.replace("CFA3", "cfa3");
    assert!(Code::parse(&lower).is_err());
}

#[test]
fn a_picture_is_dark_on_white() {
    let picture = svg(AMOUNT).unwrap();
    assert!(picture.contains("<svg") && picture.contains("#ffffff"));
    assert_eq!(svg(&"x".repeat(4_000)), Err(QrisError::TooLong));
}

proptest! {
    #[test]
    fn any_changed_byte_is_refused(which in 0_usize..7, at in 0_usize..300, to in any::<u8>()) {
        let mut bytes = ALL[which].as_bytes().to_vec();
        let at = at % bytes.len();
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        // What is no longer text never reaches the reader; white space at an end makes the code shorter.
        if let Ok(text) = std::str::from_utf8(&bytes) {
            prop_assert!(Code::parse(text).is_err(), "{}", text);
        }
    }

    #[test]
    fn what_is_written_is_read_the_same(
        ids in proptest::collection::btree_set(2_u8..=25, 0..6),
        name in "[A-Z \\u{4e00}-\\u{4eff}]{1,25}",
        city in "[A-Za-z]{1,15}",
        amount in 1_u64..=10_000_000,
    ) {
        let mut fields = vec![Field::new(0, "01"), Field::new(1, "11")];
        fields.extend(ids.iter().map(|id| Field::new(*id, "4000123")));
        fields.push(Field::new(51, "0014ID.CO.QRIS.WWW0215ID1020000000001"));
        fields.push(Field::new(53, "360"));
        fields.push(Field::new(58, "ID"));
        fields.push(Field::new(59, &name));
        fields.push(Field::new(60, &city));
        let text = tlv::write(&fields);
        let code = Code::parse(&text).unwrap();
        prop_assert_eq!(code.text(), text);
        prop_assert_eq!(code.name.as_deref(), Some(name.as_str()));
        let with = code.with_amount(Rupiah::new(amount)).unwrap();
        prop_assert_eq!(Code::parse(&with.text()).unwrap(), with.clone());
        prop_assert_eq!(with.amount, Some(amount.to_string()));
        prop_assert_eq!(with.accounts, code.accounts);
    }

    #[test]
    fn no_text_breaks_it(text in "(000201)?.{0,120}") {
        let _ = Code::parse(&text);
    }
}

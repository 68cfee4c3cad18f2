//! Exports as apps, spreadsheets and people write them.

use super::*;

#[test]
fn exports_are_read_whatever_separates_their_cells() {
    for (file, wanted) in [
        (
            "Comment ID,Author,Comment Text\nx1,@a,\"halo, kak\"\n",
            vec![("x1", "@a", "halo, kak")],
        ),
        (
            "username;comment\nb;slot gacor\nc;enak\n",
            vec![("", "b", "slot gacor"), ("", "c", "enak")],
        ),
        ("nickname\tText\td\nb\tok\t1\n", vec![("", "b", "ok")]),
        (
            "enak sekali, kak\n\nmantap\n",
            vec![("", "", "enak sekali, kak"), ("", "", "mantap")],
        ),
        ("", vec![]),
    ] {
        let read = read(file.as_bytes(), 9).unwrap().comments;
        let seen: Vec<_> = read
            .iter()
            .map(|c| (c.id.as_str(), c.author.as_str(), c.text.as_str()))
            .collect();
        assert_eq!(seen, wanted, "{file:?}");
    }
    assert!(read(b"%PDF-1.4", 9).is_err());
}

#[test]
fn headings_have_many_names_and_titles_above_them() {
    for (file, wanted) in [
        (
            "Date,Commenter,Comment body\n2024-05-01,@a,\"halo, kak\"\n2024-05-02,@b,enak\n",
            vec![(2, "@a", "halo, kak"), (3, "@b", "enak")],
        ),
        (
            "kind,snippet.topLevelComment.snippet.textDisplay,snippet.topLevelComment.snippet.textOriginal,snippet.topLevelComment.snippet.authorDisplayName\nx,halo<br>kak,halo kak,@a\nx,enak,,@b\n",
            vec![(2, "@a", "halo kak"), (3, "@b", "enak")],
        ),
        (
            "Ekspor komentar, 3 Mei 2024\n\nNama Pengguna;Isi Komentar\n@a;halo\n",
            vec![(4, "@a", "halo")],
        ),
        (
            "Komentar\nTanggal,Nama Pengguna,Komentar\n2024-05-01,@a,halo\n",
            vec![(3, "@a", "halo")],
        ),
        (
            "Video,https://contoh.id/1\nTanggal,Pengguna,Pesan\n2024-05-01,@a,halo\n",
            vec![(3, "@a", "halo")],
        ),
        // A comma that nobody quoted belongs to the comment.
        ("user,message\n@a,halo, kak\n", vec![(2, "@a", "halo, kak")]),
        ("comment\nenak, kak\n", vec![(2, "", "enak, kak")]),
        // People speak of messages and contents, too.
        (
            "Pesan, kak\nenak sekali, mantap, top\nok\n",
            vec![
                (1, "", "Pesan, kak"),
                (2, "", "enak sekali, mantap, top"),
                (3, "", "ok"),
            ],
        ),
        ("pesan!\nenak\n", vec![(1, "", "pesan!"), (2, "", "enak")]),
    ] {
        let export = read(file.as_bytes(), 9).unwrap();
        let seen: Vec<_> = export
            .comments
            .iter()
            .map(|c| (c.line, c.author.as_str(), c.text.as_str()))
            .collect();
        assert_eq!(seen, wanted, "{file:?}");
        assert_eq!(export.guessed, None, "{file:?}");
    }
}

#[test]
fn a_table_without_known_headings_gives_its_longest_texts_and_says_so() {
    for (file, guessed, wanted) in [
        (
            "Hari,Orang,Curahan\n2024-05-01,@a,\"halo, kak, enak\"\n2024-05-02,@b,slot gacor maxwin\n",
            Some((3, "Curahan")),
            vec![(2, "@a", "halo, kak, enak"), (3, "@b", "slot gacor maxwin")],
        ),
        (
            "Laporan toko\nHari;Curahan;Orang\n2024-05-01;halo kak;@a\n2024-05-02;slot gacor maxwin;@b\n",
            Some((2, "Curahan")),
            vec![(3, "@a", "halo kak"), (4, "@b", "slot gacor maxwin")],
        ),
        (
            "@a,halo kak\n@b,slot gacor, maxwin\n@c,enak\n@d,ok\n@e,sip\n",
            Some((2, "")),
            vec![
                (1, "@a", "halo kak"),
                (2, "@b", "slot gacor, maxwin"),
                (3, "@c", "enak"),
                (4, "@d", "ok"),
                (5, "@e", "sip"),
            ],
        ),
        (
            "enak, kak\nmantap, gan\nsip, min\n",
            None,
            vec![
                (1, "", "enak, kak"),
                (2, "", "mantap, gan"),
                (3, "", "sip, min"),
            ],
        ),
        (
            "enak,kak\nmantap,gan\n",
            None,
            vec![(1, "", "enak,kak"), (2, "", "mantap,gan")],
        ),
    ] {
        let export = read(file.as_bytes(), 9).unwrap();
        let seen: Vec<_> = export
            .comments
            .iter()
            .map(|c| (c.line, c.author.as_str(), c.text.as_str()))
            .collect();
        assert_eq!(seen, wanted, "{file:?}");
        let said = export.guessed.as_ref().map(|g| (g.column, g.name.as_str()));
        assert_eq!(said, guessed, "{file:?}");
    }
}

#[test]
fn bytes_that_fit_no_encoding_are_told() {
    for (file, damaged) in [
        (&b"enak\ncaf\xe9\n"[..], true),
        (b"[{\"text\":\"caf\xe9\"}]", true),
        (b"\xef\xbb\xbfcomment\ncaf\xe9\n", true),
        ("comment\ncafé\n".as_bytes(), false),
        (b"\xef\xbb\xbfcomment\nok\n", false),
    ] {
        let export = read(file, 9).unwrap();
        assert_eq!(export.damaged, damaged, "{file:?}");
        assert!(!export.comments.is_empty(), "{file:?}");
    }
}

#[test]
fn json_of_the_apps_is_read_and_other_text_with_brackets_too() {
    let nested = "[".repeat(10_000);
    for (file, wanted) in [
        (
            r#"{"items":[{"snippet":{"topLevelComment":{"id":"y1","snippet":{"textDisplay":"halo","authorDisplayName":"@a"}}}}]}"#,
            vec![("", "@a", "halo")],
        ),
        (
            r#"[{"string_map_data":{"Comment":{"value":"enak"},"Media Owner":{"value":"toko"}}}]"#,
            vec![("", "", "enak")],
        ),
        (
            r#"{"Comment":{"Comments":{"CommentsList":[{"date":"x","comment":"slot"},{"date":"y","comment":""}]}}}"#,
            vec![("", "", "slot")],
        ),
        (
            "{\"id\":7,\"username\":\"b\",\"text\":\"satu\"}\n{\"text\":\"dua\"}\n",
            vec![("7", "b", "satu"), ("", "", "dua")],
        ),
        (
            r#"{"comments":2,"text":"halo","snippet":{"textOriginal":"","textDisplay":"dua"}}"#,
            vec![("", "", "halo"), ("", "", "dua")],
        ),
        ("[promo] enak\n", vec![("", "", "[promo] enak")]),
        (nested.as_str(), vec![("", "", nested.as_str())]),
    ] {
        let read = read(file.as_bytes(), 9).unwrap().comments;
        let seen: Vec<_> = read
            .iter()
            .map(|c| (c.id.as_str(), c.author.as_str(), c.text.as_str()))
            .collect();
        assert_eq!(seen, wanted, "{:.80}", file);
    }
}

#[test]
fn no_more_comments_are_read_than_were_asked_for() {
    let json = format!("[{}]", ["{\"text\":\"a\"}"; 9].join(","));
    for file in [
        "comment\na\nb\nc\n",
        "a\nb\nc\n",
        json.as_str(),
        &json.replace(['[', ']'], " ").replace(',', "\n"),
    ] {
        assert_eq!(
            read(file.as_bytes(), 2).unwrap().comments.len(),
            2,
            "{file}"
        );
    }
    let objects = format!("[{}0]", "{\"\":0},".repeat(json::OBJECTS_MAX + 1));
    assert_eq!(read(objects.as_bytes(), 2), Err(CatalogueError::TooLarge));
}

#[test]
fn a_workbook_is_read_as_a_table_is() {
    let book = |rows: &[&[&str]]| {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write_string(0, 0, "Petunjuk").unwrap();
        let page = book.add_worksheet();
        for (line, row) in (0_u32..).zip(rows) {
            for (at, cell) in (0_u16..).zip(*row) {
                page.write_string(line, at, *cell).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    };
    let bytes = book(&[
        &["Username", "Comment"],
        &["@a", "halo"],
        &["@b"],
        &["@c", "slot"],
    ]);
    let read_back = read(&bytes, 9).unwrap().comments;
    let seen: Vec<_> = read_back
        .iter()
        .map(|c| (c.line, c.author.as_str(), c.text.as_str()))
        .collect();
    assert_eq!(seen, [(2, "@a", "halo"), (4, "@c", "slot")]);
    assert_eq!(read(&bytes, 1).unwrap().comments.len(), 1);
    let titled = book(&[
        &["Komentar minggu ini"],
        &["Nama Pengguna", "Isi Komentar"],
        &["@a", "halo"],
    ]);
    let export = read(&titled, 9).unwrap();
    assert_eq!((export.comments.len(), export.guessed), (1, None));
    let unknown = book(&[&["Orang", "Curahan"], &["@a", "halo kak"], &["@b", "enak"]]);
    let export = read(&unknown, 9).unwrap();
    let seen: Vec<_> = export
        .comments
        .iter()
        .map(|c| (c.line, c.author.as_str()))
        .collect();
    assert_eq!(seen, [(2, "@a"), (3, "@b")]);
    assert_eq!(export.guessed.map(|g| g.column), Some(2));
    let plain = read(&book(&[&["enak"], &["", "mantap"]]), 9)
        .unwrap()
        .comments;
    let seen: Vec<_> = plain.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(seen, ["Petunjuk", "enak", "mantap"]);
    assert!(read(b"PK\x03\x04 broken", 9).is_err());
}

#[test]
fn a_written_table_holds_no_formula() {
    let row = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
    let table = write(&[row(&["a", "kata \"dua\", ya"]), row(&["=1+1", "@sri"])]);
    assert_eq!(
        table,
        "\u{feff}\"a\",\"kata \"\"dua\"\", ya\"\r\n\"'=1+1\",\"'@sri\"\r\n"
    );
}

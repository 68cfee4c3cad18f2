//! Fact-checks from outside: ClaimReview in JSON-LD (one, a list, a `@graph` or a feed), and CSV with the same columns.

mod date;
mod rating;

use serde_json::Value;

use crate::catalogue::table;
use rating::Rating;

pub use rating::Finding;

/// A fact-check as its publisher gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Its address, or its place in the file.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// Wordings of the claim beside the first.
    pub forms: Vec<String>,
    /// The judgement in words: `Salah`, `Menyesatkan`; its place on the scale, `1/5`, where there are no words.
    pub rating: String,
    /// What the judgement says of the claim.
    pub finding: Finding,
    /// When it was published, as a year, a month or a day: `2024`, `2024-03`, `2024-03-01`.
    pub date: String,
    /// Who published it.
    pub author: String,
    /// Where.
    pub url: String,
}

/// A review before it is known whether it is a debunk.
#[derive(Default)]
struct Raw {
    review: Review,
    rating: Rating,
}

/// Reads a feed of debunks. Reviews without a claim or without a date that is one, those that call the claim true or half
/// true, and those whose judgement can't be told are left out and counted: none of them makes a message a hoax.
///
/// # Errors
/// When the bytes are neither JSON nor a table.
pub fn read(bytes: &[u8]) -> Result<(Vec<Review>, usize), crate::catalogue::CatalogueError> {
    let text = crate::encoding::decode(bytes);
    let mut raw = Vec::new();
    if text.trim_start().starts_with(['{', '[']) {
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            collect(&value, &mut raw, 0);
        } else {
            text.lines()
                .filter_map(|line| serde_json::from_str::<Value>(line).ok())
                .for_each(|value| collect(&value, &mut raw, 0));
        }
    } else {
        raw = rows(bytes)?;
    }
    let before = raw.len();
    let mut all: Vec<Review> = raw.into_iter().filter_map(debunk).collect();
    for (at, review) in all.iter_mut().enumerate() {
        if review.id.is_empty() {
            review.id = if review.url.is_empty() {
                format!("baris-{}", at + 1)
            } else {
                review.url.clone()
            };
        }
    }
    let left = before - all.len();
    Ok((all, left))
}

/// The review, when it is a dated debunk of something.
fn debunk(raw: Raw) -> Option<Review> {
    let Raw { mut review, rating } = raw;
    if review.claim.trim().is_empty() {
        return None;
    }
    review.finding = rating::finding(&rating)?;
    review.date = date::date(&review.date)?;
    review.rating = match rating.value {
        Some(value) if rating.words.trim().is_empty() => {
            format!("{value}/{}", rating.best.unwrap_or(5.0))
        }
        _ => rating.words,
    };
    Some(review)
}

/// Every ClaimReview at any depth that a feed has.
fn collect(value: &Value, out: &mut Vec<Raw>, depth: u8) {
    if depth > 12 {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|v| collect(v, out, depth + 1)),
        Value::Object(map) => {
            let named = |v: &Value| {
                v.as_str()
                    .is_some_and(|name| name.rsplit(['/', ':']).next() == Some("ClaimReview"))
            };
            let is = |v: &Value| named(v) || v.as_array().is_some_and(|l| l.iter().any(named));
            if map.get("@type").is_some_and(is) {
                out.push(review(value));
            } else {
                map.values().for_each(|v| collect(v, out, depth + 1));
            }
        }
        _ => {}
    }
}

fn review(value: &Value) -> Raw {
    let text = |pointer: &str| value.pointer(pointer).map(plain).unwrap_or_default();
    let name = |key: &str| {
        value
            .get(key)
            .map(|v| v.as_array().and_then(|l| l.first()).unwrap_or(v))
            .and_then(|v| v.as_str().or_else(|| v.get("name").and_then(Value::as_str)))
            .unwrap_or_default()
            .to_owned()
    };
    let mut forms = Vec::new();
    for pointer in [
        "/itemReviewed/name",
        "/itemReviewed/text",
        "/itemReviewed/description",
    ] {
        let form = text(pointer);
        if !form.is_empty() {
            forms.push(form);
        }
    }
    let place = |key: &str| {
        let given = value.get("reviewRating").map(single)?.get(key).map(plain)?;
        rating::number(&given)
    };
    let words = value.get("reviewRating").map(single).and_then(|given| {
        given
            .get("alternateName")
            .or(Some(given).filter(|v| v.is_string()))
    });
    Raw {
        review: Review {
            id: text("/@id"),
            claim: text("/claimReviewed"),
            forms,
            date: text("/datePublished"),
            author: name("author"),
            url: text("/url"),
            ..Review::default()
        },
        rating: Rating {
            words: words.map(plain).unwrap_or_default(),
            value: place("ratingValue"),
            worst: place("worstRating"),
            best: place("bestRating"),
        },
    }
}

/// The first of a list; feeds give one thing either way.
fn single(value: &Value) -> &Value {
    value
        .as_array()
        .and_then(|list| list.first())
        .unwrap_or(value)
}

/// A text or a number as text, alone, first of a list, or wrapped with its language.
fn plain(value: &Value) -> String {
    match single(value) {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Object(map) => map
            .get("@value")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        _ => String::new(),
    }
}

fn rows(bytes: &[u8]) -> Result<Vec<Raw>, crate::catalogue::CatalogueError> {
    let rows: Vec<(usize, Vec<String>)> = table(bytes)?.collect();
    let heading: Vec<String> = rows
        .first()
        .map(|(_, cells)| {
            cells
                .iter()
                .map(|c| c.trim().to_lowercase().replace([' ', '_'], ""))
                .collect()
        })
        .unwrap_or_default();
    let column = |names: &[&str]| {
        names
            .iter()
            .find_map(|n| heading.iter().position(|h| h == n))
    };
    let claim = column(&["claimreviewed", "claim", "klaim", "judul", "title"]);
    let form = column(&["text", "narasi", "isi", "content"]);
    let rating = column(&["rating", "alternatename", "penilaian", "label", "kategori"]);
    // A number stands for a place on the scale in columns of that name alone: labels are numbered anyhow.
    let value = column(&["ratingvalue", "rating"]);
    let (worst, best) = (column(&["worstrating"]), column(&["bestrating"]));
    let date = column(&["datepublished", "date", "tanggal"]);
    let author = column(&["author", "source", "sumber", "penerbit"]);
    let url = column(&["url", "link", "tautan"]);
    let id = column(&["id"]);
    let cell = |cells: &[String], at: Option<usize>| {
        at.and_then(|i| cells.get(i)).cloned().unwrap_or_default()
    };
    Ok(rows
        .iter()
        .skip(1)
        .map(|(_, cells)| {
            let place = |at| rating::number(&cell(cells, at));
            let words = cell(cells, rating);
            Raw {
                review: Review {
                    id: cell(cells, id),
                    claim: cell(cells, claim),
                    forms: Some(cell(cells, form))
                        .into_iter()
                        .filter(|f| !f.is_empty())
                        .collect(),
                    date: cell(cells, date),
                    author: cell(cells, author),
                    url: cell(cells, url),
                    ..Review::default()
                },
                rating: Rating {
                    words: if rating::number(&words).is_some() {
                        String::new()
                    } else {
                        words
                    },
                    value: place(value),
                    worst: place(worst),
                    best: place(best),
                },
            }
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feeds_are_read() {
        let json = r#"{"@graph":[{"@type":"ClaimReview","claimReviewed":"Air es membunuh kuman","datePublished":"2024-05-01T10:00:00Z","author":{"name":"Cek Fakta"},"url":"https://contoh.id/1","reviewRating":{"alternateName":"Salah"}},{"@type":"ClaimReview","claimReviewed":"Bumi bulat","datePublished":"2024-05-01","reviewRating":{"alternateName":"Benar"}}]}"#;
        let (reviews, left) = read(json.as_bytes()).unwrap();
        assert_eq!((reviews.len(), left), (1, 1));
        let first = &reviews[0];
        assert_eq!(
            (
                first.date.as_str(),
                first.author.as_str(),
                first.id.as_str()
            ),
            ("2024-05-01", "Cek Fakta", "https://contoh.id/1")
        );
        let csv = "claimReviewed;datePublished;author;rating\nAir es membunuh kuman;2024-05-01;Cek Fakta;Salah\nTanpa tanggal;;X;Salah\n";
        let (reviews, left) = read(csv.as_bytes()).unwrap();
        assert_eq!((reviews.len(), left), (1, 1));
        assert_eq!(reviews[0].id, "baris-1");
        assert!(read(b"\x89PNG").is_err());
    }

    #[test]
    fn only_dated_debunks_are_taken() {
        let review = |rating: &str, date: &str| {
            format!(
                r#"{{"@type":"ClaimReview","claimReviewed":"Air es membunuh kuman","datePublished":{date},"reviewRating":{rating}}}"#
            )
        };
        let day = r#""2024-05-01""#;
        for rating in [
            r#"{"alternateName":"Salah"}"#,
            r#"{"alternateName":["SALAH."]}"#,
            r#"{"alternateName":{"@value":"Hoaks","@language":"id"}}"#,
            r#"{"ratingValue":1,"bestRating":5,"worstRating":1}"#,
            r#"{"ratingValue":"2","bestRating":"5"}"#,
            r#"[{"ratingValue":1}]"#,
            r#"{"alternateName":"Salah","ratingValue":5}"#,
            r#""Salah""#,
        ] {
            let (reviews, left) = read(review(rating, day).as_bytes()).unwrap();
            assert_eq!((reviews.len(), left), (1, 0), "{rating}");
            assert!(!reviews[0].rating.is_empty(), "{rating}");
        }
        for rating in [
            r#"{"ratingValue":5,"bestRating":5}"#,
            r#"{"ratingValue":"5","bestRating":"5","worstRating":"1"}"#,
            r#"{"ratingValue":3}"#,
            r#"{"alternateName":"Sebagian besar benar"}"#,
            r#"{"alternateName":"BENAR."}"#,
            r#"{"alternateName":"Mostly true","ratingValue":1}"#,
            r#"{"alternateName":"Half true"}"#,
            r#"{"alternateName":"Terverifikasi"}"#,
            r#"{"alternateName":"Kesehatan"}"#,
            "{}",
            "null",
        ] {
            let (reviews, left) = read(review(rating, day).as_bytes()).unwrap();
            assert_eq!((reviews.len(), left), (0, 1), "{rating}");
        }
        for (date, wanted) in [
            (r#""2020""#, Some("2020")),
            ("2020", Some("2020")),
            (r#""2 Jan 2024""#, Some("2024-01-02")),
            (r#""2 Januari 2024""#, Some("2024-01-02")),
            (r#""segera""#, None),
            (r#""entah""#, None),
            ("null", None),
        ] {
            let feed = review(r#"{"alternateName":"Salah"}"#, date);
            let (reviews, left) = read(feed.as_bytes()).unwrap();
            assert_eq!(reviews.first().map(|r| r.date.as_str()), wanted, "{date}");
            assert_eq!(left, usize::from(wanted.is_none()), "{date}");
        }
    }

    #[test]
    fn a_table_may_number_its_judgements() {
        let csv =
            "klaim,tanggal,rating,bestRating\nA,2024,1,5\nB,2024,5,5\nC,2024,Parodi,\nD,2024,,\n";
        let (reviews, left) = read(csv.as_bytes()).unwrap();
        let seen: Vec<_> = reviews
            .iter()
            .map(|r| (r.claim.as_str(), r.rating.as_str(), r.finding))
            .collect();
        let wanted = [
            ("A", "1/5", Finding::False),
            ("C", "Parodi", Finding::Misleading),
        ];
        assert_eq!((seen.as_slice(), left), (wanted.as_slice(), 2));
        let labels = "klaim,tanggal,label\nA,2024,1\nB,2024,hoax\n";
        let (reviews, left) = read(labels.as_bytes()).unwrap();
        assert_eq!((reviews.len(), left), (1, 1));
    }
}

//! Fact-checks from outside: ClaimReview in JSON-LD (one, a list, a `@graph` or a feed), and CSV with the same columns.

use serde_json::Value;

use crate::catalogue::table;

/// A fact-check as its publisher gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Its address, or its place in the file.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// Wordings of the claim beside the first.
    pub forms: Vec<String>,
    /// The judgement in words: `Salah`, `Menyesatkan`.
    pub rating: String,
    /// When it was published: `2024-03-01`, as given.
    pub date: String,
    /// Who published it.
    pub author: String,
    /// Where.
    pub url: String,
}

/// Reads a feed; reviews without claim or date, and those that call the claim true, are left out and counted.
///
/// # Errors
/// When the bytes are neither JSON nor a table.
pub fn read(bytes: &[u8]) -> Result<(Vec<Review>, usize), crate::catalogue::CatalogueError> {
    let text = crate::encoding::decode(bytes);
    let mut all = Vec::new();
    if text.trim_start().starts_with(['{', '[']) {
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            collect(&value, &mut all, 0);
        } else {
            text.lines()
                .filter_map(|line| serde_json::from_str::<Value>(line).ok())
                .for_each(|value| collect(&value, &mut all, 0));
        }
    } else {
        all = rows(bytes)?;
    }
    let before = all.len();
    all.retain(|r| !r.claim.trim().is_empty() && !r.date.is_empty() && !is_true(&r.rating));
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

fn is_true(rating: &str) -> bool {
    let rating = rating.trim().to_lowercase();
    matches!(
        rating.as_str(),
        "benar" | "true" | "fakta" | "correct" | "accurate"
    )
}

/// Every ClaimReview at any depth that a feed has.
fn collect(value: &Value, out: &mut Vec<Review>, depth: u8) {
    if depth > 12 {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|v| collect(v, out, depth + 1)),
        Value::Object(map) => {
            let is = |v: &Value| {
                v.as_str() == Some("ClaimReview")
                    || v.as_array()
                        .is_some_and(|l| l.iter().any(|v| v.as_str() == Some("ClaimReview")))
            };
            if map.get("@type").is_some_and(is) {
                out.push(review(value));
            } else {
                map.values().for_each(|v| collect(v, out, depth + 1));
            }
        }
        _ => {}
    }
}

fn review(value: &Value) -> Review {
    let text = |pointer: &str| {
        value
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
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
    Review {
        id: text("/@id"),
        claim: text("/claimReviewed"),
        forms,
        rating: text("/reviewRating/alternateName"),
        date: text("/datePublished").chars().take(10).collect(),
        author: name("author"),
        url: text("/url"),
    }
}

fn rows(bytes: &[u8]) -> Result<Vec<Review>, crate::catalogue::CatalogueError> {
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
    let rating = column(&["rating", "alternatename", "label", "kategori"]);
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
        .map(|(_, cells)| Review {
            id: cell(cells, id),
            claim: cell(cells, claim),
            forms: Some(cell(cells, form))
                .into_iter()
                .filter(|f| !f.is_empty())
                .collect(),
            rating: cell(cells, rating),
            date: cell(cells, date),
            author: cell(cells, author),
            url: cell(cells, url),
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
}

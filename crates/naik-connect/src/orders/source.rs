//! Which export a heading belongs to: data with a day, not code.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use naik_core::sale::SaleChannel;
use serde::Deserialize;

use super::{Field, Mapping, OrdersError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "for whoever reads the file, and for its test")
    )]
    checked: String,
    source: Vec<Source>,
    guess: BTreeMap<Field, Vec<String>>,
}

/// One kind of export.
#[derive(Debug, Deserialize)]
pub(super) struct Source {
    pub(super) channel: SaleChannel,
    /// Headings that no other export has.
    marks: Vec<String>,
    /// Beginnings of states in which nothing was sold.
    pub(super) cancelled: Vec<String>,
    #[serde(flatten)]
    names: BTreeMap<Field, Vec<String>>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads every row of it"
)]
fn load() -> Known {
    toml::from_str(include_str!("../../data/orders.toml")).expect("orders.toml is well formed")
}

/// Columns of a heading by their meaning.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) channel: SaleChannel,
    pub(super) cancelled: &'static [String],
    /// Column numbers of each field, the first name of a field first.
    places: BTreeMap<Field, Vec<usize>>,
    pub(super) headings: Vec<String>,
}

/// States in which nothing was sold, in a table of anyone's.
static CANCELLED: LazyLock<Vec<String>> = LazyLock::new(|| {
    ["batal", "dibatalkan", "cancel"]
        .map(str::to_owned)
        .to_vec()
});

impl Columns {
    /// A field's cell: that of its first column that is there and not empty.
    pub(super) fn cell<'a>(&self, cells: &'a [String], field: Field) -> Option<(usize, &'a str)> {
        let places = self.places.get(&field)?;
        let mut first = None;
        for place in places {
            let text = cells.get(*place).map_or("", |cell| cell.trim());
            if !text.is_empty() {
                return Some((*place, text));
            }
            first.get_or_insert((*place, text));
        }
        first
    }

    /// Whether the file tells this field at all.
    pub(super) fn has(&self, field: Field) -> bool {
        self.places.contains_key(&field)
    }

    /// The heading of a column.
    pub(super) fn heading(&self, place: usize) -> String {
        let text = self.headings.get(place).map_or("", String::as_str);
        crate::clean::quote(text)
    }

    /// The heading of a field's first column.
    pub(super) fn heading_of(&self, field: Field) -> String {
        let place = self.places.get(&field).and_then(|p| p.first());
        place.map(|place| self.heading(*place)).unwrap_or_default()
    }

    /// A heading of a known export.
    pub(super) fn known(cells: &[String]) -> Option<Self> {
        let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        KNOWN.source.iter().find_map(|source| {
            if !source.marks.iter().any(|mark| plain.contains(mark)) {
                return None;
            }
            let places = places(&source.names, &plain);
            let has = |field| places.contains_key(&field);
            let whole = has(Field::Order)
                && has(Field::Day)
                && has(Field::Product)
                && (has(Field::Total) || has(Field::Price));
            whole.then(|| Self {
                channel: source.channel,
                cancelled: &source.cancelled,
                places,
                headings: cells.to_vec(),
            })
        })
    }

    /// A heading as a person mapped it.
    pub(super) fn mapped(
        cells: &[String],
        mapping: &Mapping,
        channel: SaleChannel,
    ) -> Result<Self, OrdersError> {
        let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        let mut found = BTreeMap::new();
        for (field, heading) in mapping {
            let wanted = self::plain(heading);
            let place = plain.iter().position(|cell| *cell == wanted);
            let place = place.ok_or_else(|| OrdersError::NoColumn(heading.clone()))?;
            found.insert(*field, vec![place]);
        }
        for field in [Field::Day, Field::Product] {
            if !found.contains_key(&field) {
                return Err(OrdersError::Missing(field));
            }
        }
        if !found.contains_key(&Field::Total) && !found.contains_key(&Field::Price) {
            return Err(OrdersError::Missing(Field::Total));
        }
        Ok(Self {
            channel,
            cancelled: CANCELLED.as_slice(),
            places: found,
            headings: cells.to_vec(),
        })
    }

    /// Whether a row may be the heading that a mapping was made for.
    pub(super) fn fits(cells: &[String], mapping: &Mapping) -> bool {
        let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        mapping
            .values()
            .all(|name| plain.contains(&self::plain(name)))
    }
}

/// What headings may mean in a table of anyone's.
pub(super) fn guess(cells: &[String]) -> Mapping {
    let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let mut used = Vec::new();
    let mut mapping = Mapping::new();
    for (field, names) in &KNOWN.guess {
        let place = names.iter().find_map(|name| {
            let found = plain.iter().position(|cell| cell == name);
            found.filter(|place| !used.contains(place))
        });
        if let Some((place, heading)) = place.and_then(|p| cells.get(p).map(|h| (p, h))) {
            used.push(place);
            mapping.insert(*field, heading.clone());
        }
    }
    mapping
}

fn places(names: &BTreeMap<Field, Vec<String>>, plain: &[String]) -> BTreeMap<Field, Vec<usize>> {
    names
        .iter()
        .filter_map(|(field, names)| {
            let places: Vec<usize> = names
                .iter()
                .filter_map(|name| plain.iter().position(|cell| cell == name))
                .collect();
            (!places.is_empty()).then_some((*field, places))
        })
        .collect()
}

/// A heading in small letters, its spaces counted once.
fn plain(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_owners_call_their_columns_is_guessed() {
        for (heading, wanted) in [
            (
                "Tgl;Barang;Banyaknya;Uang",
                "day=Tgl product=Barang quantity=Banyaknya total=Uang",
            ),
            (
                "tanggal jual;dagangan;laku;uang masuk",
                "day=tanggal jual product=dagangan quantity=laku total=uang masuk",
            ),
            (
                "Hari;Nama Barang;Jml;Harga;Total Uang",
                "day=Hari product=Nama Barang quantity=Jml price=Harga total=Total Uang",
            ),
            (
                "Tanggal;Menu;Pendapatan",
                "day=Tanggal product=Menu total=Pendapatan",
            ),
            ("a;b", ""),
        ] {
            let cells: Vec<String> = heading.split(';').map(str::to_owned).collect();
            let told: Vec<String> = guess(&cells)
                .into_iter()
                .map(|(field, name)| format!("{}={name}", field.key()))
                .collect();
            assert_eq!(told.join(" "), wanted, "{heading}");
        }
    }

    #[test]
    fn every_export_tells_what_must_be_known() {
        assert!(KNOWN.checked.parse::<jiff::civil::Date>().is_ok());
        for source in &KNOWN.source {
            for field in [
                Field::Order,
                Field::Day,
                Field::Product,
                Field::Price,
                Field::Status,
            ] {
                assert!(
                    source.names.contains_key(&field),
                    "{:?} {field:?}",
                    source.channel
                );
            }
            let all: Vec<&String> = source.names.values().flatten().collect();
            assert!(all.iter().all(|name| plain(name) == **name), "{all:?}");
            assert!(!source.marks.is_empty());
        }
    }
}

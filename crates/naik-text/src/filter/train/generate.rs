//! Own example texts: rows as they are, and grammars that are written out with a fixed seed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::Row;
use super::disguise::Chance;
use crate::filter::Label;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    generator: Vec<Generator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Generator {
    label: Label,
    kind: String,
    #[serde(rename = "lang")]
    _lang: String,
    count: usize,
    templates: Vec<String>,
    #[serde(default)]
    slots: BTreeMap<String, Vec<String>>,
}

/// Why a generator or row can't be used: with its kind or line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenerateError(pub String);

/// The rows of a `label TAB kind TAB lang TAB text` file.
///
/// # Errors
/// With the line that has no label or no text.
pub fn rows(text: &str) -> Result<Vec<Row>, GenerateError> {
    text.lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty())
        .map(|(number, line)| {
            let cells: Vec<&str> = line.splitn(4, '\t').collect();
            match cells.as_slice() {
                [label, _, _, text] => Label::parse(label).map(|label| Row {
                    label,
                    text: text.replace("\\n", "\n"),
                    weight: 1,
                }),
                _ => None,
            }
            .ok_or_else(|| GenerateError(format!("line {}: label, kind, lang, text", number + 1)))
        })
        .collect()
}

/// Writes out the generators of a file.
///
/// # Errors
/// When a slot is unknown or slots go in circles.
pub fn generate(text: &str, seed: u64) -> Result<Vec<Row>, GenerateError> {
    let file: File = toml::from_str(text).map_err(|e| GenerateError(e.to_string()))?;
    let mut out = Vec::new();
    for generator in &file.generator {
        let mut chance = Chance::new(seed ^ crate::normal::known::hash(generator.kind.as_bytes()));
        let mut seen = BTreeSet::new();
        for attempt in 0..generator.count * 4 {
            if seen.len() >= generator.count {
                break;
            }
            let Some(template) = generator
                .templates
                .get(attempt % generator.templates.len().max(1))
            else {
                break;
            };
            let text = expand(template, &generator.slots, &mut chance, 0)
                .map_err(|e| GenerateError(format!("{}: {}", generator.kind, e.0)))?;
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if seen.insert(text.clone()) {
                out.push(Row {
                    label: generator.label,
                    text,
                    weight: 1,
                });
            }
        }
    }
    Ok(out)
}

fn expand(
    template: &str,
    slots: &BTreeMap<String, Vec<String>>,
    chance: &mut Chance,
    depth: u8,
) -> Result<String, GenerateError> {
    if depth > 8 {
        return Err(GenerateError(format!(
            "slots go in circles in `{template}`"
        )));
    }
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '<']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let is_slot = from.starts_with('{');
        let close = if is_slot { '}' } else { '>' };
        let Some((inside, after)) = from.get(1..).and_then(|f| f.split_once(close)) else {
            return Err(GenerateError(format!("`{template}`: no `{close}`")));
        };
        let chosen = if is_slot {
            match slots.get(inside) {
                Some(values) => chance.of(values).cloned().unwrap_or_default(),
                None => built_in(inside, chance)
                    .ok_or_else(|| GenerateError(format!("no slot `{inside}`")))?,
            }
        } else {
            let values: Vec<&str> = inside.split('|').collect();
            chance
                .of(&values)
                .map(|v| (*v).to_owned())
                .unwrap_or_default()
        };
        out.push_str(&expand(&chosen, slots, chance, depth + 1)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn built_in(name: &str, chance: &mut Chance) -> Option<String> {
    let digits = |chance: &mut Chance, count: usize| -> String {
        (0..count)
            .map(|_| char::from(b'0' + chance.below(10) as u8))
            .collect()
    };
    let pick = |chance: &mut Chance, values: &[&str]| chance.of(values).map(|v| (*v).to_owned());
    match name {
        "phone" => {
            let head = pick(
                chance,
                &[
                    "0812", "0813", "0821", "0852", "0857", "0878", "0896", "+62812", "6281",
                ],
            )?;
            let count = 7 + chance.below(2) as usize;
            Some(head + &digits(chance, count))
        }
        "phone_masked" => Some(
            pick(chance, &["0812", "0813", "0857", "0822"])?
                + pick(chance, &["########", "#######", "xxxxxxxx"])?.as_str(),
        ),
        "rp" => {
            let n = 1 + chance.below(99);
            pick(
                chance,
                &[
                    "Rp{}.000.000",
                    "Rp {}.000.000",
                    "Rp{}jt",
                    "{} juta",
                    "Rp{}00.000",
                    "{}0rb",
                    "Rp. {}.500.000",
                    "{} jt",
                ],
            )
            .map(|t| t.replace("{}", &n.to_string()))
        }
        "code" => {
            let letters = |chance: &mut Chance, count: usize| -> String {
                (0..count)
                    .map(|_| char::from(b'a' + chance.below(26) as u8))
                    .collect()
            };
            Some(letters(chance, 3) + &digits(chance, 2) + &letters(chance, 1) + &digits(chance, 2))
        }
        "digits4" => Some(digits(chance, 4)),
        "digits6" => Some(digits(chance, 6)),
        "year" => Some((2015 + chance.below(12)).to_string()),
        "hour" => Some(format!("{:02}.{}0", 6 + chance.below(16), chance.below(6))),
        "day" => pick(
            chance,
            &[
                "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu", "hari ini",
                "besok", "lusa",
            ],
        ),
        "city" => pick(
            chance,
            &[
                "Malang",
                "Surabaya",
                "Bandung",
                "Semarang",
                "Medan",
                "Makassar",
                "Solo",
                "Kediri",
                "Bogor",
                "Bekasi",
                "Padang",
                "Palembang",
                "Denpasar",
                "Cirebon",
                "Tasikmalaya",
                "Blitar",
                "Jakarta",
                "Depok",
                "Tangerang",
                "Yogyakarta",
                "Sleman",
                "Bantul",
                "Magelang",
                "Purwokerto",
                "Cilacap",
                "Tegal",
                "Pekalongan",
                "Kudus",
                "Jepara",
                "Demak",
                "Pati",
                "Rembang",
                "Blora",
                "Sragen",
                "Klaten",
                "Wonogiri",
                "Boyolali",
                "Sidoarjo",
                "Gresik",
                "Lamongan",
                "Tuban",
                "Bojonegoro",
                "Madiun",
                "Ngawi",
                "Ponorogo",
                "Pacitan",
                "Jember",
                "Banyuwangi",
                "Situbondo",
                "Lumajang",
                "Sampang",
                "Sumenep",
                "Serang",
                "Cilegon",
                "Lebak",
                "Pandeglang",
                "Sukabumi",
                "Cianjur",
                "Garut",
                "Ciamis",
                "Subang",
                "Karawang",
                "Purwakarta",
                "Kuningan",
                "Majalengka",
                "Indramayu",
                "Lampung",
                "Bengkulu",
                "Jambi",
                "Riau",
                "Pekanbaru",
                "Dumai",
                "Batam",
                "Aceh",
                "Langsa",
                "Sabang",
                "Pangkalpinang",
                "Belitung",
                "Pontianak",
                "Singkawang",
                "Sambas",
                "Banjarmasin",
                "Martapura",
                "Samarinda",
                "Balikpapan",
                "Bontang",
                "Paser",
                "Tarakan",
                "Palangkaraya",
                "Sampit",
                "Manado",
                "Gorontalo",
                "Palu",
                "Banggai",
                "Kendari",
                "Bone",
                "Wajo",
                "Maros",
                "Gowa",
                "Parepare",
                "Ambon",
                "Ternate",
                "Sorong",
                "Jayapura",
                "Merauke",
                "Kupang",
                "Ende",
                "Mataram",
                "Bima",
                "Dompu",
                "Gianyar",
                "Buleleng",
                "Tabanan",
            ],
        ),
        "name" => pick(
            chance,
            &[
                "Budi", "Siti", "Agus", "Dewi", "Rina", "Joko", "Ayu", "Eko", "Wati", "Dian",
                "Rudi", "Lestari", "Asep", "Neng", "Slamet", "Putri", "Hendra", "Yuni", "Bambang",
                "Sri", "Wahyu", "Nita", "Ridwan", "Maya", "Dedi", "Ratna", "Iwan", "Lina", "Yanto",
                "Fitri", "Hasan", "Aminah", "Rahmat", "Nur", "Taufik", "Halimah", "Zainal", "Ika",
                "Arif", "Novi", "Gunawan", "Endang", "Surya", "Indah", "Yusuf", "Mega", "Fajar",
                "Tuti", "Darmawan", "Kartika", "Made", "Ketut", "Wayan", "Komang", "Andi", "Daeng",
                "Ucok", "Butet", "Togar", "Maria", "Yohanes", "Paulus", "Ester", "Linda", "Ujang",
                "Euis", "Cecep", "Tarjo", "Parmin", "Sukirman", "Haryono", "Suparti",
            ],
        ),
        "bank" => pick(
            chance,
            &[
                "BRI", "BCA", "Mandiri", "BNI", "BTN", "BSI", "CIMB", "Danamon",
            ],
        ),
        "wallet" => pick(chance, &["DANA", "OVO", "GoPay", "ShopeePay", "LinkAja"]),
        "market" => pick(
            chance,
            &[
                "Shopee",
                "Tokopedia",
                "Lazada",
                "TikTok Shop",
                "Blibli",
                "Bukalapak",
            ],
        ),
        "courier" => pick(
            chance,
            &[
                "JNE",
                "J&T",
                "SiCepat",
                "AnterAja",
                "Pos Indonesia",
                "Ninja",
                "ID Express",
            ],
        ),
        "ministry" => pick(
            chance,
            &[
                "Kemensos",
                "Kemenkeu",
                "Kemnaker",
                "Komdigi",
                "Kemenkes",
                "BPJS Kesehatan",
                "Kementerian Sosial",
            ],
        ),
        "tld" => pick(
            chance,
            &[
                "com", "xyz", "site", "online", "top", "club", "vip", "info", "my.id",
            ],
        ),
        "brandnum" => {
            let head = pick(
                chance,
                &[
                    "dewa", "raja", "mega", "naga", "bintang", "hoki", "sultan", "king", "zeus",
                    "garuda", "mawar", "jaya", "emas", "kilat", "surya", "planet", "galaksi",
                    "pandawa", "arjuna", "bola", "asia", "indo", "super", "turbo", "alexa", "luna",
                    "lotus", "tiger", "koi", "panda",
                ],
            )?;
            let mid = pick(
                chance,
                &["", "", "toto", "slot", "win", "bet", "play", "jp"],
            )?;
            let tail = pick(
                chance,
                &[
                    "77", "88", "99", "138", "168", "303", "4d", "777", "69", "188", "55", "388",
                    "33", "888", "11",
                ],
            )?;
            Some(head + &mid + &tail)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grammars_are_written_out_the_same_each_time() {
        let text = "[[generator]]\nlabel = \"scam\"\nkind = \"a\"\nlang = \"id\"\ncount = 5\ntemplates = [\"<Halo|Hai> {who} {phone}\"]\n[generator.slots]\nwho = [\"kak\", \"{name}\"]\n";
        let once = generate(text, 1).unwrap();
        assert_eq!(once.len(), 5);
        assert_eq!(once, generate(text, 1).unwrap());
        assert!(
            once.iter()
                .all(|r| r.label == Label::Scam && !r.text.contains(['{', '<']))
        );
        assert!(generate(&text.replace("{who}", "{nobody}"), 1).is_err());
        assert!(generate(&text.replace("\"kak\"", "\"{who}\""), 1).is_err());
        assert_eq!(
            rows("# x\nfine\ta\tid\tHalo\\nya\n").unwrap()[0].text,
            "Halo\nya"
        );
        assert!(rows("fine\ta\n").is_err());
    }
}

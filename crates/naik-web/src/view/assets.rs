//! Static files: inside the program, each with an address that changes with its bytes.

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// A static file.
pub(crate) struct File {
    /// Its bytes.
    pub(crate) bytes: &'static [u8],
    /// Its kind.
    pub(crate) mime: &'static str,
    /// Whether it was asked for by the address that changes with its bytes, so that it may be kept for ever.
    pub(crate) for_ever: bool,
}

/// The address of a file: `/static/naik.0123456789abcdef.css`.
pub(super) fn address(name: &str) -> String {
    let found = STATIC.iter().find(|(file, _, _)| *file == name);
    match (found, name.rsplit_once('.')) {
        (Some((_, hash, _)), Some((stem, ending))) => format!("/static/{stem}.{hash}.{ending}"),
        _ => format!("/static/{name}"),
    }
}

/// The file of an address below `/static/`, with its hash or without.
pub(crate) fn find(name: &str) -> Option<File> {
    let (plain, asked) = split(name);
    let (file, hash, bytes) = STATIC.iter().find(|(file, _, _)| *file == plain)?;
    Some(File {
        bytes,
        mime: mime(file),
        for_ever: asked == Some(*hash),
    })
}

/// `naik.0123456789abcdef.css` is `naik.css` with a hash.
fn split(name: &str) -> (String, Option<&str>) {
    let parts: Vec<&str> = name.rsplitn(3, '.').collect();
    match parts.as_slice() {
        [ending, hash, stem] if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            (format!("{stem}.{ending}"), Some(hash))
        }
        _ => (name.to_owned(), None),
    }
}

/// The kind of a file by its ending.
pub(crate) fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "html" => "text/html; charset=utf-8",
        "txt" | "srt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "xml" => "application/xml",
        "mp4" => "video/mp4",
        "ics" => "text/calendar; charset=utf-8",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_file() {
        let long = address("naik.css");
        assert!(long.len() > "/static/naik.css".len());
        let name = long.strip_prefix("/static/").unwrap();
        assert!(find(name).unwrap().for_ever);
        assert!(!find("naik.css").unwrap().for_ever);
        assert!(!find("naik.0000000000000000.css").unwrap().for_ever);
        assert!(find("../Cargo.toml").is_none());
        assert!(find("pjs.woff2").unwrap().bytes.starts_with(b"wOF2"));
        let sprite = std::str::from_utf8(find("ikon.svg").unwrap().bytes).unwrap();
        assert!(sprite.contains("<symbol id=\"camera\""));
    }
}

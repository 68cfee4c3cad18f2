//! The calendar as an iCalendar file (RFC 5545): one event a day at 18.00 in Jakarta.

use super::CalendarEntry;

/// Octets of a content line before it is folded (RFC 5545, 3.1).
const FOLD: usize = 75;

/// A calendar file with CRLF ends, folded lines, and identifiers that stay the same when it is made again.
///
/// `name` titles the calendar and takes part in the identifiers: use the product's name or slug.
pub fn ics(calendar: &[CalendarEntry], name: &str) -> String {
    let mut lines: Vec<String> = vec![
        "BEGIN:VCALENDAR".into(),
        "VERSION:2.0".into(),
        "PRODID:-//NaikKelas//Kalender Konten//ID".into(),
        "CALSCALE:GREGORIAN".into(),
        "METHOD:PUBLISH".into(),
        format!("X-WR-CALNAME:{}", escape(&format!("Konten {name}"))),
        "X-WR-TIMEZONE:Asia/Jakarta".into(),
        "BEGIN:VTIMEZONE".into(),
        "TZID:Asia/Jakarta".into(),
        "BEGIN:STANDARD".into(),
        "DTSTART:19700101T000000".into(),
        "TZOFFSETFROM:+0700".into(),
        "TZOFFSETTO:+0700".into(),
        "TZNAME:WIB".into(),
        "END:STANDARD".into(),
        "END:VTIMEZONE".into(),
    ];
    // The stamp may not come from a clock: it is the morning of the first day.
    let stamp = calendar
        .first()
        .map(|e| e.date.strftime("%Y%m%dT000000Z").to_string())
        .unwrap_or_default();
    let owner = naik_core::slug::slug(name);
    for entry in calendar {
        let day = entry.date.strftime("%Y%m%d");
        let title = match &entry.occasion {
            Some(occasion) => format!("{}: {occasion}", entry.channel.name()),
            None => format!("{}: {}", entry.channel.name(), first_words(&entry.text)),
        };
        lines.extend([
            "BEGIN:VEVENT".into(),
            format!("UID:{day}-{}-{owner}@naikkelas", entry.channel.key()),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;TZID=Asia/Jakarta:{day}T180000"),
            format!("DTEND;TZID=Asia/Jakarta:{day}T183000"),
            format!("SUMMARY:{}", escape(&title)),
            format!(
                "DESCRIPTION:{}",
                escape(&format!("{}\n\n{}", entry.idea, entry.text))
            ),
            format!("CATEGORIES:{}", escape(entry.channel.name())),
            "TRANSP:TRANSPARENT".into(),
            "END:VEVENT".into(),
        ]);
    }
    lines.push("END:VCALENDAR".into());
    let mut out = String::new();
    for line in lines {
        fold(&line, &mut out);
    }
    out
}

fn first_words(text: &str) -> String {
    text.split_whitespace()
        .take(7)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Text values escape backslash, semicolon, comma and line breaks (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A content line, broken before its 76th octet, never inside a character.
fn fold(line: &str, out: &mut String) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > FOLD {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use naik_core::channel::Channel;

    use super::*;

    #[test]
    fn a_calendar_is_well_formed() {
        let entry = CalendarEntry {
            date: date(2026, 12, 22),
            channel: Channel::Instagram,
            occasion: Some("Hari Ibu".into()),
            source: None,
            selling: false,
            idea: "Foto, lalu tulis; mudah".into(),
            text: "Selamat Hari Ibu 🙏 ".repeat(8),
        };
        let text = ics(&[entry], "Keripik Tempe");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert!(
            text.split("\r\n")
                .all(|l| l.len() <= FOLD && !l.contains('\n'))
        );
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("UID:20261222-instagram-keripik-tempe@naikkelas\r\n"));
        assert!(unfolded.contains("DTSTART;TZID=Asia/Jakarta:20261222T180000\r\n"));
        assert!(unfolded.contains(r"DESCRIPTION:Foto\, lalu tulis\; mudah\n\nSelamat Hari Ibu"));
    }
}

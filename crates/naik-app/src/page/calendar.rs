//! Thirty days of posts, week by week.

use jiff::civil::Date;
use serde::Serialize;

use super::assets::address;
use super::{CalendarDay, Page};
use crate::words::Words;

/// Seven days from the calendar's first day on.
#[derive(Serialize)]
pub(super) struct Week<'a> {
    number: usize,
    /// `23 Nov – 29 Nov`.
    span: String,
    days: Vec<Day<'a>>,
}

#[derive(Serialize)]
struct Day<'a> {
    date: &'a str,
    number: i8,
    weekday: String,
    full: String,
    channel: &'a str,
    title: &'a str,
    body: &'a str,
    occasion: Option<&'a str>,
    picture: Option<String>,
    /// What the picture is called on this page or in its folder.
    picture_name: Option<&'a str>,
}

/// Days with their dates.
type Dated<'a> = Vec<(Date, &'a CalendarDay)>;

/// The weeks of the calendar; a day whose date can't be read is left out.
pub(super) fn weeks<'a>(page: &Page<'a>) -> Vec<Week<'a>> {
    let dated: Dated<'_> = page
        .calendar
        .iter()
        .filter_map(|day| Some((day.date.parse().ok()?, day)))
        .collect();
    let Some(first) = dated.iter().map(|(date, _)| *date).min() else {
        return Vec::new();
    };
    let mut weeks: Vec<(i32, Dated<'_>)> = Vec::new();
    for (date, day) in dated {
        let index = (date - first).get_days().div_euclid(7);
        match weeks.last_mut() {
            Some((last, days)) if *last == index => days.push((date, day)),
            _ => weeks.push((index, vec![(date, day)])),
        }
    }
    let numbered = weeks.into_iter().map(|(_, days)| days).enumerate();
    numbered
        .map(|(at, days)| week(at + 1, days, page.words))
        .collect()
}

fn week<'a>(number: usize, days: Dated<'a>, words: &Words) -> Week<'a> {
    Week {
        number,
        span: span(&days, words),
        days: days
            .into_iter()
            .map(|(date, day)| view_of(date, day, words))
            .collect(),
    }
}

fn view_of<'a>(date: Date, day: &'a CalendarDay, words: &Words) -> Day<'a> {
    Day {
        date: &day.date,
        number: date.day(),
        weekday: weekday(date, words).chars().take(3).collect(),
        full: written(date, words),
        channel: &day.channel,
        title: &day.title,
        body: &day.body,
        occasion: day.occasion.as_deref(),
        picture: day.picture.as_deref().map(address),
        picture_name: day.picture.as_deref(),
    }
}

fn span(days: &[(Date, &CalendarDay)], words: &Words) -> String {
    let short = |date: &Date| {
        format!(
            "{} {}",
            date.day(),
            month(*date, words).chars().take(3).collect::<String>()
        )
    };
    match (days.first(), days.last()) {
        (Some((first, _)), Some((last, _))) if first != last => {
            format!("{} – {}", short(first), short(last))
        }
        (Some((only, _)), _) => short(only),
        _ => String::new(),
    }
}

fn weekday(date: Date, words: &Words) -> String {
    words.label(
        &format!("weekday-{}", date.weekday().to_monday_one_offset()),
        &[],
    )
}

fn month(date: Date, words: &Words) -> String {
    words.label(&format!("month-{}", date.month()), &[])
}

/// `Senin, 23 November 2026`.
fn written(date: Date, words: &Words) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    let args = [
        ("weekday", weekday(date, words)),
        ("day", day),
        ("month", month(date, words)),
        ("year", year),
    ];
    let args: Vec<(&str, &str)> = args
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    words.label("page-date", &args)
}

/// An ISO date as people write it; anything else as it is.
pub(super) fn long_date(date: &str, words: &Words) -> String {
    date.parse()
        .map_or_else(|_| date.to_owned(), |date| written(date, words))
}

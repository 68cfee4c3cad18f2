//! A picture of the kit for each day of the calendar.

use naik_core::channel::Channel;
use naik_core::kit::{Kit, Output, OutputKind};
use naik_text::copy::CalendarEntry;

/// What a day's picture may be, the best first; `None` stands for the photos in turn.
type Wishes = &'static [Option<&'static str>];

/// Posts by their names; the photos in between, so that a month is no row of posters.
fn wishes(entry: &CalendarEntry) -> Wishes {
    if entry.selling {
        return &[Some("price-card"), Some("feed"), Some("carousel-3")];
    }
    match entry.channel {
        Channel::WhatsAppStatus => &[Some("status"), None, Some("story"), None],
        Channel::Tiktok => &[Some("cover"), None, Some("story"), None],
        Channel::Instagram => &[
            None,
            Some("carousel-1"),
            None,
            Some("feed"),
            Some("carousel-2"),
        ],
        Channel::WhatsAppBroadcast => &[Some("square"), None],
        _ => &[None, Some("square"), None, Some("carousel-2")],
    }
}

/// A path for each day; `None` where the kit has no picture at all.
///
/// Each channel goes through its own wishes in turn, so no picture comes twice in a row in one place.
pub(crate) fn pictures(calendar: &[CalendarEntry], kit: &Kit) -> Vec<Option<String>> {
    let photos = photos(kit);
    let named = |name: &str| {
        kit.outputs.iter().find(|output| {
            matches!(output.kind, OutputKind::Post | OutputKind::Cover) && output.variety == name
        })
    };
    let mut turns: Vec<((Channel, bool), usize)> = Vec::new();
    let mut next_photo = 0;
    calendar
        .iter()
        .map(|entry| {
            let key = (entry.channel, entry.selling);
            let at = turns.iter().position(|(known, _)| *known == key);
            let at = at.unwrap_or_else(|| {
                turns.push((key, 0));
                turns.len() - 1
            });
            let turn = turns.get_mut(at).map_or(0, |(_, turn)| {
                *turn += 1;
                *turn - 1
            });
            let list = wishes(entry);
            let mut photo = || {
                next_photo += 1;
                photos.get((next_photo - 1) % photos.len().max(1)).copied()
            };
            let wished =
                (0..list.len()).find_map(|step| match list.get((turn + step) % list.len())? {
                    Some(name) => named(name),
                    None => photo(),
                });
            wished.or_else(photo).map(|output| output.path.clone())
        })
        .collect()
}

/// Photos that can be posted: scenes and tidied photos of all photos in turn, then those on white.
fn photos(kit: &Kit) -> Vec<&Output> {
    let of = |kind: OutputKind| kit.outputs.iter().filter(move |output| output.kind == kind);
    let scenes: Vec<&Output> = of(OutputKind::Scene).collect();
    let tidied: Vec<&Output> = of(OutputKind::Tidied).collect();
    let mut photos = Vec::new();
    for nth in 0..scenes.len().max(tidied.len()) {
        photos.extend(scenes.get(nth));
        photos.extend(tidied.get(nth));
    }
    photos.extend(of(OutputKind::White));
    photos
}

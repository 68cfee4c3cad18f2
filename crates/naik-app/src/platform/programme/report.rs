//! A cohort's month on paper: the board's newest version of that month and the figures that were known of it, hidden where
//! the board's page hides.

use naik_core::access::Who;
use naik_core::id::CohortId;
use naik_core::measure::bootstrap::Interval;
use naik_core::measure::figures::{Figures, Side};
use naik_core::measure::share::{percent as in_percent, signed};
use naik_core::measure::suppress::LEAST;
use naik_core::message::{Explain, Message};
use naik_core::month::Month;
use naik_core::programme::board::{AT_RISK, Board, Count, Shown, alone, percent};
use naik_core::programme::cohort::WEEKS;
use naik_core::programme::level::Level;
use naik_core::slug::slug;
use naik_press::document::{CohortMonth, Count as Basis, Figure, Rung, cohort_month};
use naik_store::repo::board::{self, Kept};
use naik_store::repo::growth::{self, Kept as KeptGrowth};
use naik_store::repo::sale::Days;

use super::super::error::Fault;
use super::super::paper::{day, month_name, sayer};
use super::super::{Platform, apart};
use super::cohort::View;
use crate::words::Words;

/// Counts of a board that stand at the head.
const HEAD: [&str; 3] = ["active", "selling", "at-risk"];

impl Platform {
    /// Months of which a cohort's board tells, the newest first.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort.
    pub async fn board_months(&self, who: &Who, id: CohortId) -> Result<Vec<Month>, Fault> {
        self.run_cohort(who, id).await?;
        let days = board::days(self.store.db(), id).await?;
        let mut months: Vec<Month> = days.into_iter().map(Month::of).collect();
        months.dedup();
        Ok(months)
    }

    /// A month of a cohort as a PDF, with a name for it; where none is named the last one that is over.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort, `Refused` when the month has not begun or nothing was reckoned in it.
    pub async fn cohort_paper(
        &self,
        who: &Who,
        id: CohortId,
        month: Option<Month>,
        words: Words,
    ) -> Result<(Vec<u8>, String), Fault> {
        let view = self.cohort_view(who, id).await?;
        let month = month.unwrap_or_else(|| Month::of(view.today).before());
        month
            .begun(view.today)
            .map_err(|error| Fault::field("bulan", error.explain()))?;
        let db = self.store.db();
        let days = Days {
            first: month.first(),
            last: month.last(),
        };
        let Some(kept) = board::within(db, id, days).await? else {
            let named = month_name(&words, month.first());
            let message = Message::new("report-no-board").with("month", named);
            return Err(Fault::field("bulan", message));
        };
        let figures = growth::up_to(db, id, month.first()).await?;
        let name = format!("laporan-{}-{month}.pdf", slug(&view.programme.name));
        let told = told(&view, &kept, figures.as_ref(), month, &words);
        let _turn = self.heavy_turn().await?;
        let bytes = apart(move || cohort_month(&told, &sayer(&words))?.pdf()).await?;
        Ok((bytes, name))
    }
}

/// What the paper says.
fn told(
    view: &View,
    kept: &Kept,
    figures: Option<&KeptGrowth>,
    month: Month,
    words: &Words,
) -> CohortMonth {
    let (board, run) = (&kept.board, &view.standing.kept.cohort);
    let say = |key: &str, args: &[(&str, &str)]| words.label(key, args);
    let start = day(words, run.start);
    let (uncounted, counted) = board.halves_shown();
    let whole = Basis {
        n: counted,
        missing: uncounted,
    };
    let made = super::super::day(kept.made_at);
    let version = kept.version.to_string();
    let made_said = day(words, made);
    CohortMonth {
        cohort: view.programme.name.clone(),
        programme: [
            &say("laporan-angkatan", &[("tanggal", &start)]),
            &view.organisation,
            view.programme.area.label(),
        ]
        .join(" · "),
        month: month_name(words, month.first()),
        week: (
            u32::from(run.week(board.day).unwrap_or(WEEKS)),
            u32::from(WEEKS),
        ),
        made,
        made_said: say(
            "laporan-disusun",
            &[("tanggal", &made_said), ("versi", &version)],
        ),
        lang: words.lang(),
        figures: head(board, words),
        ladder: ladder(board, words),
        ladder_count: whole,
        counts: counts(board, whole, words),
        growth: moved(figures, words),
        caveats: caveats(board, figures, words),
    }
}

fn head(board: &Board, words: &Words) -> Vec<Figure> {
    let shops = Figure {
        label: words.label("papan-ikut", &[]),
        value: value(alone(board.shops)),
        count: Basis {
            n: alone(board.shops),
            missing: Shown::Exact(0),
        },
    };
    let all = board.counts();
    let chosen = HEAD
        .iter()
        .filter_map(|wanted| all.iter().find(|(key, _)| key == wanted));
    std::iter::once(shops)
        .chain(chosen.map(|(key, count)| figure(key, *count, words)))
        .collect()
}

/// The other numbers, those who left, and what was sent.
fn counts(board: &Board, whole: Basis, words: &Words) -> Vec<Figure> {
    let all = board.counts();
    let others = all.iter().filter(|(key, _)| !HEAD.contains(key));
    let mut rows: Vec<Figure> = others
        .map(|(key, count)| figure(key, *count, words))
        .collect();
    let (left, shops) = (alone(board.left), alone(board.shops));
    rows.push(Figure {
        label: words.label("laporan-keluar", &[]),
        value: value(left),
        count: Basis {
            // Whoever knows both wholes knows the third number.
            n: match (left, shops) {
                (Shown::Exact(left), Shown::Exact(shops)) => Shown::Exact(left + shops),
                _ => Shown::Hidden,
            },
            missing: Shown::Exact(0),
        },
    });
    let pieces = board.evidence;
    for (key, count) in [
        ("laporan-bukti-diterima", pieces.accepted),
        ("laporan-bukti-tunggu", pieces.waiting),
        ("laporan-bukti-ditolak", pieces.refused),
    ] {
        rows.push(Figure {
            label: words.label(key, &[]),
            value: value(Shown::Exact(count)),
            count: whole,
        });
    }
    rows
}

fn figure(key: &str, count: Count, words: &Words) -> Figure {
    let told = count.shown();
    let label = words.label(&format!("papan-angka-{key}"), &[]);
    Figure {
        value: match (told.have, told.of) {
            (Shown::Exact(have), Shown::Exact(of)) if of > 0 => {
                Some(format!("{have} ({}%)", percent(have, of)))
            }
            (have, _) => value(have),
        },
        label,
        count: Basis {
            n: told.of,
            missing: told.missing,
        },
    }
}

/// A number in letters; `None` where it counts so few that it is not told.
fn value(count: Shown) -> Option<String> {
    match count {
        Shown::Exact(count) => Some(count.to_string()),
        Shown::Few => None,
        Shown::Hidden => Some("–".to_owned()),
    }
}

fn ladder(board: &Board, words: &Words) -> Vec<Rung> {
    let names = std::iter::once(words.label("papan-tanpa-kelas", &[])).chain(
        Level::all().map(|level| format!("{} {}", level.number(), words.say(&level.name()).text)),
    );
    let (Some(first), Some(last)) = (board.weeks.first(), board.weeks.last()) else {
        return Vec::new();
    };
    let cells = board.row(first).into_iter().zip(board.row(last));
    names
        .zip(cells)
        .map(|(name, (before, now))| Rung { name, before, now })
        .collect()
}

/// How sales moved, in the sentences of the figures' page.
fn moved(kept: Option<&KeptGrowth>, words: &Words) -> Vec<String> {
    let say = |key: &str, args: &[(&str, &str)]| words.label(key, args);
    let Some(found) = kept.map(|kept| &kept.figures) else {
        return vec![say("laporan-tumbuh-kosong", &[])];
    };
    let Some(recent) = &found.frame.recent else {
        return vec![say("laporan-tumbuh-awal", &[])];
    };
    let span = |months: &[jiff::civil::Date; 3]| {
        let [first, .., last] = *months;
        let (first, last) = (month_name(words, first), month_name(words, last));
        say(
            "tumbuh-rentang-bulan",
            &[("awal", &first), ("akhir", &last)],
        )
    };
    let (before, after) = (span(&found.frame.baseline), span(recent));
    let mut lines = vec![say(
        "tumbuh-banding",
        &[("sebelum", &before), ("sesudah", &after)],
    )];
    lines.push(side("tumbuh-cohort", &found.cohort, words));
    if found.waiting.shops > 0 {
        lines.push(side("tumbuh-waiting", &found.waiting, words));
    }
    lines.extend(compared(found, words));
    lines
}

/// One side of the draw: `Ikut program: +20%. …`.
fn side(key: &str, side: &Side, words: &Words) -> String {
    let say = |key: &str, args: &[(&str, &str)]| words.label(key, args);
    let (least, shops) = (LEAST.to_string(), side.shops.to_string());
    let known = match side.measured {
        Some(measured) => {
            let missing = side.shops.saturating_sub(measured).to_string();
            say(
                "tumbuh-dari",
                &[
                    ("n", &measured.to_string()),
                    ("semua", &shops),
                    ("hilang", &missing),
                ],
            )
        }
        None => say("tumbuh-kurang", &[("n", &least), ("semua", &shops)]),
    };
    let name = say(key, &[]);
    let Some(spread) = &side.growth else {
        let few = say("tumbuh-terlalu-sedikit", &[("n", &least)]);
        return format!("{name}: {few}. {known}");
    };
    let [lower, median, upper] =
        [spread.lower, spread.median, spread.upper].map(|share| signed(in_percent(share)));
    let middle = say("laporan-tengah", &[("bawah", &lower), ("atas", &upper)]);
    let mut parts = vec![format!("{name}: {median}"), middle];
    parts.extend(
        side.interval
            .as_ref()
            .map(|interval| range(interval, words)),
    );
    parts.push(known);
    parts.join(". ")
}

/// Those with a place against those who wait.
fn compared(found: &Figures, words: &Words) -> Option<String> {
    let say = |key: &str, args: &[(&str, &str)]| words.label(key, args);
    let Some(one) = &found.comparison else {
        let key = if found.waiting.shops > 0 {
            "tumbuh-tanpa-selisih"
        } else {
            "tumbuh-tanpa-tunggu"
        };
        return Some(say(key, &[("n", &LEAST.to_string())]));
    };
    let difference = signed(in_percent(one.difference));
    let against = say(
        "tumbuh-lawan",
        &[
            ("kelas", &one.cohort.to_string()),
            ("tunggu", &one.waiting.to_string()),
        ],
    );
    let mut parts = vec![
        format!("{}: {difference}", say("tumbuh-selisih", &[])),
        range(&one.interval, words),
        against,
    ];
    if one.interval.holds_zero() {
        parts.push(say("tumbuh-kebetulan", &[]));
    }
    Some(parts.join(". "))
}

/// `Rentang 95%: +12% sampai +28%`.
fn range(interval: &Interval, words: &Words) -> String {
    let ends = [interval.low, interval.high].map(|share| signed(in_percent(share)));
    let [low, high] = &ends;
    let range = words.label("tumbuh-rentang", &[("awal", low), ("akhir", high)]);
    words.label("tumbuh-yakin", &[("rentang", &range)])
}

/// What the numbers don't prove, and how they are to be read.
fn caveats(board: &Board, kept: Option<&KeptGrowth>, words: &Words) -> Vec<String> {
    let say = |key: &str, args: &[(&str, &str)]| words.label(key, args);
    let mut lines = Vec::new();
    let figures = kept.map(|kept| &kept.figures);
    if let Some(found) = figures.filter(|found| found.frame.recent.is_some()) {
        let cause = if found.drawn {
            "tumbuh-bukan-sebab-undi"
        } else {
            "tumbuh-bukan-sebab"
        };
        for key in [
            cause,
            "laporan-bukan-sumber",
            "tumbuh-bukan-hilang",
            "tumbuh-bukan-untung",
        ] {
            lines.push(say(key, &[]));
        }
        lines.extend(found.seasons.iter().map(|season| {
            let stem = if season.sure {
                "tumbuh-musim"
            } else {
                "tumbuh-musim-kira"
            };
            say(
                &format!("{stem}-{}", season.key()),
                &[
                    ("sebelum", &season.before.to_string()),
                    ("sesudah", &season.after.to_string()),
                ],
            )
        }));
    }
    lines.push(say("papan-risiko", &[("persen", &AT_RISK.to_string())]));
    lines.push(say("papan-sembunyi", &[]));
    let spoken = day(words, board.day);
    lines.push(say("laporan-per", &[("tanggal", &spoken)]));
    lines
}

//! A cohort's board as files: what the page shows, and nothing that it hides.

use jiff::civil::Date;
use naik_connect::columns::{Column, Values, parquet};
use naik_connect::ledger::{Cell, Sheet, csv, workbook};
use naik_core::access::Who;
use naik_core::id::CohortId;
use naik_core::programme::board::{Board, Shown};
use naik_core::programme::level::Level;

use super::super::error::Fault;
use super::super::{Platform, apart};
use super::board::BoardView;
use crate::words::Words;

impl Platform {
    /// A board as a workbook: the ladder, the other numbers, the mentors' loads; with a name for it.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort, or nothing was reckoned yet.
    pub async fn board_workbook(
        &self,
        who: &Who,
        id: CohortId,
        words: Words,
    ) -> Result<(Vec<u8>, String), Fault> {
        let view = self.board(who, id).await?;
        let board = reckoned(&view)?;
        let sheets = [
            ladder(board, &words),
            numbers(board, &words),
            mentors(&view, &words),
        ];
        let day = board.day;
        let name = format!("papan-{day}.xlsx");
        let title = view.view.programme.name;
        let _turn = self.heavy_turn().await?;
        let bytes = apart(move || workbook(&title, day, &sheets)).await?;
        Ok((bytes, name))
    }

    /// A board's ladder as CSV, with a name for it.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort, or nothing was reckoned yet.
    pub async fn board_table(
        &self,
        who: &Who,
        id: CohortId,
        words: &Words,
    ) -> Result<(Vec<u8>, String), Fault> {
        let view = self.board(who, id).await?;
        let board = reckoned(&view)?;
        let bytes =
            csv(&ladder(board, words)).map_err(|error| Fault::Internal(error.to_string()))?;
        Ok((bytes, format!("tangga-{}.csv", board.day)))
    }

    /// A board's numbers as Parquet, one row each, with a name for the file.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort, or nothing was reckoned yet.
    pub async fn board_columns(&self, who: &Who, id: CohortId) -> Result<(Vec<u8>, String), Fault> {
        let view = self.board(who, id).await?;
        let board = reckoned(&view)?;
        let columns = Rows::of(board).columns();
        let bytes =
            parquet("papan", &columns).map_err(|error| Fault::Internal(error.to_string()))?;
        Ok((bytes, format!("papan-{}.parquet", board.day)))
    }
}

/// Numbers of a board, one after the other.
#[derive(Default)]
struct Rows {
    week: Vec<Option<i64>>,
    day: Vec<Option<Date>>,
    measure: Vec<Option<String>>,
    part: Vec<Option<String>>,
    value: Vec<Option<i64>>,
    hidden: Vec<Option<String>>,
}

impl Rows {
    /// The ladder week by week, then the other numbers.
    fn of(board: &Board) -> Self {
        let mut rows = Self::default();
        for week in &board.weeks {
            let steps = std::iter::once("none".to_owned())
                .chain(Level::all().map(|level| level.number().to_string()));
            for (step, count) in steps.zip(board.row(week)) {
                rows.add((Some(week.number), week.day), ("level", &step), count);
            }
        }
        for (key, count) in board.counts() {
            let told = count.shown();
            let parts = [
                ("yes", told.have),
                ("no", told.rest),
                ("missing", told.missing),
            ];
            for (part, count) in parts {
                rows.add((None, board.day), (key, part), count);
            }
        }
        rows
    }

    fn add(
        &mut self,
        (week, day): (Option<u8>, Date),
        (measure, part): (&str, &str),
        count: Shown,
    ) {
        let (value, hidden) = match count {
            Shown::Exact(count) => (i64::try_from(count).ok(), None),
            Shown::Few => (None, Some("few")),
            Shown::Hidden => (None, Some("hidden")),
        };
        self.week.push(week.map(i64::from));
        self.day.push(Some(day));
        self.measure.push(Some(measure.to_owned()));
        self.part.push(Some(part.to_owned()));
        self.value.push(value);
        self.hidden.push(hidden.map(str::to_owned));
    }

    fn columns(self) -> [Column; 6] {
        [
            ("measure", Values::Text(self.measure)),
            ("part", Values::Text(self.part)),
            ("week", Values::Whole(self.week)),
            ("day", Values::Day(self.day)),
            ("value", Values::Whole(self.value)),
            ("hidden", Values::Text(self.hidden)),
        ]
        .map(|(name, values)| Column { name, values })
    }
}

fn reckoned(view: &BoardView) -> Result<&Board, Fault> {
    view.kept
        .as_ref()
        .map(|kept| &kept.board)
        .ok_or(Fault::Missing)
}

fn cell(count: Shown) -> Cell {
    match count {
        Shown::Exact(count) => Cell::Whole(count),
        Shown::Few => "<5".into(),
        Shown::Hidden => "-".into(),
    }
}

fn ladder(board: &Board, words: &Words) -> Sheet {
    let say = |key: &str| words.label(key, &[]);
    let mut columns = vec![
        (say("papan-minggu"), 10),
        (say("papan-tanggal"), 13),
        (say("papan-tanpa-kelas"), 13),
    ];
    columns.extend(Level::all().map(|level| (level_name(words, level), 13)));
    let rows = board.weeks.iter().map(|week| {
        let mut row = vec![Cell::Whole(u64::from(week.number)), Cell::Day(week.day)];
        row.extend(board.row(week).into_iter().map(cell));
        row
    });
    Sheet {
        name: say("papan-tangga"),
        title: say("papan-tangga"),
        note: say("papan-sembunyi"),
        columns,
        rows: rows.collect(),
    }
}

fn numbers(board: &Board, words: &Words) -> Sheet {
    let say = |key: &str| words.label(key, &[]);
    let rows = board.counts().into_iter().map(|(key, count)| {
        let told = count.shown();
        let mut row = vec![Cell::Text(say(&format!("papan-angka-{key}")))];
        row.extend([told.have, told.rest, told.missing].map(cell));
        row
    });
    Sheet {
        name: say("papan-angka"),
        title: say("papan-angka"),
        note: say("papan-sembunyi"),
        columns: vec![
            (say("papan-hal"), 44),
            (say("papan-ya"), 12),
            (say("papan-tidak"), 12),
            (say("papan-belum-tahu"), 14),
        ],
        rows: rows.collect(),
    }
}

fn mentors(view: &BoardView, words: &Words) -> Sheet {
    let say = |key: &str| words.label(key, &[]);
    let row = |(name, shops): &(String, u64)| vec![Cell::Text(name.clone()), Cell::Whole(*shops)];
    Sheet {
        name: say("papan-pendamping"),
        title: say("papan-pendamping"),
        note: String::new(),
        columns: vec![(say("papan-pendamping"), 36), (say("papan-usaha"), 14)],
        rows: view.loads.iter().map(row).collect(),
    }
}

fn level_name(words: &Words, level: Level) -> String {
    format!("{} {}", level.number(), words.say(&level.name()).text)
}

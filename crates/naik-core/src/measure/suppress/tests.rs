//! Whoever sees a table tries every table that it could be.

use std::collections::BTreeSet;

use super::*;

fn text(shown: &Shown) -> String {
    let cell = |cell: &Option<u32>| cell.map_or("*".to_owned(), |n| n.to_string());
    let mut lines = Vec::new();
    for (line, total) in shown.cells.iter().zip(&shown.rows) {
        let cells: Vec<String> = line.iter().map(cell).collect();
        lines.push(format!("{} = {}", cells.join(" "), cell(total)));
    }
    let totals: Vec<String> = shown.columns.iter().map(cell).collect();
    lines.push(format!("{} = {}", totals.join(" "), cell(&shown.total)));
    lines.join("\n")
}

#[test]
fn small_cells_do_not_come_back_by_subtraction() {
    let shown = |cells: &[Vec<u32>], known| text(&protect(cells, known));
    // Nothing is small.
    assert_eq!(
        shown(&[vec![9, 12], vec![7, 0]], true),
        "9 12 = 21\n7 0 = 7\n16 12 = 28"
    );
    // 3 goes, and 20 with it, and both totals of their rows.
    assert_eq!(
        shown(&[vec![3, 30], vec![20, 40]], true),
        "* * = 33\n* * = 60\n23 70 = 93"
    );
    // A group of four can't be cut up at all.
    assert_eq!(
        shown(&[vec![3, 30], vec![1, 40]], true),
        "* * = *\n* * = *\n4 70 = 74"
    );
    assert_eq!(text(&protect(&[], true)), " = 0");
}

/// Values that each inner cell can have in a table that looks like `shown`, tried one by one up to five above the true ones.
fn possible(shown: &Shown, cells: &[Vec<u32>]) -> Vec<Vec<BTreeSet<u32>>> {
    let (rows, columns) = (shown.cells.len(), shown.columns.len());
    let mut found = vec![vec![BTreeSet::new(); columns]; rows];
    let mut table = vec![vec![0; columns]; rows];
    fill(shown, cells, 0, &mut table, &mut found);
    found
}

fn fill(
    shown: &Shown,
    cells: &[Vec<u32>],
    place: usize,
    table: &mut Vec<Vec<u32>>,
    found: &mut Vec<Vec<BTreeSet<u32>>>,
) {
    let (rows, columns) = (shown.cells.len(), shown.columns.len());
    if place == rows * columns {
        let of_column = |column: usize| table.iter().map(|line| line[column]).sum::<u32>();
        let fits = (0..columns).all(|column| {
            let sum = of_column(column);
            shown.columns[column].is_none_or(|told| told == sum)
        });
        let all = (0..columns).map(of_column).sum::<u32>();
        if fits && shown.total.is_none_or(|told| told == all) {
            for (line, values) in table.iter().zip(found) {
                for (value, set) in line.iter().zip(values) {
                    set.insert(*value);
                }
            }
        }
        return;
    }
    let (row, column) = (place / columns, place % columns);
    let tries = match shown.cells[row][column] {
        Some(told) => told..=told,
        None => 0..=cells[row][column] + LEAST,
    };
    for value in tries {
        table[row][column] = value;
        let sum: u32 = table[row][..=column].iter().sum();
        let ends = column + 1 == columns;
        let fits = shown.rows[row].is_none_or(|told| if ends { sum == told } else { sum <= told });
        if fits {
            fill(shown, cells, place + 1, table, found);
        }
    }
    table[row][column] = 0;
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(160))]
    #[test]
    fn no_small_cell_can_be_worked_out(
        cells in proptest::collection::vec(proptest::collection::vec(0_u32..14, 2), 2..4),
        known in proptest::bool::ANY,
    ) {
        let shown = protect(&cells, known);
        let hidden = shown.cells.iter().flatten().filter(|cell| cell.is_none()).count();
        proptest::prop_assume!(hidden <= 5 || shown.rows.iter().all(Option::is_some));
        // Nothing small is shown, and what is shown is true.
        for (line, told) in cells.iter().zip(&shown.cells) {
            for (value, told) in line.iter().zip(told) {
                if let Some(told) = told {
                    proptest::prop_assert_eq!(told, value);
                    proptest::prop_assert!(*value == 0 || *value >= LEAST);
                }
            }
        }
        for told in shown.rows.iter().flatten() {
            proptest::prop_assert!(*told == 0 || *told >= LEAST);
        }
        // Where all is hidden that can be, no more can be done: the totals are known.
        let all = shown.cells.iter().flatten().chain(&shown.rows).all(Option::is_none);
        proptest::prop_assume!(!all);
        let found = possible(&shown, &cells);
        for (line, sets) in cells.iter().zip(&found) {
            for (value, set) in line.iter().zip(sets) {
                if (1..LEAST).contains(value) {
                    proptest::prop_assert!(set.iter().any(|one| *one >= value + LEAST), "{} in {:?}\n{}", value, set, text(&shown));
                }
            }
        }
    }
}

//! Which cells of a table of counts are not shown, so that nobody can work out a cell of fewer than five shops.
//!
//! A cell, or a total, of one to four is hidden. Whoever subtracts shown cells from shown totals must not find it again: so
//! more cells are hidden until each hidden small cell might just as well be five higher. What might be is decided exactly: a
//! table with its totals is a circulation (rows to columns, columns to the row of totals, that to the column of totals, and
//! back to the rows), a cell can rise as far as a flow around it can (Cox, Journal of the American Statistical Association
//! 90, 1995), and the cells hidden with it are those of the cheapest such way: the fewest shops go unseen.

/// A cell of fewer shops is not shown; none at all is.
pub const LEAST: u32 = 5;
/// More than any count.
const FREE: u64 = u64::MAX / 4;

/// A table as it may be shown; `None` is a hidden cell.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Shown {
    /// Rows of cells.
    pub cells: Vec<Vec<Option<u32>>>,
    /// The total of each row.
    pub rows: Vec<Option<u32>>,
    /// The total of each column.
    pub columns: Vec<Option<u32>>,
    /// All of them.
    pub total: Option<u32>,
}

/// What of a table may be shown.
///
/// `known`: the columns' totals are told elsewhere, so that hiding them helps nobody. All cells and the rows' totals are
/// hidden where nothing less protects.
pub fn protect(cells: &[Vec<u32>], known: bool) -> Shown {
    let mut net = Net::new(cells, known);
    let small = |value: u64| value > 0 && value < u64::from(LEAST);
    let mut sensitive: Vec<usize> = Vec::new();
    for (place, arc) in net.arcs.iter_mut().enumerate() {
        if small(arc.value) && !arc.known {
            arc.hidden = true;
            sensitive.push(place);
        }
    }
    for place in sensitive {
        if net.room(place) >= u64::from(LEAST) {
            continue;
        }
        let Some(way) = net.cheapest(place) else {
            net.hide_all();
            break;
        };
        for other in way {
            if let Some(arc) = net.arcs.get_mut(other) {
                arc.hidden = true;
            }
        }
    }
    net.shown()
}

/// A cell or a total, as an arc from one node to another.
#[derive(Clone, Copy)]
struct Arc {
    from: usize,
    to: usize,
    value: u64,
    hidden: bool,
    known: bool,
}

/// The table as a circulation. Nodes: rows, the row of totals, columns, the column of totals.
struct Net {
    rows: usize,
    columns: usize,
    /// Row by row, each with its total; then the row of totals.
    arcs: Vec<Arc>,
}

impl Net {
    fn new(cells: &[Vec<u32>], known: bool) -> Self {
        let rows = cells.len();
        let columns = cells.iter().map(Vec::len).max().unwrap_or(0);
        let at = |row: usize, column: usize| -> u64 {
            let found = cells.get(row).and_then(|cells| cells.get(column));
            found.copied().map_or(0, u64::from)
        };
        let of_row = |row: usize| (0..columns).map(|column| at(row, column)).sum::<u64>();
        let of_column = |column: usize| (0..rows).map(|row| at(row, column)).sum::<u64>();
        let column_node = |column: usize| rows + 1 + column;
        let mut arcs = Vec::new();
        for row in 0..=rows {
            for column in 0..=columns {
                let (from, to, value) = match (row < rows, column < columns) {
                    (true, true) => (row, column_node(column), at(row, column)),
                    (true, false) => (column_node(columns), row, of_row(row)),
                    (false, true) => (column_node(column), rows, of_column(column)),
                    (false, false) => (rows, column_node(columns), (0..rows).map(of_row).sum()),
                };
                arcs.push(Arc {
                    from,
                    to,
                    value,
                    hidden: false,
                    known: known && row == rows,
                });
            }
        }
        Self {
            rows,
            columns,
            arcs,
        }
    }

    fn nodes(&self) -> usize {
        self.rows + self.columns + 2
    }

    /// How far a hidden cell can rise, as far as what is shown tells: the greatest flow back around it.
    fn room(&self, place: usize) -> u64 {
        let Some(cell) = self.arcs.get(place) else {
            return 0;
        };
        // What each arc can still give: forth and back.
        let mut left: Vec<(u64, u64)> = self
            .arcs
            .iter()
            .enumerate()
            .map(|(other, arc)| {
                if other == place || !arc.hidden {
                    (0, 0)
                } else {
                    (FREE, arc.value)
                }
            })
            .collect();
        let mut sum = 0_u64;
        while sum < u64::from(LEAST) {
            let cost = |other: usize, forth: bool| {
                let (ahead, back) = left.get(other).copied().unwrap_or_default();
                (if forth { ahead } else { back } > 0).then_some(1)
            };
            let Some(way) = self.way(cell.to, cell.from, cost) else {
                break;
            };
            let rest = |(other, forth): &(usize, bool)| {
                let (ahead, back) = left.get(*other).copied().unwrap_or_default();
                if *forth { ahead } else { back }
            };
            let flow = way.iter().map(rest).min().unwrap_or(0).min(FREE / 2);
            for (other, forth) in way {
                if let Some((ahead, back)) = left.get_mut(other) {
                    let (less, more) = if forth { (ahead, back) } else { (back, ahead) };
                    *less -= flow;
                    *more = more.saturating_add(flow);
                }
            }
            sum = sum.saturating_add(flow);
        }
        sum
    }

    /// The cells to hide so that one can rise by [`LEAST`]: the way around it on which the fewest shops are shown now.
    fn cheapest(&self, place: usize) -> Option<Vec<usize>> {
        let cell = self.arcs.get(place)?;
        let cost = |other: usize, forth: bool| {
            let arc = self.arcs.get(other)?;
            let can = other != place && !arc.known && (forth || arc.value >= u64::from(LEAST));
            can.then_some(if arc.hidden { 0 } else { arc.value + 1 })
        };
        let way = self.way(cell.to, cell.from, cost)?;
        Some(way.into_iter().map(|(other, _)| other).collect())
    }

    /// The cheapest way from a node to another; `cost` of an arc taken forth or back, none where it can't be taken.
    fn way(
        &self,
        from: usize,
        to: usize,
        cost: impl Fn(usize, bool) -> Option<u64>,
    ) -> Option<Vec<(usize, bool)>> {
        let mut best: Vec<Option<u64>> = vec![None; self.nodes()];
        let mut by: Vec<Option<(usize, bool)>> = vec![None; self.nodes()];
        *best.get_mut(from)? = Some(0);
        for _ in 0..self.nodes() {
            for (place, arc) in self.arcs.iter().enumerate() {
                for forth in [true, false] {
                    let (start, end) = if forth {
                        (arc.from, arc.to)
                    } else {
                        (arc.to, arc.from)
                    };
                    let Some(so_far) = best.get(start).copied().flatten() else {
                        continue;
                    };
                    let Some(step) = cost(place, forth) else {
                        continue;
                    };
                    let sum = so_far.saturating_add(step);
                    let slot = best.get_mut(end)?;
                    if slot.is_none_or(|known| sum < known) {
                        *slot = Some(sum);
                        *by.get_mut(end)? = Some((place, forth));
                    }
                }
            }
        }
        let mut way = Vec::new();
        let mut node = to;
        while node != from {
            let (place, forth) = by.get(node).copied().flatten()?;
            way.push((place, forth));
            let arc = self.arcs.get(place)?;
            node = if forth { arc.from } else { arc.to };
        }
        Some(way)
    }

    fn hide_all(&mut self) {
        for arc in &mut self.arcs {
            arc.hidden = !arc.known;
        }
    }

    fn shown(&self) -> Shown {
        let told = |arc: &Arc| {
            let value = u32::try_from(arc.value).unwrap_or(u32::MAX);
            (!arc.hidden).then_some(value)
        };
        let mut lines: Vec<Vec<Option<u32>>> = self
            .arcs
            .chunks(self.columns + 1)
            .map(|line| line.iter().map(told).collect())
            .collect();
        let mut columns = lines.pop().unwrap_or_default();
        let total = columns.pop().flatten();
        let rows = lines.iter_mut().map(|line| line.pop().flatten()).collect();
        Shown {
            cells: lines,
            rows,
            columns,
            total,
        }
    }
}

#[cfg(test)]
mod tests;

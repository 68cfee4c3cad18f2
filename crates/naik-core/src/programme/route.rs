//! Group visits: shops within reach of each other, and the one shortest way through them.

use super::place::Point;
use crate::id::ShopId;

/// The most stops of a route that is shortest for certain; a day has no more.
pub const STOPS_MAX: usize = 10;

/// A shop to visit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// The shop.
    pub shop: ShopId,
    /// Where it is.
    pub at: Point,
    /// How much it needs a visit; the neediest begins a group.
    pub need: u32,
}

/// A visit to neighbours.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// In the order of the way.
    pub stops: Vec<Stop>,
    /// The way from the first to the last, in metres as the crow flies.
    pub metres: u32,
}

/// Groups of at most `size` shops (at most [`STOPS_MAX`]) that lie within `reach` metres of the neediest among them.
///
/// The neediest shop that is left takes its nearest neighbours; ties to the first id. Every shop is in one group.
pub fn groups(stops: &[Stop], reach: u32, size: usize) -> Vec<Group> {
    let size = size.clamp(1, STOPS_MAX);
    let mut left = stops.to_vec();
    left.sort_by_key(|stop| (std::cmp::Reverse(stop.need), stop.shop));
    let mut groups = Vec::new();
    while let Some(first) = left.first().copied() {
        let mut near: Vec<(u32, u32, ShopId)> = left
            .iter()
            .map(|stop| (first.at.metres(stop.at), stop.need, stop.shop))
            .filter(|(metres, _, shop)| *metres <= reach && *shop != first.shop)
            .collect();
        near.sort_unstable_by_key(|(metres, need, shop)| {
            (*metres, std::cmp::Reverse(*need), *shop)
        });
        near.truncate(size - 1);
        let (with, rest) = left.into_iter().partition(|stop: &Stop| {
            stop.shop == first.shop || near.iter().any(|(_, _, shop)| *shop == stop.shop)
        });
        left = rest;
        groups.push(route(None, with));
    }
    groups
}

/// The shortest way through all stops, from `start` where it is told, ending anywhere.
///
/// Exact up to [`STOPS_MAX`] stops (Held and Karp 1962); beyond it, the stops are taken nearest first.
pub fn route(start: Option<Point>, stops: Vec<Stop>) -> Group {
    let order = if stops.len() <= STOPS_MAX {
        exact(start, &stops)
    } else {
        nearest_first(start, &stops)
    };
    let stops: Vec<Stop> = order
        .into_iter()
        .filter_map(|at| stops.get(at).copied())
        .collect();
    Group {
        metres: length(start, &stops),
        stops,
    }
}

/// The length of a way, in metres.
fn length(start: Option<Point>, stops: &[Stop]) -> u32 {
    let points = start.into_iter().chain(stops.iter().map(|stop| stop.at));
    let points: Vec<Point> = points.collect();
    points
        .iter()
        .zip(points.iter().skip(1))
        .fold(0, |sum: u32, (from, to)| {
            sum.saturating_add(from.metres(*to))
        })
}

/// Shortest ways to each last stop through each set of stops, from small sets to large ones.
fn exact(start: Option<Point>, stops: &[Stop]) -> Vec<usize> {
    let count = stops.len();
    if count == 0 {
        return Vec::new();
    }
    let far: Vec<Vec<u32>> = stops
        .iter()
        .map(|from| stops.iter().map(|to| from.at.metres(to.at)).collect())
        .collect();
    // (length, stop before) by set and last stop.
    let mut best: Vec<Vec<(u32, usize)>> = vec![vec![(u32::MAX, count); count]; 1 << count];
    for (at, stop) in stops.iter().enumerate() {
        best[1 << at][at] = (start.map_or(0, |start| start.metres(stop.at)), count);
    }
    for set in 1..1_usize << count {
        for last in (0..count).filter(|last| set & (1 << last) != 0) {
            let (metres, _) = best[set][last];
            for next in (0..count).filter(|next| set & (1 << next) == 0) {
                let longer = metres.saturating_add(far[last][next]);
                let slot = &mut best[set | 1 << next][next];
                if longer < slot.0 {
                    *slot = (longer, last);
                }
            }
        }
    }
    let mut set = (1 << count) - 1;
    let mut last = (0..count)
        .min_by_key(|last| best[set][*last].0)
        .unwrap_or(0);
    let mut order = Vec::with_capacity(count);
    while last < count {
        order.push(last);
        let before = best[set][last].1;
        set &= !(1 << last);
        last = before;
    }
    order.reverse();
    order
}

fn nearest_first(start: Option<Point>, stops: &[Stop]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..stops.len()).collect();
    let mut at = start.or_else(|| stops.first().map(|stop| stop.at));
    let mut order = Vec::with_capacity(stops.len());
    while let Some(here) = at {
        let far = |index: &usize| {
            stops
                .get(*index)
                .map_or(u32::MAX, |stop| here.metres(stop.at))
        };
        let Some(next) = left.iter().copied().min_by_key(far) else {
            break;
        };
        left.retain(|index| *index != next);
        order.push(next);
        at = stops.get(next).map(|stop| stop.at);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Uuid;
    use crate::seed::Seed;

    fn stop(number: u128, north: f64, east: f64, need: u32) -> Stop {
        Stop {
            shop: ShopId(Uuid::from_u128(number)),
            // About 111 m a thousandth of a degree.
            at: Point::new(-7.98 + north / 1000.0, 112.63 + east / 1000.0).unwrap(),
            need,
        }
    }

    fn numbers(group: &Group) -> Vec<u128> {
        group
            .stops
            .iter()
            .map(|stop| stop.shop.0.as_u128())
            .collect()
    }

    #[test]
    fn neighbours_are_visited_together() {
        let stops = [
            stop(1, 0.0, 0.0, 1),
            stop(2, 1.0, 0.0, 9),
            stop(3, 2.0, 0.0, 1),
            stop(4, 50.0, 0.0, 5),
            stop(5, 51.0, 0.0, 1),
        ];
        let found = groups(&stops, 1_000, 3);
        let mut all: Vec<Vec<u128>> = found.iter().map(numbers).collect();
        all.iter_mut().for_each(|group| group.sort_unstable());
        assert_eq!(all, [vec![1, 2, 3], vec![4, 5]]);
        assert!(
            (220..=224).contains(&found[0].metres),
            "{}",
            found[0].metres
        );
        assert_eq!(groups(&stops, 1_000, 1).len(), 5);
        assert!(groups(&[], 1_000, 3).is_empty());
    }

    #[test]
    fn a_way_begins_where_the_mentor_is() {
        let stops = vec![
            stop(1, 1.0, 0.0, 0),
            stop(2, 3.0, 0.0, 0),
            stop(3, 2.0, 0.0, 0),
        ];
        let north = stop(9, 9.0, 0.0, 0).at;
        assert_eq!(numbers(&route(Some(north), stops)), [2, 3, 1]);
        let many: Vec<Stop> = (0..15).map(|n| stop(n, n as f64, 0.0, 0)).collect();
        assert_eq!(route(Some(north), many).stops.len(), 15);
        assert_eq!(route(None, Vec::new()).metres, 0);
    }

    /// The length of the shortest order of all.
    fn by_trying(start: Option<Point>, done: &mut Vec<Stop>, left: &[Stop]) -> u32 {
        if left.is_empty() {
            return length(start, done);
        }
        let mut best = u32::MAX;
        for (at, stop) in left.iter().enumerate() {
            let mut rest = left.to_vec();
            rest.remove(at);
            done.push(*stop);
            best = best.min(by_trying(start, done, &rest));
            done.pop();
        }
        best
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(40))]

        #[test]
        fn no_other_order_is_shorter(seed in 0_u64.., count in 1_usize..7, starts in proptest::bool::ANY) {
            let mut seed = Seed(seed);
            let stops: Vec<Stop> = (0..count).map(|n| stop(n as u128, seed.unit() * 20.0, seed.unit() * 20.0, 0)).collect();
            let start = starts.then(|| stop(99, 10.0, 10.0, 0).at);
            let found = route(start, stops.clone());
            proptest::prop_assert_eq!(found.metres, by_trying(start, &mut Vec::new(), &stops));
            proptest::prop_assert_eq!(found.metres, length(start, &found.stops));
        }

        #[test]
        fn every_shop_is_visited_once_and_within_reach(seed in 0_u64.., count in 0_usize..40, size in 1_usize..9) {
            let mut seed = Seed(seed);
            let stops: Vec<Stop> = (0..count).map(|n| stop(n as u128, seed.unit() * 60.0, seed.unit() * 60.0, seed.below(4) as u32)).collect();
            let found = groups(&stops, 2_000, size);
            let mut all: Vec<u128> = found.iter().flat_map(numbers).collect();
            all.sort_unstable();
            proptest::prop_assert_eq!(all, (0..count as u128).collect::<Vec<_>>());
            for group in &found {
                proptest::prop_assert!(group.stops.len() <= size);
                let hub = group.stops.iter().any(|hub| group.stops.iter().all(|stop| hub.at.metres(stop.at) <= 2_000));
                proptest::prop_assert!(hub);
            }
        }
    }
}

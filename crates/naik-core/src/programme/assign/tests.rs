use super::*;
use crate::seed::Seed;

fn problem(rooms: &[(u32, u32, u32)], costs: &[&[u32]]) -> Problem {
    let room = |&(most, fair, crowding): &(u32, u32, u32)| Room {
        most,
        fair,
        crowding,
    };
    let mut problem = Problem::new(rooms.iter().map(room).collect());
    for row in costs {
        problem.add(row.iter().copied());
    }
    problem
}

/// The cheapest of all answers, tried one by one: unplaced tasks, then cost.
fn by_trying(problem: &Problem) -> (usize, i64) {
    let (tasks, places) = (problem.len(), problem.rooms.len() + 1);
    let mut best = (usize::MAX, i64::MAX);
    for mut code in 0..places.pow(tasks as u32) {
        let mut agents = Vec::new();
        let mut loads = vec![0_u32; places];
        for _ in 0..tasks {
            agents.push((code % places < places - 1).then_some(code % places));
            loads[code % places] += 1;
            code /= places;
        }
        let fits = loads
            .iter()
            .enumerate()
            .all(|(place, load)| *load <= problem.room(place).most);
        let may = agents
            .iter()
            .enumerate()
            .all(|(task, agent)| agent.is_none_or(|agent| problem.cost(task, agent).is_some()));
        if fits && may {
            loads.truncate(places - 1);
            let answer = Answer {
                agents,
                loads,
                prices: Vec::new(),
            };
            best = best.min(problem.price(&answer));
        }
    }
    best
}

/// Problems by chance: few agents, few tasks, small costs so that ties abound, some pairs forbidden.
fn chance(seed: &mut Seed, tasks: usize, agents: usize, most: usize) -> Problem {
    let rooms = (0..agents).map(|_| Room {
        most: seed.below(most + 1) as u32,
        fair: seed.below(most + 1) as u32,
        crowding: seed.below(5) as u32,
    });
    let mut problem = Problem::new(rooms.collect());
    for _ in 0..tasks {
        let cost = |_| match seed.below(6) {
            0 => NEVER,
            _ => seed.below(30) as u32,
        };
        let row: Vec<u32> = (0..agents).map(cost).collect();
        problem.add(row);
    }
    problem
}

#[test]
fn small_cases_are_as_one_would_do_them() {
    for (rooms, costs, agents, price) in [
        // Everyone to the nearest.
        (
            &[(2, 2, 0), (2, 2, 0)][..],
            &[&[1, 9][..], &[9, 1]][..],
            &[Some(0), Some(1)][..],
            (0, 2),
        ),
        // The nearest is full: who loses least goes elsewhere.
        (
            &[(1, 1, 0), (2, 2, 0)],
            &[&[1, 9], &[1, 3]],
            &[Some(0), Some(1)],
            (0, 4),
        ),
        // Two have to move for the third.
        (
            &[(1, 1, 0), (1, 1, 0), (1, 1, 0)],
            &[&[1, 2, 9], &[9, 1, 2], &[1, 9, 9]],
            &[Some(1), Some(2), Some(0)],
            (0, 5),
        ),
        // A crowd costs: the second goes elsewhere although it is farther.
        (
            &[(9, 1, 10), (9, 9, 0)],
            &[&[1, 5], &[1, 6]],
            &[Some(1), Some(0)],
            (0, 6),
        ),
        // Too few places, and a pair that must not be.
        (
            &[(1, 1, 0)],
            &[&[7], &[5], &[NEVER]],
            &[None, Some(0), None],
            (2, 5),
        ),
        (&[], &[&[], &[]], &[None, None], (2, 0)),
    ] {
        let problem = problem(rooms, costs);
        let answer = problem.solve();
        assert_eq!(answer.agents, agents, "{costs:?}");
        assert_eq!(problem.price(&answer), price, "{costs:?}");
        assert!(answer.is_proved(&problem));
    }
}

#[test]
fn a_worse_answer_is_not_proved() {
    let problem = problem(&[(2, 2, 0), (2, 2, 0)], &[&[1, 9], &[9, 1]]);
    let good = problem.solve();
    let mut bad = good.clone();
    bad.agents.swap(0, 1);
    assert!(good.is_proved(&problem) && !bad.is_proved(&problem));
    let mut crowded = good.clone();
    crowded.prices[0] = 3;
    assert!(
        !crowded.is_proved(&problem),
        "a price above the next task's cost"
    );
    let mut short = good;
    short.agents.pop();
    assert!(!short.is_proved(&problem));
}

/// The same problem as a flow, given to the AtCoder Library's successive shortest paths.
fn by_library(problem: &Problem) -> (usize, i64) {
    let (tasks, agents) = (problem.len(), problem.rooms.len());
    let (source, sink) = (tasks + agents, tasks + agents + 1);
    let mut graph = ac_library::MinCostFlowGraph::<i64>::new(sink + 1);
    for task in 0..tasks {
        graph.add_edge(source, task, 1, 0);
        graph.add_edge(task, sink, 1, UNPLACED);
        for agent in 0..agents {
            if let Some(cost) = problem.cost(task, agent) {
                graph.add_edge(task, tasks + agent, 1, cost);
            }
        }
    }
    for agent in 0..agents {
        let room = problem.room(agent);
        for load in 1..=room.most.min(tasks as u32) {
            graph.add_edge(tasks + agent, sink, 1, room.last(load));
        }
    }
    let (flow, cost) = graph.flow(source, sink, tasks as i64);
    assert_eq!(flow, tasks as i64);
    let unplaced = cost / UNPLACED;
    (unplaced as usize, cost - unplaced * UNPLACED)
}

proptest::proptest! {
    #[test]
    fn nothing_is_cheaper(seed in 0_u64.., tasks in 0_usize..7, agents in 0_usize..4) {
        let problem = chance(&mut Seed(seed), tasks, agents, 4);
        let answer = problem.solve();
        proptest::prop_assert!(answer.is_proved(&problem), "{:?} {:?}", problem, answer);
        proptest::prop_assert_eq!(problem.price(&answer), by_trying(&problem));
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(32))]

    #[test]
    fn a_library_finds_nothing_cheaper(seed in 0_u64.., tasks in 0_usize..60, agents in 1_usize..9) {
        let problem = chance(&mut Seed(seed), tasks, agents, 12);
        let answer = problem.solve();
        proptest::prop_assert!(answer.is_proved(&problem));
        proptest::prop_assert_eq!(problem.price(&answer), by_library(&problem));
        proptest::prop_assert_eq!(answer, problem.solve());
    }
}

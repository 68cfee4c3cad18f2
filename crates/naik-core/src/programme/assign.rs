//! Many given to few at the least cost, with a proof of it: the assignment problem with capacities.
//!
//! Each task (a shop) goes to one agent (a mentor) or stays unplaced. An agent's
//! load costs more and more beyond its fair share, and ends at its capacity.
//! The method is successive shortest paths (Jewell 1962; Edmonds and Karp 1972)
//! on the graph of agents alone, which are few: placing one more task is one
//! search by Dijkstra over agents, where the way from one to the next is the
//! cheapest task that can be moved there. Prices of agents keep all ways
//! non-negative and, at the end, prove that nothing is cheaper: see
//! [`Answer::is_proved`]. Whole numbers throughout, ties to the first: the same
//! input gives the same answer everywhere. Why no library: docs/adr/0004-matching.md.
//!
//! Time: about tasks x (agents + tasks moved x agents); 5 million pairs take seconds.

/// The cost of a pair that must not be.
pub const NEVER: u32 = u32::MAX;
/// The highest cost of a pair that may be.
pub const COST_MAX: u32 = 1_000_000_000;
/// The cost of a task that nobody takes: more than any pair and any crowding that it could cause.
const UNPLACED: i64 = 1 << 50;

/// An agent's room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Tasks at the most.
    pub most: u32,
    /// Tasks that cost nothing extra.
    pub fair: u32,
    /// What each task beyond the fair share costs more than the one before; at most [`COST_MAX`] for the last.
    pub crowding: u32,
}

impl Room {
    /// What the next task costs when there are `load`; none when it is full.
    fn next(self, load: u32) -> Option<i64> {
        (load < self.most).then(|| self.last(load + 1))
    }

    /// What the last of `load` tasks costs.
    fn last(self, load: u32) -> i64 {
        let over = i64::from(load.saturating_sub(self.fair));
        over.saturating_mul(i64::from(self.crowding))
            .min(i64::from(COST_MAX))
    }
}

/// Who may be given to whom, and at which cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    rooms: Vec<Room>,
    /// Row by row: task x agent.
    costs: Vec<u32>,
}

/// Who was given to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// For each task its agent; none where nobody could take it.
    pub agents: Vec<Option<usize>>,
    /// How many each agent got.
    pub loads: Vec<u32>,
    /// The price of one more task at each agent: the proof.
    prices: Vec<i64>,
}

impl Problem {
    /// A problem without tasks.
    pub fn new(rooms: Vec<Room>) -> Self {
        Self {
            rooms,
            costs: Vec::new(),
        }
    }

    /// Adds a task by its cost at each agent: [`NEVER`], or up to [`COST_MAX`], above which it is cut. Missing ones are [`NEVER`].
    pub fn add(&mut self, costs: impl IntoIterator<Item = u32>) {
        let cut = |cost: u32| {
            if cost == NEVER {
                NEVER
            } else {
                cost.min(COST_MAX)
            }
        };
        let row = costs.into_iter().map(cut).chain(std::iter::repeat(NEVER));
        self.costs.extend(row.take(self.rooms.len()));
        if self.rooms.is_empty() {
            // A task without agents has no costs; it is counted by a cost that no agent reads.
            self.costs.push(NEVER);
        }
    }

    /// How many tasks there are.
    pub fn len(&self) -> usize {
        self.costs.len() / self.rooms.len().max(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.costs.is_empty()
    }

    /// What a task costs at an agent; the last place, after all agents, is to stay unplaced.
    fn cost(&self, task: usize, agent: usize) -> Option<i64> {
        if agent == self.rooms.len() {
            return Some(UNPLACED);
        }
        let cost = *self.costs.get(task * self.rooms.len() + agent)?;
        (cost != NEVER).then_some(i64::from(cost))
    }

    /// The room of a place.
    fn room(&self, place: usize) -> Room {
        let endless = Room {
            most: u32::MAX,
            fair: u32::MAX,
            crowding: 0,
        };
        self.rooms.get(place).copied().unwrap_or(endless)
    }

    /// The cheapest way to place all tasks.
    pub fn solve(&self) -> Answer {
        let mut search = Search::new(self);
        for task in 0..self.len() {
            search.place(task);
        }
        search.answer()
    }

    /// What an answer costs, unplaced tasks apart: their count, and the cost of the others.
    pub fn price(&self, answer: &Answer) -> (usize, i64) {
        let mut unplaced = 0;
        let mut sum = 0_i64;
        for (task, agent) in answer.agents.iter().enumerate() {
            match agent {
                Some(agent) => sum += self.cost(task, *agent).unwrap_or(UNPLACED),
                None => unplaced += 1,
            }
        }
        for (place, load) in answer.loads.iter().enumerate() {
            sum += (1..=*load)
                .map(|load| self.room(place).last(load))
                .sum::<i64>();
        }
        (unplaced, sum)
    }
}

/// The cheapest task to move from one place to another.
#[derive(Clone, Copy)]
struct Move {
    cost: i64,
    task: usize,
}

struct Search<'a> {
    problem: &'a Problem,
    /// Agents, and the place of those that stay unplaced.
    places: usize,
    place_of: Vec<usize>,
    tasks_of: Vec<Vec<usize>>,
    prices: Vec<i64>,
    /// place x place: without the prices, so that a change of prices costs nothing here.
    moves: Vec<Option<Move>>,
    // Of the search that runs; kept to spare the memory's owner.
    far: Vec<i64>,
    from: Vec<Option<usize>>,
    done: Vec<bool>,
}

/// No way leads there yet.
const FAR: i64 = i64::MAX;

impl<'a> Search<'a> {
    fn new(problem: &'a Problem) -> Self {
        let places = problem.rooms.len() + 1;
        Self {
            problem,
            places,
            place_of: vec![places; problem.len()],
            tasks_of: vec![Vec::new(); places],
            // No lower than the last task there costs: nothing.
            prices: vec![0; places],
            moves: vec![None; places * places],
            far: vec![FAR; places],
            from: vec![None; places],
            done: vec![false; places],
        }
    }

    fn load(&self, place: usize) -> u32 {
        u32::try_from(self.tasks_of[place].len()).unwrap_or(u32::MAX)
    }

    /// Places one more task by the shortest way: to a place, from there perhaps another task to a next place, and so on.
    fn place(&mut self, task: usize) {
        let problem = self.problem;
        self.far.fill(FAR);
        self.from.fill(None);
        self.done.fill(false);
        for place in 0..self.places {
            if let Some(cost) = problem.cost(task, place) {
                self.far[place] = cost + self.prices[place];
            }
        }
        let mut best = FAR;
        let mut last = problem.rooms.len();
        loop {
            let open = (0..self.places).filter(|place| !self.done[*place]);
            let Some(here) = open.min_by_key(|place| self.far[*place]) else {
                break;
            };
            let far = self.far[here];
            // Nothing behind here can be nearer: ways and rooms cost at least nothing.
            if far >= best {
                break;
            }
            self.done[here] = true;
            if let Some(next) = problem.room(here).next(self.load(here)) {
                let end = far + next - self.prices[here];
                if end < best {
                    (best, last) = (end, here);
                }
            }
            for there in 0..self.places {
                if let Some(step) = self.moves[here * self.places + there] {
                    let reached = far + step.cost + self.prices[there] - self.prices[here];
                    if reached < self.far[there] {
                        self.far[there] = reached;
                        self.from[there] = Some(here);
                    }
                }
            }
        }
        self.walk_back(task, last);
        for (price, far) in self.prices.iter_mut().zip(&self.far) {
            *price += (best - far).max(0);
        }
    }

    /// Moves tasks along the way that ends at a place.
    fn walk_back(&mut self, task: usize, last: usize) {
        let mut there = last;
        // A way visits each place once.
        for _ in 0..self.places {
            let Some(here) = self.from[there] else {
                break;
            };
            if let Some(step) = self.moves[here * self.places + there] {
                self.take(step.task, here);
                self.put(step.task, there);
            }
            there = here;
        }
        self.put(task, there);
    }

    fn put(&mut self, task: usize, place: usize) {
        self.place_of[task] = place;
        self.tasks_of[place].push(task);
        for there in 0..self.places {
            self.offer(task, place, there);
        }
    }

    /// Whether a task is a cheaper one to move, ties to the first task.
    fn offer(&mut self, task: usize, here: usize, there: usize) {
        let (Some(at), Some(to)) = (
            self.problem.cost(task, here),
            self.problem.cost(task, there),
        ) else {
            return;
        };
        let slot = &mut self.moves[here * self.places + there];
        let cost = to - at;
        if here != there && slot.is_none_or(|old| (cost, task) < (old.cost, old.task)) {
            *slot = Some(Move { cost, task });
        }
    }

    fn take(&mut self, task: usize, place: usize) {
        self.tasks_of[place].retain(|other| *other != task);
        for there in 0..self.places {
            let slot = &mut self.moves[place * self.places + there];
            if slot.is_some_and(|step| step.task == task) {
                *slot = None;
                for index in 0..self.tasks_of[place].len() {
                    self.offer(self.tasks_of[place][index], place, there);
                }
            }
        }
    }

    fn answer(self) -> Answer {
        let agents = self.problem.rooms.len();
        let place_of = self.place_of.into_iter();
        let loads = self.tasks_of.iter().take(agents);
        Answer {
            agents: place_of
                .map(|place| (place < agents).then_some(place))
                .collect(),
            loads: loads
                .map(|tasks| u32::try_from(tasks.len()).unwrap_or(u32::MAX))
                .collect(),
            prices: self.prices,
        }
    }
}

impl Answer {
    /// Whether the prices prove that no other answer is cheaper (complementary slackness): each agent's price lies between
    /// what its last and its next task cost, and no task would pay less elsewhere. Looks at every pair once.
    pub fn is_proved(&self, problem: &Problem) -> bool {
        let agents = problem.rooms.len();
        if self.agents.len() != problem.len() || self.prices.len() != agents + 1 {
            return false;
        }
        let mut loads = vec![0_u32; agents + 1];
        for (task, agent) in self.agents.iter().enumerate() {
            let place = agent.unwrap_or(agents);
            let pays = |place: usize| Some(problem.cost(task, place)? + self.prices.get(place)?);
            let (Some(own), Some(load)) = (pays(place), loads.get_mut(place)) else {
                return false;
            };
            *load += 1;
            if (0..=agents).filter_map(pays).any(|other| other < own) {
                return false;
            }
        }
        loads
            .iter()
            .enumerate()
            .zip(&self.prices)
            .all(|((place, load), price)| {
                let room = problem.room(place);
                let fits = self.loads.get(place).is_none_or(|told| told == load);
                fits && *load <= room.most
                    && room.last(*load) <= *price
                    && room.next(*load).is_none_or(|next| *price <= next)
            })
    }
}

#[cfg(test)]
mod tests;

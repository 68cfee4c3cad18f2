//! Minimum cut on the pixel grid.
//!
//! Two search trees grow from the terminals and are repaired after each
//! augmentation, as in Boykov and Kolmogorov, "An Experimental Comparison of
//! Min-Cut/Max-Flow Algorithms" (2004), with the distance and time marks of
//! section 3.2.3. The graph is implicit: eight neighbours, one byte of parent
//! a pixel and a border of dead pixels, so that nothing is range-checked by hand.

use std::collections::VecDeque;

const FREE: u8 = 0;
const SOURCE: u8 = 1;
const SINK: u8 = 2;

const TERMINAL: u8 = 8;
const ORPHAN: u8 = 9;
const NO_PARENT: u8 = 10;

/// The steps to the eight neighbours as (dx, dy); the step back from `d` is `d ^ 1`.
pub(super) const STEPS: [(isize, isize); 8] = [
    (1, 0),
    (-1, 0),
    (0, 1),
    (0, -1),
    (1, 1),
    (-1, -1),
    (-1, 1),
    (1, -1),
];

/// A grid graph with capacities, to be cut once.
pub(super) struct GridCut {
    width: usize,
    stride: usize,
    offsets: [isize; 8],
    capacity: Vec<[i32; 8]>,
    /// Left over from the source when positive, to the sink when negative.
    terminal: Vec<i32>,
    tree: Vec<u8>,
    parent: Vec<u8>,
    mark: Vec<u32>,
    distance: Vec<u32>,
    queued: Vec<bool>,
    active: VecDeque<u32>,
    orphans: VecDeque<u32>,
    time: u32,
}

impl GridCut {
    /// A graph of `width * height` pixels without any capacity.
    pub(super) fn new(width: usize, height: usize) -> Self {
        let stride = width + 2;
        let len = stride * (height + 2);
        let offsets = STEPS.map(|(dx, dy)| dy * stride as isize + dx);
        Self {
            width,
            stride,
            offsets,
            capacity: vec![[0; 8]; len],
            terminal: vec![0; len],
            tree: vec![FREE; len],
            parent: vec![NO_PARENT; len],
            mark: vec![0; len],
            distance: vec![0; len],
            queued: vec![false; len],
            active: VecDeque::new(),
            orphans: VecDeque::new(),
            time: 0,
        }
    }

    fn node(&self, pixel: usize) -> usize {
        (pixel / self.width + 1) * self.stride + pixel % self.width + 1
    }

    /// Sets what cutting between `pixel` and its neighbour in `direction` costs, both ways.
    /// The neighbour must lie inside the grid.
    pub(super) fn set_edge(&mut self, pixel: usize, direction: usize, cost: i32) {
        let node = self.node(pixel);
        self.capacity[node][direction] = cost;
        let other = node.wrapping_add_signed(self.offsets[direction]);
        self.capacity[other][direction ^ 1] = cost;
    }

    /// Sets the preference of `pixel`: positive for the source side (foreground), negative for the sink.
    pub(super) fn set_terminal(&mut self, pixel: usize, preference: i32) {
        let node = self.node(pixel);
        self.terminal[node] = preference;
    }

    /// Cuts; returns true for each pixel on the source side. Pixels that
    /// neither side claims go to the sink.
    pub(super) fn cut(mut self) -> Vec<bool> {
        for node in 0..self.terminal.len() {
            let terminal = self.terminal[node];
            if terminal != 0 {
                self.tree[node] = if terminal > 0 { SOURCE } else { SINK };
                self.parent[node] = TERMINAL;
                self.distance[node] = 1;
                self.activate(node);
            }
        }
        while let Some(node) = self.active.front().map(|&n| n as usize) {
            if self.tree[node] == FREE {
                self.active.pop_front();
                self.queued[node] = false;
                continue;
            }
            match self.grow(node) {
                Some((source_side, direction)) => {
                    self.time += 1;
                    self.augment(source_side, direction);
                    self.adopt();
                }
                None => {
                    self.active.pop_front();
                    self.queued[node] = false;
                }
            }
        }
        let (width, stride) = (self.width, self.stride);
        let height = self.tree.len() / stride - 2;
        let mut mask = Vec::with_capacity(width * height);
        for y in 1..=height {
            let row = &self.tree[y * stride + 1..y * stride + 1 + width];
            mask.extend(row.iter().map(|&tree| tree == SOURCE));
        }
        mask
    }

    fn activate(&mut self, node: usize) {
        if !self.queued[node] {
            self.queued[node] = true;
            self.active.push_back(node as u32);
        }
    }

    fn step(&self, node: usize, direction: usize) -> usize {
        node.wrapping_add_signed(self.offsets[direction])
    }

    /// Grows the tree around an active node; returns an edge from the source
    /// tree to the sink tree when they touch.
    fn grow(&mut self, node: usize) -> Option<(usize, usize)> {
        let own = self.tree[node];
        for direction in 0..8 {
            let other = self.step(node, direction);
            let residual = if own == SOURCE {
                self.capacity[node][direction]
            } else {
                self.capacity[other][direction ^ 1]
            };
            if residual <= 0 {
                continue;
            }
            match self.tree[other] {
                FREE => {
                    self.tree[other] = own;
                    self.parent[other] = (direction ^ 1) as u8;
                    self.mark[other] = self.mark[node];
                    self.distance[other] = self.distance[node] + 1;
                    self.activate(other);
                }
                tree if tree != own => {
                    return Some(if own == SOURCE {
                        (node, direction)
                    } else {
                        (other, direction ^ 1)
                    });
                }
                _ => {
                    if self.mark[other] <= self.mark[node]
                        && self.distance[other] > self.distance[node] + 1
                    {
                        self.parent[other] = (direction ^ 1) as u8;
                        self.mark[other] = self.mark[node];
                        self.distance[other] = self.distance[node] + 1;
                    }
                }
            }
        }
        None
    }

    fn augment(&mut self, source_side: usize, direction: usize) {
        let sink_side = self.step(source_side, direction);
        let mut flow = self.capacity[source_side][direction];
        let mut node = source_side;
        while self.parent[node] < TERMINAL {
            let up = self.parent[node] as usize;
            let parent = self.step(node, up);
            flow = flow.min(self.capacity[parent][up ^ 1]);
            node = parent;
        }
        flow = flow.min(self.terminal[node]);
        node = sink_side;
        while self.parent[node] < TERMINAL {
            let up = self.parent[node] as usize;
            flow = flow.min(self.capacity[node][up]);
            node = self.step(node, up);
        }
        flow = flow.min(-self.terminal[node]);

        self.capacity[source_side][direction] -= flow;
        self.capacity[sink_side][direction ^ 1] += flow;
        node = source_side;
        while self.parent[node] < TERMINAL {
            let up = self.parent[node] as usize;
            let parent = self.step(node, up);
            self.capacity[node][up] += flow;
            self.capacity[parent][up ^ 1] -= flow;
            if self.capacity[parent][up ^ 1] == 0 {
                self.orphan(node);
            }
            node = parent;
        }
        self.terminal[node] -= flow;
        if self.terminal[node] == 0 {
            self.orphan(node);
        }
        node = sink_side;
        while self.parent[node] < TERMINAL {
            let up = self.parent[node] as usize;
            let parent = self.step(node, up);
            self.capacity[parent][up ^ 1] += flow;
            self.capacity[node][up] -= flow;
            if self.capacity[node][up] == 0 {
                self.orphan(node);
            }
            node = parent;
        }
        self.terminal[node] += flow;
        if self.terminal[node] == 0 {
            self.orphan(node);
        }
    }

    fn orphan(&mut self, node: usize) {
        self.parent[node] = ORPHAN;
        self.orphans.push_front(node as u32);
    }

    fn adopt(&mut self) {
        while let Some(node) = self.orphans.pop_front() {
            let node = node as usize;
            let own = self.tree[node];
            let mut best = NO_PARENT;
            let mut best_distance = u32::MAX;
            for direction in 0..8 {
                let other = self.step(node, direction);
                if self.tree[other] != own || self.residual_towards(node, other, direction) <= 0 {
                    continue;
                }
                if let Some(distance) = self.distance_to_root(other) {
                    if distance < best_distance {
                        best = direction as u8;
                        best_distance = distance;
                    }
                    self.mark_path(other, distance);
                }
            }
            if best != NO_PARENT {
                self.parent[node] = best;
                self.mark[node] = self.time;
                self.distance[node] = best_distance + 1;
                continue;
            }
            self.tree[node] = FREE;
            self.parent[node] = NO_PARENT;
            for direction in 0..8 {
                let other = self.step(node, direction);
                if self.tree[other] != own {
                    continue;
                }
                if self.residual_towards(node, other, direction) > 0 {
                    self.activate(other);
                }
                if self.parent[other] < TERMINAL
                    && self.step(other, self.parent[other] as usize) == node
                {
                    self.parent[other] = ORPHAN;
                    self.orphans.push_back(other as u32);
                }
            }
        }
    }

    /// What `other` could still hand to `node` (source tree) or take from it (sink tree).
    fn residual_towards(&self, node: usize, other: usize, direction: usize) -> i32 {
        if self.tree[other] == SOURCE {
            self.capacity[other][direction ^ 1]
        } else {
            self.capacity[node][direction]
        }
    }

    fn distance_to_root(&self, start: usize) -> Option<u32> {
        let mut node = start;
        let mut distance = 0;
        loop {
            if self.mark[node] == self.time {
                return Some(distance + self.distance[node]);
            }
            distance += 1;
            match self.parent[node] {
                TERMINAL => return Some(distance),
                ORPHAN | NO_PARENT => return None,
                up => node = self.step(node, up as usize),
            }
        }
    }

    fn mark_path(&mut self, start: usize, distance: u32) {
        let mut node = start;
        let mut distance = distance;
        while self.mark[node] != self.time {
            self.mark[node] = self.time;
            self.distance[node] = distance;
            distance -= 1;
            match self.parent[node] {
                up if up < TERMINAL => node = self.step(node, up as usize),
                _ => break,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cost of a labelling, straight from the definition.
    fn cost(width: usize, edges: &[(usize, usize, i32)], terminal: &[i32], mask: &[bool]) -> i64 {
        let mut total = 0;
        for (pixel, &preference) in terminal.iter().enumerate() {
            if (preference > 0) != mask[pixel] && preference != 0 {
                total += i64::from(preference.abs());
            }
        }
        for &(pixel, direction, weight) in edges {
            let (dx, dy) = STEPS[direction];
            let other = pixel.wrapping_add_signed(dy * width as isize + dx);
            if mask[pixel] != mask[other] {
                total += i64::from(weight);
            }
        }
        total
    }

    #[test]
    fn finds_the_cheapest_of_all_labellings() {
        let (width, height) = (4, 3);
        let mut state: u32 = 7;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % below
        };
        for _ in 0..200 {
            let mut graph = GridCut::new(width, height);
            let mut edges = Vec::new();
            for y in 0..height {
                for x in 0..width {
                    for direction in [0, 2, 4, 6] {
                        let (dx, dy) = STEPS[direction];
                        let (nx, ny) = (x as isize + dx, y as isize + dy);
                        if nx < 0 || nx >= width as isize || ny >= height as isize {
                            continue;
                        }
                        let weight = next(20) as i32;
                        graph.set_edge(y * width + x, direction, weight);
                        edges.push((y * width + x, direction, weight));
                    }
                }
            }
            let terminal: Vec<i32> = (0..width * height).map(|_| next(61) as i32 - 30).collect();
            for (pixel, &preference) in terminal.iter().enumerate() {
                graph.set_terminal(pixel, preference);
            }
            let found = cost(width, &edges, &terminal, &graph.cut());
            let best = (0..1_u32 << (width * height))
                .map(|bits| {
                    let mask: Vec<bool> = (0..width * height)
                        .map(|pixel| bits >> pixel & 1 == 1)
                        .collect();
                    cost(width, &edges, &terminal, &mask)
                })
                .min();
            assert_eq!(Some(found), best);
        }
    }
}

//! A queue between the reader of a stream and its workers, bounded in bytes.
//!
//! Bytes and not lines: articles differ in length by three orders. Whatever has arrived can be taken at
//! once, so that a caller who waits for each answer is not kept waiting for a full chunk.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// One line of the input, or why it has none.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1, blank lines included.
    pub number: u64,
    /// The bytes without the line end; none where the line was too long to keep.
    pub bytes: Option<Vec<u8>>,
}

impl Line {
    fn size(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len) + size_of::<Line>()
    }
}

/// Lines on their way, in order. One side pushes, the other takes.
#[derive(Debug, Default)]
pub struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    lines: Vec<Line>,
    size: usize,
    closed: bool,
}

impl Queue {
    /// Adds a line; waits while the queue holds `limit` bytes or more.
    pub fn push(&self, line: Line, limit: usize) {
        let mut state = self.lock();
        while state.size >= limit {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.size += line.size();
        state.lines.push(line);
        self.changed.notify_all();
    }

    /// Says that no line follows.
    pub fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    /// Takes every line that is there, in order; waits for the first one. None when no line follows.
    pub fn take(&self) -> Option<Vec<Line>> {
        let mut state = self.lock();
        while state.lines.is_empty() {
            if state.closed {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.size = 0;
        self.changed.notify_all();
        Some(std::mem::take(&mut state.lines))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::thread;

    #[test]
    fn every_line_arrives_in_order_through_a_small_queue() {
        let queue = Arc::new(Queue::default());
        let writer = Arc::clone(&queue);
        let pushing = thread::spawn(move || {
            for number in 1..=500 {
                writer.push(Line { number, bytes: Some(vec![b'x'; 10]) }, 100);
            }
            writer.close();
        });
        let mut seen = Vec::new();
        while let Some(lines) = queue.take() {
            let held: usize = lines.iter().map(Line::size).sum();
            assert!(held < 200, "{held} bytes at once");
            seen.extend(lines.into_iter().map(|l| l.number));
        }
        pushing.join().unwrap();
        assert_eq!(seen, (1..=500).collect::<Vec<_>>());
    }
}

//! What was made lately and may be wanted again, within a bound of bytes.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Keeps values up to a number of bytes; the one not asked for the longest goes first.
#[derive(Debug)]
pub struct Cache<K, V> {
    capacity: usize,
    bytes: usize,
    /// Counts uses; 2^64 of them never come.
    now: u64,
    entries: HashMap<K, Entry<V>>,
    /// Keys by their last use, the oldest first.
    by_use: BTreeMap<u64, K>,
}

#[derive(Debug)]
struct Entry<V> {
    value: V,
    bytes: usize,
    used: u64,
}

impl<K: Eq + Hash + Clone, V: Clone> Cache<K, V> {
    /// An empty cache of at most `capacity` bytes.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self { capacity, bytes: 0, now: 0, entries: HashMap::new(), by_use: BTreeMap::new() }
    }

    /// The bytes that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The value under `key`, which is thereby used.
    pub fn get(&mut self, key: &K) -> Option<V> {
        let entry = self.entries.get_mut(key)?;
        self.by_use.remove(&entry.used);
        self.now += 1;
        entry.used = self.now;
        self.by_use.insert(self.now, key.clone());
        Some(entry.value.clone())
    }

    /// Keeps `value`, which takes `bytes`, under `key`; one larger than the whole cache is not kept.
    pub fn insert(&mut self, key: K, value: V, bytes: usize) {
        self.remove(&key);
        if bytes > self.capacity {
            return;
        }
        while self.bytes + bytes > self.capacity {
            let Some((_, oldest)) = self.by_use.pop_first() else {
                break;
            };
            self.remove(&oldest);
        }
        self.now += 1;
        self.by_use.insert(self.now, key.clone());
        self.bytes += bytes;
        let used = self.now;
        self.entries.insert(key, Entry { value, bytes, used });
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.by_use.clear();
        self.bytes = 0;
    }

    fn remove(&mut self, key: &K) {
        if let Some(entry) = self.entries.remove(key) {
            self.by_use.remove(&entry.used);
            self.bytes -= entry.bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_not_asked_for_the_longest_goes_first() {
        let mut cache = Cache::new(30);
        for key in ["a", "b", "c"] {
            cache.insert(key, key.to_owned(), 10);
        }
        assert_eq!(cache.get(&"a").as_deref(), Some("a"));
        cache.insert("d", "d".to_owned(), 10);
        assert_eq!(cache.get(&"b"), None, "b was the oldest");
        for key in ["a", "c", "d"] {
            assert!(cache.get(&key).is_some(), "{key} is kept");
        }
    }

    #[test]
    fn the_bound_holds_whatever_comes() {
        let mut cache = Cache::new(100);
        for step in 0..10_000_usize {
            let key = step * 7_919 % 23;
            cache.insert(key, (), step * 31 % 120);
            cache.get(&(step % 23));
            assert!(cache.bytes() <= 100, "step {step}");
            let held: usize = cache.entries.values().map(|entry| entry.bytes).sum();
            assert_eq!((held, cache.entries.len()), (cache.bytes(), cache.by_use.len()));
        }
    }

    #[test]
    fn a_value_replaces_the_one_before_it_and_a_giant_is_not_kept() {
        let mut cache = Cache::new(10);
        cache.insert(1, "old", 5);
        cache.insert(1, "new", 7);
        assert_eq!((cache.get(&1), cache.bytes()), (Some("new"), 7));
        cache.insert(1, "giant", 11);
        assert_eq!((cache.get(&1), cache.bytes()), (None, 0), "nor is what it replaces");
        cache.insert(2, "x", 3);
        cache.clear();
        assert_eq!((cache.get(&2), cache.bytes()), (None, 0));
    }
}

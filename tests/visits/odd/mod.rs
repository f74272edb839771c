//! Odd editions, visited from end to end on every glass: no panic, nothing beyond the edges, always a way on and back.

mod author;
mod layout_time;
mod rounds;
mod stories;
mod walk;

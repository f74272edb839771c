//! Which blocks of a page are of its story, and which only stand around it.

use std::collections::BTreeSet;

use super::article::is_telling;
use super::furniture::{MenuNames, furniture};
use super::page::{Block, Dropped, Furniture, Kind, Part};
use super::trail;
use super::words::key;

/// Names of menus one below the other that are a menu, and not headings.
const MENU: usize = 3;

/// What stands around the story.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    /// The first block that may be of it.
    pub(super) start: usize,
    /// The lines that tell its day and source.
    pub(super) lines: &'a BTreeSet<usize>,
    /// Its title.
    pub(super) title: &'a str,
    /// Elements part it from what follows; else only words do.
    pub(super) is_html: bool,
    /// Names that menus are made of.
    pub(super) names: &'a MenuNames,
}

impl Frame<'_> {
    /// The blocks of the story; what is left out is counted in `dropped`.
    pub(super) fn story(&self, blocks: Vec<Block>, dropped: &mut Dropped) -> Vec<Block> {
        let title = key(self.title);
        let menus = self.menus(&blocks);
        let mut story: Vec<Block> = Vec::new();
        let mut has_text = false;
        let mut is_over = false;
        for (index, block) in blocks.into_iter().enumerate() {
            let is_before = index < self.start;
            let is_said = self.lines.contains(&index)
                || (block.kind != Kind::Picture && key(&block.text) == title)
                || (is_before && trail::steps(&block).is_some());
            if is_said {
                continue;
            }
            if block.kind == Kind::Picture {
                if !is_before && !is_over && !matches!(block.part, Part::Furniture(_)) {
                    story.push(block);
                }
                continue;
            }
            let why = match block.part {
                Part::Furniture(kind) => Some(kind),
                Part::Trail => Some(Furniture::Menu),
                _ if menus.contains(&index) => Some(Furniture::Menu),
                _ => furniture(&block.text, self.names),
            };
            let ends =
                matches!(why, Some(Furniture::Menu | Furniture::Footer | Furniture::Related));
            is_over |= ends && has_text && !self.is_html;
            let why = match why {
                None if is_before => Some(Furniture::Menu),
                None if is_over || block.look.is_link => Some(Furniture::Related),
                why => why,
            };
            if let Some(kind) = why {
                *dropped.entry(kind).or_default() += 1;
            } else {
                has_text |= is_telling(&block);
                story.push(block);
            }
        }
        story
    }

    /// Blocks that are one name of a menu each, several of them one below the other.
    fn menus(&self, blocks: &[Block]) -> BTreeSet<usize> {
        let mut menus = BTreeSet::new();
        let mut run = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            if block.kind != Kind::Picture && self.names.is_one(&block.text) {
                run.push(index);
                continue;
            }
            if run.len() >= MENU {
                menus.extend(run.iter().copied());
            }
            run.clear();
        }
        if run.len() >= MENU {
            menus.extend(run);
        }
        menus
    }
}

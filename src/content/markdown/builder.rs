//! Events of the Markdown reader -> blocks and faults.
//!
//! Everything that can grow with the input is bounded here: blocks, cells, depth, faults.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::super::article::{Block, ListItem};
use super::Parsed;
use super::fault::{MarkdownFault, MarkdownFaultKind as Kind};
use super::references::{References, Target, find};
use super::rich::{Emphasis, RichBuilder};
use super::table::Table;

/// Most blocks and list items in a body.
pub(super) const BLOCKS_MAX: usize = 1_000;
/// Most lists and quotations within each other.
pub(super) const DEPTH_MAX: usize = 6;
/// Most faults that are told of one body.
const FAULTS_MAX: usize = 100;

pub(super) struct Builder<'a> {
    body: &'a str,
    references: &'a dyn References,
    facts: usize,
    /// Offsets at which lines begin, for the line of a fault.
    lines: Vec<usize>,
    blocks: Vec<Block>,
    faults: Vec<MarkdownFault>,
    /// Blocks and list items so far.
    size: usize,
    /// Lists and quotations that are open.
    depth: usize,
    quotes: usize,
    /// The numbers of the next items of the open lists; `None` in lists without numbers.
    lists: Vec<Option<u64>>,
    items: Vec<ListItem>,
    marker: Option<String>,
    table: Option<Table>,
    text: RichBuilder,
    /// References of the paragraph that is open, with the caption that each has.
    figures: Vec<(Target, String)>,
    /// Whether the open paragraph had a reference, be it good or not, and where.
    reference_at: Option<usize>,
    /// The address and caption of the reference that is open.
    image: Option<(String, String)>,
    /// Code, HTML and footnotes that are open: their words are not shown.
    hidden: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(body: &'a str, references: &'a dyn References, facts: usize) -> Self {
        Self {
            body,
            references,
            facts,
            lines: std::iter::once(0)
                .chain(body.match_indices('\n').map(|(at, _)| at + 1))
                .collect(),
            blocks: Vec::new(),
            faults: Vec::new(),
            size: 0,
            depth: 0,
            quotes: 0,
            lists: Vec::new(),
            items: Vec::new(),
            marker: None,
            table: None,
            text: RichBuilder::default(),
            figures: Vec::new(),
            reference_at: None,
            image: None,
            hidden: 0,
        }
    }

    /// Takes the next event, which begins at offset `at` of the body.
    pub(super) fn take(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, at),
            Event::Text(words) => self.words(&words, at),
            Event::SoftBreak => self.blank(RichBuilder::end_line),
            Event::HardBreak => self.blank(RichBuilder::break_line),
            Event::Code(words) => {
                self.fault(at, Kind::Code);
                self.words(&words, at);
            }
            Event::InlineHtml(_) | Event::Html(_) => self.fault(at, Kind::Html),
            Event::FootnoteReference(_) => self.fault(at, Kind::Footnote),
            Event::Rule => self.fault(at, Kind::Rule),
            // Not asked for, so never sent.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// All that was read.
    pub(super) fn finish(self) -> Parsed {
        Parsed { blocks: self.blocks, faults: self.faults }
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            Tag::Paragraph if !self.is_outside() => self.text.break_line(),
            Tag::Heading { level, .. } => self.start_heading(level, at),
            Tag::BlockQuote(_) => {
                self.deepen(at);
                if !self.is_outside() {
                    self.misplaced(at, "a quotation");
                    self.text.break_line();
                }
                self.quotes += 1;
            }
            Tag::List(first) => self.start_list(first, at),
            Tag::Item => self.start_item(),
            Tag::Table(_) => {
                if !self.is_outside() {
                    self.misplaced(at, "a table");
                    self.end_text(at);
                }
                self.table = Some(Table::at(at));
            }
            // A caption is plain words, and its marks must not reach the text around it.
            Tag::Emphasis | Tag::Strong if self.image.is_some() => {}
            Tag::Emphasis => self.text.begin(Emphasis::Light),
            Tag::Strong => self.text.begin(Emphasis::Strong),
            Tag::Image { dest_url, .. } => {
                if self.image.is_some() {
                    self.misplaced(at, "a reference");
                }
                self.image = Some((dest_url.into_string(), String::new()));
            }
            Tag::Link { .. } => self.fault(at, Kind::Link),
            Tag::CodeBlock(_) => self.hide(at, Kind::Code),
            // Its lines are told of as they come.
            Tag::HtmlBlock => self.hidden += 1,
            Tag::FootnoteDefinition(_) => self.hide(at, Kind::Footnote),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, at: usize) {
        match tag {
            TagEnd::Paragraph if self.is_outside() => self.end_text(at),
            TagEnd::Heading(level) => self.end_heading(level, at),
            TagEnd::BlockQuote(_) => {
                if self.quotes == 1 && self.lists.is_empty() {
                    self.end_text(at);
                }
                self.depth = self.depth.saturating_sub(1);
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.end_item(at);
                self.depth = self.depth.saturating_sub(1);
                self.lists.pop();
                if self.lists.is_empty() && !self.items.is_empty() {
                    let items = std::mem::take(&mut self.items);
                    self.blocks.push(Block::List(items));
                }
            }
            TagEnd::Item => self.end_item(at),
            TagEnd::TableCell => self.end_cell(at),
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.end_head();
                }
            }
            TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.end_row();
                }
            }
            TagEnd::Table => self.end_table(),
            TagEnd::Emphasis | TagEnd::Strong if self.image.is_some() => {}
            TagEnd::Emphasis | TagEnd::Strong => self.text.end(),
            TagEnd::Image => self.end_image(at),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::FootnoteDefinition => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str, at: usize) {
        if self.hidden > 0 {
            return;
        }
        if let Some((_, caption)) = &mut self.image {
            caption.push_str(words);
            return;
        }
        let before = at.checked_sub(1).and_then(|before| self.body.as_bytes().get(before));
        self.text.push(words, before == Some(&b'\\'));
    }

    fn blank(&mut self, blank: fn(&mut RichBuilder)) {
        match &mut self.image {
            Some((_, caption)) => caption.push(' '),
            None => blank(&mut self.text),
        }
    }

    fn start_heading(&mut self, level: HeadingLevel, at: usize) {
        if !self.is_outside() {
            self.misplaced(at, "a heading");
            self.text.break_line();
        } else if !matches!(level, HeadingLevel::H2 | HeadingLevel::H3) {
            self.fault(at, Kind::HeadingLevel { level: level as u8 });
        }
    }

    fn end_heading(&mut self, level: HeadingLevel, at: usize) {
        if !self.is_outside() {
            return;
        }
        self.check_words(at);
        let text = self.text.take().plain;
        if !text.is_empty() && self.grow(at) {
            self.blocks.push(Block::Heading { level: (level as u8).clamp(2, 3), text });
        }
        self.end_references(at, true);
    }

    fn start_list(&mut self, first: Option<u64>, at: usize) {
        self.deepen(at);
        if self.quotes > 0 && self.lists.is_empty() {
            self.misplaced(at, "a list");
            self.end_text(at);
        }
        if self.lists.len() >= 2 {
            self.fault(at, Kind::ListTooDeep);
        }
        if !self.lists.is_empty() {
            self.end_item(at);
        }
        self.lists.push(first);
    }

    fn start_item(&mut self) {
        let is_inner = self.lists.len() > 1;
        self.marker = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}.");
                *number = number.saturating_add(1);
                marker
            }
            _ if is_inner => "–".to_owned(),
            _ => "•".to_owned(),
        });
    }

    fn end_item(&mut self, at: usize) {
        self.check_words(at);
        let text = self.text.take();
        let marker = self.marker.take().unwrap_or_default();
        if !text.plain.is_empty() && self.grow(at) {
            self.items.push(ListItem { level: u8::from(self.lists.len() > 1), marker, text });
        }
        self.end_references(at, true);
    }

    fn end_cell(&mut self, at: usize) {
        self.check_words(at);
        let cell = self.text.take().plain;
        self.end_references(at, true);
        if let Some(table) = &mut self.table {
            table.push(cell);
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.table.take() else {
            return;
        };
        if table.is_too_large {
            self.fault(table.at, Kind::TableTooLarge);
        }
        let at = table.at;
        if let Some(block) = table.into_block()
            && self.grow(at)
        {
            self.blocks.push(block);
        }
    }

    /// Ends a paragraph or quotation: its words become a block, and then its references.
    fn end_text(&mut self, at: usize) {
        self.check_words(at);
        let text = self.text.take();
        let has_words = !text.plain.is_empty();
        if has_words && self.grow(at) {
            self.blocks.push(if self.quotes > 0 {
                Block::Quote(text)
            } else {
                Block::Paragraph(text)
            });
        }
        self.end_references(at, has_words || self.quotes > 0);
    }

    /// Sets the references of what just ended; `has_company` if they did not stand alone.
    fn end_references(&mut self, at: usize, has_company: bool) {
        let figures = std::mem::take(&mut self.figures);
        let Some(first) = self.reference_at.take() else {
            return;
        };
        if has_company || figures.len() > 1 {
            self.fault(first, Kind::ReferenceNotAlone);
        }
        // A list or table that is still open would be parted by them.
        if !self.lists.is_empty() || self.table.is_some() {
            return;
        }
        for (target, caption) in figures {
            if !self.grow(at) {
                return;
            }
            self.blocks.push(match target {
                Target::Picture(picture) => Block::Picture { picture, caption },
                Target::Figure(figure) => Block::Figure { figure, caption },
                Target::Fact(position) => Block::Fact(position),
            });
        }
    }

    fn end_image(&mut self, at: usize) {
        let Some((address, caption)) = self.image.take() else {
            return;
        };
        self.reference_at.get_or_insert(at);
        match find(&address, self.references, self.facts) {
            Ok(target) => {
                let caption = super::super::chars::one_line(&caption).trim().to_owned();
                self.figures.push((target, caption));
            }
            Err(kind) => self.fault(at, kind),
        }
    }

    /// Not inside a list, quotation or table.
    fn is_outside(&self) -> bool {
        self.quotes == 0 && self.lists.is_empty() && self.table.is_none()
    }

    fn check_words(&mut self, at: usize) {
        if self.text.has_stray_marks() {
            self.fault(at, Kind::StrayMarks);
        }
    }

    fn deepen(&mut self, at: usize) {
        self.depth += 1;
        if self.depth == DEPTH_MAX + 1 {
            self.fault(at, Kind::NestedTooDeep);
        }
    }

    fn misplaced(&mut self, at: usize, what: &'static str) {
        self.fault(at, Kind::Misplaced { what });
    }

    fn hide(&mut self, at: usize, kind: Kind) {
        self.fault(at, kind);
        self.hidden += 1;
    }

    /// Whether there is room for one more block or list item.
    fn grow(&mut self, at: usize) -> bool {
        self.size += 1;
        if self.size == BLOCKS_MAX + 1 {
            self.fault(at, Kind::TooManyBlocks);
        }
        self.size <= BLOCKS_MAX
    }

    fn fault(&mut self, at: usize, kind: Kind) {
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        // A block of HTML is one fault and not one a line.
        let is_told =
            self.faults.last().is_some_and(|last| last.kind == kind && line <= last.line + 1);
        if !is_told && self.faults.len() < FAULTS_MAX {
            self.faults.push(MarkdownFault { line, kind });
        }
    }
}

//! A saved page in HTML -> blocks.
//!
//! The tokens come from a reader that follows the HTML standard. Their nesting is repaired only as far as telling
//! paragraphs, lists and tables apart needs it; links become their words, and what nobody sees is left out.

mod elements;
mod head;
mod inline;
mod open;
mod table;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::bounds::{BLOCKS, DEPTH};
use super::error::ImportError;
use super::page::{Block, Dropped, Furniture, Head, Kind, Page, Part};
use super::words::clean;
use elements::{attribute, barriers, dropped, ends, is_block, is_void};
use inline::Inline;
use open::Open;
use table::Table;

/// Smallest side of a picture in pixels; what is smaller is an ornament.
const PICTURE_SIDE: u32 = 80;

/// Bytes after which a trail goes on no further.
const LONGEST_TRAIL: usize = 400;

/// Reads a page.
///
/// # Errors
///
/// [`ImportError::Bounds`] where it is nested too deep or has too many blocks.
pub(super) fn read(text: &str, page: &str) -> Result<Page, ImportError> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(comment) => reader.comment(&String::from_utf8_lossy(&comment)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
        if reader.open.len() > DEPTH {
            return Err(too_much(page, format!("more than {DEPTH} elements within one another")));
        }
        if reader.count > BLOCKS {
            return Err(too_much(page, format!("more than {BLOCKS} lines")));
        }
    }
    Ok(reader.finish())
}

fn too_much(page: &str, what: String) -> ImportError {
    ImportError::Bounds { page: page.to_owned(), what }
}

#[derive(Debug, Default)]
struct Reader {
    open: Vec<Open>,
    tables: Vec<Table>,
    blocks: Vec<Block>,
    /// Blocks so far, those in open tables too.
    count: usize,
    inline: Inline,
    title: String,
    head: Head,
    dropped: Dropped,
    articles: usize,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((ended, within)) = ends(&name) {
            self.close_last(|open| ended.contains(&open.name.as_str()), within);
        }
        if is_block(&name) {
            self.flush();
        }
        match name.as_str() {
            "meta" => head::meta(&mut self.head, tag),
            "link" => head::link(&mut self.head, tag),
            "br" => self.inline.break_line(),
            "img" => self.picture(tag),
            _ => {}
        }
        if is_void(&name) {
            return;
        }
        let is_dropped = self.open.last().is_some_and(|open| open.is_dropped);
        // Within drawings an element may end where it begins; elsewhere the slash means nothing.
        if is_dropped && tag.self_closing {
            return;
        }
        let why = if is_dropped { None } else { dropped(&name, tag) };
        if let Some(why) = why {
            self.drop_one(why);
            if tag.self_closing {
                return;
            }
        }
        if name == "article" {
            self.articles += 1;
        }
        let mut opened = Open::within(self.open.last(), &name, tag, self.articles);
        opened.is_dropped |= why.is_some();
        if !opened.is_dropped {
            self.begin_in_table(&name, tag);
        }
        self.open.push(opened);
    }

    fn begin_in_table(&mut self, name: &str, tag: &StartTag<()>) {
        match name {
            "table" => {
                if let Some(outer) = self.tables.last_mut() {
                    outer.is_laid_out();
                }
                self.tables.push(Table::default());
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.begin_row();
                }
            }
            "td" | "th" => {
                let spans = |key| attribute(tag, key).is_some_and(|value| value.trim() != "1");
                if let Some(table) = self.tables.last_mut() {
                    table.begin_cell(spans("colspan") || spans("rowspan"));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "br" => self.inline.break_line(),
            name => self.close_last(|open| open.name == name, barriers(name)),
        }
    }

    /// Ends the last open element that `is` it, and all within it, unless one of `within` comes first.
    fn close_last(&mut self, is: impl Fn(&Open) -> bool, within: &[&str]) {
        let mut found = None;
        for (index, open) in self.open.iter().enumerate().rev() {
            if is(open) {
                found = Some(index);
                break;
            }
            if within.contains(&open.name.as_str()) {
                break;
            }
        }
        if let Some(index) = found {
            while self.open.len() > index {
                self.close();
            }
        }
    }

    /// Ends the last open element.
    fn close(&mut self) {
        if self.open.last().is_some_and(|open| is_block(&open.name)) {
            self.flush();
        }
        if let Some(open) = self.open.pop()
            && open.name == "table"
            && !open.is_dropped
            && let Some(table) = self.tables.pop()
        {
            for block in table.finish() {
                self.put(block);
            }
        }
    }

    fn text(&mut self, text: &str) {
        let Some(open) = self.open.last() else {
            self.inline.push(text, inline::Marks::default());
            return;
        };
        if open.name == "title" {
            self.title.push_str(text);
        } else if !open.is_dropped {
            self.inline.push(text, open.marks);
        }
    }

    fn comment(&mut self, comment: &str) {
        match head::saved_from(comment) {
            Some(address) => self.head.saved_from = Some(address),
            None => self.drop_one(Furniture::Comment),
        }
    }

    fn drop_one(&mut self, furniture: Furniture) {
        *self.dropped.entry(furniture).or_default() += 1;
    }

    /// The words since the last tag that parts blocks become blocks.
    fn flush(&mut self) {
        for (text, look) in self.inline.take() {
            let mut block = Block { look, ..Block::text(text) };
            if let Some(open) = self.open.last() {
                block.kind = open.kind.clone();
                block.part = open.part;
                block.article = open.article;
            }
            self.count += 1;
            self.put(block);
        }
    }

    fn put(&mut self, block: Block) {
        match self.tables.last_mut() {
            Some(table) => table.push(block),
            None => self.blocks.push(block),
        }
    }

    fn picture(&mut self, tag: &StartTag<()>) {
        let is_small = |key| {
            attribute(tag, key)
                .and_then(|side| side.trim_end_matches("px").trim().parse::<u32>().ok())
                .is_some_and(|side| side < PICTURE_SIDE)
        };
        let source = attribute(tag, "src").unwrap_or_default().to_ascii_lowercase();
        let is_ornament =
            ["logo", "icon", "spacer", "blank", "qrcode"].iter().any(|word| source.contains(word));
        let (part, article, is_dropped) = self
            .open
            .last()
            .map_or_else(Default::default, |open| (open.part, open.article, open.is_dropped));
        if is_dropped || is_small("width") || is_small("height") || is_ornament {
            return;
        }
        self.flush();
        self.count += 1;
        let text = clean(&attribute(tag, "alt").unwrap_or_default());
        self.put(Block { kind: Kind::Picture, part, article, ..Block::text(text) });
    }

    fn finish(mut self) -> Page {
        while !self.open.is_empty() {
            self.close();
        }
        self.flush();
        head::add_title(&mut self.head, &self.title);
        // A page sets each step of its trail as a link or an entry of its own.
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len());
        for block in self.blocks {
            match blocks.last_mut() {
                Some(last)
                    if last.part == Part::Trail
                        && block.part == Part::Trail
                        && last.text.len() < LONGEST_TRAIL =>
                {
                    last.text = format!("{} > {}", last.text, block.text);
                }
                _ => blocks.push(block),
            }
        }
        Page { blocks, head: self.head, dropped: self.dropped, is_html: true }
    }
}

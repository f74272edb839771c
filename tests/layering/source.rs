//! Rust sources as far as layers matter: what is code and what is text, and the full path of everything named.

/// A text of a program, taken apart.
pub(crate) struct Split {
    /// The code, with blanks for comments and for what stands in quotes, so that every line stays where it is.
    pub(crate) code: String,
    /// What stands in quotes, with the line that it begins in.
    pub(crate) texts: Vec<(usize, String)>,
}

/// Takes a Rust or Slint source apart.
pub(crate) fn split(source: &str) -> Split {
    let mut split = Split { code: String::new(), texts: Vec::new() };
    let mut rest = source;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let end = piece(rest);
        let (taken, after) = rest.split_at(end);
        if taken.len() > first.len_utf8() {
            split.code.extend(taken.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            if taken.ends_with(['"', '#']) {
                split.texts.push((line, taken.to_owned()));
            }
        } else {
            split.code.push(first);
        }
        line += taken.matches('\n').count();
        rest = after;
    }
    split
}

/// The length of the comment, text or character that `rest` begins with; else of its first character.
fn piece(rest: &str) -> usize {
    let up_to = |from: usize, mark: &str| {
        rest[from..].find(mark).map_or(rest.len(), |at| from + at + mark.len())
    };
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return up_to(2, "*/");
    }
    if let Some(raw) = rest.strip_prefix('r') {
        let marks = raw.len() - raw.trim_start_matches('#').len();
        if raw[marks..].starts_with('"') {
            return up_to(marks + 2, &format!("\"{}", "#".repeat(marks)));
        }
    }
    if let Some(text) = rest.strip_prefix('"') {
        return 1 + quoted(text, '"').unwrap_or(text.len());
    }
    if let Some(text) = rest.strip_prefix('\'') {
        let is_character = text.starts_with('\\') || text.chars().nth(1) == Some('\'');
        if is_character && let Some(end) = quoted(text, '\'') {
            return 1 + end;
        }
    }
    rest.chars().next().map_or(0, char::len_utf8)
}

/// Where the quotation ends, its mark included.
fn quoted(text: &str, mark: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, character) in text.char_indices() {
        if is_escaped {
            is_escaped = false;
        } else if character == '\\' {
            is_escaped = true;
        } else if character == mark {
            return Some(at + mark.len_utf8());
        }
    }
    None
}

/// Something named, with the line that its path begins in.
#[derive(Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) line: usize,
    /// From the crate's root where it is ours: `crate::nav::Event`; a name by itself is one too.
    pub(crate) path: String,
}

/// Everything that `code` names, when it stands in the module `module`: `["nav", "idle"]`.
pub(crate) fn names(code: &str, module: &[&str]) -> Vec<Named> {
    let mut reader = Reader {
        tokens: tokens(code),
        at: 0,
        module: module.iter().map(|&part| part.to_owned()).collect(),
        named: Vec::new(),
    };
    reader.read();
    reader.named
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    /// `::`
    Path,
    Other(char),
}

fn tokens(code: &str) -> Vec<(usize, Token)> {
    let mut found = Vec::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for (index, text) in code.lines().enumerate() {
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let (token, length) = if is_word(first) {
                let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                (Token::Word(rest[..end].to_owned()), end)
            } else if rest.starts_with("::") {
                (Token::Path, 2)
            } else {
                (Token::Other(first), first.len_utf8())
            };
            found.push((index + 1, token));
            rest = rest[length..].trim_start();
        }
    }
    found
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    at: usize,
    module: Vec<String>,
    named: Vec<Named>,
}

impl Reader {
    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|(_, token)| token)
    }

    fn word(&self, ahead: usize) -> Option<&str> {
        match self.token(ahead) {
            Some(Token::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn is(&self, ahead: usize, mark: char) -> bool {
        self.token(ahead) == Some(&Token::Other(mark))
    }

    /// A whole file. Modules in braces are followed, because `super` means another one in them.
    fn read(&mut self) {
        let mut depth = 0_usize;
        let mut inside: Vec<usize> = Vec::new();
        while self.at < self.tokens.len() {
            if self.word(0) == Some("mod") && self.is(2, '{') {
                let name = self.word(1).unwrap_or_default().to_owned();
                self.module.push(name);
                inside.push(depth);
                self.at += 2;
            } else if self.is(0, '.') && self.word(1).is_some() {
                // A method or a field is nobody's path.
                self.at += 2;
            } else if self.word(0).is_some() {
                self.tree(&[]);
            } else {
                if self.is(0, '{') {
                    depth += 1;
                } else if self.is(0, '}') {
                    depth = depth.saturating_sub(1);
                    if inside.last() == Some(&depth) {
                        inside.pop();
                        self.module.pop();
                    }
                }
                self.at += 1;
            }
        }
    }

    /// A path, or a tree of paths as `use` has them.
    fn tree(&mut self, before: &[String]) {
        let line = self.tokens[self.at].0;
        let mut path = before.to_vec();
        loop {
            if let Some(word) = self.word(0) {
                path.push(word.to_owned());
                self.at += 1;
            } else if self.is(0, '*') {
                path.push("*".to_owned());
                self.at += 1;
                break;
            } else if self.is(0, '{') {
                self.at += 1;
                self.branches(&path);
                return;
            } else {
                break;
            }
            if self.token(0) != Some(&Token::Path) {
                break;
            }
            self.at += 1;
        }
        if let Some(path) = self.seen_from_root(&path) {
            self.named.push(Named { line, path });
        }
    }

    /// What stands between the braces of a tree, up to the closing one.
    fn branches(&mut self, before: &[String]) {
        while self.at < self.tokens.len() && !self.is(0, '}') {
            if self.word(0).is_some() || self.is(0, '*') || self.is(0, '{') {
                self.tree(before);
            }
            // A new name for it, and the comma.
            while self.at < self.tokens.len() && !self.is(0, ',') && !self.is(0, '}') {
                self.at += 1;
            }
            if self.is(0, ',') {
                self.at += 1;
            }
        }
        self.at += 1;
    }

    /// The path as seen from the crate's root; `None` for a mere `self` or `crate`, as in `pub(crate)`.
    fn seen_from_root(&self, path: &[String]) -> Option<String> {
        let mut root: Vec<&str> = Vec::new();
        let mut module: Vec<&str> =
            std::iter::once("crate").chain(self.module.iter().map(String::as_str)).collect();
        let mut parts = path.iter().map(String::as_str).peekable();
        match parts.peek() {
            Some(&"crate" | &"kiosk") => {
                parts.next();
                root.push("crate");
            }
            Some(&"self" | &"super") => {
                while let Some(part) = parts.next_if(|part| matches!(*part, "self" | "super")) {
                    if part == "super" {
                        module.pop();
                    }
                }
                root = module;
            }
            _ => {}
        }
        let is_ours = !root.is_empty();
        let own: Vec<&str> = parts.filter(|part| *part != "self").collect();
        if is_ours && own.is_empty() && path.len() == 1 {
            return None;
        }
        root.extend(own);
        Some(root.join("::"))
    }
}

//! Rust sources read as text: which paths a file names, and where.

use std::ops::Range;

/// A path of two or more segments as a file names it, groups taken apart: `crate::text::Token`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Line, from 1.
    pub line: usize,
    /// The segments; `*` for everything.
    pub segments: Vec<String>,
}

/// The source with comments and literals blanked; lines keep their numbers.
pub fn without_comments_and_literals(source: &str) -> String {
    blanked(source, true)
}

/// The source with comments blanked.
pub fn without_comments(source: &str) -> String {
    blanked(source, false)
}

/// `code` without the items marked `#[cfg(test)]`; blanked, lines keep their numbers.
pub fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut bytes = code.as_bytes().to_vec();
    let mut at = 0;
    while let Some(found) = code[at..].find(MARK) {
        let start = at + found;
        let end = item_end(code.as_bytes(), start + MARK.len());
        blank(&mut bytes, start..end);
        at = end;
    }
    String::from_utf8(bytes).expect("ASCII put in place of whole characters")
}

/// Every path of the code.
pub fn paths(code: &str) -> Vec<Named> {
    let mut reader = Reader { code: code.as_bytes(), at: 0, found: Vec::new() };
    while reader.at < code.len() {
        if is_word(reader.code[reader.at]) {
            reader.path(Vec::new());
        } else {
            reader.at += 1;
        }
    }
    let line = |at: usize| 1 + code[..at].matches('\n').count();
    reader.found.into_iter().map(|(at, segments)| Named { line: line(at), segments }).collect()
}

struct Reader<'a> {
    code: &'a [u8],
    at: usize,
    found: Vec<(usize, Vec<String>)>,
}

impl Reader<'_> {
    /// Reads one path after `prefix`, with all branches of its group.
    fn path(&mut self, mut segments: Vec<String>) {
        loop {
            let start = self.at;
            while self.code.get(self.at).is_some_and(|&b| is_word(b)) {
                self.at += 1;
            }
            segments.push(String::from_utf8_lossy(&self.code[start..self.at]).into_owned());
            let end = self.at;
            self.skip_blanks();
            if !self.code[self.at..].starts_with(b"::") {
                self.at = end.max(start + 1);
                return self.keep(start, segments);
            }
            self.at += 2;
            self.skip_blanks();
            match self.code.get(self.at) {
                Some(b'{') => return self.group(&segments),
                Some(b'*') => {
                    segments.push("*".to_string());
                    self.at += 1;
                    return self.keep(start, segments);
                }
                Some(&b) if is_word(b) => {}
                _ => return self.keep(start, segments),
            }
        }
    }

    fn group(&mut self, prefix: &[String]) {
        while let Some(&b) = self.code.get(self.at) {
            self.at += 1;
            match b {
                b'}' => return,
                b'{' | b',' => {
                    self.skip_blanks();
                    match self.code.get(self.at) {
                        Some(b'*') => self.keep(self.at, [prefix, &["*".to_string()]].concat()),
                        Some(&b) if is_word(b) => self.path(prefix.to_vec()),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    fn keep(&mut self, at: usize, segments: Vec<String>) {
        if segments.len() > 1 {
            self.found.push((at, segments));
        }
    }

    fn skip_blanks(&mut self) {
        while self.code.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }
}

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

/// Where the item that begins after `at` ends: its `;` or its closing brace.
fn item_end(code: &[u8], at: usize) -> usize {
    let mut depth = 0;
    for (i, b) in code.iter().enumerate().skip(at) {
        match b {
            b';' if depth == 0 => return i + 1,
            b'{' => depth += 1,
            b'}' if depth <= 1 => return i + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

fn blank(bytes: &mut [u8], range: Range<usize>) {
    for b in &mut bytes[range] {
        if *b != b'\n' {
            *b = b' ';
        }
    }
}

fn blanked(source: &str, literals: bool) -> String {
    let mut bytes = source.as_bytes().to_vec();
    let mut at = 0;
    while at < source.len() {
        let (end, comment) = match literal_or_comment(source.as_bytes(), at) {
            Some(found) => found,
            None => {
                at += 1;
                continue;
            }
        };
        if comment || literals {
            blank(&mut bytes, at..end);
        }
        at = end;
    }
    String::from_utf8(bytes).expect("ASCII put in place of whole characters")
}

/// The end of the comment or literal that begins at `at`, and whether it is a comment.
fn literal_or_comment(code: &[u8], at: usize) -> Option<(usize, bool)> {
    let rest = &code[at..];
    let until = |mark: &[u8], from: usize| {
        let place = rest.get(from..).and_then(|r| r.windows(mark.len()).position(|w| w == mark));
        place.map_or(code.len(), |p| at + from + p + mark.len())
    };
    let in_word = at > 0 && is_word(code[at - 1]);
    if rest.starts_with(b"//") {
        return Some((until(b"\n", 0), true));
    }
    if rest.starts_with(b"/*") {
        return Some((until(b"*/", 2), true));
    }
    if rest[0] == b'r' && (!in_word || code[at - 1] == b'b') {
        let hashes = rest[1..].iter().take_while(|&&b| b == b'#').count();
        if rest.get(1 + hashes) == Some(&b'"') {
            let mark = [&b"\""[..], &b"#".repeat(hashes)].concat();
            return Some((until(&mark, 2 + hashes), false));
        }
    }
    if rest[0] == b'"' {
        return Some((at + quoted(rest, b'"'), false));
    }
    // A character, not a lifetime: closed after an escape or after one character.
    let one = rest.get(1).map(|&b| if b < 0x80 { 1 } else { b.leading_ones() as usize });
    if rest[0] == b'\'' && (rest.get(1) == Some(&b'\\') || one.is_some_and(|n| rest.get(1 + n) == Some(&b'\''))) {
        return Some((at + quoted(rest, b'\''), false));
    }
    None
}

/// Length of a literal with its quotes; a backslash takes the next byte with it.
fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut i = 1;
    while i < rest.len() {
        match rest[i] {
            b'\\' => i += 2,
            b if b == quote => return i + 1,
            _ => i += 1,
        }
    }
    rest.len()
}

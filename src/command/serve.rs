//! `factbox serve`: the page for desks without a network, as static files on this machine only.

use super::{Failure, Outcome};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Bytes of a request that are read at most; a browser's has a few hundred.
const REQUEST_BYTES: u64 = 16 << 10;
/// How long a browser may take to ask.
const PATIENCE: Duration = Duration::from_secs(10);

const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("txt", "text/plain; charset=utf-8"),
];

/// Serves `folder` until the program is ended; says on `out` where.
pub fn run(folder: &Path, port: u16, out: &mut impl Write) -> Result<Outcome, Failure> {
    let folder = folder.canonicalize().ok().filter(|f| f.join("index.html").is_file());
    let folder = folder.ok_or(Failure::NoPage)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| Failure::Port(port, error))?;
    let address = listener.local_addr().map_err(|error| Failure::Port(port, error))?;
    writeln!(out, "Factbox is on http://{address}/ (Ctrl+C ends it)").and_then(|()| out.flush()).map_err(Failure::Output)?;
    for stream in listener.incoming().filter_map(Result::ok) {
        let folder = folder.clone();
        // A browser that breaks off is no fault of ours.
        thread::spawn(move || answer(&stream, &folder).ok());
    }
    Ok(Outcome::Done)
}

fn answer(mut stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.take(REQUEST_BYTES));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return write!(
            stream,
            "HTTP/1.1 405 Method Not Allowed\r\nallow: GET, HEAD\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        );
    }
    let found = file_of(folder, target).and_then(|path| Some((File::open(&path).ok()?, path)));
    let Some((mut file, path)) = found else {
        let body = "not found\n";
        let head = format!("content-type: text/plain\r\ncontent-length: {}\r\nconnection: close", body.len());
        return write!(stream, "HTTP/1.1 404 Not Found\r\n{head}\r\n\r\n{}", if method == "GET" { body } else { "" });
    };
    let length = file.metadata()?.len();
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    let kind = TYPES.iter().find(|(e, _)| *e == ending).map_or("application/octet-stream", |(_, kind)| kind);
    write!(
        stream,
        "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\ncache-control: no-cache\r\n\
         x-content-type-options: nosniff\r\nconnection: close\r\n\r\n"
    )?;
    if method == "GET" {
        io::copy(&mut file, &mut stream)?;
    }
    stream.flush()
}

/// The file below `folder` that the target of a request names; none for anything outside.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = unescaped(path)?;
    let name = if name.is_empty() { "index.html" } else { &name };
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(name).canonicalize().ok().filter(|_| plain && !name.contains('\\'))?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

/// A path without its percent signs; none where they do not spell UTF-8.
fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let digit = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16));
        bytes.push(if byte == b'%' { u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()? } else { byte });
    }
    String::from_utf8(bytes).ok().filter(|name| !name.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap().join("src");
        assert!(file_of(&folder, "/main.rs?x=1#y").is_some() && file_of(&folder, "/%6dain.rs").is_some());
        for target in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "//etc/passwd",
            "/%",
            "/%00",
            "/a\\b",
            "main.rs",
            "/command",
            "",
        ] {
            assert_eq!(file_of(&folder, target), None, "{target}");
        }
    }
}

//! `factbox serve` and what comes with the program: the page without a network, completions, the manual page.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn factbox(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factbox"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    factbox(arguments).output().unwrap()
}

/// A page of two files, served.
fn served() -> Server {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("page");
    fs::create_dir_all(folder.join("a")).unwrap();
    fs::write(folder.join("index.html"), "<title>Factbox</title>").unwrap();
    fs::write(folder.join("a/worker_bg.wasm"), b"\0asm").unwrap();
    let mut child = factbox(&["serve", "--port", "0", folder.to_str().unwrap()]).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_string();
    Server { child, address }
}

/// Head and body of the answer to one request.
fn ask(server: &Server, request: &[u8]) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.write_all(request).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
    (String::from_utf8(answer[..end].to_vec()).unwrap(), answer[end + 4..].to_vec())
}

#[test]
fn the_page_is_served_on_this_machine_only() {
    let server = served();
    assert!(server.address.starts_with("127.0.0.1:"), "{}", server.address);
    let get = |path: &str| ask(&server, format!("GET {path} HTTP/1.1\r\nhost: x\r\n\r\n").as_bytes());
    let (head, body) = get("/?x=1");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("text/html") && body == b"<title>Factbox</title>", "{head}");
    let (head, body) = get("/a/worker_bg.wasm");
    assert!(head.contains("application/wasm") && body == b"\0asm", "{head}");
    for path in ["/../Cargo.toml", "/%2e%2e/%2e%2e/Cargo.toml", "/no-such-file", "/a"] {
        assert!(get(path).0.starts_with("HTTP/1.1 404"), "{path}");
    }
    assert!(ask(&server, b"POST / HTTP/1.1\r\n\r\n").0.starts_with("HTTP/1.1 405"));
    let (head, body) = ask(&server, b"HEAD / HTTP/1.1\r\n\r\n");
    assert!(head.contains("content-length: 22") && body.is_empty(), "{head}");
    // What is no request harms none that follows.
    let mut junk = TcpStream::connect(&server.address).unwrap();
    junk.write_all(&[0xFF; 100_000]).ok();
    drop(junk);
    assert!(get("/").0.starts_with("HTTP/1.1 200"));
}

#[test]
fn a_folder_without_a_page_and_a_taken_port_are_told() {
    let output = run(&["serve", "no-such-folder"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("index.html"));
    let server = served();
    let port = server.address.split(':').nth(1).unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("page");
    let output = run(&["serve", "--port", port, folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--port"));
}

#[test]
fn completions_and_manual_name_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&["completions", shell]);
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && ["batch", "serve", "published"].iter().all(|w| script.contains(w)), "{shell}");
    }
    let manual = String::from_utf8(run(&["man"]).stdout).unwrap();
    assert!(manual.contains(".TH factbox") && ["batch", "serve", "JSON Lines"].iter().all(|w| manual.contains(w)), "{manual}");
}

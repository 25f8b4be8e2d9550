//! HTTP/1.1 on the wire, as much of it as a static server needs.

use std::io::{BufRead, Read, Write};

/// Longer lines and more headers than any browser sends end the connection.
const MAX_HEAD: u64 = 64 * 1024;

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// GET, HEAD, …
    pub method: String,
    /// Decoded path without query; not yet checked.
    pub path: String,
    /// The tag of the copy that the browser has.
    pub known_tag: Option<String>,
    /// Whether the connection stays open after the answer.
    pub keep_alive: bool,
}

impl Request {
    /// Whether only the head of the answer is wanted.
    pub fn is_head(&self) -> bool {
        self.method == "HEAD"
    }
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Status code and its words.
    pub status: &'static str,
    /// Headers of this answer.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
}

/// The next request; `None` at the end of the connection or where it is no request.
pub fn read(reader: &mut impl BufRead) -> Option<Request> {
    let mut head = reader.take(MAX_HEAD);
    let first = line(&mut head)?;
    let mut words = first.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    let mut request = Request {
        method: method.to_owned(),
        path: decode(target.split(['?', '#']).next().unwrap_or_default()),
        known_tag: None,
        keep_alive: version == "HTTP/1.1",
    };
    loop {
        let header = line(&mut head)?;
        if header.is_empty() {
            return Some(request);
        }
        let (name, value) = header.split_once(':')?;
        match name.to_ascii_lowercase().as_str() {
            "if-none-match" => request.known_tag = Some(value.trim().to_owned()),
            "connection" if value.trim().eq_ignore_ascii_case("close") => request.keep_alive = false,
            // A body would be read as the next request; nothing here takes one.
            "content-length" if value.trim() != "0" => request.keep_alive = false,
            _ => {}
        }
    }
}

/// Writes an answer, without its body for HEAD.
pub fn write(mut stream: impl Write, answer: &Answer, head_only: bool, keep_alive: bool) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {}\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let connection = if keep_alive { "keep-alive" } else { "close" };
    head.push_str(&format!("Content-Length: {}\r\nConnection: {connection}\r\n\r\n", answer.body.len()));
    stream.write_all(head.as_bytes())?;
    if !head_only {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

fn line(reader: &mut impl BufRead) -> Option<String> {
    let mut bytes = vec![];
    reader.read_until(b'\n', &mut bytes).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let whole = text.strip_suffix('\n')?;
    Some(whole.strip_suffix('\r').unwrap_or(whole).to_owned())
}

/// Undoes percent-encoding; what is no UTF-8 then becomes U+FFFD and names no file.
fn decode(encoded: &str) -> String {
    let mut bytes = vec![];
    let mut rest = encoded.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = (first == b'%').then(|| after.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_path_and_tag_and_drops_the_query() {
        let mut wire =
            "GET /corpus/%E8%B5%A4.txt?v=1 HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"a\"\r\n\r\nGET".as_bytes();
        let request = read(&mut wire);
        let expected = Request {
            method: "GET".to_owned(),
            path: "/corpus/赤.txt".to_owned(),
            known_tag: Some("\"a\"".to_owned()),
            keep_alive: true,
        };
        assert_eq!(request, Some(expected));
        assert_eq!(wire, b"GET");
    }

    #[test]
    fn what_is_no_request_ends_the_connection() {
        assert_eq!(read(&mut "".as_bytes()), None);
        assert_eq!(read(&mut "GET /\r\n\r\n".as_bytes()), None);
        assert_eq!(read(&mut "GET / HTTP/1.1\r\nHost".as_bytes()), None);
        assert_eq!(read(&mut &[0xff, 0xfe, b'\n'][..]), None);
    }

    #[test]
    fn broken_escapes_stay_as_they_are() {
        assert_eq!(decode("/a%2"), "/a%2");
        assert_eq!(decode("/a%zz%"), "/a%zz%");
        assert_eq!(decode("/%2e%2e/x"), "/../x");
    }

    #[test]
    fn head_has_the_length_but_not_the_body() {
        let answer =
            Answer { status: "200 OK", headers: vec![("ETag".to_owned(), "\"1\"".to_owned())], body: b"abc".to_vec() };
        let mut wire = vec![];
        assert!(write(&mut wire, &answer, true, false).is_ok());
        let text = String::from_utf8_lossy(&wire);
        assert_eq!(text, "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 3\r\nConnection: close\r\n\r\n");
    }
}

//! Requests whole, broken and hostile, and requests cut off at every byte.

use super::*;

fn read(text: &str) -> Result<Request, Fault> {
    Request::read(&mut text.as_bytes())
}

#[test]
fn requests_follow_each_other_on_one_connection() {
    let mut wire = "POST /touch?page=1f HTTP/1.1\r\nHOST:  localhost:80 \r\nCookie: a=b\r\nContent-Length: 2\r\n\r\nc\n\
                    GET / HTTP/1.1\r\nhost: x\r\nConnection: close\r\n\r\n"
        .as_bytes();
    let first = Request::read(&mut wire).unwrap();
    assert_eq!((first.method.as_str(), first.path.as_str()), ("POST", "/touch"), "first");
    assert_eq!(first.query.as_deref(), Some("page=1f"), "query");
    assert_eq!(first.header("host"), Some("localhost:80"), "trimmed, whatever its letters");
    assert_eq!(first.header("cookie"), None, "of no interest");
    assert_eq!((first.body.as_slice(), first.keep_alive), (&b"c\n"[..], true), "body");

    let second = Request::read(&mut wire).unwrap();
    assert_eq!((second.path.as_str(), second.keep_alive), ("/", false), "second and last");
    assert_eq!(Request::read(&mut wire).unwrap_err(), Fault::Gone, "the end");
}

#[test]
fn what_is_not_http_is_refused() {
    for bad in [
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET / \r\n\r\n",
        "GET  / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1 \r\n\r\n",
        "GET http://localhost/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\n: nameless\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : spaced\r\n\r\n",
        "GET / HTTP/1.1\r\nA: b\r\n folded: c\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: +2\r\n\r\nab",
        "POST / HTTP/1.1\r\nContent-Length: 2, 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nContent-Length:\r\n\r\nab",
        "POST / HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nab",
    ] {
        assert_eq!(read(bad).unwrap_err(), Fault::Malformed, "{bad:?}");
    }
    assert_eq!(read("GET / HTTP/2.0\r\n\r\n").unwrap_err(), Fault::Version, "too new");
    assert!(!read("GET / HTTP/1.0\r\n\r\n").unwrap().keep_alive, "old, but understood");
}

#[test]
fn nothing_is_without_end() {
    let endless_line = "G".repeat(20_000);
    assert_eq!(read(&endless_line).unwrap_err(), Fault::LongHead, "line");
    let endless_headers = format!("GET / HTTP/1.1\r\n{}", "a: b\r\n".repeat(4_000));
    assert_eq!(read(&endless_headers).unwrap_err(), Fault::LongHead, "headers");
    for length in ["8193", "999999999999999999", "99999999999999999999999999"] {
        let long = format!("POST / HTTP/1.1\r\nContent-Length: {length}\r\n\r\n");
        assert_eq!(read(&long).unwrap_err(), Fault::LongBody, "{length}");
    }
    let chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nc\n\r\n0\r\n\r\n";
    assert_eq!(read(chunked).unwrap_err(), Fault::NoLength, "chunks");
}

#[test]
fn a_request_that_breaks_off_is_nobodys() {
    let whole = "POST /touch HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nc\nc\n";
    assert!(read(whole).is_ok(), "whole");
    for end in 0..whole.len() {
        assert_eq!(read(&whole[..end]).unwrap_err(), Fault::Gone, "{:?}", &whole[..end]);
    }
}

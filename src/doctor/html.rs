//! The report as one HTML file: what is wrong, and every page in small, for an author to look over.
//!
//! It stands alone (pictures are in it), so that it can be sent by mail and kept.

use std::fmt::Write as _;
use std::path::Path;

use super::{Examination, Thumbnail};
use crate::content::Severity;
use crate::panel::Frame;

/// The longer side of a thumbnail, in pixels.
const SIDE: u32 = 300;

/// Quality of a thumbnail, in hundredths.
const QUALITY: u8 = 60;

/// A small JPEG of `frame`; empty where there is none to be had, which a browser shows as a gap.
pub(super) fn thumbnail(frame: &Frame) -> Vec<u8> {
    let longer = frame.width().max(frame.height()).max(1);
    let side = |length: u32| length * SIDE / longer;
    frame.small_jpeg(side(frame.width()), side(frame.height()), QUALITY).unwrap_or_default()
}

/// The report on the edition at `edition`.
#[must_use]
pub fn report(edition: &Path, examination: &Examination) -> String {
    let name = escaped(&edition.display().to_string());
    let errors =
        examination.faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    let warnings = examination.faults.len() - errors;
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{name}: report</title>\n<style>{STYLE}</style>\n\
         <h1>{name}</h1>\n<p class=\"sum\">{errors} errors, {warnings} warnings, {} pages seen.</p>\n",
        examination.thumbnails.len()
    );
    if examination.faults.is_empty() {
        html += "<p class=\"good\">Everything is in order.</p>\n";
    } else {
        html += "<table>\n<tr><th>Code<th>Where<th>What<th>To mend it</tr>\n";
        for fault in &examination.faults {
            let _ = writeln!(
                html,
                "<tr class=\"{}\"><td>{}<td>{}<td>{}<td>{}</tr>",
                fault.severity,
                fault.code,
                escaped(&fault.place),
                escaped(&fault.what),
                escaped(&fault.mend)
            );
        }
        html += "</table>\n";
    }
    for pages in by_page(&examination.thumbnails) {
        let page = &pages[0].page;
        // Faults name a row; the page of that row gets a mark.
        let is_faulty = examination.faults.iter().any(|fault| is_about(&fault.place, page));
        let mark = if is_faulty { " class=\"faulty\"" } else { "" };
        let _ = writeln!(html, "<section{mark}>\n<h2>{}</h2>\n<div>", escaped(page));
        for one in pages {
            let _ = writeln!(
                html,
                "<figure><img loading=\"lazy\" alt=\"\" src=\"data:image/jpeg;base64,{}\"><figcaption>{} · {}</figcaption></figure>",
                base64(&one.jpeg),
                one.layout,
                escaped(&one.language)
            );
        }
        html += "</div>\n</section>\n";
    }
    html
}

/// Tells whether a fault at `place` is about `page`.
fn is_about(place: &str, page: &str) -> bool {
    let rest = place.strip_prefix(page).unwrap_or("?");
    rest.is_empty() || rest.starts_with([' ', ','])
}

/// The thumbnails of each page, pages in the order of their first.
fn by_page(thumbnails: &[Thumbnail]) -> Vec<Vec<&Thumbnail>> {
    let mut pages: Vec<Vec<&Thumbnail>> = Vec::new();
    let mut index = std::collections::HashMap::new();
    for one in thumbnails {
        let row = *index.entry(one.page.as_str()).or_insert_with(|| {
            pages.push(Vec::new());
            pages.len() - 1
        });
        pages[row].push(one);
    }
    pages
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut all, c| {
        match c {
            '&' => all += "&amp;",
            '<' => all += "&lt;",
            '>' => all += "&gt;",
            '"' => all += "&quot;",
            '\'' => all += "&#39;",
            c => all.push(c),
        }
        all
    })
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            text.push(if digit <= group.len() {
                char::from(DIGITS[(bits >> (18 - 6 * digit) & 63) as usize])
            } else {
                '='
            });
        }
    }
    text
}

const STYLE: &str = "body{font:16px/1.5 system-ui,'Noto Sans CJK SC',sans-serif;margin:2rem auto;max-width:1500px;padding:0 1rem;background:#f6f1e7;color:#1b2a30}\
h1{font-size:1.6rem}h2{font-size:1rem;margin:0 0 .5rem}table{border-collapse:collapse;width:100%;background:#fdfaf4}\
td,th{border:1px solid #d9cdb8;padding:.4rem .6rem;text-align:left;vertical-align:top}tr.error td:first-child{background:#a83a22;color:#fff}\
tr.warning td:first-child{background:#e0a866}section{margin:1.5rem 0;padding:1rem;background:#fdfaf4;border-left:6px solid #0f5e66}\
section.faulty{border-color:#a83a22}section div{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-end}figure{margin:0}\
img{display:block;box-shadow:0 1px 4px #0004}figcaption{font-size:.8rem;color:#48565b}.good{color:#0f5e66;font-weight:bold}";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Fault;

    #[test]
    fn base64_is_that_of_the_standards_examples() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded, "{plain}");
        }
    }

    #[test]
    fn a_place_is_about_its_page_and_not_about_one_whose_name_begins_alike() {
        assert!(is_about("article port [zh], line 3", "article port"));
        assert!(is_about("home", "home"));
        assert!(!is_about("article port-city [zh]", "article port"));
    }

    #[test]
    fn nothing_of_an_edition_is_taken_for_markup() {
        let fault = Fault {
            severity: Severity::Warning,
            code: "LK-D001",
            place: "article <script>".to_owned(),
            what: "\"&'".to_owned(),
            mend: String::new(),
        };
        let html = report(
            Path::new("<b>.db"),
            &Examination { faults: vec![fault], thumbnails: Vec::new() },
        );
        assert!(!html.contains("<script>") && !html.contains("<b>"), "{html}");
        assert!(html.contains("&quot;&amp;&#39;"), "{html}");
    }
}

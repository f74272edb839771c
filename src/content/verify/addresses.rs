//! Addresses of sources: what a QR code on a public glass may send a visitor's telephone to.

use super::Report;
use crate::content::bounds::URL_MAX_BYTES;
use crate::content::chars::quoted;
use crate::content::error::Error;
use crate::content::fault::codes;
use crate::content::ids::ArticleId;
use crate::content::library::Library;
use crate::content::record::Problems;

/// Checks every address, and that every article names a source.
pub(super) fn check(library: &Library, report: &mut Report) -> Result<(), Error> {
    let catalogue = library.catalogue();
    let problems = Problems::default();
    let mut with_source = std::collections::HashSet::new();
    library.store().each(
        "article_source",
        "SELECT article, dated_on, url FROM article_source ORDER BY article, position",
        &problems,
        |row| {
            let article = ArticleId(row.get(0)?);
            with_source.insert(article);
            row.date(1)?;
            let Some(url) = row.optional_text(2, 4_096)? else {
                return Ok(());
            };
            let slug = catalogue.article(article).map_or("?", |card| &card.slug);
            let place = format!("article {slug}, source");
            if let Some(what) = address_fault(url) {
                report.error(
                    codes::ADDRESS,
                    place,
                    format!("«{}» {what}", quoted(url)),
                    "write a whole address such as https://www.example.org/page, or leave it out",
                );
            } else if !url.starts_with("https://") {
                report.warning(
                    codes::ADDRESS_PLAIN,
                    place,
                    format!("«{}» is not https, so no QR code is shown for it", quoted(url)),
                    "write https:// where the site answers to it, or leave the address out: the source's name and day stay",
                );
            }
            Ok(())
        },
    )?;
    for error in problems.into_vec() {
        report.problem(&error);
    }
    for article in &catalogue.articles {
        if !with_source.contains(&article.id) {
            report.error(
                codes::SOURCE_MISSING,
                format!("article {}", article.slug),
                "names no source",
                "add a [[source]] with a name and a day",
            );
        }
    }
    Ok(())
}

/// What is wrong with `url` as an address on a glass, if anything.
#[must_use]
pub fn address_fault(url: &str) -> Option<&'static str> {
    if url.len() > URL_MAX_BYTES {
        return Some("is longer than 300 bytes");
    }
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return Some("does not begin with https:// or http://");
    };
    // Other letters would be shown as they are and read as those of another site.
    if !url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\\"<>^`{|}".contains(&byte)) {
        return Some("has blanks, control characters or letters that an address must encode");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Some("has a user name in it");
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Some("has a port that is no number");
    }
    let labels_are_good = host.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    if !labels_are_good || !host.contains('.') {
        return Some("has no host such as www.example.org");
    }
    if host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Some("names a machine by number");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_addresses_pass() {
        for url in [
            "https://www.example.org",
            "http://english.example.gov.cn/2022-05/25/content_37550740.htm",
            "https://example.org:8443/a?b=c&d=%E4%B8%A4#e",
            "https://xn--fiqs8s.example/",
        ] {
            assert_eq!(address_fault(url), None, "{url}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for url in [
            "",
            "javascript:alert(1)",
            "data:text/html,x",
            "tel:+861234",
            "wifi:S:x;;",
            "file:///etc/passwd",
            "HTTPS://EXAMPLE.ORG",
            "https://",
            "https:///path",
            "https://localhost/",
            "https://user:pass@example.org/",
            "https://good.example@evil.example/",
            "https://example.org\\@evil.example/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://example..org/",
            "https://-example.org/",
            "https://example.org:port/",
            "https://ex ample.org/",
            "https://example.org/\u{7}",
            "https://exаmple.org/",
            "https://example.org/两江",
        ] {
            assert!(address_fault(url).is_some(), "{url:?} passed");
        }
        let long = format!("https://example.org/{}", "a".repeat(300));
        assert!(address_fault(&long).is_some());
    }
}

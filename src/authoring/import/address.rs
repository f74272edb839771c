//! Addresses of pages that may go into an edition, where they become QR codes on a public glass.

/// Longest address in bytes.
const LONGEST: usize = 300;

/// Whether `address` is a plain one: http or https, a host with a name, and no letter that must be encoded.
///
/// What an edition's own check lets pass is more; what this lets pass, it does.
pub(super) fn is_plain(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))
    else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
    };
    address.len() <= LONGEST
        && address.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\\"<>^`{|}".contains(&byte))
        && host.contains('.')
        && host.split('.').all(is_label)
        && host.bytes().any(|letter| letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_pass() {
        for address in
            ["https://www.example.org", "http://example.gov.cn/2022-05/25/a_1.htm?x=%E4#y"]
        {
            assert!(is_plain(address), "{address}");
        }
        for address in [
            "",
            "/2022/a.htm",
            "file:///C:/page.htm",
            "https://localhost/",
            "https://a@b.c/",
            "https://127.0.0.1/",
            "https://b.c-/",
            "https://b.c/<x>",
            "https://b.c/ x",
            "https://例.c/",
            "https://b.c:80/",
        ] {
            assert!(!is_plain(address), "{address}");
        }
    }
}

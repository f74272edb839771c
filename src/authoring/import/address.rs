//! Addresses of pages that may go into an edition, where they become QR codes on a public glass.

use crate::content::address_fault;

/// Whether an edition may have `address`, and it names a host by words and without a port.
pub(super) fn is_plain(address: &str) -> bool {
    let host = address.split('/').nth(2).unwrap_or_default();
    let host = host.split(['?', '#']).next().unwrap_or_default();
    address_fault(address).is_none()
        && !host.contains(':')
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

//! Whether a request comes from our own page, and not from one that the browser was lured to.
//!
//! Any website can make a browser send requests to this machine. Two headers, which a website cannot forge,
//! tell them apart: `Host` names the server that the browser believes to talk to (a foreign name here is DNS
//! rebinding), `Origin` names the site whose page is asking.

use std::net::{IpAddr, Ipv6Addr};

/// The hosts under which the panel may be opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hosts {
    bound: IpAddr,
}

impl Hosts {
    /// Those of a panel that listens on `bound`.
    pub(super) fn of(bound: IpAddr) -> Self {
        Self { bound: bound.to_canonical() }
    }

    /// Whether `host`, as in the header of that name, is this machine.
    ///
    /// A name can be made to point anywhere, a number cannot: apart from `localhost` only numbers pass.
    /// The port does not matter, because a tunnel may end at another one.
    pub(super) fn admit(self, host: &str) -> bool {
        let Some(name) = without_port(host) else {
            return false;
        };
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let number = match name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(six) => six.parse::<Ipv6Addr>().map(IpAddr::V6),
            None => name.parse().map(IpAddr::V4),
        };
        number.is_ok_and(|number| {
            let number = number.to_canonical();
            number.is_loopback() || number == self.bound || self.bound.is_unspecified()
        })
    }
}

/// Whether `origin`, as in the header of that name, is a page of `host`.
pub(super) fn is_same_origin(origin: &str, host: &str) -> bool {
    origin.strip_prefix("http://").is_some_and(|site| site.eq_ignore_ascii_case(host))
}

fn without_port(host: &str) -> Option<&str> {
    // The colons of an IPv6 number are in brackets.
    match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => {
            (!port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())).then_some(name)
        }
        _ => Some(host),
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn a_loopback_panel_is_opened_as_this_machine_through_any_port() {
        for bound in [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)] {
            let hosts = Hosts::of(bound);
            for good in [
                "127.0.0.1:8080",
                "127.0.0.1",
                "localhost:9000",
                "LOCALHOST",
                "[::1]:8080",
                "[::1]",
            ] {
                assert!(hosts.admit(good), "{good}");
            }
            for bad in [
                "",
                ":",
                "example.com",
                "example.com:8080",
                "127.0.0.1.example.com",
                "localhost.example.com",
                "192.168.1.5:8080",
                "[2001:db8::1]:80",
                "127.0.0.1:",
                "127.0.0.1:80a",
                "127.0.0.1:80:80",
                "localhost:8080, example.com",
                "::1",
                "0.0.0.0:8080",
                "kiosk.local",
                "2130706433",
                "[127.0.0.1]",
            ] {
                assert!(!hosts.admit(bad), "{bad}");
            }
        }
    }

    #[test]
    fn an_exposed_panel_is_opened_by_its_number_but_never_by_a_name() {
        let one = Hosts::of(IpAddr::V4(Ipv4Addr::new(192, 168, 1, 5)));
        assert!(one.admit("192.168.1.5:8080"), "its own number");
        assert!(!one.admit("192.168.1.6:8080"), "the number of another machine");
        let all = Hosts::of(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        assert!(all.admit("192.168.1.5:8080"), "any of its numbers");
        assert!(!all.admit("kiosk.example.com:8080"), "a name");
    }

    #[test]
    fn a_page_of_the_same_host_and_port_is_our_own() {
        assert!(is_same_origin("http://localhost:8080", "localhost:8080"), "our own");
        for foreign in [
            "null",
            "",
            "localhost:8080",
            "http://localhost",
            "http://localhost:3000",
            "https://localhost:8080",
            "http://127.0.0.1:8080",
            "http://localhost:8080.example.com",
        ] {
            assert!(!is_same_origin(foreign, "localhost:8080"), "{foreign}");
        }
    }
}

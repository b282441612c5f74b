"""Which network addresses a reader's link may lead to: public ones, and no others.

Guards against server-side request forgery (OWASP SSRF Prevention Cheat Sheet): names are resolved
once, every answer is checked, and the connection goes to a checked answer, never to the name.
"""

from __future__ import annotations

import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Protocol assignments (RFC 6890); some versions of ipaddress call parts of it global.
_ASSIGNMENTS = ipaddress.IPv4Network("192.0.0.0/24")
# The one block of IPv6 from which public addresses are given (RFC 4291, 2.4), and what is set aside
# in it for documentation since ipaddress was written (RFC 9637).
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_DOCUMENTATION = ipaddress.IPv6Network("3fff::/20")
# How networks without IPv4 reach it (NAT64, RFC 6052): the last four bytes are the IPv4 address.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address, or the IPv4 address embedded in it, is on the public internet."""
    address = _embedded(address)
    if isinstance(address, ipaddress.IPv4Address):
        usual = address not in _ASSIGNMENTS
    else:
        tunnelled = address.sixtofour is not None or address.teredo is not None
        usual = (
            address in _GLOBAL_UNICAST
            and address not in _DOCUMENTATION
            and not tunnelled  # deprecated, and a way to name any IPv4 address (RFC 7526)
        )
    return usual and address.is_global and not (address.is_multicast or address.is_reserved)


def resolve(host: str, port: int) -> tuple[Address, ...]:
    """The addresses of a host name, in the resolver's order; raises OSError where it has none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    # A zone ("fe80::1%eth0") names an interface of this machine; the address itself is judged.
    found = (ipaddress.ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers)
    return tuple(dict.fromkeys(found))


def _embedded(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address

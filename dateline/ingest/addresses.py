"""Which network addresses a reader's link may lead to: public ones, and no others.

Guards against server-side request forgery (OWASP SSRF Prevention Cheat Sheet): names are resolved
once, every answer is checked, and the connection goes to a checked answer, never to the name.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Protocol assignments (RFC 6890); some versions of ipaddress call parts of it global.
_ASSIGNMENTS = ipaddress.IPv4Network("192.0.0.0/24")


def is_public(address: Address) -> bool:
    """Whether an address, and every address embedded in it, is on the public internet."""
    return all(map(_is_public, _with_embedded(address)))


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv4Address):
        special = address in _ASSIGNMENTS
    else:
        special = address.is_site_local
    # The reserved block ::/8 holds the prefixes of IPv4-compatible and NAT64 addresses.
    return address.is_global and not (special or address.is_multicast or address.is_reserved)


def resolve(host: str, port: int) -> tuple[Address, ...]:
    """The addresses of a host name, in the resolver's order; raises OSError where it has none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    # A zone ("fe80::1%eth0") names an interface of this machine; the address itself is judged.
    found = (ipaddress.ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers)
    return tuple(dict.fromkeys(found))


def _with_embedded(address: Address) -> Iterator[Address]:
    if isinstance(address, ipaddress.IPv4Address):
        yield address
        return
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
        return
    yield address
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo

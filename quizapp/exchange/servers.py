"""Which server an address means: this machine, one close by, or one on the open internet."""

from __future__ import annotations

from base64 import b64encode
from ipaddress import ip_address
from socket import getaddrinfo
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass


def host_of(parts: SplitResult) -> str:
    """The server's name or number in an address, "" where there is none."""
    return parts.hostname or ""


def is_near(host: str) -> bool:
    """Whether a server is this machine or one of its neighbours, not one on the open internet."""
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    try:
        found = {str(entry[4][0]) for entry in getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ip_address(one.partition("%")[0]).is_global for one in found)


def proxy_for(host: str) -> SplitResult | None:
    """The proxy that the system names for https; none leads back to this machine."""
    named = getproxies().get("https", "")
    if not named or proxy_bypass(host) or host in ("localhost", "127.0.0.1", "::1"):
        return None
    return urlsplit(named if "://" in named else f"http://{named}")


def proxy_headers(proxy: SplitResult) -> dict[str, str]:
    """What a proxy is told of who asks, where its address has a name and a password."""
    if proxy.username is None:
        return {}
    words = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {b64encode(words.encode()).decode()}"}

"""Running the desk: the address, the token, and what can be wrong with either."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp

from reportedly.errors import ServingError
from reportedly.server.gate import LOOPBACK

SHORTEST_TOKEN = 12


@dataclass(frozen=True, slots=True)
class Address:
    """Where the desk listens, and the token that it asks for."""

    host: str
    port: int
    token: str | None = None

    @property
    def hosts(self) -> frozenset[str]:
        """The names by which it may be called: those of this machine alone, and where it listens beyond it, its own."""
        if is_loopback(self.host):
            return LOOPBACK | {self.host}
        own = {self.host, socket.gethostname().lower(), socket.getfqdn().lower()}
        return LOOPBACK | own | (_own_addresses() if _is_any(self.host) else frozenset())

    def url(self, port: int) -> str:
        """The address to open in a browser, with the token where there is one."""
        host = socket.gethostname() if _is_any(self.host) else self.host
        name = f"[{host}]" if ":" in host else host
        return f"http://{name}:{port}/" + (f"?token={self.token}" if self.token else "")


def check(address: Address) -> None:
    """Let an address pass.

    Raises:
        ServingError: it can be reached from elsewhere and has no token, or one that can be guessed.
    """
    if address.token is not None and len(address.token) < SHORTEST_TOKEN:
        raise ServingError("The token is too short", f"Give one of {SHORTEST_TOKEN} characters or more")
    if address.token is None and not is_loopback(address.host):
        raise ServingError(
            f"{address.host} can be reached from other machines",
            "Give a --token that every visitor must have, or leave out --host",
        )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def run(app: ASGIApp, address: Address, opened: Callable[[str], None]) -> None:
    """Serve until the process is stopped; ``opened`` is called with the URL as soon as it can be visited.

    Raises:
        ServingError: the address cannot be listened on.
    """
    listening = listen(address)
    try:
        opened(address.url(listening.getsockname()[1]))
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        listening.close()


def listen(address: Address) -> socket.socket:
    """A socket that listens at an address.

    Raises:
        ServingError: the address cannot be listened on.
    """
    try:
        family, _, _, _, place = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen()
    except OSError as error:
        raise ServingError(*_meaning(error, address)) from None
    return listening


def _meaning(error: OSError, address: Address) -> tuple[str, str]:
    if error.errno == errno.EADDRINUSE:
        return f"Port {address.port} is taken by another program", "Give another one with --port"
    if error.errno == errno.EACCES:
        return f"Port {address.port} may not be used by you", "Give one above 1023 with --port"
    return f"{address.host}:{address.port} cannot be listened on ({error.strerror})", "Give another --host or --port"


def _is_any(host: str) -> bool:
    return host in {"0.0.0.0", "::", ""}


def _own_addresses() -> frozenset[str]:
    """The numeric addresses of this machine, as far as its own name leads to them."""
    try:
        found = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:
        return frozenset()
    return frozenset(str(place[0]) for *_, place in found)

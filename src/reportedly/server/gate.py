"""Who may ask, and what a browser may do with the answer.

A page of another site must not reach the desk through the visitor's browser: not by a name that it points at this
machine (the Host header is checked), not by a form or a script of its own (the Origin header is checked). Where a
token is set, every request carries it, in a cookie or as a bearer.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "reportedly"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
NO_TOKEN = Response(
    "This desk needs its token. Open it by the address that `reportedly serve` printed.\n", 401, media_type="text/plain"
)


class Gate:
    """Lets a request through to the app, or answers it itself; puts the headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOOPBACK, token: str | None = None) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await (self._refusal(scope) or self._app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        """The answer to a request that goes no further, None where it may."""
        headers = Headers(scope=scope)
        if host_of(headers.get("host", "")) not in self._hosts:
            return _refused("this name does not lead to a desk", "Open the address that `reportedly serve` printed")
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            return _refused("another site asked for it", "Open the desk itself")
        return self._token_refusal(scope, headers) if self._token else None

    def _token_refusal(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        assert self._token is not None
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token")
        if given and scope["method"] == "GET" and _same(given[0], self._token):
            return _with_cookie(scope["path"], self._token)
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        shown = bearer if kind.lower() == "bearer" else _cookie(headers)
        return None if _same(shown, self._token) else NO_TOKEN


def host_of(header: str) -> str:
    """The name in a Host header, without port and brackets; empty where there is none."""
    try:
        return (urlsplit(f"//{header}").hostname or "").lower()
    except ValueError:
        return ""


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())


def _cookie(headers: Headers) -> str:
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _with_cookie(path: str, token: str) -> Response:
    """Lead on to the same page without the token in its address, which would be kept in the browser's history."""
    answer = RedirectResponse("/" + path.lstrip("/"), 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
    return answer


def _refused(problem: str, remedy: str) -> Response:
    return JSONResponse({"problem": problem, "remedy": remedy}, 403)

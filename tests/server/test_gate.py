"""Who may ask the desk: this machine, by its own name, from the desk's own pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.server.conftest import client_of

from reportedly.archive import Archive
from reportedly.errors import ServingError
from reportedly.server.app import build_app
from reportedly.server.gate import host_of
from reportedly.server.running import Address, check

TOKEN = "correct-horse-battery"


@pytest.fixture
def guarded(example: Path, static: Path) -> TestClient:
    return client_of(build_app(Archive.open(example), static, token=TOKEN))


@pytest.mark.parametrize("url", ["/", "/api/stories", "/assets/index-1a2b.js", "/api/none"])
def test_every_answer_forbids_what_the_desk_does_not_need(desk: TestClient, url: str) -> None:
    headers = desk.get(url).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:8017", "127.0.0.1:1", "[::1]:8017"])
def test_this_machine_may_ask(desk: TestClient, host: str) -> None:
    assert desk.get("/api/stories", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8017", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::1", "@"]
)
def test_a_name_that_another_site_points_here_is_refused(desk: TestClient, host: str) -> None:
    answer = desk.get("/api/stories", headers={"Host": host})
    assert answer.status_code == 403
    assert "stories" not in answer.text


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9999", "null"])
def test_another_site_can_send_nothing(empty: TestClient, origin: str) -> None:
    answer = empty.post("/api/account", headers={"Origin": origin})
    assert answer.status_code == 403


def test_the_desks_own_pages_can(empty: TestClient) -> None:
    assert empty.post("/api/account", headers={"Origin": "http://127.0.0.1"}).status_code == 200


@pytest.mark.parametrize(("header", "host"), [("A.example:80", "a.example"), ("[::1]:80", "::1"), ("", ""), ("[", "")])
def test_the_name_in_a_host_header(header: str, host: str) -> None:
    assert host_of(header) == host


class TestToken:
    """Where a token is set, nothing is told without it."""

    @pytest.mark.parametrize("url", ["/", "/api/stories", "/assets/index-1a2b.js", "/api/openapi.json"])
    def test_without_it(self, guarded: TestClient, url: str) -> None:
        assert guarded.get(url).status_code == 401

    @pytest.mark.parametrize("given", ["wrong", "", TOKEN + "x", "ünïcode"])
    def test_with_another(self, guarded: TestClient, given: str) -> None:
        assert guarded.get("/api/stories", params={"token": given}).status_code == 401
        header = {b"Authorization": f"Bearer {given}".encode()}
        assert guarded.get("/api/stories", headers=header).status_code == 401  # type: ignore[arg-type]

    def test_as_a_bearer(self, guarded: TestClient) -> None:
        assert guarded.get("/api/stories", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200

    def test_in_the_address_it_becomes_a_cookie_and_leaves_the_address(self, guarded: TestClient) -> None:
        answer = guarded.get("/story/y:1", params={"token": TOKEN})
        assert (answer.status_code, answer.headers["location"]) == (303, "/story/y:1")
        assert {"HttpOnly", "SameSite=strict"} <= set(answer.headers["set-cookie"].split("; "))
        assert guarded.get("/api/stories").status_code == 200

    def test_it_leads_to_no_other_site(self, guarded: TestClient) -> None:
        answer = guarded.get("//evil.example/", params={"token": TOKEN})
        assert answer.headers["location"].startswith("/")
        assert not answer.headers["location"].startswith("//")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.3.2.1"])
def test_loopback_needs_no_token(host: str) -> None:
    check(Address(host, 0))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])
def test_other_addresses_need_one(host: str) -> None:
    with pytest.raises(ServingError, match="--token"):
        check(Address(host, 0))
    check(Address(host, 0, TOKEN))


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(ServingError, match="too short"):
        check(Address("127.0.0.1", 0, "1234"))


@pytest.mark.parametrize(
    ("address", "url"),
    [
        (Address("127.0.0.1", 0), "http://127.0.0.1:80/"),
        (Address("::1", 0), "http://[::1]:80/"),
        (Address("192.0.2.7", 0, TOKEN), f"http://192.0.2.7:80/?token={TOKEN}"),
    ],
)
def test_the_address_to_open(address: Address, url: str) -> None:
    assert address.url(80) == url


@pytest.mark.parametrize("path", ["/", "/story/y:1/claims", "/report/r1", "/anything"])
def test_every_page_is_the_one_page(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 200
    assert "<title>Desk</title>" in answer.text


@pytest.mark.parametrize("path", ["../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "none.js", "", "%00"])
def test_nothing_beside_the_assets_is_given(desk: TestClient, path: str) -> None:
    answer = desk.get(f"/assets/{path}")
    assert "not for the browser" not in answer.text

"""A request of 200 MB is refused with words, before a byte of it is read, and memory stays where it was."""

from __future__ import annotations

import io
import tracemalloc
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.urls import get_resolver

from samenstroom.kit.uploads import most_of

pytestmark = pytest.mark.django_db

PAGE = "/s/abc/afspreken/lezen/"
HUGE = 200_000_000
BEGIN = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-'


class Stream(io.RawIOBase):
    """So many bytes that are made while they are read."""

    def __init__(self, size: int) -> None:
        self.left, self.taken = size, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        piece = min(self.left, 65536 if size < 0 else size)
        given = BEGIN[:piece].ljust(piece, b"x") if not self.taken else b"x" * piece
        self.left, self.taken = self.left - piece, self.taken + piece
        return given


def send(page: str, body: Stream, said: str | None) -> tuple[str, str, int]:
    """Status, what the page says, and the most memory that was asked for in between."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST", "PATH_INFO": page, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
        "CONTENT_TYPE": "multipart/form-data; boundary=x", "wsgi.input": body, "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(), "HTTP_ACCEPT_LANGUAGE": "nl",
    }  # fmt: skip
    if said is not None:
        environ["CONTENT_LENGTH"] = said
    status: list[str] = []

    def start(told: str, _headers: Any, _trouble: Any = None, /) -> Any:
        status.append(told)

    tracemalloc.start()
    try:
        answer = b"".join(WSGIHandler()(environ, start))
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return status[0], answer.decode(), peak


def test_two_hundred_megabytes_are_refused_with_words_before_anything_is_read() -> None:
    send(PAGE, Stream(0), "0")  # what is loaded once is not counted
    body = Stream(HUGE)
    status, says, peak = send(PAGE, body, str(HUGE))
    assert status.startswith("413") and "hooguit 10 MB" in says and "niets bewaard" in says
    assert body.taken == 0 and peak < 20_000_000


def test_what_does_not_say_how_large_it_is_is_read_as_nothing() -> None:
    body = Stream(HUGE)
    status, _says, _peak = send(PAGE, body, None)
    assert not status.startswith("2") and body.taken == 0


def test_every_other_page_has_a_limit_too(client: Client) -> None:
    status, _says, _peak = send("/account/inloggen/", Stream(HUGE), str(HUGE))
    assert status.startswith("413")
    assert client.get("/account/inloggen/").status_code == 200


def test_a_page_says_how_much_it_takes_through_its_guards() -> None:
    assert most_of(get_resolver().resolve(PAGE).func) == 10_000_000

"""No log line may hold the token of a personal link."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from samenstroom.config.redaction import WithoutTokens, without_tokens

TOKEN = "kq3V0sX8bq_Zl5n2Yw-secret-token-of-a-link-1"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the console handler of the settings would write, for every logger."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(WithoutTokens())
    handler.setFormatter(logging.Formatter(settings.LOGGING["formatters"]["line"]["format"]))
    loggers = [logging.getLogger(), logging.getLogger("django")]
    for logger in loggers:
        logger.addHandler(handler)
    yield stream
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Not Found: /l/{TOKEN}", "Not Found: /l/…"),
        (f"GET https://example.org/l/{TOKEN}/open?x=1 200", "GET https://example.org/l/…?x=1 200"),
        ("Not Found: /zo-werk-ik/k3mabcdefghjkm/", "Not Found: /zo-werk-ik/…"),
        (f"GET /agenda/{TOKEN}.ics 200", "GET /agenda/… 200"),
        ("GET /zoeken/?q=geheim+woord 200", "GET /zoeken/?… 200"),
        ("Not Found: /samenwerking/abc/", "Not Found: /samenwerking/abc/"),
    ],
)
def test_everything_after_the_prefix_is_left_out(line: str, expected: str) -> None:
    assert without_tokens(line) == expected


def test_message_arguments_and_traceback_are_cleaned(written: io.StringIO) -> None:
    logger = logging.getLogger("samenstroom.anything")
    try:
        raise ValueError(f"no such page: /l/{TOKEN}")
    except ValueError:
        logger.exception("failed at %s", f"/l/{TOKEN}", stack_info=True)
    assert "failed at /l/…" in written.getvalue()
    assert "no such page: /l/…" in written.getvalue()
    assert TOKEN not in written.getvalue()


@pytest.mark.django_db
def test_django_itself_logs_no_token(written: io.StringIO, client: Client) -> None:
    client.get(f"/l/{TOKEN}/does/not/exist")
    Client(enforce_csrf_checks=True).post(f"/l/{TOKEN}")
    logging.getLogger("django.request").warning("Not Found: %s", f"/l/{TOKEN}")
    assert "/l/…" in written.getvalue()
    assert TOKEN not in written.getvalue()


def test_every_handler_has_the_filter() -> None:
    handlers: dict[str, Any] = settings.LOGGING["handlers"]
    assert all("without_tokens" in handler["filters"] for handler in handlers.values())

"""What all tests share: the browser, the live site, and how many examples are made up."""

import os
from typing import Any

import hypothesis
import pytest
from django.db import connection

from tools.install_browser import on_path

BROWSER_FIXTURES = {"page", "context", "browser", "new_context"}
IS_DEEP = os.environ.get("SAMENSTROOM_DEEP") == "1"

hypothesis.settings.register_profile("normal", deadline=None)
hypothesis.settings.register_profile("deep", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("deep" if IS_DEEP else "normal")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks each test that opens a browser, so that `-m "not browser"` leaves them out."""
    for item in items:
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Uses the Chromium of the machine when there is one; as root a sandbox is not possible."""
    found = {"executable_path": path} if (path := on_path()) else {}
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {**browser_type_launch_args, **found, "args": ["--no-sandbox"] if is_root else []}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """After a test in a browser PostgreSQL empties the few tables with rows: all of them by TRUNCATE takes seconds."""
    if connection.vendor == "postgresql":
        truncate = connection.ops.sql_flush

        def empty(style: Any, tables: list[str], **options: Any) -> list[str]:
            if options.get("reset_sequences"):
                return list(truncate(style, tables, **options))
            names = [connection.ops.quote_name(table) for table in tables]
            with connection.cursor() as cursor:
                cursor.execute("SELECT " + ", ".join(f"EXISTS (SELECT 1 FROM {name})" for name in names))
                return [f"DELETE FROM {name}" for name, has in zip(names, cursor.fetchone(), strict=True) if has]

        connection.ops.sql_flush = empty


@pytest.fixture
def site(live_server: Any, settings: Any) -> str:
    """The address of a running app; the links it makes start with this address too."""
    settings.PUBLIC_URL = live_server.url
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]
    return str(live_server.url)


@pytest.fixture(scope="session")
def is_deep() -> bool:
    """Whether `make test-deep` runs: then tests that make up examples make many more."""
    return IS_DEEP


@pytest.fixture(scope="session")
def pairs(is_deep: bool) -> int:
    """How many pairs of worlds are compared."""
    return 100 if is_deep else 10

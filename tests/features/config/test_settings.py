"""What an operator can set, and what every answer carries."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from samenstroom.config import environment
from samenstroom.config.smtp import SmtpServer, read_smtp_url
from samenstroom.kit.keyfiles import keys_in

SHOW = "from django.conf import settings as s; print([getattr(s, name) for name in {names!r}])"


def settings_with(data: Path, *names: str, **variables: str) -> str:
    """The settings as a new process with these environment variables sees them."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("SAMENSTROOM_")}
    clean |= {"DJANGO_SETTINGS_MODULE": "samenstroom.config.settings", "SAMENSTROOM_DATA": str(data)}
    result = subprocess.run(
        [sys.executable, "-c", SHOW.format(names=names)],
        env={**clean, "PYTHONPATH": os.pathsep.join(sys.path), **variables},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return (result.stdout or result.stderr.splitlines()[-1]).strip()


def test_keys_are_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    first = settings_with(tmp_path, "SECRET_KEY", "SEALING_KEYS")
    assert settings_with(tmp_path, "SECRET_KEY", "SEALING_KEYS") == first
    files = sorted((tmp_path / "keys").iterdir())
    assert [file.name for file in files] == ["sealing.key", "secret.key"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_empty_key_file_is_never_filled_again(tmp_path: Path) -> None:
    (tmp_path / "sealing.key").write_text("")
    with pytest.raises(ValueError, match="put the right key back"):
        keys_in(tmp_path / "sealing.key", make=lambda: "new")


def test_https_makes_cookies_strict(tmp_path: Path) -> None:
    names = ("SESSION_COOKIE_SECURE", "SESSION_COOKIE_NAME", "ALLOWED_HOSTS")
    shown = settings_with(tmp_path, *names, SAMENSTROOM_URL="https://stroom.example.org/")
    assert shown.startswith("[True, '__Host-samenstroom_session', ['stroom.example.org'")


@pytest.mark.parametrize("variables", [{"PORT": "many"}, {"SAMENSTROOM_URL": "stroom.example.org"}])
def test_setting_that_makes_no_sense_is_named(tmp_path: Path, variables: dict[str, str]) -> None:
    assert next(iter(variables)) in settings_with(tmp_path, "PORT", **variables)


def test_flag_understands_yes_and_no_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSTROOM_DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="SAMENSTROOM_DEBUG"):
        environment.flag("SAMENSTROOM_DEBUG")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "smtp://noor%40x.nl:p%2Fw@mail.example.org",
            SmtpServer("mail.example.org", 587, "noor@x.nl", "p/w", "starttls"),
        ),
        ("smtp://mail.example.org:465", SmtpServer("mail.example.org", 465, "", "", "ssl")),
        ("smtp://localhost:1025", SmtpServer("localhost", 1025, "", "", "none")),
        ("smtp://localhost:1025?tls=ssl", SmtpServer("localhost", 1025, "", "", "ssl")),
    ],
)
def test_mail_server_is_read_from_its_address(url: str, expected: SmtpServer) -> None:
    assert read_smtp_url(url) == expected


@pytest.mark.parametrize("url", ["mail.example.org", "smtp://u:secret@", "smtp://u:secret@host:25?tls=maybe"])
def test_wrong_mail_server_is_refused_without_showing_the_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        read_smtp_url(url)
    assert "secret" not in str(refused.value)


@pytest.mark.django_db
def test_health_is_ok_when_the_database_is_up_to_date(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_every_answer_carries_the_strict_headers(client: Client) -> None:
    headers = client.get("/healthz").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "data:" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
def test_page_of_a_personal_link_sends_its_address_nowhere(client: Client) -> None:
    headers: Any = client.get("/l/some-token").headers
    assert headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in headers["Cache-Control"]
    assert "noindex" in headers["X-Robots-Tag"]

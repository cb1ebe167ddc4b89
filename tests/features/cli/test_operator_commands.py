"""Commands for who runs the instance."""

import io
import stat
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError

from samenstroom.cli.processes import only_user_of


@pytest.fixture(autouse=True)
def _files(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> None:
    """No files of other tests: those are sealed with other keys."""
    settings.FILES_DIR = tmp_path_factory.mktemp("files")


def said_by(command: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_operator_gives_a_new_password(monkeypatch: pytest.MonkeyPatch) -> None:
    person = get_user_model()._default_manager.create(email="noor@example.org")
    monkeypatch.setattr("sys.stdin", io.StringIO("een zin die ik onthoud\n"))
    said_by("set_password", "Noor@Example.org")
    person.refresh_from_db()
    assert person.check_password("een zin die ik onthoud")


@pytest.mark.django_db
@pytest.mark.parametrize(("email", "password"), [("nobody@example.org", "x"), ("noor@example.org", "short")])
def test_unknown_person_and_weak_password_are_refused(
    monkeypatch: pytest.MonkeyPatch, email: str, password: str
) -> None:
    get_user_model()._default_manager.create(email="noor@example.org")
    monkeypatch.setattr("sys.stdin", io.StringIO(password))
    with pytest.raises(CommandError):
        said_by("set_password", email)


@pytest.fixture
def key_file(tmp_path: Path, settings: Any) -> Path:
    settings.SEALING_KEYS = [Fernet.generate_key().decode()]
    settings.SEALING_KEY_FILE = tmp_path / "sealing.key"
    settings.DATA_DIR = tmp_path
    return settings.SEALING_KEY_FILE


@pytest.mark.django_db
def test_rotation_puts_a_new_key_in_front_and_keeps_the_old(key_file: Path, settings: Any) -> None:
    (old,) = settings.SEALING_KEYS
    said_by("rotate_keys")
    new, kept = key_file.read_text().split()
    assert (kept, new != old) == (old, True)
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600


@pytest.mark.django_db
def test_rotation_drops_old_keys_when_asked(key_file: Path, settings: Any) -> None:
    (old,) = settings.SEALING_KEYS
    said_by("rotate_keys", "--drop-old")
    assert len(key_file.read_text().split()) == 1
    assert old not in key_file.read_text()


@pytest.mark.django_db
def test_rotation_waits_until_the_server_has_stopped(key_file: Path) -> None:
    with only_user_of(key_file.parent), pytest.raises(CommandError, match="already running"):
        said_by("rotate_keys")
    assert not key_file.exists()

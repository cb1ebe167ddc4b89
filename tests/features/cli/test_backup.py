"""A backup is one file, checked by restoring it; what is put back is the same, or nothing is."""

from __future__ import annotations

import gzip
import io
import json
import resource
import sqlite3
import stat
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
import pyrage
import pytest
from cryptography.fernet import Fernet
from django.core.management.base import CommandError
from django.db import connection
from django.test import override_settings

from samenstroom.cli.backups.policy import is_due, keep_last, nightly, record
from samenstroom.cli.processes import only_user_of
from samenstroom.files import storage
from samenstroom.kit.keyfiles import put_keys
from tests.features.cli.apart import empty_database, samenstroom
from tests.features.cli.instance import REPORT, SEALED_WORD, Instance, said_by, standing

needs_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="the same in code; on PostgreSQL each takes a database of its own"
)
on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is put back as a file, not a dump")
pytestmark = pytest.mark.usefixtures("instance")


@pytest.fixture(scope="module")
def instance(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Instance]:
    with django_db_blocker.unblock(), standing(tmp_path_factory.mktemp("data")) as one:
        yield one


@pytest.fixture(scope="module")
def archive(instance: Instance, tmp_path_factory: Any) -> Path:
    """One backup that stays open."""
    target = tmp_path_factory.mktemp("backups") / "open.tar.gz"
    said_by("backup", target)
    return target


@pytest.fixture(scope="module")
def identity(tmp_path_factory: Any) -> Path:
    path = tmp_path_factory.mktemp("age") / "identity.txt"
    said_by("backup", "--make-key", path)
    return path


@pytest.fixture(scope="module")
def closed(instance: Instance, identity: Path, tmp_path_factory: Any) -> Path:
    """One backup with the keys in it, closed for the holder of the identity."""
    target = tmp_path_factory.mktemp("backups") / "closed.tar.gz.age"
    said_by("backup", target, "--with-keys", "--to", public(identity))
    return target


def public(identity: Path) -> str:
    return identity.read_text().split("public key: ")[1].split()[0]


def members(raw: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(raw)) as tar:
        return {one.name: tar.extractfile(one).read() for one in tar}  # type: ignore[union-attr]


def test_a_backup_is_one_file_for_the_owner_with_every_hash_in_it(archive: Path, instance: Instance) -> None:
    found = members(archive.read_bytes())
    manifest = json.loads(found.pop("manifest.json"))
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert {name: sha256(content).hexdigest() for name, content in found.items()} == {
        name: about["sha256"] for name, about in manifest["members"].items()
    }
    assert manifest["tables"]["accounts_person"] == 2
    assert f"files/{instance.kept.public_id[:2]}/{instance.kept.public_id}.sealed" in found
    assert not any(name.startswith("keys/") for name in found)
    assert SEALED_WORD.encode() not in b"".join(found.values()) and REPORT not in b"".join(found.values())


def test_a_backup_never_writes_over_a_file_and_says_where_the_keys_are_not(tmp_path: Path, instance: Instance) -> None:
    target = tmp_path / "mine"
    target.write_text("mine")
    with pytest.raises(CommandError, match="already there"):
        said_by("backup", target)
    assert target.read_text() == "mine"
    assert "The keys are not in it" in said_by("backup", tmp_path)


@needs_sqlite
def test_what_is_restored_is_what_was(archive: Path, instance: Instance, tmp_path: Path) -> None:
    into = tmp_path / "new"
    assert "open what is sealed" in said_by("restore", archive, "--into", into)
    with closing(sqlite3.connect(into / "samenstroom.sqlite3")) as saved:
        (token,) = saved.execute("SELECT remark FROM checkins_answer").fetchone()
    (key,) = (into / "keys" / "sealing.key").read_text().split()
    assert Fernet(key).decrypt(token.encode()).decode() == SEALED_WORD
    with override_settings(FILES_DIR=into / "files"):
        assert storage.read(instance.kept.public_id) == REPORT
    assert {stat.S_IMODE(path.stat().st_mode) for path in into.rglob("*") if path.is_file()} == {0o600}
    assert sorted(path.name for path in into.iterdir()) == ["files", "keys", "samenstroom.sqlite3"]


@on_postgres
def test_what_is_restored_in_an_empty_database_is_what_was_with_its_wall(
    archive: Path, instance: Instance, tmp_path: Path
) -> None:
    into, keys = tmp_path / "new", str(instance.data / "keys")
    with pytest.raises(CommandError, match="not empty"):
        said_by("restore", archive, "--into", into)
    with empty_database("put_back") as address:
        done = samenstroom(
            tmp_path / "run", "restore", str(archive), "--into", str(into), "--keys", keys, DATABASE_URL=address
        )
        assert "open what is sealed" in done.stdout, done.stderr
        with psycopg.connect(address) as there:
            assert there.execute("SELECT count(*) FROM files_keptfile").fetchone() == (0,)  # nobody looks
            there.execute("SELECT set_config('app.person', '*', false)")
            assert there.execute("SELECT count(*) FROM files_keptfile").fetchone() == (1,)
            (token,) = there.execute("SELECT remark FROM checkins_answer").fetchone()  # type: ignore[misc]
    (key,) = (into / "keys" / "sealing.key").read_text().split()
    assert Fernet(key).decrypt(token.encode()).decode() == SEALED_WORD
    with override_settings(FILES_DIR=into / "files"):
        assert storage.read(instance.kept.public_id) == REPORT


@needs_sqlite
def test_a_folder_in_use_is_moved_aside_only_when_asked_and_never_while_it_runs(archive: Path, tmp_path: Path) -> None:
    into = tmp_path / "data"
    into.mkdir()
    (into / "samenstroom.sqlite3").write_text("what was there")
    with pytest.raises(CommandError, match="not empty"):
        said_by("restore", archive, "--into", into)
    with only_user_of(into), pytest.raises(CommandError, match="already running"):
        said_by("restore", archive, "--into", into, "--replace")
    said_by("restore", archive, "--into", into, "--replace")
    (aside,) = tmp_path.glob("data.before-*")
    assert (aside / "samenstroom.sqlite3").read_text() == "what was there"
    assert (into / "samenstroom.sqlite3").stat().st_size > 1000


@needs_sqlite
def test_a_closed_backup_opens_for_its_holder_alone_and_brings_the_keys(
    closed: Path, identity: Path, tmp_path: Path
) -> None:
    found = members(pyrage.decrypt(closed.read_bytes(), [pyrage.x25519.Identity.from_str(lines(identity)[-1])]))
    assert {"keys/sealing.key", "keys/secret.key"} <= set(found)
    said_by("backup", "--make-key", tmp_path / "other.txt")
    for given in ((), ("--identity", tmp_path / "other.txt")):
        with pytest.raises(CommandError, match=r"closed|opens"):
            said_by("restore", closed, "--into", tmp_path / "new", *given)
    assert not (tmp_path / "new").exists()
    with override_settings(SEALING_KEYS=[Fernet.generate_key().decode()]):  # another machine
        assert "the backup itself" in said_by("restore", closed, "--into", tmp_path / "new", "--identity", identity)
    assert (tmp_path / "new" / "keys" / "sealing.key").read_bytes() == found["keys/sealing.key"]


def lines(path: Path) -> list[str]:
    return path.read_text().split("\n")[:-1]


def test_keys_only_go_into_a_closed_backup_and_a_passphrase_stands_alone(tmp_path: Path, identity: Path) -> None:
    (tmp_path / "words").write_text("zeven kleine zinnen\n")
    (tmp_path / "short").write_text("kort\n")
    for given, why in (
        (["--with-keys"], "closed backup"),
        (["--to", public(identity), "--passphrase-file", tmp_path / "words"], "stands alone"),
        (["--passphrase-file", tmp_path / "short"], "shorter than 12"),
        (["--to", "age1nobody"], "no public key"),
    ):
        with pytest.raises(CommandError, match=why):
            said_by("backup", tmp_path, *given)
    assert {path.name for path in tmp_path.iterdir()} == {"words", "short"}


def flipped_from(start: int, whole: bytes) -> bytes:
    """With the first bit from there on flipped that does harm: a copy of zeros from elsewhere is the same zeros."""
    for at in range(start, len(whole)):
        damaged = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        if not whole.startswith(b"\x1f\x8b"):
            return damaged
        try:
            gzip.decompress(damaged)
        except (EOFError, OSError, zlib.error):
            return damaged
    raise AssertionError("every bit from there on may be flipped")


@needs_sqlite
def test_a_damaged_backup_is_refused_and_leaves_nothing(
    archive: Path, closed: Path, identity: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    for whole, opener in ((archive.read_bytes(), ()), (closed.read_bytes(), ("--identity", identity))):
        size = len(whole)
        flips = [flipped_from(at, whole) for at in (size // 3, size // 2, size - 30)]
        for damaged in (*flips, whole[: size // 2], whole[:-20], b"", b"another file"):
            broken.write_bytes(damaged)
            with pytest.raises(CommandError, match=r"damaged|no backup|not a backup|opens"):
                said_by("restore", broken, "--into", tmp_path / "new", *opener)
    assert [path.name for path in tmp_path.iterdir()] == ["broken"]


def test_a_file_from_elsewhere_cannot_write_outside_its_folder(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("../outside"), io.BytesIO())
    with pytest.raises(CommandError, match="not a backup"):
        said_by("restore", tmp_path / "evil.tar.gz", "--into", tmp_path / "deep" / "new")
    assert not (tmp_path / "outside").exists() and not any((tmp_path / "deep").iterdir())


@needs_sqlite
def test_missing_keys_are_named_and_the_folder_stays_as_it_was(archive: Path, tmp_path: Path) -> None:
    put_keys_in = tmp_path / "keys"
    put_keys_in.mkdir()
    put_keys(put_keys_in / "sealing.key", [Fernet.generate_key().decode()])
    manifest = json.loads(members(archive.read_bytes())["manifest.json"])
    with pytest.raises(CommandError, match=manifest["sealing_keys"][0]):
        said_by("restore", archive, "--into", tmp_path / "new", "--keys", put_keys_in)
    assert not (tmp_path / "new").exists()
    said = said_by("restore", archive, "--into", tmp_path / "new", "--keys", put_keys_in, "--any-keys")
    assert "do not open" in said and "secret.key" in said


@contextmanager
def hardly_room(most: int) -> Iterator[None]:
    """No file may grow past so many bytes: to a program that writes, the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@needs_sqlite
@pytest.mark.parametrize("most", [20_000, 1_000_000])
def test_a_full_disk_is_said_and_leaves_nothing_half(
    archive: Path, instance: Instance, tmp_path: Path, most: int
) -> None:
    before = sorted(instance.data.rglob("*"))
    (tmp_path / "backups").mkdir()
    with hardly_room(most):
        with pytest.raises(CommandError, match="is full"):
            said_by("backup", tmp_path / "backups")
        with pytest.raises(CommandError, match="is full"):
            said_by("restore", archive, "--into", tmp_path / "new")
    assert [path.name for path in tmp_path.iterdir()] == ["backups"] and not any((tmp_path / "backups").iterdir())
    assert "full" in record().fault
    assert sorted(instance.data.rglob("*")) == before


@pytest.mark.parametrize("keep", [0, 2])
def test_the_last_so_many_stay_and_other_files_are_not_touched(tmp_path: Path, keep: int) -> None:
    ours = [f"samenstroom-2026030{n}-020000.tar.gz{'.age' * (n % 2)}" for n in range(1, 5)]
    for name in (*ours, "samenstroom-notes.txt", "holiday.tar.gz"):
        (tmp_path / name).touch()
    keep_last(tmp_path, keep)
    assert {path.name for path in tmp_path.iterdir()} == {*ours[-keep:], "samenstroom-notes.txt", "holiday.tar.gz"}


@pytest.mark.django_db  # one has to ask for a database, or there is none when this file runs alone
def test_a_night_has_one_backup_and_a_missed_night_is_caught_up() -> None:
    at_two = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # two o'clock in Amsterdam
    assert is_due(None, at_two)
    assert not is_due(at_two, at_two + timedelta(hours=23, minutes=59))
    assert is_due(at_two, at_two + timedelta(hours=24))
    assert is_due(at_two - timedelta(minutes=1), at_two)


@needs_sqlite
def test_the_nightly_one_is_on_record_and_so_is_what_went_wrong(
    tmp_path: Path, instance: Instance, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    (instance.data / "backup.json").unlink(missing_ok=True)
    now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    settings.BACKUP_DIR = None
    assert nightly(now=now) == ""
    settings.BACKUP_DIR, settings.BACKUP_KEEP = tmp_path / "nights", 1
    assert nightly(now=now) == "samenstroom-20260302-010000.tar.gz"
    assert nightly(now=now + timedelta(hours=1)) == ""
    assert nightly(now=now + timedelta(days=1)) == "samenstroom-20260303-010000.tar.gz"
    assert [path.name for path in (tmp_path / "nights").iterdir()] == ["samenstroom-20260303-010000.tar.gz"]
    settings.BACKUP_DIR = tmp_path / "nights" / "samenstroom-20260303-010000.tar.gz"  # no folder
    assert nightly(now=now + timedelta(days=2)) == ""
    assert "was not made" in caplog.text

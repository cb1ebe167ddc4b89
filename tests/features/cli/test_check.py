"""Commands that tell who runs an instance how it is, and nothing of what people wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.cli.models import SweepSlot
from samenstroom.files import storage
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.features.cli.instance import SEALED_WORD, Instance, said_by, standing


@pytest.fixture(scope="module")
def instance(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Instance]:
    with django_db_blocker.unblock(), standing(tmp_path_factory.mktemp("data")) as one:
        yield one


@pytest.fixture(autouse=True)
def _busy(instance: Instance, db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that did its round just now; and no migrations, because the tables of tests are laid without."""
    SweepSlot.objects.create(name="mail", slot_at=clock.now())
    monkeypatch.setattr("samenstroom.cli.checking.ground.missing_migrations", lambda: 0)
    settings.MAIL_MODE = "smtp"


def looked() -> dict[str, str]:
    """Each thing that is not well, with its level and text."""
    told = json.loads(said_by("check", "--json"))
    return {one["name"]: f"{one['level']}: {one['text']}" for one in told if one["level"] != "ok"}


def faults(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What has to be mended, when the command says so with its exit code."""
    with pytest.raises(SystemExit) as stopped:
        call_command("check", "--json")
    assert stopped.value.code == 1
    return {one["name"]: one["text"] for one in json.loads(capsys.readouterr().out) if one["level"] == "FAULT"}


def test_a_healthy_instance_asks_for_a_backup_and_nothing_else() -> None:
    assert looked() == {"backup": "mind: None was made here yet. Set SAMENSTROOM_BACKUP_DIR for one each night."}


def test_what_is_wrong_is_named_with_what_to_do(
    instance: Instance, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    (instance.data / "keys" / "sealing.key").chmod(0o644)
    settings.SEALING_KEYS = [Fernet.generate_key().decode()]
    settings.BACKUP_DIR = instance.data / "backups"
    SweepSlot.objects.update(slot_at=clock.now() - timedelta(minutes=5))
    OutgoingMail.objects.create(
        unique_key="x",
        kind="code",
        to_email="marleen@voorbeeld.nl",
        not_before=clock.now(),
        tries=1,
        failed_at=clock.now(),
    )
    path = storage.path_of(instance.kept.public_id)
    path.rename(path.with_suffix(".away"))
    try:
        found = faults(capsys)
    finally:
        path.with_suffix(".away").rename(path)
        (instance.data / "keys" / "sealing.key").chmod(0o600)
    assert set(found) == {"keys", "sealed things", "kept files", "worker", "mail", "backup"}
    assert "chmod 600" in found["keys"] and "Answer.remark" in found["sealed things"]
    assert "1 of 1" in found["kept files"] and "marleen" not in str(found)


def test_a_clock_that_is_behind_what_was_done_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    SweepSlot.objects.update(slot_at=clock.now() + timedelta(hours=2))
    assert "Set the clock" in faults(capsys)["clock"]


def test_a_backup_that_stayed_out_is_told(
    instance: Instance, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.BACKUP_DIR = instance.data
    days_ago = (clock.now() - timedelta(days=2)).isoformat()
    (instance.data / "backup.json").write_text(json.dumps({"made_at": days_ago, "path": "b", "fault": "disk is full"}))
    try:
        assert "one each night" in faults(capsys)["backup"]
    finally:
        (instance.data / "backup.json").unlink()


def test_the_list_of_accounts_names_nobody(instance: Instance) -> None:
    Person.objects.filter(pk=instance.table.noor.pk).update(last_login=clock.now())
    said = said_by("users")
    assert f"{instance.table.noor.public_id}" in said and f"{clock.now():%Y-%m}" in said
    for word in ("Noor", "voorbeeld.nl", "Lindenhof", SEALED_WORD, instance.table.marleen.public_id):
        assert word not in said


def test_a_locked_account_is_out_at_once_and_comes_back_whole(instance: Instance) -> None:
    noor, client = instance.table.noor, Client()
    client.force_login(noor)
    assert client.get("/vandaag/").status_code == 200
    assert "locked" in said_by("users", "Noor@Voorbeeld.nl", "--lock")
    assert client.get("/vandaag/").status_code == 302
    assert "so already" in said_by("users", noor.public_id, "--lock")
    assert "open" in said_by("users", noor.public_id, "--unlock")
    assert client.get("/vandaag/").status_code == 302  # an old session does not come back to life
    noor.refresh_from_db()
    assert noor.is_active


@pytest.mark.parametrize(("who", "why"), [("", "Whom"), ("marleen", "Nobody"), ("ruben@voorbeeld.nl", "Nobody")])
def test_nobody_else_can_be_locked(instance: Instance, who: str, why: str) -> None:
    given = [instance.table.marleen.public_id if who == "marleen" else who, "--lock"]
    with pytest.raises(CommandError, match=why):
        said_by("users", *[one for one in given if one])

"""Keeping files: sealed on disk, shared by an act of one's own, gone when taken away."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import NotAllowedError, show_colleague, write_line
from samenstroom.files import storage, tidying
from samenstroom.files.actions.keep import add_file, remove_file, share_file
from samenstroom.files.kinds import MOST_BYTES
from samenstroom.files.models import KeptFile
from samenstroom.files.queries.kept import file_by_id, files_of, room_for_files
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle
from tests.people import Together, day, karin, seat_of, together

pytestmark = pytest.mark.django_db(transaction=True)

REPORT = b"Het verslag van maandag."


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Files of a test go to a folder of its own."""
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path / "files"


def brought(table: Together, *, circle: Circle = Circle.SHARED, by: Person | None = None, **more: Any) -> KeptFile:
    seat = seat_of(by or table.noor, table.collaboration)
    told: dict[str, Any] = {"name": "verslag.txt", "media_type": "text/plain", "content": REPORT, "now": day(1), **more}
    return add_file(seat=seat, circle=circle, **told)


def kinds(table: Together) -> list[str]:
    return list(table.collaboration.lines.order_by("pk").values_list("kind", flat=True))


def test_a_shared_file_is_there_for_both_and_stands_sealed_on_disk(folder: Path) -> None:
    table = together()
    kept = brought(table)
    for visit in (table.seen_by_noor(day(1)), table.seen_by_marleen(day(1))):
        assert file_by_id(visit, kept.public_id) == kept
    assert storage.read(kept.public_id) == REPORT
    assert "file_shared" in kinds(table)
    on_disk = b"".join(path.read_bytes() for path in folder.glob("*/*"))
    assert on_disk and b"verslag" not in on_disk


def test_a_private_file_is_hers_alone_and_leaves_no_line() -> None:
    table = together()
    before = kinds(table)
    kept = brought(table, circle=Circle.PRIVATE)
    assert kinds(table) == before
    assert file_by_id(table.seen_by_noor(day(1)), kept.public_id) == kept
    assert file_by_id(table.seen_by_marleen(day(1)), kept.public_id) is None
    assert list(files_of(table.seen_by_marleen(day(1)))) == []
    assert room_for_files(table.seen_by_marleen(day(1))).files == 200


def test_the_same_file_twice_is_one_file() -> None:
    table = together()
    assert brought(table) == brought(table)
    assert kinds(table).count("file_shared") == 1
    assert brought(table, circle=Circle.PRIVATE) != brought(table)


def test_sharing_a_private_file_is_an_act_and_happens_once() -> None:
    table = together()
    kept = brought(table, circle=Circle.PRIVATE)
    with pytest.raises(NotAllowedError):
        share_file(kept=kept, seat=table.marleens_seat, now=day(2))
    share_file(kept=kept, seat=table.noors_seat, now=day(2))
    assert file_by_id(table.seen_by_marleen(day(2)), kept.public_id) is not None
    with pytest.raises(NotAllowedError):
        share_file(kept=kept, seat=table.noors_seat, now=day(2))
    assert kinds(table).count("file_shared") == 1


def test_since_when_she_kept_a_file_for_herself_is_not_told_with_it() -> None:
    table = together()
    kept = brought(table, circle=Circle.PRIVATE)
    share_file(kept=kept, seat=table.noors_seat, now=day(40))
    (one,) = files_of(table.seen_by_marleen(day(41)))
    assert one.kept_at == day(40)


def test_taking_away_takes_the_content_and_leaves_the_line_of_what_was_shared() -> None:
    table = together()
    shared, own = brought(table), brought(table, circle=Circle.PRIVATE)
    with pytest.raises(NotAllowedError):
        remove_file(kept=shared, seat=table.marleens_seat, now=day(2))
    for kept in (shared, own, shared):
        remove_file(kept=kept, seat=table.noors_seat, now=day(2))
        with pytest.raises(storage.FileGoneError):
            storage.read(kept.public_id)
        if kept is own:
            break
    remove_file(kept=shared, seat=table.noors_seat, now=day(3))
    assert kinds(table).count("file_removed") == 1
    assert not KeptFile.objects.filter(pk=own.pk).exists()
    assert file_by_id(table.seen_by_marleen(day(2)), shared.public_id) is None


def test_a_colleague_reads_along_and_shares_nothing() -> None:
    table = together()
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    with pytest.raises(NotAllowedError):
        brought(table, by=colleague)
    own = brought(table, by=colleague, circle=Circle.PRIVATE)
    assert file_by_id(table.seen_by_noor(day(1)), own.public_id) is None


def test_content_without_a_row_is_taken_away_when_it_is_no_longer_young() -> None:
    table = together()
    kept = brought(table)
    storage.write("verdwaald", b"van niemand")
    assert tidying.drop_orphans(now=clock.now()) == 0
    assert tidying.drop_orphans(now=clock.now() + timedelta(hours=2)) == 1
    assert storage.read(kept.public_id) == REPORT


def test_new_keys_seal_what_is_kept_again() -> None:
    kept = brought(together())
    before = storage.path_of(kept.public_id).read_bytes()
    call_command("rotate_keys", stdout=StringIO())
    assert storage.path_of(kept.public_id).read_bytes() != before
    assert storage.read(kept.public_id) == REPORT


def page(client: Client, table: Together, *, as_noor: bool = True, **posted: Any) -> Any:
    client.force_login(table.noor if as_noor else table.marleen)
    door = "s" if as_noor else "kant"
    return client.post(f"/{door}/{table.collaboration.public_id}/bestanden/", posted, follow=True)


def test_a_file_is_brought_and_comes_back_as_a_download(client: Client) -> None:
    table = together()
    answer = page(client, table, circle="shared", file=SimpleUploadedFile("../plan.html", b"Ons plan.", "text/html"))
    assert "plan.txt" in answer.content.decode()
    kept = KeptFile.objects.get()
    client.force_login(table.marleen)
    got = client.get(f"/kant/{table.collaboration.public_id}/bestanden/{kept.public_id}/")
    assert got.content == b"Ons plan." and got["Content-Type"] == "text/plain"
    assert got["Content-Disposition"] == 'attachment; filename="plan.txt"'
    assert got["X-Content-Type-Options"] == "nosniff" and "sandbox" in got["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Dit bestand is leeg"),
        (b"<svg onload='alert(1)'>", "Dit soort bestand bewaren we niet"),
        (b"x" * (MOST_BYTES + 1), "groter dan 10 MB"),
    ],
    ids=["empty", "drawing", "large"],
)
def test_a_file_that_is_refused_says_why_next_to_the_field(client: Client, content: bytes, said: str) -> None:
    table = together()
    answer = page(client, table, circle="private", file=SimpleUploadedFile("a.svg", content))
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not KeptFile.objects.exists()


def test_a_link_holder_shares_everything_and_cannot_ask_for_a_private_file(client: Client) -> None:
    table = together()
    page(client, table, as_noor=False, circle="private", file=SimpleUploadedFile("a.txt", b"Voor ons."))
    assert KeptFile.objects.get().circle == Circle.SHARED.value


def test_a_full_room_is_said_in_words(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    table = together()
    monkeypatch.setattr("samenstroom.files.queries.kept.MOST_IN_ALL", 10)
    answer = page(client, table, circle="shared", file=SimpleUploadedFile("a.txt", b"Meer dan tien tekens."))
    assert answer.status_code == 422 and "ruimte" in answer.content.decode()


@pytest.mark.parametrize(("query", "count"), [("", 3), ("?soort=gesprek", 1), ("?soort=onzin", 3), ("?wie=mij", 1)])
def test_the_timeline_shows_one_kind_when_asked(client: Client, query: str, count: int) -> None:
    table = together(with_rhythm=False)
    table.collaboration.lines.all().delete()
    write_line(seat=table.noors_seat, kind="talk_held", now=day(1))
    write_line(seat=table.noors_seat, kind="note", now=day(1), note="Voor mezelf.", circle=Circle.PRIVATE)
    brought(table)
    client.force_login(table.noor)
    answer = client.get(f"/s/{table.collaboration.public_id}/logboek/{query}")
    assert len(answer.context["lines"]) == count

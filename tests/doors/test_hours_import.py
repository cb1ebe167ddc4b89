"""Reading in hours behind both doors: a look first, other columns, other projects, twice, damaged, too large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samenstroom.collaborations.models import HistoryLine
from samenstroom.contributions.models import Contribution
from tests.doors.table_story import Door, door_of, on_day
from tests.people import Together, noor, started, together

pytestmark = pytest.mark.django_db
INLEZEN = "samenwerken/uren/inlezen/"
HEAD = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n"
FIRST = "Noor,n@v.nl,Lindenhof,Nieuwsbrief,,Schrijven,No,2026-01-05,09:00:00,2026-01-05,10:30:00,01:30:00,\n"
SECOND = "Noor,n@v.nl,Lindenhof,Webshop,,Producten,No,2026-01-06,11:00:00,2026-01-06,11:45:00,00:45:00,\n"
THIRD = "Noor,n@v.nl,Lindenhof,Webshop,,Foto’s,No,2026-01-06,13:00:00,2026-01-06,14:00:00,01:00:00,\n"
TOGGL = HEAD + FIRST + SECOND
SIDES = pytest.mark.parametrize("who", ["noor", "marleen"])


@pytest.fixture
def table() -> Iterator[Together]:
    with on_day(2):
        yield together(with_rhythm=False)


def bring(door: Door, content: str | bytes, status: int = 200) -> str:
    data = content.encode() if isinstance(content, str) else content
    response = door.post(INLEZEN, file=SimpleUploadedFile("uren.csv", data, "text/csv"))
    assert response.status_code == status
    return response.content.decode()


def fields(html: str) -> dict[str, Any]:
    """What this page would send: what it carries, and its choices."""
    sent: dict[str, Any] = dict(re.findall(r'<input type="hidden" name="(carried|seen)" value="([^"]*)"', html))
    for name, options in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    for name, value in re.findall(r'<input type="checkbox" name="(\w+)" value="([^"]*)"[^>]* checked', html):
        sent.setdefault(name, []).append(value)
    return sent


def keep(door: Door, html: str, **changed: Any) -> Any:
    return door.post(INLEZEN, **fields(html) | {"do": "keep"} | changed)


def kept() -> list[tuple[str, str, str]]:
    rows = Contribution.objects.order_by("on", "pk")
    return [(one.on.isoformat(), str(one.amount), str(one.what)) for one in rows]


@SIDES
def test_a_file_is_looked_at_first_and_then_kept_for_both(table: Together, who: str) -> None:
    mine, theirs = door_of(getattr(table, who), table), door_of(table.marleen if who == "noor" else table.noor, table)
    html = bring(mine, TOGGL)
    assert "Toggl Track. 2 regels, samen 2,25 uur." in html
    assert not Contribution.objects.exists()
    keep(mine, html)
    assert kept() == [("2026-01-05", "1.50", "Schrijven"), ("2026-01-06", "0.75", "Producten")]
    assert {one.source for one in Contribution.objects.all()} == {"import"}
    assert "Ingelezen: 2 regels." in mine.text("samenwerken/uren/")
    assert "1,5 uur: Schrijven" in theirs.text("samenwerken/uren/")
    line = HistoryLine.objects.get(kind="hours_imported")
    assert line.data == {"number": 2}


def test_the_same_file_and_one_that_overlaps_add_only_what_is_new(table: Together) -> None:
    mine = door_of(table.noor, table)
    keep(mine, bring(mine, TOGGL))
    html = bring(mine, TOGGL)
    assert "2 regels staan er al" in html and "Lees deze regels in" not in html
    keep(mine, html)
    assert "Alles stond er al. Er is niets veranderd." in mine.text("samenwerken/uren/")
    keep(mine, bring(mine, HEAD + SECOND + THIRD))
    assert [what for _on, _hours, what in kept()] == ["Schrijven", "Producten", "Foto’s"]
    assert HistoryLine.objects.filter(kind="hours_imported").count() == 2


def test_a_row_that_was_taken_away_does_not_come_back(table: Together) -> None:
    mine = door_of(table.noor, table)
    keep(mine, bring(mine, TOGGL))
    entry = Contribution.objects.earliest("on")
    mine.post(f"samenwerken/uren/regel/{entry.public_id}/antwoord/", do="remove")
    keep(mine, bring(mine, TOGGL))
    assert Contribution.objects.count() == 2
    assert Contribution.objects.exclude(removed_at=None).count() == 1


def test_another_column_is_shown_before_it_is_kept(table: Together) -> None:
    mine = door_of(table.noor, table)
    html = bring(mine, TOGGL)
    looked = keep(mine, html, what="3")
    assert "Je koos iets anders. Kijk eerst of het zo klopt." in looked.content.decode()
    assert not Contribution.objects.exists()
    keep(mine, looked.content.decode())
    assert [what for _on, _hours, what in kept()] == ["Nieuwsbrief", "Webshop"]


def test_only_the_projects_she_chose_come_along(table: Together) -> None:
    mine = door_of(table.noor, table)
    keep(mine, bring(mine, TOGGL), picked_project=["1"])
    assert [what for _on, _hours, what in kept()] == ["Producten"]


def test_a_day_that_reads_both_ways_is_asked_and_then_read(table: Together) -> None:
    mine = door_of(table.noor, table)
    html = bring(mine, "Date,Hours,Notes\n05/01/2026,1,Bellen\n")
    assert "Hoe staan de dagen erin?" in html and "Lees deze regels in" not in html
    looked = mine.post(INLEZEN, **fields(html) | {"order": "day_first", "do": "look"}).content.decode()
    assert "maandag 5 januari" in looked
    keep(mine, looked, order="day_first")
    assert kept() == [("2026-01-05", "1.00", "Bellen")]


def test_rows_that_do_not_fit_are_named_and_the_others_are_kept(table: Together) -> None:
    mine = door_of(table.noor, table)
    html = bring(mine, "Date,Hours,Notes\n2026-01-05,1,Bellen\n2026-01-06,<b>veel</b>,x\n2026-13-01,1,x\n")
    assert "Regel 3: “&lt;b&gt;veel&lt;/b&gt;” zijn geen uren die we kunnen lezen." in html
    assert "Regel 4: “2026-13-01” is geen dag die we kunnen lezen." in html
    keep(mine, html)
    assert kept() == [("2026-01-05", "1.00", "Bellen")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04", "Dit is een Excel-bestand."),
        (b"Date,Hours\n2026-01-05,1\x00\n", "Dit is geen bestand met tekst."),
        (b"Date,Hours\n", "In dit bestand staan geen regels."),
        (b'Date,Hours\n2026-01-05,"1\n', "In regel 2 staat een aanhalingsteken los."),
        (b"Date,Hours\n" + b"2026-01-05,1\n" * 5001, "meer dan 5000 regels"),
        (b"Date,Hours\n" + b"2026-01-05,1\n" * 400_000, "Dit bestand is te groot."),
    ],
)
def test_a_file_that_cannot_be_read_says_why_next_to_the_field(table: Together, content: bytes, said: str) -> None:
    html = bring(door_of(table.noor, table), content, status=422)
    assert said in html and "<title>Fout:" in html
    assert not Contribution.objects.exists()


def test_what_a_page_carries_is_hers_alone_and_cannot_be_made_up(table: Together) -> None:
    noor_door, marleen_door = door_of(table.noor, table), door_of(table.marleen, table)
    sent = fields(bring(noor_door, TOGGL)) | {"do": "keep"}
    marleen_door.post(INLEZEN, **sent)
    noor_door.post(INLEZEN, **sent | {"carried": "onzin é"})
    assert "Kies het bestand nog een keer. Er is niets ingelezen." in noor_door.text(INLEZEN)
    with on_day(5):
        noor_door.post(INLEZEN, **sent)
    assert not Contribution.objects.exists()
    for nonsense in ({"day": "99"}, {"day": "²"}, {"unit": "weeks"}, {"order": "x"}, {"picked_project": ["99", "x"]}):
        assert noor_door.post(INLEZEN, **sent | nonsense | {"do": "look"}).status_code == 200
    assert not Contribution.objects.exists()


def test_alone_at_the_table_it_works_the_same() -> None:
    with on_day(2):
        person = noor()
        door = door_of(person, Together(started(person), person, person))
        keep(door, bring(door, TOGGL))
        assert len(kept()) == 2


def test_the_other_confirms_a_long_list_part_by_part(table: Together) -> None:
    mine, theirs = door_of(table.noor, table), door_of(table.marleen, table)
    rows = "".join(f"2026-01-05,1,Stap {n}\n" for n in range(60))
    keep(mine, bring(mine, "Date,Hours,Notes\n" + rows))
    html = theirs.get("samenwerken/uren/").content.decode()
    assert "Daarna volgen nog 10 regels." in html
    seen = re.findall(r'name="seen" value="([^"]+)"', html)
    theirs.post("samenwerken/uren/bevestigen/", seen=list(dict.fromkeys(seen)))
    assert Contribution.objects.exclude(confirmed_at=None).count() == 50

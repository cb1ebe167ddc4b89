"""Pages of hours and input: both doors, one line, wrong input, confirming, seeing otherwise, agreeing, alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from samenstroom.contributions.models import AgreedContribution, Contribution
from tests.doors.table_story import Door, door_of, on_day
from tests.people import Together, noor, started, together

pytestmark = pytest.mark.django_db
UREN = "samenwerken/uren/"
SIDES = pytest.mark.parametrize("who", ["noor", "marleen"])
ENTRY = {"kind": "hours", "amount": "1:30", "on": "2026-01-07", "what": "Bellen"}


@pytest.fixture
def table() -> Iterator[Together]:
    with on_day(2):
        yield together(with_rhythm=False)


def doors(table: Together, who: str) -> tuple[Door, Door]:
    """Her door and that of the other."""
    mine, theirs = (table.noor, table.marleen) if who == "noor" else (table.marleen, table.noor)
    return door_of(mine, table), door_of(theirs, table)


def refused(door: Door, rest: str, *said: str, **data: Any) -> None:
    """The page comes back with 422, says it at the field, and keeps what was typed."""
    response = door.post(rest, **data)
    html = response.content.decode()
    assert response.status_code == 422, rest
    assert "<title>Fout:" in html
    for words in said:
        assert words in html


@SIDES
def test_one_line_is_written_and_the_other_says_it_was_so(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    mine.post(UREN, line="2,5 gisteren nieuwsbrief")
    said = mine.text(UREN)
    assert "Genoteerd op dinsdag 6 januari. 2,5 uur: nieuwsbrief." in said
    assert "Ligt bij" in said and "Zo was het" not in said
    entry = Contribution.objects.get()
    assert "2,5 uur: nieuwsbrief" in theirs.text(UREN)
    theirs.post(UREN + "bevestigen/", seen=f"{entry.public_id}.first")
    assert "Bevestigd: 1 regel." in theirs.text(UREN)
    assert "Zo was het" in mine.text(UREN)
    mine.post(f"{UREN}regel/{entry.public_id}/", **ENTRY)
    assert Contribution.objects.get().what == "nieuwsbrief"


@SIDES
def test_what_cannot_be_read_is_said_next_to_the_field(table: Together, who: str) -> None:
    mine, _theirs = doors(table, who)
    refused(mine, UREN, "Begin met de uren", 'value="nieuwsbrief"', line="nieuwsbrief")
    refused(mine, UREN, "Kies een dag van de laatste twee jaar", line="2 12-3-2001 brief")
    refused(mine, UREN, "Kies vandaag of een dag die al geweest is", line="2 12-3-2027 brief")
    refused(mine, UREN + "nieuw/", "Vul uren in", 'value="veel"', **ENTRY | {"amount": "veel"})
    refused(mine, UREN + "nieuw/", "Vul een bedrag in", **ENTRY | {"kind": "money", "amount": ""})
    refused(mine, UREN + "nieuw/", "meer dan een dag heeft", **ENTRY | {"amount": "30"})
    refused(mine, UREN + "afspraak/", "al is het één ding", whose="me", starts_on="2026-01-01")
    refused(
        mine,
        UREN + "afspraak/",
        "Vul een getal van 1 tot 60 in",
        whose="me",
        starts_on="2026-01-01",
        hours="8",
        valid_months="99",
    )
    assert not Contribution.objects.exists() and not AgreedContribution.objects.exists()


@SIDES
def test_the_other_sees_it_otherwise_and_the_writer_changes_or_takes_it_away(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    mine.post(UREN + "nieuw/", **ENTRY)
    entry = Contribution.objects.get()
    address = f"{UREN}regel/{entry.public_id}/"
    refused(theirs, address + "antwoord/", "Zeg in een paar woorden", words="")
    theirs.post(address + "antwoord/", words="Het was <b>korter</b>.")
    assert "Het was &lt;b&gt;korter&lt;/b&gt;." in mine.text(address)
    theirs.post(address + "antwoord/", do="remove")
    assert Contribution.objects.get().removed_at is None
    mine.post(address, **ENTRY | {"amount": "60 min"})
    assert "1 uur: Bellen" in theirs.text(UREN)
    mine.post(address + "antwoord/", do="remove")
    assert "Weggehaald" in theirs.text(UREN)


@SIDES
def test_what_each_brings_in_is_proposed_agreed_and_left_in_sight(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    mine.post(UREN + "afspraak/", whose="me", hours="4", period="week", unused="expire", starts_on="2026-01-05")
    agreed = AgreedContribution.objects.get()
    assert "Ja, dit spreken we af" not in mine.text(UREN) and "Ja, dit spreken we af" in theirs.text(UREN)
    theirs.post(f"{UREN}afspraak/{agreed.public_id}/antwoord/", do="agree")
    mine.post(UREN, line="3 brief")
    for door in (mine, theirs):
        assert "Nog 1 uur tot en met 11 januari 2026" in door.text(UREN)
        assert "Driekwart van de uren is gebruikt." in door.text(UREN)
    mine.post(UREN, line="2 site")
    assert "1 uur meer dan afgesproken" in theirs.text(UREN)


def test_week_and_month_are_links_and_a_strange_day_is_today(table: Together) -> None:
    mine, _theirs = doors(table, "noor")
    mine.post(UREN, line="2 3-12 kaarten")
    assert "In deze week staat nog niets." in mine.text(UREN)
    assert "2 uur: kaarten" in mine.text(UREN + "?per=maand&dag=2025-12-24")
    assert "Week van 5 januari 2026" in mine.text(UREN + "?dag=9999-99-99")
    assert "Week van 5 januari 2026" in mine.text(UREN + "?dag=0001-01-01")


def test_alone_it_is_noted_and_nothing_waits() -> None:
    with on_day(2):
        person = noor()
        mine = door_of(person, Together(started(person), person, person))
        mine.post(UREN + "afspraak/", whose="other", hours="4", period="month", unused="expire", starts_on="2026-01-05")
        mine.post(UREN, line="1 bellen")
        said = mine.text(UREN)
    assert "Genoteerd door Noor." in said and "Ligt bij" not in said and "Zo was het" not in said

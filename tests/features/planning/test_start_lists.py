"""The lists of a start: kept by both, told to the rules, taken along in a handover; never a secret."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.farewell.queries.offers import shared_offers
from samenstroom.kit import clock
from samenstroom.planning.actions.start_lists import (
    EntryTerms,
    add_entries,
    change_entry,
    drop_entry,
    finish_entry,
    reopen_entry,
)
from samenstroom.planning.models import StartEntry
from samenstroom.planning.queries.start_lists import entries_of
from samenstroom.rules.entries import Entry
from samenstroom.watch.gather import history_of, known_of
from tests.people import Together, day, karin, seat_of, together, visit, with_account

pytestmark = pytest.mark.django_db
MAILBOX = {"what": "Mailbox", "where": "In de kluis", "back": "Noor trekt het in", "backup": "", "holder": "first"}


def added(table: Together, kind: str = "access", n: int = 1, **terms: Any) -> StartEntry:
    told = EntryTerms(**({"content": MAILBOX} | terms))
    return add_entries(seat=table.noors_seat, kind=kind, entries=[told], now=day(n))[0]


def kinds(table: Together) -> list[str]:
    return list(table.collaboration.lines.order_by("pk").values_list("kind", flat=True))


def heard(table: Together, n: int, kind: str, *, as_noor: bool = True) -> list[Entry]:
    look = table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n))
    return [
        one
        for one in history_of(look, known_of(look.person, [look])[look.collaboration.pk]).entries
        if one.kind == kind
    ]


def test_both_see_one_list_and_the_same_thing_stands_there_once() -> None:
    table = together()
    added(table)
    assert (
        add_entries(seat=table.marleens_seat, kind="access", entries=[EntryTerms({"what": "mailbox"})], now=day(2))
        == []
    )
    assert [row.content["what"] for row in entries_of(table.seen_by_marleen(day(2)), "access")] == ["Mailbox"]
    assert kinds(table).count("start_access_added") == 1


def test_changing_finishing_and_taking_off_write_one_line_each() -> None:
    table = together()
    row = added(table)
    for _twice in range(2):
        change_entry(entry=row, seat=table.marleens_seat, terms=EntryTerms({**MAILBOX, "backup": "Karin"}), now=day(2))
        finish_entry(entry=row, seat=table.noors_seat, now=day(3))
    reopen_entry(entry=row, seat=table.noors_seat, now=day(4))
    drop_entry(entry=row, seat=table.noors_seat, now=day(5))
    with pytest.raises(NotAllowedError):
        drop_entry(entry=row, seat=table.noors_seat, now=day(6))
    told = [kind for kind in kinds(table) if kind.startswith("start_access")]
    assert told == [f"start_access_{act}" for act in ("added", "changed", "done", "changed", "dropped")]


def test_who_only_reads_along_and_another_table_change_nothing() -> None:
    table = together()
    other = together(by=with_account("Sanne Vos", "sanne@voorbeeld.nl"))
    row = added(table)
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    for seat in (seat_of(colleague, table.collaboration), other.noors_seat):
        with pytest.raises(NotAllowedError):
            finish_entry(entry=row, seat=seat, now=day(2))


def test_access_that_one_side_alone_holds_is_told_to_both_until_somebody_steps_in() -> None:
    table = together()
    row = added(table)
    assert [one.whom for one in heard(table, 2, "access_one_person")] == ["self"]
    assert [one.whom for one in heard(table, 2, "access_one_person", as_noor=False)] == ["other"]
    change_entry(entry=row, seat=table.noors_seat, terms=EntryTerms({**MAILBOX, "backup": "Karin"}), now=day(3))
    assert heard(table, 4, "access_one_person") == []


def test_what_the_work_waits_for_is_told_from_the_day_after_and_names_nobody() -> None:
    table = together()
    row = added(table, "ready", content={"what": "Huisstijl"}, owner=table.marleens_seat.party, due_on=day(5).date())
    assert heard(table, 5, "information_missing") == []
    late = heard(table, 9, "information_missing")
    assert [(one.whom, one.number("days")) for one in late] == [(None, 4)]
    finish_entry(entry=row, seat=table.marleens_seat, now=day(9))
    assert heard(table, 10, "information_missing") == []


def test_access_comes_along_in_a_handover_with_how_it_goes_back() -> None:
    table = together()
    row = added(table)
    offer = next(one for one in shared_offers(table.seen_by_noor(day(2))) if one.source.startswith("access:"))
    assert (offer.title, offer.where) == ("Mailbox", "Noor trekt het in")
    finish_entry(entry=row, seat=table.noors_seat, now=day(3))
    assert not [one for one in shared_offers(table.seen_by_noor(day(4))) if one.source.startswith("access:")]


def test_the_lists_come_out_of_a_dossier_as_they_went_in() -> None:
    table = together()
    added(table)
    added(table, "ready", content={"what": "Huisstijl"}, owner=table.marleens_seat.party, due_on=date(2026, 2, 1))
    added(table, "risk", content={"what": "Ziekte", "sign": "Stilte", "measure": "Bellen"})
    out = json.loads(json.dumps(export(table.seen_by_noor(day(4)))))
    assert out["start_entries"][0]["content"]["holder"] == "a"
    again = read_in(document=out, person=table.noor, now=day(5))
    back = json.loads(json.dumps(export(visit(table.noor, again, now=day(5)))))
    assert back["start_entries"] == out["start_entries"]


@pytest.fixture
def pages(client: Client) -> Iterator[tuple[Together, Client, str]]:
    table = together(stage="start")
    with clock.frozen(day(1)):
        client.force_login(table.noor)
        yield table, client, f"/s/{table.collaboration.public_id}/starten/"


def test_a_secret_is_refused_next_to_its_field_and_what_was_typed_stays(pages: Any) -> None:
    _table, client, base = pages
    post = {
        "what": "Mailbox",
        "owner": "me",
        "holder": "first",
        "where": "wachtwoord: Welkom01",
        "back": "Terug",
        "backup": "",
    }
    page = client.post(f"{base}toegang/", post)
    assert page.status_code == 422 and "Zet hier geen wachtwoord" in page.content.decode()
    assert "Terug" in page.content.decode() and not StartEntry.objects.exists()
    client.post(f"{base}toegang/", {**post, "where": "In de kluis"})
    assert StartEntry.objects.get().content["where"] == "In de kluis"


def test_ideas_are_put_on_the_list_at_once_and_go_from_the_ideas(pages: Any) -> None:
    _table, client, base = pages
    page = client.get(f"{base}klaarzetten/").content.decode()
    assert "Huisstijl en voorbeelden" in page
    client.post(
        f"{base}klaarzetten/", {"ideas": "1", "picked": ["Huisstijl en voorbeelden", "Lijst met vaste klussen"]}
    )
    assert StartEntry.objects.count() == 2
    wrong = client.post(f"{base}klaarzetten/", {"ideas": "1", "picked": ["Iets anders"]})
    assert wrong.status_code == 422


def test_a_day_far_away_is_refused_in_words(pages: Any) -> None:
    _table, client, base = pages
    page = client.post(f"{base}klaarzetten/", {"what": "Iets", "owner": "both", "due_on": "2099-01-01"})
    assert page.status_code == 422 and "binnen drie jaar" in page.content.decode()


def test_an_entry_is_changed_finished_and_taken_off_on_its_page(pages: Any) -> None:
    table, client, base = pages
    row = added(table, "risk", n=0, content={"what": "Ziekte", "sign": "", "measure": ""})
    client.post(
        f"{base}risicos/{row.public_id}/", {"what": "Ziekte", "owner": "other", "sign": "Stilte", "measure": "Bellen"}
    )
    row.refresh_from_db()
    assert row.content["sign"] == "Stilte" and row.owner == table.marleens_seat.party
    for do in ("done", "open", "drop"):
        client.post(f"{base}risicos/{row.public_id}/", {"do": do})
    row.refresh_from_db()
    assert row.dropped_at is not None and row.done_at is None
    assert client.get(f"{base}risicos/{row.public_id}/").status_code == 404

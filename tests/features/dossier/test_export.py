"""A person's export holds exactly what she may see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from jsonschema import Draft202012Validator

from samenstroom.accounts.models import Person
from samenstroom.checkins import actions
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import Collaboration
from samenstroom.dossier.checking import schema
from samenstroom.dossier.export import as_line, as_text, export, file_name
from samenstroom.dossier.history import teller_of
from samenstroom.dossier.kept import Kept
from samenstroom.dossier.models import Extra, Import
from samenstroom.dossier.own_lists import OWN_LISTS
from samenstroom.dossier.reading import read
from samenstroom.dossier.shared_lists import SHARED_LISTS
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle
from samenstroom.watch.gather import history_of, known_of
from tests import people, worlds
from tests.people import Together, answer, day, together
from tests.worlds import Secrets, World, build_world

HERS = Secrets(remark="GEHEIM opmerking", private_lines=("GEHEIM regel",), own_stage="farewell", origin="online", carrying_on=(1,), has_draft=True)  # fmt: skip
THEIRS = Secrets(remark="VERBORGEN opmerking", private_lines=("VERBORGEN regel",), own_checkins=((1,) * 8,), has_draft=True)  # fmt: skip


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with clock.frozen(at=worlds.NOW):
        yield build_world(HERS, THEIRS)


def taken_by(world: World, person: Person, **how: Any) -> str:
    return as_text(export(world.visit(person, world.first), **how))


@pytest.mark.parametrize("who", ["noor", "marleen", "kim"])
def test_an_export_fits_the_published_schema(world: World, who: str) -> None:
    document = json.loads(taken_by(world, getattr(world, who)))
    Draft202012Validator(schema()).validate(document)
    assert read(as_line(document).encode()) == document
    assert document["made_for"] == who


def test_nobody_takes_along_what_the_other_keeps(world: World) -> None:
    assert "GEHEIM regel" in taken_by(world, world.noor)
    assert "VERBORGEN regel" in taken_by(world, world.marleen)
    assert "VERBORGEN" not in taken_by(world, world.noor)
    assert "GEHEIM" not in taken_by(world, world.marleen)
    colleague = taken_by(world, world.kim)
    assert "GEHEIM" not in colleague and "VERBORGEN" not in colleague


def test_only_what_is_shared_holds_nothing_of_one_person(world: World) -> None:
    text = taken_by(world, world.noor, only_shared=True)
    document = json.loads(text)
    assert "GEHEIM" not in text and "own" not in document and document["made_for"] is None
    assert {one["circle"] for one in document["entries"]} == {"shared"}
    assert document == json.loads(taken_by(world, world.marleen, only_shared=True))


def test_a_sealed_answer_of_the_other_is_a_day_and_nothing_more(db: None) -> None:
    table = together()
    answer(table.round, table.marleens_seat, remark="nog dicht", flow=1)
    document = export(table.seen_by_noor(day(1)))
    assert document["rounds"][0]["answers"] == [{"party": "b", "sealed": True, "sent_at": "2026-01-05"}]
    own = export(table.seen_by_marleen(day(1)))["rounds"][0]["answers"][0]
    assert (own["values"]["flow"], own["remark"]) == (1, "nog dicht")


def test_a_kept_remark_stays_out_and_a_shared_one_goes_in(db: None) -> None:
    table = together()
    answer(table.round, table.noors_seat, remark="voor het gesprek", remark_choice="talk")
    kept = answer(table.round, table.marleens_seat, remark="nu delen", remark_choice="now")
    told = {one["party"]: one for one in export(table.seen_by_marleen(day(1)))["rounds"][0]["answers"]}
    assert "remark" not in told["a"] and told["b"]["remark_choice"] == "now"
    assert export(table.seen_by_noor(day(1)))["rounds"][0]["answers"][1].get("remark") == "nu delen"
    assert kept.round_id


def test_a_look_back_opens_with_the_other(db: None) -> None:
    table = looked_back_by_noor()
    assert export(table.seen_by_marleen(day(40)))["repairs"][0]["looks"] == [{"party": "a", "sealed": True}]
    assert export(table.seen_by_noor(day(40)))["repairs"][0]["looks"][0]["helped"] == "no"


def looked_back_by_noor() -> Together:
    table = together()
    answer(table.round, table.noors_seat)
    answer(table.round, table.marleens_seat)
    repair = actions.propose_repair(
        round_=table.round, seat=table.noors_seat, text="Bellen op maandag", owner=None, look_back_on=date(2026, 2, 1), now=day(1)
    )  # fmt: skip
    actions.agree_repair(repair=repair, seat=table.marleens_seat, now=day(2))
    actions.look_back(repair=repair, seat=table.noors_seat, helped="no", now=day(30))
    return table


def test_ids_of_the_database_are_nowhere(world: World) -> None:
    text = taken_by(world, world.noor)
    for line in world.first.lines.all():
        assert line.public_id not in text
    assert world.first.public_id not in text and "noor@example.org" not in text


def test_the_file_tells_the_rules_what_the_database_tells_them(world: World) -> None:
    note_feeling(
        person=world.noor, collaboration=world.first, step=2, sussed=True, words="", subject="money", prediction="",
        percent=None, known_on=None, now=worlds.NOW - timedelta(days=3),
    )  # fmt: skip
    visit = world.visit(world.noor, world.first)
    stored = history_of(visit, known_of(world.noor, [visit])[world.first.pk])
    elsewhere = {"boundary_touched", "stakes_high"}  # measured against what is in no dossier: her boundaries, her room
    told = teller_of(export(visit), "noor").up_to(clock.day_of(worlds.NOW))
    for part in (
        "today",
        "rhythm_weeks",
        "rhythm_accepted_on",
        "own_solo",
        "feelings",
        "stage",
        "kind",
        "other_takes_part",
        "pauses",
    ):
        assert getattr(told, part) == getattr(stored, part), part
    unread = ("invoice-", "task-")  # a document does not tell the rules of invoices and tasks yet
    heard = [one for one in stored.entries if one.kind not in elsewhere and not one.key.startswith(unread)]
    # Two of a kind on one day stand in the order of their keys, which a file calls otherwise.
    assert sorted(map(repr, map(strip, told.entries))) == sorted(map(repr, map(strip, heard)))
    assert [one.number for one in told.rounds] == [one.number for one in stored.rounds]
    assert told.opened_rounds() == stored.opened_rounds()


def strip(entry: Any) -> tuple[Any, ...]:
    return entry.kind, entry.on, entry.by, entry.about, dict(entry.data), entry.origin, entry.stance


def test_the_name_of_the_file_says_what_it_is(world: World) -> None:
    assert file_name(world.visit(world.noor, world.first)) == "samenstroom-studio-linde-2026-05-12.json"


def test_people_who_are_called_the_same_have_a_key_each(db: None) -> None:
    me = people.with_account("Marleen Bos", "bos@voorbeeld.nl")
    document = export(people.visit(me, people.started(me)))
    assert [one["key"] for one in document["people"]] == ["marleen", "marleen-2"]


def test_private_lines_of_noor_do_not_number_those_of_marleen(db: None) -> None:
    table = together(with_rhythm=False)
    before = export(table.seen_by_marleen(day(3)))["entries"]
    write_line(
        seat=table.noors_seat, kind="note", circle=Circle.PRIVATE, now=datetime(2026, 1, 5, 9, tzinfo=UTC), note="x"
    )
    assert export(table.seen_by_marleen(day(3)))["entries"] == before


LEFT_OUT = {
    "Collaboration": "it is the document itself",
    "Party": "under parties",
    "Seat": "under people",
    "HistoryLine": "under entries",
    "LineAnswer": "under entries",
    "Rhythm": "under rhythms",
    "Round": "under rounds",
    "Answer": "under rounds",
    "Repair": "under repairs",
    "RepairLook": "under repairs",
    "OwnStage": "own.stage",
    "PersonalNote": "own.origin",
    "OwnRhythm": "own.rhythm",
    "MediationTick": "what one side lets a mediator read is hers; it opens nothing elsewhere",
    "Extra": "sections without a table",
    "Import": "imported_by",
}


def every_kind() -> Iterator[tuple[str, Kept, frozenset[str]]]:
    """Each declared kind of row with its place in the file and the columns that its place says by itself."""
    for name, kept in OWN_LISTS.items():
        yield f"own.{name}", kept, frozenset({"person", "collaboration"})
    for name, kept in SHARED_LISTS.items():
        yield name, kept, frozenset({"collaboration", *({"person"} if kept.drafted else ())})
        for inner, kind in kept.inside.items():
            sealed = {"party", "seat", "person"} if kind.seal else set()
            yield f"{name}.{inner}", kind, frozenset({"collaboration", kind.parent, *sealed})


KINDS = {name: (kept, known) for name, kept, known in every_kind()}


def test_every_record_of_a_collaboration_has_a_place_in_the_dossier() -> None:
    lists = {kept.model.__name__ for kept, _known in KINDS.values()}
    found = {
        model.__name__
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if getattr(field, "many_to_one", False) and field.related_model in (Collaboration, Import, Extra)
    }
    assert found - lists - set(LEFT_OUT) == set()


@pytest.mark.parametrize("section", sorted(KINDS))
def test_every_column_of_a_row_is_in_the_file_or_left_out_for_a_reason(section: str) -> None:
    kept, known = KINDS[section]
    columns = {field.name for field in kept.model._meta.local_fields} - {"id", "public_id", *known}
    assert columns == {*kept.columns(), *kept.left_out}
    assert not set(kept.columns()) & set(kept.left_out) and all(kept.left_out.values())


def test_what_opens_something_stays_out_of_every_file() -> None:
    opens = {"token", "hash", "expires", "minted", "claimed", "withdrawn"}
    told = {name for name in OWN_LISTS["references_asked"].columns() if opens & set(name.split("_"))}
    assert told == set()


@pytest.mark.parametrize("section", sorted(KINDS))
def test_the_schema_knows_every_column(section: str) -> None:
    kept, _known = KINDS[section]
    part: Any = {"properties": schema()["properties"]}
    for step in section.split("."):
        part = part["properties"][step]
        part = schema()["$defs"][part["items"]["$ref"].removeprefix("#/$defs/")] if "items" in part else part
    named = {kept.name(column) for column in kept.columns()}
    named |= {"key"} if kept.letter else set()
    assert named <= set(part["properties"])

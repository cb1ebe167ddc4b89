"""A profile as a file: out and in again without loss, and clear words for what is no such file."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from samenstroom.accounts.models import Person
from samenstroom.dossier.export import as_text
from samenstroom.dossier.problem import DossierError
from samenstroom.dossier.profile.export import export_profile
from samenstroom.dossier.profile.importing import has_something_to_replace, read_profile_in
from samenstroom.dossier.profile.reading import profile_schema, read_profile
from samenstroom.dossier.wording import fault
from samenstroom.exploring.actions.room import save_room
from samenstroom.exploring.queries.room import room_of
from samenstroom.profiles.actions import work_page as actions
from samenstroom.profiles.actions.boundaries import draw_boundary, let_go, reword_boundary, take_up_again
from samenstroom.profiles.actions.profile import choose_values, write_profile
from samenstroom.profiles.models.boundaries import TOPICS
from samenstroom.profiles.queries.boundaries import all_boundaries_of, boundaries_of
from samenstroom.profiles.queries.profile import FIELDS, PARTS, profile_of
from samenstroom.profiles.queries.work_page import online_page, work_page_of
from samenstroom.profiles.wording.work_page import BOUNDARY, draft_of
from tests import people
from tests.people import day

pytestmark = pytest.mark.django_db

ODD = "‏שלום 🌊 <script>alert(1)</script> \n\n  laatste regel"


@pytest.fixture
def noor() -> Person:
    """Noor with everything there is to take along."""
    person = people.noor()
    words: dict[str, str] = dict.fromkeys(FIELDS, ODD) | {"hourly_rate": "62.50"}
    write_profile(person=person, now=day(1), **words)
    choose_values(person=person, values=["calm", {"own": "Licht"}, "honesty"], now=day(2))
    boundary = draw_boundary(person=person, topic="hours", words="Geen weekend.", why=ODD, now=day(3))
    reword_boundary(boundary=boundary, topic="hours", words="Geen vrijdag.", why="", now=day(4))
    let_go(boundary=boundary, now=day(5))
    take_up_again(boundary=boundary, now=day(6))
    other = draw_boundary(person=person, topic="price", words="Geen korting.", why="", now=day(3))
    let_go(boundary=other, now=day(8))
    piece = BOUNDARY + boundary.public_id
    actions.introduce(person=person, name="Noor J.", introduction=ODD, language="en")
    actions.choose_pieces(person=person, pieces=["vision", piece])
    actions.word_piece(person=person, piece=piece, text="Op vrijdag ben ik vrij.")
    actions.put_online(
        person=person,
        reach="public",
        slug="noor-j",
        findable=True,
        mark=draft_of(work_page_of(person)).mark,
        now=day(9),
    )
    return person


def taken_along(person: Person) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(as_text(export_profile(person, now=day(20))))
    return document


def bring(person: Person, document: Any) -> None:
    read_profile_in(document=read_profile(json.dumps(document).encode(), now=day(21)), person=person)


def test_a_file_fits_the_published_schema(noor: Person) -> None:
    Draft202012Validator.check_schema(profile_schema())
    Draft202012Validator(profile_schema()).validate(taken_along(noor))
    Draft202012Validator(profile_schema()).validate(taken_along(people.ruben()))


def test_schema_knows_every_part_and_every_topic() -> None:
    known = profile_schema()["$defs"]
    fields = [name for names in PARTS.values() for name in names]
    assert set(known["profile"]["properties"]) == {*fields, "changed_at"}
    assert tuple(known["boundary"]["properties"]["topic"]["enum"]) == TOPICS


def test_out_and_in_again_on_another_instance_loses_nothing(noor: Person) -> None:
    document = taken_along(noor)
    noor.delete()
    again = people.noor()
    bring(again, document)
    assert taken_along(again) == document
    (held,) = boundaries_of(again)
    assert (held.words, held.version, len(held.earlier)) == ("Geen vrijdag.", 3, 2)
    assert len(all_boundaries_of(again)) == 2
    assert draft_of(work_page_of(again)).chosen[-1].text == "Op vrijdag ben ik vrij."


def test_a_room_goes_along_and_stays_when_a_file_has_none(noor: Person) -> None:
    without = taken_along(noor)
    assert "room" not in without
    save_room(person=noor, hours=Decimal("24.5"), income=None, energy=3, now=day(4))
    document = taken_along(noor)
    assert document["room"] == {"hours": "24.5", "energy": 3, "saved_at": document["room"]["saved_at"]}
    bring(noor, without)
    assert taken_along(noor)["room"] == document["room"]
    ruben = people.ruben()
    bring(ruben, document)
    found = room_of(ruben)
    assert found is not None and (found.hours, found.income, found.energy) == ("24.5", "", 3)
    assert has_something_to_replace(ruben)
    assert taken_along(ruben)["room"] == document["room"]


def test_reading_in_puts_nothing_online_and_nothing_offline(noor: Person) -> None:
    document, ruben = taken_along(noor), people.ruben()
    bring(ruben, document)
    assert not work_page_of(ruben).is_online and work_page_of(ruben).slug is None, "the name is Noor’s"
    before = online_page("noor-j")
    document["profile"]["vision"] = "Iets anders."
    document["work_page"] |= {"slug": "elders", "reach": "link"}
    bring(noor, document)
    assert online_page("noor-j") == before and profile_of(noor).vision == "Iets anders."


def test_it_asks_only_when_there_is_something_to_replace(noor: Person) -> None:
    ruben = people.ruben()
    assert has_something_to_replace(noor) and not has_something_to_replace(ruben)
    draw_boundary(person=ruben, topic="law", words="Niet zwart.", why="", now=day(0))
    assert has_something_to_replace(ruben)


def test_nobody_elses_things_are_in_it_or_touched_by_it(noor: Person) -> None:
    ruben = people.ruben()
    write_profile(person=ruben, vision="Van Ruben.", now=day(0))
    draw_boundary(person=ruben, topic="law", words="Niet zwart.", why="", now=day(0))
    before = taken_along(ruben)
    assert "Ruben" not in json.dumps(taken_along(noor))
    bring(noor, taken_along(noor))
    assert taken_along(ruben) == before


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda d: d.update(format="samenstroom-dossier"), "other_profile"),
        (lambda d: d.update(version=2), "newer_profile"),
        (lambda d: d.update(version="1"), "choice"),
        (lambda d: d.update(extra=1), "unknown"),
        (lambda d: d.pop("boundaries"), "missing"),
        (lambda d: d.update(boundaries={}), "type_array"),
        (lambda d: d["profile"].update(vision="x" * 4001), "too_long"),
        (lambda d: d["profile"].update(hourly_rate="veel"), "shape"),
        (lambda d: d["profile"].update(values=["a"] * 8), "too_many"),
        (lambda d: d["boundaries"][0].update(versions=[]), "too_few"),
        (lambda d: d["boundaries"][0].update(topic="weather"), "choice"),
        (lambda d: d["boundaries"][0]["versions"][0].update(words=""), "empty"),
        (lambda d: d["boundaries"][0]["versions"][0].update(until_at=None), "missing"),
        (lambda d: d["boundaries"][0]["versions"][0].update(since_at="2026-02-31"), "moment"),
        (lambda d: d["boundaries"][0]["versions"][0].update(since_at="2030-01-01T00:00:00Z"), "future"),
        (lambda d: d["boundaries"][0]["versions"][1].update(since_at="2026-01-01"), "shape"),
        (lambda d: d["boundaries"][1].update(key="b1"), "not_once"),
    ],
)
def test_a_file_that_is_not_right_says_what_and_changes_nothing(noor: Person, change: Any, code: str) -> None:
    document = taken_along(noor)
    before = json.dumps(document)
    change(document)
    with pytest.raises(DossierError) as found:
        bring(noor, document)
    assert found.value.code == code
    for language in ("nl", "en"):
        assert fault(found.value, language)
    assert json.dumps(taken_along(noor)) == before


@pytest.mark.parametrize(
    ("raw", "code"), [(b"", "not_json"), (b"[]", "other_profile"), (b"\xff", "not_text"), (b"{" * 99, "not_json")]
)
def test_anything_at_all_gives_a_clear_fault(raw: bytes, code: str) -> None:
    with pytest.raises(DossierError) as found:
        read_profile(raw, now=day(0))
    assert found.value.code == code


def test_a_file_that_is_too_large_is_not_even_parsed() -> None:
    with pytest.raises(DossierError) as found:
        read_profile(b" " * 2_000_001, now=day(0))
    assert found.value.code == "too_large"

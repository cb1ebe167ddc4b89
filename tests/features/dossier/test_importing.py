"""Reading in: all of it or nothing, what others said is unconfirmed, and every other seat is free."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from samenstroom.accounts.models import Person
from samenstroom.checkins import actions
from samenstroom.checkins.models import Rhythm, Round
from samenstroom.checkins.queries import rounds_of
from samenstroom.collaborations.actions import make_link
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.queries import history_lines
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.dossier.export import IMPORTED_BY, as_text, export
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.models import Extra
from samenstroom.dossier.problem import DossierError, pointer
from samenstroom.dossier.queries import import_of
from samenstroom.dossier.reading import read
from samenstroom.flows.claiming import claim_by_code
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle
from tests import worlds
from tests.people import CODE, seat_of
from tests.worlds import NOW, Secrets, World, build_world

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with clock.frozen(at=NOW):
        yield build_world(
            Secrets(private_lines=("alleen van Noor",), own_stage="farewell"), Secrets(private_lines=("van Marleen",))
        )


@pytest.fixture
def document(world: World) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_text(export(world.visit(world.noor, world.first))))
    return found


def brought_by(person: Person, document: dict[str, Any], **how: Any) -> Visit:
    made = read_in(document=read(json.dumps(document).encode()), person=person, now=NOW, **how)
    visit = visit_of(person, made.public_id, NOW)
    assert visit is not None
    return visit


def test_she_sits_on_her_own_seat_and_every_other_seat_is_free(world: World, document: dict[str, Any]) -> None:
    visit = brought_by(world.ruben, document)
    assert (visit.my_name, visit.other_name, visit.takes_part) == ("Noor", "Marleen", False)
    assert visit.speaks and visit.party.practice is not None
    assert [seat.name for seat in visit.collaboration.seats.filter(person=None)] == ["Kim Bos", "Marleen de Wit"]


def test_what_somebody_else_said_is_marked_and_her_own_is_not(world: World, document: dict[str, Any]) -> None:
    for view in history_lines(brought_by(world.ruben, document)):
        said_by_other = view.line.seat is not None and not view.is_mine
        assert (view.line.own.get(IMPORTED_BY) == "Ruben Vos") is said_by_other


def test_a_file_cannot_say_itself_that_something_was_confirmed(world: World, document: dict[str, Any]) -> None:
    for entry in document["entries"]:
        entry.setdefault("data", {})[IMPORTED_BY] = "Marleen zelf"
    lines = [view.line for view in history_lines(brought_by(world.ruben, document))]
    assert {line.own.get(IMPORTED_BY) for line in lines} == {None, "Ruben Vos"}


def test_private_things_become_hers_and_stay_private(world: World, document: dict[str, Any]) -> None:
    visit = brought_by(world.ruben, document)
    (private,) = [view.line for view in history_lines(visit) if view.is_private]
    assert (private.note, private.author, private.circle) == ("alleen van Noor", world.ruben, Circle.PRIVATE.value)
    assert private.kind == private.PRIVATE_KIND and private.what == "note"


def test_who_takes_the_free_seat_sees_what_is_shared_and_nothing_private(
    world: World, document: dict[str, Any]
) -> None:
    visit = brought_by(world.ruben, document)
    minted = make_link(by=visit.seat, other=visit.other, channel="copy", now=NOW)
    marleen = claim_by_code(link=minted.link, code=CODE, language="nl", now=NOW)
    text = as_text(export(visit_of(marleen, visit.collaboration.public_id, NOW)))  # type: ignore[arg-type]
    assert "alleen van Noor" not in text and "De rekening van maart." in text
    assert '"made_for": "marleen"' in text


def test_a_rhythm_does_not_run_on_and_no_round_opens_by_itself(world: World, document: dict[str, Any]) -> None:
    visit = brought_by(world.ruben, document)
    assert not Rhythm.objects.filter(collaboration=visit.collaboration, ended_at=None).exists()
    before = Round.objects.filter(collaboration=visit.collaboration).count()
    with clock.frozen(at=NOW + timedelta(weeks=3)):
        worlds.sweep_rounds(now=clock.now())
    assert Round.objects.filter(collaboration=visit.collaboration).count() == before


def test_a_round_that_waits_does_not_open_onto_an_empty_answer(world: World) -> None:
    document = json.loads(as_text(export(world.visit(world.noor, world.second))))
    assert document["rounds"][-1]["answers"] == [{"party": "b", "sealed": True, "sent_at": "2026-04-14"}]
    visit = brought_by(world.ruben, document)
    waiting = rounds_of(visit)[0]
    assert waiting.is_open and not waiting.they_sent
    seat = seat_of(world.ruben, visit.collaboration)
    draft = actions.draft_answer(round_=waiting.round, seat=seat, party=seat.party)
    actions.save_values(answer=draft, values={"flow": 3})
    assert not actions.send_answer(answer=draft, now=NOW)


def test_the_history_says_that_it_was_read_in(world: World, document: dict[str, Any]) -> None:
    visit = brought_by(world.ruben, document)
    newest = history_lines(visit)[0]
    assert (newest.line.kind, newest.sentence) == (
        "collaboration_imported",
        "Jij las deze samenwerking in uit een dossier.",
    )
    imported = import_of(visit)
    assert imported is not None and (imported.name, imported.imported_at) == ("Ruben Vos", NOW)


def test_sections_without_a_table_are_kept_sealed_and_private_ones_are_hers(
    world: World, document: dict[str, Any]
) -> None:
    document["goals"] = [{"on": "2026-03-02", "text": "Rust"}]
    document["own"]["mentor"] = [{"on": "2026-03-02", "text": "Eerder bellen"}]
    visit = brought_by(world.ruben, document)
    owners = {extra.person: list(extra.sections) for extra in Extra.objects.filter(collaboration=visit.collaboration)}
    assert owners == {None: ["goals"], world.ruben: ["mentor"]}


def nameless(document: dict[str, Any]) -> dict[str, Any]:
    """The same file with only what both share."""
    shared = {name: part for name, part in document.items() if name != "own"}
    shared["entries"] = [one for one in document["entries"] if one["circle"] == "shared"]
    shared["rounds"] = [one for one in document["rounds"] if "revealed_at" in one]
    shared["exchanges"] = [one for one in document["exchanges"] if "revealed_at" in one]
    shared["attempts"] = [{k: v for k, v in one.items() if k != "exchange"} for one in document["attempts"]]
    shared["trials"] = [{k: v for k, v in one.items() if k != "exchange"} for one in document["trials"]]
    shared["disagreements"] = [{k: v for k, v in one.items() if k != "exchange"} for one in document["disagreements"]]
    shared["repairs"] = []
    for one in shared["rounds"]:
        one["answers"] = [{k: v for k, v in a.items() if not k.startswith("remark")} for a in one["answers"]]
    return {**shared, "made_for": None}


def test_a_file_made_for_nobody_asks_who_she_is(world: World, document: dict[str, Any]) -> None:
    with pytest.raises(DossierError) as caught:
        brought_by(world.ruben, nameless(document))
    assert caught.value.code == "who_are_you"
    assert brought_by(world.ruben, nameless(document), name="Marleen de Wit").my_name == "Marleen"
    assert brought_by(world.noor, nameless(document)).my_name == "Noor"


BAD: tuple[tuple[str, Change, str, str], ...] = (
    ("a line without its words", lambda d: d["entries"].append({"kind": "stage_moved", "on": "2026-03-01", "by": "noor"}), "entry_data", "/entries/{last}"),
    ("a rhythm without weeks", lambda d: d["entries"].append({"kind": "rhythm_proposed", "on": "2026-03-01", "by": "noor"}), "entry_data", "/entries/{last}"),
    ("a kind that hides", lambda d: d["entries"].append({"kind": "private", "on": "2026-03-01", "by": "noor"}), "entry_data", "/entries/{last}"),
    ("tomorrow", lambda d: d["entries"][0].update(on="2026-05-13"), "future", "/entries/0/on"),
    ("sent tonight", lambda d: d["rounds"][0]["answers"][0].update(sent_at="2026-05-12T22:00:00Z"), "future", "/rounds/0/answers/0/sent_at"),
    ("felt next year", lambda d: d["own"].update(feelings=[{"felt_at": "2027-01-01", "step": 1}]), "future", "/own/feelings/0/felt_at"),
    ("shown twice", lambda d: d["own"].update(findings=[SHOWN, SHOWN]), "not_once", "/own/findings/1"),
)  # fmt: skip
SHOWN = {
    "shown_at": "2026-03-01",
    "finding": {
        "code": "quiet", "level": "notice", "since": "2026-02-01", "side": "other",
        "evidence": [{"on": "2026-02-01", "kind": "silent", "side": "other"}],
    },
}  # fmt: skip


@pytest.mark.parametrize(("name", "change", "code", "place"), BAD, ids=[one[0] for one in BAD])
def test_a_file_that_goes_wrong_halfway_leaves_nothing(
    world: World, document: dict[str, Any], name: str, change: Change, code: str, place: str
) -> None:
    bad = copy.deepcopy(document)
    change(bad)
    before = counts()
    with pytest.raises(DossierError) as caught:
        brought_by(world.ruben, bad)
    expected = place.format(last=len(bad["entries"]) - 1)
    assert (caught.value.code, pointer(caught.value.place)) == (code, expected)
    assert counts() == before


def counts() -> dict[str, int]:
    """How many rows there are of everything."""
    return {model.__name__: model._default_manager.count() for model in apps.get_models()}


def test_a_stand_in_for_who_is_not_here_can_never_sign_in(world: World, document: dict[str, Any]) -> None:
    known = set(Person.objects.values_list("pk", flat=True))
    brought_by(world.ruben, document)
    for person in Person.objects.exclude(pk__in=known):
        assert not (person.is_active or person.has_usable_password() or person.email or person.has_account)


def test_reading_in_does_not_touch_what_was_there(world: World, document: dict[str, Any]) -> None:
    before = as_text(export(world.visit(world.marleen, world.first)))
    brought_by(world.noor, document)
    assert as_text(export(world.visit(world.marleen, world.first))) == before
    assert Collaboration.objects.filter(name="Studio Linde").count() == 2

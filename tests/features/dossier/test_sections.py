"""What is declared in `own_lists` and `shared_lists`: seals hold, links stay behind, and nothing points nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import Pause
from samenstroom.collaborations.queries import history_lines
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.dossier.export import as_text, export
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.models import Extra
from samenstroom.dossier.problem import DossierError, pointer
from samenstroom.dossier.reading import read
from samenstroom.dossier.wording import fault
from samenstroom.exchanges.models import Exchange
from samenstroom.exchanges.queries import exchanges_of
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.exploring.actions.references import ask_reference, mint_reference_link
from samenstroom.exploring.models import Decision, LookBack, ReferenceRequest
from samenstroom.exploring.queries.acquaintance import acquaintances_of, said_at
from samenstroom.farewell.actions.endings import announce_ending, confirm_ending
from samenstroom.farewell.actions.testimonials import draft_testimonial
from samenstroom.farewell.actions.thanks import draft_thanks, share_thanks
from samenstroom.farewell.models import SettlementItem
from samenstroom.farewell.queries.endings import ending_of
from samenstroom.kit import clock
from tests import worlds
from tests.people import seat_of
from tests.worlds import NOW, Secrets, World, build_world

Change = Callable[[dict[str, Any]], object]

HERS = Secrets(remark="GEHEIM", appreciation="GEHEIM ook", sets_aside=True, has_draft=True)
THEIRS = Secrets(remark="VERBORGEN", appreciation="VERBORGEN ook", has_draft=True)


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with clock.frozen(at=worlds.NOW):
        yield build_world(HERS, THEIRS)


@pytest.fixture
def document(world: World) -> dict[str, Any]:
    return taken_by(world, world.noor)


def taken_by(world: World, person: Person, **how: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_text(export(world.visit(person, world.first), **how)))
    return found


def brought_by(person: Person, document: dict[str, Any], **how: Any) -> Visit:
    made = read_in(document=read(json.dumps(document).encode()), person=person, now=NOW, **how)
    visit = visit_of(person, made.public_id, NOW)
    assert visit is not None
    return visit


def of_purpose(document: dict[str, Any], purpose: str) -> list[dict[str, Any]]:
    return [one for one in document["exchanges"] if one["purpose"] == purpose]


def test_an_exchange_that_waits_holds_her_own_answer_and_of_the_other_a_day_at_most(world: World) -> None:
    (hers,) = of_purpose(taken_by(world, world.noor), "repair_attempt")
    (theirs,) = of_purpose(taken_by(world, world.marleen), "repair_attempt")
    assert [one["values"]["why"] for one in hers["answers"]] == ["GEHEIM"]
    assert theirs["answers"] == [
        {"party": "a", "sealed": True, "sent_at": "2026-05-10"},
        {"party": "b", "by": "marleen", "values": {"why": "VERBORGEN"}},
    ]


def test_an_exchange_that_opened_holds_both(world: World) -> None:
    opened = of_purpose(taken_by(world, world.marleen), "acquaintance")[0]
    assert [(one["by"], one["values"]["hours"]) for one in opened["answers"]] == [("noor", 12), ("marleen", 12)]


def test_of_what_is_shared_alone_sealed_answers_are_days_for_both(world: World) -> None:
    shared = taken_by(world, world.noor, only_shared=True)
    assert "GEHEIM" not in json.dumps(shared) and "VERBORGEN" not in json.dumps(shared)
    assert shared == taken_by(world, world.marleen, only_shared=True)


def test_nothing_of_one_is_in_the_file_of_the_other(world: World) -> None:
    assert "VERBORGEN" not in json.dumps(taken_by(world, world.noor))
    for other in (world.marleen, world.kim):
        assert "GEHEIM" not in json.dumps(taken_by(world, other))


def test_a_reference_comes_back_as_asked_without_a_link_that_works(world: World) -> None:
    asked = ask_reference(
        person=world.noor, collaboration=world.first, referee="Wim", relation="", words="", now=NOW - timedelta(days=1)
    )
    token = mint_reference_link(reference=asked, now=NOW - timedelta(days=1))
    document = taken_by(world, world.noor)
    asked.refresh_from_db()
    assert token not in json.dumps(document) and str(asked.token_hash) not in json.dumps(document)
    visit = brought_by(world.ruben, document)
    again = ReferenceRequest.objects.get(collaboration=visit.collaboration, referee__isnull=False, sent_at=None)
    assert (again.referee, again.token_hash, again.expires_at) == ("Wim", None, None)
    assert not again.link_works_at(NOW)


def test_what_a_referee_is_still_writing_is_not_hers_to_take_along(world: World) -> None:
    ReferenceRequest.objects.filter(person=world.noor).update(sent_at=None)
    (asked,) = taken_by(world, world.noor)["own"]["references_asked"]
    assert "answers" not in asked and asked["noted"]["again"]["choice"] == "yes_again"


def test_an_exchange_that_waits_asks_the_other_again(world: World) -> None:
    visit = brought_by(world.ruben, taken_by(world, world.marleen))
    (attempt,) = exchanges_of(visit, "repair_attempt")
    assert attempt.is_open and not attempt.they_sent
    assert attempt.mine == {"why": "VERBORGEN"}


def test_a_line_points_at_the_acquaintance_it_is_about(world: World, document: dict[str, Any]) -> None:
    (line,) = [one for one in document["entries"] if one["kind"] == "acquaintance_said"]
    assert line["data"]["exchange"] == of_purpose(document, "acquaintance")[0]["key"]
    visit = brought_by(world.ruben, document)
    opened = next(one for one in acquaintances_of(visit) if one.is_revealed)
    assert [one.text for one in said_at(visit, opened.exchange)] == ["Rust."]


def test_a_look_back_points_at_its_decision(world: World, document: dict[str, Any]) -> None:
    (decision,) = document["own"]["decisions"]
    document["own"]["look_backs"] = [
        {"decision": decision["key"], "looked_back_at": "2026-05-01", "choice": "no", "outcome": "both"}
    ]
    visit = brought_by(world.ruben, document)
    (found,) = Decision.objects.filter(collaboration=visit.collaboration)
    assert found.looked_back == LookBack.objects.get(collaboration=visit.collaboration)
    assert taken_by_visit(visit)["own"]["look_backs"][0]["decision"] == decision["key"]


def taken_by_visit(visit: Visit) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_text(export(visit)))
    return found


def test_an_ending_that_stood_stands_and_what_was_told_is_told(world: World) -> None:
    ending = announce_ending(
        seat=seat_of(world.marleen, world.first), how="one_side", last_on=date(2026, 6, 30), words="Dank je.", now=NOW
    )
    confirm_ending(ending=ending, seat=seat_of(world.noor, world.first), now=NOW)
    visit = brought_by(world.ruben, taken_by(world, world.noor))
    found = ending_of(visit)
    assert found is not None and not found.i_announced and found.confirmed_on == clock.day_of(NOW)
    assert (found.ending.how, found.ending.words, found.ending.last_on) == ("one_side", "Dank je.", date(2026, 6, 30))
    assert visit.collaboration.stage == "farewell"


def test_a_draft_of_thanks_is_hers_and_shared_words_are_of_both(world: World) -> None:
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    before = taken_by(world, world.marleen)
    draft_thanks(visit=noor, draft="GEHEIM dank")
    draft_testimonial(visit=noor, draft="GEHEIM over haar")
    assert taken_by(world, world.marleen) == before
    share_thanks(seat=seat_of(world.marleen, world.first), words="Dank je.", now=NOW)
    document = taken_by_visit(noor)
    assert [(one["by"], one.get("words"), one.get("draft")) for one in document["thanks"]] == [
        ("noor", None, "GEHEIM dank"),
        ("marleen", "Dank je.", None),
    ]
    assert [one["draft"] for one in document["testimonials"]] == ["GEHEIM over haar"]
    assert "GEHEIM" not in json.dumps(taken_by_visit(marleen)["thanks"])
    again = taken_by_visit(brought_by(world.ruben, document))
    assert (again["thanks"], again["testimonials"]) == (document["thanks"], document["testimonials"])


def test_what_is_settled_points_at_the_line_it_came_from(world: World, document: dict[str, Any]) -> None:
    line = document["entries"][0]["key"]
    item = {
        "kind": "other",
        "text": "De sleutels",
        "entry": line,
        "added_at": "2026-05-01T10:00:00Z",
        "added_by": "noor",
    }
    document["settlement_items"] = [
        item | {"ticks": [{"party": "b", "by": "marleen", "ticked_at": "2026-05-02T10:00:00Z"}]}
    ]
    visit = brought_by(world.ruben, document)
    made = SettlementItem.objects.get(collaboration=visit.collaboration)
    assert made.source in {view.line.public_id for view in history_lines(visit)}
    assert taken_by_visit(visit)["settlement_items"] == document["settlement_items"]


def test_a_pause_that_somebody_tells_of_held(world: World, document: dict[str, Any]) -> None:
    document["pauses"] = [{"on": "2026-03-01", "until": "2026-03-14", "by": "noor", "text": "Vakantie"}]
    visit = brought_by(world.ruben, document)
    pause = Pause.objects.get(collaboration=visit.collaboration)
    assert pause.counts and (pause.starts_on, pause.resumes_on) == (date(2026, 3, 1), date(2026, 3, 15))
    (told,) = taken_by_visit(visit)["pauses"]
    assert (told["on"], told["until"], told["by"], told["text"]) == ("2026-03-01", "2026-03-14", "noor", "Vakantie")


def test_sections_of_before_are_kept_as_they_came(world: World, document: dict[str, Any]) -> None:
    before = [{"on": "2026-03-02", "kind": "haggles", "state": "yes"}]
    document |= {"acquaintance": before, "trial": before}
    document["own"] |= {"red_flags": before, "references": before, "readiness": before, "decision": before}
    again = taken_by_visit(brought_by(world.ruben, document))
    assert again["acquaintance"] == before and again["trial"] == before
    assert all(again["own"][name] == before for name in ("red_flags", "references", "readiness", "decision"))


def test_what_was_kept_before_its_table_came_stands_beside_the_rows(world: World) -> None:
    told = {"on": "2026-03-01", "text": "Ziek"}
    Extra.objects.create(collaboration=world.first, sections={"pauses": [told]})
    assert taken_by(world, world.noor)["pauses"][-1] == told
    assert len(taken_by(world, world.noor)["pauses"]) == 2


ANSWER = {"party": "b", "by": "marleen", "sent_at": "2026-05-01", "values": {"success": "Rust"}}
ENDING = {"how": "together", "announced_at": "2026-05-01"}

BAD: tuple[tuple[str, Change, str, str], ...] = (
    ("a trial with an exchange from nowhere", lambda d: d["trials"][0].update(exchange="x99"), "no_row", "/trials/0/exchange"),
    ("a look back at nothing", lambda d: d["own"].update(look_backs=[{"decision": "d9", "looked_back_at": "2026-05-01", "choice": "no", "outcome": "no"}]), "no_row", "/own/look_backs/0/decision"),
    ("two exchanges with one key", lambda d: d["exchanges"][1].update(key=d["exchanges"][0]["key"]), "not_once", "/exchanges/1/key"),
    ("sealed content of the other", lambda d: of_purpose(d, "repair_attempt")[0].update(answers=[ANSWER]), "sealed_content", "/exchanges/{attempt}/answers/0"),
    ("opened by one", lambda d: of_purpose(d, "repair_attempt")[0].update(revealed_at="2026-05-01"), "opened_alone", "/exchanges/{attempt}/revealed_at"),
    ("two endings that stand", lambda d: d.update(endings=[ENDING, ENDING]), "one_too_many", "/endings/1"),
    ("two decisions in writing", lambda d: d["own"].update(decisions=[{"started_at": "2026-05-01"}] * 2), "one_too_many", "/own/decisions/1"),
    ("ticked twice by one", lambda d: d.update(settlement_items=[{"kind": "other", "text": "x", "added_at": "2026-05-01", "ticks": [{"party": "b", "ticked_at": "2026-05-01"}] * 2}]), "one_too_many", "/settlement_items/0/ticks/1"),
    ("decided nothing", lambda d: d["own"].update(decisions=[{"started_at": "2026-05-01", "decided_at": "2026-05-01"}]), "section_data", "/own/decisions"),
    ("goes on before it stands still", lambda d: d.update(pauses=[{"on": "2026-03-02", "until": "2026-02-01"}]), "section_data", "/pauses"),
    ("an attempt without a word", lambda d: d["attempts"][0].update(tries=[{}]), "missing", "/attempts/0/tries/0"),
    ("what a referee did not send", lambda d: d["own"].update(references_asked=[{"asked_at": "2026-05-01", "referee": "Wim", "answers": {}}]), "sealed_content", "/own/references_asked/0/answers"),
    ("asked tomorrow", lambda d: d["own"].update(references_asked=[{"asked_at": "2026-05-14", "referee": "Wim"}]), "future", "/own/references_asked/0/asked_at"),
    ("opened tomorrow", lambda d: d["exchanges"][0].update(started_at="2026-05-14"), "future", "/exchanges/0/started_at"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "change", "code", "place"), BAD, ids=[one[0] for one in BAD])
def test_what_cannot_be_is_refused_in_words_and_leaves_nothing(
    world: World, document: dict[str, Any], name: str, change: Change, code: str, place: str
) -> None:
    attempt = next(at for at, one in enumerate(document["exchanges"]) if one["purpose"] == "repair_attempt")
    change(document)
    before = counts()
    with pytest.raises(DossierError) as caught:
        brought_by(world.ruben, document)
    assert (caught.value.code, pointer(caught.value.place)) == (code, place.format(attempt=attempt))
    assert counts() == before
    for language in ("nl", "en"):
        assert "{" not in fault(caught.value, language)


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_models()}


def test_days_that_are_planned_may_lie_ahead(world: World, document: dict[str, Any]) -> None:
    document["pauses"] = [
        {"on": "2026-08-01", "until": "2026-08-14", "proposed_at": "2026-05-01T12:00:00Z", "by": "noor"}
    ]
    document["own"]["decisions"][0]["look_back_on"] = "2027-01-01"
    visit = brought_by(world.ruben, document)
    assert taken_by_visit(visit)["pauses"] == document["pauses"]


def test_words_in_a_section_we_do_not_know_are_no_moments(world: World, document: dict[str, Any]) -> None:
    document["own"]["from_later"] = [{"on": "maandag", "seen_at": "toen"}]
    assert taken_by_visit(brought_by(world.ruben, document))["own"]["from_later"] == document["own"]["from_later"]


def test_an_export_asks_as_many_questions_for_many_rows_as_for_few(world: World) -> None:
    with CaptureQueriesContext(connection) as few:
        export(world.visit(world.noor, world.first))
    made = Exchange.objects.get(public_id=world.own["acquaintance_opened"])
    for number in range(4):
        Exchange.objects.create(collaboration=world.first, purpose="x", started_by=made.started_by, started_at=NOW)
        ask_reference(
            person=world.noor, collaboration=world.first, referee=f"Wim {number}", relation="", words="", now=NOW
        )
        note_feeling(
            person=world.noor, collaboration=world.first, step=2, sussed=False, words="", subject="", prediction="",
            percent=None, known_on=None, now=NOW,
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        export(world.visit(world.noor, world.first))
    assert len(many) == len(few)


def test_every_line_of_what_came_in_can_be_read(world: World, document: dict[str, Any]) -> None:
    assert all(one.sentence for one in history_lines(brought_by(world.ruben, document)))

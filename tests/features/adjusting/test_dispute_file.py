"""A file of a disagreement: what both see and nothing else, her ticked notes, and a seal that is known as ours."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
from django.core.management import call_command
from django.test import Client

from samenstroom.adjusting.actions.conflicts import give_parts, keep_version
from samenstroom.adjusting.actions.summaries import accept_sentences
from samenstroom.adjusting.models import Conflict
from samenstroom.adjusting.paper import dispute_paper
from samenstroom.adjusting.wording.disputes import dispute_record, own_notes_of
from samenstroom.agreements.models import ListedPaper
from samenstroom.agreements.verifying import Verdict, look_at
from samenstroom.collaborations.actions import write_line
from samenstroom.flows.dispute_file import seal_dispute
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle
from tests.features.adjusting.conflict_steps import opened, says, seen
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db

SECRET, SAID = "Ik denk erover te stoppen.", "In maart vroeg je een derde versie."


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


@pytest.fixture
def conflict(table: Together) -> Conflict:
    """Marleen told a part, one sentence both stand behind and one they do not; Noor keeps three things for herself."""
    made = opened(table)
    give_parts(conflict=made, seat=table.marleens_seat, parts={"happened": SAID}, now=day(1))
    first, _second = says(made, table.noors_seat, "Er waren drie versies.", "De prijs is af.")
    accept_sentences(conflict=made, seat=table.marleens_seat, sentences=[first], now=day(2))
    keep_version(conflict=made, visit=table.seen_by_noor(day(2)), parts={"need": "Rust."})
    write_line(seat=table.noors_seat, kind="note", now=day(2), circle=Circle.PRIVATE, note=SECRET)
    write_line(seat=table.noors_seat, kind="note", now=day(2), note="We belden een uur.")
    return made


def record(table: Together, conflict: Conflict, *, by_noor: bool, own: tuple[int, ...] = ()) -> dict[str, Any]:
    visit = table.seen_by_noor(day(3)) if by_noor else table.seen_by_marleen(day(3))
    view = seen(table, conflict, by_noor=by_noor, n=3)
    notes = own_notes_of(visit, view)
    return dispute_record(visit, view, [notes[one] for one in own])


def test_both_get_the_same_shared_things_in_a_file_that_fits_its_schema(table: Together, conflict: Conflict) -> None:
    schema = json.loads(resources.files("samenstroom.adjusting").joinpath("schema/dispute-1.schema.json").read_text())
    hers, theirs = (record(table, conflict, by_noor=by_noor) for by_noor in (True, False))
    for one in (hers, theirs):
        jsonschema.validate(one, schema)
    assert SECRET not in json.dumps(hers) and "Rust." not in json.dumps(hers)
    for part in ("agreed", "open", "steps", "confirmed", "said_by_one", "timeline", "signed_documents"):
        assert hers[part] == theirs[part], part
    assert [one["words"] for one in hers["agreed"]] == ["Er waren drie versies."]
    assert [one["words"] for one in hers["open"]] == ["De prijs is af."]
    assert any("We belden een uur." in one["text"] and one["by"] == "Noor" for one in hers["timeline"])
    assert not any(one["text"].startswith("Jij ") for one in hers["timeline"])


def test_her_own_notes_go_in_only_when_she_ticks_them(table: Together, conflict: Conflict) -> None:
    notes = own_notes_of(table.seen_by_noor(day(3)), seen(table, conflict, n=3))
    assert [SECRET in notes[0].text, "Rust." in notes[1].text] == [True, True]
    assert own_notes_of(table.seen_by_marleen(day(3)), seen(table, conflict, by_noor=False, n=3)) == []
    ticked = record(table, conflict, by_noor=True, own=(0,))
    assert SECRET in ticked["own_notes"][0]["text"] and "Rust." not in json.dumps(ticked)


def test_the_paper_is_sealed_known_as_ours_and_leaves_no_trace_at_the_table(
    table: Together, conflict: Conflict, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = table.collaboration.lines.count()
    visit = table.seen_by_noor(day(3))
    made = seal_dispute(visit=visit, record=record(table, conflict, by_noor=True))
    found = look_at(made)
    assert (found.verdict, found.kind, found.signatures) == (Verdict.GENUINE, "dispute", None)
    changed = made.replace(b"/Title", b"/Titel", 1)
    assert changed == made or look_at(changed).verdict is Verdict.CHANGED
    file = tmp_path / "dossier.pdf"
    file.write_bytes(made)
    with pytest.raises(SystemExit) as told:
        call_command("verify", str(file))
    assert told.value.code == 0 and "dispute" in capsys.readouterr().out
    assert table.collaboration.lines.count() == lines and ListedPaper.objects.count() == 1


def test_the_same_record_gives_the_same_page_and_takes_any_words(table: Together, conflict: Conflict) -> None:
    odd = "Een \"#read('/etc/passwd')\" \\ $ _nee_ <b>"
    give_parts(conflict=conflict, seat=table.marleens_seat, parts={"offer": odd}, now=day(2))
    one = record(table, conflict, by_noor=True, own=(0, 1))
    assert dispute_paper(one, day(3)) == dispute_paper(one, day(3))


def test_she_looks_first_and_then_takes_the_file_along(table: Together, conflict: Conflict) -> None:
    client = Client()
    client.force_login(table.noor)
    address = f"/s/{table.collaboration.public_id}/bijsturen/meningsverschil/{conflict.public_id}/dossier/"
    with clock.frozen(day(3)):
        assert SECRET in client.get(address).content.decode(), "to tick, in her pocket"
        looked = client.post(address, {"do": "show"}).content.decode()
        assert SAID in looked and SECRET not in looked
        data = client.post(address, {"do": "json"})
        assert SECRET not in data.content.decode() and json.loads(data.content)["format"] == "samenstroom-dispute"
        paper = client.post(address, {"do": "pdf"})
    assert paper["Content-Type"] == "application/pdf" and paper.content.startswith(b"%PDF-")

"""What a dossier tells the rules: per side, up to a day, and without what is private unless it is hers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from samenstroom.dossier.history import teller_of
from samenstroom.dossier.problem import DossierError
from samenstroom.rules.entries import Stance
from samenstroom.rules.facts import mirror, shared_only
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators import look_at
from samenstroom.rules.life_cycle import Stage

LATER = date(2026, 6, 1)


def dossier(**sections: Any) -> dict[str, Any]:
    """Noor (virtual assistant) and Marleen (client); the file was made for Noor."""
    return {
        "format": "samenstroom-dossier",
        "version": 1,
        "made_at": "2026-06-01",
        "made_for": "noor",
        "collaboration": {"name": "Winkel", "kind": "client_va", "stage": "work"},
        "parties": [{"key": "a", "speaker": "noor"}, {"key": "b", "speaker": "marleen"}],
        "people": [
            {"key": "noor", "name": "Noor Jansen", "party": "a", "joined_at": "2026-01-01"},
            {"key": "marleen", "name": "Marleen de Vries", "party": "b", "joined_at": "2026-01-02"},
        ],
        **sections,
    }


def line(kind: str, on: str, by: str | None = "noor", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "on": on, **({"by": by} if by else {}), **more}


def round_of(number: int, opened_on: str, mine: int | None, theirs: int | None, **more: Any) -> dict[str, Any]:
    given = [("a", "noor", mine), ("b", "marleen", theirs)]
    answers = [
        {"party": side, "by": who, "sent_at": opened_on, "values": {"flow": step, "trust": step, "money": step}}
        for side, who, step in given
        if step is not None
    ]
    opened = {"revealed_at": opened_on} if len(answers) == 2 else {}
    return {"number": number, "opened_on": opened_on, "answers": answers, **opened, **more}


def test_sides_are_those_of_who_reads() -> None:
    document = dossier(entries=[line("invoice_sent", "2026-02-01", about="a", data={"amount": "1250.50"})])
    (mine,) = teller_of(document, "noor").up_to(LATER).entries
    (theirs,) = teller_of(document, "Marleen").up_to(LATER).entries
    assert (mine.by, mine.about, mine.number("amount")) == (Side.SELF, Side.SELF, 1250.5)
    assert (theirs.by, theirs.about) == (Side.OTHER, Side.OTHER)


def test_private_things_count_only_for_whom_the_file_was_made() -> None:
    document = dossier(
        entries=[line("feels_off", "2026-02-01", circle="private")],
        own={
            "feelings": [{"felt_at": "2026-02-01T10:00:00Z", "step": 2, "sussed": True}],
            "check_ins": [{"answered_on": "2026-02-02", "sent_at": "2026-02-02", "values": {"flow": 2}}],
        },
    )
    own = teller_of(document, "noor").up_to(LATER)
    assert (len(own.entries), own.feelings[0].sussed, own.own_solo[0].values) == (1, True, {"flow": 2})
    for reader in ("", "marleen"):
        history = teller_of(document, reader).up_to(LATER)
        assert (history.entries, history.feelings, history.own_solo) == ((), (), ())


def test_a_draft_of_her_own_check_in_tells_nothing() -> None:
    document = dossier(own={"check_ins": [{"answered_on": "2026-02-02", "values": {"flow": 1}}]})
    assert teller_of(document, "noor").up_to(LATER).own_solo == ()


def test_an_entry_is_known_from_the_day_it_was_written_down() -> None:
    late = line("invoice_overdue", "2026-02-01", recorded_at="2026-03-10T09:00:00Z")
    taken_back = line("talk_held", "2026-02-01", withdrawn_at="2026-02-20T09:00:00Z")
    teller = teller_of(dossier(entries=[late, taken_back]))
    kinds = {day: [one.kind for one in teller.up_to(day).entries] for day in map(date.fromisoformat, DAYS)}
    assert list(kinds.values()) == [["talk_held"], [], ["invoice_overdue"]]
    assert teller.days() == [date(2026, 2, 1), date(2026, 2, 20), date(2026, 3, 10)]


DAYS = ("2026-02-10", "2026-03-01", "2026-03-10")


def test_what_the_other_said_counts_from_the_day_she_said_it() -> None:
    said = [{"by": "marleen", "stance": "otherwise", "answered_at": "2026-02-05"}, {"by": "noor", "stance": "so", "answered_at": "2026-02-06"}]  # fmt: skip
    teller = teller_of(dossier(entries=[line("delay_announced", "2026-02-01", answers=said)]))
    assert teller.up_to(date(2026, 2, 4)).entries[0].stance is None
    assert teller.up_to(LATER).entries[0].stance == Stance.OTHERWISE


def test_answers_open_on_the_day_they_were_revealed() -> None:
    document = dossier(rounds=[round_of(1, "2026-02-02", 4, 2) | {"revealed_at": "2026-02-05T10:00:00Z"}])
    teller = teller_of(document, "marleen")
    before, after = teller.up_to(date(2026, 2, 4)).rounds[0], teller.up_to(LATER).rounds[0]
    assert (before.other_sent_on, before.other_answers) == (date(2026, 2, 2), None)
    assert (after.self_answers, after.other_answers) == (
        {"flow": 2, "trust": 2, "money": 2},
        {"flow": 4, "trust": 4, "money": 4},
    )


def test_stage_rhythm_terms_and_pauses_are_those_of_the_day() -> None:
    document = dossier(
        entries=[line("stage_moved", "2026-03-01", data={"from": "start", "to": "work"})],
        rhythms=[
            {"weeks": 1, "proposed_at": "2026-01-05", "accepted_at": "2026-01-06", "ended_at": "2026-03-01"},
            {"weeks": 4, "proposed_at": "2026-03-01", "accepted_at": "2026-03-02"},
        ],
        terms=[
            {"name": "payment_days", "value": 14, "on": "2026-01-01"},
            {"name": "payment_days", "value": 30, "on": "2026-03-01"},
            {"name": "notice_days", "value": "een maand", "on": "2026-01-01"},
        ],
        pauses=[{"on": "2026-07-01", "until": "2026-07-14", "announced_on": "2026-03-15"}],
    )
    february, may = (teller_of(document).up_to(date(2026, month, 20)) for month in (2, 5))
    assert (february.stage, february.rhythm_weeks, february.payment_days, february.pauses) == (Stage.START, 1, 14, ())
    assert (may.stage, may.rhythm_weeks, may.payment_days) == (Stage.WORK, 4, 30)
    assert may.pauses == ((date(2026, 7, 1), date(2026, 7, 14)),)
    assert may.notice_days is None


def test_who_left_does_not_take_part() -> None:
    document = dossier(entries=[line("left", "2026-04-01", by="marleen")], rounds=[round_of(1, "2026-02-02", 4, 4)])
    teller = teller_of(document)
    assert teller.up_to(date(2026, 3, 1)).other_takes_part
    assert not teller.up_to(LATER).other_takes_part


def test_acts_in_the_app_and_unknown_kinds_count_for_nothing() -> None:
    document = dossier(entries=[line("link_made", "2026-02-01"), line("kind_from_later", "2026-02-01")])
    assert teller_of(document).up_to(LATER).entries == ()


def test_both_sides_of_the_shared_record_mirror() -> None:
    rounds = [round_of(number, f"2026-0{number + 1}-02", 5 - number, 4) for number in (1, 2, 3)]
    document = dossier(rounds=rounds, entries=[line("invoice_sent", "2026-02-01", about="a"), line("promise_kept", "2026-02-03", by="marleen", about="b")])  # fmt: skip
    mine, theirs = (teller_of(document, who).up_to(LATER) for who in ("noor", "marleen"))
    assert mirror(shared_only(mine)) == theirs


def test_two_silent_rounds_are_noticed_on_the_day_they_were_over() -> None:
    rounds = [round_of(n, f"2026-03-{2 + 7 * (n - 1):02}", 4, 4 if n == 1 else None) for n in (1, 2, 3, 4)]
    rhythm = {"weeks": 1, "proposed_at": "2026-03-01", "accepted_at": "2026-03-02"}
    teller = teller_of(dossier(rounds=rounds, rhythms=[rhythm]), "noor")
    codes = {day: {one.code for one in look_at(teller.up_to(day))} for day in teller.days()}
    assert "quiet" not in codes[date(2026, 3, 16)]
    assert "quiet" in codes[date(2026, 3, 23)]


def test_an_unknown_reader_is_told_who_is_there() -> None:
    with pytest.raises(DossierError) as caught:
        teller_of(dossier(), "Ruben")
    assert caught.value.data["names"] == "Noor Jansen, Marleen de Vries"

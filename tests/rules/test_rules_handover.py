"""Handing over: lines, ticks, what both released, what is still open, and what looks like a password."""

from __future__ import annotations

from datetime import date

import pytest

from samenstroom.rules.handover import (
    BOTH,
    Dated,
    Ticks,
    in_dossier,
    lines_of,
    looks_like_password,
    order_of,
    still_open,
)


def test_one_item_per_line_without_marks_blanks_and_doubles() -> None:
    assert lines_of("- Mailbox\n\n* Agenda \n1. Planning\nMailbox\n") == ["Mailbox", "Agenda", "Planning"]
    assert lines_of("10 facturen per maand\n2026 begroting") == ["10 facturen per maand", "2026 begroting"]
    assert lines_of(" \n \n") == []


@pytest.mark.parametrize(
    ("doer", "side", "may"), [("0", 0, True), ("0", 1, False), (BOTH, 1, True), ("", 1, True), ("1", 1, True)]
)
def test_who_does_it_says_done(doer: str, side: int, may: bool) -> None:
    assert Ticks(doer).may_say_done(side, other_takes_part=True) is may
    assert Ticks(doer).may_say_done(side, other_takes_part=False), "alone at the table she notes it herself"


def test_the_other_says_seen_and_each_takes_back_only_her_own_tick() -> None:
    done = Ticks("0", done_by=0)
    assert done.may_say_seen(1) and not done.may_say_seen(0) and not done.may_say_done(0, other_takes_part=True)
    assert done.may_undo(0) and not done.may_undo(1)
    both = Ticks("0", done_by=0, seen_by=1)
    assert both.may_undo(1) and not both.may_undo(0) and not both.may_say_seen(1)


def test_finished_needs_both_unless_she_is_alone() -> None:
    assert not Ticks("", done_by=0).is_finished(other_takes_part=True)
    assert Ticks("", done_by=0).is_finished(other_takes_part=False)
    assert Ticks("", done_by=0, seen_by=1).is_finished(other_takes_part=True)


def test_open_comes_first_by_day_and_without_a_day_last() -> None:
    late, soon = date(2026, 9, 1), date(2026, 5, 1)
    rows = [(True, soon), (False, None), (False, late), (False, soon)]
    ordered = sorted(rows, key=lambda one: order_of(is_finished=one[0], until_on=one[1]))
    assert ordered == [(False, soon), (False, late), (False, None), (True, soon)]


def test_a_successor_sees_only_what_both_released_as_it_reads_now() -> None:
    assert in_dossier("a", "a", "a")
    assert not in_dossier("a", None, "a") and not in_dossier(None, None, "a") and not in_dossier(None, "a", "a")
    assert not in_dossier("a", "a", "b"), "other words need another tick of both"
    assert not in_dossier("a", "b", "b")


def test_what_was_kept_or_decided_is_not_open_any_more() -> None:
    facts = [
        Dated("a", "promise_made", 1),
        Dated("b", "promise_made", 2),
        Dated("c", "promise_kept", 2),
        Dated("d", "promise_made", 1),
    ]
    assert still_open(facts, "promise_made", ["promise_kept"]) == ["a", "d"]
    assert still_open(facts, "access_one_person", []) == []


@pytest.mark.parametrize(
    "text",
    [
        "wachtwoord: Zomer2026!",
        "Mailbox, wachtwoord is hond123",
        "pincode 4821",
        "login noor@voorbeeld.nl Zomer2026!",
        "password = hunter2",
        "De code: 99213",
        "qwerty12#x",
        "aB3xK9pQ2z",
    ],
)
def test_a_text_with_a_password_in_it_looks_like_one(text: str) -> None:
    assert looks_like_password(text)


@pytest.mark.parametrize(
    "text",
    [
        "In de wachtwoordkluis van Marleen",
        "Het wachtwoord staat in de kluis",
        "Het wachtwoord is bekend bij Marleen",
        "wachtwoord: zie 1Password",
        "https://drive.voorbeeld.nl/Map-2026/x?id=A9b8c7",
        "noor.jansen99@voorbeeld.nl",
        "NL91ABNA0417164300",
        "Begroting2026 en de planning voor 12-05-2026",
        "De sleutel ligt bij de buren",
        "🌊 مرحبا بك",
        "",
    ],
)
def test_where_a_password_is_kept_does_not(text: str) -> None:
    assert not looks_like_password(text)

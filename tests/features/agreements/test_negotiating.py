"""Talking about a version part by part: a yes, words, proposals, and the next version with what both accepted."""

from __future__ import annotations

from typing import Any

import pytest

from samenstroom.agreements.actions import negotiating as actions
from samenstroom.agreements.models import AgreementVersion, ClauseComment, ClauseProposal
from samenstroom.agreements.queries.negotiating import negotiation_of, waiting_of
from samenstroom.agreements.wording.turns import turn_words
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows import negotiating as flow
from samenstroom.flows.agreements import put_on_table
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.agreement.amending import OtherGroundError
from samenstroom.rules.agreement.proposing import Proposed, parts_of
from tests.features.agreements.negotiating_steps import moves_on, wants, wants_days, wants_more
from tests.features.agreements.signing_steps import signs
from tests.features.agreements.steps import laid
from tests.people import Together, day, noor, ruben, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> Together:
    return together()


def put(two: Together, on: int = 1, **terms: Any) -> AgreementVersion:
    """Noor puts a version with a clause about dogs and thirty days to pay."""
    return laid(two.seen_by_noor(now=day(on)), title="Honden", text="De hond mag mee.", payment_term_days=30, **terms)


def agreed(two: Together, version: AgreementVersion, part: str) -> set[str]:
    """Who agrees with a part."""
    found = negotiation_of(two.seen_by_noor(now=day(9)), version).of(part).agreed
    names = {two.noors_seat.party_id: "Noor", two.marleens_seat.party_id: "Marleen"}
    return {names[one] for one in found}


def turns(two: Together) -> tuple[str, str]:
    """Whose turn it is, as each of them reads it."""
    looks = two.seen_by_noor(now=day(9)), two.seen_by_marleen(now=day(9))
    return turn_words(looks[0], waiting_of(looks[0]))[0], turn_words(looks[1], waiting_of(looks[1]))[0]


def lines(two: Together, kind: str) -> int:
    return HistoryLine.objects.filter(collaboration=two.collaboration, kind=kind).count()


def test_who_put_it_agrees_and_the_other_says_so_part_by_part(two: Together) -> None:
    version = put(two)
    assert agreed(two, version, "invoicing") == {"Noor"}
    for _ in range(2):
        actions.say_yes(
            version=version, seat=two.marleens_seat, parts=["invoicing", "eigen-1", "bestaat-niet"], now=day(2)
        )
    assert agreed(two, version, "invoicing") == agreed(two, version, "eigen-1") == {"Noor", "Marleen"}
    actions.take_yes_back(version=version, seat=two.marleens_seat, part="invoicing", now=day(2))
    assert agreed(two, version, "invoicing") == {"Noor"}
    assert lines(two, "version_talked") == 1, "one line a day, not one a tap"


def test_a_proposal_changes_nothing_of_the_version_and_waits_for_the_other(two: Together) -> None:
    version = put(two)
    before = version.content
    for _ in range(2):
        wants_days(two.seen_by_marleen(now=day(2)), version, 14, "Liever snel.")
    version.refresh_from_db()
    assert version.content == before
    assert ClauseProposal.objects.count() == 1
    assert turns(two) == ("Nu jij: 1 voorstel van Marleen", "Nu Noor: 1 voorstel van jou")


def test_a_counter_proposal_answers_the_first_and_turns_the_table(two: Together) -> None:
    version = put(two)
    first = wants_days(two.seen_by_marleen(now=day(2)), version, 14)
    second = wants_days(two.seen_by_noor(now=day(3)), version, 21)
    first.refresh_from_db()
    assert (first.answer, second.is_open) == ("countered", True)
    assert turns(two) == ("Nu Marleen: 1 voorstel van jou", "Nu jij: 1 voorstel van Noor")
    assert agreed(two, version, "invoicing") == set(), "Noor wants it otherwise by now"


def test_one_cannot_accept_ones_own_and_can_take_it_back(two: Together) -> None:
    version = put(two)
    made = wants_days(two.seen_by_marleen(now=day(2)), version, 14)
    with pytest.raises(NotAllowedError):
        flow.answer(visit=two.seen_by_marleen(now=day(2)), proposal=made, accepts=True, word="")
    with pytest.raises(NotAllowedError):
        flow.withdraw(visit=two.seen_by_noor(now=day(2)), proposal=made)
    for _ in range(2):
        flow.withdraw(visit=two.seen_by_marleen(now=day(3)), proposal=made)
    assert lines(two, "proposal_withdrawn") == 1
    with pytest.raises(NotAllowedError):
        flow.answer(visit=two.seen_by_noor(now=day(3)), proposal=made, accepts=True, word="")


def test_the_next_version_holds_what_was_accepted_and_a_yes_to_the_same_text_goes_along(two: Together) -> None:
    version = put(two)
    actions.say_yes(version=version, seat=two.marleens_seat, parts=["eigen-1", "liability"], now=day(2))
    flow.answer(
        visit=two.seen_by_noor(now=day(3)), accepts=True, word="Goed.",
        proposal=wants_days(two.seen_by_marleen(now=day(2)), version, 14),
    )  # fmt: skip
    waits = wants_more(two.seen_by_marleen(now=day(3)), version, "Katten")
    flow.comment(visit=two.seen_by_marleen(now=day(3)), version=version, part="invoicing", words="Over de oude tekst.")
    flow.comment(visit=two.seen_by_marleen(now=day(3)), version=version, part="eigen-1", words="En katten dan?")
    new = moves_on(two.seen_by_marleen(now=day(4)), version)
    assert (new.number, parts_of(new.content)["invoicing"]["terms"]["payment_term_days"]) == (2, 14)
    assert agreed(two, new, "invoicing") == {"Noor", "Marleen"}, "one proposed it, the other accepted it"
    assert agreed(two, new, "eigen-1") == agreed(two, new, "liability") == {"Noor", "Marleen"}
    assert agreed(two, new, "scope") == {"Noor"}, "making the next version is no yes to all of it"
    talk = negotiation_of(two.seen_by_noor(now=day(5)), new)
    assert [str(one.words) for one in talk.of("eigen-1").comments] == ["En katten dan?"]
    assert talk.of("invoicing").comments == ()
    assert talk.of(waits.part).open == waits
    old = negotiation_of(two.seen_by_noor(now=day(5)), version)
    assert [str(one.words) for one in old.of("invoicing").comments] == ["Over de oude tekst."]


def test_a_clause_can_go_and_an_own_one_can_change_its_place(two: Together) -> None:
    version = put(two)
    content = {**version.content, "own_clauses": [{"title": "Eerst", "text": "A"}, *version.content["own_clauses"]]}
    version = laid_content(two, content)
    actions.say_yes(version=version, seat=two.marleens_seat, parts=["eigen-2"], now=day(3))
    for part in ("eigen-1", "liability"):
        made = wants(two.seen_by_marleen(now=day(3)), version, part, None)
        flow.answer(visit=two.seen_by_noor(now=day(3)), proposal=made, accepts=True, word="")
    new = moves_on(two.seen_by_noor(now=day(4)), version)
    assert "liability" not in parts_of(new.content)
    assert [one["title"] for one in new.content["own_clauses"]] == ["Honden"]
    assert agreed(two, new, "eigen-1") == {"Noor", "Marleen"}
    actions.take_yes_back(version=new, seat=two.marleens_seat, part="eigen-1", now=day(5))
    assert agreed(two, new, "eigen-1") == {"Noor"}


def laid_content(two: Together, content: Any) -> AgreementVersion:
    looking = two.seen_by_noor(now=day(2))
    return put_on_table(visit=looking, content=content, provider=looking.party)


def test_only_what_was_shown_is_taken_into_the_next_version(two: Together) -> None:
    version = put(two)
    made = wants_days(two.seen_by_marleen(now=day(2)), version, 14)
    flow.answer(visit=two.seen_by_noor(now=day(2)), proposal=made, accepts=True, word="")
    with pytest.raises(NotAllowedError):
        flow.put_next(visit=two.seen_by_noor(now=day(3)), version=version, shown=[], expires_on=None)
    assert AgreementVersion.objects.count() == 1


def test_a_new_text_of_ones_own_closes_only_what_no_longer_fits(two: Together) -> None:
    version = put(two)
    days, cats = (
        wants_days(two.seen_by_marleen(now=day(2)), version, 14),
        wants_more(two.seen_by_marleen(now=day(2)), version, "Katten"),
    )
    laid(two.seen_by_noor(now=day(3)), title="Honden", text="De hond mag mee.", payment_term_days=45)
    days.refresh_from_db()
    cats.refresh_from_db()
    assert (days.closed_at is not None, cats.is_open) == (True, True)


def test_a_signed_version_closes_what_was_open(two: Together) -> None:
    version = put(two)
    made = wants_days(two.seen_by_marleen(now=day(2)), version, 14)
    flow.comment(visit=two.seen_by_marleen(now=day(2)), version=version, part="scope", words="Hm.")
    signs(two.marleen, version, now=day(3))
    signs(two.noor, version, now=day(3))
    made.refresh_from_db()
    assert made.closed_at == day(3)
    assert not waiting_of(two.seen_by_noor(now=day(4)))
    with pytest.raises(NotAllowedError):
        wants_days(two.seen_by_noor(now=day(4)), version, 21)


def test_saying_something_back_answers_it(two: Together) -> None:
    version = put(two)
    flow.comment(visit=two.seen_by_marleen(now=day(2)), version=version, part="scope", words="Wat valt hieronder?")
    assert turns(two)[0] == "Nu jij: 1 opmerking van Marleen"
    flow.comment(visit=two.seen_by_noor(now=day(2)), version=version, part="scope", words="De mailbox.")
    assert ClauseComment.objects.filter(answered_at=None).count() == 1
    assert turns(two)[1] == "Nu jij: 1 opmerking van Noor"
    actions.say_yes(version=version, seat=two.marleens_seat, parts=["scope"], now=day(3))
    assert turns(two) == ("", "")


def test_what_changes_nothing_or_rests_on_another_text_is_refused(two: Together) -> None:
    version = put(two)
    looking = two.seen_by_marleen(now=day(2))
    held = parts_of(version.content)["invoicing"]
    with pytest.raises(NotAllowedError):
        wants(looking, version, "invoicing", held)
    other = Proposed("invoicing", {**held, "addition": "Anders"}, held)
    with pytest.raises(OtherGroundError):
        flow.propose(visit=looking, version=version, proposed=other, why="")
    outsider = started(ruben(), now=day(1)).seats.first()
    with pytest.raises(NotAllowedError):
        actions.say_yes(version=version, seat=outsider, parts=["scope"], now=day(2))
    with pytest.raises(NotAllowedError):
        actions.comment(version=version, seat=two.marleens_seat, part="bestaat-niet", words="Hm", now=day(2))


def test_alone_she_notes_what_the_other_said_and_makes_the_next_version_herself() -> None:
    me = noor()
    table = started(me)
    alone = visit(me, table, now=day(1))
    version = laid(alone, payment_term_days=14)
    made = wants_days(alone, version, 30, "Tom wil dertig dagen.")
    assert made.noted_at is not None
    assert turn_words(alone, waiting_of(alone))[0].startswith("Genoteerd: 1 voorstel van ")
    flow.answer(visit=alone, proposal=made, accepts=True, word="")
    new = moves_on(alone, version)
    assert parts_of(new.content)["invoicing"]["terms"]["payment_term_days"] == 30
    assert not OutgoingMail.objects.filter(kind__startswith="proposals").exists()

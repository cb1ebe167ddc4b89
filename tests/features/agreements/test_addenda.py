"""An addendum: a part changes, the rest goes on to hold."""

from __future__ import annotations

from typing import Any

import pytest

from samenstroom.agreements import editing
from samenstroom.agreements.actions.addenda import put_addendum
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.agreements.queries.versions import base_of
from samenstroom.agreements.wording.differences import Turn, differences
from samenstroom.agreements.wording.document import agreement_text
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows.addenda import offer_addendum
from samenstroom.rules.agreement.amending import Change, OtherGroundError, change_between
from tests.features.agreements.addenda_steps import agreed, change_of, signed_by_both
from tests.features.agreements.steps import laid
from tests.people import Together, day, ruben, started, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> Together:
    return together()


def based(two: Together) -> AgreementVersion:
    """They signed an agreement with a payment term of thirty days."""
    return agreed(two, payment_term_days=30)


def added(two: Together, version: AgreementVersion, on: int = 5, **terms: Any) -> AgreementVersion:
    """Noor puts an addendum about invoicing on the table."""
    seen = two.seen_by_noor(now=day(on))
    return put_addendum(seat=two.noors_seat, base=version, change=change_of(seen, **terms), now=day(on))


def test_only_the_part_that_changes_is_read_and_signed(two: Together) -> None:
    addendum = added(two, based(two), payment_term_days=14)
    text = agreement_text(addendum)
    assert [one.code for one in text.clauses] == ["invoicing"]
    assert (text.own_clauses, text.charter, text.dropped) == ((), (), ())
    assert "versie 1" in text.of


def test_the_agreement_goes_on_to_hold_with_the_addendum_in_it(two: Together) -> None:
    version = based(two)
    addendum = added(two, version, payment_term_days=14)
    waiting = in_force_at(two.seen_by_noor(now=day(6)))
    signed_by_both(two, addendum, on=7)
    version.refresh_from_db()
    holds = in_force_at(two.seen_by_marleen(now=day(8)))
    assert waiting is not None
    assert holds is not None
    assert (waiting.payment_days, holds.payment_days) == (30, 14)
    assert (holds.key, holds.since, version.holds) == (version.public_id, waiting.since, True)
    assert base_of(two.seen_by_noor(now=day(8))) == version


def test_a_second_addendum_changes_what_the_first_made_of_it(two: Together) -> None:
    version = based(two)
    signed_by_both(two, added(two, version, payment_term_days=14), on=6)
    signed_by_both(two, added(two, version, on=7, payment_term_days=21), on=8)
    holds = in_force_at(two.seen_by_noor(now=day(9)))
    assert holds is not None
    assert holds.payment_days == 21


def test_a_new_whole_version_takes_the_place_of_all(two: Together) -> None:
    version = based(two)
    addendum = signed_by_both(two, added(two, version, payment_term_days=14), on=6)
    signed_by_both(two, laid(two.seen_by_noor(now=day(8)), payment_term_days=45), on=9)
    holds = in_force_at(two.seen_by_noor(now=day(10)))
    addendum.refresh_from_db()
    assert holds is not None
    assert (holds.payment_days, addendum.holds) == (45, False)


def test_the_same_addendum_twice_changes_nothing(two: Together) -> None:
    version = based(two)
    first = added(two, version, payment_term_days=14)
    assert added(two, version, on=6, payment_term_days=14) == first
    assert HistoryLine.objects.filter(collaboration=two.collaboration, kind="addendum_put").count() == 1


def test_an_addendum_needs_a_version_that_holds_a_change_and_somebody_who_speaks(two: Together) -> None:
    waiting = laid(two.seen_by_noor(now=day(1)), payment_term_days=30)
    change = change_between(
        waiting.content, editing.with_terms(waiting.content, "invoicing", {"payment_term_days": 14})
    )
    with pytest.raises(NotAllowedError):
        put_addendum(seat=two.noors_seat, base=waiting, change=change, now=day(2))
    signed_by_both(two, waiting, on=3)
    with pytest.raises(NotAllowedError):
        put_addendum(seat=two.noors_seat, base=waiting, change=Change(), now=day(4))
    outsider = started(ruben(), now=day(1)).seats.first()
    with pytest.raises(NotAllowedError):
        put_addendum(seat=outsider, base=waiting, change=change, now=day(4))
    other = change_between(editing.with_terms(waiting.content, "invoicing", {"payment_term_days": 60}), waiting.content)
    with pytest.raises(OtherGroundError):
        put_addendum(seat=two.noors_seat, base=waiting, change=other, now=day(4))


def test_the_differences_are_told_in_words(two: Together) -> None:
    old = based(two).content
    shorter = editing.with_terms(old, "invoicing", {"payment_term_days": 14})
    new = editing.with_own_clause(editing.without_clause(shorter, "liability"), 0, "Honden", "De hond mag mee.")
    found = {one.code: one for one in differences(old, new)}
    assert found["invoicing"].turn is Turn.CHANGED
    assert [(one.before, one.after) for one in found["invoicing"].terms] == [("30 dagen", "14 dagen")]
    assert found["invoicing"].before != found["invoicing"].after
    assert found["liability"].turn is Turn.DROPPED
    assert found["own_clauses"].after == ("Honden. De hond mag mee.",)
    assert differences(old, old) == ()


def test_without_an_agreement_there_is_nothing_to_change(two: Together) -> None:
    with pytest.raises(NotAllowedError):
        offer_addendum(visit=two.seen_by_noor(now=day(5)), change=Change())

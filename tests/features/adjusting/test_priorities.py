"""Telling what changes, answering it, putting it on paper; and putting in order what comes first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samenstroom.adjusting.actions.priorities import Told, tell_change, withdraw_change
from samenstroom.adjusting.actions.rankings import free_ranking, propose_ranking, send_ranking, stop_ranking
from samenstroom.adjusting.models import PriorityChange
from samenstroom.adjusting.queries.priorities import changes_of, rankings_of
from samenstroom.adjusting.wording.priorities import change_page, ranking_page
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.priorities import answer, tell, write_down
from samenstroom.watch.shelves.priorities import SHELF
from tests.features.agreements.signing_steps import signs
from tests.features.agreements.steps import laid
from tests.people import Together, day, karin, noor, ruben, started, together, visit

pytestmark = pytest.mark.django_db
WHAT = Told("Ik ga een nieuwe doelgroep zoeken.", roles="De winkel gaat naar een collega.")
HOURS = Told("Ik werk minder.", terms={"hours_per_week_expected": "4"}, has_paper=True)


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


def lines(collaboration: Collaboration) -> list[str]:
    rows = HistoryLine.objects.filter(collaboration=collaboration, kind__regex="^(change|ranking|addendum)_")
    return list(rows.order_by("pk").values_list("kind", flat=True))


def told(two: Together, what: Told = WHAT) -> PriorityChange:
    """Marleen tells it on day 1."""
    marleen = two.seen_by_marleen(day(1))
    return tell(visit=marleen, told=what, party=marleen.party)


def entries(seen: Visit) -> list[tuple[str, str | None]]:
    lying = SHELF.gather(seen.person, [seen])[seen.collaboration.pk]
    return [(one.kind, one.by.value if one.by else None) for one in SHELF.entries(seen, lying)]


class TestAChange:
    def test_it_is_told_answered_and_told_once(self, two: Together) -> None:
        made = told(two)
        assert told(two) == made
        answer(visit=two.seen_by_noor(day(2)), change=made, said="yes", words="Goed.")
        assert lines(two.collaboration) == ["change_told", "change_agreed"]
        with pytest.raises(NotAllowedError):
            answer(visit=two.seen_by_noor(day(3)), change=made, said="no", words="")
        (view,) = changes_of(two.seen_by_marleen(day(3)))
        assert change_page(two.seen_by_marleen(day(3)), view).title == "Hier zeiden jullie ja tegen"

    def test_another_proposal_answers_it_and_waits_for_who_told(self, two: Together) -> None:
        made, seen = told(two), two.seen_by_noor(day(2))
        other = tell(visit=seen, told=Told("Vanaf september."), party=seen.party, counters=made)
        made.refresh_from_db()
        assert (made.answer, other.is_open, other.party_id) == ("other", True, made.party_id)
        answer(visit=two.seen_by_marleen(day(3)), change=other, said="yes", words="")
        assert lines(two.collaboration) == ["change_told", "change_countered", "change_agreed"]

    def test_nobody_answers_her_own_or_takes_back_what_was_answered(self, two: Together) -> None:
        made = told(two)
        with pytest.raises(NotAllowedError):
            answer(visit=two.seen_by_marleen(day(2)), change=made, said="yes", words="")
        with pytest.raises(NotAllowedError):
            withdraw_change(change=made, seat=two.noors_seat, now=day(2))
        answer(visit=two.seen_by_noor(day(2)), change=made, said="no", words="")
        with pytest.raises(NotAllowedError):
            withdraw_change(change=made, seat=two.marleens_seat, now=day(3))

    def test_taken_back_it_asks_nothing_any_more(self, two: Together) -> None:
        made = told(two)
        withdraw_change(change=made, seat=two.marleens_seat, now=day(2))
        withdraw_change(change=made, seat=two.marleens_seat, now=day(2))
        assert lines(two.collaboration) == ["change_told", "change_withdrawn"]
        seen = two.seen_by_noor(day(3))
        assert not list(SHELF.asks(seen, SHELF.gather(seen.person, [seen])[seen.collaboration.pk]))

    def test_who_reads_along_and_who_is_elsewhere_tell_nothing(self, two: Together) -> None:
        colleague = karin(colleague_of=two.noor)
        show_colleague(by=two.noors_seat, colleague=colleague, now=day(1))
        seen = visit(colleague, two.collaboration)
        for told_by, party in ((seen.seat, seen.party), (two.noors_seat, two.marleens_seat.party)):
            with pytest.raises(NotAllowedError):
                tell_change(seat=told_by, told=WHAT, party=party, other_takes_part=True, now=day(2))
        elsewhere = started(ruben()).seats.get(person__isnull=False)
        with pytest.raises(NotAllowedError):
            tell_change(seat=elsewhere, told=WHAT, party=two.noors_seat.party, other_takes_part=True, now=day(2))

    def test_alone_she_notes_it_also_for_the_other_and_waits_for_nobody(self) -> None:
        me = noor()
        seen = visit(me, started(me))
        made = tell(visit=seen, told=WHAT, party=seen.other_party)
        assert made.is_agreed and not made.is_open
        assert lines(seen.collaboration) == ["change_noted"]
        assert change_page(seen, changes_of(seen)[0]).title.startswith("Er verandert iets bij ")


class TestOnPaper:
    def based(self, two: Together) -> AgreementVersion:
        version = laid(two.seen_by_noor(day(0)), payment_term_days=30)
        signs(two.marleen, version, now=day(0))
        signs(two.noor, version, now=day(0))
        version.refresh_from_db()
        return version

    def test_it_becomes_an_addendum_of_only_that_part_and_holds_once_signed(self, two: Together) -> None:
        version, made = self.based(two), told(two, HOURS)
        answer(visit=two.seen_by_noor(day(2)), change=made, said="yes", words="")
        made.refresh_from_db()
        addendum = write_down(visit=two.seen_by_noor(day(3)), change=made)
        assert addendum.amends == version
        assert set(addendum.change["facts"]) == {"hours_per_week_expected"} and not addendum.change["clauses"]
        assert ("change_unwritten", None) in entries(two.seen_by_noor(day(4)))
        for person in (two.marleen, two.noor):
            signs(person, addendum, now=day(5))
        holds = in_force_at(two.seen_by_marleen(day(6)))
        assert holds is not None and holds.hours_per_week == 4
        assert ("change_unwritten", None) not in entries(two.seen_by_noor(day(6)))

    def test_nothing_goes_on_paper_that_was_not_agreed_or_without_an_agreement(self, two: Together) -> None:
        made = told(two, HOURS)
        with pytest.raises(NotAllowedError):
            write_down(visit=two.seen_by_noor(day(2)), change=made)
        self.based(two)
        with pytest.raises(NotAllowedError):
            write_down(visit=two.seen_by_noor(day(2)), change=made)

    def test_a_change_of_words_alone_asks_for_no_paper(self, two: Together) -> None:
        made = told(two, Told("Ik ben in mei druk."))
        answer(visit=two.seen_by_noor(day(2)), change=made, said="yes", words="")
        assert not changes_of(two.seen_by_noor(day(3)))[0].is_unwritten


class TestTheOrder:
    def both(self, two: Together, mine: str, theirs: str, on: int) -> None:
        exchange = propose_ranking(visit=two.seen_by_noor(day(on)))
        send_ranking(visit=two.seen_by_noor(day(on)), exchange=exchange, order=mine.split(), words="")
        send_ranking(visit=two.seen_by_marleen(day(on)), exchange=exchange, order=theirs.split(), words="Druk.")

    def test_it_opens_at_the_second_envelope(self, two: Together) -> None:
        seen = two.seen_by_noor(day(1))
        exchange = propose_ranking(visit=seen)
        assert propose_ranking(visit=two.seen_by_marleen(day(1))) == exchange
        send_ranking(visit=seen, exchange=exchange, order=["calm", "sales", "team"], words="GEHEIM")
        assert rankings_of(two.seen_by_marleen(day(2)))[0].theirs is None
        send_ranking(visit=two.seen_by_marleen(day(2)), exchange=exchange, order=["sales", "calm", "costs"], words="")
        page = ranking_page(seen, rankings_of(seen)[0], None)
        assert (page.same, len(page.differs)) == (("Rust en overzicht", "Meer omzet of opdrachten"), 2)
        assert lines(two.collaboration) == ["ranking_proposed", "ranking_opened"]

    def test_what_moved_since_last_time_is_told_for_both(self, two: Together) -> None:
        self.both(two, "calm sales team", "sales costs speed", on=1)
        self.both(two, "calm sales costs", "audience renewal speed", on=60)
        seen = two.seen_by_noor(day(61))
        newest, before = rankings_of(seen)
        assert ranking_page(seen, newest, before).moved == (
            "Nieuw in jouw eerste drie: Minder kosten.",
            "Niet meer in jouw eerste drie: Een fijne samenwerking.",
            "Nieuw bij Marleen: Een nieuwe doelgroep, Iets nieuws maken.",
            "Bij Marleen niet meer in de eerste drie: Meer omzet of opdrachten, Minder kosten.",
        )

    def test_another_course_is_a_fact_unless_she_told_it(self, two: Together) -> None:
        self.both(two, "calm sales team", "sales costs speed", on=1)
        self.both(two, "calm sales team", "audience renewal speed", on=60)
        assert entries(two.seen_by_noor(day(61))) == [("priorities_changed", "other")]
        assert entries(two.seen_by_marleen(day(61))) == [("priorities_changed", "self")]
        marleen = two.seen_by_marleen(day(62))
        made = tell(visit=marleen, told=WHAT, party=marleen.party)
        assert entries(two.seen_by_noor(day(63))) == []
        answer(visit=two.seen_by_noor(day(64)), change=made, said="no", words="")
        assert entries(two.seen_by_noor(day(65))) == [("talk_held", None)]

    def test_a_change_nobody_answers_for_two_weeks_is_a_fact(self, two: Together) -> None:
        told(two)
        assert entries(two.seen_by_noor(day(1) + timedelta(days=13))) == []
        assert entries(two.seen_by_noor(day(1) + timedelta(days=14))) == [("priorities_changed", "other")]

    def test_stopped_it_stays_sealed_until_she_frees_her_own(self, two: Together) -> None:
        seen = two.seen_by_noor(day(1))
        exchange = propose_ranking(visit=seen)
        send_ranking(visit=seen, exchange=exchange, order=["calm", "sales", "team"], words="")
        stop_ranking(visit=two.seen_by_marleen(day(2)), exchange=exchange)
        assert rankings_of(two.seen_by_marleen(day(3)))[0].theirs is None
        with pytest.raises(NotAllowedError):
            free_ranking(visit=two.seen_by_marleen(day(3)), exchange=exchange)
        free_ranking(visit=seen, exchange=exchange)
        assert rankings_of(two.seen_by_marleen(day(4)))[0].theirs is not None

    def test_alone_there_are_no_envelopes(self) -> None:
        me = noor()
        with pytest.raises(NotAllowedError):
            propose_ranking(visit=visit(me, started(me)))

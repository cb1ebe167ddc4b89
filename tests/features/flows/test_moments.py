"""Every moment with an hour goes by mail into the calendars it is for, moves there, and goes out of them again.

Over a real SMTP conversation, read by two parsers that did not write it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.adjusting.actions.mediations import claim_mediation
from samenstroom.adjusting.models import Mediation, MediationTalk
from samenstroom.adjusting.wording.mediations import talk_file
from samenstroom.agenda.queries.everything import coming_for
from samenstroom.agenda.wording.feeds import feed_file
from samenstroom.farewell.actions.successors import mint_successor_link, propose_successor, withdraw_successor
from samenstroom.farewell.actions.work_in import SessionTerms
from samenstroom.farewell.models import Successor, WorkInSession
from samenstroom.farewell.wording.calendar import session_file
from samenstroom.flows.handover import mail_successor
from samenstroom.flows.kickoff import agree_moment, call_off_moment, suggest_moment
from samenstroom.flows.mediations import answer_moment, call_off_talk, mail_mediator, stop_mediation, suggest_talk
from samenstroom.flows.work_in import agree_to_session, call_off_session, suggest_session
from samenstroom.mail.choices import Chosen, choose_mail
from samenstroom.mail.models import OutgoingMail
from samenstroom.planning.models import KickoffTalk
from samenstroom.rules.mail_hours import Often
from samenstroom.rules.mail_subjects import Subject
from tests.features.adjusting.mediation_steps import agreed as mediation_agreed
from tests.features.agenda.rfc5545 import ReadEvent, read_calendar
from tests.features.farewell.steps import successor_at
from tests.features.flows.calendar_post import BEA, MARLEEN, SAM, SECRET, Post
from tests.features.mail.conftest import by_smtp, letterbox
from tests.features.mail.letterbox import Letterbox
from tests.features.planning.steps import moment
from tests.people import START, Together, day, together

pytestmark = pytest.mark.django_db

__all__ = ["by_smtp", "letterbox"]


@pytest.fixture
def table(by_smtp: Any) -> Together:
    made = together(with_rhythm=False, stage="start")
    Person.objects.filter(pk=made.marleen.pk).update(email=MARLEEN, email_confirmed_at=START)
    made.marleen.refresh_from_db()
    return made


@pytest.fixture
def post(letterbox: Letterbox) -> Iterator[Post]:
    yield Post(letterbox)


def to(*who: str, does: str, status: str) -> list[tuple[str, str, str]]:
    return [(one, does, status) for one in who]


ASKED = {"does": "REQUEST", "status": "TENTATIVE"}
STANDS = {"does": "REQUEST", "status": "CONFIRMED"}
GONE = {"does": "CANCEL", "status": "CANCELLED"}


def terms(n: int, sam: Successor | None = None) -> SessionTerms:
    return SessionTerms(SECRET, SECRET, day(n, 13), 60, sam)


def bea_in(table: Together) -> tuple[Mediation, str]:
    """Bea is asked in by both, and her link went to her address."""
    made = mediation_agreed(table, now=day(0))
    mail_mediator(mediation=made, visit=table.seen_by_noor(day(0)), email=BEA)
    made.refresh_from_db()
    key = claim_mediation(mediation=made, key="", now=day(0))
    made.refresh_from_db()
    return made, key


def sam_in(table: Together) -> Successor:
    """Sam takes over, and the link went to her address."""
    sam = successor_at(table)
    mail_successor(successor=sam, visit=table.seen_by_noor(day(0)), email=SAM)
    sam.refresh_from_db()
    return sam


def test_a_kickoff(table: Together, post: Post) -> None:
    mine, theirs = table.seen_by_noor, table.seen_by_marleen
    talk = suggest_moment(visit=mine(day(1)), moment=moment(10, SECRET))
    assert post.comes(day(1)) == to("marleen", **ASKED)
    agree_moment(visit=theirs(day(1, 11)), talk=talk, read="0")
    assert sorted(post.comes(day(1, 11))) == to("marleen", "noor", **STANDS)
    suggest_moment(visit=theirs(day(2)), moment=moment(12))
    assert sorted(post.comes(day(2))) == to("marleen", "noor", **ASKED), "also of who moved it herself"
    talk.refresh_from_db()
    agree_moment(visit=mine(day(3)), talk=talk, read=str(talk.sequence))
    assert len(post.comes(day(3))) == 2
    talk.refresh_from_db()
    for _twice in range(2):
        call_off_moment(visit=mine(day(4)), talk=KickoffTalk.objects.get())
    assert sorted(post.comes(day(4))) == to("marleen", "noor", **GONE)
    assert post.is_one_event_that_only_grows()
    assert "noor zegt een gesprek af" in " ".join(post.box.subjects()).lower()


def test_a_moment_to_work_in_with_who_takes_over(table: Together, post: Post) -> None:
    mine, theirs, sam = table.seen_by_noor, table.seen_by_marleen, sam_in(table)
    session = suggest_session(visit=mine(day(1)), terms=terms(10, sam))
    assert post.comes(day(1)) == to("marleen", **ASKED), "who takes over hears of it once both agreed"
    agree_to_session(visit=theirs(day(2)), session=session, read="0")
    assert sorted(post.comes(day(2))) == to("marleen", "noor", "sam", **STANDS)
    session.refresh_from_db()
    suggest_session(visit=theirs(day(3)), terms=terms(11, sam), moves=session)
    assert sorted(post.comes(day(3))) == [
        ("marleen", "REQUEST", "TENTATIVE"),
        ("noor", "REQUEST", "TENTATIVE"),
        ("sam", "CANCEL", "CANCELLED"),
    ]
    session.refresh_from_db()
    agree_to_session(visit=mine(day(4)), session=session, read=str(session.sequence))
    assert sorted(post.comes(day(4))) == to("marleen", "noor", "sam", **STANDS)
    for _twice in range(2):
        call_off_session(visit=mine(day(7)), session=WorkInSession.objects.get())
    assert sorted(post.comes(day(7))) == to("marleen", "noor", "sam", **GONE)
    assert post.is_one_event_that_only_grows()


def test_a_talk_with_a_mediator(table: Together, post: Post) -> None:
    mine, theirs = table.seen_by_noor, table.seen_by_marleen
    mediation, key = bea_in(table)
    post.comes(day(0))

    def proposes(n: int, now: datetime) -> MediationTalk:
        suggest_talk(mediation=mediation, key=key, begins_at=day(n, 13), minutes=60, place=SECRET, now=now)
        return MediationTalk.objects.get(dropped_at=None)

    talk = proposes(10, day(1))
    assert sorted(post.comes(day(1))) == to("marleen", "noor", **ASKED)
    assert {line["CN"] for line in (one["ORGANIZER"].parameters for _to, one in post.events)} == {"Samenstroom"}
    answer_moment(visit=mine(day(2)), talk=talk, can="yes")
    assert post.comes(day(2)) == []
    for _twice in range(2):
        answer_moment(visit=theirs(day(2)), talk=talk, can="yes")
    assert sorted(post.comes(day(2))) == to("bea", "marleen", "noor", **STANDS)
    answer_moment(visit=theirs(day(3)), talk=talk, can="no")
    assert sorted(post.comes(day(3))) == [
        ("bea", "CANCEL", "CANCELLED"),
        ("marleen", "REQUEST", "TENTATIVE"),
        ("noor", "REQUEST", "TENTATIVE"),
    ]
    talk = proposes(11, day(4))
    assert sorted(post.comes(day(4))) == to("marleen", "noor", **ASKED)
    for seen in (mine, theirs):
        answer_moment(visit=seen(day(4, 11)), talk=talk, can="yes")
    assert len(post.comes(day(4, 11))) == 3
    call_off_talk(mediation=mediation, key=key, now=day(7))
    assert sorted(post.comes(day(7))) == to("bea", "marleen", "noor", **GONE)
    talk = proposes(13, day(8))
    assert sorted(post.comes(day(8))) == to("marleen", "noor", **ASKED)
    stop_mediation(mediation=mediation, seat=table.noors_seat, now=day(8, 12))
    assert sorted(post.comes(day(8, 12))) == to("marleen", "noor", **GONE)
    assert post.is_one_event_that_only_grows()


WALKED = {
    "planning.KickoffTalk": test_a_kickoff,
    "farewell.WorkInSession": test_a_moment_to_work_in_with_who_takes_over,
    "adjusting.MediationTalk": test_a_talk_with_a_mediator,
}


def test_at_a_link_that_was_copied_or_taken_back_nobody_outside_is_mailed(table: Together, post: Post) -> None:
    sam, other = sam_in(table), propose_successor(seat=table.noors_seat, name="Kim Bos", now=day(0))
    mint_successor_link(successor=other, seat=table.noors_seat, other_takes_part=True, now=day(0))
    withdraw_successor(successor=sam, seat=table.noors_seat, now=day(0))
    post.comes(day(0))
    for number, one in enumerate((sam, other)):
        one.refresh_from_db()
        session = suggest_session(visit=table.seen_by_noor(day(1)), terms=terms(10 + number, one))
        agree_to_session(visit=table.seen_by_marleen(day(1)), session=session, read="0")
    assert {who for who, _does, _status in post.comes(day(1))} == {"marleen", "noor"}


def test_alone_nobody_is_mailed_and_what_passes_unanswered_is_left_alone(table: Together, post: Post) -> None:
    suggest_session(visit=table.seen_by_noor(day(4, 20)), terms=terms(5))
    assert post.comes(day(7)) == [], "it was Friday night, and the moment was on Saturday"
    assert OutgoingMail.objects.get().cancelled_at == day(7) and OutgoingMail.objects.get().secret is None
    late = suggest_session(visit=table.seen_by_noor(day(7)), terms=terms(8))
    assert post.comes(day(7)) == to("marleen", **ASKED)
    call_off_session(visit=table.seen_by_noor(day(9)), session=late)
    assert post.comes(day(9)) == [], "nobody is told of a moment that is over"


def test_what_has_not_left_stays_home_and_five_a_day_end_in_the_last(table: Together, post: Post) -> None:
    session = suggest_session(visit=table.seen_by_noor(day(1)), terms=terms(10))
    for hour in range(7):
        session = suggest_session(visit=table.seen_by_noor(day(1)), terms=terms(11 + hour), moves=session)
    assert post.comes(day(1)) == [], "after five in a day it waits for the next"
    assert post.comes(day(2, 11)) == to("marleen", **ASKED)
    assert OutgoingMail.objects.filter(kind="moment_proposed", cancelled_at=None).count() == 1
    assert post.events[0][1]["DTSTART"].moment == day(17, 13)


class TestWhoHasHerMailGathered:
    @pytest.mark.parametrize(
        ("often", "n", "comes"),
        [
            (Often.DAILY, 10, day(2, 7)),
            (Often.DAILY, 2, day(1, 10)),
            (Often.WEEKLY, 20, day(7, 7)),
            (Often.WEEKLY, 6, day(1, 10)),
        ],
    )
    def test_it_comes_by_itself_and_in_time(
        self, table: Together, post: Post, often: Often, n: int, comes: datetime
    ) -> None:
        choose_mail(person=table.marleen, chosen=Chosen(often=dict.fromkeys(Subject, often)), now=day(0))
        suggest_session(visit=table.seen_by_noor(day(1, 10)), terms=terms(n))
        assert OutgoingMail.objects.get().not_before == comes
        assert post.comes(comes - timedelta(minutes=1)) == [] and post.comes(comes) == to("marleen", **ASKED)
        assert not OutgoingMail.objects.filter(kind="digest").exists()

    def test_what_changes_her_calendar_does_not_wait_and_beyond_her_number_it_comes_the_next_day(
        self, table: Together, post: Post
    ) -> None:
        chosen = Chosen(often=dict.fromkeys(Subject, Often.WEEKLY), a_day=1)
        choose_mail(person=table.marleen, chosen=chosen, now=day(0))
        session = suggest_session(visit=table.seen_by_noor(day(1)), terms=terms(30))
        assert post.comes(day(7, 7)) == to("marleen", **ASKED)
        suggest_session(visit=table.seen_by_noor(day(7, 9)), terms=terms(29), moves=session)
        assert post.comes(day(7, 9)) == [], "she wants one mail a day"
        assert post.comes(day(8, 7)) == to("marleen", **ASKED)

    def test_what_was_gathered_before_it_was_known_leaves_by_itself(self, table: Together, post: Post) -> None:
        choose_mail(person=table.marleen, chosen=Chosen(often=dict.fromkeys(Subject, Often.DAILY)), now=day(0))
        suggest_session(visit=table.seen_by_noor(day(1)), terms=terms(10))
        OutgoingMail.objects.update(gathered_at=day(1))
        assert post.comes(day(2, 7)) == to("marleen", **ASKED)
        assert not OutgoingMail.objects.filter(kind="digest").exists()

    def test_she_changes_her_mind_while_it_waits(self, table: Together, post: Post) -> None:
        suggest_session(visit=table.seen_by_noor(day(4, 20)), terms=terms(20))
        choose_mail(person=table.marleen, chosen=Chosen(often=dict.fromkeys(Subject, Often.WEEKLY)), now=day(5))
        mail = OutgoingMail.objects.get()
        assert (mail.gathered_at, mail.not_before) == (None, day(7, 7))
        choose_mail(person=table.marleen, chosen=Chosen(often={Subject.PROPOSALS: Often.NEVER}), now=day(6))
        assert post.comes(day(8)) == []


def test_the_feed_and_the_file_on_the_page_say_the_same_as_the_mail(table: Together, post: Post) -> None:
    sam, (mediation, key) = sam_in(table), bea_in(table)
    post.comes(day(0))
    session = suggest_session(visit=table.seen_by_noor(day(1)), terms=terms(10, sam))
    agree_to_session(visit=table.seen_by_marleen(day(2)), session=session, read="0")
    for n in (11, 12):
        suggest_talk(mediation=mediation, key=key, begins_at=day(n, 13), minutes=60, place=SECRET, now=day(2))
    post.comes(day(2))
    session.refresh_from_db()
    talk = MediationTalk.objects.get(dropped_at=None)
    host = post.events[0][1].uid.split("@")[1]
    files = [session_file(session, host), talk_file(talk, host)]
    feed = feed_file(
        coming_for(table.marleen, day(2)),
        language="nl",
        is_neutral=False,
        host=host,
        page="https://v.nl/{}/",
        now=day(2),
    )
    told = {event.uid: same(event) for who, event in post.events if who == MARLEEN}
    assert {event.uid: same(event) for event in read_calendar(feed).events} == told and len(told) == 2
    assert {one.uid: same(one) for file in files for one in read_calendar(file).events} == told


def same(event: ReadEvent) -> tuple[str, ...]:
    return tuple(event[name].value for name in ("DTSTART", "DTEND", "SEQUENCE", "STATUS"))


def test_english_reads_english(table: Together, post: Post) -> None:
    Person.objects.filter(pk=table.marleen.pk).update(language="en")
    suggest_session(visit=table.seen_by_noor(day(1)), terms=terms(10))
    assert post.comes(day(1)) == to("marleen", **ASKED)
    assert post.box.subjects() == ["Marleen, Noor proposes a moment"]


@pytest.mark.parametrize("often", Often)
def test_what_she_chose_changes_nothing_that_the_other_sees(table: Together, post: Post, often: Often) -> None:
    choose_mail(person=table.marleen, chosen=Chosen(often=dict.fromkeys(Subject, often)), now=day(0))
    session = suggest_session(visit=table.seen_by_noor(day(1)), terms=terms(10))
    post.comes(day(1))
    call_off_session(visit=table.seen_by_noor(day(2)), session=session)
    copies = PersonalLink.objects.filter(channel="mail").order_by("pk")
    assert [one.minted_at for one in copies] == [day(1), day(2)], "copies of her link, which both see"
    heard = {who for who, _does, _status in post.comes(day(2))}
    assert heard == ({"marleen"} if often is Often.AT_ONCE else set())

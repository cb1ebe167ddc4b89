"""When and how often each is mailed: what she chose holds for every mail, and nobody else can tell."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.flows.inviting import mail_invitation
from samenstroom.flows.letters import letter_to
from samenstroom.mail.choices import Chosen, choose_mail
from samenstroom.mail.delivery import BACKOFF, deliver_due, forget_unsettled
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message, cancel_mail
from samenstroom.mail.queries import outbox_counts, troubles_of
from samenstroom.mail.stopping import stop
from samenstroom.mail.ways import way_from, way_of
from samenstroom.rules.mail_hours import Often
from samenstroom.rules.mail_subjects import Subject
from tests.features.mail.letterbox import Letterbox, body_of
from tests.people import START, Together, day, noor, ruben, started, together, visit, with_proven_address

pytestmark = pytest.mark.django_db

ALL_DAILY = dict.fromkeys(Subject, Often.DAILY)


@pytest.fixture
def table(by_smtp: Any) -> Together:
    """Both have an address."""
    found = together(weeks=4)
    Person.objects.filter(pk=found.marleen.pk).update(email="marleen@voorbeeld.nl", email_confirmed_at=START)
    found.marleen.refresh_from_db()
    return found


def to_marleen(table: Together, kind: str = "rhythm_proposed", key: str = "", now: Any = START) -> OutgoingMail:
    letter_to(table.marleens_seat.party).queue(kind, key or kind, now)
    return OutgoingMail.objects.get(unique_key=key or kind)


def chose(person: Person, now: Any = START, **chosen: Any) -> None:
    choose_mail(person=person, chosen=Chosen(**chosen), now=now)


class TestHowOften:
    def test_mail_gathers_into_one_that_says_of_each_that_it_is_there(
        self, table: Together, letterbox: Letterbox
    ) -> None:
        chose(table.marleen, often=ALL_DAILY)
        first, second = to_marleen(table), to_marleen(table, "conflict_opened")
        to_marleen(table, "pause_proposed")
        cancel_mail(unique_key="pause_proposed", now=day(0, 11))
        assert deliver_due(now=day(0, 15)) == 0
        assert deliver_due(now=day(1, 7)) == 1, "the next morning at eight"
        (message,) = letterbox.messages
        text = body_of(message, "plain").replace("\r\n", "\n")
        assert message["Subject"] == "Marleen, er ligt iets voor je klaar"
        assert "- Noor stelt een ritme voor\n- Noor wil iets bespreken" in text and "pauze" not in text
        assert str((second.secret or {})["link"]) in text and str((first.secret or {})["link"]) not in text
        kept = OutgoingMail.objects.exclude(unique_key="pause_proposed")
        assert not kept.filter(sent_at=None).exists() and not kept.filter(secret__isnull=False).exists()
        assert deliver_due(now=day(1, 8)) == 0

    def test_once_a_week_waits_for_her_day(self, table: Together) -> None:
        chose(table.marleen, often=dict.fromkeys(Subject, Often.WEEKLY), weekly_on=3)
        assert to_marleen(table).not_before == day(3, 7)

    def test_what_she_does_not_want_stays_home_for_good(self, table: Together, letterbox: Letterbox) -> None:
        chose(table.marleen, often={Subject.PROPOSALS: Often.NEVER})
        assert to_marleen(table).cancelled_at == START and to_marleen(table).secret is None
        chose(table.marleen)
        to_marleen(table)
        to_marleen(table, "conflict_opened")
        assert deliver_due(now=START) == 1
        assert letterbox.subjects() == ["Marleen, Noor wil iets bespreken"]

    def test_what_waits_follows_when_she_chooses_something_else(self, table: Together) -> None:
        mail = to_marleen(table, now=day(0, 20))
        chose(table.marleen, now=day(0, 20), opens=20, closes=24, weekdays=frozenset(range(7)))
        mail.refresh_from_db()
        assert mail.not_before == day(0, 20)
        chose(table.marleen, now=day(0, 20), often=ALL_DAILY)
        mail.refresh_from_db()
        assert mail.gathered_at == day(0, 20) and mail.not_before == day(1, 7)

    def test_beyond_her_number_a_day_it_gathers_and_nothing_is_lost(
        self, table: Together, letterbox: Letterbox
    ) -> None:
        chose(table.marleen, a_day=2)
        for number in range(4):
            to_marleen(table, key=f"mail {number}")
        assert deliver_due(now=START) == 2
        assert deliver_due(now=day(0, 15)) == 0
        assert deliver_due(now=day(1, 7)) == 1, "both in one mail"
        assert not OutgoingMail.objects.filter(sent_at=None).exists()

    def test_who_is_late_by_a_fault_waits_for_the_morning_too(self, table: Together, letterbox: Letterbox) -> None:
        letterbox.answer = "451 later"
        to_marleen(table, now=day(0, 16, 55))
        assert deliver_due(now=day(0, 16, 55)) == 0
        letterbox.answer = "250 OK"
        assert deliver_due(now=day(0, 16, 55) + BACKOFF) == 0, "five past six in Amsterdam"
        assert deliver_due(now=day(1, 7)) == 1

    def test_it_goes_to_the_address_she_has_now_and_stays_home_when_she_stopped(
        self, table: Together, letterbox: Letterbox
    ) -> None:
        to_marleen(table)
        Person.objects.filter(pk=table.marleen.pk).update(email="nieuw@voorbeeld.nl")
        assert deliver_due(now=START) == 1 and letterbox.messages[0]["To"] == "nieuw@voorbeeld.nl"
        to_marleen(table, "pause_proposed")
        Person.objects.filter(pk=table.marleen.pk).update(is_active=False)
        assert deliver_due(now=START) == 0
        assert OutgoingMail.objects.get(unique_key="pause_proposed").cancelled_at == START

    def test_codes_and_links_she_asks_for_leave_at_once_whatever_she_chose(self, table: Together) -> None:
        chose(with_proven_address(table.noor), often=dict.fromkeys(Subject, Often.NEVER))
        Client().post("/account/wachtwoord/vergeten/", {"email": table.noor.email})
        mail = OutgoingMail.objects.get(kind="password_reset")
        assert mail.cancelled_at is None and mail.not_before == mail.queued_at


class TestNobodyElseCanTell:
    @pytest.mark.parametrize("often", Often)
    def test_what_marleen_chose_changes_nothing_that_noor_sees(self, table: Together, often: Often) -> None:
        chose(table.marleen, often=dict.fromkeys(Subject, often))
        to_marleen(table)
        copies = PersonalLink.objects.filter(channel="mail")
        assert [one.minted_at for one in copies] == [START], "a copy of her link both see, made at the same moment"
        client = Client()
        client.force_login(table.noor)
        assert "geen mail" not in client.get(f"/s/{table.collaboration.public_id}/link/").content.decode()
        assert not troubles_of(table.noor)

    def test_of_mail_to_her_own_address_only_she_sees_what_became_of_it(self, table: Together) -> None:
        mail = to_marleen(table)
        mail_invitation(visit=table.seen_by_noor(), email="elders@voorbeeld.nl")
        OutgoingMail.objects.update(uncertain_at=START)
        assert [one.pk for one in troubles_of(table.marleen)] == [mail.pk]
        assert [one.to_email for one in troubles_of(table.noor)] == ["elders@voorbeeld.nl"]
        assert not troubles_of(ruben())

    def test_the_operator_gets_numbers_only(self, table: Together) -> None:
        to_marleen(table)
        mail_invitation(visit=table.seen_by_noor(), email="elders@voorbeeld.nl")
        OutgoingMail.objects.filter(kind="rhythm_proposed").update(failed_at=START, last_error="content 554")
        counts = outbox_counts(START)
        assert (counts.waiting, dict(counts.failed)) == (1, {("rhythm_proposed", "content 554"): 1})
        assert "@" not in repr(counts) and "Marleen" not in repr(counts)


class TestTheWayFromAMail:
    def test_every_mail_she_can_stop_has_a_way_and_one_press(self, table: Together) -> None:
        message = as_message(to_marleen(table))
        token = way_from(to_marleen(table))
        assert message.extra_headers["List-Unsubscribe"].endswith(f"/l/mail/{token}/stop/>")
        assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert f"/l/mail/{token}/\n" in f"{message.body}\n"
        assert f"/l/mail/{token}/" in str(message.alternatives[0][0])

    def test_one_press_of_a_mail_program_stops_that_subject_only(self, table: Together) -> None:
        token = way_from(to_marleen(table))
        program = Client(enforce_csrf_checks=True)
        assert program.get(f"/l/mail/{token}/stop/").status_code == 200
        assert OutgoingMail.objects.get().cancelled_at is None, "looking presses nothing"
        for _twice in range(2):
            answer = program.post(f"/l/mail/{token}/stop/", {"List-Unsubscribe": "One-Click"})
            assert answer.status_code == 200
        assert OutgoingMail.objects.get().cancelled_at is not None
        assert to_marleen(table, "pause_proposed").cancelled_at == START
        assert to_marleen(table, "conflict_opened").cancelled_at is None

    def test_under_a_gathered_mail_it_stops_what_was_gathered(self, table: Together, letterbox: Letterbox) -> None:
        chose(table.marleen, often={Subject.PROPOSALS: Often.DAILY})
        to_marleen(table)
        deliver_due(now=day(1, 7))
        way = way_of(way_from(OutgoingMail.objects.get(kind="digest")))
        assert way is not None
        stop(way=way, now=day(1, 8))
        assert to_marleen(table, "pause_proposed", now=day(1, 9)).cancelled_at == day(1, 9)
        assert to_marleen(table, "conflict_opened", now=day(1, 9)).cancelled_at is None

    def test_her_choices_open_without_signing_in_and_show_no_mail(self, table: Together) -> None:
        mail = to_marleen(table)
        OutgoingMail.objects.update(uncertain_at=START)
        page = Client().get(f"/l/mail/{way_from(mail)}/").content.decode()
        assert "Kies wanneer en hoe vaak we je mailen" in page
        assert not any(word in page for word in ("Marleen", "Noor", "marleen@", "Misschien niet aangekomen"))

    def test_a_way_ends_with_the_address_and_cannot_be_made_up(self, table: Together) -> None:
        token = way_from(to_marleen(table))
        assert way_of(token[:-1] + ("a" if token[-1] != "a" else "b")) is None
        assert way_of(token.replace("proposals", "checkins")) is None
        Person.objects.filter(pk=table.marleen.pk).update(email="nieuw@voorbeeld.nl")
        assert way_of(token) is None and Client().get(f"/l/mail/{token}/").status_code == 410

    def test_who_is_invited_by_noor_can_stop_noor_and_noor_reads_that(self, by_smtp: Any) -> None:
        me = noor()
        mail_invitation(visit=visit(me, started(me)), email="Marleen@voorbeeld.nl")
        token = way_from(OutgoingMail.objects.get())
        assert "Geen mail meer namens Noor?" in Client().get(f"/l/mail/{token}/").content.decode()
        Client().post(f"/l/mail/{token}/stop/")
        assert OutgoingMail.objects.get().last_error == "stopped"
        mail_invitation(visit=visit(me, started(me)), email="marleen@voorbeeld.nl")
        assert troubles_of(me).filter(last_error="stopped", secret__isnull=True).count() == 2
        other = ruben()
        mail_invitation(visit=visit(other, started(other)), email="marleen@voorbeeld.nl")
        assert not troubles_of(other), "what somebody stopped of Noor says nothing to Ruben"


class TestWhatMayNotHaveArrived:
    def test_she_sends_it_again_or_leaves_it(self, table: Together) -> None:
        mail = to_marleen(table)
        client = Client()
        client.force_login(table.marleen)
        for do, word in (("again", "De mail staat weer klaar om te vertrekken."), ("leave", "Goed. We laten het zo.")):
            OutgoingMail.objects.update(uncertain_at=START, sending_at=START)
            page = client.get("/kant/mail/").content.decode()
            assert "hoorden niet of hij is aangekomen" in page
            told = client.post(f"/kant/mail/{mail.public_id}/", {"do": do}, follow=True).content.decode()
            assert word in told and "hoorden niet" not in told
        mail.refresh_from_db()
        assert mail.settled_at is not None and mail.secret is None

    def test_somebody_elses_is_not_there(self, table: Together) -> None:
        mail = to_marleen(table)
        OutgoingMail.objects.update(uncertain_at=START)
        client = Client()
        client.force_login(table.noor)
        assert client.post(f"/instellingen/mail/{mail.public_id}/", {"do": "leave"}).status_code == 404

    def test_after_two_weeks_its_link_is_wiped(self, table: Together) -> None:
        mail = to_marleen(table)
        OutgoingMail.objects.update(failed_at=START, last_error="content 554")
        assert forget_unsettled(now=START + timedelta(days=14)) == 0
        assert forget_unsettled(now=START + timedelta(days=14, seconds=1)) == 1
        mail.refresh_from_db()
        assert mail.secret is None and mail.settled_at is not None


class TestThePage:
    WELL = {
        "weekdays": ["0", "2"], "opens": "10", "closes": "16", "zone": "Europe/London", "holidays": "BE",
        "weekly_on": "2", "a_day": "3", **{f"often_{one.value}": "daily" for one in Subject},
    }  # fmt: skip

    def test_what_she_chooses_is_kept_and_shown(self, table: Together) -> None:
        client = Client()
        client.force_login(table.noor)
        answer = client.post("/instellingen/mail/", self.WELL, follow=True)
        assert "Bewaard. Dit geldt ook voor mail die al klaarstaat." in answer.content.decode()
        kept = table.noor.mail_choice
        assert (kept.weekdays, kept.opens, kept.closes, kept.a_day) == ("02", 10, 16, 3)
        assert (kept.zone, kept.holidays, kept.often["other"]) == ("Europe/London", "BE", "daily")
        assert "maandag, woensdag, van 10 tot 16 uur" in client.get("/instellingen/").content.decode()

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"weekdays": []}, "Kies minstens één dag."),
            ({"closes": "10"}, "Kies een uur dat later is dan het begin."),
            ({"zone": "Mars/Base"}, "Kies"),
            ({"often_talks": "hourly"}, "Kies"),
        ],
    )
    def test_what_cannot_be_is_said_beside_the_field(self, table: Together, wrong: dict[str, Any], words: str) -> None:
        client = Client()
        client.force_login(table.noor)
        answer = client.post("/instellingen/mail/", {**self.WELL, **wrong})
        assert answer.status_code == 422 and words in answer.content.decode()
        assert not hasattr(Person.objects.get(pk=table.noor.pk), "mail_choice")

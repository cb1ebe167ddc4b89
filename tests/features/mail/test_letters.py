"""What each mail says: that there is something, never what; short subjects; and a calm rhythm."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom import content
from samenstroom.accounts.models import Person
from samenstroom.checkins import actions
from samenstroom.flows.codes import mail_code
from samenstroom.flows.inviting import mail_invitation
from samenstroom.flows.renewing import request_new_link
from samenstroom.flows.rounds import mail_reveal, suggest_rhythm, sweep_rounds
from samenstroom.kit import clock
from samenstroom.mail.delivery import deliver_due
from samenstroom.mail.letters import compose
from samenstroom.mail.models import OutgoingMail
from tests.features.accounts.sign_in_steps import changes_how_she_signs_in, lets_a_colleague_go
from tests.features.adjusting.conflict_steps import disagrees_and_goes_on
from tests.features.adjusting.mediation_steps import asks_somebody_in
from tests.features.adjusting.steps import asks_to_mend_and_to_rest, changes_course
from tests.features.agreements.addenda_steps import agreed, changes_a_part, offered
from tests.features.agreements.deals import agrees_along_the_way
from tests.features.agreements.elsewhere_steps import notes_what_was_signed_elsewhere
from tests.features.agreements.lawyer_steps import asks_a_lawyer
from tests.features.agreements.negotiating_steps import talks_it_over_until_a_day_is_past
from tests.features.agreements.signing_steps import declines_and_then_they_sign
from tests.features.agreements.steps import puts_an_agreement_on_the_table
from tests.features.exploring.acquaintance_steps import acquainted
from tests.features.exploring.asking_steps import asks_a_referee, tries_it_small
from tests.features.exploring.readiness_steps import opened, sent
from tests.features.farewell.ending_steps import hands_over, tells_that_it_ends
from tests.features.feedback.steps import gives_feedback
from tests.features.learning.letter_steps import lets_a_mentor_look_along
from tests.features.mail.choice_steps import has_her_mail_gathered, tries_whether_mail_comes
from tests.features.mail.letterbox import Letterbox, body_of
from tests.features.planning.exit_steps import talks_of_stopping
from tests.features.planning.steps import starts_together
from tests.features.planning.task_steps import needs_another_day
from tests.features.privacy.steps import is_careful_with_what_is_kept
from tests.people import START, Together, answer, day, noor, started, together, visit

KINDS = tuple(content.load("mail", "nl")["kinds"])
WORDS = {
    "date": "woensdag 14 oktober",
    "until": "woensdag 28 oktober",
    "code": "012345",
    "minutes": "20",
    "link": "https://samenstroom.example/l/sleutel/",
}
# First names as they are: short, long, and with everything a name may hold.
PAIRS = (("Marleen", "Noor"), ("Marie-Louise", "Christiaan"), ("Jean-Baptiste", "Willemijn"), ("Bo", "Renée"))
MARK = "Kwikstaartje"


def with_addresses(table: Together) -> Together:
    """Marleen confirmed an address too, so mail can go to both."""
    Person.objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl", email_confirmed_at=START)
    return table


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    def test_its_subject_fits_in_fifty_characters_with_usual_names(self, kind: str, language: str) -> None:
        for name, other in PAIRS:
            subject = compose(kind, language, {**WORDS, "name": name, "other": other}).subject
            assert len(subject) <= 50, subject

    def test_it_has_a_hand_written_text_and_html_that_say_the_same(self, kind: str, language: str) -> None:
        letter = compose(kind, language, {**WORDS, "name": "Marleen", "other": "Noor"})
        texts = content.load("mail", language)["kinds"][kind]
        for part in texts["body"]:
            said = part.format(**WORDS, name="Marleen", other="Noor", operator="Stichting De Beheerder")
            assert said in letter.text and said.replace("'", "&#x27;") in letter.html
        assert f'lang="{language}"' in letter.html and WORDS["link"] in letter.text
        assert "{" not in letter.text and "\n\n\n" not in letter.text
        assert "Stichting De Beheerder" in letter.text, "who runs this place is in every mail"

    def test_someone_with_an_account_is_told_to_sign_in_instead_of_an_end_date(self, kind: str, language: str) -> None:
        words = {key: word for key, word in WORDS.items() if key != "until"}
        assert "28 oktober" not in compose(kind, language, {**words, "name": "Marleen", "other": "Noor"}).text


@pytest.mark.django_db
class TestNeverContent:
    def everything_that_is_mailed(self) -> set[str]:
        """Two people go through everything that sends a mail, with a mark in all they write."""
        table = with_addresses(together(weeks=4))
        table.collaboration.lines.update(note=MARK)
        sweep_rounds(now=day(0, 10))
        mail_invitation(visit=table.seen_by_noor(), email="marleen@voorbeeld.nl")
        sweep_rounds(now=day(2))
        first = table.round
        words = {"appreciation": f"{MARK} dank", "remark": f"{MARK} zin", "remark_choice": "now", "guess": 1}
        for seat in (table.noors_seat, table.marleens_seat):
            answer(first, seat, now=day(3), every=1, **words)
        first.refresh_from_db()
        mail_reveal(round_=first, now=day(3))
        repair = actions.propose_repair(
            round_=first,
            seat=table.noors_seat,
            text=f"{MARK} afspraak",
            owner=None,
            look_back_on=date(2026, 1, 12),
            now=day(3),
        )
        actions.agree_repair(repair=repair, seat=table.marleens_seat, now=day(3))
        sweep_rounds(now=day(7))
        suggest_rhythm(visit=table.seen_by_noor(day(7)), weeks=2)
        invitee = table.marleens_seat.invitee
        assert invitee is not None
        mail_code(invitee=invitee, email="marleen@voorbeeld.nl", language="nl", now=day(7))
        request_new_link(link=invitee.links.order_by("expires_at")[0], now=day(14))
        mail_invitation(
            visit=visit(table.noor, started(table.noor, name=MARK), now=day(14)), email="marleen@voorbeeld.nl"
        )
        starts_together(table, MARK)
        talks_of_stopping(table, MARK)
        acquainted(table, words=MARK, now=day(14))
        sent(opened(table.noor), name=MARK, contact=MARK, words=MARK, now=day(14))
        asks_a_referee(table, MARK)
        tries_it_small(table, MARK)
        asks_to_mend_and_to_rest(table, MARK)
        changes_course(table, MARK)
        agrees_along_the_way(table, MARK)
        puts_an_agreement_on_the_table(table, MARK)
        declines_and_then_they_sign(table, MARK)
        changes_a_part(table, MARK)
        talks_it_over_until_a_day_is_past(table, MARK)
        notes_what_was_signed_elsewhere(table, MARK)
        tells_that_it_ends(table, MARK)
        gives_feedback(table, MARK)
        disagrees_and_goes_on(table, MARK)
        needs_another_day(table, MARK)
        hands_over(table, MARK)
        asks_a_lawyer(table, MARK)
        asks_somebody_in(table, MARK)
        lets_a_mentor_look_along(table)
        changes_how_she_signs_in(table)
        lets_a_colleague_go(table)
        has_her_mail_gathered()
        tries_whether_mail_comes()
        with clock.frozen(day(14)):
            Client().post(reverse("account_reset_password"), {"email": table.noor.email})
        is_careful_with_what_is_kept(table, MARK)
        return set(OutgoingMail.objects.values_list("kind", flat=True))

    def test_no_mail_holds_an_answer_a_remark_an_agreement_or_a_name_of_a_collaboration(
        self, letterbox: Letterbox
    ) -> None:
        assert self.everything_that_is_mailed() == set(KINDS)
        OutgoingMail.objects.update(cancelled_at=None)
        while deliver_due(now=day(30)):
            """A batch at a time."""
        assert not OutgoingMail.objects.filter(sent_at=None).exists()
        kinds = set()
        for message in letterbox.messages:
            whole = f"{message['Subject']} {body_of(message, 'plain')} {body_of(message, 'html')}"
            files = b"".join(part.get_payload(decode=True) or b"" for part in message.walk() if not part.is_multipart())
            assert MARK not in whole and MARK.encode() not in files
            kinds.add(str(message["Subject"]))
        assert len(kinds) >= len(KINDS)
        assert not OutgoingMail.objects.filter(secret__isnull=False).exists()

    def test_the_mail_about_a_round_is_the_same_whatever_was_answered(self, by_smtp: Any) -> None:
        said = []
        for every, remark in ((1, "Zo gaat het niet langer."), (5, "")):
            table = with_addresses(together(weeks=4))
            for seat in (table.noors_seat, table.marleens_seat):
                answer(table.round, seat, every=every, remark=remark, remark_choice="now" if remark else "")
            mail_reveal(round_=table.round, now=day(1))
            mail = OutgoingMail.objects.filter(kind="reveal").order_by("pk")
            said.append([(one.to_email, one.kind, one.words) for one in mail])
            OutgoingMail.objects.all().delete()
            Person.objects.all().delete()
        assert said[0] == said[1]


@pytest.mark.django_db
class TestACalmRhythm:
    def kinds_to(self, address: str) -> list[str]:
        mail = OutgoingMail.objects.filter(to_email=address, cancelled_at=None)
        return list(mail.order_by("pk").values_list("kind", flat=True))

    def test_one_invitation_and_one_reminder_after_two_working_days_then_silence(self, by_smtp: Any) -> None:
        with_addresses(together(weeks=4))
        sweep_rounds(now=day(1))
        assert self.kinds_to("marleen@voorbeeld.nl") == ["checkin_invitation"]
        for n in range(1, 21):
            for hour in (8, 15):
                sweep_rounds(now=day(n, hour))
        assert self.kinds_to("marleen@voorbeeld.nl") == ["checkin_invitation", "checkin_reminder"]
        assert self.kinds_to("noor@voorbeeld.nl") == ["checkin_invitation", "checkin_reminder"]
        reminder = OutgoingMail.objects.filter(kind="checkin_reminder").earliest("pk")
        assert clock.day_of(reminder.queued_at) == date(2026, 1, 7)

    def test_a_change_that_is_offered_twice_is_told_once(self, by_smtp: Any) -> None:
        table = with_addresses(together(weeks=4))
        agreed(table)
        for n in (5, 6):
            offered(table.seen_by_noor(now=day(n)), payment_term_days=14)
        assert self.kinds_to("marleen@voorbeeld.nl").count("addendum_put") == 1
        assert "addendum_put" not in self.kinds_to("noor@voorbeeld.nl")

    def test_who_sent_is_not_reminded_and_nobody_learns_from_mail_that_the_other_did(self, by_smtp: Any) -> None:
        table = with_addresses(together(weeks=4))
        answer(table.round, table.marleens_seat)
        for n in range(10):
            sweep_rounds(now=day(n))
        assert "checkin_reminder" not in self.kinds_to("marleen@voorbeeld.nl")
        assert self.kinds_to("noor@voorbeeld.nl").count("checkin_reminder") == 1

    def test_a_reminder_that_has_not_left_stays_home_once_the_envelopes_are_open(self, by_smtp: Any) -> None:
        table = with_addresses(together(weeks=4))
        sweep_rounds(now=day(2, 20))
        for seat in (table.noors_seat, table.marleens_seat):
            answer(table.round, seat, now=day(2, 21))
        mail_reveal(round_=table.round, now=day(2, 21))
        assert self.kinds_to("marleen@voorbeeld.nl") == ["reveal"]

    @pytest.mark.parametrize(
        ("queued_at", "leaves_at"),
        [
            (datetime(2026, 1, 6, 9, 0, tzinfo=UTC), datetime(2026, 1, 6, 9, 0, tzinfo=UTC)),
            (datetime(2026, 1, 6, 17, 0, tzinfo=UTC), datetime(2026, 1, 7, 7, 0, tzinfo=UTC)),  # 18.00 in Amsterdam
            (datetime(2026, 1, 7, 2, 30, tzinfo=UTC), datetime(2026, 1, 7, 7, 0, tzinfo=UTC)),
            (datetime(2026, 1, 9, 21, 0, tzinfo=UTC), datetime(2026, 1, 12, 7, 0, tzinfo=UTC)),  # Friday night
            (datetime(2026, 1, 10, 11, 0, tzinfo=UTC), datetime(2026, 1, 12, 7, 0, tzinfo=UTC)),  # Saturday
            (datetime(2026, 7, 7, 20, 0, tzinfo=UTC), datetime(2026, 7, 8, 6, 0, tzinfo=UTC)),  # in summer
        ],
    )
    def test_nothing_leaves_at_night_or_in_the_weekend(
        self, letterbox: Letterbox, queued_at: datetime, leaves_at: datetime
    ) -> None:
        table = with_addresses(together(weeks=4, now=queued_at - timedelta(hours=1)))
        sweep_rounds(now=queued_at)
        waiting = set(OutgoingMail.objects.values_list("not_before", flat=True))
        assert waiting == {leaves_at} and table.round
        assert deliver_due(now=leaves_at - timedelta(minutes=1)) == 0
        assert deliver_due(now=leaves_at) == 2
        assert len(letterbox.messages) == 2

    def test_each_mail_brings_marleen_a_link_of_her_own_and_noor_a_page_without_a_key(self, by_smtp: Any) -> None:
        with_addresses(together(weeks=4))
        sweep_rounds(now=day(1))
        links = {one.to_email: str((one.secret or {})["link"]) for one in OutgoingMail.objects.all()}
        assert "/l/" in links["marleen@voorbeeld.nl"] and "/l/" not in links["noor@voorbeeld.nl"]

    def test_an_invitation_is_for_who_did_not_join_yet_and_a_renewed_link_for_who_did(self, by_smtp: Any) -> None:
        maker = noor()
        alone = started(maker)
        mail_invitation(visit=visit(maker, alone), email="marleen@voorbeeld.nl")
        mail_invitation(visit=together(by=maker).seen_by_noor(), email="marleen@voorbeeld.nl")
        assert self.kinds_to("marleen@voorbeeld.nl") == ["invitation", "link_renewed"]

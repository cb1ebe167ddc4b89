"""The outbox over a real SMTP conversation: never lost, never twice, and nothing secret stays behind."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections

from samenstroom.mail.delivery import BACKOFF, LONGEST_BACKOFF, MAX_TRIES, deliver_due, send_again
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import cancel_mail, queue_mail
from tests.features.mail.letterbox import Letterbox, body_of
from tests.people import START

pytestmark = pytest.mark.django_db

LINK = "https://samenstroom.example/l/geheime-sleutel/"
SECOND = timedelta(seconds=1)


def queued(key: str = "een", **more: Any) -> OutgoingMail:
    mail = queue_mail(
        kind="invitation",
        to_email="marleen@voorbeeld.nl",
        language="nl",
        words={"name": "Marleen", "other": "Noor", "until": "maandag 19 januari"},
        secret={"link": LINK},
        unique_key=key,
        now=START,
        **more,
    )
    assert mail is not None
    return mail


class TestWhatArrives:
    def test_text_and_html_with_the_link_in_both_and_a_message_id_of_its_own(self, letterbox: Letterbox) -> None:
        mail = queued()
        assert deliver_due(now=START) == 1
        (message,) = letterbox.messages
        assert message.get_content_type() == "multipart/alternative"
        assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
        assert all(LINK in body_of(message, kind) for kind in ("plain", "html"))
        assert message["Message-ID"] == f"<{mail.public_id}@localhost>"
        assert message["To"] == "marleen@voorbeeld.nl" and message["Auto-Submitted"] == "auto-generated"

    def test_the_html_has_no_picture_no_script_and_one_heading(self, letterbox: Letterbox) -> None:
        queued()
        deliver_due(now=START)
        html = body_of(letterbox.messages[0], "html")
        assert 'lang="nl"' in html and html.count("<h1") == 1
        assert not any(tag in html for tag in ("<img", "<script", "<link", "http-equiv"))
        assert html.count(LINK) == 3, "the button, the link once more, and its text"

    def test_a_name_with_a_line_break_or_markup_harms_nothing(self, letterbox: Letterbox) -> None:
        queue_mail(
            kind="invitation",
            to_email="marleen@voorbeeld.nl",
            language="nl",
            words={"name": "Marleen\r\nBcc: iedereen@voorbeeld.nl", "other": "<b>Noor</b>", "until": "morgen"},
            secret={"link": LINK},
            unique_key="regels",
            now=START,
        )
        queued("twee")
        assert deliver_due(now=START) == 2
        message = letterbox.messages[0]
        assert message["Bcc"] is None and message["To"] == "marleen@voorbeeld.nl"
        assert "<b>" not in body_of(message, "html")


class TestOnce:
    def test_the_same_key_makes_one_mail_and_a_second_run_sends_nothing(self, letterbox: Letterbox) -> None:
        assert queued() == queued()
        assert [deliver_due(now=START), deliver_due(now=START + SECOND)] == [1, 0]
        assert len(letterbox.messages) == 1

    @pytest.mark.django_db(transaction=True)
    def test_two_workers_at_the_same_moment_send_each_mail_once(self, letterbox: Letterbox) -> None:
        expected = {f"<{queued(str(n)).public_id}@localhost>" for n in range(6)}
        start, sent = Barrier(3), []

        def work() -> None:
            start.wait()
            sent.append(deliver_due(now=START))
            connections.close_all()

        workers = [Thread(target=work) for _ in range(3)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert sum(sent) == 6
        assert sorted(str(one["Message-ID"]) for one in letterbox.messages) == sorted(expected)

    def test_what_was_cancelled_before_it_left_stays_home(self, letterbox: Letterbox) -> None:
        queued()
        cancel_mail(unique_key="een", now=START)
        assert deliver_due(now=START) == 0 and not letterbox.messages

    def test_it_does_not_leave_before_its_time(self, letterbox: Letterbox) -> None:
        queued(not_before=START + timedelta(hours=1))
        assert deliver_due(now=START + timedelta(hours=1) - SECOND) == 0
        assert deliver_due(now=START + timedelta(hours=1)) == 1
        assert len(letterbox.messages) == 1


class TestWhenTheServerSaysNo:
    def test_a_refused_connection_is_tried_again_after_waits_that_double(self, by_smtp: Any) -> None:
        queued()
        moment = START
        for tries in range(1, 4):
            assert deliver_due(now=moment) == 0
            mail = OutgoingMail.objects.get()
            assert (mail.tries, mail.last_error) == (tries, "connect ConnectionRefusedError")
            assert mail.not_before == moment + BACKOFF * 2 ** (tries - 1)
            assert deliver_due(now=mail.not_before - SECOND) == 0
            assert OutgoingMail.objects.get().tries == tries, "waiting is no try"
            moment = mail.not_before

    def test_while_the_server_is_gone_one_mail_knocks_for_all(self, by_smtp: Any) -> None:
        queued()
        queued("twee")
        deliver_due(now=START)
        assert sorted(OutgoingMail.objects.values_list("tries", flat=True)) == [0, 1]

    def test_it_arrives_once_the_server_is_back(self, letterbox: Letterbox) -> None:
        queued()
        letterbox.answer = "451 later, marleen@voorbeeld.nl"
        assert deliver_due(now=START) == 0
        assert OutgoingMail.objects.get().last_error == "content 451", "no address of anybody"
        letterbox.answer = "250 OK"
        assert deliver_due(now=START + BACKOFF - SECOND) == 0
        assert deliver_due(now=START + BACKOFF) == 1
        assert len(letterbox.messages) == 1

    def test_a_refusal_for_good_stops_at_once_and_the_next_mail_leaves(self, letterbox: Letterbox) -> None:
        queued()
        letterbox.answer = "554 marleen@voorbeeld.nl is unwelcome"
        assert deliver_due(now=START) == 0
        mail = OutgoingMail.objects.get()
        assert (mail.failed_at, mail.last_error, mail.sending_at) == (START, "content 554", None)
        letterbox.answer = "250 OK"
        queued("twee")
        assert deliver_due(now=START + timedelta(days=1)) == 1 and len(letterbox.messages) == 1
        assert send_again(mails=OutgoingMail.objects.all(), now=START + timedelta(days=1)) == 1
        assert deliver_due(now=START + timedelta(days=1)) == 1 and len(letterbox.messages) == 2

    def test_after_three_days_of_tries_it_is_given_up_and_can_still_be_sent_by_hand(self, by_smtp: Any) -> None:
        queued()
        moment = START
        for _ in range(MAX_TRIES):
            deliver_due(now=moment)
            moment = OutgoingMail.objects.get().not_before
        mail = OutgoingMail.objects.get()
        assert mail.failed_at is not None and timedelta(days=2) < mail.failed_at - START < timedelta(days=4)
        assert (mail.tries, mail.sent_at) == (MAX_TRIES, None) and moment <= mail.failed_at + LONGEST_BACKOFF
        assert deliver_due(now=moment + timedelta(days=1)) == 0
        assert OutgoingMail.objects.get().tries == MAX_TRIES
        assert (mail.secret or {})["link"] == LINK, "sealed, for who presses the button"

    def test_one_mail_that_cannot_be_written_does_not_hold_up_the_next(self, letterbox: Letterbox) -> None:
        OutgoingMail.objects.filter(pk=queued().pk).update(words={})
        queued("twee")
        assert deliver_due(now=START) == 1
        assert OutgoingMail.objects.get(unique_key="een").last_error == "writing KeyError"


class TestSecrets:
    def stored(self) -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM mail_outgoingmail")
            return str(cursor.fetchall())

    def test_the_link_lies_sealed_in_the_outbox_and_is_wiped_as_soon_as_it_left(self, letterbox: Letterbox) -> None:
        queued()
        assert "geheime-sleutel" not in self.stored()
        assert (OutgoingMail.objects.get().secret or {})["link"] == LINK
        deliver_due(now=START)
        mail = OutgoingMail.objects.get()
        assert mail.secret is None and mail.sent_at == START

    def test_a_cancelled_mail_forgets_its_link_too(self, by_smtp: Any) -> None:
        queued()
        cancel_mail(unique_key="een", now=START)
        assert OutgoingMail.objects.get().secret is None

    def test_without_mail_or_without_an_address_nothing_is_kept(self, settings: Any) -> None:
        settings.MAIL_MODE = "off"
        nothing = {"kind": "invitation", "language": "nl", "words": {}, "unique_key": "x", "now": START}
        assert queue_mail(to_email="marleen@voorbeeld.nl", **nothing) is None
        settings.MAIL_MODE = "smtp"
        assert queue_mail(to_email=None, **nothing) is None
        assert not OutgoingMail.objects.exists()

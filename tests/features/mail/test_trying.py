"""A mail to try with, and what comes by itself at an address that somebody typed."""

from __future__ import annotations

import pytest
from django.test import Client

from samenstroom.kit import clock
from samenstroom.mail.delivery import BACKOFF, deliver_due
from samenstroom.mail.invitations import Invitation
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import queue_mail
from samenstroom.mail.ways import way_from
from tests.features.mail.letterbox import Letterbox
from tests.features.mail.test_choices import table, to_marleen
from tests.people import START, Together, day

pytestmark = pytest.mark.django_db

__all__ = ["table"]


class TestTrying:
    """A button that sends her a mail, and says what became of it."""

    def page(self, table: Together, address: str = "/instellingen/mail/", **post: str) -> str:
        client = Client()
        client.force_login(table.noor if address.startswith("/i") else table.marleen)
        return (client.post(address, post, follow=True) if post else client.get(address)).content.decode()

    @pytest.mark.parametrize("address", ["/instellingen/mail/", "/kant/mail/"])
    def test_it_leaves_at_once_at_night_too_and_says_when(
        self, table: Together, letterbox: Letterbox, address: str
    ) -> None:
        with clock.frozen(day(0, 23)):
            assert "Stuur jezelf een proefmail" in self.page(table, address)
            assert "De proefmail staat klaar." in self.page(table, address, do="try")
            assert deliver_due(now=day(0, 23)) == 1
            assert letterbox.subjects() == ["Je proefmail is aangekomen"]
            assert "De mailserver nam hem aan om 00:00." in self.page(table, address)

    def test_it_says_what_is_wrong_and_whom_to_ask(self, table: Together, letterbox: Letterbox) -> None:
        with clock.frozen(START):
            self.page(table, do="try")
            letterbox.answer = "451 later"
            deliver_due(now=START)
            assert "De mailserver antwoordt niet. We proberen het vanzelf opnieuw." in self.page(table)
            letterbox.answer = "550 no"
            deliver_due(now=START + BACKOFF)
            assert self.page(table).count("De mailserver nam deze mail niet aan.") == 2, "also where she sends it again"

    def test_three_a_day_and_none_by_the_link_under_a_mail(self, table: Together) -> None:
        with clock.frozen(START):
            for _time in range(4):
                told = self.page(table, do="try")
            assert "Je vroeg vandaag al drie keer om een proefmail." in told
            assert OutgoingMail.objects.filter(kind="mail_trial").count() == 1, "pressed twice in a minute it is one"
            way = way_from(to_marleen(table))
            assert Client().post(f"/l/mail/{way}/", {"do": "try"}).status_code == 422
            assert "proefmail" not in Client().get(f"/l/mail/{way}/").content.decode()


def test_an_invitation_at_a_typed_address_that_is_late_by_a_fault_waits_for_the_morning(
    table: Together, letterbox: Letterbox
) -> None:
    letterbox.answer = "451 later"
    content = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
    mail = queue_mail(
        kind="outside_moment_agreed", to_email="sam@voorbeeld.nl", language="nl", words={"other": "Noor"},
        secret={"name": "Sam", "link": "https://voorbeeld.nl/"}, unique_key="sam", now=day(0, 16, 55), by=table.noor,
        invitation=Invitation(content, day(9), day(9, 11)),
    )  # fmt: skip
    assert mail is not None and deliver_due(now=day(0, 16, 55)) == 0
    letterbox.answer = "250 OK"
    assert deliver_due(now=day(0, 16, 55) + BACKOFF) == 0, "five past six in Amsterdam"
    assert deliver_due(now=day(1, 7)) == 1
    (message,) = letterbox.messages
    assert "/stop/>" in str(message["List-Unsubscribe"]), "who has the address can stop it"

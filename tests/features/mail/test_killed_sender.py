"""The sender is killed with SIGKILL at each step of a real SMTP conversation, by the server it talks to.

Every mail is in the letterbox once, or marked uncertain; none is lost and none comes twice by itself.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from queue import Queue
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from samenstroom.mail.delivery import STUCK_AFTER, deliver_due, leave_it, send_again
from samenstroom.mail.models import OutgoingMail
from tests.features.mail.letterbox import Letterbox, free_port
from tests.features.mail.sender import Sender
from tests.features.mail.test_delivery import queued
from tests.people import START

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")]

LATER = START + STUCK_AFTER + timedelta(seconds=1)
BEFORE_THE_CONTENT = ("connect", "EHLO", "MAIL", "RCPT", "DATA")


class DeadlyBox(Letterbox):
    """Kills who talks to it, once, at one step."""

    def __init__(self) -> None:
        super().__init__()
        self.step, self.victim = "", Queue[int]()

    def kill_at(self, step: str) -> None:
        if step == self.step:
            self.step = ""
            os.kill(self.victim.get(timeout=10), signal.SIGKILL)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        is_cut = self.step == "content"
        self.kill_at("content")
        if is_cut:
            return "451 not taken"
        said = await super().handle_DATA(server, session, envelope)
        self.kill_at("accepted")
        return said


class DeadlyServer(SMTP):
    """Tells the box of each step before it is answered."""

    event_handler: DeadlyBox

    def connection_made(self, transport: Any) -> None:
        self.event_handler.kill_at("connect")
        super().connection_made(transport)

    async def smtp_EHLO(self, hostname: str) -> None:
        self.event_handler.kill_at("EHLO")
        await super().smtp_EHLO(hostname)

    async def smtp_MAIL(self, arg: str | None) -> None:
        self.event_handler.kill_at("MAIL")
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:
        self.event_handler.kill_at("RCPT")
        await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:
        self.event_handler.kill_at("DATA")
        await super().smtp_DATA(arg)

    async def smtp_QUIT(self, arg: str) -> None:
        self.event_handler.kill_at("QUIT")
        await super().smtp_QUIT(arg)


class DeadlyController(Controller):
    def factory(self) -> SMTP:
        return DeadlyServer(self.handler)


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def sender(django_db_setup: None, django_db_blocker: Any, port: int) -> Iterator[Sender]:
    process = Sender(port)
    yield process
    process.stop()


@pytest.fixture
def killed_at(sender: Sender, port: int, by_smtp: Any) -> Iterator[Callable[[str], DeadlyBox]]:
    """Two mails wait; the sender dies at this step. The server lives on, for who tries later."""
    by_smtp.EMAIL_PORT = port
    box = DeadlyBox()
    controller = DeadlyController(box, hostname="127.0.0.1", port=port)
    controller.start()

    def kill(step: str) -> DeadlyBox:
        queued("een")
        queued("twee")
        box.step = step  # only now: the controller itself knocked when it started
        box.victim.put(sender.start(START))
        assert sender.ended_by() == signal.SIGKILL
        return box

    yield kill
    controller.stop()


def ids(box: DeadlyBox) -> list[str]:
    return sorted(str(one["Message-ID"]) for one in box.messages)


@pytest.mark.parametrize("step", [*BEFORE_THE_CONTENT, "QUIT"])
def test_killed_where_it_is_known_what_happened_everything_arrives_once(
    step: str, killed_at: Callable[[str], DeadlyBox]
) -> None:
    box = killed_at(step)
    assert deliver_due(now=START + timedelta(minutes=1)) == (0 if step == "QUIT" else 1), "the other one is not held up"
    deliver_due(now=LATER)
    assert ids(box) == sorted(f"<{one.public_id}@localhost>" for one in OutgoingMail.objects.all())
    assert not OutgoingMail.objects.filter(sent_at=None).exists()
    assert not OutgoingMail.objects.exclude(uncertain_at=None).exists()


@pytest.mark.parametrize(("step", "arrived"), [("content", 0), ("accepted", 1)])
def test_killed_where_nobody_knows_it_is_uncertain_and_never_sent_again_by_itself(
    step: str, arrived: int, killed_at: Callable[[str], DeadlyBox]
) -> None:
    box = killed_at(step)
    for moment in (START + timedelta(minutes=1), LATER, LATER + timedelta(days=2)):
        deliver_due(now=moment)
    mail = OutgoingMail.objects.get(unique_key="een")
    assert (mail.uncertain_at, mail.sent_at, mail.secret is None) == (LATER, None, False)
    assert OutgoingMail.objects.get(unique_key="twee").sent_at == START + timedelta(minutes=1)
    assert len(box.messages) == 1 + arrived
    assert send_again(mails=OutgoingMail.objects.all(), now=LATER) == 1
    assert deliver_due(now=LATER) == 1 and len(box.messages) == 2 + arrived, "on request, and under the same id"
    assert len(set(ids(box))) == 2
    assert send_again(mails=OutgoingMail.objects.all(), now=LATER) == 0


def test_what_is_uncertain_can_be_left_as_it_is(killed_at: Callable[[str], DeadlyBox]) -> None:
    killed_at("accepted")
    deliver_due(now=LATER)
    assert leave_it(mails=OutgoingMail.objects.all(), now=LATER) == 1
    mail = OutgoingMail.objects.get(unique_key="een")
    assert mail.settled_at == LATER and mail.secret is None and mail.sent_at is None
    assert send_again(mails=OutgoingMail.objects.all(), now=LATER) == 0

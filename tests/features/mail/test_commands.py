"""What the operator can ask: how the outbox stands, in numbers, and whether the mail server can be spoken with."""

from __future__ import annotations

import socket
from io import StringIO
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from django.core.management import CommandError, call_command
from django.test import Client

from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.previews import kinds, preview
from tests.features.mail.letterbox import Letterbox
from tests.features.mail.test_delivery import queued
from tests.people import START


def said(*command: str, **more: Any) -> tuple[str, int]:
    """What a command writes, and how it ends."""
    out, code = StringIO(), 0
    try:
        call_command(*command, stdout=out, **more)
    except SystemExit as ended:
        code = int(ended.code or 0)
    return out.getvalue(), code


@pytest.mark.django_db
class TestTheOutboxInNumbers:
    def test_it_tells_kinds_and_reasons_and_nobody(self, by_smtp: Any) -> None:
        for number, changes in enumerate(
            ({"failed_at": START, "last_error": "recipient 550"}, {"uncertain_at": START, "last_error": "content stopped"}, {})
        ):  # fmt: skip
            OutgoingMail.objects.filter(pk=queued(str(number)).pk).update(**changes)
        text, code = said("mail")
        assert code == 1
        assert "1 waiting" in text and "FAILED 1 of invitation: the mail server refused the address (550)" in text
        assert "UNCERTAIN 1 of invitation" in text
        assert not any(word in text for word in ("marleen", "Marleen", "Noor", "http"))
        assert said("mail", "--again", "failed") == ("1 will be sent again.\n", 0)
        assert said("mail", "--leave", "uncertain") == ("1 left as they are.\n", 0)
        assert said("mail")[1] == 0


class Doorkeeper(Letterbox):
    """Refuses at the step it is told to."""

    def __init__(self, refuses: str = "") -> None:
        super().__init__()
        self.refuses = refuses

    async def handle_MAIL(self, _s: SMTP, _n: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        envelope.mail_from = address
        return "550 not your address" if self.refuses == "sender" else "250 OK"

    async def handle_RCPT(self, _s: SMTP, _n: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        envelope.rcpt_tos.append(address)
        return "550 no such person" if self.refuses == "recipient" else "250 OK"


class TestTryingTheSettings:
    def tried(self, settings: Any, box: Doorkeeper, **server: Any) -> tuple[str, int]:
        controller = Controller(box, hostname="127.0.0.1", port=settings.EMAIL_PORT, **server)
        controller.start()
        try:
            return said("mail_test", "noor@voorbeeld.nl")
        finally:
            controller.stop()

    def test_all_is_well(self, by_smtp: Any) -> None:
        box = Doorkeeper()
        text, code = self.tried(by_smtp, box)
        assert code == 0 and text.count("  ok  ") == 6 and "It took the mail." in text
        assert box.subjects() == ["Samenstroom: mail works"]

    @pytest.mark.parametrize(
        ("refuses", "words"), [("sender", "The sender was refused"), ("recipient", "The address was refused")]
    )
    def test_who_is_refused_is_said(self, by_smtp: Any, refuses: str, words: str) -> None:
        text, code = self.tried(by_smtp, Doorkeeper(refuses))
        assert code == 1 and words in text and "The server said: 550" in text

    def test_a_wrong_password(self, by_smtp: Any) -> None:
        by_smtp.EMAIL_HOST_USER, by_smtp.EMAIL_HOST_PASSWORD = "samenstroom", "geheim"
        refuse = lambda *_args: AuthResult(success=False, handled=False)  # noqa: E731
        text, code = self.tried(by_smtp, Doorkeeper(), authenticator=refuse, auth_require_tls=False, auth_required=True)
        assert code == 1 and "User or password was refused" in text and "geheim" not in text

    def test_a_server_without_a_safe_connection(self, by_smtp: Any) -> None:
        by_smtp.EMAIL_USE_TLS = True
        text, code = self.tried(by_smtp, Doorkeeper())
        assert code == 1 and "No safe connection" in text

    def test_nobody_answers(self, by_smtp: Any) -> None:
        text, code = said("mail_test", "noor@voorbeeld.nl")
        assert code == 1 and "The name of the mail server was found." in text and "does not answer" in text

    def test_a_name_that_does_not_exist(self, by_smtp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        def unknown(*_args: Any, **_more: Any) -> None:
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        text, code = said("mail_test", "noor@voorbeeld.nl")
        assert code == 1 and "The name of the mail server was not found" in text

    def test_without_settings_or_with_a_wrong_address_it_says_what_to_do(self, by_smtp: Any) -> None:
        with pytest.raises(CommandError, match="does not look like"):
            said("mail_test", "noor")
        by_smtp.MAIL_MODE = "off"
        with pytest.raises(CommandError, match="SAMENSTROOM_SMTP_URL"):
            said("mail_test", "noor@voorbeeld.nl")


class TestEveryMailToLookAt:
    def test_every_kind_opens_in_both_languages_as_text_and_as_html(self) -> None:
        shown = client_page("/onderdelen/mail/")
        every = [kind for _subject, found in kinds() for kind in found]
        assert len(every) == len(set(every))
        for kind in every:
            for language in ("nl", "en"):
                address = f"/onderdelen/mail/{kind}/{language}/"
                assert f'href="{address}"' in shown
                assert preview(kind, language) is not None
        assert 'lang="en"' in client_page("/onderdelen/mail/reveal/en/html/")
        assert "Noor stelt een ritme voor" in client_page("/onderdelen/mail/digest/nl/")
        assert Client().get("/onderdelen/mail/reveal/fr/").status_code == 404

    def test_only_a_mail_has_its_style_inline(self) -> None:
        policy = Client().get("/onderdelen/mail/reveal/nl/html/").headers["Content-Security-Policy"]
        assert "style-src 'unsafe-inline'" in policy and "script-src 'none'" in policy
        assert "unsafe-inline" not in Client().get("/onderdelen/mail/").headers["Content-Security-Policy"]


def client_page(address: str) -> str:
    return Client().get(address).content.decode()

"""Speaks with the mail server and says step by step how far it came."""

import sys
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from samenstroom.mail.smtp import HandoverError, Outcome, Postman, Server, Step
from samenstroom.mail.trying import trial_parcel

WENT_WELL = {
    Step.DNS: "The name of the mail server was found.",
    Step.CONNECT: "The mail server answers.",
    Step.TLS: "The connection is safe.",
    Step.LOGIN: "User and password are right.",
    Step.SENDER: "The sender is welcome.",
    Step.RECIPIENT: "The address is welcome.",
    Step.DATA: "It wants to have the mail.",
    Step.CONTENT: "It took the mail. Look whether it arrives, and not between unwanted mail.",
}
WENT_WRONG = {
    Step.DNS: "The name of the mail server was not found. Check the host in SAMENSTROOM_SMTP_URL.",
    Step.CONNECT: "The mail server does not answer. Check host and port, and whether a firewall is in between.",
    Step.TLS: "No safe connection. Check ?tls= (starttls, ssl or none) and the certificate of the server.",
    Step.LOGIN: "User or password was refused. In SAMENSTROOM_SMTP_URL a @ is written as %40 and a : as %3A.",
    Step.SENDER: "The sender was refused. Check SAMENSTROOM_MAIL_FROM: many servers take only an address of your own.",
    Step.RECIPIENT: "The address was refused. Does it exist, and may you send to it from here?",
    Step.DATA: "The server does not want mail at this moment.",
    Step.CONTENT: "The server looked at the mail and refused it, perhaps as unwanted mail.",
}


class Command(BaseCommand):
    """samenstroom mail-test ADDRESS"""

    help = (
        "Send one test mail to ADDRESS, now, and say which step went wrong, if any. "
        "Exit code 0: the server took it; 1: it did not."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        if settings.MAIL_MODE != "smtp":
            raise CommandError(
                "No mail server is set. Set SAMENSTROOM_SMTP_URL (see the README), and leave SAMENSTROOM_MAIL empty."
            )
        try:
            validate_email(address)
        except ValidationError:
            raise CommandError(f"{address} does not look like an e-mail address.") from None
        server = Server.from_settings()
        self.stdout.write(
            f"Mail server {server.host}, port {server.port}, {_safety(server)}, sender {settings.DEFAULT_FROM_EMAIL}"
        )
        try:
            with Postman(server, tell=lambda step: self.stdout.write(f"  ok     {WENT_WELL[step]}")) as postman:
                postman.hand_over(trial_parcel(address), may_send=lambda: True)
        except HandoverError as error:
            self._explain(error)
            sys.exit(1)

    def _explain(self, error: HandoverError) -> None:
        self.stdout.write(f"  WRONG  {WENT_WRONG[error.step]}")
        said = " ".join(part for part in (error.detail, " ".join(error.said.split())) if part)
        self.stdout.write(f"         The server said: {said}" if error.detail.isdigit() else f"         {said}")
        if error.outcome is Outcome.UNCERTAIN:
            self.stdout.write("         It may have taken the mail: nobody told us.")


def _safety(server: Server) -> str:
    return {"ssl": "safe from the start (ssl)", "starttls": "made safe (starttls)", "none": "not encrypted"}[server.tls]

"""Says how the outbox stands, in numbers, and settles what may not have arrived."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from samenstroom.kit import clock
from samenstroom.mail.delivery import leave_it, send_again
from samenstroom.mail.queries import OutboxCounts, in_trouble, outbox_counts

MEANING = {
    "dns": "the name of the mail server was not found",
    "connect": "the mail server did not answer",
    "tls": "no safe connection",
    "login": "the mail server refused user or password",
    "sender": "the mail server refused our sender address",
    "recipient": "the mail server refused the address",
    "data": "the mail server refused to take mail",
    "content": "the mail server refused the mail itself",
    "stopped": "whoever has the address wants no such mail",
    "writing": "a fault of ours: see the log",
}


class Command(BaseCommand):
    """samenstroom mail [--again WHICH | --leave WHICH]"""

    help = (
        "Say how the outbox stands: how much waits, what failed and what is uncertain (handed over, but the mail "
        "server never said that it took it). Numbers only: no address, name or text. Exit code 1: something needs a "
        "look."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument(
            "--again", choices=["failed", "uncertain"], help="send these once more; uncertain ones may arrive twice"
        )
        which.add_argument(
            "--leave", choices=["failed", "uncertain"], help="leave these as they are; their links are wiped"
        )

    def handle(self, *args: Any, again: str | None, leave: str | None, **options: Any) -> None:
        now = clock.now()
        if again:
            count = send_again(mails=in_trouble(is_uncertain=again == "uncertain"), now=now)
            self.stdout.write(f"{count} will be sent again.")
        elif leave:
            self.stdout.write(
                f"{leave_it(mails=in_trouble(is_uncertain=leave == 'uncertain'), now=now)} left as they are."
            )
        else:
            counts = outbox_counts(now)
            self.stdout.write("\n".join(_told(counts)))
            if counts.failed or counts.uncertain:
                raise SystemExit(1)


def _told(counts: OutboxCounts) -> list[str]:
    lines = [
        f"Mail is {settings.MAIL_MODE}.",
        f"{counts.sent_today} sent in the last 24 hours, {counts.waiting} waiting, {counts.gathered} being gathered.",
    ]
    if counts.oldest_due:
        lines.append(f"The oldest that could leave is ready since {counts.oldest_due.isoformat(timespec='minutes')}.")
    lines += [f"  {count} tried again: {_why(error)}" for error, count in counts.retrying.most_common()]
    lines += [f"FAILED {count} of {kind}: {_why(error)}" for (kind, error), count in counts.failed.most_common()]
    lines += [f"UNCERTAIN {count} of {kind}: {error}" for (kind, error), count in counts.uncertain.most_common()]
    if counts.failed or counts.uncertain:
        lines.append(
            "People see their own at Instellingen, Mail. Or: samenstroom mail --again failed, or --leave uncertain."
        )
    return lines


def _why(error: str) -> str:
    step, _space, detail = error.partition(" ")
    return f"{MEANING.get(step, step)} ({detail})" if detail else MEANING.get(step, step)

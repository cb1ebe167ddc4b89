"""What mail is about and what became of it, in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samenstroom.kit import clock
from samenstroom.rules.mail_hours import Often
from samenstroom.rules.mail_subjects import Subject

from .choices import Chosen
from .models import OutgoingMail
from .outbox import STOPPED

SUBJECTS = {
    Subject.CHECKINS: lazy("Check-ins en terugkijken"),
    Subject.PROPOSALS: lazy("Voorstellen en vragen"),
    Subject.AGREEMENT: lazy("De overeenkomst"),
    Subject.TALKS: lazy("Feedback en meningsverschillen"),
    Subject.ENDINGS: lazy("Afscheid en overdracht"),
    Subject.OUTSIDE: lazy("Mensen die meelezen of meekijken"),
    Subject.OTHER: lazy("Ander nieuws"),
}
OFTEN = {
    Often.AT_ONCE: lazy("Meteen"),
    Often.DAILY: lazy("Eén keer per dag, bij elkaar"),
    Often.WEEKLY: lazy("Eén keer per week, bij elkaar"),
    Often.NEVER: lazy("Niet"),
}
DAYS = (
    lazy("maandag"),
    lazy("dinsdag"),
    lazy("woensdag"),
    lazy("donderdag"),
    lazy("vrijdag"),
    lazy("zaterdag"),
    lazy("zondag"),
)


def hours_line(chosen: Chosen) -> str:
    """Her hours in a few words, for the page of settings."""
    words = {"days": _days(chosen.weekdays), "opens": chosen.opens, "closes": chosen.closes}
    return _("%(days)s, van %(opens)s tot %(closes)s uur") % words


def trouble_line(mail: OutgoingMail) -> str:
    """What we know of a mail that may not have arrived."""
    if mail.uncertain_at:
        return _("We gaven deze mail af, maar hoorden niet of hij is aangekomen.")
    if mail.last_error == STOPPED:
        return _("Niet verstuurd. Wie dit adres heeft, wil geen mail meer die jij laat sturen.")
    if mail.last_error.startswith("writing"):
        return _("Niet verstuurd. Er ging iets mis bij ons.")
    if mail.last_error.startswith(("recipient 5", "data 5", "content 5")):
        return _("Niet aangekomen. De mailserver nam deze mail niet aan.")
    return _("Niet aangekomen. We hebben het drie dagen geprobeerd.")


def trial_line(mail: OutgoingMail) -> str:
    """What became of a mail she tries with, in a sentence and what to do next."""
    if mail.uncertain_at or mail.failed_at:
        return trouble_line(mail)
    if mail.sent_at:
        words = {"time": f"{mail.sent_at.astimezone(clock.AMSTERDAM):%H:%M}"}
        return _("De mailserver nam hem aan om %(time)s. Zie je hem niet? Kijk dan bij ongewenste mail.") % words
    if mail.tries:
        return _("De mailserver antwoordt niet. We proberen het vanzelf opnieuw. Vraag het ook wie deze plek beheert.")
    return _("De proefmail staat klaar. Hij vertrekt binnen een paar minuten.")


def _days(weekdays: Iterable[int]) -> str:
    days = sorted(weekdays)
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return _("%(first)s tot en met %(last)s") % {"first": DAYS[days[0]], "last": DAYS[days[-1]]}
    return ", ".join(str(DAYS[day]) for day in days)

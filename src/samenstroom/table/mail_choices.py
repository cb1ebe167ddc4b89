"""Mail and reminders: when and how often she is mailed, and what did not arrive. One page for both doors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language
from samenstroom.mail.choices import choose_mail, chosen_by
from samenstroom.mail.delivery import leave_it, send_again
from samenstroom.mail.forms import ChoiceForm
from samenstroom.mail.outbox import mail_is_on
from samenstroom.mail.trying import newest_trial, queue_trial
from samenstroom.mail.wording import SUBJECTS, trial_line, trouble_line
from samenstroom.rules.mail_subjects import subject_of

from .access import mail_trouble_or_404, mail_troubles
from .page import door_of, posted

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person
    from samenstroom.mail.models import OutgoingMail


@dataclass(frozen=True)
class Trouble:
    """A mail that may not have arrived, in words. `can_go_again` is false when its link is gone."""

    public_id: str
    about: str
    line: str
    can_go_again: bool


def mail_choices(request: HttpRequest, person: Person, *, is_signed_in: bool = True) -> HttpResponse:
    """Her choices, to read and to change. By a link from a mail she sees no mail: only the choices."""
    if is_signed_in and request.method == "POST" and request.POST.get("do") == "try":
        return _try(request, person)
    form = ChoiceForm(posted(request), chosen_by(person))
    if request.method == "POST" and form.is_valid():
        choose_mail(person=person, chosen=form.chosen(), now=clock.now())
        messages.success(request, _("Bewaard. Dit geldt ook voor mail die al klaarstaat."))
        return HttpResponseRedirect(request.path)
    trial = newest_trial(person, clock.now()) if is_signed_in else None
    page = {
        "form": form,
        "trial": trial_line(trial) if trial else "",
        "troubles": [_told(mail) for mail in mail_troubles(person)] if is_signed_in else [],
        "mail_is_on": mail_is_on(),
        "has_address": bool(person.email),
        "is_signed_in": is_signed_in,
        "layout": f"{door_of(request)}/layout.html",
        "door": door_of(request),
        "circle": "private",
    }
    return render(request, "table/mail/choices.html", page, status=422 if form.is_bound else 200)


def _try(request: HttpRequest, person: Person) -> HttpResponse:
    """A mail to her own address, to see that mail reaches her."""
    try:
        queue_trial(person=person, page=reverse(f"{door_of(request)}:mail_choices"), now=clock.now())
    except TooManyTriesError:
        messages.info(request, _("Je vroeg vandaag al drie keer om een proefmail. Probeer het morgen weer."))
    return HttpResponseRedirect(f"{reverse(f'{door_of(request)}:mail_choices')}#proef")


def settle_mail(request: HttpRequest, person: Person, mail: str) -> HttpResponse:
    """A mail that may not have arrived: send it again, or leave it."""
    found = mail_trouble_or_404(person, mail)
    if request.POST.get("do") == "again" and send_again(mails=found, now=clock.now()):
        messages.success(request, _("De mail staat weer klaar om te vertrekken."))
    elif leave_it(mails=found, now=clock.now()):
        messages.success(request, _("Goed. We laten het zo."))
    return HttpResponseRedirect(reverse(f"{door_of(request)}:mail_choices"))


def _told(mail: OutgoingMail) -> Trouble:
    words = {"date": long_date(clock.day_of(mail.queued_at), language()), "address": mail.to_email}
    if mail.person_id is None:
        about = _("Mail aan %(address)s, %(date)s") % words
    else:
        about = _("Mail aan jou over %(subject)s, %(date)s") % {
            **words,
            "subject": str(SUBJECTS[subject_of(mail.kind)]).lower(),
        }
    return Trouble(mail.public_id, about, trouble_line(mail), mail.secret is not None)

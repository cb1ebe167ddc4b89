"""Somebody who has her mail gathered."""

from __future__ import annotations

from samenstroom.flows.letters import letter_to
from samenstroom.mail.choices import Chosen, choose_mail
from samenstroom.mail.gathering import gather_due
from samenstroom.mail.trying import queue_trial
from samenstroom.rules.mail_hours import Often
from samenstroom.rules.mail_subjects import Subject
from tests.people import day, ruben, together, with_account


def tries_whether_mail_comes() -> None:
    """Somebody of her own asks for a trial mail."""
    person = with_account("Kim Bos", "kim@voorbeeld.nl")
    queue_trial(person=person, page="/instellingen/mail/", now=day(14))


def has_her_mail_gathered() -> None:
    """Ruben, at a table of his own: a proposal for him waits for the next morning."""
    me = ruben()
    choose_mail(person=me, chosen=Chosen(often=dict.fromkeys(Subject, Often.DAILY)), now=day(13))
    table = together(by=me)
    letter_to(table.noors_seat.party).queue("rhythm_proposed", "gathered", day(14))
    gather_due(now=day(15))

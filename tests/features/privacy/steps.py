"""What mail about privacy needs to go out, with a mark in all that is written."""

from __future__ import annotations

from datetime import date

from django.test import override_settings

from samenstroom.farewell.actions.keeping import agree_term, propose_term
from samenstroom.farewell.models import Ending
from samenstroom.flows.erasing import wish_to_be_erased
from samenstroom.flows.keep_terms import sweep_terms
from samenstroom.flows.privacy_questions import put_question
from tests.people import Together, day


def is_careful_with_what_is_kept(table: Together, mark: str) -> None:
    """A day comes near until which both keep it, somebody asks the operator, and Noor wants everything erased."""
    Ending.objects.filter(collaboration=table.collaboration).update(closed_at=day(26))
    term = propose_term(seat=table.noors_seat, until=date(2026, 2, 20), now=day(27))
    agree_term(term=term, seat=table.marleens_seat, now=day(27))
    sweep_terms(now=day(28))
    with override_settings(OPERATOR_EMAIL="beheer@voorbeeld.nl"):
        put_question(name=mark, contact="sanne@voorbeeld.nl", words=mark, sender="1", now=day(28))
    wish_to_be_erased(person=table.noor, now=day(28))

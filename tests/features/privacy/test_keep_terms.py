"""Until when both keep a closed collaboration: told twice, and then what is of both is gone and what is hers stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import HistoryLine
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.exploring.models import Feeling
from samenstroom.farewell.actions.keeping import agree_term, propose_term
from samenstroom.flows.keep_terms import sweep_terms
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.doors.ending_steps import closed
from tests.people import Together, answer, day, together

UNTIL = date(2026, 3, 16)  # day 70


def agreed() -> Together:
    table = together()
    Person.objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl", email_confirmed_at=day(0))
    answer(table.round, table.noors_seat, remark="Fijn zo.", now=day(1))
    note_feeling(
        person=table.noor, collaboration=table.collaboration, step=4, sussed=False, words="Goed.", subject="",
        prediction="", percent=None, known_on=None, now=day(2),
    )  # fmt: skip
    with clock.frozen(day(3)):
        closed(table)
    term = propose_term(seat=table.noors_seat, until=UNTIL, now=day(21))
    agree_term(term=term, seat=table.marleens_seat, now=day(22))
    return table


@pytest.mark.django_db
class TestTheDayBothAgreedOn:
    def test_both_are_told_twice_and_then_only_what_is_of_both_goes(self, settings) -> None:
        settings.MAIL_MODE = "preview"
        table = agreed()
        for n in (30, 45, 46, 64, 65, 69):
            assert sweep_terms(now=day(n)) == 0
        assert OutgoingMail.objects.filter(kind="keep_term_near").count() == 4
        client = Client()
        client.force_login(table.noor)
        with clock.frozen(day(60)):
            assert "wordt gewist wat jullie deelden" in client.get(reverse("workspace:today")).content.decode()
        assert (sweep_terms(now=day(70)), sweep_terms(now=day(71))) == (1, 0)
        assert list(HistoryLine.objects.values_list("kind", flat=True)) == ["shared_erased"]
        assert Feeling.objects.get().words == "Goed."
        assert not Person.objects.filter(pk=table.marleen.pk).exists(), "she had only a link to this table"
        here = {"collaboration": table.collaboration.public_id}
        with clock.frozen(day(71)):
            for name in ("collaboration", "logbook", "dossier", "ending", "shared", "insight"):
                page = client.get(reverse(f"workspace:{name}", kwargs=here))
                assert page.status_code == 200, name
            assert (
                "Wat jullie deelden, is gewist"
                in client.get(reverse("workspace:logbook", kwargs=here)).content.decode()
            )

    def test_nothing_goes_within_a_week_of_the_first_warning(self) -> None:
        agreed()
        assert [sweep_terms(now=day(n)) for n in (90, 95, 97)] == [0, 0, 1]

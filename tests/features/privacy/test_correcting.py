"""Correcting, and asking the operator."""

from __future__ import annotations

import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows.privacy_questions import put_question
from samenstroom.mail.models import OutgoingMail
from samenstroom.privacy.actions.correcting import remark_beside, rename_seat
from samenstroom.privacy.actions.questions import answered, forget_answered
from samenstroom.privacy.models import PrivacyQuestion
from tests.people import day, together


@pytest.mark.django_db
class TestCorrecting:
    def test_her_name_changes_at_this_table_once_and_both_read_it(self) -> None:
        table = together()
        for _twice in range(2):
            rename_seat(seat=table.marleens_seat, name="Marleen de Wit", now=day(1))
        assert table.marleens_seat.name == "Marleen de Wit"
        assert HistoryLine.objects.get(kind="renamed").data["before"] == "Marleen de Vries"

    def test_a_remark_lies_beside_what_the_other_wrote_once(self) -> None:
        table = together()
        for _twice in range(2):
            remark_beside(seat=table.marleens_seat, about="het verslag", words="Ik was er niet bij.", now=day(1))
        assert HistoryLine.objects.filter(kind="correction").count() == 1

    @pytest.mark.parametrize("door", ["workspace", "portal"])
    def test_a_remark_without_words_is_asked_again_and_a_whole_one_is_in_the_logbook(self, door: str) -> None:
        table = together()
        client = Client()
        client.force_login(table.noor if door == "workspace" else table.marleen)
        here = {"collaboration": table.collaboration.public_id}
        page = reverse(f"{door}:privacy_correct_table", kwargs=here)
        wrong = client.post(page, {"do": "remark", "about": "het verslag", "words": ""})
        assert wrong.status_code == 422 and 'value="het verslag"' in wrong.content.decode()
        assert (
            client.post(page, {"do": "remark", "about": "het verslag", "words": "Zo was het niet."}).status_code == 302
        )
        book = client.get(reverse(f"{door}:logbook", kwargs=here)).content.decode()
        assert "noteerde dat dit niet klopt: het verslag" in book and "Zo was het niet." in book


@pytest.mark.django_db
class TestAskingTheOperator:
    def ask(self, contact: str) -> str:
        told = {"name": "Sanne", "contact": contact, "words": "Wat bewaart iemand hier over mij?"}
        page = Client().post(reverse("privacy_ask"), told).content.decode()
        return re.sub(r'value="[^"]{64}"', "", page)

    def test_who_is_known_and_who_is_not_get_the_same_answer_until_there_were_too_many(self, settings) -> None:
        settings.MAIL_MODE, settings.OPERATOR_EMAIL = "preview", "beheer@voorbeeld.nl"
        together()
        assert self.ask("noor@voorbeeld.nl") == self.ask("niemand@voorbeeld.nl")
        assert OutgoingMail.objects.filter(kind="privacy_question", words={}).count() == 2
        self.ask("a@voorbeeld.nl")
        assert "Probeer het morgen weer" in self.ask("b@voorbeeld.nl")
        assert PrivacyQuestion.objects.count() == 3

    def test_the_operator_reads_it_answers_and_it_goes_a_year_later(self, capsys) -> None:
        made = put_question(name="Sanne", contact="s@voorbeeld.nl", words="Wat staat er?", sender="1", now=day(0))
        call_command("questions")
        assert "Wat staat er?" in capsys.readouterr().out
        call_command("questions", answered=made.public_id)
        assert answered(public_id=made.public_id, now=day(1)) and not answered(public_id="geen", now=day(1))
        assert forget_answered(now=day(1)) == 0
        PrivacyQuestion.objects.update(answered_at=day(0))
        assert forget_answered(now=day(366)) == 1

    @pytest.mark.parametrize("name", ["privacy_statement", "privacy_processor", "privacy_records"])
    def test_the_texts_name_who_runs_this_place(self, name: str, settings) -> None:
        page = Client().get(reverse(name)).content.decode()
        assert str(settings.OPERATOR_NAME) in page and "{operator}" not in page and "AVG, artikel" in page

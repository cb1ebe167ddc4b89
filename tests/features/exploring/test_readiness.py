"""A readiness test that was sent: one reader, one row, a year at most, and perhaps a collaboration."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.exploring.actions.readiness import KEPT_FOR, forget_readiness, see_readiness, throw_away_readiness
from samenstroom.exploring.models import ReadinessAnswer
from samenstroom.exploring.queries.readiness import (
    new_readiness_count,
    readiness_answers_of,
    readiness_by_id,
    readiness_by_table,
    readiness_of,
)
from samenstroom.exploring.weighed import Lean
from samenstroom.exploring.wording.readiness import holding_back, mirror_page, weighed_readiness
from samenstroom.flows.readiness import ONE_PAGE, ONE_SENDER, begin_from_readiness
from samenstroom.mail.models import OutgoingMail
from samenstroom.watch.arrivals import arrivals
from tests.features.exploring.readiness_steps import choices, opened, sent
from tests.people import day, karin, marleen_at, noor, ruben, visit

pytestmark = pytest.mark.django_db


def test_only_she_to_whom_it_was_sent_reads_it() -> None:
    me = noor()
    answer = sent(opened(me))
    for other in (ruben(), karin(colleague_of=me)):
        assert not readiness_answers_of(other).exists()
        assert readiness_by_id(other, answer.public_id) is None
        assert arrivals(other) == []
    assert readiness_by_id(me, answer.public_id) == answer


def test_the_same_form_sent_twice_makes_one_and_counts_once() -> None:
    page = opened(noor())
    first, again = sent(page), sent(page, now=day(0, 10))
    assert first == again and ReadinessAnswer.objects.count() == 1
    sent(page, words="Nog een woord erbij.")
    assert ReadinessAnswer.objects.count() == 2, "what she changed is not lost"


def test_no_word_of_it_is_readable_in_the_database() -> None:
    answer = sent(opened(noor()), words="Ik vind dit spannend.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM exploring_readinessanswer")
        row = " ".join(str(value) for value in cursor.fetchone())
    for word in ("Marleen", "06 1234", "spannend", "hand_over", "vast moment"):
        assert word not in row
    assert (answer.name, answer.answers["letting_go"]["choice"]) == ("Marleen de Vries", "hand_over")


def test_one_computer_sends_five_in_an_hour_and_a_page_takes_forty_in_a_day() -> None:
    page = opened(noor())
    for number in range(ONE_SENDER.times):
        sent(page, token=str(number))
    with pytest.raises(TooManyTriesError):
        sent(page, token="te vaak")
    assert ReadinessAnswer.objects.count() == ONE_SENDER.times
    for number in range(ONE_PAGE.times - ONE_SENDER.times):
        sent(page, token=f"ander {number}", sender=f"192.0.2.{number + 2}")
    with pytest.raises(TooManyTriesError):
        sent(page, token="nog een", sender="198.51.100.1")
    sent(opened(ruben(), slug="ruben-smit"), token="elders")
    sent(page, token="morgen", now=day(1, 10))


def test_vandaag_says_it_once_until_she_looked(django_assert_num_queries: Any) -> None:
    page = opened(me := noor())
    first = sent(page)
    assert [item.title for item in arrivals(me)] == ["Iemand deed je zelftest"]
    sent(page, token="tweede")
    with django_assert_num_queries(1):
        assert [item.title for item in arrivals(me)] == ["Een paar mensen deden je zelftest"]
    for answer in ReadinessAnswer.objects.all():
        see_readiness(answer=answer, now=day(1))
        see_readiness(answer=answer, now=day(2))
    assert arrivals(me) == [] and new_readiness_count(me) == 0
    first.refresh_from_db()
    assert first.seen_at == day(1)


def test_a_mail_says_that_there_is_something_once_a_day(settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    page = opened(noor())
    for number in range(3):
        sent(page, token=str(number))
    sent(page, token="morgen", now=day(1))
    mails = list(OutgoingMail.objects.order_by("pk"))
    assert [mail.kind for mail in mails] == ["readiness_received"] * 2
    assert all(mail.words == {"name": "Noor"} for mail in mails)


def test_a_collaboration_comes_of_it_once_and_only_she_finds_the_test_there() -> None:
    page = opened(me := noor())
    answer = sent(page)
    given = {"name": "Studio Lindenhof", "other_name": "Marleen de Vries", "kind": "client_va", "country": "NL"}
    made = begin_from_readiness(answer=answer, now=day(1), **given)
    assert begin_from_readiness(answer=answer, now=day(1), **given) == made
    assert made.stage == "explore"
    assert readiness_of(visit(me, made)) == answer
    marleen = marleen_at(made, now=day(2))
    assert readiness_of(visit(marleen, made)) is None and weighed_readiness(visit(marleen, made)) == []


def test_after_a_year_it_is_gone_unless_a_collaboration_came_of_it() -> None:
    page = opened(noor())
    kept, gone = sent(page, token="een"), sent(page, token="twee")
    begin_from_readiness(answer=kept, name="A", other_name="B", kind="client_va", country="NL", now=day(1))
    assert forget_readiness(now=day(0) + KEPT_FOR - timedelta(seconds=1)) == 0
    assert forget_readiness(now=day(0) + KEPT_FOR) == 1
    assert forget_readiness(now=day(0) + KEPT_FOR) == 0
    assert list(ReadinessAnswer.objects.all()) == [kept] and gone.pk is not None
    throw_away_readiness(answer=kept)
    assert not ReadinessAnswer.objects.exists()


def test_what_counts_at_the_decision_is_said_in_sentences_without_a_number() -> None:
    page = opened(me := noor())
    answer = sent(page, chosen=choices("closed", "mixed", "unknown"))
    made = begin_from_readiness(answer=answer, name="A", other_name="M", kind="client_va", country="NL", now=day(1))
    lines = weighed_readiness(visit(me, made))
    assert [holding_back(one) for one in readiness_by_table(me)[made.pk]] == [1]
    assert [line.lean for line in lines] == [Lean.AGAINST, Lean.OPEN, Lean.FOR]
    assert lines[0].text.startswith("Loslaten: Marleen de Vries koos “Het moet gaan zoals")
    assert "vertrouwen op vakkennis, ruimte voor verandering" in lines[1].text
    assert lines[0].source == "Zelftest, 5 januari 2026"
    assert (lines[0].page, dict(lines[0].parts)) == ("readiness_answer", {"answer": answer.public_id})
    assert not any(character.isdigit() for line in lines for character in line.text)


def test_the_mirror_says_why_and_gives_a_tip_for_what_may_rub() -> None:
    answers = sent(opened(noor()), chosen=choices(*["closed"] * 7)).answers
    page = mirror_page(answers, "Noor")
    assert [len(page.there), len(page.rubs), len(page.first)] == [3, 7, 3]
    assert all(point.why and point.tip and point.talk and point.ask for point in page.rubs)
    assert page.closing["title"] == "Misschien past een andere vorm nu beter"


def test_what_the_test_no_longer_asks_is_still_shown_as_it_was_answered() -> None:
    answer = sent(opened(noor()))
    answers = {**answer.answers, "gone": {"choice": "x", "question": "Oude vraag?", "answer": "Oud antwoord."}}
    page = mirror_page(answers, "Noor")
    assert len(page.there) == 10

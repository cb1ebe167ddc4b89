"""References: one browser has the link, only who asks reads the answers, silence is no evidence."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import visits_of
from samenstroom.exploring.actions.references import (
    GoneError,
    NothingSaidError,
    ask_reference,
    claim_reference,
    forget_unsent,
    mint_reference_link,
    note_reference,
    save_reference,
    send_reference,
    withdraw_reference,
)
from samenstroom.exploring.models import ReferenceRequest
from samenstroom.exploring.queries.references import references_by_table, references_of
from samenstroom.exploring.weighed import Lean
from samenstroom.exploring.wording.references import weighed_references
from samenstroom.flows.references import hand_in_reference, mail_reference
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from tests.people import Together, day, started, together

pytestmark = pytest.mark.django_db

SAID = {"again": {"choice": "if_otherwise", "words": "Met een voorschot."}, "payment": {"choice": "", "words": ""}}


@pytest.fixture
def table() -> Together:
    return together(stage="explore", with_rhythm=False)


def asked(table: Together) -> ReferenceRequest:
    return ask_reference(
        person=table.noor, collaboration=table.collaboration, referee="Wim Bakker", relation="Van het netwerk",
        words="Je werkte eerder met Marleen.", now=day(1),
    )  # fmt: skip


def claimed(table: Together) -> tuple[ReferenceRequest, str]:
    reference = asked(table)
    mint_reference_link(reference=reference, now=day(1))
    return reference, claim_reference(reference=reference, key="", now=day(2))


def fresh(reference: ReferenceRequest) -> ReferenceRequest:
    return ReferenceRequest.objects.get(pk=reference.pk)


def test_answers_are_kept_for_the_browser_and_sent_once(table: Together) -> None:
    reference, key = claimed(table)
    save_reference(reference=reference, key=key, said=SAID, now=day(2))
    assert fresh(reference).answers == {"again": {"choice": "if_otherwise", "words": "Met een voorschot."}}
    send_reference(reference=reference, key=key, said=SAID, now=day(3))
    with pytest.raises(GoneError):
        send_reference(reference=reference, key=key, said={"again": {"choice": "yes_again"}}, now=day(3))
    assert fresh(reference).answers["again"]["choice"] == "if_otherwise"


def test_nothing_said_is_not_sent(table: Together) -> None:
    reference, key = claimed(table)
    with pytest.raises(NothingSaidError):
        send_reference(reference=reference, key=key, said={"again": {"choice": "", "words": ""}}, now=day(3))
    with pytest.raises(NothingSaidError):
        note_reference(reference=reference, said={}, now=day(3))


def test_another_browser_is_refused_and_so_is_everyone_after_its_time(table: Together) -> None:
    reference, key = claimed(table)
    with pytest.raises(GoneError):
        claim_reference(reference=reference, key="", now=day(2))
    with pytest.raises(GoneError):
        save_reference(reference=reference, key="een andere", said=SAID, now=day(2))
    with pytest.raises(GoneError):
        save_reference(reference=reference, key=key, said=SAID, now=day(1) + timedelta(days=14))
    assert claim_reference(reference=reference, key=key, now=day(3)) == key, "her own browser goes on"


def test_a_new_link_never_opens_what_another_browser_began(table: Together) -> None:
    reference, key = claimed(table)
    save_reference(reference=reference, key=key, said=SAID, now=day(2))
    mint_reference_link(reference=reference, now=day(3))
    save_reference(reference=reference, key=key, said=SAID, now=day(3))
    assert claim_reference(reference=reference, key="", now=day(4)) != key
    assert fresh(reference).answers == {}
    with pytest.raises(GoneError):
        save_reference(reference=reference, key=key, said=SAID, now=day(4))


def test_her_own_browser_keeps_what_she_began_when_she_gets_a_new_link(table: Together) -> None:
    reference, key = claimed(table)
    save_reference(reference=reference, key=key, said=SAID, now=day(2))
    mint_reference_link(reference=reference, now=day(3))
    assert claim_reference(reference=reference, key=key, now=day(4)) == key
    assert fresh(reference).answers["again"]["words"] == "Met een voorschot."


def test_withdrawing_forgets_what_was_not_sent_and_keeps_what_was(table: Together) -> None:
    reference, key = claimed(table)
    save_reference(reference=reference, key=key, said=SAID, now=day(2))
    withdraw_reference(reference=reference, now=day(3))
    assert fresh(reference).answers == {} and not fresh(reference).link_works_at(day(3))
    sent, its_key = claimed(table)
    send_reference(reference=sent, key=its_key, said=SAID, now=day(3))
    withdraw_reference(reference=sent, now=day(4))
    assert fresh(sent).answers and fresh(sent).withdrawn_at is None


def test_what_was_never_sent_is_forgotten_when_the_link_stops(table: Together) -> None:
    reference, key = claimed(table)
    save_reference(reference=reference, key=key, said=SAID, now=day(2))
    assert forget_unsent(now=day(14)) == 0
    assert forget_unsent(now=day(15)) == 1
    assert fresh(reference).answers == {} and forget_unsent(now=day(15)) == 0


def test_nobody_else_sees_it_and_no_line_is_written(table: Together) -> None:
    before = HistoryLine.objects.count()
    reference, key = claimed(table)
    send_reference(reference=reference, key=key, said=SAID, now=day(3))
    assert HistoryLine.objects.count() == before
    assert list(references_of(table.seen_by_noor())) == [reference]
    assert not references_of(table.seen_by_marleen())


def test_only_what_was_heard_is_weighed(table: Together) -> None:
    reference, key = claimed(table)
    assert weighed_references(table.seen_by_noor()) == []
    said = {**SAID, "payment": {"choice": "trouble", "words": ""}, "together": {"choice": "for_name", "words": ""}}
    send_reference(reference=reference, key=key, said=said, now=day(3))
    found = weighed_references(table.seen_by_noor())
    assert [(one.lean, one.text) for one in found] == [
        (Lean.OPEN, "Wim zou het weer doen, met andere afspraken."),
        (Lean.AGAINST, "Volgens Wim werd er laat, minder of niet betaald."),
    ]
    assert found[0].source == "Referentie: Wim, donderdag 8 januari"


def test_what_she_noted_herself_says_so(table: Together) -> None:
    note_reference(reference=asked(table), said={"ending": {"choice": "rounded_off"}}, now=day(3))
    (found,) = weighed_references(table.seen_by_noor())
    assert found.source == "Genoteerd na Wim, donderdag 8 januari" and found.lean is Lean.FOR


def test_any_number_of_tables_takes_one_query(table: Together) -> None:
    claimed(table)
    visits = visits_of(table.noor, day(5))
    started(table.noor, name="Nog een")
    for found in (visits, visits_of(table.noor, day(5))):
        with CaptureQueriesContext(
            connection,
        ) as asked_for:
            references_by_table(table.noor, found)
        assert len(asked_for) == 1


@override_settings(MAIL_MODE="preview")
def test_mail_says_that_there_is_something_and_never_about_whom(table: Together) -> None:
    reference = asked(table)
    mail_reference(reference=reference, visit=table.seen_by_noor(now=day(1)), email="wim@voorbeeld.nl")
    key = claim_reference(reference=fresh(reference), key="", now=day(2))
    hand_in_reference(reference=reference, key=key, said=SAID, now=day(3))
    bodies = {mail.kind: text_of(mail) for mail in OutgoingMail.objects.all()}
    assert set(bodies) == {"reference_request", "reference_answered"}
    assert "Noor vraagt je iets" in bodies["reference_request"]
    assert "er staat iets voor je klaar" in bodies["reference_answered"] and "Wim" not in bodies["reference_answered"]
    assert "Wim" in bodies["reference_request"]
    assert not [mail for mail in OutgoingMail.objects.all() if "Wim" in str(mail.words)], "who it is stays sealed"
    for text in bodies.values():
        assert not [word for word in ("Marleen", "voorschot", "Lindenhof") if word in text]


def text_of(mail: OutgoingMail) -> str:
    message: Any = as_message(mail)
    return f"{message.subject}\n{message.body}"


@override_settings(MAIL_MODE="preview")
def test_ten_mails_a_day_is_enough_for_whoever_asks_around(table: Together) -> None:
    reference = asked(table)

    def mails(at: datetime) -> None:
        mail_reference(reference=reference, visit=table.seen_by_noor(now=at), email="wim@voorbeeld.nl")

    for minute in range(10):
        mails(day(1, minute=minute))
    before = fresh(reference).token_hash
    with pytest.raises(TooManyTriesError):
        mails(day(1, minute=30))
    assert OutgoingMail.objects.count() == 10 and fresh(reference).token_hash == before, "the last link still works"
    mails(day(2, hour=12))
    assert OutgoingMail.objects.count() == 11

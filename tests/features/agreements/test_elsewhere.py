"""Signed elsewhere: noted by one, confirmed by the other, and then every term works; alone it holds at once."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from samenstroom.accounts.models import Person
from samenstroom.agreements.actions.elsewhere import (
    LaterOneHoldsError,
    Noted,
    confirm_elsewhere,
    deny_elsewhere,
    note_elsewhere,
    withdraw_elsewhere,
)
from samenstroom.agreements.actions.signing import decline_version
from samenstroom.agreements.documents import read_document
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.elsewhere import elsewhere_by_table, elsewhere_of
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.agreements.wording.elsewhere import elsewhere_content, elsewhere_page
from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.visits import Visit
from samenstroom.files.models import KeptFile
from samenstroom.mail.models import OutgoingMail
from samenstroom.watch.attention import attention
from samenstroom.watch.overview import tables_of_person
from tests.features.agreements.elsewhere_steps import PDF, noted, record_of
from tests.features.agreements.steps import laid, lines
from tests.people import Together, day, karin, marleen_at, noor, ruben, seat_of, started, together, visit

pytestmark = pytest.mark.django_db

NOTED, CONFIRMED = "agreement_elsewhere_noted", "agreement_elsewhere_confirmed"


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Any) -> None:
    settings.FILES_DIR = tmp_path / "files"


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="agree")


def page_for(seen: Visit, version: AgreementVersion) -> Any:
    found = elsewhere_of(seen, version)
    assert found is not None
    return elsewhere_page(seen, found)


def test_it_holds_once_the_other_confirms_it_from_the_day_that_was_noted(table: Together) -> None:
    version = noted(
        table.seen_by_noor(day(10)), on=date(2026, 1, 7), response_hours=12, hours_per_week_expected="6.5",
        notice_days_provider=14, notice_days_client=28, suspension_right=True,
    )  # fmt: skip
    assert in_force_at(table.seen_by_noor(day(10))) is None
    for _ in range(2):
        confirm_elsewhere(version=version, seat=table.marleens_seat, now=day(11))
    holds = in_force_at(table.seen_by_marleen(day(12)))
    assert holds is not None
    assert (holds.payment_days, holds.response_hours, str(holds.hours_per_week)) == (21, 12, "6.5")
    mine, hers = table.noors_seat.party_id, table.marleens_seat.party_id
    assert (holds.notice_days(mine), holds.notice_days(hers)) == (14, 28)
    assert holds.holds_that("suspension_right") and holds.since == date(2026, 1, 7)
    version.refresh_from_db()
    assert version.signed_at == datetime(2026, 1, 7, 11, 0, tzinfo=UTC)
    assert lines(table.collaboration) == [NOTED, CONFIRMED]


def test_what_was_signed_today_holds_from_no_moment_to_come(table: Together) -> None:
    version = noted(table.seen_by_noor(day(1, hour=6)))
    confirm_elsewhere(version=version, seat=table.marleens_seat, now=day(1, hour=7))
    version.refresh_from_db()
    assert version.signed_at == day(1, hour=7)


def test_only_what_is_known_is_in_the_document(table: Together) -> None:
    content = elsewhere_content(table.seen_by_noor(), {"payment_term_days": 21, "end_date": None}, i_do_the_work=False)
    read_document(content)
    assert content["clauses"] == [{"code": "invoicing", "terms": {"payment_term_days": 21}, "addition": ""}]
    assert content["parties"]["client"]["name"] == "Noor Jansen"
    assert "client_is_business" not in content["facts"]


def test_alone_it_holds_at_once_and_says_that_nobody_confirmed_it() -> None:
    me = noor()
    mine = visit(me, started(me), now=day(1))
    version = noted(mine)
    holds = in_force_at(mine)
    assert holds is not None and holds.payment_days == 21
    version.refresh_from_db()
    said = page_for(mine, version)
    assert "Marleen heeft het niet bevestigd" in said.say and said.can_withdraw
    assert not OutgoingMail.objects.filter(kind=NOTED).exists()


def test_who_joins_later_may_confirm_it_or_say_it_is_not_right() -> None:
    me = noor()
    collaboration = started(me)
    version = noted(visit(me, collaboration, now=day(1)))
    table = Together(collaboration, me, marleen_at(collaboration, now=day(2)))
    assert "voordat jij meedeed" in page_for(table.seen_by_marleen(day(3)), version).say
    confirm_elsewhere(version=version, seat=table.marleens_seat, now=day(3))
    before = AgreementVersion.objects.get(pk=version.pk).signed_at
    assert before is not None and before < day(3)
    assert "allebei" in page_for(table.seen_by_noor(day(3)), version).say


def test_what_the_other_denies_later_holds_no_more_and_what_held_before_does_again() -> None:
    me = noor()
    collaboration = started(me)
    first = noted(visit(me, collaboration, now=day(1)))
    second = noted(visit(me, collaboration, now=day(2)), payment_term_days=60)
    table = Together(collaboration, me, marleen_at(collaboration, now=day(3)))
    for _ in range(2):
        deny_elsewhere(version=second, seat=table.marleens_seat, words="Het was 21.", now=day(4))
    holds = in_force_at(table.seen_by_noor(day(5)))
    assert holds is not None and holds.payment_days == 21 and holds.key == first.public_id
    assert lines(collaboration) == [NOTED, NOTED, "agreement_elsewhere_denied"]
    said = page_for(table.seen_by_noor(day(5)), second)
    assert (said.words, said.denied_by, said.is_denied) == ("Het was 21.", "Marleen", True)


def test_an_earlier_one_holds_until_the_new_one_is_confirmed(table: Together) -> None:
    first = noted(table.seen_by_noor(day(1)))
    confirm_elsewhere(version=first, seat=table.marleens_seat, now=day(2))
    second = noted(table.seen_by_marleen(day(20)), payment_term_days=14)
    holds = in_force_at(table.seen_by_noor(day(20)))
    assert holds is not None and holds.key == first.public_id
    confirm_elsewhere(version=second, seat=table.noors_seat, now=day(21))
    first.refresh_from_db()
    holds = in_force_at(table.seen_by_noor(day(21)))
    assert holds is not None and holds.key == second.public_id and first.replaced_at == day(21)


def test_a_version_that_lay_open_is_taken_off_the_table(table: Together) -> None:
    made = laid(table.seen_by_noor(day(1)))
    version = noted(table.seen_by_marleen(day(2)))
    made.refresh_from_db()
    assert made.withdrawn_at == day(2) and version.number == 2


def test_a_day_before_a_version_signed_here_is_refused(table: Together) -> None:
    made = laid(table.seen_by_noor(day(5)))
    AgreementVersion.objects.filter(pk=made.pk).update(signed_at=day(6))
    with pytest.raises(LaterOneHoldsError):
        noted(table.seen_by_noor(day(8)), on=day(3).date())
    assert noted(table.seen_by_noor(day(8)), on=day(6).date()).number == 2


def test_the_same_again_changes_nothing_and_the_pdf_is_kept_once(table: Together) -> None:
    first = noted(table.seen_by_noor(day(1)), pdf=PDF, on=day(0).date())
    again = noted(table.seen_by_noor(day(2)), pdf=PDF, on=day(0).date())
    assert again == first and KeptFile.objects.count() == 1
    confirm_elsewhere(version=first, seat=table.marleens_seat, now=day(3))
    assert noted(table.seen_by_noor(day(4)), pdf=PDF, on=day(0).date()) == first
    assert lines(table.collaboration) == [NOTED, CONFIRMED]


def test_the_pdf_stays_when_a_term_changes_but_not_with_another_day(table: Together) -> None:
    noted(table.seen_by_noor(day(1)), pdf=PDF, on=day(0).date())
    changed = noted(table.seen_by_noor(day(2)), on=day(0).date(), payment_term_days=30)
    other_day = noted(table.seen_by_noor(day(3)), on=day(3).date())
    assert record_of(changed).file is not None and record_of(other_day).file is None


def test_both_read_the_same_rows_and_the_same_fingerprint(table: Together) -> None:
    version = noted(table.seen_by_noor(day(1)), pdf=PDF, hourly_rate_eur="62.50")
    hers, mine = (page_for(seen, version) for seen in (table.seen_by_marleen(day(1)), table.seen_by_noor(day(1))))
    assert hers.rows == mine.rows and hers.file == mine.file
    assert {"label": "Bedrag per uur", "text": "€ 62,50"} in mine.rows
    assert mine.file.fingerprint == KeptFile.objects.get().sha256 and len(mine.file.fingerprint) == 64


def test_nobody_answers_her_own_note_and_only_she_takes_it_off(table: Together) -> None:
    version = noted(table.seen_by_noor(day(1)))
    with pytest.raises(NotAllowedError):
        confirm_elsewhere(version=version, seat=table.noors_seat, now=day(2))
    with pytest.raises(NotAllowedError):
        deny_elsewhere(version=version, seat=table.noors_seat, words="x", now=day(2))
    with pytest.raises(NotAllowedError):
        withdraw_elsewhere(version=version, seat=table.marleens_seat, now=day(2))
    for _ in range(2):
        withdraw_elsewhere(version=version, seat=table.noors_seat, now=day(2))
    assert lines(table.collaboration) == [NOTED, "agreement_withdrawn"]
    with pytest.raises(NotAllowedError):
        confirm_elsewhere(version=version, seat=table.marleens_seat, now=day(3))


def test_what_was_confirmed_or_denied_stays_so(table: Together) -> None:
    version = noted(table.seen_by_noor(day(1)))
    confirm_elsewhere(version=version, seat=table.marleens_seat, now=day(2))
    with pytest.raises(NotAllowedError):
        withdraw_elsewhere(version=version, seat=table.noors_seat, now=day(3))
    with pytest.raises(NotAllowedError):
        deny_elsewhere(version=version, seat=table.marleens_seat, words="Toch niet.", now=day(3))
    other = noted(table.seen_by_noor(day(4)), payment_term_days=7)
    deny_elsewhere(version=other, seat=table.marleens_seat, words="Nee.", now=day(5))
    with pytest.raises(NotAllowedError):
        confirm_elsewhere(version=other, seat=table.marleens_seat, now=day(6))


def test_who_reads_along_notes_and_answers_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    with pytest.raises(NotAllowedError):
        noted(visit(colleague, table.collaboration, now=day(1)))
    version = noted(table.seen_by_marleen(day(1)))
    seat = seat_of(colleague, table.collaboration)
    for act in (confirm_elsewhere, withdraw_elsewhere):
        with pytest.raises(NotAllowedError):
            act(version=version, seat=seat, now=day(2))


def test_another_table_and_a_day_to_come_are_refused(table: Together) -> None:
    stranger = ruben()
    theirs = visit(stranger, started(stranger, name="Elders"), now=day(1))
    version = noted(table.seen_by_noor(day(1)))
    with pytest.raises(NotAllowedError):
        confirm_elsewhere(version=version, seat=theirs.seat, now=day(1))
    assert elsewhere_of(theirs, version) is None
    content = elsewhere_content(theirs, {}, i_do_the_work=True)
    for provider, on in ((table.noors_seat.party, date(2026, 1, 5)), (theirs.party, date(2026, 1, 7))):
        with pytest.raises(NotAllowedError):
            note_elsewhere(seat=theirs.seat, noted=Noted(content, provider, on), other_takes_part=False, now=day(1))


def test_the_other_is_asked_by_mail_and_on_her_own_page_and_reads_no_terms_there(
    table: Together, settings: Any
) -> None:
    settings.MAIL_MODE = "preview"
    Person.objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl", email_confirmed_at=day(0))
    for _ in range(2):
        noted(table.seen_by_noor(day(1)), hourly_rate_eur="987.65")
    (mail,) = OutgoingMail.objects.filter(kind=NOTED)
    assert "987" not in str(mail.words)
    asks = {
        person.name: [(one.title, one.weight) for one in attention(tables_of_person(person, day(1)), day(1).date())]
        for person in (table.noor, table.marleen)
    }
    assert ("Noor noteerde wat jullie elders tekenden", 78) in asks[table.marleen.name]
    assert "Noor legde een overeenkomst op tafel" not in dict(asks[table.marleen.name])
    assert not [title for title, _weight in asks[table.noor.name] if "elders" in title]


def test_many_tables_take_as_many_queries_as_one(table: Together, django_assert_num_queries: Any) -> None:
    visits = [table.seen_by_noor(day(1))]
    visits += [visit(table.noor, started(table.noor, name=f"Tafel {n}"), now=day(1)) for n in range(3)]
    for one in visits:
        noted(one, pdf=PDF)
    with django_assert_num_queries(1):
        found = elsewhere_by_table(table.noor, visits)
        assert [len(found[one.collaboration.pk]) for one in visits] == [1, 1, 1, 1]
        assert not any(one.waits_for_me for views in found.values() for one in views)


def test_a_version_that_was_signed_elsewhere_is_not_declined_as_one_to_sign() -> None:
    table = together()
    version = noted(table.seen_by_noor(day(2)))
    with pytest.raises(NotAllowedError):
        decline_version(version=version, seat=table.marleens_seat, reason="Nee.", now=day(3))

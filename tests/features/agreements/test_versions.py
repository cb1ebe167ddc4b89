"""A version on the table: numbered, frozen, told once, taken off by who put it there."""

from typing import Any

import pytest

from samenstroom.accounts.models import Person
from samenstroom.agreements.actions.versions import put_version, withdraw_version
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.versions import open_version_of, version_by_number, versions_by_table, versions_of
from samenstroom.agreements.wording.document import agreement_text
from samenstroom.agreements.wording.versions import version_view
from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.mail.models import OutgoingMail
from samenstroom.watch.attention import attention
from samenstroom.watch.overview import tables_of_person
from samenstroom.watch.shelves import entries_of, laid_ready
from tests.features.agreements.steps import content_for, laid, lines
from tests.people import Together, day, karin, noor, ruben, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="agree")


def test_a_version_gets_the_next_number_and_a_line_and_replaces_what_lay_open(table: Together) -> None:
    first = laid(table.seen_by_noor(day(1)))
    second = laid(table.seen_by_marleen(day(2)), title="Van mij", text="Ook dit.")
    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert first.withdrawn_at == day(2) and first.withdrawn_by == table.marleens_seat
    assert open_version_of(table.seen_by_noor(day(3))) == second
    assert lines(table.collaboration) == ["agreement_put", "agreement_put"]


def test_the_same_again_changes_nothing(table: Together) -> None:
    assert laid(table.seen_by_noor(day(1))) == laid(table.seen_by_noor(day(1)))
    assert lines(table.collaboration) == ["agreement_put"]


def test_the_same_from_the_other_side_is_a_version_of_hers(table: Together) -> None:
    seen = table.seen_by_noor(day(1))
    content = content_for(seen)
    put_version(seat=table.noors_seat, content=content, provider=seen.party, now=day(1))
    again = put_version(seat=table.marleens_seat, content=content, provider=seen.party, now=day(2))
    assert again.number == 2


def test_the_other_gets_a_mail_that_does_not_say_what(table: Together, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    Person.objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl", email_confirmed_at=day(0))
    for _ in range(2):
        laid(table.seen_by_noor(day(1)), title="Geheim", text="Geheim")
    (mail,) = OutgoingMail.objects.filter(kind="agreement_put")
    assert "Geheim" not in str(mail.words)


def test_alone_nothing_waits_and_nobody_is_told() -> None:
    me = noor()
    mine = visit(me, started(me), now=day(1))
    view = version_view(mine, laid(mine))
    assert view.state == "Ligt klaar" and "nergens op te wachten" in view.say
    assert not OutgoingMail.objects.filter(kind="agreement_put").exists()


def test_only_who_put_it_there_takes_it_off_once(table: Together) -> None:
    version = laid(table.seen_by_noor(day(1)))
    with pytest.raises(NotAllowedError):
        withdraw_version(version=version, seat=table.marleens_seat, now=day(2))
    for _ in range(2):
        withdraw_version(version=version, seat=table.noors_seat, now=day(2))
    assert open_version_of(table.seen_by_marleen(day(2))) is None
    assert lines(table.collaboration) == ["agreement_put", "agreement_withdrawn"]


def test_what_was_signed_or_declined_is_not_taken_off(table: Together) -> None:
    version = laid(table.seen_by_noor(day(1)))
    AgreementVersion.objects.filter(pk=version.pk).update(signed_at=day(2))
    with pytest.raises(NotAllowedError):
        withdraw_version(version=version, seat=table.noors_seat, now=day(3))


def test_who_reads_along_puts_nothing_on_the_table(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    seat = seat_of(colleague, table.collaboration)
    seen = table.seen_by_noor(day(1))
    with pytest.raises(NotAllowedError):
        put_version(seat=seat, content=content_for(seen), provider=seen.party, now=day(1))


def test_a_party_of_another_table_is_no_provider(table: Together) -> None:
    elsewhere = visit(table.noor, started(table.noor, name="Elders"), now=day(1))
    with pytest.raises(NotAllowedError):
        put_version(
            seat=table.noors_seat, content=content_for(table.seen_by_noor(day(1))), provider=elsewhere.party, now=day(1)
        )


def test_a_version_of_one_table_is_not_found_at_another(table: Together) -> None:
    laid(table.seen_by_noor(day(1)))
    other = ruben()
    theirs = visit(other, started(other, name="Elders"), now=day(1))
    assert versions_of(theirs) == [] and version_by_number(theirs, 1) is None


def test_the_text_stays_as_it_was_put_there(table: Together, monkeypatch: pytest.MonkeyPatch) -> None:
    version = laid(table.seen_by_noor(day(1)), title="De hond", text="De hond mag mee.")
    before = agreement_text(version)
    monkeypatch.setattr("samenstroom.agreements.wording.document.clause_words", lambda _language: {})
    version.refresh_from_db()
    assert agreement_text(version) == before
    assert before.own_clauses[0].text == "De hond mag mee." and before.clauses


def test_a_version_of_the_other_asks_attention_and_ones_own_does_not(table: Together) -> None:
    laid(table.seen_by_noor(day(1)))
    on = day(1).date()
    titles = {
        person.name: [one.title for one in attention(tables_of_person(person, day(1)), on)]
        for person in (table.noor, table.marleen)
    }
    assert "Noor legde een overeenkomst op tafel" in titles[table.marleen.name]
    assert not [one for one in titles[table.noor.name] if "overeenkomst" in one]


def test_signed_is_once_a_fact_for_the_rules_from_both(table: Together) -> None:
    first, second = laid(table.seen_by_noor(day(1))), laid(table.seen_by_noor(day(4)), title="Nu", text="Zo.")
    AgreementVersion.objects.filter(pk=first.pk).update(signed_at=day(3), replaced_at=day(5), withdrawn_at=None)
    AgreementVersion.objects.filter(pk=second.pk).update(signed_at=day(5))
    seen = table.seen_by_marleen(day(6))
    lies = laid_ready(table.marleen, [seen])[table.collaboration.pk]
    signed = [one.on for one in entries_of(seen, lies) if one.kind == "agreement_signed"]
    assert sorted(signed) == [day(3).date(), day(5).date()]


def test_many_tables_take_as_many_queries_as_one(table: Together, django_assert_num_queries: object) -> None:
    visits = [table.seen_by_noor(day(1))]
    visits += [visit(table.noor, started(table.noor, name=f"Tafel {n}"), now=day(1)) for n in range(3)]
    for one in visits:
        laid(one)
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = versions_by_table(table.noor, visits)
        assert [len(found[one.collaboration.pk]) for one in visits] == [1, 1, 1, 1]

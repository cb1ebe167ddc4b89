"""Writing for oneself: one draft at a table, nothing of it anywhere else."""

import pytest

from samenstroom.agreements import editing
from samenstroom.agreements.actions import drafts as actions
from samenstroom.agreements.beginning import content_of_file, fresh_content
from samenstroom.agreements.queries.drafts import asides_of, draft_of, drafting_tables, own_facts_of, provider_of
from samenstroom.agreements.wording.drafting import add_clause, draft_page
from samenstroom.agreements.wording.scope import scope_parts, scope_terms, scope_words
from samenstroom.collaborations.models import HistoryLine
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.watch.shelves.agreement import SHELF
from tests.features.agreements.steps import drafted, is_writing
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="agree")


def test_a_new_agreement_knows_what_was_known(table: Together) -> None:
    content = fresh_content(table.seen_by_noor(day(1)), clock.day_of(day(1)))
    assert content["parties"]["provider"]["name"] == "Noor Jansen"
    assert content["parties"]["client"]["name"] == "Marleen de Vries"
    assert (content["kind"], content["jurisdiction"], content["language"]) == ("client_va", "NL", "nl")
    assert "share_of_income_percent" not in content["facts"]
    assert "filled" not in str(content)


def test_beginning_twice_keeps_what_was_written(table: Together) -> None:
    seen = table.seen_by_noor(day(1))
    drafted(seen, title="De hond", text="Mag mee.")
    again = actions.begin_draft(visit=seen, content=fresh_content(seen, clock.day_of(seen.now)), provider="other")
    assert again.content["own_clauses"] == [{"title": "De hond", "text": "Mag mee."}]
    assert provider_of(seen, again) == seen.party


def test_nobody_else_knows_of_a_draft(table: Together) -> None:
    before = HistoryLine.objects.count()
    drafted(table.seen_by_noor(day(1)))
    theirs = table.seen_by_marleen(day(1))
    assert draft_of(theirs) is None and HistoryLine.objects.count() == before
    assert not OutgoingMail.objects.filter(kind="agreement_put").exists()
    rows = list(SHELF.rows(theirs, SHELF.gather(table.marleen, [theirs])[table.collaboration.pk]))
    assert [row.page for row in rows] == ["agreement"] and rows[0].is_offer


def test_her_own_page_says_that_she_is_writing(table: Together) -> None:
    seen = table.seen_by_noor(day(1))
    drafted(seen)
    rows = list(SHELF.rows(seen, SHELF.gather(table.noor, [seen])[table.collaboration.pk]))
    assert [row.page for row in rows if row.is_private] == ["agreement_draft"]
    assert drafting_tables(table.noor, [seen]) == {table.collaboration.pk}


def test_a_draft_that_is_gone_is_not_kept_again(table: Together) -> None:
    seen = table.seen_by_noor(day(1))
    content = drafted(seen).content
    actions.throw_away_draft(visit=seen)
    assert actions.keep_draft(visit=seen, content=content) is None
    assert not is_writing(seen)


def test_own_facts_are_hers_and_what_is_empty_is_not_kept(table: Together) -> None:
    seen = table.seen_by_noor(day(1))
    actions.keep_own_facts(visit=seen, facts={"share_of_income_percent": 80, "iets": None})
    assert own_facts_of(seen) == {"share_of_income_percent": 80}
    assert own_facts_of(table.seen_by_marleen(day(1))) == {}


def test_a_remark_put_aside_has_one_reason_and_can_come_back(table: Together) -> None:
    seen = table.seen_by_noor(day(1))
    for reason in ("Eerst.", "Daarna."):
        actions.put_aside(visit=seen, rule="ANY-PAR-01", reason=reason, values={})
    assert [one.reason for one in asides_of(seen)] == ["Daarna."]
    actions.take_back_aside(visit=seen, rule="ANY-PAR-01")
    assert asides_of(seen) == [] and asides_of(table.seen_by_marleen(day(1))) == []


def test_clauses_come_and_go_at_their_own_place(table: Together) -> None:
    content = drafted(table.seen_by_noor(day(1))).content
    codes = editing.codes_of(content)
    without = editing.without_clause(content, "termination")
    assert "termination" in [one.code for one in draft_page(without).missing]
    assert editing.codes_of(add_clause(without, "termination", day(1).date())) == codes
    assert add_clause(content, "bestaat_niet", day(1).date()) == content


def test_what_the_work_is_comes_back_as_two_lists() -> None:
    words = scope_words("De mailbox\n- De planning", "Boekhouding", "nl")
    assert scope_parts(words, "nl") == {"done": "De mailbox\nDe planning", "not_done": "Boekhouding"}
    assert scope_terms("De mailbox\nDe planning", "") == {"scope_items": 2, "out_of_scope_described": None}


@pytest.mark.parametrize("data", [b"", b"geen json", b"[]", b'{"format": "iets anders"}', b"\xff\xfe"])
def test_a_file_that_is_no_agreement_is_refused(data: bytes) -> None:
    assert content_of_file(data) is None

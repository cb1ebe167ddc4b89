"""A lawyer reads along: given a text, writes remarks, and nobody but who asked knows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samenstroom.accounts.outside import GoneError
from samenstroom.agreements.actions import lawyers as actions
from samenstroom.agreements.actions.drafts import keep_draft
from samenstroom.agreements.beginning import fresh_content
from samenstroom.agreements.for_lawyer import given_of, with_text
from samenstroom.agreements.models import LawyerRemark, LawyerReview, SharedRemark
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.agreements.queries.lawyers import review_in_browser, reviews_by_table, reviews_of, shared_remarks_of
from samenstroom.agreements.wording.lawyers import lawyer_page, review_row
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.kit import clock
from tests.features.agreements.lawyer_steps import asked, drafting, let_in, said
from tests.people import Together, day, noor, started, together, visit

pytestmark = pytest.mark.django_db
NOW = day(3)


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def the_one() -> LawyerReview:
    return LawyerReview.objects.get()


def test_she_reads_the_text_as_it_was_given_until_a_newer_one_is_given(table: Together) -> None:
    review = asked(table)
    seen = table.seen_by_noor(NOW)
    draft = draft_of(seen)
    assert draft is not None
    keep_draft(visit=seen, content={**draft.content, "charter": ["We bellen elke week."]})
    assert lawyer_page(reviews_of(seen)[0]).document.charter == ()
    key = let_in(review)
    actions.tick_reviewed(review=review, key=key, text=lawyer_page(review).text.public_id, name="Sara Mulder", now=NOW)
    given = given_of(seen, "draft")
    assert given is not None
    for _twice in range(2):
        actions.give_text(review=review, given=given, now=NOW)
    page = lawyer_page(reviews_of(seen)[0])
    assert page.label == "Concept 2" and page.since == "Concept 1"
    assert [(one.name, one.how) for one in page.changes] == [("Zo gaan we met elkaar om", "Nieuw")]


def test_her_remark_is_for_who_asked_and_for_nobody_else(table: Together) -> None:
    before = table.collaboration.lines.count()
    remark = said(asked(table), place="termination", words="Te kort.")
    assert LawyerRemark.objects.get() == remark
    assert reviews_of(table.seen_by_marleen(NOW)) == []
    assert reviews_by_table(table.marleen, [table.seen_by_marleen(NOW)]) == {table.collaboration.pk: []}
    assert table.collaboration.lines.count() == before
    assert shared_remarks_of(table.seen_by_marleen(NOW)) == []


def test_other_words_take_the_place_and_are_news_again(table: Together) -> None:
    review = asked(table)
    said(review, place="", words="Kan beter.")
    actions.mark_lawyer_read(review=review, now=NOW)
    said(review, place="", words="Kan beter.")
    assert LawyerRemark.objects.get().read_at == NOW
    said(review, place="", words="Nu wel goed.")
    assert LawyerRemark.objects.get().read_at is None
    assert review_row(reviews_of(table.seen_by_noor(NOW))[0], NOW).state == "Nieuw"


def test_an_old_or_foreign_browser_writes_nothing(table: Together) -> None:
    review = asked(table)
    key = let_in(review)
    write = {"review": review, "place": "", "words": "x", "proposal": ""}
    with pytest.raises(GoneError):
        actions.write_remark(key="een ander", now=NOW, **write)
    with pytest.raises(GoneError):
        actions.write_remark(key=key, now=NOW + timedelta(days=15), **write)
    actions.withdraw_lawyer(review=review, now=NOW)
    for act in (
        lambda: actions.write_remark(key=key, now=NOW, **write),
        lambda: actions.drop_remark(review=review, key=key, place="", now=NOW),
        lambda: actions.tick_reviewed(review=review, key=key, text="x", name="Sara", now=NOW),
    ):
        with pytest.raises(GoneError):
            act()
    assert not LawyerRemark.objects.exists()


def test_a_new_link_opens_nothing_for_a_browser_from_which_the_link_was_taken_back(table: Together) -> None:
    review = asked(table)
    wrong = let_in(review)
    actions.withdraw_lawyer(review=review, now=NOW)
    actions.mint_lawyer_link(review=the_one(), now=NOW)
    assert review_in_browser(review.public_id, wrong) is None
    with pytest.raises(GoneError):
        actions.write_remark(review=review, key=wrong, place="", words="x", proposal="", now=NOW)
    assert let_in(review) != wrong


def test_a_newer_link_works_as_long_as_she_chose(table: Together) -> None:
    review = asked(table)
    actions.choose_days(review=review, days=30)
    actions.mint_lawyer_link(review=review, now=NOW)
    assert the_one().expires_at == NOW + timedelta(days=30)


def test_a_text_is_taken_along_at_its_place_and_once(table: Together) -> None:
    content = fresh_content(table.seen_by_noor(NOW), clock.day_of(NOW))
    code = content["clauses"][0]["code"]
    once = with_text(content, code, "Naam", "Liever zo.")
    assert with_text(once, code, "Naam", "Liever zo.") == once
    assert once["clauses"][0]["addition"] == "Liever zo."
    own = with_text(content, "weg", "Aansprakelijkheid", "Tot tienduizend euro.")
    assert own["own_clauses"] == [{"title": "Aansprakelijkheid", "text": "Tot tienduizend euro."}]
    assert with_text(own, "eigen-1", "Aansprakelijkheid", "Tot vijf.")["own_clauses"] == [
        {"title": "Aansprakelijkheid", "text": "Tot vijf."}
    ]


def test_sharing_tells_both_these_words_and_no_name(table: Together) -> None:
    remark = said(asked(table), place="termination", words="Te kort.")
    for _twice in range(2):
        actions.share_remark(seat=table.noors_seat, remark=remark, about="Opzeggen", now=NOW)
    shared = SharedRemark.objects.get()
    assert [str(one.words) for one in shared_remarks_of(table.seen_by_marleen(NOW))] == ["Te kort."]
    with pytest.raises(NotAllowedError):
        actions.withdraw_shared_remark(shared=shared, seat=table.marleens_seat, now=NOW)
    for _twice in range(2):
        actions.withdraw_shared_remark(shared=shared, seat=table.noors_seat, now=NOW)
    assert shared_remarks_of(table.seen_by_marleen(NOW)) == []
    kinds = list(table.collaboration.lines.values_list("kind", flat=True))
    assert kinds.count("remark_of_lawyer_shared") == kinds.count("remark_of_lawyer_withdrawn") == 1


def test_a_remark_of_another_is_not_shared(table: Together) -> None:
    remark = said(asked(table), place="", words="Te kort.")
    with pytest.raises(NotAllowedError):
        actions.share_remark(seat=table.marleens_seat, remark=remark, about="", now=NOW)


def test_alone_everything_works_too() -> None:
    person = noor()
    alone = visit(person, started(person), now=NOW)
    drafting(alone)
    given = given_of(alone, "draft")
    assert given is not None and given.role == "provider"
    review = actions.ask_lawyer(visit=alone, name="Sara Mulder", words="", days=7, given=given)
    said(review, place="", words="Goed zo.")
    assert reviews_of(alone)[0].remarks.count() == 1


def test_the_number_of_queries_does_not_grow(table: Together, django_assert_num_queries: object) -> None:
    for number in range(3):
        said(asked(table, name=f"Sara {number}"), place="", words="Goed.")
    seen = table.seen_by_noor(NOW)
    with django_assert_num_queries(3):  # type: ignore[operator]
        for one in reviews_of(seen):
            review_row(one, NOW)

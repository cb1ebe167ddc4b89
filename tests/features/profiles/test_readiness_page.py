"""The page with a readiness test: hers to write, and others see only the text she put on it."""

import pytest

from samenstroom.profiles.actions.readiness import (
    SlugTakenError,
    TextChangedError,
    close_readiness_page,
    open_readiness_page,
    save_readiness_page,
)
from samenstroom.profiles.models import ReadinessPage
from samenstroom.profiles.queries.readiness import open_readiness_page as page_at
from samenstroom.profiles.queries.readiness import readiness_page_of
from tests.people import day, noor, ruben

pytestmark = pytest.mark.django_db


def saved(text: str = "Dag, ik ben Noor.", slug: str = "noor-jansen") -> ReadinessPage:
    person = ReadinessPage.objects.filter(slug=slug).first()
    return save_readiness_page(
        person=person.person if person else noor(), slug=slug, introduction=text, may_be_found=False
    )


def test_a_page_is_there_for_nobody_until_she_opens_it() -> None:
    page = saved()
    assert page_at("noor-jansen") is None
    open_readiness_page(page=page, text="Dag, ik ben Noor.", now=day(0))
    found = page_at("NOOR-jansen")
    assert found is not None and found.shown == "Dag, ik ben Noor."


def test_what_she_writes_afterwards_stays_hers_until_she_puts_it_on_the_page() -> None:
    page = saved()
    open_readiness_page(page=page, text=page.introduction, now=day(0))
    page = saved("Een nieuwe tekst.")
    found = page_at("noor-jansen")
    assert found is not None and found.shown == "Dag, ik ben Noor."
    open_readiness_page(page=page, text="Een nieuwe tekst.", now=day(1))
    found = page_at("noor-jansen")
    assert found is not None and (found.shown, found.opened_at) == ("Een nieuwe tekst.", day(0))


def test_a_text_she_was_not_shown_does_not_go_on_the_page() -> None:
    page = saved()
    saved("In een ander venster veranderd.")
    with pytest.raises(TextChangedError):
        open_readiness_page(page=page, text="Dag, ik ben Noor.", now=day(0))
    assert page_at("noor-jansen") is None


def test_closed_twice_is_closed_and_it_opens_again() -> None:
    page = saved()
    open_readiness_page(page=page, text=page.introduction, now=day(0))
    close_readiness_page(page=page, now=day(1))
    close_readiness_page(page=page, now=day(2))
    kept = readiness_page_of(page.person)
    assert kept is not None and kept.closed_at == day(1) and page_at("noor-jansen") is None
    open_readiness_page(page=page, text=page.introduction, now=day(3))
    found = page_at("noor-jansen")
    assert found is not None and found.opened_at == day(3)


def test_an_address_belongs_to_one_and_has_to_fit() -> None:
    saved()
    other = ruben()
    with pytest.raises(SlugTakenError):
        save_readiness_page(person=other, slug="noor-jansen", introduction="", may_be_found=False)
    with pytest.raises(ValueError, match="reserved"):
        save_readiness_page(person=other, slug="admin", introduction="", may_be_found=False)
    assert ReadinessPage.objects.count() == 1


@pytest.mark.parametrize("slug", ["\x00", "a\x00b", "é" * 400, "a b"])
def test_what_is_no_address_is_looked_up_nowhere(slug: str, django_assert_num_queries) -> None:
    """A zero byte would otherwise be a fault of the database, and a page with an error for who tries it."""
    with django_assert_num_queries(0):
        assert page_at(slug) is None

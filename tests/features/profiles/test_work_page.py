"""Zo werk ik: chosen piece by piece, put online by an act, and from then on a text that stands still."""

from __future__ import annotations

import pytest

from samenstroom.accounts.models import Person
from samenstroom.profiles.actions import work_page as actions
from samenstroom.profiles.actions.boundaries import draw_boundary, let_go, reword_boundary
from samenstroom.profiles.actions.profile import choose_values, write_profile
from samenstroom.profiles.models import WorkPage
from samenstroom.profiles.queries.work_page import PublicPage, online_page, work_page_of
from samenstroom.profiles.wording.work_page import BOUNDARY, Draft, draft_of
from tests import people
from tests.people import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor() -> Person:
    """Noor with something to choose from."""
    person = people.noor()
    write_profile(person=person, vision="Tijd over voor wat telt.", rates="Dat zeg ik later.", now=day(0))
    choose_values(person=person, values=["honesty", "calm"], now=day(0))
    draw_boundary(person=person, topic="hours", words="Ik werk niet in het weekend.", why="Mijn gezin.", now=day(0))
    return person


def draft(person: Person) -> Draft:
    return draft_of(work_page_of(person))


def boundary_piece(person: Person) -> str:
    return next(one.id for one in draft(person).pieces if one.is_boundary)


def online(person: Person, *, reach: str = "public", slug: str = "noor", findable: bool = False) -> WorkPage:
    return actions.put_online(
        person=person, reach=reach, slug=slug, findable=findable, mark=draft(person).mark, now=day(1)
    )


def read(address: str) -> PublicPage:
    found = online_page(address)
    assert found is not None
    return found


def test_only_what_she_chose_is_on_it_and_a_reason_never(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["values", boundary_piece(noor), "no_such_part", "flourish"])
    actions.introduce(person=noor, name="Noor", introduction="Dag.", language="nl")
    online(noor)
    page = read("noor")
    assert [(one.title, one.kind, one.lines) for one in page.sections] == [
        ("Wat ik belangrijk vind", "ordered", ("Eerlijkheid", "Rust")),
        ("Mijn grenzen", "list", ("Ik werk niet in het weekend.",)),
    ]
    assert "gezin" not in repr(page) and "Tijd over" not in repr(page)


def test_what_changes_later_changes_nothing_online_until_she_says_so(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["vision", "values", boundary_piece(noor)])
    online(noor)
    before = read("noor")
    write_profile(person=noor, vision="Iets heel anders.", now=day(2))
    choose_values(person=noor, values=["courage"], now=day(2))
    let_go(boundary=noor.boundaries.get(), now=day(2))
    actions.introduce(person=noor, name="N.", introduction="Anders.", language="en")
    assert read("noor") == before
    assert draft(noor).profile_changed and draft(noor).differs
    online(noor)
    assert read("noor") != before and read("noor").name == "N."
    assert not draft(noor).profile_changed and not draft(noor).differs


def test_a_change_in_what_is_not_on_it_is_no_news(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["vision"])
    online(noor)
    write_profile(person=noor, rates="Duurder.", now=day(2))
    assert not draft(noor).profile_changed and not draft(noor).differs


def test_other_words_for_the_page_leave_her_profile_alone(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["vision", boundary_piece(noor)])
    actions.word_piece(person=noor, piece="vision", text="Ik geef je tijd terug.")
    actions.word_piece(person=noor, piece=boundary_piece(noor), text="In het weekend ben ik vrij.")
    online(noor)
    assert [one.lines for one in read("noor").sections] == [
        ("Ik geef je tijd terug.",), ("In het weekend ben ik vrij.",),
    ]  # fmt: skip
    noor.profile.refresh_from_db()
    assert noor.profile.vision == "Tijd over voor wat telt."
    write_profile(person=noor, vision="Een nieuwe visie.", now=day(2))
    vision = next(one for one in draft(noor).pieces if one.id == "vision")
    assert vision.is_outdated and vision.text == "Ik geef je tijd terug."
    actions.word_piece(person=noor, piece="vision", text="")
    vision = next(one for one in draft(noor).pieces if one.id == "vision")
    assert not vision.is_reworded and vision.text == "Een nieuwe visie."


def test_the_page_is_in_her_language_whatever_the_reader_speaks(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["values"])
    actions.introduce(person=noor, name="Noor", introduction="", language="en")
    online(noor)
    assert read("noor").sections[0].lines == ("Honesty", "Calm")


def test_offline_is_gone_for_everybody_and_her_draft_stays(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["vision"])
    online(noor)
    actions.take_offline(person=noor, now=day(2))
    actions.take_offline(person=noor, now=day(3))
    assert online_page("noor") is None
    page = work_page_of(noor)
    assert page.slug == "noor" and page.chosen == ["vision"] and page.offline_at == day(2)


def test_a_new_link_makes_the_old_one_gone(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["vision"])
    old = online(noor, reach="link", slug="").address
    assert len(old) == 28 and read(old)
    assert online(noor, reach="link", slug="").address == old, "putting it online again keeps the address"
    actions.renew_link(person=noor)
    new = work_page_of(noor).address
    assert new != old and online_page(old) is None and read(new)


def test_a_page_has_one_address_at_a_time(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["vision"])
    link = online(noor, reach="link", slug="").address
    online(noor)
    assert online_page(link) is None and read("noor")
    actions.renew_link(person=noor)
    assert read("noor"), "a public page keeps its name"
    again = online(noor, reach="link", slug="").address
    assert again != link and online_page("noor") is None and read(again)
    assert online_page("") is None


def test_search_engines_only_when_public_and_she_wants_it(noor: Person) -> None:
    actions.choose_pieces(person=noor, pieces=["vision"])
    online(noor)
    assert not read("noor").is_findable
    online(noor, findable=True)
    assert read("noor").is_findable
    assert not read(online(noor, reach="link", slug="", findable=True).address).is_findable


def test_a_name_is_of_one_page_also_while_it_is_offline(noor: Person) -> None:
    ruben = people.ruben()
    write_profile(person=ruben, vision="Hallo.", now=day(0))
    actions.choose_pieces(person=noor, pieces=["vision"])
    actions.choose_pieces(person=ruben, pieces=["vision"])
    online(noor)
    actions.take_offline(person=noor, now=day(2))
    for name in ("noor", "beheerder", "No spaces", ""):
        with pytest.raises(actions.NameTakenError):
            online(ruben, slug=name)
    assert not work_page_of(ruben).is_online


def test_nothing_goes_online_that_she_did_not_look_at(noor: Person) -> None:
    with pytest.raises(actions.NothingToShowError):
        online(noor)
    actions.choose_pieces(person=noor, pieces=["vision"])
    seen = draft(noor).mark
    write_profile(person=noor, vision="In een ander tabblad.", now=day(1))
    with pytest.raises(actions.ChangedMeanwhileError):
        actions.put_online(person=noor, reach="public", slug="noor", findable=False, mark=seen, now=day(1))
    assert online_page("noor") is None


def test_a_boundary_in_other_words_keeps_its_place_on_the_page(noor: Person) -> None:
    piece = boundary_piece(noor)
    actions.choose_pieces(person=noor, pieces=[piece])
    reword_boundary(boundary=noor.boundaries.get(), topic="hours", words="Vrijdag ook niet.", why="", now=day(2))
    assert [one.text for one in draft(noor).chosen] == ["Vrijdag ook niet."]
    assert piece.startswith(BOUNDARY)

"""From a signal to a talk and what came of it; the examples in and out; the dossier taken along at both doors."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.crawl import pages_of
from tests.journeys.eyes import words_of
from tests.journeys.someone import Someone

OVERDUE = "Bij Marleen gingen 2 afgesproken dagen voorbij"
OVERDUE_SELF = "Bij jou gingen 2 afgesproken dagen voorbij"
ASKS = "Hielp het gesprek met Marleen?"
PICKED = "26 december: Marleen haalde een afgesproken datum niet."
# What she prepares, each in words that appear nowhere else.
SUBJECT = "Over onze datums in de winter"
SEEN, EFFECT, NEED = "De homepage stond voor maandag.", "Ik werd er onrustig van.", "Rust in mijn planning."
REQUEST, OFFER = "Wil je een dag eerder appen?", "Dan schuif ik mijn eigen werk op."
OPENING = "Ik werk graag met je, en één ding wil ik bespreken."
PREPARED = (SUBJECT, SEEN, EFFECT, NEED, REQUEST, OFFER, OPENING)
INVITATION, AGREED = "Heb je donderdag een kwartier voor mij?", "We appen voortaan een dag vooraf."


@pytest.fixture
def marleen(arrive: Arrive, link: str) -> Someone:
    """Marleen behind her link on her phone; there are no check-ins, only what both write down."""
    someone = arrive("Marleen", width=390)
    someone.claim(link)
    return someone


def test_from_a_signal_to_a_talk_and_what_came_of_it(noor: Someone, marleen: Someone, time: Time) -> None:
    noor_opens_the_signal_of_two_days_gone_by(noor)
    marleen_reads_it_in_words_for_her(marleen)
    before = all_pages(marleen)
    she_prepares_the_talk(noor)
    assert all_pages(marleen) == before, "nothing of it anywhere"
    she_invites_with_exactly_these_words(noor, marleen)
    before = all_pages(marleen)
    they_talked_about_it(noor)
    assert all_pages(marleen) == before, "that it rests is hers to know"
    she_notes_what_came_of_it_and_shares_that(noor, marleen)
    time.later(weeks=2)
    assert any(one.startswith(ASKS) for one in noor.today())
    noor.follow("Kijk terug")
    assert "Jullie hadden het erover op" in noor.reads
    time.later(weeks=1)
    she_looks_back(noor)
    everything = all_pages(marleen)
    assert INVITATION in everything and AGREED in everything
    assert not [one for one in (*PREPARED, "Hielp het gesprek", "Een beetje") if one in everything]


def noor_opens_the_signal_of_two_days_gone_by(noor: Someone) -> None:
    for day, words in (("2025-12-26", "De homepage."), ("2026-01-02", "De nieuwsbrief.")):
        noor.log_fact("Datum ging voorbij", about="Marleen", note=words, on=day)
    assert noor.signals()[0].startswith(OVERDUE) and noor.today()[0].startswith(OVERDUE)
    noor.follow("Bekijk het signaal")
    assert noor.title == OVERDUE
    why = noor.page.get_by_role("region", name="Waarom zie je dit?")
    facts = [words_of(one) for one in why.get_by_role("listitem").all()]
    assert len(facts) == 2 and all("haalde een afgesproken datum niet" in one for one in facts)
    assert all("Uit wat jullie samen noteerden" in one for one in facts), "where each fact comes from"
    why.get_by_text("Bekijk de regel achter dit signaal").click()
    expect(why).to_contain_text("Elke afgesproken dag die zonder bericht voorbijging, telt één keer.")
    expect(noor.page.get_by_role("region", name="Vraag Marleen welke datum wel lukt")).to_be_visible()
    noor.looks("finding-shared-facts")


def marleen_reads_it_in_words_for_her(marleen: Someone) -> None:
    (found,) = marleen.signals()
    assert OVERDUE_SELF in found
    marleen.follow(OVERDUE_SELF)
    assert "Noem een nieuwe dag" in marleen.reads and "Vraag Marleen" not in marleen.reads
    expect(marleen.page.get_by_role("link", name="Bereid dit gesprek voor")).to_have_count(0)


def she_prepares_the_talk(noor: Someone) -> None:
    noor.follow("Bereid dit gesprek voor")
    assert "Marleen ziet hier niets van" in words_of(noor.page.locator("body"))
    expect(noor.page.get_by_label("Waar wil je het over hebben?")).to_have_value(OVERDUE)
    noor.fill("Waar wil je het over hebben?", SUBJECT)
    noor.press("Begin met voorbereiden")
    assert noor.title == "Wat zie je?"
    expect(noor.page.get_by_role("checkbox")).to_have_count(2)
    noor.page.get_by_role("checkbox", name=PICKED).check()
    noor.fill("Wat zag je nog meer?", SEEN)
    noor.looks("talk-step")
    noor.press("Volgende")
    noor.fill("Wat doet het met je?", EFFECT)
    noor.fill("Wat heb je nodig?", NEED)
    noor.press("Volgende")
    noor.fill("Wat vraag je?", REQUEST)
    noor.fill("Wat kun je zelf aanbieden?", OFFER)
    noor.press("Volgende")
    expect(noor.page.get_by_label("Je eerste zin")).to_have_value("Marleen, ik ben blij met wat er wel af kwam.")
    noor.fill("Je eerste zin", OPENING)
    noor.choose("Wandelend")
    noor.press("Bekijk het hele gesprek")
    assert noor.title == SUBJECT
    assert all(words in noor.reads for words in (*PREPARED, PICKED, "Wandelend"))
    assert "2 januari" not in noor.reads, "only what she picked"
    noor.looks("talk")


def all_pages(someone: Someone) -> str:
    """Everything that she can get to."""
    someone.go_home()
    return "\n".join(pages_of(someone).values())


def she_invites_with_exactly_these_words(noor: Someone, marleen: Someone) -> None:
    noor.follow("Nodig Marleen uit")
    expect(noor.page.get_by_label("Dit gaat Marleen lezen")).to_have_value(OPENING)
    noor.fill("Dit gaat Marleen lezen", INVITATION)
    noor.looks("talk-invite")
    noor.press("Deel dit met Marleen")
    assert "Gedeeld met Marleen." in noor.reads
    expect(noor.page.get_by_role("link", name="Nodig Marleen uit")).to_have_count(0)
    marleen.go_home()
    marleen.follow("Logboek")
    assert INVITATION in marleen.reads


def they_talked_about_it(noor: Someone) -> None:
    noor.go("/vandaag/")
    noor.follow("Bekijk het signaal")
    noor.press("We hadden het erover")
    assert not any(one.startswith((OVERDUE, ASKS)) for one in noor.today())


def open_her_talk(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Een gesprek voorbereiden")
    noor.follow(SUBJECT, inside=noor.page.get_by_role("region", name="Je gesprekken"))


def she_notes_what_came_of_it_and_shares_that(noor: Someone, marleen: Someone) -> None:
    open_her_talk(noor)
    noor.follow("Het gesprek is geweest")
    noor.fill("Wat spraken jullie af?", AGREED)
    noor.press("Bewaar wat eruit kwam")
    assert "Bewaard. Alleen jij ziet dit." in noor.reads and AGREED in noor.reads
    assert AGREED not in all_pages(marleen)
    noor.follow("Deel met Marleen wat jullie afspraken")
    noor.press("Deel dit met Marleen")


def she_looks_back(noor: Someone) -> None:
    open_her_talk(noor)
    noor.follow("Kijk terug op dit gesprek")
    assert noor.title == "Hielp het gesprek?"
    noor.choose("Een beetje")
    noor.looks("talk-look-back")
    noor.press("Bewaar je antwoord")
    assert "Hielp het gesprek? Een beetje" in noor.reads


def test_the_examples_come_and_go_with_one_click(arrive: Arrive) -> None:
    noor = arrive("Noor")
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.go("/vandaag/")
    before = noor.reads
    assert "Hier begint je eerste samenwerking" in before
    noor.press("Zet voorbeelden klaar")
    assert "Je voorbeelden staan klaar." in noor.reads
    expect(noor.page.get_by_role("region", name="Je samenwerkingen")).to_contain_text("Voorbeeld")
    noor.looks("today-examples")
    noor.follow("Over de voorbeelden")
    noor.press("Haal alle voorbeelden weg")
    assert "De voorbeelden zijn weg." in noor.reads
    noor.go("/vandaag/")
    assert noor.reads == before


def test_both_take_their_dossier_along(noor: Someone, marleen: Someone) -> None:
    noor.log_fact("Gesprek gehad", note="Over de planning van mei.")
    noor.log_fact("Iets opschrijven", note="Dit zeg ik nog niet.", circle="Alleen voor mij")
    hers, others = dossier_of(noor), dossier_of(marleen)
    assert "Over de planning van mei." in hers and "Over de planning van mei." in others
    assert "Dit zeg ik nog niet." in hers and "Dit zeg ik nog niet." not in others


def dossier_of(someone: Someone) -> str:
    """The file that she downloads."""
    someone.go_home()
    someone.follow("Neem je dossier mee")
    someone.looks(f"dossier-{someone.name.lower()}")
    with someone.page.expect_download() as coming:
        someone.press("Download je dossier")
    assert re.fullmatch(r"samenstroom-[a-z-]+-2026-01-05\.json", coming.value.suggested_filename)
    text = coming.value.path().read_text(encoding="utf-8")
    assert json.loads(text)["format"] == "samenstroom-dossier"
    return text

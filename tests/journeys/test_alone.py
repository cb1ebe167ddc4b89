"""Noor alone: Marleen never takes part, and everything works for one person."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.crawl import pages_of
from tests.journeys.eyes import words_of
from tests.journeys.someone import Someone

# Words that would tell her that the other falls short, or that she herself should do something about it.
GUILT = re.compile(
    r"negeert|laat je wachten|reageert niet|nog steeds niet|wacht (al|nog) op Marleen|herinner Marleen|je loopt achter",
    re.IGNORECASE,
)


def test_noor_alone_for_a_month(arrive: Arrive, time: Time) -> None:
    noor = arrive("Noor")
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof", origin="Via ons netwerk")
    she_chooses_a_rhythm_of_her_own(noor)
    noor.own_checkin(4, 4, remark="We beginnen rustig.")
    assert "Bewaard in je binnenzak." in noor.reads
    noor.log_fact("Iets opschrijven", note="Ik vind haar idee echt goed.", circle="Alleen voor mij")
    her_own_stage_leaves_the_shared_one_alone(noor)
    weeks_pass(noor, time)
    her_line_has_a_picture_and_a_table(noor)
    a_notice_that_only_she_sees(noor)
    the_monthly_question(noor)
    nothing_asks_her_to_feel_guilty(noor)


def she_chooses_a_rhythm_of_her_own(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Doe je eigen check-in")
    assert "Marleen ziet je antwoorden nooit" in noor.reads
    noor.looks("own")
    noor.choose("Elke week")
    noor.press("Bewaar mijn ritme")
    assert noor.today()[0].startswith("Tijd voor je eigen check-in over Marleen")


def her_own_stage_leaves_the_shared_one_alone(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Mijn eigen fase")
    noor.looks("own-stage")
    noor.choose("Bijsturen")
    noor.press("Bewaar mijn fase")
    assert "Voor jezelf sta je bij: Bijsturen." in noor.reads
    now = noor.page.get_by_role("navigation", name="Fasen van deze samenwerking").locator("[aria-current=step]")
    expect(now).to_contain_text("Samenwerken")


def weeks_pass(noor: Someone, time: Time) -> None:
    """Four more Mondays: three that go well, and then it goes down."""
    for flow, every in ((4, 4), (4, 4), (3, 3), (2, 2)):
        time.later(weeks=1)
        assert noor.today()[0].startswith(
            ("Tijd voor je eigen check-in", "Over", "Er veranderde", "Op een paar punten")
        )
        noor.own_checkin(flow, every)


def her_line_has_a_picture_and_a_table(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Je eigen check-in")
    figure = noor.page.get_by_role("figure").first
    figure.get_by_text("Bekijk als tabel").click()
    rows = figure.get_by_role("table").get_by_role("row")
    expect(rows).to_have_count(6)
    assert "wisselend (2)" in words_of(rows.last).lower()
    noor.looks("own-line")


def a_notice_that_only_she_sees(noor: Someone) -> None:
    asks = noor.today()
    assert asks[0].startswith("Er veranderde iets voor jou") and "Alleen jij ziet dit hier" in asks[0]
    noor.follow("Bekijk het signaal")
    assert "Uit je eigen check-ins" in noor.reads and "Uit jullie check-ins" not in noor.reads
    assert "Zet voor jezelf op een rij wat er anders is" in noor.reads
    noor.looks("finding-own")
    noor.go_home()
    pocket = noor.page.get_by_role("region", name="In je binnenzak")
    expect(pocket.get_by_role("link", name="Signaal: Er veranderde iets voor jou")).to_be_visible()
    noor.follow("Bekijk zoals Marleen het ziet")
    assert "veranderde" not in noor.reads and "idee echt goed" not in noor.reads and "Bijsturen" not in noor.reads


def the_monthly_question(noor: Someone) -> None:
    question = [one for one in noor.today() if one.startswith("Eén vraag voor jezelf over Marleen")]
    assert question, "after a month"
    noor.follow("Beantwoord de vraag")
    noor.looks("carrying-on")
    noor.press("Bewaar mijn antwoord")
    assert "Kies wat het dichtst bij je gevoel ligt." in noor.reads
    noor.choose("Ik twijfel")
    noor.press("Bewaar mijn antwoord")
    assert not [one for one in noor.today() if one.startswith("Eén vraag voor jezelf")]


def nothing_asks_her_to_feel_guilty(noor: Someone) -> None:
    noor.go("/vandaag/")
    for address, html in pages_of(noor).items():
        found = GUILT.search(html)
        assert found is None, f"{address}: {found and found.group()}"
        assert "Het is stil bij Marleen" not in html, address
    noor.go_home()
    assert "Marleen doet nog niet mee. Dat mag." in noor.reads


def test_what_she_typed_stays_when_something_is_missing(noor: Someone) -> None:
    noor.go("/samenwerkingen/nieuw/")
    noor.fill("Met wie?", "Irene Hofman")
    noor.press("Begin deze samenwerking")
    expect(noor.page.get_by_label("Met wie?")).to_have_value("Irene Hofman")
    assert_points_at(noor, "Geef de samenwerking een naam.", "Hoe heet deze samenwerking?")
    noor.log_fact("Gesprek gehad", note="Over de planning van mei.", on="2031-01-01", circle="Alleen voor mij")
    expect(noor.page.get_by_label("Een paar woorden")).to_have_value("Over de planning van mei.")
    expect(noor.page.get_by_role("radio", name="Alleen voor mij")).to_be_checked()
    assert_points_at(noor, "Kies vandaag of een dag die al geweest is.", "Wanneer was het?")
    noor.fill("Wanneer was het?", "2026-01-02")
    noor.press("Bewaar deze regel")
    assert "Over de planning van mei." in noor.reads


def assert_points_at(someone: Someone, problem: str, label: str) -> None:
    """The title says so first, the summary has the focus and leads to the field, the field tells it itself."""
    expect(someone.page).to_have_title(re.compile("^Fout:"))
    summary = someone.page.get_by_role("alert")
    expect(summary).to_be_focused()
    someone.looks("form-with-errors")
    summary.get_by_role("link", name=problem).click()
    field = someone.page.get_by_label(label)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(re.escape(problem)))


def test_going_back_and_pressing_twice_do_no_harm(noor: Someone) -> None:
    noor.log_fact("Gesprek gehad", note="Eerste keer.")
    noor.go_back()
    noor.press("Bewaar deze regel")
    assert noor.reads.count("Eerste keer.") == 1, "the same line again is one line"
    noor.go_home()
    noor.follow("Noteer iets")
    noor.follow("Gesprek gehad")
    noor.fill("Een paar woorden", "Dubbel geklikt.")
    noor.page.get_by_role("button", name="Bewaar deze regel").dblclick()
    expect(noor.page.get_by_role("heading", level=1)).to_have_text("Logboek")
    assert noor.reads.count("Dubbel geklikt.") == 1
    noor.own_checkin(4)
    noor.go_back()
    noor.press("Bewaar in mijn binnenzak")
    noor.go_home()
    assert "De laatste was op" in noor.reads or "Ga verder waar je was" in noor.reads


def test_a_new_collaboration_pressed_twice_is_one(noor: Someone) -> None:
    noor.go("/samenwerkingen/nieuw/")
    noor.fill("Met wie?", "Irene Hofman")
    noor.fill("Hoe heet deze samenwerking?", "Atelier Hofman")
    noor.page.get_by_role("button", name="Begin deze samenwerking").dblclick()
    expect(noor.page.get_by_role("heading", level=1)).to_have_text("Atelier Hofman")
    noor.go("/samenwerkingen/")
    expect(noor.page.get_by_role("link", name="Atelier Hofman")).to_have_count(1)

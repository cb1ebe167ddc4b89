"""Without a mouse, on every size of screen, in the dark by choice, and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from samenstroom.collaborations.models import Collaboration
from tests import people
from tests.journeys.conftest import SIZES, Time
from tests.journeys.someone import ONLY_ME, SEVEN, Someone

FOCUS_SHOWS = """() => {
  const isDrawn = one => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const one = document.activeElement;
  return !one || one === document.body || isDrawn(one) || (one.closest("label") && isDrawn(one.closest("label")));
}"""


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until this has the focus, as somebody without a mouse does; each stop on the way is outlined."""
    goal = page.get_by_role(role, name=name).first  # type: ignore[arg-type]
    for _ in range(60):
        page.keyboard.press("Tab")
        page.wait_for_function(FOCUS_SHOWS, timeout=3000)
        if goal.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"sixty times Tab did not lead to {name}")


def test_a_whole_check_in_with_the_keyboard_alone(marleen: Someone, noor: Someone) -> None:
    keys = noor.page.keyboard
    noor.go("/vandaag/")
    keys.press("Tab")
    expect(noor.page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    keys.press("Enter")
    expect(noor.page.get_by_role("main")).to_be_focused()
    tab_to(noor.page, "link", "Beantwoord de check-in")
    keys.press("Enter")
    expect(noor.page).to_have_title(re.compile("^Stap 1 van 3"))
    tab_to(noor.page, "radio", "Stroef")
    keys.press("Space")
    for _ in range(3):
        keys.press("ArrowDown")
    expect(noor.page.get_by_role("radio", name="Goed", exact=True)).to_be_checked()
    noor.page.wait_for_function(FOCUS_SHOWS, timeout=3000)
    tab_to(noor.page, "button", "Volgende")
    keys.press("Enter")
    expect(noor.page).to_have_title(re.compile("^Stap 2 van 3"))
    for point in SEVEN:
        row = noor.page.get_by_role("group", name=point)
        while not row.get_by_role("radio").first.evaluate("one => one === document.activeElement"):
            keys.press("Tab")
        keys.press("Space")
        keys.press("ArrowRight")
        expect(row.get_by_role("radio", name="Wisselend")).to_be_checked()
    tab_to(noor.page, "button", "Volgende")
    keys.press("Enter")
    expect(noor.page).to_have_title(re.compile("^Stap 3 van 3"))
    tab_to(noor.page, "textbox", "Wat waardeer je in Marleen?")
    keys.type("Je denkt mee.")
    tab_to(noor.page, "textbox", "Wil je iets inbrengen?")
    keys.type("Ik wil het rustiger aan doen.")
    tab_to(noor.page, "radio", "Nu delen")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    expect(noor.page.get_by_role("radio", name=ONLY_ME)).to_be_checked()
    tab_to(noor.page, "button", "Sluit mijn envelop")
    keys.press("Enter")
    expect(noor.page.get_by_role("heading", level=1)).to_have_text("Jouw envelop is dicht")


def test_what_is_missing_gets_the_focus(marleen: Someone) -> None:
    marleen.open_checkin()
    marleen.press("Volgende")
    expect(marleen.page).to_have_title(re.compile("^Fout:"))
    expect(marleen.page.get_by_role("alert")).to_be_focused()
    marleen.page.keyboard.press("Tab")
    marleen.page.keyboard.press("Enter")
    inside = marleen.page.get_by_role("group", name="Stroomt het")
    assert inside.evaluate("one => one.contains(document.activeElement)")


def test_nothing_is_wider_than_the_screen(marleen: Someone, noor: Someone, time: Time) -> None:
    """Every main page of both doors, with long words and a history, at four widths."""
    noor.log_fact("Iets opschrijven", note="Arbeidsongeschiktheidsverzekeringsmaatschappij" * 3)
    table = Collaboration.objects.get()
    together = people.Together(table, *(seat.person for seat in table.seats.order_by("pk")))  # type: ignore[arg-type]
    for _ in range(3):
        people.answer(together.round, together.noors_seat, balance=2, remark="Later over praten.", remark_choice="mine")
        people.answer(
            together.round, together.marleens_seat, every=2, personal=5, remark="Bel je?", remark_choice="now"
        )
        time.later(weeks=2)
    rest = ["", "fase/", "ritme/", "samenwerken/check-in/", "samenwerken/stroom/", "logboek/", "logboek/nieuw/",
            "logboek/nieuw/invoice_sent/", "gedeeld/", "zoals-de-ander/", "samenwerken/check-in/2026-01-19/",
            "samenwerken/check-in/2026-02-16/1/", "samenwerken/check-in/2026-02-16/2/",
            "samenwerken/check-in/2026-02-16/3/"]  # fmt: skip
    own = ["link/", "eigen/", "eigen/1/", "eigen/2/", "zou-ik-doorgaan/", "mijn-fase/", "collega/"]
    noors = ["/vandaag/", "/samenwerkingen/", "/samenwerkingen/nieuw/", "/ik/", "/privacy/", "/hulp/"]
    at_noors = noor.home.removeprefix(noor.site)
    at_marleens = marleen.home.removeprefix(marleen.site)
    assert not too_wide(noor, [*noors, *(at_noors + one for one in [*rest, *own])])
    assert not too_wide(marleen, ["/kant/account/", "/kant/stoppen/", *(at_marleens + one for one in rest)])


def too_wide(someone: Someone, paths: list[str]) -> list[str]:
    """The pages that stick out, with the width at which they do."""
    found = []
    for path in paths:
        someone.go(path)
        for width, height in SIZES.items():
            someone.page.set_viewport_size({"width": width, "height": height})
            if someone.sticks_out():
                found.append(f"{path} at {width} px")
    return found


def test_the_dark_is_a_setting_too(noor: Someone) -> None:
    def ground() -> str:
        return str(noor.page.evaluate("getComputedStyle(document.body).backgroundColor"))

    noor.go("/vandaag/")
    light = ground()
    noor.follow("Noor Jansen: profiel en instellingen")
    noor.page.get_by_label("Licht of donker").select_option(label="Donker")
    noor.press("Bewaar")
    noor.go("/vandaag/")
    assert ground() != light, "also while her computer is set to light"
    noor.looks("today-dark-by-choice")


def test_on_paper_a_shared_page_keeps_the_pocket_out(marleen: Someone, noor: Someone) -> None:
    noor.answer_checkin(4, remark="Dit bewaar ik voor het gesprek.", choice="Bewaren voor ons gesprek")
    marleen.answer_checkin(3)
    noor.page.reload()
    kept = noor.page.get_by_role("region", name="Je bewaarde opmerking")
    expect(kept).to_be_visible()
    noor.page.emulate_media(media="print")
    expect(kept).to_be_hidden()
    expect(noor.page.get_by_role("heading", name="De enveloppen zijn open")).to_be_visible()
    noor.go_home()
    noor.follow("Je eigen check-in")
    expect(noor.page.get_by_text("Alleen voor mij", exact=True).first).to_be_visible()

"""Someone who uses the app: she reads, clicks and types what stands on the page, in Dutch, and nothing else.

Everything goes by roles, labels and visible text. What goes wrong on her screen is noticed by `Eyes`.
"""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page

from tests.journeys.eyes import Eyes, words_of

PASSWORD = "een zin die je onthoudt"
CODE = "blauwe fiets"
STEPS = {1: "Stroef", 2: "Wisselend", 3: "Het gaat", 4: "Goed", 5: "Heel goed", None: "Kan ik niet zeggen"}
SEVEN = ("Communicatie", "Waarden", "Balans", "Vertrouwen", "Geld", "Prioriteiten", "Klik")
SHARE_NOW, KEEP_FOR_TALK, ONLY_ME = "Nu delen", "Bewaren voor ons gesprek", "Alleen voor mij"


class Someone(Eyes):
    """One person with one browser; `name` is the first name others call her by."""

    def __init__(self, page: Page, site: str, name: str, *, has_scripts: bool) -> None:
        super().__init__(page, site, has_scripts=has_scripts)
        self.name = name
        self.home = ""
        self.has_account = False

    # Getting around

    def go(self, path: str) -> None:
        """Open an address of the app."""
        self.page.goto(self.site + path)

    def press(self, words: str, *, inside: Locator | None = None) -> None:
        """Press the button with these words."""
        (inside or self.page).get_by_role("button", name=words).first.click()

    def follow(self, words: str, *, inside: Locator | None = None) -> None:
        """Follow the link with these words."""
        (inside or self.page).get_by_role("link", name=words).first.click()

    def fill(self, label: str, text: str) -> None:
        """Type into the field with this label."""
        self.page.get_by_label(label).and_(self.page.locator("input, textarea")).fill(text)

    def choose(self, words: str, *, question: str = "") -> None:
        """Choose one of the answers to a question."""
        where: Any = self.page.get_by_role("group", name=question) if question else self.page
        where.get_by_role("radio", name=words, exact=True).check()

    @property
    def title(self) -> str:
        """The heading of the page she is on."""
        return words_of(self.page.get_by_role("heading", level=1).first)

    @property
    def reads(self) -> str:
        """All that she can read on the page."""
        return words_of(self.page.get_by_role("main"))

    def go_home(self) -> None:
        """To the page of her collaboration, as she bookmarked it."""
        self.page.goto(self.home)

    def go_back(self) -> None:
        """The back button of the browser, once the page stands still."""
        self.page.wait_for_load_state("load")
        with self.page.expect_navigation():
            self.page.evaluate("() => { setTimeout(() => history.back(), 0) }")

    # An account and a collaboration

    def sign_up(self, full_name: str, email: str) -> None:
        """Make an account, from the first page on."""
        self.go("/")
        self.follow("Maak een account")
        self.fill("Je naam", full_name)
        self.fill("E-mailadres", email)
        self.fill("Wachtwoord", PASSWORD)
        self.press("Maak mijn account")
        self.has_account = True

    def sign_in(self, email: str) -> None:
        """Come back to her account."""
        self.go("/account/inloggen/")
        self.fill("E-mailadres", email)
        self.fill("Wachtwoord", PASSWORD)
        self.press("Log in", inside=self.page.get_by_role("main"))
        self.has_account = True

    def start_collaboration(
        self, other: str, name: str, *, stage: str = "Samenwerken", kind: str = "", country: str = "", origin: str = ""
    ) -> None:
        """Begin a collaboration; from now on it is the one she goes home to."""
        self.go("/vandaag/")
        self.page.get_by_role("link", name=re.compile("Begin een samenwerking|Nieuwe samenwerking")).first.click()
        self.fill("Met wie?", other)
        self.fill("Hoe heet deze samenwerking?", name)
        chosen = {
            "Waar staan jullie nu?": stage,
            "Wat voor samenwerking?": kind,
            "In welk land?": country,
            "Hoe kwamen jullie bij elkaar?": origin,
        }
        for label, words in chosen.items():
            if words:
                self.page.get_by_label(label).select_option(label=words)
        self.press("Begin deze samenwerking")
        self.home = self.page.url

    def copy_link(self) -> str:
        """Make a copy of the other's personal link and read it from the page."""
        self.go_home()
        self.press("Kopieer")
        return self.page.get_by_label(re.compile("^De link van ")).input_value()

    # A personal link

    def open_link(self, link: str) -> None:
        """Open the link and press the one button on the first page."""
        self.page.goto(link)
        self.press("Ja, ga verder als")

    def claim(self, link: str, code: str = CODE) -> None:
        """Make the link hers with a code of her own."""
        self.open_link(link)
        self.fill("Je eigen code", code)
        self.press("Bewaar mijn code en ga verder")
        self.home = self.page.url

    # Check-ins

    def propose_rhythm(self, how_often: str = "Elke twee weken") -> None:
        """Propose how often both look at how it goes."""
        self.go_home()
        self.page.get_by_role("link", name=re.compile("Ritme van de check-ins|Stel een ritme voor")).first.click()
        self.choose(how_often)
        self.press("Stel voor aan")

    def accept_rhythm(self) -> None:
        """Say yes to the rhythm that lies on the table."""
        self.go_home()
        if self.has_account:
            self.follow("Ritme van de check-ins")
        self.page.get_by_role("button", name=re.compile("^Ja, d")).first.click()

    def open_checkin(self) -> None:
        """Go to the first question of the check-in that waits for her."""
        self.go_home()
        self.page.get_by_role("link", name=re.compile("^Check-in van|^Beantwoord de check-in")).first.click()

    def answer_checkin(
        self, flow: int | None, every: int | None = 4, *, appreciation: str = "", remark: str = "",
        choice: str = SHARE_NOW, **seven: int | None,
    ) -> None:  # fmt: skip
        """Answer the check-in that waits: `every` is the step of each of the seven that is not named."""
        self.open_checkin()
        self.answer_flow(flow)
        self.answer_seven(every, **seven)
        if appreciation:
            self.fill("Wat waardeer je in", appreciation)
        if remark:
            self.fill("Wil je iets inbrengen?", remark)
            self.page.get_by_role("radio", name=choice).check()
        self.press("Sluit mijn envelop")

    def answer_flow(self, flow: int | None) -> None:
        """The first step."""
        self.choose(STEPS[flow], question="Stroomt het")
        self.press("Volgende")

    def answer_seven(self, every: int | None = 4, **seven: int | None) -> None:
        """The second step: one tap for each of the seven."""
        for point in SEVEN:
            self.choose(STEPS[seven.get(point, every)], question=point)
        self.press("Volgende")

    def propose_repair(self, text: str, *, who: str = "Wij allebei", look_back_on: str = "") -> None:
        """On the page of an opened check-in: put a small agreement on the table."""
        self.fill("Wat spreken jullie af?", text)
        self.choose(who)
        if look_back_on:
            self.fill("Wanneer kijken jullie terug?", look_back_on)
        self.press("Stel voor aan")

    def agree(self) -> None:
        """Say yes to the agreement on this page."""
        self.page.get_by_role("button", name=re.compile("^Ja, d.* spreken we af")).first.click()

    def own_checkin(self, flow: int | None, every: int | None = 4, *, remark: str = "", **seven: int | None) -> None:
        """A check-in that is only hers."""
        self.go_home()
        self.follow("Je eigen check-in")
        if self.page.get_by_role("group", name="Stroomt het").count() == 0:
            self.page.get_by_role("link", name=re.compile("^Begin, ongeveer|^Ga verder waar")).click()
        self.answer_flow(flow)
        self.answer_seven(every, **seven)
        if remark:
            self.fill("Wat wil je onthouden?", remark)
        self.press("Bewaar in mijn binnenzak")

    # The logbook

    def log_fact(
        self, kind: str, *, note: str = "", about: str = "", circle: str = "", on: str = "", **fields: str
    ) -> None:
        """Write down a dated fact; `fields` are what this kind asks besides, by label."""
        self.go_home()
        self.page.get_by_role("link", name=re.compile("^Noteer iets|^Schrijf iets op")).first.click()
        self.follow(kind)
        if about:
            self.choose(about, question="Over wie gaat het?")
        if on:
            self.fill("Wanneer was het?", on)
        for label, text in fields.items():
            self.fill(label, text)
        if note:
            self.fill("Een paar woorden", note)
        if circle:
            self.page.get_by_role("radio", name=circle).check()
        self.press("Bewaar")

    # What she is shown

    def open_card(self, table: str) -> None:
        """From Vandaag to one of her collaborations, which is then the one she goes home to."""
        self.go("/vandaag/")
        self.follow(table, inside=self.page.get_by_role("region", name="Je samenwerkingen"))
        self.home = self.page.url

    def today(self) -> list[str]:
        """What asks her attention now, as she reads it: on Vandaag, or on her own side when she has only a link."""
        if self.has_account:
            self.go("/vandaag/")
            asks = self.page.get_by_role("region", name="Wat aandacht vraagt")
            return [words_of(item) for item in asks.get_by_role("listitem").all()]
        self.go("/kant/")
        main = self.page.get_by_role("main")
        stands_out = main.get_by_role("region", name="Wat opvalt").get_by_role("listitem").all()
        return [words_of(one) for one in (main.get_by_role("region").first, *stands_out)]

    def signals(self) -> list[str]:
        """Everything that the app noticed, on the page of the collaboration, by title and line."""
        self.go_home()
        if self.has_account:
            title = self.page.get_by_role("link", name=re.compile("^Signaal: "))
            rows = self.page.get_by_role("listitem").filter(has=title)
            return [words_of(row).removeprefix("Signaal: ") for row in rows.all()]
        found = self.page.get_by_role("region", name="Wat opvalt").get_by_role("listitem")
        return [words_of(one) for one in found.all()]

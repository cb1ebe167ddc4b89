"""From an empty app to a check-in that two people open together, and on until something changes.

Noor works on a wide screen, Marleen on her phone. The whole story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.crawl import pages_of
from tests.journeys.someone import ONLY_ME, Someone

TABLE = "Studio Lindenhof"
THANKS = "Je zag mijn drukke week eerder dan ik."
REMARK = "Ik hoor graag eerder wat er niet gaat lukken."
SECRET = "Ik weet niet of ik dit zo lang volhoud."
REASON = "Marleen zit deze maand midden in een verhuizing."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_open_a_check_in_together_and_notice_in_time_that_it_changes(
    arrive: Arrive, time: Time, has_scripts: bool
) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    link = noor_begins(noor)
    a_mail_scanner_looks_at(link, arrive)
    noor_gets_nowhere_with(link, noor)
    marleen_claims(link, marleen)
    noor_is_asked_for_a_code(link, noor, arrive("Noor in a private window", has_scripts=has_scripts))
    they_agree_on_a_rhythm(noor, marleen)
    marleen_answers(marleen)
    noor_sees_that_marleen_has_sent(noor)
    if has_scripts:  # What the app sends is the same without.
        noor_sees_nothing_more(noor)
        not_a_letter_changes_when_marleen_changes_everything(noor, marleen)
    noor_answers_and_both_see_it(noor, marleen)
    they_agree_on_a_repair(noor, marleen)
    rounds_follow_and_marleen_falls(noor, marleen, time)
    noor_reads_the_notice_and_sets_it_aside(noor)
    it_comes_back_only_for_new_facts(noor, marleen, time)


def noor_begins(noor: Someone) -> str:
    noor.go("/")
    noor.looks("welcome")
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    assert noor.title == "Goedemorgen, Noor"
    noor.looks("today-empty")
    noor.start_collaboration("Marleen de Vries", TABLE, kind="Virtual assistant en opdrachtgever")
    assert "Marleen doet nog niet mee. Dat mag." in noor.reads
    noor.looks("collaboration-alone")
    link = noor.copy_link()
    assert link.startswith(noor.site + "/l/")
    noor.looks("link-made")
    return link


def a_mail_scanner_looks_at(link: str, arrive: Arrive) -> None:
    """It opens every link in a mail, some of them twice, and follows no button."""
    scanner = arrive("a mail scanner").page.request
    for _ in range(3):
        assert scanner.get(link).ok
        assert scanner.head(link).ok


def noor_gets_nowhere_with(link: str, noor: Someone) -> None:
    """Her own browser knows her: the link is for the other side of the table."""
    for _ in range(2):
        answer = noor.page.goto(link)
        assert answer is not None and answer.status == 403
        assert noor.title == "Deze link is voor Marleen"
        expect(noor.page.get_by_role("button", name="Ja, ga verder als")).to_have_count(0)
    noor.looks("link-own-side")


def marleen_claims(link: str, marleen: Someone) -> None:
    marleen.page.goto(link)
    assert marleen.title == "Ben jij Marleen de Vries?"
    marleen.looks("link-landing")
    marleen.press("Ja, ga verder als Marleen")
    assert "Stichting De Beheerder" in marleen.reads, "who runs this is told before she goes on"
    marleen.looks("link-claim")
    marleen.claim(link)
    assert marleen.title == "Dag Marleen"
    assert link.rstrip("/").rsplit("/", 1)[1] not in marleen.page.url
    marleen.looks("side-first")


def noor_is_asked_for_a_code(link: str, noor: Someone, private: Someone) -> None:
    """The link is Marleen's now: also where nobody knows Noor, it takes the code that only Marleen knows."""
    noor.page.goto(link)
    assert noor.title == "Deze link is voor Marleen"
    private.open_link(link)
    assert private.title == "Vul je eigen code in"
    private.looks("link-code")
    private.fill("Je eigen code", "marleen")
    private.press("Open mijn kant")
    assert "Deze code klopt niet" in private.reads
    private.go("/kant/")
    assert private.title == "Open je persoonlijke link"
    private.looks("link-closed")


def they_agree_on_a_rhythm(noor: Someone, marleen: Someone) -> None:
    noor.propose_rhythm("Elke twee weken")
    noor.looks("rhythm-proposed")
    assert marleen.today()[0].startswith("Noor stelt een ritme voor")
    marleen.accept_rhythm()
    assert marleen.today()[0].startswith("Er staat een check-in voor je klaar")


def marleen_answers(marleen: Someone) -> None:
    marleen.open_checkin()
    marleen.looks("check-in-flow")
    marleen.choose("Goed", question="Stroomt het")
    marleen.picture("check-in-phone", whole=False)
    marleen.answer_flow(4)
    marleen.looks("check-in-seven")
    marleen.answer_seven(4, Communicatie=2, Klik=5)
    marleen.fill("Wat waardeer je in", THANKS)
    marleen.fill("Wil je iets inbrengen?", REMARK)
    marleen.page.get_by_role("radio", name="Nu delen").check()
    marleen.looks("check-in-words")
    marleen.press("Sluit mijn envelop")
    assert marleen.title == "Jouw envelop is dicht"
    marleen.looks("check-in-sent")


def noor_sees_that_marleen_has_sent(noor: Someone) -> None:
    assert noor.today()[0].startswith("Marleen heeft de check-in beantwoord")
    noor.looks("today-marleen-sent")


def noor_sees_nothing_more(noor: Someone) -> None:
    for address, html in pages_of(noor).items():
        assert THANKS not in html and REMARK not in html, address


def not_a_letter_changes_when_marleen_changes_everything(noor: Someone, marleen: Someone) -> None:
    """So her words and her steps are on no page that Noor can open, in no form at all."""
    before = pages_of(noor)
    assert len(before) > 25
    marleen.follow("Pas je antwoord aan")
    marleen.answer_flow(1)
    marleen.answer_seven(1)
    marleen.fill("Wat waardeer je in", "")
    marleen.fill("Wil je iets inbrengen?", SECRET)
    marleen.press("Bewaar mijn antwoord")
    assert pages_of(noor) == before
    marleen_puts_it_back(marleen)


def marleen_puts_it_back(marleen: Someone) -> None:
    marleen.follow("Pas je antwoord aan")
    marleen.answer_flow(4)
    marleen.answer_seven(4, Communicatie=2, Klik=5)
    marleen.fill("Wat waardeer je in", THANKS)
    marleen.fill("Wil je iets inbrengen?", REMARK)
    marleen.press("Bewaar mijn antwoord")


def noor_answers_and_both_see_it(noor: Someone, marleen: Someone) -> None:
    noor.answer_checkin(4, Waarden=5, appreciation="Je zegt meteen waar het op staat.", remark=SECRET, choice=ONLY_ME)
    assert noor.title == "De enveloppen zijn open"
    assert THANKS in noor.reads and REMARK in noor.reads
    # Waarden and Klik are one step apart, communicatie two: that comes first.
    first = noor.page.get_by_role("heading", level=2).filter(has_text=re.compile("zeg")).first
    expect(first).to_have_text("Marleen zegt: wisselend. Jij zegt: goed.")
    noor.looks("reveal-wide")
    assert marleen.today()[0].startswith("Jullie antwoorden liggen klaar")
    marleen.looks("side-opened")
    marleen.follow("Bekijk jullie antwoorden")
    expect(marleen.page.get_by_role("heading", name="Noor zegt: goed. Jij zegt: wisselend.")).to_be_visible()
    marleen.looks("reveal-phone")
    assert not [address for address, html in pages_of(marleen).items() if SECRET in html]


def they_agree_on_a_repair(noor: Someone, marleen: Someone) -> None:
    noor.follow("Spreek iets af")
    noor.propose_repair("We bellen elke maandag tien minuten.", look_back_on="2026-01-26")
    assert "Marleen nog niet" in noor.reads
    noor.looks("repair-proposed")
    assert marleen.today()[0].startswith("Noor stelt een afspraak voor")
    marleen.looks("side-repair")
    marleen.agree()
    assert "Allebei akkoord" in marleen.reads
    noor.page.reload()
    assert "Allebei akkoord" in noor.reads


def rounds_follow_and_marleen_falls(noor: Someone, marleen: Someone, time: Time) -> None:
    time.later(weeks=2)
    noor.answer_checkin(4)
    marleen.answer_checkin(4, Communicatie=3)
    assert not [one for one in noor.today() if "signaal" in one]
    time.later(weeks=2)
    did_it_help(noor, marleen)
    noor.answer_checkin(4)
    marleen.answer_checkin(3, 3)
    time.later(weeks=2)
    marleen.answer_checkin(2, 2, Waarden=4)
    noor.answer_checkin(4)


def did_it_help(noor: Someone, marleen: Someone) -> None:
    """The agreement comes back on its day; both answers open together."""
    noor.go("/vandaag/")
    noor.follow("Kijk terug")
    noor.choose("Ja, het helpt")
    noor.press("Bewaar mijn antwoord")
    assert "Marleen heeft het nog niet gezegd. Dat mag." in noor.reads
    noor.looks("look-back")
    marleen.go_home()
    marleen.follow("We bellen elke maandag tien minuten.")
    marleen.follow("Kijk terug: hielp het?")
    assert "Ja, het helpt" not in words_on_the_table(marleen)
    marleen.choose("Een beetje")
    marleen.press("Bewaar mijn antwoord")
    assert "Jullie hebben het allebei gezegd." in marleen.reads
    assert "Ja, het helpt" in words_on_the_table(marleen)


def words_on_the_table(someone: Someone) -> str:
    """What is said on the page, without the answers that can still be chosen."""
    said = someone.page.get_by_role("main").get_by_role("paragraph").all_inner_texts()
    return " ".join(said)


def noor_reads_the_notice_and_sets_it_aside(noor: Someone) -> None:
    asks = noor.today()
    assert asks[0].startswith("Er veranderde iets voor Marleen")
    noor.looks("today-notice")
    noor.follow("Bekijk het signaal")
    assert noor.title == "Er veranderde iets voor Marleen"
    assert "Waarom zie je dit?" in noor.reads and "16 februari" in noor.reads
    noor.page.get_by_text("Bekijk de regel achter dit signaal").click()
    assert "We vergelijken de laatste twee check-ins" in noor.reads
    assert "Vraag Marleen hoe het gaat" in noor.reads
    noor.looks("finding")
    noor.press("Leg dit signaal weg")
    assert "Schrijf in een paar woorden waarom dit niet past." in noor.reads
    noor.fill("Waarom past dit niet?", REASON)
    noor.press("Leg dit signaal weg")
    assert "Weggelegd. Het komt voor deze feiten niet terug." in noor.reads
    assert not [one for one in noor.today() if "Bekijk het signaal" in one]
    noor.looks("today-calm")


def it_comes_back_only_for_new_facts(noor: Someone, marleen: Someone, time: Time) -> None:
    time.later(days=3)
    assert not [one for one in noor.today() if "Bekijk het signaal" in one]
    assert not [address for address, html in pages_of(marleen).items() if REASON in html]
    time.later(days=11)
    noor.answer_checkin(4)
    marleen.answer_checkin(2, 2)
    assert [one for one in noor.today() if "Bekijk het signaal" in one], "another low check-in is another fact"
    noor.go_home()
    noor.looks("collaboration")
    noor.follow("De stroom")
    noor.looks("stream")

"""Pages of an acquaintance behind both doors: wrong input, everything that can be typed, twice, and after it is over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenstroom.collaborations.actions import show_colleague
from samenstroom.collaborations.models import HistoryLine
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.exploring.models import OwnAcquaintance
from samenstroom.kit import clock
from tests.doors.table_story import Door, door_of
from tests.people import Together, day, karin, together

pytestmark = pytest.mark.django_db

ROOT = "verkennen/kennismaking/"
SIDES = pytest.mark.parametrize("who", ["noor", "marleen"])
TYPED = ["🌊" * 400, "مرحبا بكم", "<script>alert(1)</script>", "twee\r\nregels", "100% & 'meer'"]


@pytest.fixture
def table() -> Iterator[Together]:
    with clock.frozen(day(3)):
        yield together(with_rhythm=False, stage="explore")


def door(table: Together, who: str) -> Door:
    return door_of(getattr(table, who), table)


def begun(table: Together, who: str = "noor") -> str:
    """Her address of a new acquaintance."""
    door(table, who).post(ROOT)
    return f"{ROOT}{Exchange.objects.latest('pk').public_id}/"


def send_both(table: Together, rest: str, **noors: Any) -> None:
    door(table, "noor").post(f"{rest}1/", **noors)
    for who in ("noor", "marleen"):
        assert door(table, who).post(f"{rest}versturen/").status_code == 302


@SIDES
def test_either_side_begins_and_twice_is_one(table: Together, who: str) -> None:
    page = door(table, who).text(ROOT)
    assert "met vragen voor jullie allebei." in page
    begun(table, who)
    begun(table, who)
    assert Exchange.objects.count() == 1
    assert "Nodig" not in door(table, who).text(ROOT), "while one is open there is nothing to propose"


@SIDES
def test_every_page_is_there_for_both(table: Together, who: str) -> None:
    rest = begun(table)
    for page in ("", *(f"{number}/" for number in range(1, 6)), "versturen/"):
        assert door(table, who).get(rest + page).status_code == 200, page
    assert door(table, who).get(f"{rest}6/").status_code == 404
    assert door(table, who).get(f"{rest}gezegd/matters/").status_code == 302, "not before it opened"
    send_both(table, rest)
    assert door(table, who).get(rest).status_code == 200
    assert door(table, who).get(f"{rest}gezegd/matters/").status_code == 200
    assert door(table, who).get(f"{rest}gezegd/niets/").status_code == 404
    assert door(table, who).get(f"{rest}1/").status_code == 302, "nothing changes any more"
    assert door(table, who).get(f"{rest}versturen/").status_code == 302


@SIDES
@pytest.mark.parametrize(
    ("part", "data", "told"),
    [
        (1, {"matters_1": "honest", "matters_2": "honest"}, "Dit staat al hoger."),
        (1, {"mistake": "niets"}, 'class="error"'),
        (4, {"hours": "veel"}, "Vul een heel getal in van 1 tot en met 80."),
        (4, {"hours": "81"}, "Vul een heel getal in van 1 tot en met 80."),
        (4, {"reply": "-1"}, "Vul een heel getal in van 0 tot en met 20."),
        (2, {"success": "x" * 50_000}, "Maak er maximaal 2000 tekens van."),
        (2, {"purpose_why": "x" * 501}, "Maak er maximaal 500 tekens van."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(
    table: Together, who: str, part: int, data: dict[str, str], told: str
) -> None:
    rest = begun(table)
    kept = {"disappoint": "NIET-KWIJT", "success_why": "", "never": "NIET-KWIJT", "busy_why": "NIET-KWIJT"}
    response = door(table, who).post(f"{rest}{part}/", **{**kept, **data})
    html = response.content.decode()
    assert response.status_code == 422
    assert told in html and "NIET-KWIJT" in html and "<title>Fout:" in html
    assert not ExchangeAnswer.objects.exists()


@pytest.mark.parametrize("text", TYPED)
def test_everything_that_can_be_typed_is_kept_and_harmless(table: Together, text: str) -> None:
    rest = begun(table)
    send_both(table, rest, never=text, mistake="solved", mistake_why=text)
    assert ExchangeAnswer.objects.get(person=table.noor).answers["never"].split() == text.split()
    page = door(table, "marleen").text(rest)
    assert "<script>alert" not in page
    door(table, "marleen").post(f"{rest}gezegd/never/", text=text)
    door(table, "marleen").post(f"{rest}gezegd/never/", text=text)
    assert HistoryLine.objects.filter(kind="acquaintance_said").count() == 1
    assert "<script>alert" not in door(table, "noor").text(rest)
    assert "<script>alert" not in door(table, "noor").text("logboek/")


def test_two_tabs_keep_both_parts_and_a_late_one_loses_nothing(table: Together) -> None:
    rest = begun(table)
    noor = door(table, "noor")
    noor.post(f"{rest}2/", success="Vrij op vrijdag.")
    noor.post(f"{rest}4/", hours="8")
    kept = ExchangeAnswer.objects.get(person=table.noor).answers
    assert (kept["success"], kept["hours"]) == ("Vrij op vrijdag.", 8)
    send_both(table, rest)
    assert noor.post(f"{rest}2/", success="Anders.").status_code == 302
    assert ExchangeAnswer.objects.get(person=table.noor).answers["success"] == "Vrij op vrijdag."


def test_sealed_words_are_on_no_page_of_the_other(table: Together) -> None:
    rest = begun(table)
    noor = door(table, "noor")
    noor.post(f"{rest}2/", success="GEHEIM")
    noor.post(f"{rest}versturen/")
    assert "GEHEIM" in noor.text(f"{rest}versturen/")
    for page in ("", ROOT, rest, f"{rest}2/", f"{rest}versturen/", "zoals-de-ander/", "gedeeld/", "logboek/"):
        assert "GEHEIM" not in door(table, "marleen").text(page), page


def test_stopped_and_freed(table: Together) -> None:
    rest = begun(table)
    noor, marleen = door(table, "noor"), door(table, "marleen")
    noor.post(f"{rest}2/", success="MIJN-WOORD")
    noor.post(f"{rest}versturen/")
    assert marleen.post(f"{rest}stoppen/").status_code == 302
    assert "blijft dicht, tenzij Noor het vrijgeeft" in marleen.text(rest)
    marleen.post(f"{rest}vrijgeven/")
    assert "MIJN-WOORD" not in marleen.text(rest)
    assert "Laat Marleen dit lezen" in noor.text(rest)
    noor.post(f"{rest}vrijgeven/")
    assert "MIJN-WOORD" in marleen.text(rest)
    assert "Je antwoord ligt open voor Marleen" in noor.text(rest)


def test_a_colleague_reads_along_and_changes_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(3))
    rest = begun(table)
    kim = door_of(colleague, table)
    assert "Noor antwoordt voor jullie kant" in kim.text(rest)
    assert kim.get(f"{rest}1/").status_code == 302
    for page in ("1/", "versturen/", "stoppen/"):
        kim.post(rest + page)
    assert not ExchangeAnswer.objects.exists() and Exchange.objects.get().closed_at is None
    send_both(table, rest, mistake="solved")
    assert "Je leest mee met Noor" in kim.text(rest)


def test_own_guide_leaves_no_trace_for_the_other(table: Together) -> None:
    noor = door(table, "noor")
    pages = ("", ROOT, "zoals-de-ander/", "gedeeld/", "logboek/")
    before = [door(table, "marleen").text(page) for page in pages]
    response = noor.post(f"{ROOT}eigen/2/", success_mine="VAN-MIJ", success_said="VAN-HAAR")
    assert response.headers["Location"].endswith("/eigen/3/")
    page = noor.text(f"{ROOT}eigen/")
    assert "VAN-MIJ" in page and "VAN-HAAR" in page and "Marleen ziet dit nooit" in page
    assert noor.post(f"{ROOT}eigen/2/", success_mine="x" * 2001).status_code == 422
    assert OwnAcquaintance.objects.get().answers["success"]["mine"] == "VAN-MIJ"
    assert [without_token(door(table, "marleen").text(page)) for page in pages] == [
        without_token(html) for html in before
    ]
    assert door(table, "marleen").get(f"{ROOT}eigen/").status_code == 404, "a link has no guide"


def without_token(html: str) -> str:
    """The page without what differs at each request."""
    return "".join(line for line in html.splitlines(keepends=True) if "csrfmiddlewaretoken" not in line)


@SIDES
def test_queries_do_not_grow_with_acquaintances(table: Together, who: str) -> None:
    send_both(table, begun(table))
    rest = begun(table)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as found:
            door(table, who).text(ROOT)
        counts.append(len(found))
        send_both(table, rest)
        rest = begun(table)
    assert counts[0] == counts[1]

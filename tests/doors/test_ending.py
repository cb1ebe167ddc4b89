"""The shared end behind both doors: told, confirmed, settled and thanked; who may do what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenstroom.collaborations.actions import show_colleague, write_line
from samenstroom.farewell.models import AccessBack, ClosingStatement, Ending, LastDay, SettlementItem
from samenstroom.flows.endings import sweep_endings
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.visibility import Circle
from tests.doors.ending_steps import END, NEWS, SETTLE, THANK, closed, doors, told
from tests.doors.table_story import door_of
from tests.people import Together, day, karin, ruben, started, together

pytestmark = pytest.mark.django_db

SIDES = pytest.mark.parametrize("first", ["noor", "marleen"])


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(day(1)):
        yield


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


@SIDES
def test_one_lets_it_know_and_the_other_confirms_in_writing(table: Together, first: str) -> None:
    one, other = told(table, first)
    for door in (one, other):
        assert "Het werk past niet meer." in door.text(END) and "20 januari 2026" in door.text(END)
    assert "Ik neem het terug" in one.text(END) and "Ik heb dit gelezen" not in one.text(END)
    page = other.text(END)
    assert "Ik heb dit gelezen. Het stopt op dinsdag 20 januari." in page and "Even op adem komen" in page
    other.post(f"{END}antwoord/", do="confirm")
    other.post(f"{END}antwoord/", do="confirm")
    assert "Jullie hebben het allebei op papier." in one.text(END)
    assert one.text("logboek/").count("bevestigde het einde") == 1


def test_the_news_stands_first_on_her_side_and_on_vandaag(table: Together) -> None:
    one, other = told(table)
    assert "laat weten dat het stopt" in other.text() and "Dank voor twee jaar." in other.text()
    other.post(f"{END}andere-dag/", last_on="2026-02-01", words="Meer tijd graag.")
    vandaag = one.client.get("/vandaag/").content.decode()
    assert "Marleen vraagt een andere laatste dag" in vandaag
    assert "Meer tijd graag." in one.text(END)
    one.post(f"{END}andere-dag/{LastDay.objects.get().public_id}/")
    assert "1 februari 2026" in other.text(END) and "allebei op papier" in other.text(END)


def test_both_at_once_keeps_the_first_and_loses_no_words(table: Together) -> None:
    _one, other = told(table)
    response = other.post(f"{END}laten-weten/", how="together", words="IK-SCHREEF-OOK-IETS")
    html = response.content.decode()
    assert "liet het net al weten" in html and "IK-SCHREEF-OOK-IETS" in html
    assert Ending.objects.count() == 1


def test_that_it_was_not_safe_is_read_by_nobody_else(table: Together) -> None:
    one, other = doors(table)
    one.post(f"{END}laten-weten/", **{**NEWS, "how": "unsafe"})
    assert "niet veilig voelde" in one.text(END) and "je hoeft niet te praten" in one.text(END)
    page = other.text(END)
    assert "veilig" not in page and "Noor stopt ermee." in page
    assert "veilig" not in other.text("logboek/")


@pytest.mark.parametrize(
    ("rest", "sent", "says"),
    [
        (f"{END}laten-weten/", {"words": "NIET-KWIJT"}, "Kies hoe het eindigt."),
        (f"{END}laten-weten/", {"how": "together", "last_on": "gauw", "words": "NIET-KWIJT"}, "Vul een datum in"),
        (f"{END}laten-weten/", {"how": "together", "last_on": "2066-01-01", "words": "NIET-KWIJT"}, "Klopt het jaar?"),
        (f"{END}laten-weten/", {"how": "together", "words": "NIET-KWIJT" * 5000}, "Maak er maximaal 5000 tekens van"),
        (f"{SETTLE}erbij/", {"text": "NIET-KWIJT", "owner": "me"}, "Kies wat het is."),
        (f"{SETTLE}erbij/", {"kind": "hours", "text": "NIET-KWIJT", "amount": "veel"}, "Vul een getal in"),
        (f"{SETTLE}slot/", {"words": "NIET-KWIJT" * 500}, "Maak er maximaal 2000 tekens van"),
        (f"{END}toegang/", {"text": "NIET-KWIJT"}, "Kies wie dit doet."),
        (f"{THANK}briefje/", {"draft": "NIET-KWIJT" * 500}, "Maak er maximaal 3000 tekens van"),
        (f"{THANK}aanbeveling/", {"draft": "NIET-KWIJT" * 500}, "Maak er maximaal 1500 tekens van"),
        (f"{END}bewaren/", {"until": "2020-01-01"}, "Kies een dag die nog komt."),
    ],
)
@SIDES
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    table: Together, first: str, rest: str, sent: dict[str, str], says: str
) -> None:
    one, _other = doors(table, first)
    response = one.post(rest, **sent)
    html = response.content.decode()
    assert response.status_code == 422 and says in html and "<title>Fout:" in html
    assert "NIET-KWIJT" in html or "until" in sent
    assert not Ending.objects.exists() and not SettlementItem.objects.exists()


@SIDES
def test_settling_from_the_list_to_one_text_both_accept(table: Together, first: str) -> None:
    one, other = doors(table, first)
    one.post(f"{SETTLE}erbij/", kind="data", text="De adressenlijst <script>", amount="", owner="both")
    one.post(f"{SETTLE}erbij/", kind="deposit", text="De borg", amount="250", owner="other")
    data, deposit = SettlementItem.objects.order_by("pk")
    page = other.text(SETTLE)
    assert "€ 250" in page and "&lt;script&gt;" in page
    assert "artikel 28 lid 3" in other.text(f"{SETTLE}{data.public_id}/gegevens/")
    other.post(f"{SETTLE}{data.public_id}/gegevens/", end="erased", end_on="2026-02-01", end_words="Ook de kopie.")
    assert "Wissen op 1 februari 2026. Ook de kopie." in one.text(SETTLE)
    for door in (one, other):
        door.post(f"{SETTLE}{data.public_id}/", do="done")
    assert "Klaar voor jullie allebei" in one.text(SETTLE)
    assert "De borg (€ 250)" in one.text(f"{SETTLE}slot/")
    one.post(f"{SETTLE}slot/", words="Wij zijn klaar, behalve de borg.", except_for=[deposit.public_id])
    assert "De borg (€ 250)" in other.text(SETTLE)
    statement = ClosingStatement.objects.get()
    one.post(f"{SETTLE}slot/{statement.public_id}/", do="accept")
    assert ClosingStatement.objects.get().accepted_at is None, "not her own"
    other.post(f"{SETTLE}slot/{statement.public_id}/", do="accept")
    assert "Jullie namen deze tekst allebei aan." in one.text(SETTLE)


def test_an_offer_from_a_line_of_her_own_says_so_and_is_shared_only_by_her(table: Together) -> None:
    one, other = doors(table)
    line = write_line(
        seat=table.noors_seat, kind="hours_unbilled", now=day(0), circle=Circle.PRIVATE, data={"hours": "6"}
    )
    assert "6 uur" in one.text(SETTLE) and "alleen jij ziet" in one.text(SETTLE)
    assert "6 uur" not in other.text(SETTLE) and "6 uur" not in other.text(f"{SETTLE}erbij/?uit={line.public_id}")
    assert "6 uur" in one.text(f"{SETTLE}erbij/?uit={line.public_id}")


@SIDES
def test_access_is_taken_back_and_confirmed(table: Together, first: str) -> None:
    one, other = doors(table, first)
    one.post(f"{END}toegang/", text="De webwinkel", taker="me")
    access = AccessBack.objects.get()
    other.post(f"{END}toegang/{access.public_id}/", do="confirm")
    assert "Nog niet terug" in other.text(f"{END}toegang/")
    one.post(f"{END}toegang/{access.public_id}/", do="done")
    assert "Ja, dat klopt" not in one.text(f"{END}toegang/")
    other.post(f"{END}toegang/{access.public_id}/", do="confirm")
    assert "en bevestigd door" in one.text(f"{END}toegang/")


@SIDES
def test_a_note_is_private_until_exactly_these_words_are_shared(table: Together, first: str) -> None:
    one, other = doors(table, first)
    one.post(f"{THANK}briefje/", draft="Dank je,\r\nvoor alles.", later="1")
    assert "voor alles" not in other.text(THANK)
    assert "voor alles" in one.text(f"{THANK}briefje/delen/")
    one.post(f"{THANK}briefje/delen/", words="Iets anders")
    assert "voor alles" not in other.text(THANK), "what she did not see is not shared"
    one.post(f"{THANK}briefje/delen/", words="Dank je,\r\nvoor alles.")
    assert "voor alles" in other.text(THANK)
    assert one.get(f"{THANK}briefje/").status_code == 302


def test_a_testimonial_is_given_with_where_it_may_be_used_and_taken_back(table: Together) -> None:
    one, other = closed(table)
    assert "Vraag het Marleen" not in one.text(THANK), "asked only after the settlement"
    other.post(f"{THANK}aanbeveling/", draft="ZE-ZIET-ALLES")
    assert "ZE-ZIET-ALLES" not in one.text(THANK)
    other.post(f"{THANK}aanbeveling/vrijgeven/", words="ZE-ZIET-ALLES", is_public="yes", with_name="no")
    assert "ZE-ZIET-ALLES" in one.text(THANK) and "Overal te gebruiken, zonder naam." in one.text(THANK)
    other.post(f"{THANK}aanbeveling/antwoord/", do="withdraw")
    assert "ZE-ZIET-ALLES" not in one.text(THANK) and "ZE-ZIET-ALLES" not in one.text("logboek/")
    other.post(f"{THANK}referentie/", do="yes")
    assert "Jij mag Marleen noemen als referentie." in one.text(THANK)


def test_staying_in_touch_is_hers_and_said_once(table: Together) -> None:
    one, other = doors(table)
    one.post("afscheid/contact/", words="EVEN-BELLEN", remind_on="2026-01-10")
    assert "EVEN-BELLEN" not in other.text(THANK) and other.get("afscheid/contact/").status_code == 404
    with clock.frozen(day(10)):
        assert "nog eens iets laten horen" in one.client.get("/vandaag/").content.decode()
        assert "EVEN-BELLEN" in one.text("afscheid/contact/")
        assert "nog eens iets laten horen" not in one.client.get("/vandaag/").content.decode()


def test_how_it_was_is_closed_until_both_have_sent(table: Together) -> None:
    one, other = told(table)
    rest = f"{END}hoe-het-ging/"
    one.post(rest, planned="no", would_again="yes", keep="1")
    before = other.text(rest)
    one.post(rest, planned="no", would_again="no", keep="1")
    assert _plain(other.text(rest)) == _plain(before), "what she keeps shows nowhere"
    one.post(rest, planned="no", would_again="no", send="1")
    assert "Marleen: " not in one.text(rest)
    other.post(rest, planned="yes", send="1")
    for door in (one, other):
        assert "Nee, eerder of anders" in door.text(rest) and "opengelaten" in door.text(rest)
    assert "zeiden allebei hoe het ging" in one.text("logboek/")


def _plain(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if "csrfmiddlewaretoken" not in line)


def test_a_colleague_reads_along_and_two_outsiders_find_nothing(table: Together) -> None:
    told(table)
    colleague = karin(colleague_of=table.noor)
    outsider = door_of(ruben(), table)
    assert outsider.get(END).status_code == 404 and Client().get(f"{outsider.root}{END}").status_code == 302
    assert outsider.post(f"{END}antwoord/", do="confirm").status_code == 404
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    reading = door_of(colleague, table)
    assert "Je leest mee met Noor" in reading.text(END) and "Ik neem het terug" not in reading.text(END)
    for rest, sent in ((f"{END}antwoord/", {"do": "withdraw"}), (f"{END}afronden/", {}), (f"{THANK}briefje/", {})):
        assert reading.post(rest, **sent).status_code == 302
    assert Ending.objects.get().withdrawn_at is None
    assert reading.get(f"{THANK}briefje/").status_code == 302


def test_mail_says_only_that_something_is_there_once_and_reminds_once(table: Together, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    type(table.marleen).objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl")
    _one, other = told(table)
    for n in (1, 7, 9, 12):
        with clock.frozen(day(n)):
            sweep_endings(now=day(n))
    mails = OutgoingMail.objects.filter(kind__startswith="end_").order_by("pk")
    assert [mail.kind for mail in mails] == ["end_announced", "end_reminder"]
    assert all("Dank voor" not in str(mail.words) for mail in mails)
    other.post(f"{END}antwoord/", do="confirm")
    sweep_endings(now=day(20))
    assert OutgoingMail.objects.filter(kind__startswith="end_").count() <= 2


def test_vandaag_asks_as_many_queries_for_one_as_for_many(table: Together) -> None:
    one, _other = told(table)

    def ended(number: int) -> None:
        made = started(table.noor, name=f"Zaak {number}")
        one.client.post(f"/s/{made.public_id}/{END}laten-weten/", NEWS)
        one.client.post(f"/s/{made.public_id}/{SETTLE}slot/", {"words": "Klaar."})

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            one.client.get("/vandaag/")
        return len(found)

    ended(1)
    queries()
    few = queries()
    for number in range(2, 6):
        ended(number)
    queries()  # the notes on top of a page are shown once
    assert queries() == few

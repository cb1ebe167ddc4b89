"""The readiness test: somebody on her phone gets a mirror, and decides herself whether Noor reads anything."""

from __future__ import annotations

import pytest

from samenstroom.exploring.models import ReadinessAnswer
from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone

pytestmark = pytest.mark.django_db(transaction=True)

HONEST = {
    "Hoeveel wil je uit handen geven?": "Het moet gaan zoals ik het zelf zou doen.",
    "Iemand met vakkennis raadt iets anders aan dan jij dacht. Wat doe je?": "Ik vraag waarom, en volg het advies vaak.",
    "Onderweg blijkt dat het plan anders moet. Wat doe je?": "Dat weet ik nog niet",
    "Iets is niet geworden wat je wilde. Wat doe je?": "Ik wacht even af. Misschien wordt het vanzelf beter.",
    "Hoe weet de ander wat je verwacht?": "Ik vertel het, en vraag of het duidelijk is.",
    "Jullie zijn het niet eens. Wat geeft voor jou de doorslag?": "De beste reden, van wie die ook komt.",
    "Hoe liep het met wie dit werk eerder voor je deed?": "Er ging iets mis. Ik weet wat ik nu anders doe.",
    "Hoeveel tijd maak je vrij om mee te doen?": "Ik antwoord binnen een paar dagen. Dat lukt me.",
    "Wanneer betaal je?": "Op de dag die we afspreken.",
    "Wie beslist er bij jou?": "Dat ben ik, en ik hak knopen door.",
}
INTRODUCTION = (
    "Ik ben Noor. Ik neem ondernemers werk uit handen, het liefst voor lange tijd.\n\n"
    "Dat lukt het best als we elkaar vertrouwen. Deze vragen helpen jou en mij om dat eerlijk te bekijken."
)


def open_test(noor: Someone) -> None:
    """Noor writes her introduction and puts her page open."""
    noor.go("/ik/zelftest/")
    noor.fill("Wat wil je vooraf zeggen?", INTRODUCTION)
    noor.press("Bewaar")
    noor.looks("zelftest-dicht")
    noor.press("Zet mijn pagina open")
    noor.looks("zelftest-open")


def answer_all(marleen: Someone, *, but: str = "") -> None:
    for question, answer in HONEST.items():
        if question != but:
            marleen.choose(answer, question=question)


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_mirror_that_is_not_sent_leaves_nothing(noor: Someone, arrive: Arrive, has_scripts: bool) -> None:
    open_test(noor)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    marleen.go("/klaar-voor/noor-jansen/")
    assert "Ik neem ondernemers werk uit handen" in marleen.reads
    marleen.looks("zelftest-vragen")
    answer_all(marleen, but="Wanneer betaal je?")
    marleen.press("Laat me mijn spiegel zien")
    assert "Nog leeg: Wanneer betaal je?" in marleen.reads
    marleen.looks("zelftest-nog-een")
    marleen.choose("Op de dag die we afspreken.", question="Wanneer betaal je?")
    marleen.press("Laat me mijn spiegel zien")
    assert marleen.title == "Jouw spiegel"
    assert "Je koos: Het moet gaan zoals ik het zelf zou doen." in marleen.reads
    marleen.looks("zelftest-spiegel")
    marleen.press("Verander mijn antwoorden")
    marleen.choose("Ik begin klein en laat steeds meer los.", question="Hoeveel wil je uit handen geven?")
    marleen.press("Laat me mijn spiegel zien")
    assert "Het moet gaan zoals" not in marleen.reads
    marleen.go("/privacy/")
    assert not ReadinessAnswer.objects.exists()
    assert not [item for item in noor.today() if "zelftest" in item]


def test_what_she_sends_begins_a_collaboration(noor: Someone, arrive: Arrive) -> None:
    open_test(noor)
    marleen = arrive("Marleen", width=390, has_scripts=False)
    marleen.go("/klaar-voor/noor-jansen/")
    answer_all(marleen)
    marleen.press("Laat me mijn spiegel zien")
    marleen.fill("Wil je er iets bij zeggen?", "Loslaten vind ik lastig. Ik wil het wel leren.")
    marleen.press("Verstuur naar Noor")
    assert "Vul je naam in" in marleen.reads, "her words and answers are still there"
    marleen.fill("Je naam", "Marleen de Vries")
    marleen.fill("Hoe ben je te bereiken?", "marleen@voorbeeld.nl")
    marleen.picture("zelftest-versturen")
    marleen.press("Verstuur naar Noor")
    assert marleen.title == "Dank je wel"
    marleen.looks("zelftest-verstuurd")

    assert [item for item in noor.today() if item.startswith("Iemand deed je zelftest")]
    noor.looks("zelftest-vandaag")
    noor.follow("Lees wat er binnenkwam")
    noor.looks("zelftest-binnen")
    noor.follow("Marleen de Vries")
    assert "Loslaten vind ik lastig. Ik wil het wel leren." in noor.reads
    assert "Vraag welk werk eerder lastig was om los te laten" in noor.reads
    noor.looks("zelftest-antwoord")
    noor.follow("Begin een samenwerking")
    noor.looks("zelftest-beginnen")
    noor.fill("Hoe heet deze samenwerking?", "Bloemen van Marleen")
    noor.press("Begin deze samenwerking")
    assert "Bloemen van Marleen" in noor.page.title() and "Verkennen" in noor.reads


def test_a_page_that_is_closed_again_says_so_kindly(noor: Someone, arrive: Arrive) -> None:
    open_test(noor)
    noor.press("Sluit mijn pagina")
    marleen = arrive("Marleen", width=390)
    marleen.go("/klaar-voor/noor-jansen/")
    assert marleen.title == "Deze pagina is er nu niet"
    marleen.looks("zelftest-gesloten")

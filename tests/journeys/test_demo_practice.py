"""Noor looks around in a practice of three years: one click on Vandaag, what it teaches, and gone by one click.

On a wide screen and on her phone, with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.test_learning import sits_down


@pytest.mark.parametrize(
    ("width", "has_scripts"), [(1280, True), (390, False)], ids=["wide", "phone-without-javascript"]
)
def test_she_looks_around_in_three_years(arrive: Arrive, site: str, width: int, has_scripts: bool) -> None:
    noor = sits_down(arrive, site, width=width, has_scripts=has_scripts)
    noor.page.set_default_timeout(60_000)  # three years are lived in seconds, but not in an instant
    noor.go("/samenwerkingen/voorbeelden/")
    noor.looks(f"demo-choose-{width}")
    noor.go("/vandaag/")
    noor.looks(f"demo-offer-{width}")
    noor.press("Kijk rond in een praktijk van drie jaar")
    noor.page.wait_for_load_state()
    assert "Je voorbeelden staan klaar." in noor.reads
    noor.looks(f"demo-today-{width}")
    noor.go("/leren/")
    assert "Dit zijn voorbeelden." in noor.reads and "Je gevoel had gelijk in" in noor.reads
    noor.looks(f"demo-learn-{width}")
    for page, name in (("patronen", "patterns"), ("inschattingen", "estimates"), ("vliegen", "flying"),
                       ("opbrengst", "yields"), ("lessen", "lessons")):  # fmt: skip
        noor.go(f"/leren/{page}/")
        assert "Dit zijn voorbeelden." in noor.reads
        noor.looks(f"demo-{name}-{width}")
    noor.go("/samenwerkingen/")
    noor.looks(f"demo-tables-{width}")
    noor.follow("Stadsklimmers")
    noor.looks(f"demo-straining-{width}")
    noor.go("/samenwerkingen/voorbeelden/")
    noor.press("Haal alle voorbeelden weg")
    noor.go("/leren/")
    assert "Dit zijn voorbeelden." not in noor.reads and "Stadsklimmers" not in noor.reads

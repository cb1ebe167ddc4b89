"""An agreement that both signed on paper or in another tool."""

from __future__ import annotations

from samenstroom.table import elsewhere
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("afspreken/elders/", elsewhere.note, "agreement_elsewhere"),
    ("afspreken/elders/<int:number>/antwoord/", elsewhere.answer, "agreement_elsewhere_answer"),
    ("afspreken/elders/<int:number>/klopt-niet/", elsewhere.deny, "agreement_elsewhere_deny"),
)

"""Agreeing: the agreement, its versions, signing, what was agreed along the way."""

from __future__ import annotations

from samenstroom.table import agreement
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("afspreken/overeenkomst/", agreement.agreement, "agreement"),
    ("afspreken/overeenkomst/<int:number>/", agreement.version, "agreement_version"),
    ("afspreken/overeenkomst/<int:number>/van-tafel/", agreement.withdraw, "agreement_withdraw"),
    ("afspreken/overeenkomst/<int:number>/bestand/", agreement.as_file, "agreement_file"),
)

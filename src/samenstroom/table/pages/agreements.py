"""Agreeing: the agreement, its versions, signing, what was agreed along the way."""

from __future__ import annotations

from samenstroom.table import signing
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("afspreken/overeenkomst/<int:number>/tekenen/", signing.sign, "agreement_sign"),
    ("afspreken/overeenkomst/<int:number>/weigeren/", signing.decline, "agreement_decline"),
    ("afspreken/overeenkomst/<int:number>/pdf/", signing.pdf, "agreement_pdf"),
    ("afspreken/overeenkomst/<int:number>/spoor/", signing.trail, "agreement_trail"),
)

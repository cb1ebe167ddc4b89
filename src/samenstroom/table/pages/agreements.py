"""Where the pages of agreements are, behind both doors."""

from __future__ import annotations

from samenstroom.table import agreement, signing
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("afspreken/overeenkomst/", agreement.agreement, "agreement"),
    ("afspreken/overeenkomst/<int:number>/", agreement.version, "agreement_version"),
    ("afspreken/overeenkomst/<int:number>/van-tafel/", agreement.withdraw, "agreement_withdraw"),
    ("afspreken/overeenkomst/<int:number>/bestand/", agreement.as_file, "agreement_file"),
    ("afspreken/overeenkomst/<int:number>/tekenen/", signing.sign, "agreement_sign"),
    ("afspreken/overeenkomst/<int:number>/weigeren/", signing.decline, "agreement_decline"),
    ("afspreken/overeenkomst/<int:number>/pdf/", signing.pdf, "agreement_pdf"),
    ("afspreken/overeenkomst/<int:number>/spoor/", signing.trail, "agreement_trail"),
)

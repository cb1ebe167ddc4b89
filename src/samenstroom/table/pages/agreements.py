"""Where the pages of agreements are, behind both doors."""

from __future__ import annotations

from samenstroom.table import (
    addendum,
    advices,
    agreement,
    extra_work,
    lawyer_remarks,
    negotiating,
    next_version,
    proposing,
    readbacks,
    review,
    signing,
)
from samenstroom.table.page import Pages

_AGREEMENT: Pages = (
    ("afspreken/overeenkomst/", agreement.agreement, "agreement"),
    ("afspreken/overeenkomst/nu/", agreement.reads_now, "agreement_now"),
    ("bijsturen/opnieuw-afspreken/", review.review, "review"),
    ("bijsturen/opnieuw-afspreken/<slug:review>/antwoord/", review.answer, "review_answer"),
    ("afspreken/aanvulling/", addendum.addendum, "addendum"),
    ("afspreken/overeenkomst/<int:number>/", agreement.version, "agreement_version"),
    ("afspreken/overeenkomst/<int:number>/van-tafel/", agreement.withdraw, "agreement_withdraw"),
    ("afspreken/overeenkomst/<int:number>/bestand/", agreement.as_file, "agreement_file"),
    ("afspreken/overeenkomst/<int:number>/tekenen/", signing.sign, "agreement_sign"),
    ("afspreken/overeenkomst/<int:number>/weigeren/", signing.decline, "agreement_decline"),
    ("afspreken/overeenkomst/<int:number>/pdf/", signing.pdf, "agreement_pdf"),
    ("afspreken/overeenkomst/<int:number>/spoor/", signing.trail, "agreement_trail"),
    ("afspreken/opmerkingen/", lawyer_remarks.shared_remarks, "shared_remarks"),
)

_NEGOTIATING: Pages = (
    ("afspreken/overeenkomst/versies/", next_version.versions, "agreement_versions"),
    ("afspreken/overeenkomst/<int:number>/verschil/<int:other>/", next_version.difference, "agreement_difference"),
    ("afspreken/overeenkomst/<int:number>/bespreken/", negotiating.talk, "agreement_talk"),
    ("afspreken/overeenkomst/<int:number>/erbij/", negotiating.add, "agreement_add"),
    ("afspreken/overeenkomst/<int:number>/volgende/", next_version.next_version, "agreement_next"),
    ("afspreken/overeenkomst/<int:number>/opnieuw/", next_version.again, "agreement_again"),
    ("afspreken/overeenkomst/<int:number>/bespreken/<slug:part>/", negotiating.part, "agreement_part"),
    ("afspreken/overeenkomst/<int:number>/bespreken/<slug:part>/voorstel/", proposing.propose, "agreement_propose"),
    ("afspreken/overeenkomst/<int:number>/voorstel/<slug:proposal>/", proposing.answer, "proposal_answer"),
)

_DEALS: Pages = (
    ("afspreken/bevestigen/", readbacks.readbacks, "readbacks"),
    ("afspreken/bevestigen/nieuw/", readbacks.add, "readback_add"),
    ("afspreken/bevestigen/<slug:readback>/antwoord/", readbacks.answer, "readback_answer"),
    ("afspreken/bevestigen/<slug:readback>/anders/", readbacks.contest, "readback_contest"),
    ("afspreken/bevestigen/<slug:readback>/opnieuw/", readbacks.again, "readback_again"),
    ("afspreken/meerwerk/", extra_work.extra_work, "extra_work"),
    ("afspreken/meerwerk/nieuw/", extra_work.add, "extra_work_add"),
    ("afspreken/meerwerk/<slug:work>/antwoord/", extra_work.answer, "extra_work_answer"),
    ("afspreken/meerwerk/<slug:work>/voorstel/", extra_work.counter, "extra_work_counter"),
    ("afspreken/advies/", advices.advices, "advices"),
    ("afspreken/advies/nieuw/", advices.add, "advice_add"),
    ("afspreken/advies/<slug:advice>/antwoord/", advices.answer, "advice_answer"),
    ("afspreken/advies/<slug:advice>/terugkijken/", advices.outcome, "advice_outcome"),
)

PAGES: Pages = (*_AGREEMENT, *_NEGOTIATING, *_DEALS)

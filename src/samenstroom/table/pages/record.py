"""The record itself: stage, logbook, what was shared, findings, the dossier."""

from __future__ import annotations

from samenstroom.table import dossier, findings, logbook, mirror, stage
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("fase/", stage.stage, "stage"),
    ("logboek/", logbook.logbook, "logbook"),
    ("logboek/nieuw/", logbook.choose, "log_choose"),
    ("logboek/nieuw/<slug:kind>/", logbook.add, "log_add"),
    ("logboek/<slug:line>/", logbook.line, "log_line"),
    ("logboek/<slug:line>/terugnemen/", logbook.withdraw_line, "log_withdraw"),
    ("gedeeld/", logbook.shared, "shared"),
    ("zoals-de-ander/", mirror.as_other, "as_other"),
    ("signalen/<slug:mark>/", findings.finding, "finding"),
    ("meenemen/", dossier.dossier, "dossier"),
)

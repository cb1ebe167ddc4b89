"""Adjusting: priorities, a repair attempt, a pause and a mediator."""

from __future__ import annotations

from samenstroom.table import companion, mediation, pause, priorities, rankings, repair_attempt
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("bijsturen/poging/", repair_attempt.attempt, "repair_attempt"),
    ("bijsturen/poging/voorstel/", repair_attempt.propose, "repair_attempt_propose"),
    ("bijsturen/poging/<slug:attempt>/antwoord/", repair_attempt.answer, "repair_attempt_answer"),
    ("bijsturen/poging/<slug:attempt>/terugkijken/", repair_attempt.look, "repair_attempt_look"),
    ("bijsturen/pauze/", pause.pause, "pause"),
    ("bijsturen/pauze/voorstel/", pause.propose, "pause_propose"),
    ("bijsturen/pauze/<slug:pause>/antwoord/", pause.answer, "pause_answer"),
    ("bijsturen/bemiddelaar/", mediation.mediation, "mediation"),
    ("bijsturen/bemiddelaar/voorstel/", mediation.propose, "mediation_propose"),
    ("bijsturen/bemiddelaar/<slug:mediation>/antwoord/", mediation.answer, "mediation_answer"),
    ("bijsturen/bemiddelaar/<slug:mediation>/delen/", mediation.given, "mediation_given"),
    ("bijsturen/bemiddelaar/<slug:mediation>/link/", mediation.make_link, "mediation_invite"),
    ("bijsturen/bemiddelaar/<slug:mediation>/agenda/", mediation.talk_as_file, "mediation_file"),
    ("bijsturen/prioriteiten/", priorities.priorities, "priorities"),
    ("bijsturen/prioriteiten/vertellen/", priorities.tell, "change_tell"),
    ("bijsturen/prioriteiten/volgorde/", rankings.begin, "ranking_begin"),
    ("bijsturen/prioriteiten/volgorde/<slug:exchange>/", rankings.ranking, "ranking"),
    ("bijsturen/prioriteiten/volgorde/<slug:exchange>/stoppen/", rankings.stop, "ranking_stop"),
    ("bijsturen/prioriteiten/volgorde/<slug:exchange>/vrijgeven/", rankings.free, "ranking_free"),
    ("bijsturen/prioriteiten/<slug:change>/", priorities.change, "change"),
    ("bijsturen/prioriteiten/<slug:change>/anders/", priorities.counter, "change_counter"),
    ("bijsturen/prioriteiten/<slug:change>/terugnemen/", priorities.withdraw, "change_withdraw"),
    ("bijsturen/prioriteiten/<slug:change>/vastleggen/", priorities.paper, "change_paper"),
    ("meekijken/", companion.companion, "companion"),
    ("meekijken/<slug:companion>/antwoord/", companion.answer, "companion_answer"),
)

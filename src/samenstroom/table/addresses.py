"""The addresses of the table, the same behind both doors (Dutch, as a person reads them)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, register_converter
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit

from . import (
    access_back,
    acquaintance,
    checkins,
    closing,
    dossier,
    ending,
    findings,
    handover,
    logbook,
    mirror,
    pause,
    repair_attempt,
    reveal,
    rhythm,
    settlement,
    stage,
    stream,
    successor,
    testimonial,
    thanks,
    trial,
    work_in,
)
from .closed import after_the_end
from .page import go

Page = Callable[..., HttpResponse]


class DayConverter:
    """A day in an address: 2026-10-14."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")

OWN_ACTS = frozenset({"finding", "dossier"})
"""Pages where a POST changes nothing that the other side can see."""

PAGES: tuple[tuple[str, Page, str], ...] = (
    ("fase/", stage.stage, "stage"),
    ("ritme/", rhythm.rhythm, "rhythm"),
    ("ritme/<slug:rhythm>/aannemen/", rhythm.accept_rhythm, "rhythm_accept"),
    ("ritme/<slug:rhythm>/stoppen/", rhythm.stop_rhythm, "rhythm_stop"),
    ("samenwerken/check-in/", checkins.checkins, "checkins"),
    ("samenwerken/check-in/<day:day>/<int:number>/", checkins.step, "checkin_step"),
    ("samenwerken/check-in/<day:day>/", reveal.reveal, "checkin_reveal"),
    ("samenwerken/check-in/<day:day>/vrijgeven/", reveal.free, "checkin_free"),
    ("samenwerken/check-in/<day:day>/opmerking-delen/", reveal.share_remark, "remark_share"),
    ("samenwerken/check-in/<day:day>/afspraak/", reveal.add_repair, "repair_add"),
    ("samenwerken/afspraak/<slug:repair>/", reveal.answer_repair, "repair_answer"),
    ("samenwerken/afspraak/<slug:repair>/terugkijken/", reveal.look_back, "repair_look"),
    ("samenwerken/stroom/", stream.stream, "stream"),
    ("verkennen/kennismaking/", acquaintance.acquaintance, "acquaintance"),
    ("verkennen/kennismaking/<slug:exchange>/", acquaintance.opened, "acquaintance_opened"),
    ("verkennen/kennismaking/<slug:exchange>/<int:number>/", acquaintance.step, "acquaintance_step"),
    ("verkennen/kennismaking/<slug:exchange>/versturen/", acquaintance.send, "acquaintance_send"),
    ("verkennen/kennismaking/<slug:exchange>/stoppen/", acquaintance.close, "acquaintance_close"),
    ("verkennen/kennismaking/<slug:exchange>/vrijgeven/", acquaintance.free, "acquaintance_free"),
    ("verkennen/kennismaking/<slug:exchange>/gezegd/<slug:question>/", acquaintance.said, "acquaintance_said"),
    ("verkennen/proefproject/", trial.trial, "trial"),
    ("verkennen/proefproject/voorstel/", trial.propose, "trial_propose"),
    ("verkennen/proefproject/<slug:trial>/", trial.answer, "trial_answer"),
    ("verkennen/proefproject/<slug:trial>/terugkijken/", trial.look, "trial_look"),
    ("verkennen/proefproject/<slug:trial>/terugkijken/<int:number>/", trial.step, "trial_step"),
    ("bijsturen/poging/", repair_attempt.attempt, "repair_attempt"),
    ("bijsturen/poging/voorstel/", repair_attempt.propose, "repair_attempt_propose"),
    ("bijsturen/poging/<slug:attempt>/antwoord/", repair_attempt.answer, "repair_attempt_answer"),
    ("bijsturen/poging/<slug:attempt>/terugkijken/", repair_attempt.look, "repair_attempt_look"),
    ("bijsturen/pauze/", pause.pause, "pause"),
    ("bijsturen/pauze/voorstel/", pause.propose, "pause_propose"),
    ("bijsturen/pauze/<slug:pause>/antwoord/", pause.answer, "pause_answer"),
    ("afscheid/einde/", ending.ending, "ending"),
    ("afscheid/einde/laten-weten/", ending.announce, "ending_announce"),
    ("afscheid/einde/antwoord/", ending.answer, "ending_answer"),
    ("afscheid/einde/andere-dag/", ending.ask_day, "ending_day"),
    ("afscheid/einde/andere-dag/<slug:day>/", ending.answer_day, "ending_day_answer"),
    ("afscheid/einde/toegang/", access_back.accesses, "ending_access"),
    ("afscheid/einde/toegang/<slug:access>/", access_back.answer, "ending_access_answer"),
    ("afscheid/einde/afronden/", closing.close, "ending_close"),
    ("afscheid/einde/bewaren/", closing.keep, "ending_keep"),
    ("afscheid/einde/bewaren/<slug:term>/", closing.agree_keep, "ending_keep_agree"),
    ("afscheid/einde/hoe-het-ging/", closing.questions, "ending_questions"),
    ("afscheid/afrekenen/", settlement.settlement, "settlement"),
    ("afscheid/afrekenen/erbij/", settlement.add, "settlement_add"),
    ("afscheid/afrekenen/slot/", settlement.statement, "settlement_statement"),
    ("afscheid/afrekenen/slot/<slug:statement>/", settlement.answer_statement, "settlement_statement_answer"),
    ("afscheid/afrekenen/<slug:item>/", settlement.answer_item, "settlement_item"),
    ("afscheid/afrekenen/<slug:item>/gegevens/", settlement.end_of_data, "settlement_data"),
    ("afscheid/bedanken/", thanks.thanks, "thanks"),
    ("afscheid/bedanken/briefje/", thanks.note, "thanks_note"),
    ("afscheid/bedanken/briefje/delen/", thanks.share_note, "thanks_share"),
    ("afscheid/bedanken/aanbeveling/", testimonial.write, "testimonial"),
    ("afscheid/bedanken/aanbeveling/vrijgeven/", testimonial.release, "testimonial_release"),
    ("afscheid/bedanken/aanbeveling/antwoord/", testimonial.answer, "testimonial_answer"),
    ("afscheid/bedanken/referentie/", thanks.reference, "thanks_reference"),
    ("afscheid/overdracht/", handover.plan, "handover"),
    ("afscheid/overdracht/erbij/", handover.add, "handover_add"),
    ("afscheid/overdracht/meenemen/", handover.take, "handover_take"),
    ("afscheid/overdracht/afdrukken/", handover.on_paper, "handover_print"),
    ("afscheid/overdracht/<slug:item>/", handover.item, "handover_item"),
    ("afscheid/overdracht/<slug:item>/afvinken/", handover.tick, "handover_tick"),
    ("afscheid/opvolger/", successor.successors, "successors"),
    ("afscheid/opvolger/<slug:successor>/", successor.successor, "successor"),
    ("afscheid/opvolger/<slug:successor>/vrijgeven/", successor.release, "successor_release"),
    ("afscheid/opvolger/<slug:successor>/zo-ziet-het-eruit/", successor.preview, "successor_preview"),
    ("afscheid/opvolger/<slug:successor>/link/", successor.make_link, "successor_invite"),
    ("afscheid/inwerken/", work_in.work_in, "work_in"),
    ("afscheid/inwerken/<slug:session>/", work_in.answer, "work_in_answer"),
    ("afscheid/inwerken/<slug:session>/agenda/", work_in.file, "work_in_file"),
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


def only_speakers_act(page: Page, name: str) -> Page:
    """Someone who reads along (a colleague, or the seat from before a new start) changes nothing on the table.

    What she does with a finding is hers alone, so that stays hers to do.
    """

    @wraps(page)
    def reading(request: HttpRequest, visit: Visit, **parts: Any) -> HttpResponse:
        if request.method != "POST" or visit.speaks or name in OWN_ACTS:
            return page(request, visit, **parts)
        speaker = visit.party.speaker
        messages.info(request, _("Jij leest mee. %(name)s doet dit voor jullie kant.") % {"name": speaker})
        return go(request, "collaboration", visit)

    return reading


def table_addresses(prefix: str, behind: Callable[[Page], Callable[..., Any]]) -> list[URLPattern]:
    """All pages of the table under `prefix`, each wrapped by the door's own check of who is looking."""
    return [
        path(
            f"{prefix}<slug:collaboration>/{rest}",
            behind(only_speakers_act(after_the_end(page, name), name)),
            name=name,
        )
        for rest, page, name in PAGES
    ]

"""The door put together: each operation with its address, its name, and what it is called for people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI

from samenstroom.connections.labels import Scope

from .operations import (
    agreement,
    collaborations,
    decisions,
    extra_work,
    feedback,
    feelings,
    history,
    hours,
    invoices,
    me,
    rounds,
    signals,
    tasks,
)
from .problems import tell_problems
from .shapes import Listed, Problem
from .tokens import Token

TABLE = "collaborations/{collaboration}"
FAULTS = frozenset({400, 401, 403, 404, 409, 422, 429})
READ, WRITE, OWN, NOTE = Scope.SHARED_READ, Scope.SHARED_WRITE, Scope.PRIVATE_READ, Scope.PRIVATE_WRITE


@dataclass(frozen=True)
class Operation:
    """One thing a program can ask or do. `name` is its address in the code, `scope` what it takes."""

    method: str
    address: str
    name: str
    does: Callable[..., Any]
    gives: Any
    title: str | Promise
    scope: Scope | None
    status: int = 200


OPERATIONS: tuple[Operation, ...] = (
    Operation("GET", "me", "me", me.me, me.MeOut, _("Wie je bent, en wat deze koppeling mag"), None),
    Operation(
        "GET", "collaborations", "collaborations", collaborations.collaborations,
        Listed[collaborations.CollaborationOut], _("Je samenwerkingen"), READ,
    ),
    Operation(
        "GET", TABLE, "collaboration", collaborations.collaboration, collaborations.OneCollaborationOut,
        _("Eén samenwerking"), READ,
    ),
    Operation("GET", f"{TABLE}/history", "history", history.history, Listed[history.LineOut], _("De tijdlijn"), READ),
    Operation(
        "POST", f"{TABLE}/history", "history", history.add_history, history.LineOut,
        _("Iets in het logboek schrijven"), WRITE, 201,
    ),
    Operation("GET", f"{TABLE}/rounds", "rounds", rounds.rounds, Listed[rounds.RoundOut], _("De check-ins"), READ),
    Operation(
        "POST", f"{TABLE}/rounds/{{day}}/answer", "round_answer", rounds.answer_round, rounds.SentOut,
        _("Een check-in invullen"), WRITE, 201,
    ),
    Operation(
        "GET", f"{TABLE}/agreement", "agreement", agreement.agreement, agreement.AgreementOut,
        _("Wat jullie afspraken, en nu geldt"), READ,
    ),
    Operation("GET", f"{TABLE}/tasks", "tasks", tasks.tasks, Listed[tasks.TaskOut], _("Het actieplan"), READ),
    Operation(
        "POST", f"{TABLE}/tasks", "tasks", tasks.add_to_tasks, tasks.TaskOut, _("Een taak toevoegen"), WRITE, 201
    ),
    Operation(
        "POST", f"{TABLE}/tasks/{{task}}/done", "task_done", tasks.finish, tasks.TaskNowOut,
        _("Zeggen dat een taak klaar is"), WRITE,
    ),
    Operation(
        "POST", f"{TABLE}/tasks/{{task}}/later", "task_later", tasks.tell_later, tasks.TaskNowOut,
        _("Op tijd zeggen dat een dag niet lukt"), WRITE,
    ),
    Operation("GET", f"{TABLE}/hours", "hours", hours.hours, Listed[hours.EntryOut], _("De uren"), READ),
    Operation("POST", f"{TABLE}/hours", "hours", hours.add_hours, hours.EntryOut, _("Uren opschrijven"), WRITE, 201),
    Operation(
        "GET", f"{TABLE}/extra-work", "extra_work", extra_work.extra_work, Listed[extra_work.ExtraOut],
        _("Het meerwerk"), READ,
    ),
    Operation(
        "POST", f"{TABLE}/extra-work", "extra_work", extra_work.add_extra_work, extra_work.ExtraOut,
        _("Meerwerk melden"), WRITE, 201,
    ),
    Operation(
        "GET", f"{TABLE}/invoices", "invoices", invoices.invoices, Listed[invoices.InvoiceOut], _("De facturen"), READ
    ),
    Operation(
        "GET", f"{TABLE}/decisions", "decisions", decisions.decisions, Listed[decisions.DecisionOut],
        _("De besluiten"), READ,
    ),
    Operation(
        "GET", f"{TABLE}/feedback", "feedback", feedback.feedback, Listed[feedback.FeedbackOut], _("De feedback"), READ
    ),
    Operation("GET", f"{TABLE}/signals", "signals", signals.signals, Listed[signals.SignalOut], _("De signalen"), READ),
    Operation(
        "GET", "feelings", "feelings", feelings.feelings, Listed[feelings.FeelingOut], _("Je eigen gevoel"), OWN
    ),
    Operation("POST", "feelings", "feelings", feelings.note, feelings.KeptOut, _("Een gevoel noteren"), NOTE, 201),
)  # fmt: skip


def build() -> NinjaAPI:
    """All operations behind one token, each with the problems it may end in."""
    api = NinjaAPI(
        title="Samenstroom",
        version="1",
        description="What one person may see and do, for a program of hers. Amounts and hours are text, days are "
        "ISO 8601, ids are random. Errors are problems as in RFC 9457, in the language of Accept-Language.",
        urls_namespace="api",
        openapi_url=None,
        docs_url=None,
        auth=Token(),
    )
    tell_problems(api)
    for one in OPERATIONS:
        api.api_operation(
            [one.method],
            f"/{one.address}",
            response={one.status: one.gives, FAULTS: Problem},
            url_name=one.name,
            operation_id=one.does.__name__,
            summary=str(one.does.__doc__).split(".")[0],
            tags=[one.scope.value if one.scope else "any"],
        )(one.does)
    return api


api = build()

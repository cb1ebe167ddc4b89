"""A file of a disagreement to take along: looked at first, exactly as it will be, then as PDF or as data."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from samenstroom.adjusting.paper import as_data
from samenstroom.adjusting.wording.conflicts import conflict_page, conflict_texts, day_words
from samenstroom.adjusting.wording.disputes import OwnNote, dispute_record, own_notes_of
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.dispute_file import seal_dispute

from .access import conflict_or_404
from .heavy import TOO_MANY_REQUESTS, too_often
from .page import show

TYPES = {"pdf": "application/pdf", "json": "application/json"}


def dispute_file(request: HttpRequest, visit: Visit, conflict: str) -> HttpResponse:
    """What goes in, her own notes to tick, and then the file. Making it leaves no trace for the other."""
    view = conflict_or_404(visit, conflict)
    notes = own_notes_of(visit, view)
    ticked = [one for one in notes if one.key in request.POST.getlist("own")]
    record, do = dispute_record(visit, view, ticked), request.POST.get("do", "")
    stopped = do in TYPES and request.method == "POST" and too_often(request, visit.person, "dispute")
    if request.method == "POST" and do in TYPES and not stopped:
        made = seal_dispute(visit=visit, record=record) if do == "pdf" else as_data(record)
        return _download(made, do)
    texts = conflict_texts()
    name = "table/conflict/file_preview.html" if do == "show" else "table/conflict/file.html"
    return show(
        request, visit, name, circle="none", status=TOO_MANY_REQUESTS if stopped else 200,
        texts=texts["dossier"], paper=texts["paper"],
        page=conflict_page(visit, view), record=record, counts=_counts(record, texts["paper"]),
        notes=[_note(one, is_ticked=one in ticked) for one in notes],
        nobody=str(texts["dossier"]["nobody_knows"]).format(name=visit.other_name),
    )  # fmt: skip


def _note(one: OwnNote, *, is_ticked: bool) -> dict[str, Any]:
    return {"key": one.key, "day": day_words(one.on), "text": one.text, "is_ticked": is_ticked}


def _counts(record: dict[str, Any], words: Any) -> list[dict[str, str]]:
    """How much of each part goes in."""
    parts = {
        "versions": "versions",
        "agreed": "together",
        "open": "apart",
        "steps": "ladder",
        "signed_documents": "signed",
        "confirmed": "confirmed",
        "said_by_one": "said",
        "timeline": "timeline",
    }
    return [{"label": str(words[name]), "text": str(len(record[part]))} for part, name in parts.items()]


def _download(made: bytes, kind: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="dossier-meningsverschil.{kind}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer

"""What she sent with a question of a scan, the same for every question."""

from __future__ import annotations

from django.http import HttpRequest

from samenstroom.exploring.forms.scans import ScanAnswerForm
from samenstroom.rules.flags import Given
from samenstroom.table.page import posted


def sent_answer(request: HttpRequest) -> dict[str, str] | None:
    """What she sent; skipping, or leaving with only a note, is the answer that she does not know yet."""
    data = posted(request)
    if data is None:
        return None
    sent = {key: data.get(key, "") for key in ("given", "note", "turn", "later", "skip")}
    if not sent["given"] and (sent["skip"] or (sent["later"] and sent["note"].strip())):
        sent["given"] = Given.OPEN.value
    return sent


def is_left_empty(form: ScanAnswerForm) -> bool:
    """Whether she goes away from a question without having said anything."""
    return bool(form.data["later"]) and not form.data["given"]

"""Working: feedback, decisions, appreciation."""

from __future__ import annotations

from samenstroom.table import appreciations, decisions_made, feedback
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("samenwerken/feedback/", feedback.feedback, "feedback"),
    ("samenwerken/feedback/schrijven/<slug:direction>/", feedback.write, "feedback_write"),
    ("samenwerken/feedback/<slug:feedback>/", feedback.item, "feedback_item"),
    ("samenwerken/besluiten/", decisions_made.decisions, "decisions_made"),
    ("samenwerken/besluiten/nieuw/", decisions_made.note, "decision_note"),
    ("samenwerken/besluiten/<slug:decision>/", decisions_made.decision, "decision_record"),
    ("samenwerken/waardering/", appreciations.appreciations, "appreciations"),
)

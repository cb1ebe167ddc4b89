"""Addresses of her own drafts of feedback; those of both are in `table/pages/feedback.py`."""

from django.urls import path

from samenstroom.workspace import feedback
from samenstroom.workspace.access import with_visit

ADDRESSES = [
    path(
        "s/<slug:collaboration>/samenwerken/feedback/alleen-voor-mij/<slug:draft>/",
        with_visit(feedback.draft),
        name="feedback_draft",
    ),
]

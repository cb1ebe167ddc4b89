"""Addresses of asking around about the other, and of her own room."""

from django.urls import path

from samenstroom.workspace import references, room
from samenstroom.workspace.access import with_visit

ADDRESSES = [
    path("ik/ruimte/", room.room, name="room"),
    path("ik/ruimte/<slug:collaboration>/", with_visit(room.asked), name="room_asked"),
    path("s/<slug:collaboration>/verkennen/referenties/", with_visit(references.references), name="references"),
    path(
        "s/<slug:collaboration>/verkennen/referenties/<slug:reference>/",
        with_visit(references.reference),
        name="reference",
    ),
    path(
        "s/<slug:collaboration>/verkennen/referenties/<slug:reference>/link/",
        with_visit(references.make_link),
        name="reference_link",
    ),
    path(
        "s/<slug:collaboration>/verkennen/referenties/<slug:reference>/intrekken/",
        with_visit(references.withdraw),
        name="reference_withdraw",
    ),
    path(
        "s/<slug:collaboration>/verkennen/referenties/<slug:reference>/weggooien/",
        with_visit(references.discard),
        name="reference_discard",
    ),
    path(
        "s/<slug:collaboration>/verkennen/referenties/<slug:reference>/noteren/",
        with_visit(references.note),
        name="reference_note",
    ),
]

"""Check-ins: rhythm, rounds, reveal, repairs, the stream."""

from __future__ import annotations

from samenstroom.table import checkins, reveal, rhythm, stream
from samenstroom.table.page import Pages

PAGES: Pages = (
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
)

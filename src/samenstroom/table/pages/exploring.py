"""Getting to know each other: acquaintance and trial."""

from __future__ import annotations

from samenstroom.table import acquaintance, trial
from samenstroom.table.page import Pages

PAGES: Pages = (
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
)

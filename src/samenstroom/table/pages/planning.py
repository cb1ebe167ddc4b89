"""Starting: kick-off, action plan, working agreements, access, risks."""

from __future__ import annotations

from samenstroom.table import kickoff, kickoff_envelopes, working_agreements
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("starten/startgesprek/", kickoff.kickoff, "kickoff"),
    ("starten/startgesprek/doel/", kickoff.goal, "kickoff_goal"),
    ("starten/startgesprek/doel/<slug:goal>/", kickoff.goal_answer, "kickoff_goal_answer"),
    ("starten/startgesprek/agenda/", kickoff.point, "kickoff_point"),
    ("starten/startgesprek/agenda/<slug:point>/", kickoff.point_drop, "kickoff_point_drop"),
    ("starten/startgesprek/moment/", kickoff.moment, "kickoff_moment"),
    ("starten/startgesprek/moment/<slug:talk>/", kickoff.moment_answer, "kickoff_moment_answer"),
    ("starten/startgesprek/moment/<slug:talk>/agenda/", kickoff.moment_file, "kickoff_moment_file"),
    ("starten/startgesprek/verslag/", kickoff.record, "kickoff_record"),
    ("starten/startgesprek/antwoorden/<slug:exchange>/", kickoff_envelopes.opened, "kickoff_opened"),
    ("starten/startgesprek/antwoorden/<slug:exchange>/<int:number>/", kickoff_envelopes.step, "kickoff_step"),
    ("starten/startgesprek/antwoorden/<slug:exchange>/versturen/", kickoff_envelopes.send, "kickoff_send"),
    ("starten/startgesprek/antwoorden/<slug:exchange>/stoppen/", kickoff_envelopes.close, "kickoff_close"),
    ("starten/startgesprek/antwoorden/<slug:exchange>/vrijgeven/", kickoff_envelopes.free, "kickoff_free"),
    ("starten/werkafspraken/", working_agreements.working_agreements, "working_agreements"),
    ("starten/werkafspraken/voorstel/", working_agreements.propose, "working_agreements_propose"),
    ("starten/werkafspraken/<slug:page>/", working_agreements.answer, "working_agreements_answer"),
)

"""Every entry of the app with who may come in: each address, command, mail and periodic task.

A new address, command or mail kind that is not on this list fails `test_access_list.py`. The persona crawl holds the
answers of the app against the list; the two-worlds test asks every entry of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from samenstroom.table.pages import PAGES
from tests.house.access_agenda import AGENDA
from tests.house.access_agreement import AGREEMENT_TABLE
from tests.house.access_api import API
from tests.house.access_balance import BALANCE_TABLE
from tests.house.access_conflicts import CONFLICT_TABLE
from tests.house.access_deals import DEALS_TABLE
from tests.house.access_elsewhere import ELSEWHERE_TABLE
from tests.house.access_ending import ENDING, ENDING_TABLE
from tests.house.access_exit import EXIT_TABLE
from tests.house.access_explore import EXPLORE
from tests.house.access_farewell import FAREWELL
from tests.house.access_feedback import FEEDBACK_TABLE
from tests.house.access_files import FILES_TABLE
from tests.house.access_hours import HOURS_TABLE
from tests.house.access_invoices import INVOICES_TABLE
from tests.house.access_mentor import MENTOR_TABLE, MENTORING
from tests.house.access_negotiating import NEGOTIATING_TABLE
from tests.house.access_outside import OUTSIDE_TABLE
from tests.house.access_post import POST
from tests.house.access_priorities import PRIORITIES_TABLE
from tests.house.access_privacy import PRIVACY
from tests.house.access_profile import PROFILE
from tests.house.access_readiness import READINESS
from tests.house.access_retrospective import TOGETHER_TABLE
from tests.house.access_sign_in import SIGN_IN
from tests.house.access_signing import SIGNING, SIGNING_TABLE
from tests.house.access_start import START, START_TABLE
from tests.house.access_start_lists import START_LISTS_TABLE
from tests.house.access_tasks import TASKS_TABLE
from tests.house.entries import (
    ACCOUNTS,
    EVERYBODY,
    LINK_HOLDER,
    NOBODY,
    OWNER,
    SEATED_ACCOUNTS,
    Entry,
    Parts,
    at_first,
    feeling,
    free_link,
    newest,
    none,
    own,
    shared_line,
    talk,
)

_DAY = date(2026, 4, 13)  # the open round of the first table
_OPENED = date(2026, 3, 2)

_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "stage": (at_first(), {"stage": "work"}, False),
    "rhythm": (at_first(), {"weeks": "4"}, False),
    "rhythm_accept": (at_first(rhythm=newest("rhythms")), {}, True),
    "rhythm_stop": (at_first(rhythm=newest("rhythms")), None, True),
    "checkins": (at_first(), None, False),
    "checkin_step": (at_first(day=_DAY, number=2), None, False),
    "checkin_reveal": (at_first(day=_OPENED), None, False),
    "checkin_free": (at_first(day=_OPENED), {}, True),
    "remark_share": (at_first(day=_OPENED), None, True),
    "repair_add": (
        at_first(day=_OPENED),
        {"text": "We bellen elke maandag.", "owner": "both", "look_back_on": "2026-07-01"},
        True,
    ),
    "repair_answer": (at_first(repair=newest("repairs")), {"do": "agree"}, True),
    "repair_look": (at_first(repair=newest("repairs")), None, False),
    "stream": (at_first(), None, False),
    "acquaintance": (at_first(), {}, False),
    "acquaintance_opened": (at_first(exchange=own("acquaintance_opened")), None, False),
    "acquaintance_step": (at_first(exchange=own("acquaintance"), number=2), {"success": "Rust."}, False),
    "acquaintance_send": (at_first(exchange=own("acquaintance")), None, False),
    "acquaintance_close": (at_first(exchange=own("acquaintance")), None, True),
    "acquaintance_free": (at_first(exchange=own("acquaintance")), {}, True),
    "acquaintance_said": (
        at_first(exchange=own("acquaintance_opened"), question="matters"),
        {"text": "We spraken erover."},
        False,
    ),
    "repair_attempt": (at_first(), None, False),
    "repair_attempt_propose": (
        at_first(),
        {"stuck": "Ik mis het overleg.", "try_0": "We bellen elke maandag.", "look_back_on": "2026-07-01"},
        False,
    ),
    "repair_attempt_answer": (at_first(attempt=newest("attempts")), {"do": "agree"}, True),
    "repair_attempt_look": (at_first(attempt=newest("attempts")), None, False),
    "pause": (at_first(), None, False),
    "pause_propose": (at_first(), {"starts_on": "2026-08-01", "resumes_on": "2026-08-20", "still": "work"}, False),
    "pause_answer": (at_first(pause=newest("pauses")), {"do": "drop"}, True),
    "handover": (at_first(), None, False),
    "handover_add": (at_first(), {"kind": "task", "lines": "De nieuwsbrief."}, False),
    "handover_take": (at_first(), {}, False),
    "handover_print": (at_first(), None, False),
    "handover_item": (at_first(item=own("handover_item")), {"kind": "task", "title": "De planning"}, False),
    "handover_tick": (at_first(item=own("handover_item")), {"do": "done"}, True),
    "successors": (at_first(), None, False),
    "successor": (at_first(successor=own("successor")), {"question": "onbekend"}, False),
    "successor_release": (at_first(successor=own("successor")), {}, False),
    "successor_preview": (at_first(successor=own("successor")), None, False),
    "successor_invite": (at_first(successor=own("successor")), None, True),
    "work_in": (at_first(), {"subject": ""}, False),
    "work_in_answer": (at_first(session=own("work_in")), {"do": "agree"}, True),
    "work_in_file": (at_first(session=own("work_in_agreed")), None, False),
    "trial": (at_first(), None, False),
    "trial_propose": (at_first(), {"scope": ""}, False),
    "trial_answer": (at_first(trial=own("trial")), {"do": "drop"}, True),
    "trial_look": (at_first(trial=own("trial")), None, False),
    "trial_step": (at_first(trial=own("trial"), number=2), None, False),
    **AGREEMENT_TABLE,
    **MENTOR_TABLE,
    **NEGOTIATING_TABLE,
    **START_TABLE,
    **ELSEWHERE_TABLE,
    **ENDING_TABLE,
    **DEALS_TABLE,
    **HOURS_TABLE,
    **BALANCE_TABLE,
    **EXIT_TABLE,
    **PRIORITIES_TABLE,
    **FILES_TABLE,
    **SIGNING_TABLE,
    **FEEDBACK_TABLE,
    **CONFLICT_TABLE,
    **INVOICES_TABLE,
    **START_LISTS_TABLE,
    **TASKS_TABLE,
    **OUTSIDE_TABLE,
    **TOGETHER_TABLE,
    "logbook": (at_first(), None, False),
    "log_choose": (at_first(), None, False),
    "log_add": (at_first(kind="talk_held"), {"happened_on": "2026-05-01", "circle": "shared", "note": "Goed."}, False),
    "log_line": (at_first(line=shared_line), {"stance": "so", "words": "Klopt."}, False),
    "log_withdraw": (at_first(line=shared_line), {}, True),
    "shared": (at_first(), None, False),
    "as_other": (at_first(), None, False),
    "finding": (at_first(mark=lambda world, mark: mark), None, False),
    # By POST the file itself: what anybody can take along is compared in the two worlds too.
    "dossier": (at_first(), {}, False),
}


def _table_entries(door: str, who: frozenset[str]) -> list[Entry]:
    return [Entry(f"{door}:{name}", who, *_TABLE[name]) for _path, _page, name in PAGES]


_WORKSPACE = [
    Entry("workspace:today", ACCOUNTS),
    Entry("workspace:collaborations", ACCOUNTS),
    Entry("workspace:new", ACCOUNTS, none, {"other_name": ""}),
    Entry("workspace:import", ACCOUNTS, none, {"name": ""}),
    # Making examples is tried in tests/doors/test_workspace_demo.py: it fills a page with made-up stories.
    Entry("workspace:examples", ACCOUNTS, none, None),
    Entry("workspace:examples_remove", ACCOUNTS, none, {}, only_post=True),
    Entry("workspace:me", ACCOUNTS, none, None),
    Entry("workspace:settings", ACCOUNTS),
    Entry("workspace:practice", ACCOUNTS - {"ellen"}),  # she has no practice
    Entry("workspace:practice_invite", ACCOUNTS, none, None, only_post=True),
    Entry("workspace:practice_leave", ACCOUNTS, none, None, only_post=True),
    Entry("workspace:join", NOBODY, lambda world, mark: {"token": "onbekend"}),
    Entry("workspace:join_accept", NOBODY),
    Entry("workspace:patterns", EVERYBODY),
    Entry("workspace:collaboration", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:own_stage", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:links", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:link_make", SEATED_ACCOUNTS, at_first(), None, only_post=True),
    Entry("workspace:fresh_seat", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:link_withdraw", SEATED_ACCOUNTS, at_first(link=free_link), None, only_post=True),
    Entry("workspace:colleagues", SEATED_ACCOUNTS, at_first()),
    Entry(
        "workspace:colleague",
        SEATED_ACCOUNTS,
        at_first(person=lambda world, mark: world.karin.public_id),
        None,
        only_post=True,
    ),
    Entry(
        "workspace:colleague_stop",
        SEATED_ACCOUNTS,
        at_first(person=lambda world, mark: world.first.seats.get(person=world.kim).public_id),
        None,
        only_post=True,
    ),
    Entry("workspace:own", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:own_step", SEATED_ACCOUNTS, at_first(number=1)),
    Entry("workspace:carrying_on", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:feelings", ACCOUNTS),
    Entry("workspace:feeling_outcome", OWNER, feeling),
    Entry("workspace:feeling_discard", ACCOUNTS, feeling, None, only_post=True),
    Entry("workspace:talks", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:talk", OWNER, at_first(talk=talk)),
    Entry("workspace:talk_step", OWNER, at_first(talk=talk, number=2)),
    Entry("workspace:talk_invite", OWNER, at_first(talk=talk)),
    Entry("workspace:talk_held", OWNER, at_first(talk=talk)),
    Entry("workspace:talk_share", OWNER, at_first(talk=talk)),
    Entry("workspace:talk_look", OWNER, at_first(talk=talk)),
    Entry("workspace:carrying_on_later", SEATED_ACCOUNTS, at_first(), None, only_post=True),
]

_PORTAL = [
    Entry("portal:tables", LINK_HOLDER),
    Entry("portal:collaboration", LINK_HOLDER, at_first()),
    Entry("portal:account", LINK_HOLDER, none, {"name": "", "email": "geen"}),
    Entry("portal:stop", LINK_HOLDER),
    Entry("portal:sign_out", LINK_HOLDER),
    # A personal link opens for whoever holds it, but not for the side that made it (tests/doors/test_portal_*.py).
    Entry("portal:link", EVERYBODY - {"noor", "karin", "kim"}, lambda world, mark: {"token": world.tokens["free"]}),
    Entry("portal:claim", NOBODY),
    Entry("portal:open", NOBODY),
    Entry("portal:by_mail", NOBODY),
    Entry("portal:mail_code", NOBODY),
    Entry("portal:closed", NOBODY),
]

_PUBLIC = [
    Entry("welcome", EVERYBODY),
    Entry("healthz", EVERYBODY),
    Entry("manifest", EVERYBODY),
    Entry("worker", EVERYBODY),
    Entry("offline", EVERYBODY),
    Entry("privacy", EVERYBODY),
    *SIGNING,
    Entry("about_others", EVERYBODY),
    Entry("accessibility", EVERYBODY),
    Entry("help", EVERYBODY),
    Entry("language", EVERYBODY, none, None, only_post=True),
    Entry("account_login", EVERYBODY),
    Entry("account_signup", EVERYBODY),
    Entry("account_logout", EVERYBODY),
    Entry("account_inactive", EVERYBODY),
    Entry("account_reset_password", EVERYBODY),
    Entry("account_reset_password_done", EVERYBODY),
    Entry("account_reset_password_from_key", EVERYBODY, lambda world, mark: {"uidb36": "1", "key": "onbekend"}),
    Entry("account_reset_password_from_key_done", EVERYBODY),
    Entry("account_change_password", ACCOUNTS),
    Entry("account_set_password", ACCOUNTS),
    Entry("account_email", ACCOUNTS),
]

ENTRIES: tuple[Entry, ...] = (
    *_PUBLIC,
    *_WORKSPACE,
    *PROFILE,
    *READINESS,
    *EXPLORE,
    *START,
    *ENDING,
    *FAREWELL,
    *MENTORING,
    *SIGN_IN,
    *API,
    *AGENDA,
    *POST,
    *PRIVACY,
    *_PORTAL,
    *_table_entries("workspace", SEATED_ACCOUNTS),
    *_table_entries("portal", LINK_HOLDER),
)

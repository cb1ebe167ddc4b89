"""What people do with the record and at the table; each verb is one transaction with one line in the history."""

from .record import (
    NotAllowedError,
    answer_line,
    begin_collaboration,
    move_own_stage,
    move_stage,
    share_line,
    start_collaboration,
    withdraw_line,
    write_line,
)
from .seats import (
    ask_colleague_to_leave,
    fresh_seat,
    leave_practice_tables,
    make_link,
    show_colleague,
    sit_down,
    stand_up,
    take_back_link,
)

__all__ = [
    "NotAllowedError",
    "answer_line",
    "ask_colleague_to_leave",
    "begin_collaboration",
    "fresh_seat",
    "leave_practice_tables",
    "make_link",
    "move_own_stage",
    "move_stage",
    "share_line",
    "show_colleague",
    "sit_down",
    "stand_up",
    "start_collaboration",
    "take_back_link",
    "withdraw_line",
    "write_line",
]

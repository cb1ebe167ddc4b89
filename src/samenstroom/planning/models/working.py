"""Working agreements: how both reach each other, how fast they answer, and how they talk."""

from __future__ import annotations

from typing import ClassVar

from .pages import ProposedPage


class WorkingAgreement(ProposedPage):
    """One version of the working agreements.

    `content`: `channels` (id -> what for), `response_days`, `days`, `from`, `until`, `reach`, `talks`, `talks_words`,
    `feedback` (ids), `feedback_words`, `urgent`.
    """

    LINE: ClassVar = "working"

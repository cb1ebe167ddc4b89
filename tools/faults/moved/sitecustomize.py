"""Moves the clock of every process of an instance by SAMENSTROOM_FAULTS_CLOCK seconds; see the package above."""

import os
from datetime import UTC, datetime, timedelta

if seconds := int(os.environ.get("SAMENSTROOM_FAULTS_CLOCK", "0")):
    from django.utils import timezone

    from samenstroom.kit import clock

    clock._swap(None, timedelta(seconds=seconds))
    timezone.now = lambda: datetime.now(UTC) + timedelta(seconds=seconds)  # what the queue and the sessions ask

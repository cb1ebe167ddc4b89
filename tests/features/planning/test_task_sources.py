"""What comes on the plan from elsewhere: ideas that are ticked, and what both agreed, by itself and once."""

from __future__ import annotations

import pytest
from django.test import Client

from samenstroom import content
from samenstroom.agreements.actions.extra_work import OfferTerms
from samenstroom.checkins.actions import add_repair
from samenstroom.checkins.models import Repair
from samenstroom.flows.deals import put_extra, say_yes_to_extra
from samenstroom.flows.plan import agree_on_repair
from samenstroom.kit import clock
from samenstroom.planning.models import Task
from tests.features.planning.task_steps import FRIDAY, kinds
from tests.people import Together, day, noor, started, together, visit

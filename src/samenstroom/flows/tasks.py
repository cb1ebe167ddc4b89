"""Periodic work that crosses features."""

from django_tasks import task

from samenstroom.accounts.forgetting import forget_ways_in
from samenstroom.accounts.throttle import forget_tries
from samenstroom.connections.actions.answers import forget_answers
from samenstroom.connections.actions.connections import forget_use
from samenstroom.exploring.actions.readiness import forget_readiness
from samenstroom.exploring.actions.references import forget_unsent
from samenstroom.kit import clock
from samenstroom.mail.delivery import forget_unsettled
from samenstroom.mail.forgetting import forget_old_mail
from samenstroom.privacy.actions.questions import forget_answered

from .endings import sweep_endings
from .erasing import erase_who_wished
from .keep_terms import sweep_terms
from .letting_go import let_go_of_what_is_past
from .negotiating import sweep_expiries
from .reviews import remind_of_days
from .rounds import sweep_rounds
from .signing import seal_what_waits
from .trials import sweep_trials


@task()
def sweep() -> int:
    """Open rounds that are due, queue mail about them, trials, endings and last days to sign. Harmless to repeat."""
    now = clock.now()
    forget_tries(now=now)
    forget_unsent(now=now)
    forget_answers(now=now)
    forget_use(now=now)
    sweep_trials(now=now)
    sweep_endings(now=now)
    sweep_expiries(now=now)
    remind_of_days(now=now)
    return sweep_rounds(now=now)


@task()
def seal() -> int:
    """Make the papers of agreements that could not be sealed when they were signed. Harmless to run again."""
    return seal_what_waits(now=clock.now())


@task()
def forget() -> int:
    """Throw away what was promised to be kept no longer. Harmless to run again."""
    now = clock.now()
    forget_unsettled(now=now)
    return forget_readiness(now=now)


@task()
def let_go() -> int:
    """Throw away private explorations whose term is over. Harmless to run again."""
    return let_go_of_what_is_past(now=clock.now())


@task()
def erase() -> int:
    """Erase who asked and did not come back, what was kept until today, and old mail and questions."""
    now = clock.now()
    forget_old_mail(now=now)
    forget_ways_in(now=now)
    forget_answered(now=now)
    sweep_terms(now=now)
    return erase_who_wished(now=now)

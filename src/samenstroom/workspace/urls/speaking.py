"""Pages about this side of the table where only who speaks for it may act."""

from samenstroom.table.addresses import only_speakers_act
from samenstroom.table.closed import after_the_end
from samenstroom.table.page import Page
from samenstroom.workspace.access import View, with_visit


def by_speaker(page: Page, name: str) -> View:
    """A page about this side of the table where only who speaks for it may act; a colleague reads along.

    After the end the same holds as at the table: what would lie before both is not done any more.
    """
    return with_visit(only_speakers_act(after_the_end(page, name), name))

"""Putting "Zo werk ik" together, online and offline again. Only what she puts online is for others; nobody is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from samenstroom.accounts.models import Person
from samenstroom.kit.tokens import public_id, token_hash
from samenstroom.profiles.models import WorkPage
from samenstroom.profiles.queries.work_page import is_name_free
from samenstroom.profiles.wording.work_page import draft_of, piece_of
from samenstroom.rules.page_names import page_name_fault


class NameTakenError(Exception):
    """Somebody else has this name for her page, or nobody may have it."""


class NothingToShowError(Exception):
    """There is no text on the page yet."""


class ChangedMeanwhileError(Exception):
    """The text is not the one she looked at: look again first."""


@transaction.atomic
def introduce(*, person: Person, name: str, introduction: str, language: str) -> None:
    """Her draft has this name, introduction and language."""
    page = _locked(person)
    page.name, page.introduction, page.language = name, introduction, language
    page.save(update_fields=["name", "introduction", "language"])


@transaction.atomic
def choose_pieces(*, person: Person, pieces: Sequence[str]) -> None:
    """These pieces are on her draft and no others; what is not there to choose is left out."""
    page = _locked(person)
    page.chosen = [one.id for one in draft_of(page).pieces if one.id in pieces]
    page.save(update_fields=["chosen"])


@transaction.atomic
def word_piece(*, person: Person, piece: str, text: str) -> None:
    """The page says it like this; her profile keeps its own words. Without text, or with the words of the profile,
    the page follows her profile again. A piece that is not there changes nothing.
    """
    page = _locked(person)
    found = piece_of(draft_of(page), piece)
    if found is None:
        return
    wordings = {name: worded for name, worded in page.wordings.items() if name != piece}
    if text.strip() and text != found.source:
        wordings[piece] = {"text": text, "source": str(found.source)}
    page.wordings = wordings
    page.save(update_fields=["wordings"])


@transaction.atomic
def put_online(*, person: Person, reach: str, slug: str, findable: bool, mark: str, now: datetime) -> WorkPage:
    """Exactly the text with this mark is online from now on, at one address: a public name, or a random link.

    Later changes of profile or draft change nothing online. Raises ChangedMeanwhileError, NothingToShowError, and
    NameTakenError when the name is somebody's or cannot be used; then everything stays as it was.
    """
    page = _locked(person)
    draft = draft_of(page)
    if draft.mark != mark:
        raise ChangedMeanwhileError
    if draft.is_empty:
        raise NothingToShowError
    is_public = WorkPage.Reach(reach) == WorkPage.Reach.PUBLIC
    if is_public:
        _take_name(page, slug)
    elif page.reach != WorkPage.Reach.LINK or not page.link_token:
        _new_link(page)
    page.reach, page.findable = reach, is_public and findable
    page.snapshot = {**draft.snapshot, "findable": page.findable}
    page.sources = draft.sources
    page.published_at, page.offline_at = now, None
    _save(page)
    return page


@transaction.atomic
def take_offline(*, person: Person, now: datetime) -> None:
    """Nobody else can read it any more. Her draft and the name of her page stay hers. Twice is the same as once."""
    page = _locked(person)
    if page.is_online:
        page.offline_at = now
        page.save(update_fields=["offline_at"])


@transaction.atomic
def renew_link(*, person: Person) -> None:
    """The link gets another address, and the old one opens nothing from now on. A public page keeps its name."""
    page = _locked(person)
    if page.reach == WorkPage.Reach.LINK and page.link_token:
        _new_link(page)
        page.save(update_fields=["link_token", "link_hash"])


def _locked(person: Person) -> WorkPage:
    """Her page, made when there is none yet, locked for who writes in another tab."""
    WorkPage.objects.get_or_create(person=person, defaults={"name": person.name, "language": person.language})
    return WorkPage.objects.select_for_update(of=("self",)).select_related("person").get(person=person)


def _take_name(page: WorkPage, slug: str) -> None:
    if page_name_fault(slug) or not is_name_free(slug, page.person):
        raise NameTakenError
    page.slug, page.link_token, page.link_hash = slug, "", None


def _new_link(page: WorkPage) -> None:
    """Two public ids: about 136 bits, in signs that survive any mail program."""
    page.link_token = public_id() + public_id()
    page.link_hash = token_hash(page.link_token)


def _save(page: WorkPage) -> None:
    try:
        with transaction.atomic():
            page.save()
    except IntegrityError:  # somebody took the name between looking and keeping
        raise NameTakenError from None

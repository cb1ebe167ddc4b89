"""Model fields whose value is encrypted at rest, with a key that is not in the database.

The database holds a Fernet token (AES-128-CBC with HMAC-SHA256). A sealed value cannot be searched, shows
itself in no repr and leaves the database in no dump. The first key of `settings.SEALING_KEYS` seals; every
key opens.
"""

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models, transaction
from django.db.models.query_utils import DeferredAttribute


class CannotUnseal(Exception):
    """None of the keys opens a stored value: the key file is missing a key, or the row was altered."""


class SealedText(str):
    """A text that stays out of reprs, and with that out of tracebacks and logs. Otherwise a plain string."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<sealed>"


class SealedDict(dict[str, Any]):
    """A dict that stays out of reprs."""

    def __repr__(self) -> str:
        return "<sealed>"


class SealedList(list[Any]):
    """A list that stays out of reprs."""

    def __repr__(self) -> str:
        return "<sealed>"


def seal(text: str) -> str:
    """The token for `text`, under the newest key."""
    return _box().encrypt(text.encode("utf-8")).decode("ascii")


def unseal(token: str) -> str:
    """The text in `token`. Raises CannotUnseal when no key opens it."""
    try:
        return _box().decrypt(token.encode("ascii")).decode("utf-8")
    except (InvalidToken, UnicodeEncodeError):
        raise CannotUnseal("no sealing key opens this value") from None


def seal_bytes(content: bytes) -> bytes:
    """What is kept on disk for `content`, under the newest key."""
    return _box().encrypt(content)


def unseal_bytes(token: bytes) -> bytes:
    """The content in `token`. Raises CannotUnseal when no key opens it."""
    try:
        return _box().decrypt(token)
    except InvalidToken:
        raise CannotUnseal("no sealing key opens this file") from None


if TYPE_CHECKING:
    _TextField = models.TextField[Any, Any]
else:
    _TextField = models.TextField


class _HiddenAttribute(DeferredAttribute):
    """Wraps what is assigned, so that a value that was never saved stays out of reprs too."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = _hidden(value)


class _SealedField(_TextField):
    """What the two fields below have in common."""

    descriptor_class = _HiddenAttribute

    def to_text(self, value: Any) -> str:
        raise NotImplementedError

    def from_text(self, text: str) -> Any:
        raise NotImplementedError

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else seal(self.to_text(value))

    def from_db_value(self, value: str | None, _expression: object, _connection: object) -> Any:
        if value is None:
            return None
        try:
            return _hidden(self.from_text(unseal(value)))
        except CannotUnseal:
            raise CannotUnseal(f"no sealing key opens {self.model.__name__}.{self.name}") from None

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed: it can be tested with isnull, not with {lookup_name}")
        return super().get_lookup(lookup_name)

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.name} is sealed: {lookup_name} cannot look inside")

    def value_to_string(self, obj: models.Model) -> str:
        """A dump holds the sealed token, not the text."""
        return self.get_prep_value(self.value_from_object(obj)) or ""


class SealedTextField(_SealedField):
    """A text that is stored sealed."""

    def to_text(self, value: Any) -> str:
        return str(value)

    def from_text(self, text: str) -> str:
        return text

    def to_python(self, value: Any) -> Any:
        return _hidden(super().to_python(value))


class SealedJSONField(_SealedField):
    """Anything JSON can hold, stored sealed. Without `null=True` also None is sealed: that something was left out
    is then as unreadable as what was said.
    """

    def get_prep_value(self, value: Any) -> str | None:
        return super().get_prep_value(value) if self.null or value is not None else seal("null")

    if TYPE_CHECKING:  # it takes and gives more than the text it is stored as
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    def to_text(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def from_text(self, text: str) -> Any:
        return json.loads(text)

    def to_python(self, value: Any) -> Any:
        return _hidden(value)


def sealed_fields(model: type[models.Model]) -> list[str]:
    """The names of the sealed fields that `model` itself stores."""
    return [field.name for field in model._meta.local_fields if isinstance(field, _SealedField)]


@transaction.atomic
def reseal(model: type[models.Model], keys: list[Any]) -> None:
    """Seals the sealed fields of the rows with these primary keys again, under the newest key."""
    names = sealed_fields(model)
    rows = list(model._base_manager.select_for_update().filter(pk__in=keys).only("pk", *names))
    model._base_manager.bulk_update(rows, names)


def _hidden(value: Any) -> Any:
    if type(value) is str:
        return SealedText(value)
    if type(value) is dict:
        return SealedDict(value)
    if type(value) is list:
        return SealedList(value)
    return value


def _box() -> MultiFernet:
    return _box_of(tuple(settings.SEALING_KEYS))


@lru_cache(maxsize=8)
def _box_of(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])

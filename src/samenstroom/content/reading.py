"""YAML as a person means it: `No` and `2026-10-14` stay text, and a key that stands twice is a mistake."""

import re
from collections.abc import Iterable
from typing import Any

import yaml

TEXT_AFTER_ALL = frozenset({"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"})

# The same reader in C where it was built along: every start reads all content, and this one is eight times as quick.
_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reader(_Safe):
    """The safe loader, without YAML 1.1's guesses about dates and yes-or-no words."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in known if tag not in TEXT_AFTER_ALL]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping; raises ConstructorError when a key stands in it twice."""
        seen: set[str] = set()
        for key, _value in node.value:
            if key.value in seen:
                problem = f"{key.value} stands here twice"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep)
        return found


_Reader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


def parse(text: str) -> Any:
    """The content of a YAML text. Raises yaml.YAMLError, which names the line."""
    return yaml.load(text, Loader=_Reader)  # noqa: S506 (a safe loader, only stricter)


def line_of(text: str, steps: Iterable[str | int]) -> int:
    """The line (from 1) on which the end of this path begins, or the last step that does exist."""
    node = yaml.compose(text, Loader=_Reader)
    for step in steps:
        following = _child(node, step)
        if following is None:
            break
        node = following
    return int(node.start_mark.line) + 1 if node else 1


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    return None

"""Compiles the translations while a wheel is built, so that they are in it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface):
    """Called by hatchling before it collects the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from samenstroom.kit.languages import compile_stale
        finally:
            sys.path.pop(0)
        compile_stale(source / "samenstroom" / "locale")

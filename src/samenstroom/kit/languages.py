"""Compiles translations (.po to .mo) with babel: no gettext tools are needed to run, test or build."""

from pathlib import Path


def compile_stale(folder: Path) -> list[Path]:
    """Compiles each `.po` under `folder` whose `.mo` is missing or older; returns what it wrote.

    Entries marked fuzzy stay out. A folder that cannot be written to (an installed package, which carries its
    `.mo` files) is left as it is.
    """
    return [target for source in sorted(folder.rglob("*.po")) if (target := _compiled_if_stale(source))]


def _compiled_if_stale(source: Path) -> Path | None:
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return None
    try:
        _compile(source, target)
    except PermissionError:
        return None
    return target


def _compile(source: Path, target: Path) -> None:
    # babel takes a while to import and is only needed here.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalog = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
    draft = target.with_suffix(".mo.new")
    with draft.open("wb") as file:
        write_mo(file, catalog, use_fuzzy=False)
    draft.replace(target)

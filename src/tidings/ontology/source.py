"""Reading the small data files: YAML and TSV into plain values, with errors that name the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from tidings.errors import DataError

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_folder() -> Path:
    """The folder of the data files that ship with Tidings.

    >>> (data_folder() / "ontologies" / "plover").is_dir()
    True
    """
    return Path(str(resources.files("tidings") / "data"))


@cache
def _loader() -> Any:
    """A safe loader to which "on", "no" and "yes" are words: prepositions and cues must not turn into booleans."""

    class WordLoader(_Base):  # type: ignore[misc]
        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [(tag, pattern) for tag, pattern in rules if not tag.endswith((":bool", ":timestamp"))]
            for first, rules in _Base.yaml_implicit_resolvers.items()
        }

    WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
    return WordLoader


def read_yaml(path: Path) -> Any:
    """The content of a YAML file; only `true` and `false` are booleans.

    Raises `DataError` with the line where the file is missing or is not YAML.
    """
    return parse_yaml(read_text(path), path)


def parse_yaml(text: str, path: Path) -> Any:
    """The content of YAML text that stands in the file at `path`.

    >>> parse_yaml("slots: [on, no]", Path("x.yaml"))
    {'slots': ['on', 'no']}
    """
    try:
        return yaml.load(text, Loader=_loader())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise DataError(f"{path.name}{line}: not valid YAML: {getattr(error, 'problem', None) or error}") from error


def read_tsv(path: Path, columns: tuple[str, ...]) -> list[Mapping[str, str]]:
    """The rows of a tab-separated file whose first line is exactly `columns`; every value a string.

    Raises `DataError` naming file and line where a row has too few or too many fields.
    """
    lines = read_text(path).splitlines()
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise DataError(f"{path.name}:1: the header must be {' '.join(columns)} (tab-separated)")
    rows: list[Mapping[str, str]] = []
    for number, line in enumerate(lines[1:], 2):
        fields = line.split("\t")
        if len(fields) != len(columns):
            raise DataError(f"{path.name}:{number}: {len(fields)} fields, must be {len(columns)}: {' '.join(columns)}")
        rows.append(dict(zip(columns, fields, strict=True)))
    return rows


def read_text(path: Path) -> str:
    """The text of a data file in UTF-8. Raises `DataError` where it cannot be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: cannot be read: {error}") from error

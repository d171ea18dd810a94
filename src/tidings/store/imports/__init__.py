"""Events of other systems, beside our own. To add a format: a file that makes an `Import`, and its line here."""

from __future__ import annotations

from tidings.store.imports.file import ImportTally, import_file
from tidings.store.imports.gdelt import GDELT
from tidings.store.imports.icews import ICEWS
from tidings.store.imports.kind import Import
from tidings.store.imports.plover import PLOVER
from tidings.store.imports.polecat import POLECAT

__all__ = ["IMPORTS", "Import", "ImportTally", "import_file"]

IMPORTS: tuple[Import, ...] = (GDELT, ICEWS, POLECAT, PLOVER)

"""`tidings serve`: the record over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.console import err
from tidings.cli.options import store_option
from tidings.store import Store


@click.command(
    epilog="""\b
Examples:
  tidings serve --store record.duckdb
  curl 'http://127.0.0.1:8000/events.json?actor=CHN&since=2021-07-01'
"""
)
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def command(store: Path, host: str, port: int) -> None:
    """Answer questions to a store over HTTP: pages for people, JSON for programs. It only reads."""
    import uvicorn

    from tidings.serve import application

    with Store(store, read_only=True):
        err().print(f"serving {store} at http://{host}:{port}/ (Ctrl-C stops it)", markup=False)
    uvicorn.run(application(store), host=host, port=port, log_level="warning")

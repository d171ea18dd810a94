"""The routes. Each request opens the store to read, so that an ingest can write between requests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from tidings.errors import StoreError, TidingsError, UsageError
from tidings.serve.answers import Json, event_json, why_json
from tidings.serve.pages import events_page, why_page
from tidings.store import EventQuery, Store

MOST_EVENTS = 1000
#: Pages carry no scripts, load nothing from elsewhere, and cannot be framed.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def application(store: Path) -> Starlette:
    """The web application over one store.

    `/` and `/event/ID` are pages; `/events.json` (with the filters of `tidings events` as parameters) and
    `/event/ID.json` are their JSON. A wrong parameter gets status 400 and one line that says what would be right.
    """

    def events(request: Request) -> Response:
        query = _query(request)
        with Store(store, read_only=True) as record:
            return HTMLResponse(
                events_page(record.events(query), dict(request.query_params), query.limit or MOST_EVENTS),
                headers=HEADERS,
            )

    def events_json(request: Request) -> Response:
        query = _query(request)
        with Store(store, read_only=True) as record:
            found: list[Json] = [event_json(event) for event in record.events(query)]
        return JSONResponse({"events": found})

    def why(request: Request) -> Response:
        with Store(store, read_only=True) as record:
            return HTMLResponse(why_page(record.why(request.path_params["id"])), headers=HEADERS)

    def why_as_json(request: Request) -> Response:
        with Store(store, read_only=True) as record:
            return JSONResponse(why_json(record.why(request.path_params["id"])))

    routes = [
        Route("/", events),
        Route("/events.json", events_json),
        Route("/event/{id}.json", why_as_json),
        Route("/event/{id}", why),
    ]
    return Starlette(routes=routes, exception_handlers={TidingsError: _complain, ValueError: _complain})


def _complain(request: Request, error: Exception) -> Response:
    # A store that an ingest holds is free again soon; anything else is the question's fault.
    return JSONResponse({"error": str(error)}, status_code=503 if isinstance(error, StoreError) else 400)


def _query(request: Request) -> EventQuery:
    given = {name: value for name, value in request.query_params.items() if value}
    return EventQuery(
        actor=given.get("actor"),
        recipient=given.get("recipient"),
        type=given.get("type"),
        since=_day(given.get("since")),
        until=_day(given.get("until")),
        place=given.get("place"),
        counts_only=given.get("counts_only") in ("1", "true", "on"),
        limit=_limit(given.get("limit", str(MOST_EVENTS))),
    )


def _limit(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) < 10 and int(given)):
        raise UsageError(f"limit is a number from 1 to {MOST_EVENTS}, not {given[:40]!r}")
    return min(int(given), MOST_EVENTS)


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise UsageError(f"{(given or '')[:40]!r} is not a date; write it as 2021-07-28") from None

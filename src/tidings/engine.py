"""Documents in, records out: the only room that knows all the others."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from tidings.annotate.actor import find_actors, find_speakers, follow_things
from tidings.annotate.attribution import find_attributions
from tidings.annotate.event import find_events
from tidings.annotate.event.relation import relation
from tidings.annotate.timex import find_timexes
from tidings.annotate.toponym import find_toponyms
from tidings.encoder import Encoder, Parsed
from tidings.errors import ReadError
from tidings.lexicon import Lexicon
from tidings.merge import MERGING, Report, Told, UserMerge, heard, merge_events, place_reports
from tidings.ontology import Ontology, load_ontology
from tidings.read import ReadItem, SetAside, read_text
from tidings.record import Analysis, Document, EventMention, Sentence
from tidings.settings import Settings
from tidings.stopping import stop_if_asked
from tidings.threads import one_thread

if TYPE_CHECKING:  # who only reads opens no store
    from tidings.store import Store, StoredMention

Item = TypeVar("Item")
Stage = Callable[[Analysis, Lexicon], Analysis]

#: The stages of reading, in their order; each finds what the earlier ones left in the analysis.
STAGES: tuple[Stage, ...] = (
    lambda analysis, _: find_timexes(analysis),
    find_toponyms,
    find_actors,
    lambda analysis, _: follow_things(analysis),
    find_attributions,
    find_speakers,
    find_events,
)


#: Documents looked up in the store at once, and readings written in one transaction.
KNOWN_AT_ONCE = 64
STORED_AT_ONCE = 64

WORKER_LOST = (
    "a worker process ended in the middle of its work: memory may have run out, or a script calls Tidings outside "
    '`if __name__ == "__main__":`; what was stored stays, run again to go on'
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read through, and why."""

    document: Document
    reason: str


class Reader:
    """Reads many reports with one encoder and one lexicon, loaded at the first report.

    >>> reader = Reader()
    >>> [event.event_type for event in reader.read_text("Egypt's president met his Sudanese counterpart.").events]
    ['CONSULT']

    Raises `DataError` naming file, line and field where one of the user's dictionaries of actors is broken.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        if self.settings.actors:
            # At once: a broken dictionary must not look like a report that cannot be read.
            _ = self.lexicon.actors

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder of this reader."""
        return Encoder.load(self.settings.model)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words and names this reader knows."""
        return Lexicon(self.settings.actors)

    @property
    def ontology(self) -> Ontology:
        """The event types this reader finds."""
        return load_ontology()

    @property
    def versions(self) -> dict[str, str | None]:
        """Checksums of what reads beside the ontology: of the encoder, and of the user's dictionaries, if any."""
        return {"model": self.encoder.origin, "dictionaries": self.lexicon.own_checksum}

    def grade(self, event_type: str, mode: str | None) -> tuple[int, float]:
        """The quad and PLOVER's score of an event."""
        return self.ontology.quad(event_type), self.ontology.score(event_type, mode)

    @property
    def quads(self) -> dict[str, int]:
        """The quad of every event type."""
        return {name: self.ontology.quad(name) for name in self.ontology.types}

    def relation(self, sentence: str, actor: str, recipient: str) -> EventMention | None:
        """What the first does to the second in a sentence, both given by their words in it."""
        return self.relate(self.read_text(sentence), actor, recipient)

    def relate(self, analysis: Analysis, actor: str, recipient: str) -> EventMention | None:
        """The same, in a sentence already read."""
        return relation(analysis, actor, recipient, self.lexicon)

    def read_text(
        self, text: str, *, published: date | None = None, publisher: str | None = None, title: str | None = None
    ) -> Analysis:
        """All that is read in one report given as text."""
        return self.analyse(read_text(text, published=published, publisher=publisher, title=title))

    def analyse(self, document: Document) -> Analysis:
        """All that is read in one document."""
        self._start()
        with one_thread():
            return self.annotate(document, self.encoder.read([document])[0])

    def _start(self) -> None:
        """Load encoder and lexicon side by side at the first report: most of the encoder's time is not Python's."""
        if "encoder" not in self.__dict__:
            with ThreadPoolExecutor(1) as pool:
                loaded = pool.submit(lambda: self.encoder)
                self.lexicon.load()
                loaded.result()

    def annotate(self, document: Document, parsed: Parsed) -> Analysis:
        """The stages of reading, over what the encoder has read."""
        analysis = unread(document, parsed)
        for stage in STAGES:
            analysis = stage(analysis, self.lexicon)
        return analysis

    def read(self, documents: Iterable[Document]) -> Iterator[Analysis | Failure]:
        """Each document read, in order, on `settings.workers` processes.

        A document that cannot be read through comes back as a `Failure`; the others are not touched by it. From worker
        processes analyses come back without the words of their sentences. A script that reads many reports so keeps
        its calls under `if __name__ == "__main__":`, as worker processes run its top level once more.

        Raises `ReadError` where a worker process was killed.
        """
        batches = _chunks(documents, self.settings.batch)
        first = list(islice(batches, 2))
        if len(first) < 2 or self.settings.workers < 2:
            for batch in chain(first, batches):
                yield from self.read_batch(batch)
            return
        spawn = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self.settings.workers, spawn, _start, (self.settings,))
        try:
            yield from _in_order(pool, chain(first, batches), 3 * self.settings.workers)
        except BrokenProcessPool as error:
            raise ReadError(WORKER_LOST) from error
        finally:
            pool.shutdown(cancel_futures=True)

    def read_batch(self, documents: Sequence[Document]) -> list[Analysis | Failure]:
        """Each document of one batch read; the encoder sees all of them at once."""
        try:
            with one_thread():
                parsed = self.encoder.read(documents)
        except Exception as error:
            if len(documents) > 1:
                return [read for document in documents for read in self.read_batch([document])]
            return [Failure(documents[0], _reason(error))]
        return [self._annotate_safely(*pair) for pair in zip(documents, parsed, strict=True)]

    def _annotate_safely(self, document: Document, parsed: Parsed) -> Analysis | Failure:
        try:
            return self.annotate(document, parsed)
        except Exception as error:
            return Failure(document, _reason(error))


@dataclass(slots=True)
class Tally:
    """What an ingest has done so far: reports put in, those known already, those set aside, events in the end."""

    added: int = 0
    known: int = 0
    aside: int = 0
    events: int = 0


def ingest(
    items: Iterable[ReadItem],
    store: Store,
    reader: Reader,
    tell: Callable[[Tally, str | None], None],
    seen: datetime | None = None,
) -> Tally:
    """Put every report that is not yet in the store there, and merge what all of them tell.

    Each batch is one transaction; a run that was killed goes on where it ended. `tell` is called after each batch with
    the tally, and for each report set aside with the reason. What is set aside is kept in the store with its reason.
    `seen` is when the reports were met, in UTC; None for now.
    """
    tally, aside, again = Tally(), list[tuple[str, int | None, str]](), set[str]()

    def put_aside(origin: str, line: int | None, reason: str) -> None:
        aside.append((origin, line, reason))
        tally.aside += 1
        tell(tally, f"{origin}{f', line {line}' if line else ''}: {reason}")

    def fresh() -> Iterator[Document]:
        for chunk in _chunks(items, KNOWN_AT_ONCE):
            documents = {item.id: item for item in chunk if isinstance(item, Document)}
            known = store.known(documents)
            again.update(known)
            tally.known += len(chunk) - sum(isinstance(item, SetAside) for item in chunk) - len(documents) + len(known)
            for item in chunk:
                if isinstance(item, SetAside):
                    put_aside(item.origin, item.line, item.reason)
            yield from (document for id, document in documents.items() if id not in known)

    for reads in _chunks(reader.read(fresh()), STORED_AT_ONCE):
        for read in reads:
            if isinstance(read, Failure):
                put_aside(read.document.title or read.document.id, None, read.reason)
        analyses = [read for read in reads if isinstance(read, Analysis)]
        tally.added += store.add(analyses, reader.ontology, seen=seen, **reader.versions)
        tell(tally, None)
    store.set_aside(aside)
    store.seen_again(again, seen)
    tally.events = store.count("events") if store.merged(MERGING) else merge_store(store)
    return tally


def merge_store(store: Store) -> int:
    """Merge every mention of the store anew into events, as the user said and else as the rules have it.

    Returns the number of events. Mentions stay as they are.
    """
    standings = place_reports([Report(*report) for report in store.reports()])
    word = heard(UserMerge(said.together, said.mentions, said.others) for said in store.user_words())
    events = merge_events(map(_told, store.mentions()), standings, word)
    rows = [(id, standing.story, standing.copy_of, standing.likeness) for id, standing in sorted(standings.items())]
    return store.write_events(events, rows, MERGING)


def _told(stored: StoredMention) -> Told:
    return Told(
        stored.mention,
        stored.document_id,
        stored.published,
        stored.actor_codes or stored.actor_ids,
        stored.recipient_codes or stored.recipient_ids,
        stored.sentence_text,
        stored.trigger_text,
    )


def unread(document: Document, parsed: Parsed) -> Analysis:
    """The analysis before its first stage: what the encoder has read."""
    return Analysis(document, parsed.sentences, opinions=parsed.opinions, things=parsed.things)


def without_words(analysis: Analysis) -> Analysis:
    """The same analysis with bare sentences: what a store keeps, and cheap to send between processes."""
    bare = tuple(Sentence(sentence.span, ()) for sentence in analysis.sentences)
    return replace(analysis, sentences=bare, opinions=(), things=())


def _reason(error: Exception) -> str:
    return f"could not be read through: {type(error).__name__}: {error}"[:500]


def _chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def _in_order(pool: Executor, batches: Iterable[list[Document]], window: int) -> Iterator[Analysis | Failure]:
    """Results in the order of the batches, with at most `window` of them under way, so that memory is bounded."""
    pending: deque[Future[list[Analysis | Failure]]] = deque()
    for batch in batches:
        stop_if_asked()
        with _interrupts_held():
            pending.append(pool.submit(_work, batch))
        if len(pending) >= window:
            yield from pending.popleft().result()
    while pending:
        stop_if_asked()
        yield from pending.popleft().result()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits meanwhile: a worker that is just starting inherits this, and so never answers with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: list[Reader] = []


def _start(settings: Settings) -> None:
    # Ctrl-C reaches every process of a terminal; only the first one answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Readings hold no cycles, and there are thousands of them: looking for cycles as often as Python does by default
    # took a twelfth of the time.
    gc.set_threshold(100_000, 50, 100)
    _worker[:] = [Reader(settings)]


def _work(documents: list[Document]) -> list[Analysis | Failure]:
    return [without_words(read) if isinstance(read, Analysis) else read for read in _worker[0].read_batch(documents)]

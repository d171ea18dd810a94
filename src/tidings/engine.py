"""Documents in, records out: the only room that knows all the others."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice

from tidings.annotate.actor import find_actors
from tidings.annotate.attribution import find_attributions
from tidings.annotate.event import find_events
from tidings.annotate.timex import find_timexes
from tidings.annotate.toponym import find_toponyms
from tidings.encoder import Encoder
from tidings.lexicon import Lexicon
from tidings.ontology import Ontology, load_ontology
from tidings.read import read_text
from tidings.record import Analysis, Document, Sentence
from tidings.settings import Settings

Stage = Callable[[Analysis, Lexicon], Analysis]

#: The stages of reading, in their order; each finds what the earlier ones left in the analysis.
STAGES: tuple[Stage, ...] = (
    lambda analysis, _: find_timexes(analysis),
    find_toponyms,
    find_actors,
    find_attributions,
    find_events,
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
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder of this reader."""
        return Encoder.load(self.settings.model)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words and names this reader knows."""
        return Lexicon()

    @property
    def ontology(self) -> Ontology:
        """The event types this reader finds."""
        return load_ontology()

    def read_text(
        self, text: str, *, published: date | None = None, publisher: str | None = None, title: str | None = None
    ) -> Analysis:
        """All that is read in one report given as text."""
        return self.analyse(read_text(text, published=published, publisher=publisher, title=title))

    def analyse(self, document: Document) -> Analysis:
        """All that is read in one document."""
        return self.annotate(document, self.encoder.encode([document])[0])

    def annotate(self, document: Document, sentences: tuple[Sentence, ...]) -> Analysis:
        """The stages of reading, over sentences the encoder has parsed."""
        analysis = Analysis(document, sentences)
        for stage in STAGES:
            analysis = stage(analysis, self.lexicon)
        return analysis

    def read(self, documents: Iterable[Document]) -> Iterator[Analysis | Failure]:
        """Each document read, in order, on `settings.workers` processes.

        A document that cannot be read through comes back as a `Failure`; the others are not touched by it. From worker
        processes analyses come back without the words of their sentences.
        """
        batches = _batches(documents, self.settings.batch)
        first = next(batches, None)
        second = next(batches, None)
        if first is None:
            return
        if second is None or self.settings.workers < 2:
            for batch in filter(None, (first, second)):
                yield from self.read_batch(batch)
            for batch in batches:
                yield from self.read_batch(batch)
            return
        with multiprocessing.get_context("spawn").Pool(self.settings.workers, _start, (self.settings,)) as pool:
            for done in pool.imap(_work, _chain((first, second), batches)):
                yield from done

    def read_batch(self, documents: Sequence[Document]) -> list[Analysis | Failure]:
        """Each document of one batch read; the encoder sees all of them at once."""
        try:
            parsed = self.encoder.encode(documents)
        except Exception as error:
            if len(documents) > 1:
                return [read for document in documents for read in self.read_batch([document])]
            return [Failure(documents[0], _reason(error))]
        return [self._annotate_safely(*pair) for pair in zip(documents, parsed, strict=True)]

    def _annotate_safely(self, document: Document, sentences: tuple[Sentence, ...]) -> Analysis | Failure:
        try:
            return self.annotate(document, sentences)
        except Exception as error:
            return Failure(document, _reason(error))


def without_words(analysis: Analysis) -> Analysis:
    """The same analysis with bare sentences: what a store keeps, and cheap to send between processes."""
    return replace(analysis, sentences=tuple(Sentence(sentence.span, ()) for sentence in analysis.sentences))


def _reason(error: Exception) -> str:
    return f"could not be read through: {type(error).__name__}: {error}"[:500]


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    rest = iter(documents)
    while batch := list(islice(rest, size)):
        yield batch


def _chain(first: Iterable[list[Document]], rest: Iterable[list[Document]]) -> Iterator[list[Document]]:
    yield from first
    yield from rest


_worker: list[Reader] = []


def _start(settings: Settings) -> None:
    _worker[:] = [Reader(settings)]


def _work(documents: list[Document]) -> list[Analysis | Failure]:
    return [
        without_words(read) if isinstance(read, Analysis) else read for read in _worker[0].read_batch(documents)
    ]

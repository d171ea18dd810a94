"""Did what a predicate speaks of happen? Pearson's r with the judgements of UDS (White et al. 2016)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tidings.annotate.event.factuality import factuality
from tidings.annotate.event.plant import plant
from tidings.annotate.event.slots import Frame
from tidings.engine import Reader
from tidings.evaluate.scores import pearson
from tidings.lexicon.factuality import load_factuality
from tidings.record import Analysis, Document, Factuality, Sentence, Span, Zone, ZoneKind

#: A type that is no act of speech and no plan: the reading is that of the sentence alone.
PLAIN_TYPE = "ASSAULT"
#: How much the model's opinion weighs beside that of the rules; chosen on UDS dev.
LEARNED = 0.8
CERTAINTY = {"certain": 3.0, "probable": 2.0, "possible": 1.0}

#: The words of a sentence, and for each judged word the value on -3..3.
Judged = tuple[list[str], dict[int, float]]


def score_factuality(path: Path, reader: Reader) -> tuple[int, dict[str, float]]:
    """Pearson's r over all judged predicates of the test file, words being given, of model and rules together.

    `path` is a file in the CoNLL columns of clulab/factuality, or a folder that holds `clulab_conll/test.conll`.
    """
    file = next(iter(sorted(path.glob("**/test.conll"))), path) if path.is_dir() else path
    sentences = list(_sentences(file))
    parsed = reader.encoder.parse_words([words for words, _ in sentences])
    pairs = [pair for judged, parse in zip(sentences, parsed, strict=True) for pair in _pairs(judged, parse)]
    return len(pairs), {"r": pearson(pairs)}


def _sentences(file: Path) -> Iterator[Judged]:
    for block in file.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        values = {index: float(row[2]) for index, row in enumerate(rows) if row[2] != "_"}
        if rows and values:
            yield [row[1] for row in rows], values


def _pairs(judged: Judged, parse: Sentence) -> Iterator[tuple[float, float]]:
    words, values = judged
    span = Span(0, parse.span.end)
    document = Document.of(" ".join(words).ljust(span.end), (Zone(ZoneKind.BODY, span),))
    tree = plant(Analysis(document, (parse,)))[0]
    for index, value in values.items():
        frame = Frame(tree, index, (index,), None)
        ruled, learned = scale(factuality(frame, PLAIN_TYPE, load_factuality(), None)), parse.tokens[index].fact
        yield value, ruled if learned is None else LEARNED * learned + (1 - LEARNED) * ruled


def scale(read: Factuality) -> float:
    """Our four fields on the scale of UDS, -3 (surely did not happen) to 3 (surely did).

    >>> scale(Factuality()), scale(Factuality(polarity="negative")), scale(Factuality(mood="desired", time="future"))
    (3.0, -3.0, -0.5)
    """
    if read.mood != "asserted":
        return {"promised": 0.0, "conditional": -1.0}.get(read.mood, -0.5)
    value = CERTAINTY[read.certainty] if read.time != "future" else 0.5
    return -value if read.polarity == "negative" else value

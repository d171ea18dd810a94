"""Coreference: do two mentions speak of the same thing? CoNLL F1 on OntoGUM's layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tidings.engine import Reader
from tidings.evaluate.scores import best_assignment, f1
from tidings.read import read_text

#: A mention is its first and last code point (or any numbers of its own); a cluster, the mentions of one thing.
Cluster = frozenset[tuple[int, ...]]
#: Recall's and precision's numerators and denominators, which are summed over documents.
Counts = tuple[float, float, float, float]


def score_coref(path: Path, reader: Reader) -> tuple[int, dict[str, float]]:
    """The mean F1 of MUC, B3 and CEAF-e (Pradhan et al. 2014), with the text as tokens joined by blanks.

    Of a folder with the splits of GUM beside it (`../ud/test`), only the documents of the test split are scored.
    Predicted clusters are the encoder's, of its own sentences and words; a mention is right where its first and last
    code point are. Singletons do not count, as in OntoNotes.
    """
    files = _files(path)
    return len(files), conll_f1(_read(file, reader) for file in files)


def conll_f1(documents: Iterable[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> dict[str, float]:
    """The mean F1 and its three parts, of the gold and the predicted clusters of each document."""
    sums = {name: [0.0] * 4 for name in METRICS}
    for gold, predicted in documents:
        for name, metric in METRICS.items():
            sums[name] = [total + value for total, value in zip(sums[name], metric(gold, predicted), strict=True)]
    scores = {name: _f1(*values) for name, values in sums.items()}
    return {"conll_f1": sum(scores.values()) / len(scores), **scores}


def _read(file: Path, reader: Reader) -> tuple[list[Cluster], list[Cluster]]:
    text, gold = _gold(file)
    things = reader.encoder.read([read_text(text)])[0].things
    return gold, [frozenset((span.start, span.end) for span in thing) for thing in things]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    held_back = {file.stem for file in path.parent.glob("ud/test/*.conllu")}
    return [file for file in sorted(path.glob("*.conll")) if not held_back or file.stem in held_back]


def _gold(file: Path) -> tuple[str, list[Cluster]]:
    """The text and the gold clusters of a file in CoNLL brackets."""
    text = ""
    clusters: dict[str, set[tuple[int, ...]]] = defaultdict(set)
    open_at: dict[str, list[int]] = defaultdict(list)
    for line in file.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("#") or len(columns) < 3:
            continue
        start = len(text)
        text += columns[1] + " "
        for part in columns[-1].replace("(", " (").replace(")", ") ").replace("|", " ").split():
            name = part.strip("()")
            if part.startswith("("):
                open_at[name].append(start)
            if part.endswith(")") and open_at[name]:
                clusters[name].add((open_at[name].pop(), len(text) - 1))
    return text.rstrip(), [frozenset(cluster) for cluster in clusters.values() if len(cluster) > 1]


def _f1(right_gold: float, gold: float, right_predicted: float, predicted: float) -> float:
    recall, precision = right_gold / max(gold, 1e-9), right_predicted / max(predicted, 1e-9)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _links(these: Sequence[Cluster], those: Sequence[Cluster]) -> tuple[float, float]:
    """MUC (Vilain et al. 1995): the links of `these` that `those` keep, of all their links."""
    home = {mention: index for index, cluster in enumerate(those) for mention in cluster}
    kept = total = 0
    for cluster in these:
        parts = {home.get(mention, mention) for mention in cluster}
        kept, total = kept + len(cluster) - len(parts), total + len(cluster) - 1
    return kept, total


def _muc(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Counts:
    return (*_links(gold, predicted), *_links(predicted, gold))


def _shares(these: Sequence[Cluster], those: Sequence[Cluster]) -> tuple[float, float]:
    """B3 (Bagga and Baldwin 1998): for each mention, the share of its cluster that stays with it."""
    home = {mention: cluster for cluster in those for mention in cluster}
    kept = sum(len(cluster & home.get(mention, frozenset())) / len(cluster) for cluster in these for mention in cluster)
    return kept, sum(map(len, these))


def _b3(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Counts:
    return (*_shares(gold, predicted), *_shares(predicted, gold))


def _ceaf(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Counts:
    """CEAF-e (Luo 2005): clusters aligned one to one so that the sum of their Dice coefficients is largest."""
    table = [[f1(len(g & p), len(p), len(g)) for p in predicted] for g in gold]
    worth = sum(table[row][column] for row, column in best_assignment(table))
    return worth, len(gold), worth, len(predicted)


METRICS = {"muc_f1": _muc, "b3_f1": _b3, "ceafe_f1": _ceaf}

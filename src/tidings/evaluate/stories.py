"""Which reports tell one story, against the seminal events of ECB+ (Cybulska & Vossen 2014)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from tidings.merge import cluster_stories

#: Topics 1-35; the rest is the set's own test part.
LAST_TOPIC = 35
_NAME = re.compile(r"(\d+)_\d+(ecb|ecbplus)\.xml")


def score_stories(path: Path) -> tuple[int, dict[str, float]]:
    """B3 F1 (Bagga & Baldwin 1998) of the stories found among all documents; a story is a topic and its half.

    `path` holds the XML, one folder a topic. All documents are clustered together, so the two halves of a topic, two
    happenings of one kind, have to be told apart. Returns the number of documents and the figures.
    """
    gold: list[str] = []
    texts: list[str] = []
    for file in sorted(path.rglob("*.xml")):
        match = _NAME.fullmatch(file.name)
        if match and int(match[1]) <= LAST_TOPIC:
            gold.append(match[1] + match[2])
            texts.append(_text(file))
    precision, recall = b3(gold, cluster_stories(texts))
    return len(texts), {"b3_f1": _harmonic(precision, recall), "b3_precision": precision, "b3_recall": recall}


def b3(gold: Sequence[object], found: Sequence[object]) -> tuple[float, float]:
    """Precision and recall, averaged over the items.

    >>> b3("aabb", [0, 0, 0, 0])
    (0.5, 1.0)
    """
    both = Counter(zip(gold, found, strict=True))
    ours, theirs = Counter(gold), Counter(found)
    total = max(1, len(gold))
    precision = sum(count * count / theirs[cluster] for (_, cluster), count in both.items()) / total
    recall = sum(count * count / ours[story] for (story, _), count in both.items()) / total
    return precision, recall


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def _text(file: Path) -> str:
    """The words of a document; a sentence that is an address on the web is no part of the report."""
    sentences: defaultdict[str, list[str]] = defaultdict(list)
    for token in ElementTree.parse(file).getroot().iter("token"):
        sentences[token.get("sentence", "")].append(token.text or "")
    kept = [words for words in sentences.values() if not words[0].startswith(("http", "www"))]
    return "\n".join(" ".join(words) for words in kept)

"""In what sphere of life an event took place: the words that speak for each of PLOVER's contexts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tidings.errors import DataError
from tidings.ontology import load_ontology
from tidings.ontology.source import data_folder, read_yaml


class ContextWords:
    """Lemmas to the contexts they speak for.

    `words` holds single lemmas; `phrases` holds those of several words under their first lemma.
    """

    __slots__ = ("phrases", "words")

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        words: defaultdict[str, list[str]] = defaultdict(list)
        phrases: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for context, spellings in cues.items():
            for spelling in spellings:
                first, *rest = spelling.lower().split()
                if rest:
                    phrases[first].append(((first, *rest), context))
                elif context not in words[first]:
                    words[first].append(context)
        self.words: Mapping[str, tuple[str, ...]] = {word: tuple(found) for word, found in words.items()}
        self.phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = {
            first: tuple(found) for first, found in phrases.items()
        }

    def of(self, lemmas: Sequence[str]) -> tuple[str, ...]:
        """The contexts that these lemmas, in text order, speak for; the one with most words first.

        >>> load_contexts().of(["the", "court", "try", "two", "hacker"])
        ('legal', 'cyber')
        """
        counts: dict[str, int] = {}
        for index, lemma in enumerate(lemmas):
            lower = lemma.lower()
            for context in self.words.get(lower, ()):
                counts[context] = counts.get(context, 0) + 1
            for phrase, context in self.phrases.get(lower, ()):
                if tuple(word.lower() for word in lemmas[index : index + len(phrase)]) == phrase:
                    counts[context] = counts.get(context, 0) + 1
        return tuple(sorted(counts, key=lambda context: -counts[context]))


@cache
def load_contexts(path: Path | None = None) -> ContextWords:
    """The context words of English, or of another file. Raises `DataError` naming file and context.

    >>> load_contexts().of(["peacekeeper"])
    ('peacekeeping',)
    """
    path = path or data_folder() / "languages" / "en" / "contexts.yaml"
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise DataError(f"{path.name}: must be a mapping from PLOVER's contexts to lists of words")
    for context, spellings in content.items():
        if context not in load_ontology().contexts:
            raise DataError(f"{path.name}: {context}: must be one of PLOVER's contexts")
        if not isinstance(spellings, list) or not all(isinstance(item, str) and item.strip() for item in spellings):
            raise DataError(f"{path.name}: {context}: must be a list of words and phrases")
    return ContextWords(content)

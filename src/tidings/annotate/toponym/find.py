"""The stage: every place name of a report, and the place it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tidings.annotate.toponym.candidates import Candidate, candidates
from tidings.annotate.toponym.resolve import resolve_names
from tidings.lexicon import Lexicon
from tidings.lexicon.actors import ActorRegistry, Form
from tidings.lexicon.domains import home_of
from tidings.lexicon.phrases import keys
from tidings.lexicon.places import Gazetteer
from tidings.lexicon.word_lists import load_toponym_words
from tidings.record import Analysis, Mention, MentionKind, Name, NameType, Sentence, Span, Toponym, content_id

_PLACES = frozenset({NameType.GPE, NameType.LOC, NameType.FAC})
#: Names in which no place is looked for: their words name somebody or something else.
_OTHERS = frozenset({NameType.PERSON, NameType.WORK, NameType.PRODUCT, NameType.EVENT, NameType.ORG})
_LOCATIVE = frozenset({"in", "at", "near", "from", "to", "into", "across", "outside", "around", "through", "toward"})
_WITHIN = frozenset({"in", "near", "across", "outside", "around"})
_LINKS = frozenset({"of", "the", "and", "-", "–", "al", "el", "de", "la", "le", "du", "'", "’", "ez", "on"})
_LONGEST = 6
#: The prior (log10 of people) from which a name is a place without more evidence, or with a word that locates it.
_KNOWN, _LOCATED, _LESSER = 5.5, 4.0, 5.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: its form, the type of the name it stands in, whether it may be part of a place name.

    `taken` words name an actor or a time; `foreign` is the stretch of a name of another kind, as the encoder sees it.
    """

    form: str
    span: Span
    type: NameType | None
    first: bool
    proper: bool
    taken: bool
    foreign: tuple[int, int] | None

    @property
    def placed(self) -> bool:
        """Whether the encoder takes it for part of a place."""
        return self.type in _PLACES


def find_toponyms(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis with its place names: those the encoder saw, and those of the gazetteer that it missed.

    Names of people and organisations are not places, nor are peoples and adjectives ("Syrian": an actor). Where the
    gazetteer knows no place by a name, the mention stays with `place` None.
    """
    document = analysis.document
    finder, text = Finder(lexicon.places, lexicon.actors, document.published), document.text
    times = {start for timex in analysis.timexes for start in range(timex.mention.span.start, timex.mention.span.end)}
    spans = [span for sentence in analysis.sentences for span in finder.spans(sentence, text, times)]
    home = home_of(document.url, document.publisher)
    indices = resolve_names(text, spans, lexicon.places, home)
    found = tuple(
        Toponym(_mention(document.id, span, text), None if index is None else lexicon.places.place(index))
        for span, index in zip(spans, indices, strict=True)
    )
    return replace(analysis, toponyms=found)


def _mention(document: str, span: Span, text: str) -> Mention:
    last = span.start + span.slice(text).rfind(" ") + 1
    return Mention(content_id("top", (document, span.start, span.end)), span, Span(last, span.end), MentionKind.TOPONYM)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the place names of a sentence with a gazetteer, minding who is an actor on the day of the report."""

    gazetteer: Gazetteer
    actors: ActorRegistry
    day: date | None = None

    def spans(self, sentence: Sentence, text: str, times: set[int]) -> Iterator[Span]:
        """The place names of a sentence, in order; at each word the longest."""
        words = self._words(sentence, text, times)
        at = 0
        while at < len(words):
            end = self._end(words, at, text) if words[at].form[:1].isupper() and not words[at].taken else at
            if end > at:
                yield Span(words[at].span.start, words[end - 1].span.end)
            at = max(end, at + 1)

    def _words(self, sentence: Sentence, text: str, times: set[int]) -> list[Word]:
        types: dict[int, NameType] = {}
        stretches = {i: (name.first, name.last) for name in sentence.names for i in range(name.first, name.last)}
        firsts = {name.first for name in sentence.names}
        for name in sentence.names:
            type = NameType.GPE if self._located(sentence, name, text) else name.type
            types.update(dict.fromkeys(range(name.first, name.last), type))
        taken = self._organisations(sentence, text)
        words = []
        for index, token in enumerate(sentence.tokens):
            form, kind = token.span.slice(text), types.get(index)
            proper = form[:1].isupper() and (token.pos == "PROPN" or kind in _PLACES)
            barred = index in taken or token.span.start in times
            foreign = stretches[index] if kind in _OTHERS and not self._state(form, kind) else None
            words.append(Word(form, token.span, kind, index in firsts, proper, barred, foreign))
        return words

    def _organisations(self, sentence: Sentence, text: str) -> set[int]:
        """The words that name an organisation or a person of the registry: "the Washington Post", "the Taliban"."""
        forms = [(keys(token.span.slice(text)) or ("",))[0] for token in sentence.tokens]
        taken: set[int] = set()
        for index, token in enumerate(sentence.tokens):
            if index in taken or not text[token.span.start].isupper():
                continue
            found = self.actors.forms.longest(forms, index)
            if found and self._is_body(
                text[token.span.start : sentence.tokens[index + found[0] - 1].span.end], found[1]
            ):
                taken.update(range(index, index + found[0]))
        return taken

    def _is_body(self, written: str, forms: tuple[Form, ...]) -> bool:
        kinds = {form.kind for form in self.actors.in_force(forms, written, self.day)}
        return bool(kinds) and kinds.isdisjoint({"name", "capital"})

    def _located(self, sentence: Sentence, name: Name, text: str) -> bool:
        """Whether a name taken for a body or a person stands where only a place can: "in the X district"."""
        if name.type not in (NameType.ORG, NameType.PERSON):
            return False
        tokens = sentence.tokens
        before = [token.span.slice(text).lower() for token in tokens[max(0, name.first - 2) : name.first]]
        after = tokens[name.last].span.slice(text).lower() if name.last < len(tokens) else ""
        divided = after in load_toponym_words().divisions
        where = before[-1:] and (before[-1] in _WITHIN or (divided and before[0] in _WITHIN))
        options = candidates(self.gazetteer, name.span.slice(text)) if where else ()
        return any(_known(option, located=True) for option in options if not option.alternate)

    def _state(self, form: str, kind: NameType | None) -> bool:
        """Whether a word inside another name still names a state: "US President ...", "Iran" taken for a body."""
        options = candidates(self.gazetteer, form)
        known = any(option.feature in ("PCLI", "PPLC") and not option.alternate for option in options)
        return known and (kind is NameType.ORG or form.isupper()) and form not in self.gazetteer.demonyms

    def _end(self, words: list[Word], at: int, text: str) -> int:
        """Where the longest place name that begins at a word ends; `at` itself where none does."""
        before = words[at - 1].form.lower() if at else ""
        joined = at > 0 and words[at - 1].proper and not words[at - 1].taken and not words[at - 1].placed
        joined = joined and not words[at - 1].foreign
        for end in range(min(len(words), at + _LONGEST), at, -1):
            if not _whole(words[at:end]) or (end == at + 1 and not words[at].proper):
                continue
            name = text[words[at].span.start : words[end - 1].span.end]
            follows = end < len(words) and words[end].proper and not (words[end].placed or words[end].taken)
            placed = any(word.placed for word in words[at:end])
            loose = (joined or follows) and not placed
            foreign = {word.foreign for word in words[at:end] if word.foreign}
            if foreign:
                inside = all(at <= first and last <= end for first, last in foreign)
                if inside and end - at > 1 and self._is_renowned(name):
                    return end
            elif not loose and self._is_place(name, placed, before in _LOCATIVE):
                return end
        return self._unknown(words, at, before)

    def _is_place(self, name: str, placed: bool, located: bool) -> bool:
        """Whether the gazetteer's places by a name are likely enough to be meant."""
        if self._means_none(name) or not self.gazetteer.find(name):
            return False
        options = candidates(self.gazetteer, name)
        if not name[name.rfind(" ") + 1].isupper():
            return any(not option.alternate and option.feature not in ("PPL", "PPLC") for option in options)
        if placed:
            return any(not option.alternate or option.prior > _LESSER - 1.5 for option in options)
        return any(_known(option, located) for option in options if not option.alternate)

    def _is_renowned(self, name: str) -> bool:
        """Whether a name of several words is that of a place whatever the encoder takes it for: "Gulf of Aden"."""
        return any(_known(option, located=False) for option in candidates(self.gazetteer, name) if not option.alternate)

    def _unknown(self, words: list[Word], at: int, before: str) -> int:
        """Where a name ends that the encoder takes for a place and no gazetteer knows."""
        end = at
        while end < len(words) and words[end].placed and words[end].type is not NameType.FAC and end - at < _LONGEST:
            if not words[end].proper or words[end].taken or words[end].foreign or (end > at and words[end].first):
                break
            end += 1
        name = " ".join(word.form for word in words[at:end])
        return end if before in _LOCATIVE and not self._means_none(name) else at

    def _means_none(self, name: str) -> bool:
        """Whether a name alone is no place's: "Eastern", "Syrian"."""
        return name.lower() in load_toponym_words().bearings or name in self.gazetteer.demonyms


def _known(option: Candidate, located: bool) -> bool:
    """Whether a place is renowned enough to be meant by a capitalised word of which the encoder made nothing."""
    if option.feature in ("PCLI", "PPLC", "CONT") or (option.feature == "ADM1" and option.prior > _KNOWN):
        return True
    if option.feature not in ("PPL", "ADM1", "ADM2"):
        return option.prior > _LOCATED
    return option.prior > (_LOCATED if located else _KNOWN)


def _whole(words: list[Word]) -> bool:
    """Whether a stretch can be one name: free words, a capital at both ends, only links in lower case between."""
    last = words[-1].form
    common = last in load_toponym_words().endings
    if any(word.taken for word in words) or not (last[:1].isupper() or (common and len(words) > 1)):
        return False
    return common or all(word.form.lower() in _LINKS or word.form[:1].isupper() for word in words)

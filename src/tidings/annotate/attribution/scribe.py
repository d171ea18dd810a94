"""Sayings and quotations written down as attributions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tidings.annotate.attribution.judge import ORIGIN as LEARNED
from tidings.annotate.attribution.quoted import Voice
from tidings.annotate.attribution.quotes import Quotation
from tidings.annotate.attribution.resolve import ActorIndex
from tidings.annotate.attribution.saying import Saying
from tidings.annotate.attribution.turns import Turn
from tidings.annotate.attribution.words import Words
from tidings.record import Analysis, Attribution, Evidence, Source, Span, content_id

ORIGIN = "languages/en/cues.yaml"
#: Confidence by the part of speech of the cue: a verb seldom misleads, a noun often only names.
_SCORES = {"verb": 0.9, "phrase": 0.95, "noun": 0.6, "adjective": 0.6, "adverb": 0.8}
_FLOATING = 0.7
#: Kinds of cues that put nothing into words.
_SILENT = frozenset({"think", "intend", "show"})
_TURN = 0.85


class Scribe:
    """Writes the attributions of one report."""

    def __init__(
        self, analysis: Analysis, quotations: Sequence[Quotation], voices: Sequence[Voice], words: Words
    ) -> None:
        self._analysis, self._words, self._voices = analysis, words, voices
        self._actors = ActorIndex(analysis)
        self._quotations = quotations
        self._starts = [quotation.span.start for quotation in quotations]
        self._ends = [quotation.span.end for quotation in quotations]
        self._speaker = {voice.quotation: voice.saying for voice in voices}

    def quoted(self) -> Iterator[Attribution]:
        """One attribution for each quotation with a speaker."""
        for voice in self._voices:
            score = _FLOATING if voice.floats else _SCORES[voice.saying.part]
            yield self._attribution(voice.saying, voice.quotation.inner, "direct", score, floats=voice.floats)

    def in_turns(self, turns: Sequence[Turn]) -> Iterator[Attribution]:
        """One attribution for each turn of a conversation, and each signed quotation: nothing but a name says so."""
        document = self._analysis.document
        for turn in turns:
            yield Attribution(
                id=content_id("att", (document.id, turn.words.start, turn.words.end, None, turn.speaker)),
                source=Source(turn.speaker, self._actors.named(turn.speaker)),
                cue=None,
                content=turn.words,
                manner="direct",
                medium=None,
                addressee=None,
                parent=None,
                evidence=Evidence(document.id, turn.words, f"{ORIGIN}:turn", _TURN),
            )

    def told(self, sayings: Sequence[Saying]) -> Iterator[Attribution]:
        """One attribution for each content that is not a quotation already written down."""
        busy = {voice.saying.cue for voice in self._voices if voice.near}
        beside = defaultdict(list)
        for saying in sayings:
            beside[saying.sentence].append(saying)
        for saying in sayings:
            if saying.cue in busy:
                continue
            around = next(iter(self._overlapping(saying.cue)), None)
            for content in saying.contents:
                if around is not None:
                    kept, manner = _clipped(content, around.inner), "indirect"
                else:
                    kept, manner = self._beside_quotations(saying, content)
                if kept is not None:
                    yield self._attribution(saying, kept, manner, _SCORES[saying.part])
                if manner == "mixed" and saying.word.kind in _SILENT:
                    yield from self._quoted_of(saying, content, beside[saying.sentence])

    def _quoted_of(self, thought: Saying, content: Span, beside: Sequence[Saying]) -> Iterator[Attribution]:
        """Words quoted of a thought are those of whoever tells of it: "she said they thought it was “a game”"."""
        for teller in beside:
            tells = teller.quotes and teller.word.kind not in _SILENT and teller.source is not None
            if tells and any(told.contains(thought.cue) and told.contains(content) for told in teller.contents):
                for quotation in self._overlapping(content):
                    yield self._attribution(teller, quotation.inner, "direct", _SCORES[teller.part])
                return

    def _overlapping(self, span: Span) -> Sequence[Quotation]:
        return self._quotations[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def _beside_quotations(self, saying: Saying, content: Span) -> tuple[Span | None, str]:
        """A content of the reporter's, with the quotations it holds taken in whole, and its manner."""
        inside = self._overlapping(content)
        if not inside:
            return content, "indirect"
        for quotation in inside:
            speaker = self._speaker.get(quotation)
            if speaker is not None and not content.contains(speaker.cue):
                return None, ""
        if len(inside) == 1 and self._outside(content, inside[0]) <= 1:
            return inside[0].inner, "direct"
        start = min(content.start, inside[0].span.start)
        return Span(start, max(content.end, inside[-1].span.end)), "mixed"

    def _outside(self, content: Span, quotation: Quotation) -> int:
        words = self._words
        before = words.within(content.start, min(quotation.span.start, content.end))
        return len(before) + len(words.within(quotation.span.end, content.end))

    def _attribution(
        self, saying: Saying, content: Span, manner: str, score: float, *, floats: bool = False
    ) -> Attribution:
        document = self._analysis.document
        cue = None if floats else saying.cue
        source = self._source(saying)
        if floats and source is not None and saying.is_beside:
            source = self._by_name(source, saying)
        origin = LEARNED if saying.learned else ORIGIN
        return Attribution(
            id=content_id("att", (document.id, content.start, content.end, cue, source.span if source else None)),
            source=source,
            cue=cue,
            content=content,
            manner=manner,
            medium=saying.medium,
            addressee=saying.addressee,
            parent=None,
            evidence=Evidence(document.id, content, f"{origin}:{saying.word.word}", score),
        )

    def _by_name(self, source: Source, saying: Saying) -> Source:
        """Of a quotation with no cue beside it, the name that a pronoun in another sentence stands for."""
        sentence = self._analysis.sentences[saying.sentence]
        if source.actor is None or saying.source_word is None or sentence.tokens[saying.source_word].pos != "PRON":
            return source
        return Source(self._actors.name_before(source.actor, source.span.start) or source.span, source.actor)

    def _source(self, saying: Saying) -> Source | None:
        if saying.source is None or saying.source_word is None:
            return None
        sentence = self._analysis.sentences[saying.sentence]
        return Source(saying.source, self._actors.actor(sentence, saying.source_word))


def _clipped(content: Span, frame: Span) -> Span | None:
    start, end = max(content.start, frame.start), min(content.end, frame.end)
    return Span(start, end) if start < end else None

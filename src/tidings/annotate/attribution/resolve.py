"""From the words of a source to the actor they name."""

from __future__ import annotations

from collections import defaultdict

from tidings.annotate.attribution.phrase import cases, children
from tidings.annotate.attribution.source import antecedent
from tidings.record import Analysis, Sentence, Span

#: Origins of mentions that only point to a name, and of those that are one.
_COREFERENCE, _BY_NAME = ("coreference:", "model:coreference"), ":surname"
#: Whoever follows these is behind a readout, a tweet, a spokesman.
_BEHIND = frozenset({"by", "from", "of", "for", "at", "with"})


class ActorIndex:
    """The actor mentions of a report by their words."""

    def __init__(self, analysis: Analysis) -> None:
        mentions = analysis.actor_mentions
        self._by_head = {mention.mention.head.start: mention.actor for mention in reversed(mentions)}
        self._names: defaultdict[str, list[Span]] = defaultdict(list)
        for mention in mentions:
            if not mention.evidence.origin.startswith(_COREFERENCE) or mention.evidence.origin.endswith(_BY_NAME):
                self._names[mention.actor].append(mention.mention.span)
        self._spans = sorted(
            ((mention.mention.span, mention.actor) for mention in mentions), key=lambda pair: len(pair[0])
        )

    def actor(self, sentence: Sentence, head: int) -> str | None:
        """The actor a source names: by its head word, else by its owner or maker ("a tweet by the envoy")."""
        head = antecedent(sentence, head)
        for index in [head, *self._behind(sentence, head)]:
            token = sentence.tokens[index].span
            if (found := self._by_head.get(token.start)) or (found := self._around(token)):
                return found
        return None

    def name_before(self, actor: str, offset: int) -> Span | None:
        """The last words before an offset that name an actor, not only point to one, as "she" and "the firm" do."""
        return max((span for span in self._names[actor] if span.end <= offset), default=None)

    def named(self, span: Span) -> str | None:
        """The actor that a few words name, without a tree."""
        return next((actor for mention, actor in self._spans if mention.overlaps(span)), None)

    def _behind(self, sentence: Sentence, head: int) -> list[int]:
        """Other words of the phrase that may name the actor, the likeliest first."""
        owners = children(sentence, head, "nmod:poss", "appos", "flat", "compound")
        makers = [child for child in children(sentence, head, "nmod", "obl") if cases(sentence, child) & _BEHIND]
        return (
            owners + sorted(makers, key=lambda child: "of" in cases(sentence, child)) + children(sentence, head, "amod")
        )

    def _around(self, token: Span) -> str | None:
        """The narrowest mention around a word."""
        start, end = token.start, token.end
        return next((actor for span, actor in self._spans if span.start <= start and end <= span.end), None)

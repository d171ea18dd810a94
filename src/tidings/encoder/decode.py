"""What the model says of a sentence, made into one of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tidings.encoder.chunks import join_heads
from tidings.encoder.hints import LISTS, Hints
from tidings.encoder.lemma import Known, apply_script
from tidings.encoder.network import Floats, Reading
from tidings.encoder.spelling import spelled
from tidings.encoder.words import Range
from tidings.record import Name, NameType, Sentence, Span, Token

#: The lists a name without its capital may stand in, and an adjective of a people.
_NAMES, _PEOPLES = (sum(1 << LISTS.index(name) for name in names) for names in ("gfp", "d"))


@dataclass(frozen=True, slots=True)
class Grammar:
    """The labels of the model, and the lemmas made so far."""

    upos: list[str]
    features: list[str]
    scripts: list[str]
    kinds: list[str]
    relations: list[str]
    known: Known
    lemmas: dict[tuple[int, int, str], str]
    hints: Hints

    def lemma(self, upos: int, script: int, form: str) -> str:
        """The lemma of a form: the known one, or the one the model's script makes; each is worked out once."""
        found = self.lemmas.get((upos, script, form))
        if found is None:
            if len(self.lemmas) > 200_000:
                self.lemmas.clear()
            found = self.known.get((form.lower(), self.upos[upos])) or self._made(upos, script, form)
            self.lemmas[upos, script, form] = found
        return found

    def _made(self, upos: int, script: int, form: str) -> str:
        pos = self.upos[upos]
        lists = _PEOPLES if pos == "ADJ" else _NAMES
        return spelled(form, pos, apply_script(self.scripts[script], form), lambda word: bool(self.hints(word) & lists))


def make_sentence(
    grammar: Grammar, forms: Sequence[str], parts: Sequence[Reading], ranges: Sequence[Range]
) -> Sentence:
    """The sentence of these words, read in one part or several; heads must already make a tree."""
    spans = [Span(start, end) for start, end in ranges]
    tokens: list[Token] = []
    names: list[Name] = []
    heads = join_heads([part.heads for part in parts])
    for part in parts:
        first = len(tokens)
        columns = (part.upos, part.features, part.scripts, part.heads, part.relations, part.kinds, part.facts)
        for place, (upos, features, script, head, relation, kind, fact) in enumerate(zip(*columns, strict=True), first):
            above = heads[place] - 1
            label = grammar.relations[relation] if head or above < 0 else "parataxis"
            lemma, pos = grammar.lemma(upos, script, forms[place]), grammar.upos[upos]
            known = grammar.features[features], above, label, grammar.kinds[kind], round(fact, 2)
            tokens.append(Token(spans[place], lemma, pos, *known))
        for start, end, kind in find_names(part.names):
            a, b = first + start, first + end
            while b - a > 1 and forms[b - 1] in _CLOSING:
                b -= 1
            names.append(Name(Span(ranges[a][0], ranges[b - 1][1]), kind, a, b))
    return Sentence.of(Span(ranges[0][0], ranges[-1][1]), with_one_subject(tokens), tuple(names))


def with_one_subject(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a tree, a second subject after its verb called the object it is: "he met his counterpart".

    A clause has one subject (Universal Dependencies v2). Where one stands before the verb already and nothing is its
    object, what was called a subject after it is that object.
    """
    above = {
        token.head for place, token in enumerate(tokens) if token.relation.startswith("nsubj") and place < token.head
    }
    lacking = above - {token.head for token in tokens if token.relation in ("obj", "iobj")}

    def mended(place: int, token: Token) -> Token:
        second = token.relation == "nsubj" and token.head < place and token.head in lacking
        return replace(token, relation="obj") if second and tokens[token.head].pos == "VERB" else token

    return tuple(mended(place, token) for place, token in enumerate(tokens))


_KINDS = tuple(NameType)
#: Marks that no name ends with: "(MACA | )".
_CLOSING = frozenset({")", "]", "”", '"', ",", ";", ":"})


def find_names(scores: Floats) -> Iterator[tuple[int, int, NameType]]:
    """Names as (first, last, type) from the scores of the tags O, B-PERSON, I-PERSON, B-ORG ... of each word.

    A word that goes on with a name of another type goes on with this one; the type is that of the highest sum.
    """
    tags = scores.argmax(axis=1).tolist()
    index, count = 0, len(tags)
    while index < count:
        if not tags[index]:
            index += 1
            continue
        start = index
        index += 1
        while index < count and tags[index] and not tags[index] % 2:
            index += 1
        total = scores[start, 1 if tags[start] % 2 else 2 :: 2] + scores[start + 1 : index, 2::2].sum(axis=0)
        yield start, index, _KINDS[int(np.argmax(total))]

"""Capitals and seats of government: the state that acts ("Beijing said"), or a place ("in Beijing")."""

from __future__ import annotations

from tidings.annotate.actor.found import Reading
from tidings.lexicon.phrases import words_of

#: What a place undergoes or does as a place; every other subject of an active verb is the government.
_PLACE_VERBS = words_of(
    "be fall lie sit become see experience remain host wake burn shake stand boast have suffer grow lose near brace "
    "celebrate mourn feel look sleep witness"
)
#: What is done to governments; other verbs have the place as their object ("left Beijing", "bombed Baghdad").
_STATE_OBJECTS = words_of(
    "accuse urge tell warn condemn ask press pressure criticise criticize blame anger infuriate irk alarm annoy "
    "praise thank support back challenge defy threaten persuade convince call assure inform notify lobby oppose "
    "isolate punish sanction provoke antagonise antagonize embarrass appease recognise recognize sway reassure engage "
    "push force pressurise compel deter contain please worry join invite welcome denounce fault slam rebuke chide "
    "demand want expect allow let help trust confront target outrage enrage upset influence prompt lead advise "
    "beseech beg implore exhort order instruct direct remind rebuff snub sue"
)
_TRAVEL = words_of(
    "visit trip flight journey travel ambassador envoy road return tour arrival drive move fly arrive go come head "
    "depart leave route train bring send take transport deport extradite evacuate transfer ship airlift"
)
_TOWARDS = frozenset(["with", "against", "between", "from", "toward", "towards", "by", "than"])
#: What is sent to a government: "a warning to Beijing".
_ADDRESSED = words_of(
    "message warning threat appeal letter support response blow say speak talk loyal close aid gift concession respond "
    "apologise apologize signal challenge demand ultimatum offer invitation complaint plea reply answer note assurance "
    "commitment assistance loan sale give sell lend provide grant alternative issue hostile friendly subservient"
)
#: What a government bears, or has done to it: "pressure on Pyongyang".
_BORNE = words_of(
    "criticism pressure sanction accusation condemnation demand part support approval call behalf influence policy "
    "accuse suspicious critical impose"
)
_RELATIONS = words_of(
    "tie relation relationship alliance dispute talk agreement deal accord border war conflict summit axis row "
    "rivalry partnership treaty pact friendship tension cooperation government regime administration"
)
_PLACE_NOUNS = words_of(
    "airport street suburb mayor resident embassy hotel hospital university square station neighborhood neighbourhood "
    "district court police stadium port road city outskirts time zoo museum area region"
)


def subject_like(reading: Reading, head: int) -> str:
    """The grammatical role of a word, that of the first in a row for words joined by "and"."""
    tokens = reading.sentence.tokens
    for _ in range(10):
        if tokens[head].relation != "conj" or tokens[head].head < 0:
            break
        head = tokens[head].head
    return tokens[head].relation


def acts_as_state(reading: Reading, head: int) -> bool:
    """Whether a capital or seat at this word stands for the state, by its role in the sentence."""
    sentence = reading.sentence
    tokens = sentence.tokens
    for _ in range(10):
        if tokens[head].relation != "conj" or tokens[head].head < 0:
            break
        head = tokens[head].head
    token = tokens[head]
    if token.head < 0:
        return False
    governor = tokens[token.head]
    relation = token.relation.split(":")[0]
    case = next((tokens[c].lemma.lower() for c in sentence.children[head] if tokens[c].relation == "case"), None)
    lemma = governor.lemma.lower()
    if relation == "nsubj":
        passive = token.relation == "nsubj:pass"
        return governor.pos in ("VERB", "AUX") and (lemma in _STATE_OBJECTS if passive else lemma not in _PLACE_VERBS)
    if relation in ("obj", "iobj"):
        return lemma in _STATE_OBJECTS
    if token.relation == "nmod:poss":
        return lemma not in _PLACE_NOUNS
    if relation in ("obl", "nmod"):
        return _with(case, lemma)
    if relation in ("compound", "amod"):
        return lemma in _RELATIONS
    return False


def _with(case: str | None, governor: str) -> bool:
    if case in _TOWARDS:
        return governor not in _TRAVEL
    if case == "to":
        return governor in _STATE_OBJECTS or governor in _ADDRESSED
    return case in ("of", "on") and governor in _BORNE

"""Who stands in a slot: from the words of the tree to the actors of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tidings.annotate.event.arguments import agents
from tidings.annotate.event.tree import SAME_NAME, Tree
from tidings.lexicon.word_lists import load_event_words
from tidings.record import Actor, ActorMention, Participant

#: Relations of the words that name whose a thing is, the nearest owner first: "Afghan soil", "Russia's threats".
OWNERS = ("nmod:poss", "compound", "amod", "nmod:desc", "nmod", "obl:unmarked", "nmod:unmarked", "appos", "flat")
#: After these prepositions stands what a noun is about or by, and so whose side it is on; after others a bystander.
OWNING = frozenset(
    {"of", "by", "from", "between", "in", "for", "against", "among", "within", "on", "with", "to"}
    | {"such as", "such", "like", "including", "include"}
)
#: Prepositions before some of those whom a plural names.
INCLUDING = frozenset({"including", "include", "such as"})
#: Words before a noun that is new to the reader.
NEW = frozenset({"a", "an", "another", "other", "several", "some", "fellow"})
#: The prepositions before the victims of a deed: to condemn "the attack on X" is not to condemn X.
ON_VICTIMS = frozenset({"on", "against", "at", "to", "in"})
OF_VICTIMS = ON_VICTIMS | {"of"}


def resolve(tree: Tree, fillers: Iterable[int], deep: bool = True) -> tuple[Participant, ...]:
    """The participants named by the fillers of a slot, every coordinated one, in text order.

    A filler that is no actor itself stands for the actor it belongs to, found among its modifiers when `deep`;
    where there is none, its words are kept without an actor.
    """
    found: dict[object, Participant] = {}
    for filler in fillers:
        for index in tree.conjuncts(tree.antecedent(filler)):
            for part in (*_participants(tree, index, deep), *_included(tree, index)):
                found.setdefault(part.actor or part.span, part)
    return tuple(found.values())


def _participants(tree: Tree, index: int, deep: bool) -> list[Participant]:
    mentions = _each(tree, index) or _listed(tree, index) or named(tree, _name_of(tree, index))
    if not mentions and deep:
        mentions = owners(tree, index)
    if mentions:
        return [Participant(mention.mention.span, mention.actor) for mention in mentions]
    return [Participant(tree.phrase(index), None)]


def _each(tree: Tree, index: int) -> list[ActorMention]:
    """One for each owner of a plural: "the foreign ministers of Greece and Turkey" are two parties."""
    own = tree.known.get(tree.actors[index].actor) if index in tree.actors else None
    if not tree.has(index, "Number=Plur") or (own is not None and own.sectors != ("GOV",)):
        return []
    for child in tree.children(index, "nmod"):
        if "of" in tree.cases(child):
            found = [tree.actors[part] for part in tree.conjuncts(child) if part in tree.actors]
            return found if len({mention.actor for mention in found}) > 1 else []
    return []


def _listed(tree: Tree, index: int) -> list[ActorMention]:
    """Those whom a list after a plural names: "two presidents, X and Y"."""
    if tree.tokens[index].pos != "NOUN" or not tree.has(index, "Number=Plur"):
        return []
    lists = (tree.conjuncts(child) for child in tree.children(index, "appos") if tree.tokens[child].pos == "PROPN")
    found = next(([tree.actors[part] for part in parts if part in tree.actors] for parts in lists), [])
    return found if len({mention.actor for mention in found}) > 1 else []


def _included(tree: Tree, index: int) -> list[Participant]:
    """Those whom a plural is said to include: "36 people, including the president"."""
    if not tree.has(index, "Number=Plur"):
        return []
    after = [child for child in tree.children(index, "nmod") if INCLUDING.intersection(tree.cases(child))]
    verbs = [child for child in tree.children(index, "acl") if tree.lemmas[child] == "include"]
    after += [below for verb in verbs for below in tree.children(verb, "obj")]
    parts = [tree.actors[part] for child in after for part in tree.conjuncts(child) if part in tree.actors]
    return [Participant(mention.mention.span, mention.actor) for mention in parts]


def _name_of(tree: Tree, index: int) -> int:
    """The name that a noun beside it only describes: "X, a middleman who bought it"."""
    above = tree.head(index)
    if above is None or tree.relations[index] != "appos" or tree.tokens[index].pos == "PROPN":
        return index
    return above if above in tree.actors and tree.tokens[above].pos == "PROPN" else index


def named(tree: Tree, index: int) -> list[ActorMention]:
    """The mention whose head is this word, or one that names the same thing beside it (apposition, parts of a name)."""
    if index in tree.actors:
        return [tree.actors[index], *tree.beside.get(index, ())]
    if index in tree.covered:
        return [tree.covered[index]]
    for child in tree.below[index]:
        if tree.tokens[child].relation in SAME_NAME and child in tree.actors:
            return [tree.actors[child]]
    return []


def owners(tree: Tree, index: int, depth: int = 0) -> list[ActorMention]:
    """Whose a thing is: the mentions nearest to its head as possessor, modifier, or after "of", "by", "between"."""
    if tree.lemmas[index] in load_event_words().apart:
        return []
    below = [child for child in tree.below[index] if tree.tokens[child].relation in OWNERS and _owning(tree, child)]
    below.sort(key=lambda child: OWNERS.index(tree.tokens[child].relation))
    for child in below:
        found = [mention for part in tree.conjuncts(child) for mention in named(tree, part)]
        if found:
            return found
    holding = [child for child in tree.children(index, "amod") if tree.lemmas[child] in load_event_words().held]
    held = [part for child in holding for part in tree.below[child]]
    for part in held:
        if found := named(tree, part):
            return found
    making = [child for child in tree.children(index, "acl") if tree.lemmas[child] in load_event_words().made]
    makers = [part for child in making for agent in agents(tree, child) for part in tree.conjuncts(agent)]
    if found := [mention for part in makers for mention in named(tree, part)]:
        return found
    if depth < 2:
        for child in below:
            found = owners(tree, child, depth + 1)
            if found:
                return found
    return []


def _owning(tree: Tree, child: int) -> bool:
    if tree.tokens[child].relation != "nmod":
        return True
    return bool(OWNING.intersection(tree.cases(child)) - _before_victims(tree.lemmas[tree.tokens[child].head]))


def _before_victims(deed: str) -> frozenset[str]:
    """The prepositions after which a noun has its victims, none for a noun that tells of no deed."""
    words = load_event_words()
    return OF_VICTIMS if deed in words.befalling else ON_VICTIMS if deed in words.aimed else frozenset()


def is_party(tree: Tree, index: int) -> bool:
    """Whether a word names, or belongs to, a political actor or a place with a country."""
    if not named(tree, index) and _is_ones_own(tree, index):
        return False
    return index in tree.places or any(political(tree, participant) for participant in resolve(tree, (index,)))


def _is_ones_own(tree: Tree, index: int) -> bool:
    """Whether a thing is called "his" or "their": most often the subject's own, and so no other party."""
    owners = [child for child in tree.below[index] if tree.tokens[child].relation == "nmod:poss"]
    return any(tree.tokens[owner].pos == "PRON" for owner in owners)


def political(tree: Tree, participant: Participant) -> bool:
    """Whether a participant is one whose acts are politics: it has a country or a sector of PLOVER's."""
    actor = tree.known.get(participant.actor or "")
    return actor is not None and _is_political(actor)


def _is_political(actor: Actor) -> bool:
    return bool(actor.country or actor.sectors)


def known_ids(side: Iterable[Participant]) -> set[str]:
    """The ids of those on a side for whom an actor was found."""
    return {one.actor for one in side if one.actor}


def without(
    side: Sequence[Participant], other: Sequence[Participant], tree: Tree | None = None
) -> tuple[Participant, ...]:
    """A side without those who stand on the other: nobody acts on himself.

    With a `tree`, others of the same kind stay: "a man attacked | a group of men".
    """
    ids = known_ids(other)
    spans = {participant.span for participant in other}
    return tuple(
        participant
        for participant in side
        if participant.span not in spans
        and (participant.actor not in ids or (tree is not None and _is_new(tree, participant)))
    )


def _is_new(tree: Tree, one: Participant) -> bool:
    """Whether a common noun brings in people not told of before: "a man", "two others"."""
    head = tree.sentence.head_in(one.span)
    if head is None or tree.tokens[head].pos != "NOUN":
        return False
    return any(tree.lemmas[child] in NEW or tree.tokens[child].pos == "NUM" for child in tree.below[head])

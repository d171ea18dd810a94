"""The training set: the treebanks and the name sets that DESIGN section 6 allows for weights that ship."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from training.facts import facts_of
from training.model import Labels
from training.names import mention_kinds, read_columns, read_gum_names, read_re3d, sharpen
from training.read import real_examples
from training.tags import ANY, SILENT, TAGS, O, either
from training.trees import DATA, EWT, Example, read_trees
from training.written import written_acts, written_names

_RAREST_SCRIPT, _RAREST_FEATURES = 3, 2
#: How much sets with other customs than UNER's teach the head of plain names.
_OTHER = 0.3


def training_set(tweets: bool = True) -> list[Example]:
    """Every sentence that may teach, with or without those of WNUT 2017."""
    return [*treebanks(), *_names_only(tweets), *written_names(), *written_acts(), *real_examples()]


def judged_set() -> Iterator[Example]:
    """The sentences whose acts or cues are marked."""
    yield from written_acts()
    yield from (example for example in real_examples() if example.acts or example.cues is not None)


def treebanks() -> Iterator[Example]:
    """The sentences that have a tree; the others have no lemmas either."""
    yield from _ewt()
    yield from _gum()


def _ewt() -> Iterator[Example]:
    named = {e.id: e for e in read_columns(DATA / "uner_ewt/en_ewt-ud-train.iob2", SILENT, 1, 2)}
    facts = facts_of(DATA / "uds_factuality", "train")
    for example in read_trees(EWT):
        names = named.get(example.id)
        example.names = names.names if names and names.forms == example.forms else [ANY] * len(example.forms)
        example.names = sharpen(example)
        judged = facts.get(example.id, {})
        example.facts = [judged.get(place) for place in range(1, len(example.forms) + 1)] if judged else []
        yield example


def _gum() -> Iterator[Example]:
    for folder in ("gum_open", "gum_sa"):
        for path in sorted((DATA / folder / "ud/train").glob("*.conllu")):
            for example in read_trees(path):
                example.names = read_gum_names(example)
                example.kinds = mention_kinds(example)
                example.plain = _OTHER
                yield example


def _names_only(tweets: bool) -> Iterator[Example]:
    for example in _other_names(tweets):
        example.plain = _OTHER
        yield example


def _other_names(tweets: bool) -> Iterator[Example]:
    if tweets:
        yield from read_columns(DATA / "wnut17/wnut17train.conll", O | either(("NORP", "EVENT", "DATE")))
    yield from read_columns(DATA / "wikigold/wikigold.conll.txt", O | either(("DATE",)))
    for folder in sorted(path for path in (DATA / "re3d").iterdir() if path.is_dir()):
        yield from read_re3d(folder)


def labels_of(examples: Iterable[Example]) -> Labels:
    """The labels seen in training, without those too rare to learn."""
    upos: Counter[str] = Counter()
    features: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for example in examples:
        upos.update(example.upos)
        features.update(example.features)
        scripts.update(example.scripts)
        relations.update(example.relations)
        kinds.update(example.kinds)
    return Labels(
        tuple(sorted(upos)),
        _kept(features, _RAREST_FEATURES),
        _kept(scripts, _RAREST_SCRIPT),
        tuple(sorted(relations)),
        TAGS,
        tuple(sorted(kinds)),
    )


def _kept(counts: Counter[str], least: int) -> tuple[str, ...]:
    return tuple(sorted(label for label, count in counts.items() if count >= least))

"""The climb out of an open complement: "refused to sign", "ought to apologise", "could not help laughing"."""

from __future__ import annotations

from tidings.annotate.event.climb import Rule, Step, climb
from tidings.annotate.event.scope import is_perfect_now, is_performed
from tidings.annotate.event.tense import modal


def from_open_complement(step: Step) -> int | None:
    """The word to go on from, None where it is settled that the act was done."""
    return climb(_RULES, step)


def _modal(step: Step) -> int | None:
    """ "Ought to apologise"."""
    kind = step.words.modals.get(step.lemma)
    if kind is None:
        return None
    modal(step.tree, step.above, kind, step.reading)
    return step.above


def _performed(step: Step) -> int | None:
    """ "Wish to condemn it": to say so is to do it."""
    return step.settle(negative=False) if is_performed(step.tree, step.above, step.event_type, step.words) else None


def _not_helped(step: Step) -> int | None:
    """ "Could not help laughing"."""
    if step.lemma != "help" or not step.negated:
        return None
    return step.settle(negative=False)


def _governed(step: Step) -> int | None:
    """ "Refused to sign", "wants to sign"; "had the car searched" only says who saw to it."""
    tree, above, reading = step.tree, step.above, step.reading
    if step.under("done_before"):
        reading.time = reading.time if reading.time == "future" else "past"
    if step.under("under_way") and tree.child(above, "aux") is not None:
        reading.time = reading.time or ("ongoing" if is_perfect_now(tree, above) else None)
    if step.lemma not in ("have", "get", "make") or tree.child(above, "obj") is None:
        step.govern()
    return step.share()


_RULES: tuple[Rule, ...] = (_modal, _performed, _not_helped, _governed)

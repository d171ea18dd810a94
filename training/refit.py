"""Teaches the head of names once more, on states that stay as they are. `python -m training.refit READER.pt`

After the joint training the rare types (LOC, FAC, EVENT, WORK, PRODUCT) have drowned in GPE and ORG: most sets that
name places leave open which kind they are. Here names of each type are written into sentences in place of others.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
import yaml
from torch import Tensor

from training.corpus import training_set
from training.measure import load
from training.model import Reader
from training.tags import ANY, TYPES, O, begin, inside
from training.trees import Example

_PIECES, _EPOCHS, _RATE = 3000, 6, 3e-3
_REPLACED = {"LOC": "GPE", "FAC": "GPE", "ORG": "ORG", "EVENT": "ORG", "PRODUCT": "ORG", "WORK": "ORG"}
_TIMES = {"LOC": 500, "FAC": 250, "ORG": 1200, "EVENT": 120, "PRODUCT": 80, "WORK": 60}


def main() -> None:
    """Writes the reader with its new head of names over the old one."""
    path = Path(sys.argv[1])
    model, _, numbers = load(path)
    chance = random.Random(7)
    known = [e for e in training_set(tweets=False) if e.forms]
    examples = [e for e in known if any(names not in (ANY, O) for names in e.names)]
    others = [e for e in known if all(names == O for names in e.names)]
    examples += [*in_place(examples, chance), *chance.sample(others, min(len(others), 1500))]
    states, allowed = _states(model, numbers, examples)
    _refit(model, states, allowed)
    saved = torch.load(path, weights_only=True)
    saved["weights"] |= {f"names.{name}": tensor for name, tensor in model.names.state_dict().items()}
    torch.save(saved, path)


def in_place(examples: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """Sentences with a name of the news in the place of one of a state, a city or an organisation."""
    listed = yaml.safe_load(Path(__file__).with_name("newsnames.yaml").read_text("utf-8"))
    for kind, times in _TIMES.items():
        fitting = [(e, span) for e in examples for span in _names(e, begin((_REPLACED[kind],)))]
        for example, (first, last) in chance.choices(fitting, k=times):
            words = chance.choice(listed[kind]).replace("-", " - ").split()
            if first and example.forms[first - 1].lower() == "the" and words[0] == "the":
                words = words[1:]
            lead = words[0] == "the"
            marks = [begin((kind,)), *([inside((kind,))] * (len(words) - 1 - lead))]
            forms = [*example.forms[:first], *words, *example.forms[last:]]
            yield Example("", forms, names=[*example.names[:first], *([O] * lead), *marks, *example.names[last:]])


def _names(example: Example, wanted: int) -> Iterator[tuple[int, int]]:
    """Names that surely begin with the wanted tag."""
    for first, allowed in enumerate(example.names):
        if allowed == wanted:
            last = first + 1
            while last < len(example.names) and not example.names[last] & (O | begin(TYPES)):
                last += 1
            yield first, last


def _states(model: Reader, numbers: object, examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """The states of all words whose tags are known, and the tags they may have."""
    states, allowed = [], []
    ordered = sorted(examples, key=lambda e: len(e.forms))
    step = 64
    for start in range(0, len(ordered), step):
        batch = numbers.batch([e for e in ordered[start : start + step] if len(e.forms) < 150])  # type: ignore[attr-defined]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            words = model.words(batch)
        known = batch.names.any(2) & ~batch.names.all(2)
        states.append(words[known].half())
        allowed.append(batch.names[known])
    return torch.cat(states), torch.cat(allowed)


def _refit(model: Reader, states: Tensor, allowed: Tensor) -> None:
    head = model.names.train()
    optimizer = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=0.01)
    steps = _EPOCHS * (len(states) // _PIECES)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.02, steps)
    for number in range(_EPOCHS):
        order = torch.randperm(len(states))
        total = 0.0
        for chunk in order.split(_PIECES)[:-1]:
            scores = head(torch.nn.functional.dropout(states[chunk].float(), 0.2))
            chance = scores.masked_fill(~allowed[chunk], -1e4).logsumexp(1) - scores.logsumexp(1)
            loss = -chance.mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {number} loss {total * _PIECES / len(states):.4f}", flush=True)


if __name__ == "__main__":
    main()

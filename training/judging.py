"""Teaches the judge alone, on the frozen states of a reader: `python -m training.judging READER.pt OUT.pt`.

The reader sees every sentence in two looks; an epoch then costs the judge's own layers only, a third of the whole, and
no other head changes what it says. After each epoch it shows how well the judge does on `training/reports/dev.tsv`.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from training.batches import Numbers, as_news, filled
from training.corpus import judged_set
from training.fit import AVERAGE, AVERAGED_EVERY, WEIGHTS, fitted
from training.judge import Judge
from training.lessons import acts_of
from training.model import Reader, mask_of
from training.read import dev_examples
from training.trees import Example

#: How many looks of a sentence are kept, how many pieces are read at once, and how many make a step.
LOOKS, AT_ONCE, STEP = 3, 6000, 2000
#: How much of what its own layers read is left out.
EARLY = 0.1
#: In all looks but the first: how many names are exchanged for others, and how many words are hidden.
EXCHANGED, HIDDEN, UNKNOWN = 0.4, 0.06, "\u2603"
#: Over how many steps the rate rises, and how many of the sentences that tell of nothing are in an epoch.
WARM_UP, QUIET = 100, 0.6


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with what the reader makes of it, in half precision: pieces before the judge, words, first pieces."""

    example: Example
    early: Tensor
    words: Tensor
    first: Tensor


def main() -> None:
    """Writes OUT: the reader, with the judge averaged over its last steps."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    saved = torch.load(options.reader, weights_only=True)
    model, numbers = fitted(saved)
    dev = list(lessons(model, numbers, list(dev_examples())).values())
    examples = list(judged_set())
    looks = [lessons(model, numbers, look) for look in _looks(examples, chance)]
    study = Study(model.judge, options)
    print(f"{len(examples)} sentences; before: {figures(study.averaged(), dev)}", flush=True)
    while study.progress() < 1:
        mixed = [look[i] for i in range(len(examples)) if i in (look := chance.choice(looks))]
        mixed = [lesson for lesson in mixed if _teaches(lesson.example, chance)]
        for group in _groups(mixed, chance):
            study.step(group, chance)
        print(f"{study.report()} dev: {figures(study.averaged(), dev)}", flush=True)
        judge = {f"judge.{name}": tensor for name, tensor in study.averaged().state_dict().items()}
        torch.save(saved | {"weights": saved["weights"] | model.state_dict() | judge}, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("reader", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--rate", type=float, default=2e-4, help="of its own layers")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _looks(examples: Sequence[Example], chance: random.Random) -> Iterator[Sequence[Example]]:
    """The sentences as they are, and then with other names and hidden words: who is a side must show in the build.

    Where each sentence had two looks of the same words, sides were right at .85 of the acts it had learned from and at
    .55 of those of `dev.tsv`.
    """
    yield examples
    pool = [form for e in examples for form in e.forms[1:] if _is_name(form)]
    for _ in range(LOOKS - 1):
        yield [_veiled(as_news(example, chance), pool, chance) for example in examples]


def _is_name(form: str) -> bool:
    return form.istitle() and form.isalpha() and len(form) > 2


def _veiled(example: Example, pool: Sequence[str], chance: random.Random) -> Example:
    told = example.acts
    kept = {word for word, *_ in told.acts} | set(told.none) if told else set()
    forms = [form if n in kept else _veil(form, n > 1, pool, chance) for n, form in enumerate(example.forms, 1)]
    return replace(example, forms=forms)


def _veil(form: str, inside: bool, pool: Sequence[str], chance: random.Random) -> str:
    if inside and _is_name(form) and chance.random() < EXCHANGED:
        return chance.choice(pool)
    return UNKNOWN if chance.random() < HIDDEN else form


def lessons(model: Reader, numbers: Numbers, examples: Sequence[Example]) -> dict[int, Lesson]:
    """The sentences as the reader reads them, by their numbers; too long ones are left out."""
    model.eval()
    sizes = [numbers.length(example) for example in examples]
    found: dict[int, Lesson] = {}
    with torch.inference_mode():
        for group in filled(sizes, AT_ONCE):
            batch = numbers.batch([examples[i] for i in group])
            words, early = model.read(batch)
            for row, i in enumerate(group):
                count, width = sizes[i], len(examples[i].forms) + 1
                parts = early[row, :count].half(), words[row, :width].half(), batch.first[row, :width]
                found[i] = Lesson(examples[i], *(part.clone() for part in parts))
    return found


def _groups(found: Sequence[Lesson], chance: random.Random) -> list[list[Lesson]]:
    groups = list(filled([len(lesson.early) * chance.uniform(0.9, 1.1) for lesson in found], STEP))
    chance.shuffle(groups)
    return [[found[i] for i in group] for group in groups]


def _teaches(example: Example, chance: random.Random) -> bool:
    told = example.acts
    return bool((told and (told.acts or told.none)) or example.cues) or chance.random() < QUIET


def _judged(judge: Judge, group: Sequence[Lesson]) -> Tensor:
    """What the heads of the judge read of the words of some sentences."""
    early = pad_sequence([lesson.early for lesson in group], batch_first=True).float()
    words = pad_sequence([lesson.words for lesson in group], batch_first=True).float()
    first = pad_sequence([lesson.first for lesson in group], batch_first=True)
    there = pad_sequence([torch.ones(len(lesson.early), dtype=torch.long) for lesson in group], batch_first=True)
    early = nn.functional.dropout(early, EARLY, judge.training)
    return judge.words(judge.drop(words), early, mask_of(there), first)


class Study:
    """AdamW with a rate that falls with the time, and averaged weights, as `training.fit` has them."""

    def __init__(self, judge: Judge, options: argparse.Namespace) -> None:
        self.judge, self.done, self.began = judge.train(), 0, time.time()
        self.seconds, self.rates = options.minutes * 60, (options.rate, options.head_rate)
        heads = [tensor for name, tensor in judge.named_parameters() if not name.startswith("layers.")]
        groups = [{"params": list(judge.layers.parameters())}, {"params": heads}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.average = copy.deepcopy(judge).eval()
        self.seen: dict[str, float] = {}

    def progress(self) -> float:
        """How much of the time is gone."""
        return min(1.0, (time.time() - self.began) / self.seconds)

    def step(self, group: Sequence[Lesson], chance: random.Random) -> None:
        if self.progress() >= 1:
            return
        for part, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            part["lr"] = rate * min(1.0, (self.done + 1) / WARM_UP) * max(0.01, 1 - self.progress())
        acts = acts_of([lesson.example for lesson in group], chance)
        losses = self.judge.loss(_judged(self.judge, group), acts)
        total = sum(WEIGHTS[name] * loss for name, loss in losses.items())
        self.optimizer.zero_grad(set_to_none=True)
        torch.as_tensor(total).backward()
        nn.utils.clip_grad_norm_(self.judge.parameters(), 5.0)
        self.optimizer.step()
        self.done += 1
        for name, loss in losses.items():
            self.seen[name] = 0.98 * self.seen.get(name, loss.item()) + 0.02 * loss.item()
        if self.done % AVERAGED_EVERY == 0:
            self._remember()

    def _remember(self) -> None:
        for kept, now in zip(self.average.parameters(), self.judge.parameters(), strict=True):
            kept.data.lerp_(now.data, 1 - AVERAGE)

    def averaged(self) -> Judge:
        """The average of about the last two hundred steps."""
        return self.average

    def report(self) -> str:
        losses = " ".join(f"{name} {value:.3f}" for name, value in self.seen.items())
        return f"step {self.done} {time.time() - self.began:.0f}s {losses}"


def figures(judge: Judge, dev: Sequence[Lesson]) -> str:
    """The best F1 of types at words with its bound, and how many acts have both sides right where the word is given."""
    rows: list[tuple[float, bool]] = []
    acts = right = 0
    with torch.inference_mode():
        for lesson in dev:
            told = lesson.example.acts
            if told is None:
                continue
            words = _judged(judge, [lesson])
            chances = judge.types(words)[0].softmax(1)
            kinds = {word: kind for word, kind, *_ in told.acts}
            best = 1 + chances[:, 1:].argmax(1)
            likely = (chances[:, 0] < 0.9).nonzero()[:, 0].tolist()
            rows += [(1 - float(chances[word, 0]), kinds.get(word) == int(best[word])) for word in likely]
            acts += len(kinds)
            right += sum(_sided(judge, words, act) for act in told.acts)
    rows.sort(reverse=True)
    found = [(2 * sum(ok for _, ok in rows[:n]) / (n + acts), rows[n - 1][0]) for n in range(1, len(rows) + 1)]
    f1, bound = max(found, default=(0.0, 0.0))
    return f"F1 {f1:.3f} from {bound:.2f}, sides {right / max(1, acts):.3f}"


def _sided(judge: Judge, words: Tensor, act: tuple[int, int, int, list[int], list[int]]) -> bool:
    word, _, _, *sides = act
    scores = judge.sides_of(words, word)
    chosen = [{w for w in range(1, words.shape[1]) if scores[s][w] > max(0.4, scores[1 - s][w])} for s in (0, 1)]
    return all(got <= set(side) and bool(got) == bool(side) for got, side in zip(chosen, sides, strict=True))


if __name__ == "__main__":
    main()

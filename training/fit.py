"""Trains the reader. `python -m training.fit OUT --epochs 15`, or `--start OLD.pt --epochs 9` to go on from another."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import nn

from training.base import base_weights
from training.batches import Numbers, epoch, untrained
from training.bricks import BRANCH, OWN
from training.corpus import labels_of, training_set
from training.model import Batch, Labels, Reader
from training.trees import Example

WEIGHTS = {"upos": 0.5, "features": 0.5, "scripts": 0.5, "kinds": 0.3, "facts": 0.5, "arcs": 1.0, "labels": 1.0}
WEIGHTS |= {
    "names": 0.7,
    "plain": 1.0,
    "acts": 3.0,
    "status": 0.5,
    "pairs": 1.0,
    "sides": 0.5,
    "cues": 1.0,
    "told": 0.5,
}
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WARM_UP, AVERAGED_EVERY, AVERAGE = 200, 10, 0.95


def main() -> None:
    """Fits and writes OUT: the averaged weights and the label sets."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    examples = training_set(tweets=False)
    labels = labels_of(examples)
    model, numbers = untrained(labels)
    if options.start:
        start_from(model, torch.load(options.start, weights_only=True)["weights"])
    else:
        model.encoder.load_base(base_weights())
        model.load_state_dict(own_layers(model.state_dict()), strict=False)
    steps = options.epochs * sum(map(numbers.length, _some(examples, options.share, chance))) // options.pieces
    fit = Fit(model.to(DEVICE), steps, options.minutes, options.rate, options.head_rate)
    for number in range(options.epochs):
        for batch in epoch(_some(examples, options.share, chance), numbers, options.pieces, chance):
            fit.step(batch.to(DEVICE))
            if fit.done % 100 == 0:
                print(f"epoch {number} step {fit.done}/{steps} {fit.report()}", flush=True)
            if fit.progress() >= 1:
                break
        torch.save({"weights": fit.averaged(), "labels": asdict(labels)}, options.out)
        if fit.progress() >= 1:
            return


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, help="a reader to go on from, in place of the base")
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--minutes", type=float, default=600, help="stop by then, with the rate brought down in time")
    parser.add_argument("--share", type=float, default=1.0, help="of all but the judge's sentences, in one epoch")
    parser.add_argument("--pieces", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _some(examples: Sequence[Example], share: float, chance: random.Random) -> list[Example]:
    """The sentences of one epoch: all those written for the judge, and a share of the others."""
    return [example for example in examples if example.acts or chance.random() < share]


def start_from(model: Reader, weights: dict[str, torch.Tensor]) -> None:
    """Takes the weights of an earlier reader; heads that read more now give nothing to what they did not read then.

    Layers of the judge that it did not have begin as its last ones. Its word pieces stay as they are: a ninth of the
    time goes there, and they have learned what they will.
    """
    wanted = model.state_dict()
    weights = own_layers(weights) | weights
    for name, tensor in weights.items():
        if name in wanted:
            missing = [(0, a - b) for a, b in zip(wanted[name].shape, tensor.shape, strict=True)]
            wanted[name] = nn.functional.pad(tensor, [side for pair in reversed(missing) for side in pair])
    model.load_state_dict(wanted)
    model.encoder.embedding.piece.weight.requires_grad_(False)


def fitted(saved: dict[str, dict[str, torch.Tensor]]) -> tuple[Reader, Numbers]:
    """The reader of a file, also of one made before it had what it has now, and what makes its batches."""
    model, numbers = untrained(Labels.of(saved["labels"]))
    start_from(model, saved["weights"])
    return model, numbers


def own_layers(weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The layers after `BRANCH` as layers of the judge."""
    begin = [(f"encoder.layers.{BRANCH + number}.", f"judge.layers.{number}.") for number in range(OWN)]
    return {n.replace(old, new): tensor for old, new in begin for n, tensor in weights.items() if n.startswith(old)}


def fast_halves() -> bool:
    """Whether bfloat16 is faster than float32 here: on a GPU, and on processors with AVX-512."""
    return DEVICE == "cuda" or "AVX512" in torch.backends.cpu.get_cpu_capability()


#: What the base does not know, though it stands in the transformer.
_LOOKS = ("encoder.embedding.shape", "encoder.embedding.hint")


class Fit:
    """AdamW with warm-up, linear decay over steps or time, and averaged weights (Polyak and Juditsky 1992)."""

    def __init__(self, model: Reader, steps: int, minutes: float, rate: float, head_rate: float) -> None:
        self.model, self.steps, self.done = model.train(), steps, 0
        self.began, self.seconds = time.time(), minutes * 60
        groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
        for name, parameter in model.named_parameters():
            if not parameter.requires_grad:
                continue
            known = name.startswith(("encoder.", "judge.layers.")) and not name.startswith(_LOOKS)
            groups.setdefault((not known, parameter.ndim > 1), []).append(parameter)
        self.optimizer = torch.optim.AdamW(
            [
                {"params": found, "lr": head_rate if fresh else rate, "weight_decay": 0.01 if matrix else 0.0}
                for (fresh, matrix), found in groups.items()
            ],
            fused=True,
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.average: dict[str, torch.Tensor] = {}
        self.seen: dict[str, float] = {}

    def _rate(self, step: int) -> float:
        return min(1.0, (step + 1) / min(WARM_UP, self.steps / 5)) * max(0.01, 1 - self.progress())

    def progress(self) -> float:
        """How much of the steps is done, or of the time gone, whichever is more."""
        return max(self.done / self.steps, (time.time() - self.began) / self.seconds)

    def step(self, batch: Batch) -> None:
        with torch.autocast(DEVICE, torch.bfloat16, enabled=fast_halves()):
            losses = self.model.loss(batch)
        total = sum(WEIGHTS[name] * loss for name, loss in losses.items())
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[union-attr]
        nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        self.optimizer.step()
        self.schedule.step()
        self.done += 1
        for name, loss in losses.items():
            self.seen[name] = 0.98 * self.seen.get(name, loss.item()) + 0.02 * loss.item()
        if self.done % AVERAGED_EVERY == 0:
            self._remember()

    def _remember(self) -> None:
        now = self.model.state_dict()
        if not self.average:
            self.average = {name: tensor.clone() for name, tensor in now.items()}
        for name, tensor in now.items():
            self.average[name].lerp_(tensor, 1 - AVERAGE)

    def averaged(self) -> dict[str, torch.Tensor]:
        """The average of the last steps: about the last two hundred."""
        return self.average or self.model.state_dict()

    def report(self) -> str:
        return f"{time.time() - self.began:.0f}s " + " ".join(
            f"{name} {value:.3f}" for name, value in self.seen.items()
        )


if __name__ == "__main__":
    main()

"""Trains the reader. `python -m training.fit OUT --epochs 9`"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
from torch import nn

from tidings.encoder.shape import SHAPES
from tidings.encoder.wordpiece import WordPiece
from training.base import base_vocabulary, base_weights
from training.batches import Numbers, epoch
from training.corpus import labels_of, training_set
from training.model import Reader

WEIGHTS = {"upos": 0.5, "features": 0.5, "scripts": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.0}
WARM_UP, AVERAGED_EVERY, AVERAGE = 200, 10, 0.95


def main() -> None:
    """Fits and writes OUT: the averaged weights and the label sets."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    examples = training_set()
    labels = labels_of(examples)
    vocabulary = base_vocabulary()
    numbers = Numbers(WordPiece(vocabulary), labels)
    model = Reader(len(vocabulary), len(SHAPES), labels)
    model.encoder.load_base(base_weights())
    steps = options.epochs * sum(map(numbers.length, examples)) // options.pieces
    fit = Fit(model, steps, options.minutes, options.rate)
    for number in range(options.epochs):
        for batch in epoch(examples, numbers, options.pieces, chance):
            fit.step(batch)
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
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--minutes", type=float, default=600, help="stop by then, with the rate brought down in time")
    parser.add_argument("--pieces", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


class Fit:
    """AdamW with warm-up, linear decay over steps or time, and averaged weights (Polyak and Juditsky 1992)."""

    def __init__(self, model: Reader, steps: int, minutes: float, rate: float) -> None:
        self.model, self.steps, self.done = model.train(), steps, 0
        self.began, self.seconds = time.time(), minutes * 60
        groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
        for name, parameter in model.named_parameters():
            fresh = not name.startswith("encoder.") or "embedding.shape" in name
            groups.setdefault((fresh, parameter.ndim > 1), []).append(parameter)
        self.optimizer = torch.optim.AdamW(
            [
                {"params": found, "lr": 1e-3 if fresh else rate, "weight_decay": 0.01 if matrix else 0.0}
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

    def step(self, batch: object) -> None:
        with torch.autocast("cpu", torch.bfloat16):
            losses = self.model.loss(batch)  # type: ignore[arg-type]
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

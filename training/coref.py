"""Learns coreference on the frozen states of the reader: `python -m training.coref READER.pt OUT_FOLDER`.

Writes OUT_FOLDER/coref.npz, and `coref.weight` and `coref.bias` (what a word's state gives to it) into READER.pt.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tidings.encoder.coref.clusters import find_clusters
from tidings.encoder.coref.describe import CLASSES, Described, describe
from tidings.encoder.coref.pairs import COMPARED, compare, pairs_of
from tidings.encoder.coref.ranker import NAMES, Ranker, one_hot
from tidings.evaluate.coref import conll_f1
from training.coref_data import Eyes, Report, reports
from training.model import WORD_WIDTH

WIDTH = 64
_HIDDEN, _PAIR, _MEANING = 128, 64, 32
#: Log odds of being a mention below which a candidate is not looked at: while learning, and while reading.
_LEAST, _READ_LEAST = -4.0, -2.5
#: Epochs that learn what is a mention, and epochs that learn links as well.
_ALONE, _EPOCHS = 4, 14
_RATE, _DECAY = 2e-3, 0.02
#: What a link is worth more than the learned score says, tried on dev: F1 likes a link where likelihood is unsure.
_EAGER = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25)


def main() -> None:
    """Learns on train, chooses on dev, shows dev and test."""
    torch.set_num_threads(1)
    path, folder = map(Path, sys.argv[1:3])
    eyes = Eyes(path, rough="--rough" in sys.argv)
    studies = [study(report) for report in reports(eyes, "train", ("gum_open", "gum_sa"))]
    model = train(studies, seed=1)
    dev = [study(report) for report in reports(eyes, "dev", ("gum_open",))]
    choose(model, dev)
    print("dev ", evaluate(model, dev))
    print("test", evaluate(model, [study(report) for report in reports(eyes, "test", ("gum_open",))]))
    save(model, path, folder)


def choose(model: Links, dev: Sequence[Study]) -> None:
    """Sets how eager the model is to link to what is best on dev."""
    learned = model.anaphor.bias.data.clone()
    scores = []
    for more in _EAGER:
        model.anaphor.bias.data = learned + more
        scores.append((evaluate(model, dev)["conll_f1"], -more))
    model.anaphor.bias.data = learned - max(scores)[1]


def save(model: Links, path: Path, folder: Path) -> None:
    """Writes coref.npz, and the projection into the reader."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / "coref.npz", allow_pickle=False, **model.arrays())
    saved = torch.load(path, weights_only=True)
    saved["weights"] |= {f"coref.{name}": tensor for name, tensor in model.project.state_dict().items()}
    torch.save(saved, path)


@dataclass
class Study:
    """A report ready to learn from."""

    report: Report
    described: Described
    words: Tensor
    fixed: Tensor
    gold: np.ndarray  # cluster of each candidate, -1 for none


@dataclass
class Lesson:
    """A report with its pairs: later, earlier, how they compare, and whether they speak of the same thing."""

    study: Study
    pairs: tuple[Tensor, ...] = ()


def study(report: Report) -> Study:
    """A report described, with the cluster of each candidate."""
    described = describe(report.sentences)
    cluster = {mention: i for i, found in enumerate(report.clusters) for mention in found}
    gold = np.array([cluster.get((c.sentence, c.first, c.last), -1) for c in described.candidates])
    fixed = torch.from_numpy(np.concatenate((one_hot(described), described.counts), 1))
    return Study(report, described, torch.cat(report.states).float(), fixed, gold)


class Links(nn.Module):
    """`tidings.encoder.coref.ranker.Ranker`, and the projection of the states before it, able to learn."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(WORD_WIDTH, WIDTH)
        self.mention = nn.Linear(sum(CLASSES.values()) + 4 + 3 * WIDTH, _HIDDEN)
        self.is_mention = nn.Linear(_HIDDEN, 1)
        self.later, self.earlier = nn.Linear(_HIDDEN, _PAIR, bias=False), nn.Linear(_HIDDEN, _PAIR, bias=False)
        self.meaning = nn.Linear(_HIDDEN, _MEANING, bias=False)
        self.pair = nn.Linear(len(COMPARED) + _MEANING, _PAIR)
        self.link = nn.Linear(_PAIR, 1, bias=False)
        self.anaphor = nn.Linear(_HIDDEN, 1)
        self.drop_words, self.drop, self.drop_pair = nn.Dropout(0.3), nn.Dropout(0.3), nn.Dropout(0.2)

    def mentions(self, s: Study) -> tuple[Tensor, Tensor]:
        """The hidden state of each candidate and its score for being a mention."""
        words = self.project(self.drop_words(s.words))
        first, last, head, above = (torch.from_numpy(s.described.ids[n]) for n in ("first", "last", "word", "governor"))
        sums = torch.cat((torch.zeros(1, WIDTH), words.cumsum(0)))
        mean = (sums[last] - sums[first]) / (last - first)[:, None]
        parts = [s.fixed, words[head], mean, words[above] * (above >= 0)[:, None]]
        hidden = self.drop(functional.relu(self.mention(torch.cat(parts, 1))))
        return hidden, self.is_mention(hidden)[:, 0]

    def links(self, hidden: Tensor, later: Tensor, earlier: Tensor, compared: Tensor) -> Tensor:
        meaning = self.meaning(hidden)
        mixed = self.pair(torch.cat((compared, meaning[later] * meaning[earlier]), 1))
        both = functional.relu(self.later(hidden)[later] + self.earlier(hidden)[earlier] + mixed)
        return self.link(self.drop_pair(both))[:, 0] + self.anaphor(hidden)[later, 0]

    def arrays(self) -> dict[str, np.ndarray]:
        """The weights as `Ranker` reads them."""
        layers = {"mention": self.mention, "is": self.is_mention, "later": self.later, "earlier": self.earlier,
                  "meaning": self.meaning, "pair": self.pair, "link": self.link, "anaphor": self.anaphor}  # fmt: skip
        found = {f"{name}.weight": layer.weight.detach().numpy().T for name, layer in layers.items()}
        found |= {f"{n}.bias": layer.bias.detach().numpy() for n, layer in layers.items() if layer.bias is not None}
        for name in ("is", "link", "anaphor"):
            found[f"{name}.weight"] = found[f"{name}.weight"][:, 0]
        return {name: found[name] for name in NAMES} | {"least": np.array(_READ_LEAST)}


def _marginal(scores: Tensor, later: Tensor, right: Tensor, count: int) -> Tensor:
    """Minus the log chance of all right antecedents of each candidate, or of none where there is none; summed."""

    def total(x: Tensor, null: Tensor) -> Tensor:
        top = torch.zeros(count).scatter_reduce(0, later, x.detach(), "amax").clamp(min=0)
        summed = torch.zeros(count).index_add(0, later, (x - top[later]).exp()) + (null - top).exp()
        return summed.clamp(min=1e-20).log() + top

    has = torch.zeros(count, dtype=torch.bool).index_fill(0, later[right], True)
    none = torch.zeros(count)
    good = total(scores.masked_fill(~right, -1e4), none.masked_fill(has, -1e4))
    return (total(scores, none) - good).sum()


def train(studies: Sequence[Study], seed: int, epochs: int = _EPOCHS, check: Sequence[Study] = ()) -> Links:
    """A model that has learned, a report a step; scores on `check` are shown now and then."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Links()
    optimizer = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = (_ALONE + epochs) * len(studies)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, steps, pct_start=0.1)
    lessons = [Lesson(s) for s in studies]
    for epoch in range(_ALONE + epochs):
        begun, total = time.time(), 0.0
        if epoch == _ALONE:
            lessons = [pruned(model.eval(), s) for s in studies]
        model.train()
        for lesson in chance.sample(lessons, len(lessons)):
            loss = _loss(model, lesson)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        note = evaluate(model, check) if check and epoch >= _ALONE and (epoch - _ALONE) % 3 == 2 else ""
        print(f"epoch {epoch} loss {total / len(studies):.4f} {time.time() - begun:.0f}s {note}", flush=True)
    return model.eval()


def _loss(model: Links, lesson: Lesson) -> Tensor:
    hidden, sure = model.mentions(lesson.study)
    truth = torch.from_numpy(lesson.study.gold >= 0).float()
    loss = functional.binary_cross_entropy_with_logits(sure, truth)
    if not lesson.pairs:
        return loss
    later, earlier, compared, right = lesson.pairs
    scores = model.links(hidden, later, earlier, compared.float())
    return 0.3 * loss + _marginal(scores, later, right, len(truth)) / 100


def pruned(model: Links, s: Study) -> Lesson:
    """What is left of a report where only likely mentions are looked at, with its pairs."""
    with torch.no_grad():
        kept = np.flatnonzero(model.mentions(s)[1].numpy() > _LEAST)
    d, gold = s.described.only(kept), s.gold[kept]
    later, earlier = pairs_of(d)
    right = (gold[later] == gold[earlier]) & (gold[later] >= 0)
    small = Study(s.report, d, s.words, s.fixed[kept], gold)
    pairs = later, earlier, compare(d, later, earlier).astype(np.float16), right
    return Lesson(small, tuple(map(torch.from_numpy, pairs)))


def evaluate(model: Links, studies: Sequence[Study]) -> dict[str, float]:
    """CoNLL F1 and its parts with gold words, as `tidings evaluate coref` counts them, and how mentions are found."""
    model.eval()
    ranker = Ranker.of({name: np.asarray(value, np.float32) for name, value in model.arrays().items()})
    weight, bias = (tensor.numpy() for tensor in model.project.state_dict().values())
    pairs = []
    for s in studies:
        states = [state.float().numpy() @ weight.T + bias for state in s.report.states]
        found = find_clusters(ranker, s.report.sentences, states)
        pairs.append((s.report.clusters, [frozenset((c.sentence, c.first, c.last) for c in one) for one in found]))
    gold, said = ([{m for cluster in side for m in cluster} for side in sides] for sides in zip(*pairs, strict=True))
    right = sum(len(a & b) for a, b in zip(gold, said, strict=True))
    scores = {name: round(score, 4) for name, score in conll_f1(pairs).items()}
    mentions = {"mentions_recall": round(right / sum(map(len, gold)), 3)}
    return scores | mentions | {"mentions_precision": round(right / max(sum(map(len, said)), 1), 3)}


if __name__ == "__main__":
    main()

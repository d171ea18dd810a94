"""The reader before export, on gold words, shows what 8 bits cost: `python -m training.measure PT FILE.conllu...`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import torch
from torch import nn

from tidings.encoder.tree import best_tree
from training.batches import Numbers, untrained
from training.model import WORD_WIDTH, Labels, Reader
from training.trees import read_trees


def load(path: Path) -> tuple[Reader, Labels, Numbers]:
    """The reader, its labels and what makes its batches."""
    saved = torch.load(path, weights_only=True)
    labels = Labels.of(saved["labels"])
    model, numbers = untrained(labels)
    if "coref.bias" in saved["weights"]:  # learned after the others, by training.coref
        model.coref = nn.Linear(WORD_WIDTH, len(saved["weights"]["coref.bias"]))
    model.load_state_dict(saved["weights"])
    return model.eval(), labels, numbers


def main() -> None:
    """Prints UPOS, features, UAS and LAS (with subtypes)."""
    model, _, numbers = load(Path(sys.argv[1]))
    torch.set_num_threads(1)
    right: Counter[str] = Counter()
    for path in sys.argv[2:]:
        for example in read_trees(Path(path)):
            batch = numbers.batch([example])
            with torch.inference_mode():
                words = model.words(batch)
                arcs = model.arcs(words, torch.ones_like(batch.first, dtype=torch.bool))[0]
                heads = torch.tensor([[0, *best_tree(arcs.numpy())]])
                relations = model.labels(words, heads).argmax(2)
                tags = {name: getattr(model, name)(words).argmax(2) for name in ("upos", "features")}
            attached = (heads == batch.heads)[0, 1:]
            right["words"] += len(example.forms)
            right["uas"] += int(attached.sum())
            right["las"] += int((attached & (relations == batch.relations)[0, 1:]).sum())
            for name, found in tags.items():
                right[name] += int((found == getattr(batch, name))[0, 1:].sum())
    print({name: round(count / right["words"], 4) for name, count in right.items()})


if __name__ == "__main__":
    main()

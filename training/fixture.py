"""What the reader says before export, kept for a test of the exported model: `python -m training.fixture PT OUT`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch

from tidings.encoder.tree import best_tree
from training.measure import load
from training.trees import Example

SENTENCES = (
    "The foreign ministers of Egypt and Sudan met in Cairo on Monday .",
    "France 's president said he would not recognise the new government .",
    "The European Union imposed sanctions on Belarus in June 2021 .",
    "\" We reject the plan , \" a ministry spokesman told reporters .",
    "Russian troops were withdrawn from the city after talks failed .",
    "UN CALLS FOR CEASEFIRE",
)  # fmt: skip


def main() -> None:
    """Writes words, tags, best tree and relations of a few sentences."""
    model, labels, numbers = load(Path(sys.argv[1]))
    rows = []
    for sentence in SENTENCES:
        batch = numbers.batch([Example("", sentence.split())])
        with torch.inference_mode():
            words = model.words(batch)
            arcs = model.arcs(words, torch.ones_like(batch.first, dtype=torch.bool))[0]
            heads = best_tree(arcs.numpy())
            relations = model.labels(words, torch.tensor([[0, *heads]])).argmax(2)[0, 1:]
            tags = {name: getattr(model, name)(words).argmax(2)[0, 1:] for name in ("upos", "features")}
        row: dict[str, object] = {"words": sentence.split(), "heads": [head - 1 for head in heads]}
        row |= {name: [getattr(labels, name)[i] for i in found] for name, found in tags.items()}
        row["relations"] = [labels.relations[i] for i in relations]
        rows.append(row)
    Path(sys.argv[2]).write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()

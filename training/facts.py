"""Whether what a predicate tells of happened: the judgements of UDS (White et al. 2016; CC BY-SA 4.0)."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

#: UDS brings its judgements to a scale of about -1.25 to 1.25; ours runs from -3 to 3.
_SCALE, _END = 2.4, 3.0


def facts_of(folder: Path, split: str) -> dict[str, dict[int, float]]:
    """For each sentence of a split of EWT, the value from -3 to 3 of each judged word, counted from 1."""
    judged = json.loads((folder / "factuality.json").read_text("utf-8"))["data"]
    ids = json.loads((folder / "ud_ids.json").read_text("utf-8"))
    facts: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for name, nodes in judged.items():
        if name.startswith(f"ewt-{split}-"):
            for node, said in nodes.items():
                value = said["factuality"]["factual"]["value"] * _SCALE
                facts[ids[name]["sentence_id"]][int(node.rsplit("-", 1)[1])] = min(_END, max(-_END, value))
    return dict(facts)

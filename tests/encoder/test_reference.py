"""The exported model against the checkpoint it was exported from (`training/fixture.py` writes the reference)."""

from __future__ import annotations

import json
from pathlib import Path

from tidings.encoder import Encoder

#: 8 bits may turn a close call: of all the answers about words, this many must be the checkpoint's.
AGREEMENT = 0.97


def test_the_exported_model_says_what_the_trained_one_said() -> None:
    rows = json.loads(Path(__file__).with_name("reference.json").read_text("utf-8"))
    sentences = Encoder.load().parse_words([row["words"] for row in rows])
    same = total = 0
    for row, sentence in zip(rows, sentences, strict=True):
        told = zip(row["upos"], row["features"], row["heads"], row["relations"], strict=True)
        for answers, token in zip(told, sentence.tokens, strict=True):
            found = (token.pos, token.features, token.head, token.relation)
            same += sum(a == b for a, b in zip(answers, found, strict=True))
            total += len(answers)
    assert same >= AGREEMENT * total

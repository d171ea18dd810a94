"""Between which bounds the inputs of the linear layers lie, seen over sentences of the training set and the news."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional

from tidings.read import ReadOptions, read_path
from tidings.record import Document
from training.batches import Numbers
from training.model import Reader, mask_of
from training.trees import DATA, EWT, Example, read_trees

#: The name of a layer's input -> its lowest and highest value.
Ranges = dict[str, tuple[float, float]]
_SENTENCES, _SEED = 400, 5
_WATCHED = ("attention.query", "attention.out", "inner", "outer")


def ranges_of(model: Reader, numbers: Numbers) -> Ranges:
    """The bounds of the input of each layer ("encoder.layers.0.inner"), of the heads ("words"), of those of the judge
    ("judged"), of the relations ("labels").
    """
    seen: Ranges = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def look(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            low, high = (float(end) for end in inputs[0].aminmax())
            old = seen.get(name, (low, high))
            seen[name] = (min(old[0], low), max(old[1], high))

        return look

    hooks = [
        layer.get_submodule(part).register_forward_pre_hook(watch(f"{stack}.{i}.{part}"))
        for stack in ("encoder.layers", "judge.layers")
        for i, layer in enumerate(model.get_submodule(stack).children())
        for part in _WATCHED
    ]
    hooks.append(model.upos.register_forward_pre_hook(watch("words")))
    hooks.append(model.judge.types.register_forward_pre_hook(watch("judged")))
    examples = list(_examples())
    with torch.inference_mode():
        for example in examples:
            batch = numbers.batch([example])
            words, early = model.read(batch)
            model.upos(words)
            model.judge.types(model.judge.words(words, early, mask_of(batch.ids), batch.first))
            watch("labels")(model, (functional.gelu(model.label_word(words)),))
    for hook in hooks:
        hook.remove()
    return seen


def _examples() -> Iterator[Example]:
    """As many sentences of the treebank as of the news."""
    chance = random.Random(_SEED)
    yield from chance.sample(list(read_trees(EWT)), _SENTENCES // 2)
    yield from chance.sample(list(_news()), _SENTENCES // 2)


def _news() -> Iterator[Example]:
    for item in read_path(DATA.parent / "text/raw_wikinews", ReadOptions()):
        if isinstance(item, Document):
            yield from (Example("", line.split()) for line in item.text.splitlines() if 3 < len(line.split()) < 100)

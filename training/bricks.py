"""The transformer of BERT (Devlin et al. 2019) in bricks, with the size of MiniLM-L6-H384 (Wang et al. 2020)."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, POSITIONS, EPSILON = 384, 6, 12, 1536, 512, 1e-12
#: After how many layers the judge's own begin, and how many these are.
BRANCH, OWN = 4, 2


class Embedding(nn.Module):
    """Word pieces, their places, and the case and hints of the word they belong to (which start at zero)."""

    def __init__(self, pieces: int, shapes: int, hints: int) -> None:
        super().__init__()
        self.piece = nn.Embedding(pieces, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(shapes, WIDTH)
        self.hint = nn.Embedding(hints, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.hint.weight)

    def forward(self, ids: Tensor, shapes: Tensor, hints: Tensor) -> Tensor:
        places = self.position.weight[: ids.shape[1]]
        return self.norm(self.piece(ids) + self.shape(shapes) + self.hint(hints) + places)


class Attention(nn.Module):
    """Self-attention of many heads, with its output layer."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        q, k, v = (self._heads(layer(x)) for layer in (self.query, self.key, self.value))
        # No dropout here: drawing it took a fifth of a step on a processor.
        seen = functional.scaled_dot_product_attention(q, k, v, mask)
        return self.out(seen.transpose(1, 2).flatten(2))

    def _heads(self, x: Tensor) -> Tensor:
        return x.unflatten(2, (HEADS, WIDTH // HEADS)).transpose(1, 2)


class Layer(nn.Module):
    """Attention and feed-forward, each with its residual and norm after it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attention = Attention()
        self.attention_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.attention_norm(x + self.dropout(self.attention(x, mask)))
        return self.norm(x + self.dropout(self.outer(functional.gelu(self.inner(x), approximate="tanh"))))


class Transformer(nn.Module):
    """Word pieces to states."""

    def __init__(self, pieces: int, shapes: int, hints: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.embedding = Embedding(pieces, shapes, hints)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, hints: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The states after the last layer, and those after layer `BRANCH`, where the judge goes its own way."""
        x = early = self.dropout(self.embedding(ids, shapes, hints))
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask)
            early = x if number == BRANCH else early
        return x, early

    def load_base(self, weights: dict[str, Tensor]) -> None:
        """Takes the published weights; the constant embedding of the first segment goes into the places."""
        base = {_ours(name): tensor for name, tensor in weights.items()}
        base["embedding.position.weight"] = base["embedding.position.weight"] + base.pop("embedding.segment.weight")[0]
        wanted = set(self.state_dict()) - {"embedding.shape.weight", "embedding.hint.weight"}
        self.load_state_dict({name: base[name] for name in wanted}, strict=False)


def first_of(states: Tensor, first: Tensor) -> Tensor:
    """The states of the first pieces of the words."""
    return states.gather(1, first[:, :, None].expand(-1, -1, WIDTH))


_RENAMED = (
    ("embeddings.word_embeddings", "embedding.piece"),
    ("embeddings.position_embeddings", "embedding.position"),
    ("embeddings.token_type_embeddings", "embedding.segment"),
    ("embeddings.LayerNorm", "embedding.norm"),
    ("encoder.layer.", "layers."),
    ("attention.self.", "attention."),
    ("attention.output.dense", "attention.out"),
    ("attention.output.LayerNorm", "attention_norm"),
    ("intermediate.dense", "inner"),
    ("output.dense", "outer"),
    ("output.LayerNorm", "norm"),
)


def _ours(name: str) -> str:
    for theirs, ours in _RENAMED:
        name = name.replace(theirs, ours)
    return name

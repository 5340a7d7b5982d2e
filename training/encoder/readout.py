"""The map from our states to the untouched model's sentence vectors, solved exactly once the encoder has settled."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor

from training.encoder.collation import Collated
from training.encoder.network import Reading

RIDGE = 3e-3


def solve_vectors(model: Reading, batches: Iterable[Collated], teacher: Tensor) -> int:
    """Sets `model.vector` to the ridge regression of the teacher's vectors on mean word states; gives their number."""
    model.eval()
    states, targets = [], []
    for batch in batches:
        rows = (batch.vectors >= 0).nonzero()[:, 0]
        if len(rows):
            with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
                words = model.words(batch.windows, batch.words)
            states.append(model.sentence_means(words[rows].float(), batch.lengths[rows]))
            targets.append(teacher[batch.vectors[rows]])
    if not states:
        return 0
    known, wanted = torch.cat(states).double(), torch.cat(targets).double()
    centre, middle = known.mean(0), wanted.mean(0)
    spread = known - centre
    gram = spread.T @ spread
    gram += torch.eye(len(gram), dtype=torch.float64) * RIDGE * gram.diagonal().mean()
    weight = torch.linalg.solve(gram, spread.T @ (wanted - middle)).T
    with torch.no_grad():
        model.vector.weight.copy_(weight.float())
        model.vector.bias.copy_((middle - weight @ centre).float())
    return len(known)

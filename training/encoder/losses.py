"""One loss for each task that a batch has labels for."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reportedly.reading import pairs as pairing
from training.encoder.collation import Collated, Span
from training.encoder.documents import UNKNOWN
from training.encoder.network import Reading

LEAST = 100  # a task with fewer labels than this in a batch counts for less
ANTECEDENTS = 60
FACTUAL, RARE = 1.0, 3.0  # predicates rated below the first are few, and count as many times as the second says


def losses(model: Reading, batch: Collated, teacher: Tensor | None) -> dict[str, Tensor]:
    """Task -> mean loss over its labels in the batch; tasks without a label are left out."""
    words = model.words(batch.windows, batch.words)
    found = {
        "upos": _cross(model.upos(words), batch.labels["upos"]),
        "morph": _cross(model.morph(words), batch.labels["morph"]),
        "mentions": _cross(model.mentions(words), batch.labels["mentions"]),
        "attribution": _cross(model.attribution(words), batch.labels["attribution"]),
        **_trees(model, words, batch),
        **{f"names.{n}": _cross(head(words), batch.labels[f"names.{n}"]) for n, head in model.names.items()},
        "certainty": _certainty(model, words, batch),
        "vectors": _vectors(model, words, batch, teacher),
        "link": _links(model, words, batch),
        "coreference": _coreference(model, words, batch),
    }
    return {task: loss for task, loss in found.items() if loss is not None}


def _mean(total: Tensor, count: int) -> Tensor:
    return total / max(count, LEAST)


def _cross(logits: Tensor, gold: Tensor) -> Tensor | None:
    known = gold != UNKNOWN
    count = int(known.sum())
    if not count:
        return None
    return _mean(functional.cross_entropy(logits[known].float(), gold[known], reduction="sum"), count)


def _trees(model: Reading, words: Tensor, batch: Collated) -> dict[str, Tensor | None]:
    rows = (batch.heads[:, 0] != UNKNOWN).nonzero()[:, 0]
    if not len(rows):
        return {}
    lengths, heads, words = batch.lengths[rows], batch.heads[rows], words[rows]
    width = int(lengths.max())
    heads, words, gold = heads[:, :width], words[:, :width], batch.labels["deprels"][rows, :width]
    dependent, head, label_dependent, label_head = model.parser.parts(words)
    arcs = _cross(model.parser.arc_scores(dependent, head, lengths), heads)
    known = heads != UNKNOWN
    sentence = torch.arange(len(rows))[:, None].expand_as(heads)[known]
    chosen = label_head[sentence, heads[known]]
    scores = model.parser.label_scores(label_dependent[known], chosen[:, None])[:, 0]
    return {"arcs": arcs, "deprels": _cross(scores, gold[known])}


def _certainty(model: Reading, words: Tensor, batch: Collated) -> Tensor | None:
    if not len(batch.certainty):
        return None
    rows = words.reshape(-1, words.shape[-1])[batch.certainty[:, 0].long()]
    predicted = model.certainty(rows).float().gather(1, batch.certainty[:, 1:2].long())[:, 0]
    gold = batch.certainty[:, 2]
    errors = functional.smooth_l1_loss(predicted, gold, reduction="none", beta=0.5)
    weights = torch.where(gold < FACTUAL, RARE, 1.0)
    return (errors * weights).sum() / max(len(rows), 20)


def _vectors(model: Reading, words: Tensor, batch: Collated, teacher: Tensor | None) -> Tensor | None:
    rows = (batch.vectors >= 0).nonzero()[:, 0]
    if teacher is None or not len(rows):
        return None
    ours = model.vectors(words[rows], batch.lengths[rows])
    return (1.0 - (ours * teacher[batch.vectors[rows]]).sum(-1)).mean()


def _document_rows(words: Tensor, batch: Collated, span: Span) -> Tensor:
    """The rows of a document's words laid end to end."""
    width = words.shape[1]
    places = [k * width + w for k in range(span.first, span.last) for w in range(int(batch.lengths[k]))]
    return words.reshape(-1, words.shape[-1])[torch.tensor(places)]


def _links(model: Reading, words: Tensor, batch: Collated) -> Tensor | None:
    scores, golds = [], []
    for span in batch.spans:
        if span.links:
            rows = _document_rows(words, batch, span)
            sizes = batch.lengths[span.first : span.last].numpy()
            sentence_of = np.repeat(np.arange(len(sizes)), sizes)
            for role in (pairing.SOURCE, pairing.CONTENT):
                made = _link_scores(model, rows, span, role, sentence_of)
                if made is not None:
                    scores.append(made[0])
                    golds.append(made[1])
    if not scores:
        return None
    gold = torch.cat(golds)
    total = functional.binary_cross_entropy_with_logits(torch.cat(scores).float(), gold, reduction="sum")
    return total / max(float(gold.sum()), 20.0)


def _link_scores(
    model: Reading, rows: Tensor, span: Span, role: int, sentence_of: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> tuple[Tensor, Tensor] | None:
    links = span.links or []
    cues = sorted({link.cues[0] for link in links})
    parts = [link.sources if role == pairing.SOURCE else link.contents for link in links]
    spans = sorted({part for own in parts for part in own})
    true = {(link.cues[0], part) for link, own in zip(links, parts, strict=True) for part in own}
    reach = 1 if role == pairing.SOURCE else 3
    pairs = np.array(
        [
            (i, j)
            for i, cue in enumerate(cues)
            for j, other in enumerate(spans)
            if abs(int(sentence_of[cue[0]] - sentence_of[other[0]])) <= reach
        ],
        np.int64,
    ).reshape(-1, 2)
    if not len(pairs):
        return None
    features = torch.from_numpy(pairing.link_features(cues, spans, pairs, role, sentence_of))
    left = model.link.left(_ends(rows, [cues[i] for i in pairs[:, 0]]))
    right = model.link.right(_ends(rows, [spans[j] for j in pairs[:, 1]]))
    gold = torch.tensor([float((cues[i], spans[j]) in true) for i, j in pairs.tolist()])
    return model.link(left, right, features), gold


def _ends(rows: Tensor, spans: list[tuple[int, int]]) -> Tensor:
    ranges = torch.tensor(spans)
    return (rows[ranges[:, 0]] + rows[ranges[:, 1] - 1]) * 0.5


def _coreference(model: Reading, words: Tensor, batch: Collated) -> Tensor | None:
    total, count = words.new_zeros((), dtype=torch.float32), 0
    for span in batch.spans:
        mentions = [m for m, _ in span.mentions or ()]
        if len(mentions) < 2:
            continue
        places = torch.tensor([(span.first + m.sentence) * words.shape[1] + m.head for m in mentions])
        rows = words.reshape(-1, words.shape[-1])[places]
        pairs = np.array([(i, j) for j in range(1, len(mentions)) for i in range(max(0, j - ANTECEDENTS), j)], np.int64)
        seen = [candidate for _, candidate in span.mentions or ()]
        features = torch.from_numpy(pairing.coreference_features(seen, pairs))
        left, right = model.coreference.left(rows)[pairs[:, 0]], model.coreference.right(rows)[pairs[:, 1]]
        scores = torch.full((len(mentions), len(mentions) + 1), float("-inf"))
        scores[:, 0] = 0.0
        scores[pairs[:, 1], pairs[:, 0] + 1] = model.coreference(left, right, features).float()
        chains = [m.chain for m in mentions]
        gold = torch.zeros_like(scores, dtype=torch.bool)
        for i, j in pairs.tolist():
            if chains[i] == chains[j]:
                gold[j, i + 1] = True
        gold[:, 0] = ~gold.any(1)
        total = (
            total + (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~gold, float("-inf")), 1)).sum()
        )
        count += len(mentions)
    return total / max(count, 50) if count else None

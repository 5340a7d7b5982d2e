"""A quick look at how a model does on held-out documents. The figures that count are those of `evals`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import torch

from reportedly.reading.pieces import WordPieces
from training.encoder.collation import Collated, chunks, collate
from training.encoder.documents import UNKNOWN, Document, spans_of
from training.encoder.labels import Labels
from training.encoder.network import Reading

Floats = npt.NDArray[np.float32]


def decode(logits: Floats, labels: Sequence[str]) -> list[str]:
    """The best BIO sequence [n] for logits [n, labels] in which I-X follows only B-X or I-X."""
    allowed = np.zeros((len(labels), len(labels)), np.float32)
    for b, label in enumerate(labels):
        if label.startswith("I-"):
            allowed[[a for a, before in enumerate(labels) if before[2:] != label[2:] or before == "O"], b] = -1e9
    start = np.array([-1e9 if label.startswith("I-") else 0.0 for label in labels], np.float32)
    best = logits[0] + start
    back: list[npt.NDArray[np.int64]] = []
    for row in logits[1:]:
        paths = best[:, None] + allowed
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[number] for number in reversed(path)]


class Tally:
    """Counts of right, found and gold things by task."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, task: str, found: Iterable[object], gold: Iterable[object]) -> None:
        """Adds two sets of things."""
        a, b = set(found), set(gold)
        self.counts[task, "found"] += len(a)
        self.counts[task, "gold"] += len(b)
        self.counts[task, "right"] += len(a & b)

    def rates(self) -> dict[str, float]:
        """Task -> F1 in percent."""
        tasks = sorted({task for task, _ in self.counts})
        return {
            task: 200.0 * self.counts[task, "right"] / max(1, self.counts[task, "found"] + self.counts[task, "gold"])
            for task in tasks
        }


def measure(
    model: Reading, documents: Sequence[Document], labels: Labels, cut: WordPieces, limit: int
) -> dict[str, float]:
    """Scores in percent (certainty: Pearson r) over gold words; one document at a time, as at work."""
    model.eval()
    tally, certain = Tally(), []
    for document, _ in chunks(documents, cut, 4000, 480):
        batch = collate([document], labels, cut, limit)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            words = model.words(batch.windows, batch.words)
            _words(model, words, batch, labels, tally, document.origin)
            if len(batch.certainty):
                rows = words.reshape(-1, words.shape[-1])[batch.certainty[:, 0].long()]
                predicted = model.certainty(rows).float().gather(1, batch.certainty[:, 1:2].long())[:, 0]
                certain.append(torch.stack([predicted, batch.certainty[:, 2], batch.certainty[:, 1]], 1))
    scores = tally.rates()
    if certain:
        together = torch.cat(certain)
        for column, name in enumerate(("uw", "uds")):
            own = together[together[:, 2] == column]
            if len(own) > 2:
                scores[f"certainty.{name}"] = float(torch.corrcoef(own[:, :2].T)[0, 1])
    model.train()
    return scores


def _words(model: Reading, words: torch.Tensor, batch: Collated, labels: Labels, tally: Tally, origin: str) -> None:
    heads = {"upos": model.upos, "morph": model.morph, "mentions": model.mentions}
    for task, head in heads.items():
        gold = batch.labels[task]
        if bool((gold != UNKNOWN).any()):
            found = head(words).argmax(-1)
            _labels(task, found, gold, tally, origin)
    if bool((batch.heads != UNKNOWN).any()):
        _trees(model, words, batch, tally, origin)
    for name, head in [*model.names.items(), ("attribution", model.attribution)]:
        task = name if name == "attribution" else f"names.{name}"
        gold = batch.labels[task]
        rows = (gold[:, 0] != UNKNOWN).nonzero()[:, 0].tolist()
        if rows:
            logits = head(words).float().numpy()
            flat = np.concatenate([logits[k, : int(batch.lengths[k])] for k in rows])
            true = np.concatenate([gold[k, : int(batch.lengths[k])].numpy() for k in rows])
            predicted = decode(flat, labels.tasks[task])
            gold_spans = set(spans_of([labels.tasks[task][max(0, n)] for n in true.tolist()]))
            for role in sorted({kind for _, _, kind in gold_spans}) if task == "attribution" else [None]:
                tally.add(
                    f"{task}.{role}" if role else task,
                    {s for s in spans_of(predicted) if role in (None, s[2])},
                    {s for s in gold_spans if role in (None, s[2])},
                )


def _labels(task: str, found: torch.Tensor, gold: torch.Tensor, tally: Tally, origin: str) -> None:
    known = (gold != UNKNOWN).nonzero().tolist()
    predicted, true = found.tolist(), gold.tolist()
    blank = 0 if task == "mentions" else -1
    tally.add(
        f"{task}.{origin}",
        {(k, w, predicted[k][w]) for k, w in known if predicted[k][w] != blank},
        {(k, w, true[k][w]) for k, w in known if true[k][w] != blank},
    )
    if task == "mentions":
        tally.add(
            f"{task}.untyped.{origin}",
            {(k, w) for k, w in known if predicted[k][w] != blank},
            {(k, w) for k, w in known if true[k][w] != blank},
        )


def _trees(model: Reading, words: torch.Tensor, batch: Collated, tally: Tally, origin: str) -> None:
    dependent, head, label_dependent, label_head = model.parser.parts(words)
    arcs = model.parser.arc_scores(dependent, head, batch.lengths)
    best = arcs.argmax(-1)
    rank = label_head.shape[-1]
    chosen = torch.gather(label_head, 1, best[..., None].expand(-1, -1, rank))
    found = model.parser.label_scores(label_dependent, chosen[:, :, None])[:, :, 0].argmax(-1)
    known = (batch.heads != UNKNOWN).nonzero().tolist()
    a, b, c, d = best.tolist(), found.tolist(), batch.heads.tolist(), batch.labels["deprels"].tolist()
    tally.add(f"uas.{origin}", {(k, w, a[k][w]) for k, w in known}, {(k, w, c[k][w]) for k, w in known})
    tally.add(
        f"las.{origin}", {(k, w, a[k][w], b[k][w]) for k, w in known}, {(k, w, c[k][w], d[k][w]) for k, w in known}
    )

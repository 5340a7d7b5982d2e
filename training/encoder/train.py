"""Trains the reading model: `python -m training.encoder.train --config FILE --data FOLDER --start FOLDER --run FOLDER`.

A run that was stopped goes on from its last checkpoint when it is called again. The run folder holds `log.jsonl`,
`checkpoint.pt` and at the end `model.pt` and `report.json`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from reportedly.reading.pieces import WINDOW, WordPieces
from training.encoder import corpus
from training.encoder.augmentation import Names, damaged, names_of, renamed
from training.encoder.collation import Collated, chunks, collate, masked, shuffled_batches
from training.encoder.documents import Document
from training.encoder.labels import Labels, labels_of
from training.encoder.losses import losses
from training.encoder.network import Reading, Shape, start_weights
from training.encoder.readout import solve_vectors
from training.encoder.scores import measure
from training.encoder.settings import Settings, read_settings
from training.encoder.teacher import teach

CHECKPOINT_SECONDS = 180.0
LOG_STEPS = 25


@dataclass(slots=True)
class Material:
    """What a run trains on: sized documents by set, those held out, labels, the teacher's vectors."""

    documents: dict[str, list[tuple[Document, int]]]
    held_out: list[Document]
    labels: Labels
    names: Names
    teacher: Tensor


def gather(settings: Settings, data: Path, start: Path, folder: Path) -> Material:
    """Reads all sets of the configuration and prepares the teacher's vectors."""
    cut = WordPieces(start / "tokenizer.json")
    kept: dict[str, list[Document]] = {}
    held: list[Document] = []
    for source in corpus.chosen(list(settings.share)):
        documents = source.read(data)
        held.extend(d for d in documents if corpus.held_out(d, settings.held_out))
        kept[source.name] = [d for d in documents if not corpus.held_out(d, settings.held_out)]
    everything = [document for documents in kept.values() for document in documents]
    heads = [key.removeprefix("names.") for key in settings.weights if key.startswith("names.")]
    labels = labels_of(everything, heads)
    vectors = teach(everything, start, cut, settings.teacher_sentences, settings.seed, folder / "teacher.pt")
    sized = {name: list(_sized(documents, cut, settings)) for name, documents in kept.items()}
    return Material(sized, held, labels, names_of(everything), vectors)


def _sized(documents: list[Document], cut: WordPieces, settings: Settings) -> Iterator[tuple[Document, int]]:
    for document in documents:
        most = settings.document if document.mentions is not None else settings.part
        yield from chunks([document], cut, most, settings.sentence)


def shape_of(labels: Labels, layers: int) -> Shape:
    """The sizes that the labels ask for."""
    sizes = {task: len(found) for task, found in labels.tasks.items()}
    names = {name: sizes["names." + name] for name in labels.names}
    root = labels.of("deprels")["root"]
    return Shape(layers, sizes["upos"], sizes["morph"], sizes["deprels"], sizes["mentions"], names, root=root)


def epoch_documents(material: Material, settings: Settings, chance: random.Random) -> list[tuple[Document, int]]:
    """The documents of one epoch: each set as often as its share asks, what is drawn being new each epoch."""
    drawn: list[tuple[Document, int]] = []
    for name, documents in material.documents.items():
        share = settings.share[name]
        whole, rest = int(share), share - int(share)
        drawn.extend(documents * whole)
        drawn.extend(chance.sample(documents, round(rest * len(documents))))
    return drawn


def epoch_batches(material: Material, settings: Settings, epoch: int, cut: WordPieces, skip: int) -> Iterator[Collated]:
    """The batches of an epoch from number `skip` on; the same for the same seed and epoch."""
    chance = random.Random(settings.seed * 1000 + epoch)
    drawn = epoch_documents(material, settings, chance)
    for number, batch in enumerate(shuffled_batches(drawn, settings.batch, chance)):
        limit = chance.choice(settings.windows[epoch])
        named = [renamed(document, chance, settings.renamed, material.names) for document in batch]
        documents = [damaged(document, chance, settings.case_damage, settings.dirt) for document in named]
        if number >= skip:
            yield masked(collate(documents, material.labels, cut, limit), cut.hidden, settings.masked, number)


def steps_of(material: Material, settings: Settings) -> list[int]:
    """The number of batches of each epoch."""
    counts = []
    for epoch in range(settings.epochs):
        chance = random.Random(settings.seed * 1000 + epoch)
        drawn = epoch_documents(material, settings, chance)
        counts.append(sum(1 for _ in shuffled_batches(drawn, settings.batch, chance)))
    return counts


def optimizer_of(model: Reading, settings: Settings) -> torch.optim.AdamW:
    """Two rates: the encoder's, and that of everything new. The rows of word pieces stay as they are."""
    model.encoder.pieces.weight.requires_grad_(False)
    old = [p for n, p in model.encoder.named_parameters() if p.requires_grad and n != "shapes.weight"]
    inside = {id(p) for p in old}
    new = [p for p in model.parameters() if p.requires_grad and id(p) not in inside]
    groups = [
        {"params": old, "lr": settings.encoder_rate, "initial_lr": settings.encoder_rate},
        {"params": new, "lr": settings.head_rate, "initial_lr": settings.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def rate(step: int, total: int, warmup: float, decline: float = 0.0) -> float:
    """Linear warm-up, then linear decline to the share `decline` of the highest rate."""
    first = max(1, int(total * warmup))
    if step < first:
        return step / first
    return decline + (1.0 - decline) * max(0.0, (total - step) / max(1, total - first))


class Run:
    """One training run and its folder."""

    def __init__(self, settings: Settings, material: Material, start: Path, folder: Path) -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.material, self.folder = settings, material, folder
        self.cut = WordPieces(start / "tokenizer.json")
        self.before: dict[str, Tensor] = {}
        self.model = Reading(shape_of(material.labels, settings.layers))
        start_weights(start / "model.safetensors", self.model.encoder)
        self.model.encoder.round_products(settings.rounded)
        if settings.after:
            self._go_on(folder.parent / settings.after / "model.pt")
        self.optimizer = optimizer_of(self.model, settings)
        self.average = AveragedModel(self.model)
        self.step = 0
        self.seconds = 0.0
        self._resume()

    def _go_on(self, path: Path) -> None:
        """Takes the weights of the run before, which must have the same labels."""
        saved = torch.load(path, weights_only=True)
        if saved["tasks"] != self.material.labels.tasks:
            raise ValueError(f"{path} has other labels. Train the configuration before this one on the same data.")
        self.model.load_state_dict(saved["model"])
        self.before = saved["model"]

    def _resume(self) -> None:
        path = self.folder / "checkpoint.pt"
        if path.exists():
            saved = torch.load(path, weights_only=True)
            self.model.load_state_dict(saved["model"])
            self.optimizer.load_state_dict(saved["optimizer"])
            self.average.load_state_dict(saved["average"])
            self.step, self.seconds = saved["step"], saved["seconds"]
            torch.set_rng_state(saved["random"])

    def save(self) -> None:
        """Writes the checkpoint, in one move."""
        state = {
            "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "step": self.step,
            "average": self.average.state_dict(), "seconds": self.seconds, "random": torch.get_rng_state(),
        }  # fmt: skip
        torch.save(state, self.folder / "checkpoint.tmp")
        (self.folder / "checkpoint.tmp").replace(self.folder / "checkpoint.pt")

    def log(self, **facts: Any) -> None:
        """Adds a line to the log."""
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"step": self.step, "seconds": round(self.seconds, 1), **facts}) + "\n")

    def train(self) -> None:
        """All epochs that are left."""
        counts = steps_of(self.material, self.settings)
        total, done, saved = sum(counts), 0, time.monotonic()
        recent: dict[str, list[float]] = {}
        self.model.train()
        for epoch, count in enumerate(counts):
            skip = min(max(0, self.step - done), count)
            done += count
            for batch in epoch_batches(self.material, self.settings, epoch, self.cut, skip) if skip < count else ():
                if self.spent() >= 1.0:
                    self.save()
                    return
                began = time.monotonic()
                for task, loss in self.advance(batch, total).items():
                    recent.setdefault(task, []).append(loss)
                self.seconds += time.monotonic() - began
                if self.step % LOG_STEPS == 0:
                    self.log(
                        total=total, losses={task: round(sum(v) / len(v), 4) for task, v in sorted(recent.items())}
                    )
                    recent = {}
                if time.monotonic() - saved > CHECKPOINT_SECONDS:
                    self.save()
                    saved = time.monotonic()
            if skip < count:
                self.save()
                self.log(epoch=epoch, scores=self.scores())

    def advance(self, batch: Collated, total: int) -> dict[str, float]:
        """One step; gives the losses."""
        settings = self.settings
        factor = min(rate(self.step + 1, total, settings.warmup, settings.decline), 1.0 - self.spent())
        for group in self.optimizer.param_groups:
            group["lr"] = group["initial_lr"] * factor
        with torch.autocast("cpu", torch.bfloat16):
            found = losses(self.model, batch, self.material.teacher)
        weights = settings.weights
        loss = torch.stack([weights.get(task, 1.0) * value for task, value in found.items()]).sum()
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in self.model.parameters() if p.requires_grad], 2.0)
        self.optimizer.step()
        self.step += 1
        if settings.averaged and self.step >= total * (1.0 - settings.averaged):
            self.average.update_parameters(self.model)
        return {task: float(value.detach()) for task, value in found.items()}

    def spent(self) -> float:
        """The share of the time allowed that is used up."""
        return min(1.0, self.seconds / (60.0 * self.settings.minutes)) if self.settings.minutes else 0.0

    def best(self) -> Reading:
        """The averaged weights where there are some yet, else the last ones."""
        return cast(Reading, self.average.module) if self.average.n_averaged > 0 else self.model

    def _mix(self, model: Reading) -> None:
        """Moves the weights towards those of the run before, as far as `mixed` says."""
        if self.before and self.settings.mixed:
            with torch.no_grad():
                for name, value in model.named_parameters():
                    value.lerp_(self.before[name], self.settings.mixed)

    def scores(self) -> dict[str, float]:
        """Scores on the documents held out."""
        found = measure(self.best(), self.material.held_out, self.material.labels, self.cut, WINDOW)
        return {task: round(value, 4) for task, value in found.items()}

    def _before(self) -> dict[str, Any] | None:
        """The report of the run that this one goes on from."""
        if not self.settings.after:
            return None
        path = self.folder.parent / self.settings.after / "report.json"
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def finish(self) -> None:
        """Solves the map of sentence vectors, writes the weights with all that export needs, and the report."""
        taught = [d for found in self.material.documents.values() for d, _ in found if _is_taught(d)]
        batches = (collate(group, self.material.labels, self.cut, WINDOW) for group in batched(taught, 4))
        model = self.best()
        self._mix(model)
        solve_vectors(model, batches, self.material.teacher)
        shape = asdict(model.shape)
        state = {"model": model.state_dict(), "shape": shape, "tasks": self.material.labels.tasks}
        torch.save(state, self.folder / "model.pt")
        report = {
            "steps": self.step, "seconds": round(self.seconds), "settings": asdict(self.settings),
            "before": self._before(),
            "held_out": self.scores(), "torch": torch.__version__,
            "documents": {name: len(found) for name, found in self.material.documents.items()},
        }  # fmt: skip
        (self.folder / "report.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def train(config: Path, data: Path, start: Path, folder: Path) -> None:
    """Trains by a configuration in a run folder; the one that it goes on from first, in the folder beside."""
    settings = read_settings(config)
    if settings.after and not (folder.parent / settings.after / "model.pt").exists():
        train(config.with_name(f"{settings.after}.toml"), data, start, folder.parent / settings.after)
    folder.mkdir(parents=True, exist_ok=True)
    run = Run(settings, gather(settings, data, start, folder), start, folder)
    run.train()
    run.finish()


def batched(documents: list[Document], size: int) -> Iterator[list[Document]]:
    """Lists of up to `size` documents, in order."""
    for first in range(0, len(documents), size):
        yield documents[first : first + size]


def _is_taught(document: Document) -> bool:
    return any(sentence.vector >= 0 for sentence in document.sentences)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Train the reading model.")
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--start", type=Path, required=True, help="folder of all-MiniLM-L6-v2: model.safetensors, tokenizer.json"
    )
    parser.add_argument("--run", type=Path, required=True, help="folder of this run; an unfinished run goes on")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    train(given.config, given.data, given.start, given.run)


if __name__ == "__main__":
    main()

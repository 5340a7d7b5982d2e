"""MODEL_CARD.md, made from the manifest so that the two cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

HEAD = """# The reading model of Reportedly

One small encoder that reads a report once and answers every question of the reading stage about its words: tags and
features, a dependency tree, names, mentions, attribution (source, cue, content), certainty, coreference, and a vector
for each sentence. It starts from all-MiniLM-L6-v2 (Apache-2.0), of which it keeps {layers} layers, and is fine-tuned on
the sets below. Weights are int8; no text of any set is in these files.

Configuration `{configuration}`, seed {seed}, {steps} steps, {minutes} minutes of training.
"""
USE = """
## Intended use and limits

For English news and reports, as the reading stage of Reportedly: its output is evidence that rules and people check,
never a verdict on what is true. It was not made to profile persons, and it must not decide anything about them alone.

- Languages other than English, poetry, chat and tables are out of its reach; headlines and text without capitals cost
  accuracy, although such damage was part of the training.
- Attribution was learnt from seven US outlets of 2015-16 and their subjects; half of that gold is attitude ("supports",
  "disdain for"), which the model finds far less well than speech.
- Names outside the training sets are missed more often than known ones. Facility, Product and Misc are weak.
- Certainty on news (column 0) and on web text (column 1) are different scales; do not mix them.
- int8 activations are scaled by batch: a report is always batched by itself and by one rule, so that its reading does
  not depend on other reports. Processors without VNNI instructions may give slightly different figures.

## Licences

{risk}
"""
RISK = """The sets {names} state no licence at their origin. No text of them is shipped, but weights trained on them
are a risk that each user has to judge. Who does not want it trains with `training/encoder/clear.toml`, which leaves
them out."""
CLEAR = "All sets of this configuration state a licence. GUM's non-commercial documents are left out."
DEV = """In a column named after another configuration stand the scores of that one; its names are those of
Wikigold, so that they are not compared."""
AGAIN = """
## How to train it again

```
make train DATA=path/to/data                                      # this configuration
make train DATA=path/to/data CONFIG=training/encoder/clear.toml   # only sets with a clear licence
```

To leave out any set, delete its line under `[share]` of the configuration (and the head of names that only it
feeds under `[weights]`). Seeds are fixed; a run that was stopped goes on from its checkpoint.
"""


def write_card(manifest: Mapping[str, Any], path: Path) -> None:
    """Writes the card of the model that `manifest` describes."""
    path.write_text(
        "".join((_head(manifest), _data(manifest), _use(manifest), _scores(manifest), AGAIN)), encoding="utf-8"
    )


def _head(manifest: Mapping[str, Any]) -> str:
    training = manifest["training"]
    return HEAD.format(
        layers=manifest["dimensions"]["layers"], configuration=manifest["configuration"], seed=manifest["seed"],
        steps=training["steps"], minutes=round(training["seconds"] / 60),
    )  # fmt: skip


def _data(manifest: Mapping[str, Any]) -> str:
    rows = [f"| {entry['set']} | {entry['title']} | {entry['licence']} |" for entry in manifest["data"]]
    return "\n".join(
        ("\n## Data, with licences as stated\n", "| set | what | licence |", "| --- | --- | --- |", *rows, "")
    )


def _use(manifest: Mapping[str, Any]) -> str:
    bare = [entry["set"] for entry in manifest["data"] if entry["licence"] == "none stated"]
    return USE.format(risk=RISK.format(names=" and ".join(bare)) if bare else CLEAR)


def _scores(manifest: Mapping[str, Any]) -> str:
    lines = ["\n## Scores\n"]
    if manifest["scores"]:
        lines += [f"Of the int8 files on the dev sets, never trained on. {DEV}\n", *_table(manifest["scores"]), ""]
    lines += ["Of the weights before quantisation, on documents of the training sets held out for tuning:\n"]
    return "\n".join([*lines, *_table({"score": manifest["held_out"]}), ""])


def _table(columns: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A row for each task of the first column, and what the others give for it."""
    first = next(iter(columns.values()))
    rows = [
        " | ".join(
            [f"| {task}", *(f"{scores[task]:.2f}" if task in scores else "–" for scores in columns.values()), ""]
        )
        for task in sorted(first)
    ]
    return [f"| task | {' | '.join(columns)} |", "| --- " * (len(columns) + 1) + "|", *map(str.rstrip, rows)]

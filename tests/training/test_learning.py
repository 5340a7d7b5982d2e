"""One step of training and the way out, on three sentences of our own. Needs torch, so it is skipped without."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from reportedly.data import path_of
from reportedly.reading.pieces import WordPieces

torch = pytest.importorskip("torch", reason="training needs torch (make train installs it)")
torch.set_num_threads(1)
onnxruntime = pytest.importorskip("onnxruntime", reason="the exported graph is run by onnxruntime")

from training.encoder import export, graph, smoothing  # noqa: E402
from training.encoder.augmentation import damaged, names_of, renamed  # noqa: E402
from training.encoder.collation import chunks, collate, masked  # noqa: E402
from training.encoder.documents import Document, GoldLink, GoldMention, GoldSentence, spans_of  # noqa: E402
from training.encoder.labels import Labels, labels_of  # noqa: E402
from training.encoder.losses import losses  # noqa: E402
from training.encoder.network import Reading, Shape, rounded  # noqa: E402
from training.encoder.settings import read_settings  # noqa: E402
from training.encoder.train import rate  # noqa: E402

if TYPE_CHECKING:
    from training.encoder.collation import Collated


def story() -> Document:
    first = GoldSentence(
        ["Mayor", "Ilva", "Brand", "said", "the", "dam", "held", "."],
        upos=["NOUN", "PROPN", "PROPN", "VERB", "DET", "NOUN", "VERB", "PUNCT"],
        morph=["Number=Sing"] * 3 + ["Tense=Past", "_", "Number=Sing", "Tense=Past", "_"],
        heads=[2, 4, 2, 0, 6, 7, 4, 4],
        deprels=["compound", "nsubj", "flat", "root", "det", "nsubj", "ccomp", "punct"],
        mentions=["O", "person", "O", "O", "O", "object", "O", "O"],
        names={"news": ["O", "B-Person", "I-Person", "O", "O", "O", "O", "O"], "war": ["O"] * 8},
        attribution=["B-source", "I-source", "I-source", "B-cue", "B-content", "I-content", "I-content", "O"],
        certainty={6: (0, 2.0)},
        vector=0,
    )
    second = GoldSentence(
        ["She", "denied", "it"],
        upos=["PRON", "VERB", "PRON"],
        morph=["Number=Sing", "Tense=Past", "Number=Sing"],
        heads=[2, 0, 2],
        deprels=["nsubj", "root", "obj"],
        mentions=["person", "O", "object"],
        names={"war": ["O", "O", "B-ORG"]},
        attribution=["B-source", "B-cue", "O"],
    )
    mentions = [
        GoldMention(0, 0, 3, 1, "person", "a"),
        GoldMention(0, 4, 6, 5, "object", "b"),
        GoldMention(1, 0, 1, 0, "person", "a"),
        GoldMention(1, 2, 3, 2, "object", "b"),
    ]
    links = [GoldLink(((3, 4),), ((0, 3),), ((4, 7),)), GoldLink(((9, 10),), ((8, 9),), ())]
    return Document("dam", "own", [first, second], links, mentions)


@pytest.fixture(scope="module")
def cut() -> WordPieces:
    path = path_of("model") / "tokenizer.json"
    if not path.exists():
        pytest.skip("no tokenizer.json: the model has not been exported yet")
    return WordPieces(path)


@pytest.fixture(scope="module")
def labels() -> Labels:
    return labels_of([story()] * 5, ["news", "war"])


@pytest.fixture
def model(labels: Labels) -> Reading:
    torch.manual_seed(3)
    sizes = {task: len(found) for task, found in labels.tasks.items()}
    names = {name: sizes["names." + name] for name in labels.names}
    root = labels.of("deprels")["root"]
    return Reading(
        Shape(1, sizes["upos"], sizes["morph"], sizes["deprels"], sizes["mentions"], names, inner=64, root=root)
    )


@pytest.fixture(scope="module")
def batch(cut: WordPieces, labels: Labels) -> Collated:
    return collate([story(), story()], labels, cut, 128)


def test_every_task_has_a_loss_and_a_step_lowers_their_sum(model: Reading, batch: Collated) -> None:
    teacher = torch.nn.functional.normalize(torch.ones(1, 384), dim=-1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    sums = []
    for _ in range(4):
        found = losses(model.eval(), batch, teacher)
        total = torch.stack(list(found.values())).sum()
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        sums.append(float(total.detach()))
    assert set(found) == {
        "upos", "morph", "arcs", "deprels", "mentions", "names.news", "names.war", "attribution", "certainty",
        "vectors", "link", "coreference",
    }  # fmt: skip
    assert sums[-1] < sums[0]


def test_a_set_without_a_task_gives_it_no_loss(model: Reading, cut: WordPieces, labels: Labels) -> None:
    bare = Document("b", "own", [GoldSentence(["Rain", "fell"], names={"news": ["O", "O"]})])
    assert set(losses(model, collate([bare], labels, cut, 128), None)) == {"names.news"}


def test_words_of_documents_keep_their_places_in_a_batch(cut: WordPieces, labels: Labels) -> None:
    batch = collate([story(), story()], labels, cut, 16)
    flat = torch.cat([pieces.reshape(-1) for pieces, _ in batch.windows])
    row = [int(flat[place]) for place in batch.words[3, :3]]
    assert row == [cut.pieces(word)[0] for word in ("She", "denied", "it")]
    assert batch.lengths.tolist() == [8, 3, 8, 3]


def test_long_documents_are_parted_and_links_move_along(cut: WordPieces) -> None:
    parts = [part for part, _ in chunks([story()], cut, 12, 40)]
    assert [len(part.sentences) for part in parts] == [1, 1]
    assert parts[1].links == [GoldLink(((1, 2),), ((0, 1),), ())]
    assert [(m.sentence, m.head) for m in parts[1].mentions or ()] == [(0, 0), (0, 2)]


def test_damage_changes_words_and_nothing_else() -> None:
    harmed = damaged(story(), random.Random(1), case=1.0, dirt=1.0)
    assert [len(s.words) for s in harmed.sentences] == [8, 3]
    assert harmed.sentences[0].words != story().sentences[0].words
    assert harmed.sentences[0].heads == story().sentences[0].heads


def test_hidden_pieces_leave_marks_and_labels_as_they_are(cut: WordPieces, labels: Labels) -> None:
    seen = collate([story()], labels, cut, 64)
    hidden = masked(collate([story()], labels, cut, 64), cut.hidden, 1.0, 3)
    for (before, shapes), (after, _) in zip(seen.windows, hidden.windows, strict=True):
        assert bool((after[shapes > 0] == cut.hidden).all())
        assert bool((after[shapes == 0] == before[shapes == 0]).all())
    assert torch.equal(seen.labels["upos"], hidden.labels["upos"])


def test_names_change_places_with_others_of_their_type() -> None:
    labels = ["B-Person", "I-Person", "O", "O", "O", "B-Place"]
    first = GoldSentence(["Ann", "Lee", "met", "him", "in", "Varna"], names={"news": labels})
    labels = ["B-Person", "O", "B-Place", "I-Place", "O"]
    second = GoldSentence(["Odeh", "left", "Port", "Sudan", "."], names={"news": labels})
    documents = [Document("a", "news", [first]), Document("b", "news", [second])]
    pool = names_of(documents)
    assert pool["news", "Place"] == [("Varna",), ("Port", "Sudan")]
    made = {
        " ".join(renamed(documents[0], random.Random(seed), 1.0, pool).sentences[0].words) for seed in range(30)
    }  # fmt: skip
    assert made == {
        f"{who} met him in {where}" for who in ("Ann Lee", "Odeh") for where in ("Varna", "Port Sudan")
    }  # fmt: skip
    for seed in range(30):
        sentence = renamed(documents[0], random.Random(seed), 1.0, pool).sentences[0]
        spans = {(" ".join(sentence.words[a:b]), kind) for a, b, kind in spans_of(sentence.names["news"])}
        assert {kind for _, kind in spans} == {"Person", "Place"}
        assert all(tuple(name.split()) in pool["news", kind] for name, kind in spans)
    assert renamed(story(), random.Random(1), 1.0, pool) == story()  # more than names is annotated there


def test_a_run_that_goes_on_needs_the_same_windows_as_epochs(tmp_path: Path) -> None:
    text = Path("training/encoder/shipped.toml").read_text(encoding="utf-8")
    assert read_settings(Path("training/encoder/shipped.toml")).after == "fourth"
    (tmp_path / "odd.toml").write_text(text.replace("epochs = 1", "epochs = 4"), encoding="utf-8")
    with pytest.raises(ValueError, match="one list for each of the 4 epochs"):
        read_settings(tmp_path / "odd.toml")


def test_rows_are_rounded_to_the_steps_of_the_shipped_graph() -> None:
    rows = torch.tensor([[0.0, 1.0, 0.3], [-1.0, 0.5, 0.1]], requires_grad=True)
    found = rounded(rows, 1.0)
    steps = found.detach() * 255 / 2
    assert torch.allclose(steps, steps.round(), atol=1e-4)
    assert (found - rows).abs().max() <= 1 / 255 + 1e-6
    found.sum().backward()
    assert (rows.grad == 1.0).all()


def test_a_column_that_reaches_far_does_not_make_the_steps_of_the_others_coarse() -> None:
    rows = torch.rand(20, 200)
    rows[:, 7] *= 100
    others = [column for column in range(200) if column != 7]
    coarse, fine = ((rounded(rows, free) - rows)[:, others].abs().max() for free in (1.0, 0.99))
    assert fine < coarse / 20


def test_a_layer_rounds_in_training_only() -> None:
    model = Reading(Shape(1, 3, 3, 3, 3, {}, hidden=24, heads=2, inner=48, vocabulary=50))
    model.encoder.round_products(True)
    windows = [(torch.randint(1, 50, (2, 6)), torch.ones(2, 6, dtype=torch.long))]
    seen = [model.train(mode).encoder(windows) for mode in (True, False)]
    model.encoder.round_products(False)
    assert torch.equal(model.encoder(windows), seen[1])
    assert not torch.equal(seen[0], seen[1])


def test_the_rate_rises_then_falls_to_nothing() -> None:
    rates = [rate(step, 100, 0.1) for step in range(101)]
    assert rates[0] == 0.0
    assert max(rates) == rates[10] == 1.0
    assert rates[100] == 0.0


def test_a_rate_may_end_at_a_share_of_the_highest() -> None:
    rates = [rate(step, 100, 0.1, 0.5) for step in range(101)]
    assert max(rates) == rates[10] == 1.0
    assert rates[100] == 0.5


def feeds_of(batch: Collated) -> dict[str, np.ndarray]:
    """A batch of one group of windows as the exported graph takes it."""
    ((pieces, shapes),) = batch.windows
    arrays = (pieces, shapes, batch.words, batch.lengths)
    return {name: array.numpy() for name, array in zip(graph.INPUTS, arrays, strict=True)}


@pytest.mark.filterwarnings("ignore")
def test_the_exported_graph_agrees_with_the_model(tmp_path: Path, model: Reading, batch: Collated) -> None:
    model.eval()
    rows = model.words(batch.windows, batch.words)
    path = tmp_path / "graph.onnx"
    graph.write_graph(graph.Graph(model, "news", "war", small=False), path)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    feeds = feeds_of(batch)
    given = dict(zip(graph.OUTPUTS, session.run(None, feeds), strict=True))
    with torch.inference_mode():
        expected = model.attribution(rows)[0, :8].numpy()
        tags = model.upos(rows).argmax(-1)[0, :8].tolist()
    np.testing.assert_allclose(given["attribution"][:8], expected, atol=1e-4)
    assert given["upos"][:8].tolist() == tags
    assert given["vectors"].shape == (4, 384)
    assert (given["candidates"] != 0)[given["labels"] == model.shape.root].sum() == 0


@pytest.mark.filterwarnings("ignore")
def test_the_quantised_graph_stays_near(tmp_path: Path, model: Reading, batch: Collated) -> None:
    full, small = tmp_path / "full.onnx", tmp_path / "small.onnx"
    graph.write_graph(graph.Graph(model.eval(), "news", "war", small=False), full)
    export.quantise(full, small)
    feeds = feeds_of(batch)
    rows = [
        onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(["mentions"], feeds)[0][:8]
        for path in (full, small)
    ]
    assert np.abs(rows[0] - rows[1]).mean() < 0.1 * np.abs(rows[0]).mean() + 0.05


def test_smoothing_changes_nothing_but_the_reach_of_columns(model: Reading, cut: WordPieces, batch: Collated) -> None:
    plain, evened = (graph.Graph(model.eval(), "news", "war", small=False).eval() for _ in range(2))
    with torch.no_grad():
        model.encoder.norm.weight[3] = 40.0  # a column that reaches far beyond the others
        smoothing.smooth(evened, cut)
        given = [torch.from_numpy(array) for array in feeds_of(batch).values()]
        for ours, theirs in zip(plain(*given), evened(*given), strict=True):
            assert torch.allclose(ours.float(), theirs.float(), atol=1e-3)
    assert evened.layers[0].up.share.min() < 1.0

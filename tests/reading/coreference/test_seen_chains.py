"""Which mentions of a report mean the same, with the reading model, by sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.reading.coreference import resolve_mentions
from reportedly.reading.encoder import Encoder
from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Chain, Mention
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report


def resolve(text: str, encoder: Encoder) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    report = Report("r", "r.txt", text, "")
    sentences = find_sentences(text)
    encoded = encoder.read([[token.text for token in sentence.tokens] for sentence in sentences])
    mentions = settle_kinds(find_mentions(report, sentences, (), encoded), (), encoded)
    return resolve_mentions(report, sentences, mentions, find_quotes(text, sentences), encoded)


def meant(text: str, encoder: Encoder) -> dict[str, str]:
    """The chain's name for the last mention with each wording."""
    mentions, chains = resolve(text, encoder)
    return {text[each.start : each.end]: chains[each.chain].name for each in mentions}


@pytest.mark.parametrize(
    ("text", "wording", "name"),
    [
        ("Anna Berg left the talks. Berg was ill.", "Berg", "Anna Berg"),
        ("The Lund Canal Authority (LCA) closed the lock. The LCA said it was safe.", "LCA", "Lund Canal Authority"),
        ("Anna Berg left the talks early. She was ill.", "She", "Anna Berg"),
        ("Tor Lund met Anna Berg in Oslo. He said the talks had gone well.", "He", "Tor Lund"),
        ("The rescuers left on Monday. They were tired.", "They", "rescuers"),
        ("Norden Kaisha Ltd. paid the fine. The company said it was sorry.", "company", "Norden Kaisha Ltd."),
        ("The US-led coalition left. The coalition said it would return.", "coalition", "US-led coalition"),
        ("An unnamed military official spoke. The official left.", "official", "unnamed military official"),
        ("The tanker Norden Star sank off Oman. The ship was old.", "ship", "Norden Star"),
        ("Anna Berg is a doctor from Oslo.", "doctor from Oslo", "Anna Berg"),
        ("“I am tired,” Anna Berg said.", "I", "Anna Berg"),
        ("“We are sorry,” said Tor Lund, the owner.", "We", "Tor Lund"),
        ("The firm said it would pay for the damage.", "it", "firm"),
        ("Hadi Karim said that Tor Lund was ill. He said the talks would go on.", "He", "Hadi Karim"),
        ("Tor Lund spoke first.\n\nHadi Karim called it a win.\n\n“It is a good day,” he said.", "he", "Hadi Karim"),
        ("Sen. Uma Lund met miners on Friday. The senator said the pay was too low.", "senator", "Uma Lund"),
        ("The Tolva Post broke the story. The newspaper said the firm had known.", "newspaper", "Tolva Post"),
        ("Norway praised the plan. It said that the talks would go on.", "It", "Norway"),
        ("Film director Tor Lund met Anna Berg. The director said it was a good day.", "director", "Tor Lund"),
        ("Tor Lund said the driver slept. The baker said the tram shook.", "baker", "Tor Lund"),
        ("A family in Oslo said five of the dead were relatives. They said it was hard.", "They", "family"),
        ("The armed group Dawn Front left. The rebel group said it had lost two men.", "rebel group", "Dawn Front"),
        (
            "Authorities said the ferry would sail again. While harbour officials are still counting, they believe two "
            "were lost.",
            "they", "harbour officials",
        ),
        ("The mill had a union. Norden Kaisha has struggled since its merger last year.", "its", "Norden Kaisha"),
        (
            "(Anna Berg / The Herald)\n\nOne man told the Post his wife had phoned him and said she was trapped.\n\n"
            "Oslo resident Uma Lund, 23, said it was raining.\n\nShe told the Herald: “I heard a bang.”",
            "She", "Uma Lund",
        ),
        ("Chess legend Tor Lund wept on the stage. He said: “I miss her.”", "He", "Tor Lund"),
        (
            "Tor Lund called Hadi Karim his brother. Karim’s voice cracked when he talked about his time with Lund.",
            "he", "Hadi Karim",
        ),
        (
            "Tor Lund has been blamed by many women. Though the former mill head has admitted mistakes, his lawyer has "
            "denied the rest.",
            "former mill head", "Tor Lund",
        ),
        (
            "Tor Lund, one of the best skaters of Oslo, is ill. The 50-year-old ice skater gave up on Monday.",
            "50-year-old ice skater", "Tor Lund",
        ),
        (
            "Anna Berg left the race. The Norwegian presidential candidate was ill.",
            "Norwegian presidential candidate", "Anna Berg",
        ),
        (
            "The body of Emma May Berg was found on Friday. The girl's mother, Stina Berg, told police that she was "
            "asleep. The mother said she heard nothing.",
            "mother", "Stina Berg",
        ),
        (
            "Hadi Karim won the vote. The new mayor praised the old governor, Ola Moe. Tor Lund, a member of the "
            "party, had served as governor since 2001. He denied the report.",
            "He", "Tor Lund",
        ),
        ("Hadi Karim met the press. In his new book, Tor Lund called the plan a sham.", "his", "Tor Lund"),
        (
            "Hadi Karim won. Tor Lund is a blogger. He has been in prison for years. A baker by trade, he also spoke "
            "against the army.",
            "he", "Tor Lund",
        ),
        (
            "Eight towns and two firms are suing the ministry before three judges. They argue that the law is void.",
            "They", "Eight towns",
        ),
        (
            "Uma Lund called on Norway to act. Asked about her words, the harbour spokeswoman Anna Berg said the road "
            "was open. She said it was safe.",
            "She", "Anna Berg",
        ),
        ("Uma Lund is the vice-president of the union and a resident of Oslo. She says it is safe.", "She", "Uma Lund"),
        (
            "Hadi Karim spoke on Monday. “Tor Lund is a headache for the people,” Karim said. “It is time,” he added.",
            "he", "Hadi Karim",
        ),
        ("Many victims will not know of the theft as they did not know that the firm had names.", "they", "victims"),
        ("Altin Holdings cut its staff on Monday. The bank said it would pay.", "bank", "Altin Holdings"),
        ("Altin Bank's plans failed in spring. The bank said it would pay.", "bank", "Altin Bank"),
        ("Altin Holdings' new mill stands still. The company said it was too dear.", "company", "Altin Holdings"),
        (
            "Norden Steel lost a third of its worth on Monday. The road to Oslo was shut. The Danish steelmaker said "
            "it would close two mills.",
            "Danish steelmaker", "Norden Steel",
        ),
        (
            "The World Harbour Organization raised its alarm on Monday. The United Nations agency said "
            "ships would wait.",
            "United Nations agency", "World Harbour Organization",
        ),
        (
            "Ships are late again, according to HarbourWatch. The dam at Altin Holdings leaked. Half of them wait "
            "outside, according to the website.",
            "website", "HarbourWatch",
        ),
        ("Norden Watch counted the dead birds. The charity said hundreds had drowned.", "charity", "Norden Watch"),
        (
            "Norden Watch counted the dead birds. Altin Holdings denies it. The company said that none had drowned.",
            "company", "Altin Holdings",
        ),
        (
            "Altin Holdings is being looked at by the Data Commission. The Data Commission met on Monday. The firm "
            "said it was sorry.",
            "firm", "Altin Holdings",
        ),
        (
            "Altin Holdings agreed to sell the mill, but Norden Steel said its offer stood. Unions have complained "
            "since. The Oslo-based firm said it was ready to pay.",
            "Oslo-based firm", "Norden Steel",
        ),
        (
            "It took months for Anna Berg to answer. The former minister said the road was safe.",
            "former minister", "Anna Berg",
        ),
        (
            "Reporters asked whether Anna Berg would stay. She has led the party for years. The Altin Holdings founder "
            "said she would.",
            "Altin Holdings founder", "Anna Berg",
        ),
    ],
)  # fmt: skip
def test_what_is_meant(text: str, wording: str, name: str, trained: Encoder) -> None:
    assert meant(text, trained)[wording] == name


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Anna Berg met Tor Berg in Oslo.", "Anna Berg", "Tor Berg"),
        ("A spokesman for the Harbour Authority spoke.", "spokesman for the Harbour Authority", "Harbour Authority"),
        ("Men of the Harbour Front left. The Harbour Front stayed.", "Men of the Harbour Front", "Harbour Front"),
        ("Iraqi forces took the hill. Syrian forces took the bridge.", "Iraqi forces", "Syrian forces"),
        ("The miners' union complained. The union said 45 miners were underground.", "miners", "45 miners"),
        ("Mrs. Berg met Mr. Lund. He was ill.", "He", "Berg"),
        ("“He left early,” Tor Lund said.", "He", "Tor Lund"),
        ("“I like Lund,” she said.", "Lund", "she"),
        ("Tor Berg spoke for the Berg Foundation. Berg was tired.", "Berg", "Berg Foundation"),
        ("Tor Lund said the road was shut. The witness said it was open.", "Tor Lund", "witness"),
        ("While Anna Berg slept, the engineer told police that the pump had failed.", "Anna Berg", "engineer"),
        ("The firm has a new chief. Along with the union Mill Hands, it plans a march.", "Mill Hands", "it"),
        ("Anna Berg spoke. He said Tor Lund was ill.", "He", "Tor Lund"),
        ("The SDF is a coalition of Kurdish militias. The U.S.-led coalition left.", "SDF", "U.S.-led coalition"),
        (
            "Norden-1 hosted two crews, but after its mission ended the Danish space agency said that it had lost "
            "touch with the craft. Norden-1 will fall in May.",
            "Norden-1", "Danish space agency",
        ),
        ("Uma Lund saw no harm, according to Berg. “She went inside,” she said.", "Uma Lund", "she"),
        ("The director said that Anna Berg had left.", "director", "Anna Berg"),
        ("The White House spoke. The House Tax Committee met. The House waited.", "White House", "House Tax Committee"),
        ("Tor Lund (R-Ga.) spoke in Oslo. He was glad.", "R-Ga.", "He"),
        ("“A Year of Rain,” a book, told of Tor Lund. He was glad.", "A Year of Rain", "He"),
        ("The ferry left the Suez. The Suez Canal was closed.", "Suez", "Suez Canal"),
        ("Norden Space praised it. The Danish space agency said it was dear.", "Norden Space", "Danish space agency"),
        ("Norden Steel lost a third of its worth, the website said.", "Norden Steel", "website"),
        ("Police arrested Tor Lund. The former mayor said it was time.", "Tor Lund", "former mayor"),
        ("Anna Berg met Tor Lund. The former minister said the road was safe.", "Tor Lund", "former minister"),
    ],
)  # fmt: skip
def test_what_cannot_be_one_stays_apart(text: str, one: str, other: str, trained: Encoder) -> None:
    found = meant(text, trained)
    assert found.get(one) != found.get(other)


@pytest.mark.parametrize(
    ("text", "wording", "name", "told"),
    [
        (
            "Altin Mining was fined on Monday. Tor Lund, of the union, said 45 men were below. He told the Oslo Herald "
            "that the roof had cracked.\n\nThe company denied that it had been warned.",
            "company", "Altin Mining", "Oslo Herald",
        ),
        (
            "Norden Kaisha owns the ship. Its captain spoke to Lund Radio on Monday.\n\nThe firm said it would pay.",
            "firm", "Norden Kaisha", "Lund Radio",
        ),
    ],
)  # fmt: skip
def test_who_is_told_is_not_taken_up(text: str, wording: str, name: str, told: str, trained: Encoder) -> None:
    """A description does not mean the paper that somebody talked to."""
    found = meant(text, trained)
    assert found[wording] == name != found[told]


def test_every_mention_is_in_one_chain(trained: Encoder) -> None:
    text = "Anna Berg, a doctor, met the minister. She told him that the clinic was full. “We need help,” she said."
    mentions, chains = resolve(text, trained)
    assert sorted(index for chain in chains for index in chain.mentions) == list(range(len(mentions)))
    assert all(index in chains[mention.chain].mentions for index, mention in enumerate(mentions))

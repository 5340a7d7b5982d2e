"""The specification of attribution with the reading model: short reports, and the claims that they attribute."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.data import path_of
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Claim
from reportedly.report import Report

pytestmark = pytest.mark.skipif(
    not (path_of("model") / "manifest.json").is_file(), reason="no reading model is installed"
)

# Each row: the text, and its attributed claims as (name of the source, content, mode, relays), in order.
Row = tuple[str, str, str, tuple[str, ...]]

REPORTS: dict[str, list[tuple[str, list[Row]]]] = {
    "inverted": [
        (
            "The bridge will stay shut until spring, said Nadia Rahal, the provincial engineer.",
            [("Nadia Rahal", "The bridge will stay shut until spring", "planned", ())],
        ),
        (
            '"We heard two explosions," recalled Tomas Vrba, a night guard at the mill.',
            [("Tomas Vrba", '"We heard two explosions,"', "asserted", ())],
        ),
        (
            '"Nobody warned us," complained one of the villagers.',
            [("one of the villagers", '"Nobody warned us,"', "asserted", ())],
        ),
        (
            "“The pumps failed at midnight,” added Rahal, who runs the plant.",
            [("Rahal", "“The pumps failed at midnight,”", "asserted", ())],
        ),
    ],
    "trailing": [
        (
            "The tanker was carrying 200 tonnes of fuel, the harbour master told reporters.",
            [("the harbour master", "The tanker was carrying 200 tonnes of fuel", "asserted", ())],
        ),
        (
            "Two of the miners have been reached, rescuers say.",
            [("rescuers", "Two of the miners have been reached", "asserted", ())],
        ),
        (
            "The strike could spread to other ports, union leaders warned on Tuesday.",
            [("union leaders", "The strike could spread to other ports", "possible", ())],
        ),
        (
            "Fourteen people were detained, according to the interior ministry.",
            [("the interior ministry", "Fourteen people were detained", "asserted", ())],
        ),
        (
            "The fire began in a storeroom, investigators believe.",
            [("investigators", "The fire began in a storeroom", "likely", ())],
        ),
    ],
    "interrupted": [
        (
            '"The engine," the captain said, "stopped without warning."',
            [("the captain", '"The engine," … "stopped without warning."', "asserted", ())],
        ),
        (
            "The dam, the operator insists, is in good repair.",
            [("the operator", "The dam … is in good repair", "asserted", ())],
        ),
        (
            '"It was dark," said Vrba. "We could not see the road."',
            [("Vrba", '"It was dark,"', "asserted", ()), ("Vrba", '"We could not see the road."', "asserted", ())],
        ),
    ],
    "that": [
        (
            "The army announced that its troops had entered the northern districts.",
            [("The army", "that its troops had entered the northern districts", "asserted", ())],
        ),
        (
            "A senior diplomat acknowledged that the talks had stalled.",
            [("A senior diplomat", "that the talks had stalled", "asserted", ())],
        ),
        (
            "The airline has confirmed that all 62 passengers are alive.",
            [("The airline", "that all 62 passengers are alive", "asserted", ())],
        ),
        (
            "Doctors fear that the clinic may run out of oxygen.",
            [("Doctors", "that the clinic may run out of oxygen", "expected", ())],
        ),
    ],
    "bare": [
        (
            "Local officials say at least nine houses were swept away.",
            [("Local officials", "at least nine houses were swept away", "asserted", ())],
        ),
        (
            "The rebels claim they hold the airport.",
            [("The rebels", "they hold the airport", "asserted", ())],
        ),
        (
            "A spokeswoman for the ferry company said the crew had been trained.",
            [("A spokeswoman for the ferry company", "the crew had been trained", "asserted", ())],
        ),
        (
            "Prosecutors allege the director knew about the leak.",
            [("Prosecutors", "the director knew about the leak", "asserted", ())],
        ),
    ],
    "according": [
        (
            "According to the coast guard, the boat had no lights.",
            [("the coast guard", "the boat had no lights", "asserted", ())],
        ),
        (
            "The convoy, according to two witnesses, was hit from the air.",
            [("two witnesses", "The convoy … was hit from the air", "asserted", ())],
        ),
        (
            "Prices rose by a third, according to a report by the central bank.",
            [("a report by the central bank", "Prices rose by a third", "asserted", ())],
        ),
    ],
    "told": [
        (
            "Rahal told Reuters that the lock would reopen on Monday.",
            [("Rahal", "that the lock would reopen on Monday", "planned", ("Reuters",))],
        ),
        (
            "The ship is listing badly, a port official told Agence France-Presse.",
            [("a port official", "The ship is listing badly", "asserted", ("Agence France-Presse",))],
        ),
        (
            "The commander told state television his men had withdrawn.",
            [("The commander", "his men had withdrawn", "asserted", ("state television",))],
        ),
        (
            'She told a news conference: "We will not negotiate."',
            [("She", '"We will not negotiate."', "planned", ("news conference",))],
        ),
    ],
    "channels": [
        (
            "The ministry said in a statement that the border would close at noon.",
            [("The ministry", "that the border would close at noon", "planned", ("statement",))],
        ),
        (
            "In a letter to investors, the company said the mine was flooded.",
            [("the company", "the mine was flooded", "asserted", ("letter",))],
        ),
        (
            "The mayor wrote on Facebook that the school was safe.",
            [("The mayor", "that the school was safe", "asserted", ("Facebook",))],
        ),
        (
            "The militia said in a statement emailed to The Associated Press that it had shot down a drone.",
            [("The militia", "that it had shot down a drone", "asserted", ("statement", "The Associated Press"))],
        ),
    ],
    "relays": [
        (
            "State media quoted a security source as saying the attack had been repelled.",
            [("a security source", "the attack had been repelled", "asserted", ("State media",))],
        ),
        (
            "The governor was quoted by the Anadolu Agency as saying the road was open.",
            [("The governor", "the road was open", "asserted", ("Anadolu Agency",))],
        ),
        (
            "A witness said the bus had skidded, the mayor reported.",
            [
                ("the mayor", "A witness said the bus had skidded", "asserted", ()),
                ("A witness", "the bus had skidded", "asserted", ("the mayor",)),
            ],
        ),
        (
            "Reuters, citing two officials, reported that the plant had been evacuated.",
            [("two officials", "that the plant had been evacuated", "asserted", ("Reuters",))],
        ),
    ],
    "documents": [
        (
            "Satellite images show that the runway has been repaired.",
            [("Satellite images", "that the runway has been repaired", "asserted", ())],
        ),
        (
            "Court records indicate the company ignored the warning.",
            [("Court records", "the company ignored the warning", "asserted", ())],
        ),
        (
            "A poll published on Monday found that most residents oppose the plan.",
            [("A poll published on Monday", "that most residents oppose the plan", "asserted", ())],
        ),
    ],
    "attitudes": [
        (
            "Aid workers expect the camp to grow to 20,000 people.",
            [("Aid workers", "the camp to grow to 20,000 people", "expected", ())],
        ),
        (
            "The government hopes to reopen the airport by Friday.",
            [("The government", "to reopen the airport by Friday", "expected", ())],
        ),
        (
            "Many residents believe the levee was blown up on purpose.",
            [("Many residents", "the levee was blown up on purpose", "likely", ())],
        ),
        (
            "The opposition wants the minister to resign.",
            [("The opposition", "the minister to resign", "planned", ())],
        ),
        (
            "The party supports a ban on night flights.",
            [("The party", "a ban on night flights", "asserted", ())],
        ),
    ],
    "denials": [
        (
            "The company denied that its trucks had carried weapons.",
            [("The company", "that its trucks had carried weapons", "denied", ())],
        ),
        (
            "The general denied ordering the strike.",
            [("The general", "ordering the strike", "denied", ())],
        ),
        (
            "The spokesman declined to comment on the arrests.",
            [("The spokesman", "to comment on the arrests", "asserted", ())],
        ),
    ],
    "judgements": [
        (
            "The president condemned the bombing of the market.",
            [("The president", "the bombing of the market", "asserted", ())],
        ),
        (
            "Opposition groups accused the army of shelling the hospital.",
            [("Opposition groups", "the army of shelling the hospital", "asserted", ())],
        ),
        (
            'The union called the offer "an insult".',
            [("The union", 'the offer "an insult"', "asserted", ())],
        ),
    ],
    "participles": [
        (
            "The minister left the hall, saying the talks were over.",
            [("The minister", "the talks were over", "asserted", ())],
        ),
        (
            "Rahal said the river was falling, adding that the worst had passed.",
            [
                ("Rahal", "the river was falling", "asserted", ()),
                ("Rahal", "that the worst had passed", "asserted", ()),
            ],
        ),
    ],
    "clauses": [
        (
            "He said the boys were weak, and that doctors would examine them.",
            [("He", "the boys were weak", "asserted", ()), ("He", "that doctors would examine them", "planned", ())],
        ),
        (
            "Police said a man had been arrested and a second suspect was on the run.",
            [
                ("Police", "a man had been arrested", "asserted", ()),
                ("Police", "a second suspect was on the run", "asserted", ()),
            ],
        ),
    ],
    "running on": [
        (
            '"The pumps are old. They failed twice this year," said Nadia Rahal.',
            [
                ("Nadia Rahal", '"The pumps are old.', "asserted", ()),
                ("Nadia Rahal", 'They failed twice this year,"', "asserted", ()),
            ],
        ),
        (
            "“We waited all night,” said Tomas Vrba. “Nobody came.\n\n“At dawn we walked.”",
            [
                ("Tomas Vrba", "“We waited all night,”", "asserted", ()),
                ("Tomas Vrba", "“Nobody came.", "asserted", ()),
                ("Tomas Vrba", "“At dawn we walked.”", "asserted", ()),
            ],
        ),
    ],
    "resolved": [
        (
            "Nadia Rahal runs the plant. She said the pumps were old.",
            [("Nadia Rahal", "the pumps were old", "asserted", ())],
        ),
        (
            "Colonel Omar Haddad spoke after the raid. Haddad said 12 men were killed. He said the army lost two.",
            [
                ("Omar Haddad", "12 men were killed", "asserted", ()),
                ("Omar Haddad", "the army lost two", "asserted", ()),
            ],
        ),
        (
            "Borg Marine owns the ship. The company said the crew was safe.",
            [("Borg Marine", "the crew was safe", "asserted", ())],
        ),
    ],
    "possession": [
        (
            "The army's claim that the village was empty proved false.",
            [("The army", "that the village was empty", "asserted", ())],
        ),
        (
            "Residents voiced fears that the dam would burst.",
            [("Residents", "fears that the dam would burst", "expected", ())],
        ),
    ],
    "relatives": [
        (
            "The engineer, who said the wall was sound, has been dismissed.",
            [("The engineer", "the wall was sound", "asserted", ())],
        ),
    ],
    "signatures": [
        (
            "“We wait for water. Nobody comes.” ― Ana Ruiz",
            [("Ana Ruiz", "“We wait for water.", "asserted", ()), ("Ana Ruiz", "Nobody comes.”", "asserted", ())],
        ),
        (
            '"The road is shut." -- Tomas Vrba, a driver',
            [("Tomas Vrba", '"The road is shut."', "asserted", ())],
        ),
    ],
    "no claims": [
        ("Who knows what the repair will cost?", []),
        ("The man was refused entry to the hall.", []),
        ("Four of the boys have been named.", []),
        ("The fire claimed two lives.", []),
        ("The road leads to the harbour, and the harbour is full of boats.", []),
    ],
    "thoughts told": [
        (
            "Police said they believe the driver fled.",
            [("Police", "they believe the driver fled", "likely", ())],
        ),
        (
            "The captain said he thinks the hull will hold.",
            [("The captain", "he thinks the hull will hold", "likely", ())],
        ),
    ],
    "two speakers": [
        (
            "The army says it holds the hill, but residents say the rebels are still there.",
            [
                ("The army", "it holds the hill", "asserted", ()),
                ("residents", "the rebels are still there", "asserted", ()),
            ],
        ),
        (
            '"It is over," said Rahal. Vrba disagreed. "It has only begun," Vrba said.',
            [("Rahal", '"It is over,"', "asserted", ()), ("Vrba", '"It has only begun,"', "asserted", ())],
        ),
    ],
    "done to somebody": [
        (
            "The mayor, pressed on the dam, said it was safe.",
            [("The mayor", "it was safe", "asserted", ())],
        ),
        (
            "Rahal, asked about the delay, said the pumps had come late.",
            [("Rahal", "the pumps had come late", "asserted", ())],
        ),
        (
            "The fire, believed to be the worst in years, destroyed nine houses, police said.",
            [("police", "The fire, believed to be the worst in years, destroyed nine houses", "asserted", ())],
        ),
        (
            "A clerk, who spoke on condition of anonymity, said the talks had failed.",
            [("A clerk", "the talks had failed", "asserted", ())],
        ),
        (
            "The mayor denied ordering the arrest of the editor.",
            [("The mayor", "ordering the arrest of the editor", "denied", ())],
        ),
    ],
    "cited and passed on": [
        (
            "The Tolva Herald reports that two pumps have failed, citing two engineers.",
            [("two engineers", "that two pumps have failed", "asserted", ("The Tolva Herald",))],
        ),
        (
            "The port said a Dutch team from Norden Salvage confirmed that two more tugs would come on Sunday.",
            [
                (
                    "The port",
                    "a Dutch team from Norden Salvage confirmed that two more tugs would come on Sunday",
                    "asserted",
                    (),
                ),
                (
                    "a Dutch team from Norden Salvage",
                    "that two more tugs would come on Sunday",
                    "planned",
                    ("The port",),
                ),
            ],
        ),
        (
            "Radio Tolva quoted an army officer as saying the bridge had fallen. The officer said troops had left.",
            [
                ("an army officer", "the bridge had fallen", "asserted", ("Radio Tolva",)),
                ("an army officer", "troops had left", "asserted", ("Radio Tolva",)),
            ],
        ),
    ],
    "predicates": [
        (
            "Rahal said the bridge that could fall in a storm had been shut.",
            [("Rahal", "the bridge that could fall in a storm had been shut", "asserted", ())],
        ),
        (
            "Villagers said the well, which may be poisoned, has been closed.",
            [("Villagers", "the well, which may be poisoned, has been closed", "asserted", ())],
        ),
        (
            '"I think the wall may hold until Friday," Rahal said.',
            [("Rahal", '"I think the wall may hold until Friday,"', "possible", ())],
        ),
        (
            "The ministry said talks with the rebels are to resume on Friday.",
            [("The ministry", "talks with the rebels are to resume on Friday", "planned", ())],
        ),
        (
            "The ministry said two thirds of the losses are due to changes in the law.",
            [("The ministry", "two thirds of the losses are due to changes in the law", "asserted", ())],
        ),
        (
            '"He believes the pumps failed," the captain said.',
            [("the captain", '"He believes the pumps failed,"', "likely", ())],
        ),
    ],
    "one source, two cues": [
        (
            "The council said repairs would begin in May, adding that the cost was unknown.",
            [
                ("The council", "repairs would begin in May", "planned", ()),
                ("The council", "that the cost was unknown", "asserted", ()),
            ],
        ),
        (
            "Rahal promised new pumps and praised the divers.",
            [("Rahal", "new pumps", "planned", ()), ("Rahal", "the divers", "asserted", ())],
        ),
    ],
    "nouns": [
        (
            "The minister's claim that the wells were clean was rejected by villagers.",
            [
                ("villagers", "The minister's claim that the wells were clean", "asserted", ()),
                ("The minister", "that the wells were clean", "asserted", ()),
            ],
        ),
    ],
    "taken up": [
        (
            "The ferry company said nobody was hurt. It promised to pay for the damage.",
            [
                ("The ferry company", "nobody was hurt", "asserted", ()),
                ("The ferry company", "to pay for the damage", "planned", ()),
            ],
        ),
        (
            "Uma Lund and Tor Berg met the victims on Monday.\n\nThey said the road was wet.",
            [("Uma Lund and Tor Berg", "the road was wet", "asserted", ())],
        ),
        (
            "Norway and Denmark signed the deal. They said the bridge would open.",
            [("Norway and Denmark", "the bridge would open", "planned", ())],
        ),
        (
            "Officials closed the road. Uma Lund and Tor Berg lived there. “We are lost,” they said.",
            [("Uma Lund and Tor Berg", "“We are lost,”", "asserted", ())],
        ),
        (
            "Uma Lund and Tor Berg’s brother met officials. Officials said the road was wet. They said it "
            "would be dried.",
            [("Officials", "the road was wet", "asserted", ()), ("Officials", "it would be dried", "planned", ())],
        ),
        ("Altin Holdings is ill. It's expected the mill will close by May.", []),
        ("Altin Holdings cut its staff. It’s believed that forty people lost their work.", []),
        (
            "Officials said three bridges had fallen. They said the rest were safe.",
            [
                ("Officials", "three bridges had fallen", "asserted", ()),
                ("Officials", "the rest were safe", "asserted", ()),
            ],
        ),
        (
            "A report shows that the valve was open. It says nobody closed it.",
            [
                ("A report", "that the valve was open", "asserted", ()),
                ("A report", "nobody closed it", "asserted", ()),
            ],
        ),
        (
            "Norway said the talks had failed. It said more would follow.",
            [
                ("Norway", "the talks had failed", "asserted", ()),
                ("Norway", "more would follow", "planned", ()),
            ],
        ),
        (
            "Karin Holm said the line was cut. The 42-year-old said she had called twice.",
            [
                ("Karin Holm", "the line was cut", "asserted", ()),
                ("Karin Holm", "she had called twice", "asserted", ()),
            ],
        ),
        (
            "Tor Lund said the driver slept. The baker said the tram shook for ten seconds.",
            [
                ("Tor Lund", "the driver slept", "asserted", ()),
                ("Tor Lund", "the tram shook for ten seconds", "asserted", ()),
            ],
        ),
        (
            "The firm closed the mine.\n\nRelatives of the miners wept before they knew that two had survived.",
            [("Relatives of the miners", "that two had survived", "asserted", ())],
        ),
    ],
    "who is meant": [
        (
            "Tor Lund said the road was shut. One neighbour, who knew the driver, said she heard a bang. “It shook "
            "the house,” she said.",
            [
                ("Tor Lund", "the road was shut", "asserted", ()),
                ("One neighbour", "she heard a bang", "asserted", ()),
                ("One neighbour", "“It shook the house,”", "asserted", ()),
            ],
        ),
        (
            "Tor Lund said the road was shut.\n\nA courier told the Herald that she was hiding in her van.\n\n“I heard "
            "two shots,” she said.",
            [
                ("Tor Lund", "the road was shut", "asserted", ()),
                ("A courier", "that she was hiding in her van", "asserted", ("the Herald",)),
                ("A courier", "“I heard two shots,”", "asserted", ()),
            ],
        ),
        (
            "Anna Berg's lawyer wrote that the ship was safe. Her letter noted the storm. “I saw the hole,” she said.",
            [
                ("Anna Berg's lawyer", "that the ship was safe", "asserted", ()),
                ("Her letter", "the storm", "asserted", ()),
                ("Anna Berg's lawyer", "“I saw the hole,”", "asserted", ()),
            ],
        ),
        (
            "President Tor Lund said the dam was safe. A diver saw a hole. “We are ready,” Norway's president said.",
            [
                ("Tor Lund", "the dam was safe", "asserted", ()),
                ("Tor Lund", "“We are ready,”", "asserted", ()),
            ],
        ),
        (
            "Uma Lund and Tor Berg said the dam was safe.",
            [("Uma Lund and Tor Berg", "the dam was safe", "asserted", ())],
        ),
        (
            "It goes without saying that the dam was old. Anna Berg said it leaked.",
            [("Anna Berg", "it leaked", "asserted", ())],
        ),
        (
            "A statement from the coroner said the man had been dead for days. Police sent a report. The statement was "
            "short. It added that the house was locked.",
            [
                ("A statement from the coroner", "the man had been dead for days", "asserted", ()),
                ("A statement from the coroner", "that the house was locked", "asserted", ()),
            ],
        ),
    ],
    "headings": [
        (
            "Minister: “No one will be evicted.”",
            [("Minister", "“No one will be evicted.”", "planned", ())],
        ),
    ],
}


def row_of(text: str, claim: Claim) -> Row:
    content = " … ".join(text[part.start : part.end] for part in claim.parts)
    return claim.source.name or "", content, claim.mode, tuple(relay.name for relay in claim.via)


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, rows, id=f"{name}: {text[:60]}") for name, table in REPORTS.items() for text, rows in table],
)
def test_who_says_what_and_how_sure(text: str, expected: list[Row]) -> None:
    claims = Reader().read(Report("r", "report.txt", text, "", published=date(2020, 5, 4))).claims
    assert [row_of(text, claim) for claim in claims if claim.source.kind != "outlet"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Sham Centre, a media outlet affiliated with the army, said the town had fallen.",
            "affiliated with the army",
        ),
        ("Hezbollah-run Nur TV said three men had died.", "Hezbollah-run"),
        ("The Tolva Centre said the town had fallen.", None),
    ],
)
def test_an_affiliation_stays_with_its_source(text: str, expected: str | None) -> None:
    claims = Reader().read(Report("r", "report.txt", text, "")).claims
    assert [claim.source.affiliation for claim in claims] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said the plan was dead.", "speech"),
        ("The minister condemned the plan.", "speech"),
        ("The minister supports the plan.", "attitude"),
        ("The minister hopes to save the plan.", "attitude"),
        ('The minister thundered that the plan was "dead".', "speech"),
    ],
)
def test_speech_and_attitude_are_told_apart(text: str, expected: str) -> None:
    claims = Reader().read(Report("r", "report.txt", text, "")).claims
    assert [claim.manner for claim in claims if claim.cue is not None] == [expected]


def test_the_tables_hold_two_hundred_texts() -> None:
    from tests.reading.attribution.test_constructions import SENTENCES

    assert sum(map(len, SENTENCES.values())) + sum(map(len, REPORTS.values())) >= 200

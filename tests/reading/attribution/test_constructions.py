"""The specification of attribution: sentences by construction, and who is credited with what."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import find_claims
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Claim
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

# Each row: the sentence, and its claims as (source as printed or None, kind, cue or None, content, mode, relays).
ClaimRow = tuple[str | None, str, str | None, str, str, tuple[str, ...]]

SENTENCES: dict[str, list[tuple[str, list[ClaimRow]]]] = {
    # Direct quotation, in every order.
    "direct": [
        (
            "“The bridge is open,” said Ana Ruiz, the mayor of Tolva.",
            [
                ("Ana Ruiz, the mayor of Tolva", "named", "said", "“The bridge is open,”", "asserted", ()),
            ],
        ),
        (
            '"We need water," Ruiz said.',
            [
                ("Ruiz", "named", "said", '"We need water,"', "asserted", ()),
            ],
        ),
        (
            '"The road," he said, "is still closed."',
            [
                ("he", "unnamed", "said", '"The road," … "is still closed."', "asserted", ()),
            ],
        ),
        (
            'Ruiz said: "Nobody was hurt."',
            [
                ("Ruiz", "named", "said", '"Nobody was hurt."', "asserted", ()),
            ],
        ),
        (
            "Ruiz added, “We will rebuild.”",
            [
                ("Ruiz", "named", "added", "“We will rebuild.”", "planned", ()),
            ],
        ),
        (
            "«The dam holds», said the engineer.",
            [
                ("the engineer", "unnamed", "said", "«The dam holds»", "asserted", ()),
            ],
        ),
        (
            "''The dam holds,'' the engineer said.",
            [
                ("the engineer", "unnamed", "said", "''The dam holds,''", "asserted", ()),
            ],
        ),
        (
            '"The fire is out," declares Jo Marsh, 41, a volunteer.',
            [
                ("Jo Marsh, 41, a volunteer", "named", "declares", '"The fire is out,"', "asserted", ()),
            ],
        ),
        (
            '"Stay inside," warned Ruiz.',
            [
                ("Ruiz", "named", "warned", '"Stay inside,"', "asserted", ()),
            ],
        ),
        (
            "“It was loud,” one former guard said in a letter.",
            [
                ("one former guard", "unnamed", "said", "“It was loud,”", "asserted", ("letter",)),
            ],
        ),
        (
            '"We lost everything," a farmer told Reuters.',
            [
                ("a farmer", "unnamed", "told", '"We lost everything,"', "asserted", ("Reuters",)),
            ],
        ),
        (
            'The minister called the strike "a disgrace".',
            [
                ("The minister", "unnamed", "called", 'the strike "a disgrace"', "asserted", ()),
            ],
        ),
        (
            'Marsh: "The fire is out."',
            [
                ("Marsh", "named", ":", '"The fire is out."', "asserted", ()),
            ],
        ),
        (
            '"It shook for a minute," Marsh said of the quake.',
            [
                ("Marsh", "named", "said", '"It shook for a minute,"', "asserted", ()),
            ],
        ),
    ],
    # Quoted words inside a report of speech.
    "mixed": [
        (
            'Ruiz said the repair was "almost done".',
            [
                ("Ruiz", "named", "said", 'the repair was "almost done"', "asserted", ()),
            ],
        ),
        (
            'The owner said it was "very sorry" for the delay.',
            [
                ("The owner", "organisation", "said", 'it was "very sorry" for the delay', "asserted", ()),
            ],
        ),
        (
            'He told the BBC that crews "worked all night".',
            [
                ("He", "unnamed", "told", 'that crews "worked all night"', "asserted", ("BBC",)),
            ],
        ),
    ],
    # S said that C.
    "that": [
        (
            "Police said that two men were arrested.",
            [
                ("Police", "organisation", "said", "that two men were arrested", "asserted", ()),
            ],
        ),
        (
            "The ministry announced that schools will reopen.",
            [
                ("The ministry", "organisation", "announced", "that schools will reopen", "planned", ()),
            ],
        ),
        (
            "The company confirmed on Monday that the plant had closed.",
            [
                ("The company", "organisation", "confirmed", "that the plant had closed", "asserted", ()),
            ],
        ),
        (
            "Rescuers have reported that the tunnel is clear.",
            [
                ("Rescuers", "unnamed", "have reported", "that the tunnel is clear", "asserted", ()),
            ],
        ),
        (
            "The governor said late Friday that the dam could fail.",
            [
                ("The governor", "unnamed", "said", "that the dam could fail", "possible", ()),
            ],
        ),
        (
            "A spokesman for the coalition said that 40 villages were retaken.",
            [
                ("A spokesman for the coalition", "unnamed", "said", "that 40 villages were retaken", "asserted", ()),
            ],
        ),
        (
            "An unnamed diplomat said that talks had collapsed.",
            [
                ("An unnamed diplomat", "unnamed", "said", "that talks had collapsed", "asserted", ()),
            ],
        ),
        (
            "The report says that the pilot was tired.",
            [
                ("The report", "document", "says", "that the pilot was tired", "asserted", ()),
            ],
        ),
        (
            "Officials say that the cause is unknown.",
            [
                ("Officials", "unnamed", "say", "that the cause is unknown", "asserted", ()),
            ],
        ),
    ],
    # S said C.
    "bare": [
        (
            "Police said two men were arrested.",
            [
                ("Police", "organisation", "said", "two men were arrested", "asserted", ()),
            ],
        ),
        (
            "Experts say the ice is thin.",
            [
                ("Experts", "unnamed", "say", "the ice is thin", "asserted", ()),
            ],
        ),
        (
            "The army said its troops hold the airport.",
            [
                ("The army", "organisation", "said", "its troops hold the airport", "asserted", ()),
            ],
        ),
        (
            "He said the ferry was overloaded.",
            [
                ("He", "unnamed", "said", "the ferry was overloaded", "asserted", ()),
            ],
        ),
        (
            "Two canal sources said the tug would leave on Sunday.",
            [
                ("Two canal sources", "unnamed", "said", "the tug would leave on Sunday", "planned", ()),
            ],
        ),
        (
            "A spokesman for the Northern Front, Karim Odeh, says the town has fallen.",
            [
                (
                    "A spokesman for the Northern Front, Karim Odeh",
                    "named",
                    "says",
                    "the town has fallen",
                    "asserted",
                    (),
                ),
            ],
        ),
        (
            "Karim Odeh, a spokesman for the Northern Front, said the town has fallen.",
            [
                (
                    "Karim Odeh, a spokesman for the Northern Front",
                    "named",
                    "said",
                    "the town has fallen",
                    "asserted",
                    (),
                ),
            ],
        ),
        (
            "Odeh, who leads the front, said the town has fallen.",
            [
                ("Odeh, who leads the front", "named", "said", "the town has fallen", "asserted", ()),
            ],
        ),
        (
            "A spokeswoman for the group that runs the camp said 300 people fled.",
            [
                (
                    "A spokeswoman for the group that runs the camp",
                    "unnamed",
                    "said",
                    "300 people fled",
                    "asserted",
                    (),
                ),
            ],
        ),
        (
            "Relief agencies say food is running out.",
            [
                ("Relief agencies", "organisation", "say", "food is running out", "asserted", ()),
            ],
        ),
        (
            "Mayor Ana Ruiz says the water is safe.",
            [
                ("Mayor Ana Ruiz", "named", "says", "the water is safe", "asserted", ()),
            ],
        ),
        (
            "Those surveyed say prices are too high.",
            [
                ("Those surveyed", "unnamed", "say", "prices are too high", "asserted", ()),
            ],
        ),
        (
            "On Friday 3 May, a local doctor said nine people died.",
            [
                ("a local doctor", "unnamed", "said", "nine people died", "asserted", ()),
            ],
        ),
        (
            "Ruiz also said the school was safe.",
            [
                ("Ruiz", "named", "also said", "the school was safe", "asserted", ()),
            ],
        ),
    ],
    # C, S said; C, said S.
    "trailing": [
        (
            "Two men were arrested, police said.",
            [
                ("police", "organisation", "said", "Two men were arrested", "asserted", ()),
            ],
        ),
        (
            "The tunnel is clear, rescuers reported.",
            [
                ("rescuers", "unnamed", "reported", "The tunnel is clear", "asserted", ()),
            ],
        ),
        (
            "The ferry was overloaded, said Ana Ruiz, a port official.",
            [
                ("Ana Ruiz, a port official", "named", "said", "The ferry was overloaded", "asserted", ()),
            ],
        ),
        (
            "Nine people died, a local doctor said on Friday.",
            [
                ("a local doctor", "unnamed", "said", "Nine people died", "asserted", ()),
            ],
        ),
        (
            "Nine people died, the hospital said in a statement.",
            [
                ("the hospital", "organisation", "said", "Nine people died", "asserted", ("statement",)),
            ],
        ),
        (
            "The plant has closed, its technical manager, Borg Marine, said on Friday.",
            [
                ("its technical manager, Borg Marine", "named", "said", "The plant has closed", "asserted", ()),
            ],
        ),
        (
            "The mine flooded overnight, officials told a press conference.",
            [
                ("officials", "unnamed", "told", "The mine flooded overnight", "asserted", ("press conference",)),
            ],
        ),
        (
            "The ship moved a little, Israeli media reported.",
            [
                ("Israeli media", "outlet", "reported", "The ship moved a little", "asserted", ()),
            ],
        ),
        (
            "The dam could fail, he warned.",
            [
                ("he", "unnamed", "warned", "The dam could fail", "possible", ()),
            ],
        ),
    ],
    # C1, S said, C2.
    "parenthetical": [
        (
            "The dam, engineers said, could fail.",
            [
                ("engineers", "unnamed", "said", "The dam … could fail", "possible", ()),
            ],
        ),
        (
            "The vote, officials say, will go ahead.",
            [
                ("officials", "unnamed", "say", "The vote … will go ahead", "planned", ()),
            ],
        ),
        (
            "A crane arrived at noon, the statement added, and cables are being laid.",
            [
                (
                    "the statement",
                    "document",
                    "added",
                    "A crane arrived at noon … and cables are being laid",
                    "asserted",
                    (),
                ),
            ],
        ),
    ],
    # According to S.
    "according": [
        (
            "According to police, two men were arrested.",
            [
                ("police", "organisation", "According to", "two men were arrested", "asserted", ()),
            ],
        ),
        (
            "Two men were arrested, according to police.",
            [
                ("police", "organisation", "according to", "Two men were arrested", "asserted", ()),
            ],
        ),
        (
            "According to Ana Ruiz, the mayor, the water is safe.",
            [
                ("Ana Ruiz, the mayor", "named", "According to", "the water is safe", "asserted", ()),
            ],
        ),
        (
            "At least 1,000 people fled, according to village doctors and two relief agencies.",
            [
                (
                    "village doctors and two relief agencies",
                    "organisation",
                    "according to",
                    "At least 1,000 people fled",
                    "asserted",
                    (),
                ),
            ],
        ),
        (
            "The crew is unharmed, according to reports.",
            [
                ("reports", "outlet", "according to", "The crew is unharmed", "asserted", ()),
            ],
        ),
        (
            "The cost, according to the audit, was $4 million.",
            [
                ("the audit", "document", "according to", "The cost … was $4 million", "asserted", ()),
            ],
        ),
    ],
    # S told R that C: an outlet or a gathering that is told is a relay, people are not.
    "tell": [
        (
            "Ruiz told reporters that the water was safe.",
            [
                ("Ruiz", "named", "told", "that the water was safe", "asserted", ()),
            ],
        ),
        (
            "Ruiz told reporters the water was safe.",
            [
                ("Ruiz", "named", "told", "the water was safe", "asserted", ()),
            ],
        ),
        (
            "The Pentagon told Reuters that the base was hit.",
            [
                ("The Pentagon", "organisation", "told", "that the base was hit", "asserted", ("Reuters",)),
            ],
        ),
        (
            "Ruiz told Dutch public radio on Monday that the ship was free.",
            [
                ("Ruiz", "named", "told", "that the ship was free", "asserted", ("Dutch public radio",)),
            ],
        ),
        (
            "Ruiz told a press conference that the ship was free.",
            [
                ("Ruiz", "named", "told", "that the ship was free", "asserted", ("press conference",)),
            ],
        ),
        (
            "The ship is free, Ruiz told the private TV channel Nova.",
            [
                ("Ruiz", "named", "told", "The ship is free", "asserted", ("the private TV channel Nova",)),
            ],
        ),
        (
            "He told me he was tired.",
            [
                ("He", "unnamed", "told", "he was tired", "asserted", ()),
            ],
        ),
        (
            "The union told its members that talks had failed.",
            [
                ("The union", "organisation", "told", "that talks had failed", "asserted", ()),
            ],
        ),
        (
            "Ruiz assured residents that the dam was sound.",
            [
                ("Ruiz", "named", "assured", "that the dam was sound", "asserted", ()),
            ],
        ),
    ],
    # The channel is a relay, never the source.
    "channel": [
        (
            "The company said in a statement that no one was hurt.",
            [
                ("The company", "organisation", "said", "that no one was hurt", "asserted", ("statement",)),
            ],
        ),
        (
            "The coalition said in a statement emailed to The Associated Press that the militants were cut off.",
            [
                (
                    "The coalition",
                    "organisation",
                    "said",
                    "that the militants were cut off",
                    "asserted",
                    ("statement", "The Associated Press"),
                ),
            ],
        ),
        (
            "On Facebook the divers wrote that everyone was safe.",
            [
                ("the divers", "unnamed", "wrote", "that everyone was safe", "asserted", ("Facebook",)),
            ],
        ),
        (
            "The divers said on Facebook that everyone was safe.",
            [
                ("The divers", "unnamed", "said", "that everyone was safe", "asserted", ("Facebook",)),
            ],
        ),
        (
            "The harbour authority said in a news release, after the storm had passed, that it would return.",
            [
                ("The harbour authority", "organisation", "said", "that it would return", "planned", ("news release",)),
            ],
        ),
        (
            "In a statement the company said nobody was hurt.",
            [
                ("the company", "organisation", "said", "nobody was hurt", "asserted", ("statement",)),
            ],
        ),
        (
            "The minister wrote on Twitter that the border was closed.",
            [
                ("The minister", "unnamed", "wrote", "that the border was closed", "asserted", ("Twitter",)),
            ],
        ),
    ],
    # Statements passed on from hand to hand.
    "relay": [
        (
            "State TV quoted an unnamed officer as saying the bridge had fallen.",
            [
                ("an unnamed officer", "unnamed", "quoted", "the bridge had fallen", "asserted", ("State TV",)),
            ],
        ),
        (
            "The mayor was quoted by state TV as saying the bridge had fallen.",
            [
                ("The mayor", "unnamed", "was quoted", "the bridge had fallen", "asserted", ("state TV",)),
            ],
        ),
        (
            "An official said the crew was safe, Reuters reported.",
            [
                ("Reuters", "outlet", "reported", "An official said the crew was safe", "asserted", ()),
                ("An official", "unnamed", "said", "the crew was safe", "asserted", ("Reuters",)),
            ],
        ),
        (
            "Borg Marine said a team from Delta Salvage confirmed that two tugs would come.",
            [
                (
                    "Borg Marine",
                    "named",
                    "said",
                    "a team from Delta Salvage confirmed that two tugs would come",
                    "asserted",
                    (),
                ),
                (
                    "a team from Delta Salvage",
                    "organisation",
                    "confirmed",
                    "that two tugs would come",
                    "planned",
                    ("Borg Marine",),
                ),
            ],
        ),
        (
            "The blockade could last weeks, experts told Bloomberg News.",
            [
                ("experts", "unnamed", "told", "The blockade could last weeks", "possible", ("Bloomberg News",)),
            ],
        ),
    ],
    # Media as sources.
    "media": [
        (
            "State media say troops took the town.",
            [
                ("State media", "outlet", "say", "troops took the town", "asserted", ()),
            ],
        ),
        (
            "Other reports say a broken cable brought it down.",
            [
                ("Other reports", "outlet", "say", "a broken cable brought it down", "asserted", ()),
            ],
        ),
        (
            "The Tolva Herald reported that the mayor resigned.",
            [
                ("The Tolva Herald", "outlet", "reported", "that the mayor resigned", "asserted", ()),
            ],
        ),
        (
            "He placed tanks along the way, reports The Independent.",
            [
                ("The Independent", "outlet", "reports", "He placed tanks along the way", "asserted", ()),
            ],
        ),
    ],
    # Documents as sources.
    "document": [
        (
            "Video shared online showed soldiers raising a flag.",
            [
                ("Video shared online", "document", "showed", "soldiers raising a flag", "asserted", ()),
            ],
        ),
        (
            "A poll showed that most voters oppose the tax.",
            [
                ("A poll", "document", "showed", "that most voters oppose the tax", "asserted", ()),
                ("most voters", "unnamed", "oppose", "the tax", "asserted", ()),
            ],
        ),
        (
            "The ministry's website shows that 12 people died.",
            [
                ("The ministry's website", "document", "shows", "that 12 people died", "asserted", ()),
            ],
        ),
        (
            "Data show prices fell in May.",
            [
                ("Data", "document", "show", "prices fell in May", "asserted", ()),
            ],
        ),
        (
            "A statement said the talks had ended.",
            [
                ("A statement", "document", "said", "the talks had ended", "asserted", ()),
            ],
        ),
        (
            "The study found that the water was polluted.",
            [
                ("The study", "document", "found", "that the water was polluted", "asserted", ()),
            ],
        ),
    ],
    # What somebody expects, wants, believes.
    "attitude": [
        (
            "The company expects the work to end on Friday.",
            [
                ("The company", "organisation", "expects", "the work to end on Friday", "expected", ()),
            ],
        ),
        (
            "The coalition estimated that 300 militants remained in the city.",
            [
                (
                    "The coalition",
                    "organisation",
                    "estimated",
                    "that 300 militants remained in the city",
                    "asserted",
                    (),
                ),
            ],
        ),
        (
            "The government plans to close the camp.",
            [
                ("The government", "organisation", "plans", "to close the camp", "planned", ()),
            ],
        ),
        (
            "Residents fear the river will rise.",
            [
                ("Residents", "unnamed", "fear", "the river will rise", "expected", ()),
            ],
        ),
        (
            "Rescuers hope to reach the miners by night.",
            [
                ("Rescuers", "unnamed", "hope", "to reach the miners by night", "expected", ()),
            ],
        ),
        (
            "Ruiz believes that the law will pass.",
            [
                ("Ruiz", "named", "believes", "that the law will pass", "likely", ()),
            ],
        ),
        (
            "The union wants to meet the minister.",
            [
                ("The union", "organisation", "wants", "to meet the minister", "planned", ()),
            ],
        ),
        (
            "Ruiz refused to resign.",
            [
                ("Ruiz", "named", "refused", "to resign", "asserted", ()),
            ],
        ),
        (
            "The general declined to comment on the raid.",
            [
                ("The general", "unnamed", "declined", "to comment on the raid", "asserted", ()),
            ],
        ),
        (
            "The rebels vowed to fight on.",
            [
                ("The rebels", "unnamed", "vowed", "to fight on", "planned", ()),
            ],
        ),
    ],
    # Denials.
    "denial": [
        (
            "The army denied that it had shelled the town.",
            [
                ("The army", "organisation", "denied", "that it had shelled the town", "denied", ()),
            ],
        ),
        (
            "The owner ruled out a mechanical fault.",
            [
                ("The owner", "organisation", "ruled out", "a mechanical fault", "denied", ()),
            ],
        ),
        (
            "The minister disputed the figures.",
            [
                ("The minister", "unnamed", "disputed", "the figures", "denied", ()),
            ],
        ),
    ],
    # Acts of speech about something.
    "judge": [
        (
            "The minister condemned the attack.",
            [
                ("The minister", "unnamed", "condemned", "the attack", "asserted", ()),
            ],
        ),
        (
            "The union accused the firm of lying.",
            [
                ("The union", "organisation", "accused", "the firm of lying", "asserted", ()),
            ],
        ),
        (
            "Officials blamed strong winds.",
            [
                ("Officials", "unnamed", "blamed", "strong winds", "asserted", ()),
            ],
        ),
        (
            "The mayor described the flood as a disaster.",
            [
                ("The mayor", "unnamed", "described", "the flood as a disaster", "asserted", ()),
            ],
        ),
        (
            'The salvage firm describes the hull as a "rusty bucket".',
            [
                ("The salvage firm", "organisation", "describes", 'the hull as a "rusty bucket"', "asserted", ()),
            ],
        ),
        (
            "The plan was condemned by the union.",
            [
                ("the union", "organisation", "was condemned", "The plan", "asserted", ()),
            ],
        ),
        (
            "The owner apologised on Thursday.",
            [
                ("The owner", "organisation", "apologised", "apologised on Thursday", "asserted", ()),
            ],
        ),
    ],
    # …, adding that C.
    "participle": [
        (
            "Ruiz said the road was open, adding that the bridge would follow.",
            [
                ("Ruiz", "named", "said", "the road was open", "asserted", ()),
                ("Ruiz", "named", "adding", "that the bridge would follow", "planned", ()),
            ],
        ),
        (
            "The firm closed the plant on Monday, saying it was unsafe.",
            [
                (None, "outlet", None, "The firm closed the plant on Monday", "asserted", ()),
                ("The firm", "organisation", "saying", "it was unsafe", "asserted", ()),
            ],
        ),
        (
            'He blamed the wind, calling the port "a trap".',
            [
                ("He", "unnamed", "blamed", "the wind", "asserted", ()),
                ("He", "unnamed", "calling", 'the port "a trap"', "asserted", ()),
            ],
        ),
    ],
    # Two cues in a sentence.
    "shared": [
        (
            "Ruiz said the road was open and warned that the dam could fail.",
            [
                ("Ruiz", "named", "said", "the road was open", "asserted", ()),
                ("Ruiz", "named", "warned", "that the dam could fail", "possible", ()),
            ],
        ),
        (
            "Ruiz said the road was open, while police said it was closed.",
            [
                ("Ruiz", "named", "said", "the road was open", "asserted", ()),
                ("police", "organisation", "said", "it was closed", "asserted", ()),
            ],
        ),
    ],
    # Coordinated clauses are separate statements.
    "clauses": [
        (
            "He said 13 divers took part, and that the next dive would begin at dawn.",
            [
                ("He", "unnamed", "said", "13 divers took part", "asserted", ()),
                ("He", "unnamed", "said", "that the next dive would begin at dawn", "planned", ()),
            ],
        ),
        (
            "They say it is warm and that food has come.",
            [
                ("They", "unnamed", "say", "it is warm", "asserted", ()),
                ("They", "unnamed", "say", "that food has come", "asserted", ()),
            ],
        ),
        (
            "Work stopped on Friday and will restart today, sources said.",
            [
                ("sources", "unnamed", "said", "Work stopped on Friday and will restart today", "planned", ()),
            ],
        ),
    ],
    # Nobody is named: the outlet passes on what it does not vouch for.
    "writer": [
        (
            "Only a few guards were believed to remain on the base.",
            [
                (
                    None,
                    "outlet",
                    "were believed",
                    "Only a few guards were believed to remain on the base",
                    "likely",
                    (),
                ),
            ],
        ),
        (
            "The ship was reportedly blown off course.",
            [
                (None, "outlet", "reportedly", "The ship was reportedly blown off course", "likely", ()),
            ],
        ),
        (
            "The mayor is expected to resign.",
            [
                (None, "outlet", "is expected", "The mayor is expected to resign", "expected", ()),
            ],
        ),
        (
            "The fire appears to have started in a kitchen.",
            [
                (None, "outlet", "appears", "The fire appears to have started in a kitchen", "likely", ()),
            ],
        ),
        (
            "The gunman allegedly fired first.",
            [
                (None, "outlet", "allegedly", "The gunman allegedly fired first", "likely", ()),
            ],
        ),
        (
            "Three people are feared to have drowned.",
            [
                (None, "outlet", "are feared", "Three people are feared to have drowned", "likely", ()),
            ],
        ),
        (
            "It is thought that the crew left.",
            [
                (None, "outlet", "is thought", "It is thought that the crew left", "likely", ()),
            ],
        ),
        (
            "The vote is scheduled to begin at noon.",
            [
                (None, "outlet", "is scheduled", "The vote is scheduled to begin at noon", "planned", ()),
            ],
        ),
    ],
    # Nouns that attribute.
    "nouns": [
        (
            "Nobody heard the ministry's claim that the bridge was safe.",
            [
                ("the ministry's", "organisation", "claim", "that the bridge was safe", "asserted", ()),
            ],
        ),
        (
            "The council deplored his refusal to resign.",
            [
                ("The council", "organisation", "deplored", "his refusal to resign", "asserted", ()),
                ("his", "unnamed", "refusal", "to resign", "asserted", ()),
            ],
        ),
        (
            "The mayor's criticism of the plan surprised the council.",
            [
                ("The mayor's", "unnamed", "criticism of", "the plan", "asserted", ()),
            ],
        ),
        (
            "Residents also raised concerns on Friday that water is short.",
            [
                ("Residents", "unnamed", "concerns", "that water is short", "asserted", ()),
            ],
        ),
    ],
    # Relative clauses.
    "relative": [
        (
            "The mayor, who has led the town since May, said it was safe.",
            [
                ("The mayor, who has led the town since May", "unnamed", "said", "it was safe", "asserted", ()),
            ],
        ),
        (
            "The mayor, who said the dam was safe, has resigned.",
            [
                ("who", "unnamed", "said", "the dam was safe", "asserted", ()),
            ],
        ),
    ],
    # The outlet's own statements.
    "outlet": [
        (
            "The ferry sank at dawn.",
            [
                (None, "outlet", None, "The ferry sank at dawn", "asserted", ()),
            ],
        ),
        (
            "Nine people died.",
            [
                (None, "outlet", None, "Nine people died", "asserted", ()),
            ],
        ),
        (
            "The mayor may resign.",
            [
                (None, "outlet", None, "The mayor may resign", "possible", ()),
            ],
        ),
        (
            "The talks are to resume on Monday.",
            [
                (None, "outlet", None, "The talks are to resume on Monday", "planned", ()),
            ],
        ),
        (
            "If it rains, the dam would fail.",
            [
                (None, "outlet", None, "If it rains, the dam would fail", "hypothetical", ()),
            ],
        ),
        (
            "The company will probably close.",
            [
                (None, "outlet", None, "The company will probably close", "likely", ()),
            ],
        ),
    ],
}


def row_of(text: str, claim: Claim) -> ClaimRow:
    start, end = claim.source.start, claim.source.end
    source = None if start is None or end is None else text[start:end]
    cue = None if claim.cue is None else text[claim.cue.start : claim.cue.end]
    content = " … ".join(text[part.start : part.end] for part in claim.parts)
    return source, claim.source.kind, cue, content, claim.mode, tuple(relay.name for relay in claim.via)


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, rows, id=f"{name}: {text[:60]}") for name, table in SENTENCES.items() for text, rows in table],
)
def test_who_is_credited_with_what(text: str, expected: list[ClaimRow]) -> None:
    report = Report("r", "report.txt", text, "")
    sentences = find_sentences(text)
    claims = find_claims(report, sentences, find_quotes(text, sentences), (), ())
    assert [row_of(text, claim) for claim in claims] == expected


def test_the_table_covers_every_construction() -> None:
    assert sum(len(table) for table in SENTENCES.values()) >= 120

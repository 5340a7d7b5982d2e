"""Phrases and their full reading: low, high, mark, unit, relation and the whole of a share.

The mark is ``~`` where the value is approximate and ``<`` where the bound itself is excluded.
"""

from __future__ import annotations

import pytest

READINGS = [
    (
        "At least two dozen miners were trapped.",
        [
            ("At least two dozen miners", 24, None, "", "people", "trapped", None),
        ],
    ),
    ("As many as 40 villagers were killed.", [("As many as 40 villagers", None, 40, "", "people", "killed", None)]),
    ("Between 3 and 5 boats sank.", [("Between 3 and 5 boats", 3, 5, "", "ships", "sank", None)]),
    ("One in five pupils was absent.", [("One in five", 20, 20, "", "percent", "share", None)]),
    ("Half of the city was flooded.", [("Half of the city", 50, 50, "", "percent", "damaged", "the city")]),
    (
        "The toll rose by 12 to 42.",
        [
            ("12", 12, 12, "", "people", "increase", None),
            ("42", 42, 42, "", "people", "killed", None),
        ],
    ),
    ("None of the 13 was hurt.", [("None of the 13", 0, 0, "", "people", "injured", None)]),
    ("A dozen or so climbers were rescued.", [("A dozen or so climbers", 12, 12, "~", "people", "rescued", None)]),
    (
        "Two of the three bridges collapsed.",
        [
            ("Two of the three bridges", 2, 2, "", "bridges", "collapsed", None),
            ("three bridges", 3, 3, "", "bridges", None, None),
        ],
    ),
    ("The dam cost $1.2 bn.", [("$1.2 bn", 1200000000, 1200000000, "", "dollars", "cost", None)]),
    (
        "The 440 million-pound project was stopped.",
        [
            ("440 million-pound", 440000000, 440000000, "", "pounds", None, None),
        ],
    ),
    ("Not fewer than 30 sailors drowned.", [("Not fewer than 30 sailors", 30, None, "", "people", "killed", None)]),
    ("No more than 15 guards were deployed.", [("No more than 15 guards", None, 15, "", "people", "deployed", None)]),
    ("Upwards of 900 homes were damaged.", [("Upwards of 900 homes", 900, None, "<", "buildings", "damaged", None)]),
    ("Close to 70 lorries are waiting.", [("Close to 70 lorries", 70, 70, "~", "vehicles", "waiting", None)]),
    ("Just under 200 tents were destroyed.", [("Just under 200 tents", None, 200, "<", "tents", "destroyed", None)]),
    ("Just over 200 tents were destroyed.", [("Just over 200 tents", 200, None, "<", "tents", "destroyed", None)]),
    ("Nearly 3,000 hectares were burned.", [("Nearly 3,000 hectares", 3000, 3000, "~", "hectares", "burned", None)]),
    ("Some 45,000 people were displaced.", [("Some 45,000 people", 45000, 45000, "~", "people", "displaced", None)]),
    ("An estimated 600 fighters remain.", [("An estimated 600 fighters", 600, 600, "~", "people", "remaining", None)]),
    (
        "Roughly a third of the harvest was lost.",
        [
            ("Roughly a third of the harvest", 33.33, 33.33, "~", "percent", "lost", "the harvest"),
        ],
    ),
    (
        "About two-thirds of the voters abstained.",
        [
            ("About two-thirds of the voters", 66.67, 66.67, "~", "percent", "abstained", "the voters"),
        ],
    ),
    (
        "Three quarters of the roof was destroyed.",
        [
            ("Three quarters of the roof", 75, 75, "", "percent", "destroyed", "the roof"),
        ],
    ),
    ("Nine out of ten wells are dry.", [("Nine out of ten", 90, 90, "", "percent", "share", None)]),
    (
        "More than half of the staff fell ill.",
        [
            ("More than half of the staff", 50, None, "<", "percent", "infected", "the staff"),
        ],
    ),
    (
        "Less than 5% of the coast was cleaned.",
        [
            ("Less than 5% of the coast", None, 5, "<", "percent", "share", "the coast"),
        ],
    ),
    (
        "Up to 10 per cent of the bees died.",
        [
            ("Up to 10 per cent of the bees", None, 10, "", "percent", "killed", "the bees"),
        ],
    ),
    ("Turnout was 61.5%.", [("61.5%", 61.5, 61.5, "", "percent", "share", None)]),
    ("Prices rose 12 percent.", [("12 percent", 12, 12, "", "percent", "share", None)]),
    (
        "Hundreds of thousands of residents were evacuated.",
        [
            ("Hundreds of thousands of residents", 200000, None, "~", "people", "evacuated", None),
        ],
    ),
    ("Tens of thousands marched.", [("Tens of thousands", 20000, None, "~", "people", "attending", None)]),
    ("Scores of goats drowned.", [("Scores of goats", 40, None, "~", "animals", "killed", None)]),
    ("Dozens were injured.", [("Dozens", 24, None, "~", "people", "injured", None)]),
    (
        "Several hundred migrants were rescued.",
        [
            ("Several hundred migrants", 300, None, "~", "people", "rescued", None),
        ],
    ),
    ("A couple of trucks burned.", [("A couple of trucks", 2, None, "~", "vehicles", "burned", None)]),
    ("A handful of survivors were found.", [("A handful of survivors", 3, None, "~", "people", "found", None)]),
    ("A few dozen soldiers surrendered.", [("A few dozen soldiers", 36, None, "~", "people", "surrendered", None)]),
    (
        "Two and a half million people were affected.",
        [
            ("Two and a half million people", 2500000, 2500000, "", "people", "affected", None),
        ],
    ),
    ("1.5 million people were affected.", [("1.5 million people", 1500000, 1500000, "", "people", "affected", None)]),
    ("3,200 people were evacuated.", [("3,200 people", 3200, 3200, "", "people", "evacuated", None)]),
    ("Twenty-one sailors were rescued.", [("Twenty-one sailors", 21, 21, "", "people", "rescued", None)]),
    (
        "One hundred and twelve graves were found.",
        [
            ("One hundred and twelve graves", 112, 112, "", "graves", "found", None),
        ],
    ),
    (
        "Two hundred fifty pupils were abducted.",
        [
            ("Two hundred fifty pupils", 250, 250, "", "people", "abducted", None),
        ],
    ),
    ("Half a million chickens died.", [("Half a million chickens", 500000, 500000, "", "animals", "killed", None)]),
    ("Half a dozen boats sank.", [("Half a dozen boats", 6, 6, "", "ships", "sank", None)]),
    ("Twelve hundred troops were deployed.", [("Twelve hundred troops", 1200, 1200, "", "people", "deployed", None)]),
    ("One person was killed.", [("One person", 1, 1, "", "people", "killed", None)]),
    ("No one was killed.", [("No one", 0, 0, "", "people", "killed", None)]),
    ("No injuries were reported.", [("No injuries", 0, 0, "", "people", "injured", None)]),
    ("There were no casualties.", [("no casualties", 0, 0, "", "people", "casualties", None)]),
    ("Nobody was injured.", [("Nobody", 0, 0, "", "people", "injured", None)]),
    ("Zero deaths were reported.", [("Zero deaths", 0, 0, "", "people", "killed", None)]),
    ("Six to eight tugs were deployed.", [("Six to eight tugs", 6, 8, "", "ships", "deployed", None)]),
    ("6-8 tugs were deployed.", [("6-8 tugs", 6, 8, "", "ships", "deployed", None)]),
    ("From 10 to 15 guards were deployed.", [("From 10 to 15 guards", 10, 15, "", "people", "deployed", None)]),
    ("Five or six gunmen escaped.", [("Five or six gunmen", 5, 6, "", "people", "escaped", None)]),
    (
        "Between 20 and 30 percent of the forest burned.",
        [
            ("Between 20 and 30 percent of the forest", 20, 30, "", "percent", "burned", "the forest"),
        ],
    ),
    (
        "The repair will cost $30 to $40 million.",
        [
            ("$30 to $40 million", 30000000, 40000000, "", "dollars", "cost", None),
        ],
    ),
    (
        "The repair will cost between $30m and $40m.",
        [
            ("between $30m and $40m", 30000000, 40000000, "", "dollars", "cost", None),
        ],
    ),
    ("It lost €2.5bn.", [("€2.5bn", 2500000000, 2500000000, "", "euros", "lost", None)]),
    ("He was fined £500.", [("£500", 500, 500, "", "pounds", "fined", None)]),
    ("They paid a ransom of $1 million.", [("$1 million", 1000000, 1000000, "", "dollars", "ransom", None)]),
    (
        "The state pledged 20 million dirhams.",
        [
            ("20 million dirhams", 20000000, 20000000, "", "dirhams", "pledged", None),
        ],
    ),
    ("The firm earned 300 million yen.", [("300 million yen", 300000000, 300000000, "", "yen", "earned", None)]),
    ("The prize is worth 10,000 euros.", [("10,000 euros", 10000, 10000, "", "euros", "worth", None)]),
    ("Damage was put at $4.5 billion.", [("$4.5 billion", 4500000000, 4500000000, "", "dollars", "damage", None)]),
    ("The bail was set at $50,000.", [("$50,000", 50000, 50000, "", "dollars", "bail", None)]),
    ("Repairs cost 3 lakh rupees.", [("3 lakh rupees", 300000, 300000, "", "rupees", "cost", None)]),
    ("The 300-metre tanker ran aground.", [("300-metre", 300, 300, "", "metres", "length", None)]),
    ("The tunnel is 12 km long.", [("12 km", 12, 12, "", "km", "length", None)]),
    ("The well is 60 metres deep.", [("60 metres", 60, 60, "", "metres", "depth", None)]),
    ("The tower is 90 feet tall.", [("90 feet", 90, 90, "", "feet", "height", None)]),
    ("The wreck lies 40 miles from the port.", [("40 miles", 40, 40, "", "miles", "distance", None)]),
    ("It sank in 30 metres of water.", [("30 metres", 30, 30, "", "metres", "depth", None)]),
    ("The river is 2 km wide.", [("2 km", 2, 2, "", "km", "width", None)]),
    ("The crane weighs 400 tonnes.", [("400 tonnes", 400, 400, "", "tonnes", "weight", None)]),
    ("A 500 kg bomb was found.", [("500 kg", 500, 500, "", "kg", "found", None)]),
    ("The quake had a magnitude of 6.4.", [("6.4", 6.4, 6.4, "", "magnitude", "magnitude", None)]),
    ("A 6.4-magnitude quake struck.", [("6.4-magnitude", 6.4, 6.4, "", "magnitude", "magnitude", None)]),
    ("Winds of 150 km/h were measured.", [("150 km/h", 150, 150, "", "km/h", "speed", None)]),
    ("Gusts reached 90 mph.", [("90 mph", 90, 90, "", "mph", "speed", None)]),
    ("The fire burned 20,000 acres.", [("20,000 acres", 20000, 20000, "", "acres", "burned", None)]),
    (
        "Crews moved 30,000 cubic metres of sand.",
        [
            ("30,000 cubic metres", 30000, 30000, "", "cubic metres", "volume", None),
        ],
    ),
    ("The lake holds 5 million litres.", [("5 million litres", 5000000, 5000000, "", "litres", "volume", None)]),
    ("Temperatures reached 48 degrees.", [("48 degrees", 48, 48, "", "degrees", "temperature", None)]),
    ("The plant makes 900 megawatts.", [("900 megawatts", 900, 900, "", "megawatts", "power", None)]),
    ("The siege lasted 40 days.", [("40 days", 40, 40, "", "days", "duration", None)]),
    ("They were trapped for 69 days.", [("69 days", 69, 69, "", "days", "elapsed", None)]),
    ("The strike is in its fifth week.", [("fifth week", 5, 5, "", "weeks", "elapsed", None)]),
    ("The search took nearly a month.", [("nearly a month", 1, 1, "~", "months", "duration", None)]),
    ("Work could take six months.", [("six months", 6, 6, "", "months", "expected", None)]),
    ("The march took two and a half hours.", [("two and a half hours", 2.5, 2.5, "", "hours", "duration", None)]),
    ("He was jailed for 15 years.", [("15 years", 15, 15, "", "years", "sentenced", None)]),
    ("She faces up to 20 years in prison.", [("up to 20 years", None, 20, "", "years", "sentenced", None)]),
    ("A 34-year-old nurse was killed.", [("34-year-old", 34, 34, "", "years", "age", None)]),
    ("The nurse, 34, was killed.", [("34", 34, 34, "", "years", "age", None)]),
    ("Ada Brook, 34, was killed.", [("34", 34, 34, "", "years", "age", None)]),
    ("A man in his 40s was arrested.", [("40s", 40, 49, "~", "years", "age", None)]),
    ("A woman in her early 20s was rescued.", [("early 20s", 20, 23, "~", "years", "age", None)]),
    ("The twins, aged 6, were found.", [("6", 6, 6, "", "years", "age", None)]),
    ("Children aged between 8 and 12 were evacuated.", [("between 8 and 12", 8, 12, "", "years", "age", None)]),
    ("A six-month-old baby was rescued.", [("six-month-old", 6, 6, "", "months", "age", None)]),
    ("Police arrested 14 people.", [("14 people", 14, 14, "", "people", "arrested", None)]),
    ("14 people were arrested.", [("14 people", 14, 14, "", "people", "arrested", None)]),
    ("Fourteen arrests were made.", [("Fourteen arrests", 14, 14, "", "arrests", "arrested", None)]),
    ("The raid left 14 dead.", [("14 dead", 14, 14, "", "people", "killed", None)]),
    (
        "14 were killed and 30 wounded.",
        [
            ("14", 14, 14, "", "people", "killed", None),
            ("30 wounded", 30, 30, "", "people", "injured", None),
        ],
    ),
    (
        "14 killed, 30 wounded",
        [
            ("14 killed", 14, 14, "", "people", "killed", None),
            ("30 wounded", 30, 30, "", "people", "injured", None),
        ],
    ),
    (
        "The blast killed 14 and injured 30.",
        [
            ("14", 14, 14, "", "people", "killed", None),
            ("30", 30, 30, "", "people", "injured", None),
        ],
    ),
    ("The number of dead stands at 14.", [("14", 14, 14, "", "people", "killed", None)]),
    ("The death toll has climbed to 140.", [("140", 140, 140, "", "people", "killed", None)]),
    ("The death toll stood at more than 140.", [("more than 140", 140, None, "<", "people", "killed", None)]),
    ("The toll could exceed 500.", [("500", 500, 500, "", "people", "killed", None)]),
    ("Two more bodies were recovered.", [("Two more bodies", 2, 2, "", "people", "killed", None)]),
    ("Another 20 people are missing.", [("Another 20 people", 20, 20, "", "people", "missing", None)]),
    ("The other 20 were rescued.", [("other 20", 20, 20, "", "people", "rescued", None)]),
    ("All 33 miners were rescued.", [("All 33 miners", 33, 33, "", "people", "rescued", None)]),
    ("The remaining nine hostages were released.", [("remaining nine hostages", 9, 9, "", "people", "released", None)]),
    ("The first four children were brought out.", [("first four children", 4, 4, "", "people", "rescued", None)]),
    (
        "Four of the 12 divers were injured.",
        [
            ("Four of the 12 divers", 4, 4, "", "people", "injured", None),
            ("12 divers", 12, 12, "", "people", None, None),
        ],
    ),
    ("Three of them died.", [("Three of them", 3, 3, "", "people", "killed", None)]),
    ("Only five houses survived.", [("Only five houses", 5, 5, "", "buildings", "survived", None)]),
    ("Fewer than 100 residents remain.", [("Fewer than 100 residents", None, 100, "<", "people", "remaining", None)]),
    ("Over 1,000 prisoners escaped.", [("Over 1,000 prisoners", 1000, None, "<", "people", "escaped", None)]),
    ("More than 1,000 prisoners escaped.", [("More than 1,000 prisoners", 1000, None, "<", "people", "escaped", None)]),
    ("At most 1,000 prisoners escaped.", [("At most 1,000 prisoners", None, 1000, "", "people", "escaped", None)]),
    ("1,000 or more prisoners escaped.", [("1,000 or more prisoners", 1000, None, "", "people", "escaped", None)]),
    ("50 or fewer guards remained.", [("50 or fewer guards", None, 50, "", "people", "remaining", None)]),
    ("50-odd guards remained.", [("50-odd guards", 50, 50, "~", "people", "remaining", None)]),
    ("About 50 guards remained.", [("About 50 guards", 50, 50, "~", "people", "remaining", None)]),
    ("Around 50 guards remained.", [("Around 50 guards", 50, 50, "~", "people", "remaining", None)]),
    ("50+ guards remained.", [("50+ guards", 50, None, "", "people", "remaining", None)]),
    ("A minimum of 50 guards remained.", [("A minimum of 50 guards", 50, None, "", "people", "remaining", None)]),
    ("A maximum of 50 guards remained.", [("A maximum of 50 guards", None, 50, "", "people", "remaining", None)]),
    ("In excess of 50 guards remained.", [("In excess of 50 guards", 50, None, "<", "people", "remaining", None)]),
    ("Some 40 to 50 guards remained.", [("Some 40 to 50 guards", 40, 50, "~", "people", "remaining", None)]),
    ("A 25-strong team was deployed.", [("25-strong", 25, 25, "", "people", "deployed", None)]),
    ("A 12-member crew was aboard.", [("12-member crew", 12, 12, "", "people", "aboard", None)]),
    ("Twelve crew members were aboard.", [("Twelve crew members", 12, 12, "", "people", "aboard", None)]),
    ("One police officer was wounded.", [("One police officer", 1, 1, "", "people", "injured", None)]),
    ("Two police officers were wounded.", [("Two police officers", 2, 2, "", "people", "injured", None)]),
    ("Nine firefighters were hospitalised.", [("Nine firefighters", 9, 9, "", "people", "hospitalised", None)]),
    ("Nine people were taken to hospital.", [("Nine people", 9, 9, "", "people", "hospitalised", None)]),
    ("Nine people tested positive.", [("Nine people", 9, 9, "", "people", "infected", None)]),
    ("Nine people went missing.", [("Nine people", 9, 9, "", "people", "missing", None)]),
    ("Nine people lost their lives.", [("Nine people", 9, 9, "", "people", "killed", None)]),
    ("Nine people were fatally shot.", [("Nine people", 9, 9, "", "people", "killed", None)]),
    ("Nine people were shot dead.", [("Nine people", 9, 9, "", "people", "killed", None)]),
    ("Nine people were shot.", [("Nine people", 9, 9, "", "people", "shot", None)]),
    ("Gunmen shot nine people.", [("nine people", 9, 9, "", "people", "shot", None)]),
    ("Gunmen shot dead nine people.", [("nine people", 9, 9, "", "people", "killed", None)]),
    ("The shooting of nine people shocked the town.", [("nine people", 9, 9, "", "people", "shot", None)]),
    ("Nine people were not injured.", [("Nine people", 9, 9, "", "people", "unharmed", None)]),
    ("Rescuers found nine people had been shot.", [("nine people", 9, 9, "", "people", "shot", None)]),
    ("Officers found nine people with gunshot wounds.", [("nine people", 9, 9, "", "people", "injured", None)]),
    ("Nine people suffered burns.", [("Nine people", 9, 9, "", "people", "injured", None)]),
    ("Nine people were stranded.", [("Nine people", 9, 9, "", "people", "trapped", None)]),
    ("Nine people were freed.", [("Nine people", 9, 9, "", "people", "rescued", None)]),
    ("Nine ships are stuck.", [("Nine ships", 9, 9, "", "ships", "trapped", None)]),
    ("Nine planes were grounded.", [("Nine planes", 9, 9, "", "aircraft", "delayed", None)]),
    ("Nine cars were stolen.", [("Nine cars", 9, 9, "", "vehicles", "stolen", None)]),
    ("Nine shots were fired.", [("Nine shots", 9, 9, "", "shots", "fired", None)]),
    ("Nine votes were cast.", [("Nine votes", 9, 9, "", "votes", "voted", None)]),
    ("Nine families were evacuated.", [("Nine families", 9, 9, "", "households", "evacuated", None)]),
    ("Nine dogs were rescued.", [("Nine dogs", 9, 9, "", "animals", "rescued", None)]),
    ("Nine schools were closed.", [("Nine schools", 9, 9, "", "buildings", None, None)]),
    ("Nine countries signed.", [("Nine countries", 9, 9, "", "countries", None, None)]),
    ("Nine tonnes of rice were delivered.", [("Nine tonnes", 9, 9, "", "tonnes", "weight", None)]),
    ("900 rounds were seized.", [("900 rounds", 900, 900, "", "shots", "seized", None)]),
    ("12,000 jobs were lost.", [("12,000 jobs", 12000, 12000, "", "jobs", "lost", None)]),
    ("4,000 tickets were sold.", [("4,000 tickets", 4000, 4000, "", "tickets", "sold", None)]),
    (
        "Two-thirds of the town is under water.",
        [
            ("Two-thirds of the town", 66.67, 66.67, "", "percent", "share", "the town"),
        ],
    ),
    ("A quarter of the crew is ill.", [("A quarter of the crew", 25, 25, "", "percent", "infected", "the crew")]),
    ("A tenth of the city is not cleared.", [("A tenth of the city", 10, 10, "", "percent", "uncleared", "the city")]),
    ("80% of the city is cleared.", [("80% of the city", 80, 80, "", "percent", "cleared", "the city")]),
    ("The fire is 20 percent contained.", [("20 percent", 20, 20, "", "percent", "contained", None)]),
    ("One in three wells is dry.", [("One in three", 33.3333, 33.3333, "", "percent", "share", None)]),
    ("The convoy of 60 trucks waited.", [("60 trucks", 60, 60, "", "vehicles", "waiting", None)]),
    ("A queue of 300 ships waited.", [("300 ships", 300, 300, "", "ships", "waiting", None)]),
    ("A crowd of 5,000 gathered.", [("5,000", 5000, 5000, "", "people", "attending", None)]),
    ("A group of 30 soldiers surrendered.", [("30 soldiers", 30, 30, "", "people", "surrendered", None)]),
    ("The surrender of 30 soldiers was confirmed.", [("30 soldiers", 30, 30, "", "people", "surrendered", None)]),
    ("The deaths of 30 soldiers were confirmed.", [("30 soldiers", 30, 30, "", "people", "killed", None)]),
    ("The release of 21 girls was agreed.", [("21 girls", 21, 21, "", "people", "released", None)]),
    ("30 out of 50 seats were won.", [("30 out of 50", 60, 60, "", "percent", "share", None)]),
    ("2,000 soldiers were deployed.", [("2,000 soldiers", 2000, 2000, "", "people", "deployed", None)]),
    ("The backlog is down to 61 ships.", [("61 ships", 61, 61, "", "ships", None, None)]),
    ("It was hit by 15 to 20 shells.", [("15 to 20 shells", 15, 20, "", "shells", None, None)]),
    ("Two others were killed.", [("Two others", 2, 2, "", "people", "killed", None)]),
    ("Two women and a child were killed.", [("Two women", 2, 2, "", "people", "killed", None)]),
    (
        "Two men, three women and four children were killed.",
        [
            ("Two men", 2, 2, "", "people", "killed", None),
            ("three women", 3, 3, "", "people", "killed", None),
            ("four children", 4, 4, "", "people", "killed", None),
        ],
    ),
    (
        "None of the 13 passengers was hurt.",
        [
            ("None of the 13 passengers", 0, 0, "", "people", "injured", None),
            ("13 passengers", 13, 13, "", "people", None, None),
        ],
    ),
    ("None of the passengers was killed.", [("None of the passengers", 0, 0, "", "people", "killed", None)]),
    ("Nine people were not rescued.", [("Nine people", 9, 9, "", "people", None, None)]),
    ("The quake killed more than 70.", [("more than 70", 70, None, "<", "people", "killed", None)]),
    (
        "At least 70 people, among them six children, were killed.",
        [
            ("At least 70 people", 70, None, "", "people", "killed", None),
            ("six children", 6, 6, "", "people", "killed", None),
        ],
    ),
    (
        "Three others, a boy and two girls, were injured.",
        [
            ("Three others", 3, 3, "", "people", "injured", None),
            ("two girls", 2, 2, "", "people", "injured", None),
        ],
    ),
    (
        "Gunmen killed one guard and wounded two.",
        [
            ("one guard", 1, 1, "", "people", "killed", None),
            ("two", 2, 2, "", "people", "injured", None),
        ],
    ),
    ("Two of the injured died.", [("Two of the injured", 2, 2, "", "people", "killed", None)]),
    (
        "Some 300 of the evacuated families returned.",
        [
            ("Some 300 of the evacuated families", 300, 300, "~", "households", "returned", None),
        ],
    ),
    (
        "About 20,000 barrels of oil were spilled.",
        [
            ("About 20,000 barrels", 20000, 20000, "~", "barrels", "volume", None),
        ],
    ),
    (
        "The levy raised 45 million dollars.",
        [
            ("45 million dollars", 45000000, 45000000, "", "dollars", "raised", None),
        ],
    ),
    ("Half the crew was rescued.", [("Half the crew", 50, 50, "", "percent", "rescued", "the crew")]),
    ("The ship carries 18,300 containers.", [("18,300 containers", 18300, 18300, "", "containers", "carried", None)]),
    (
        "Eighteen of 20 wells are dry.",
        [
            ("Eighteen of 20 wells", 18, 18, "", "wells", None, None),
            ("20 wells", 20, 20, "", "wells", None, None),
        ],
    ),
    (
        "The 440 million-pound vessel ran aground.",
        [
            ("440 million-pound", 440000000, 440000000, "", "pounds", "weight", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "readings"), READINGS, ids=[row[0] for row in READINGS])
def test_reading(figures, text: str, readings: list[tuple[object, ...]]) -> None:
    read = [
        (
            text[figure.start : figure.end],
            figure.low,
            figure.high,
            "~" * figure.approximate + "<" * figure.exclusive,
            figure.unit,
            figure.relation,
            figure.share_of,
        )
        for figure in figures(text)
    ]
    assert read == readings

"""The toll of a report: counts and single persons together, told in own sentences of shootings, fires and crashes."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.reading.figures.casualties.lexicon import casualties
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Toll
from reportedly.report import Report


def toll(text: str) -> Toll:
    """The toll of a text, with the real stages before it."""
    read = Reader().read(Report("r", "-", text, "-", published=date(2024, 3, 5)))
    return read.toll or Toll(0, 0)


TOLLS = [
    # one person, told singly
    ("A man was shot dead in Orno on Monday.", 1, 0),
    ("A man was shot and killed in Orno on Monday.", 1, 0),
    ("A 17-year-old was wounded in Orno on Monday.", 0, 1),
    ("The bus driver died at the scene.", 1, 0),
    ("Dana Okoro, 24, was killed in the fire.", 1, 0),
    ("Police are investigating the death of a teacher.", 1, 0),
    ("The girl's death shocked the village.", 1, 0),
    ("A cyclist is in critical condition after the crash.", 0, 1),
    ("A gunman killed a guard.", 1, 0),
    ("The blast left a nurse dead.", 1, 0),
    ("A farmer shot himself in the foot.", 0, 1),
    ("A farmer took his own life.", 1, 0),
    ("A sailor was taken to hospital and is expected to recover.", 0, 1),
    # who was hurt first and died later is dead
    ("A man was shot in Orno. The victim was taken to a hospital, where he died.", 1, 0),
    ("A boy was shot in the leg. He later died.", 1, 0),
    # the same person told of again
    ("Man killed in Orno.\n\nA 30-year-old man was shot dead on Monday. The man died at the scene, police said.", 1, 0),
    ("A teacher was stabbed on Monday. The victim, Dana Okoro, 24, was treated for a wound.", 0, 1),
    # several persons, told one by one
    ("A man and a woman were killed.", 2, 0),
    ("A boy was killed and a girl was wounded.", 1, 1),
    ("One man was killed and another injured.", 1, 1),
    ("The driver killed a guard before turning the gun on himself.", 2, 0),
    ("The suspect died in Orno. An officer was hurt by a bullet.\n\nThe officer is in stable condition.", 1, 1),
    ("A boy was wounded in Orno. A man was wounded, too.", 0, 2),
    ("A 15-year-old was wounded in Orno. An officer was wounded, too.", 0, 2),
    ("A farmer accidentally shot himself and his son.", 0, 2),
    ("The shot sent both himself and a 9-year-old girl to the hospital.", 0, 2),
    ("Dana Okoro was killed. Okoro's stepfather, Milo Brandt, was wounded.", 1, 1),
    ("A boy shot a guard. The blast hit a second victim, a 30-year-old man.", 0, 2),
    # who is one person with a name and a description
    ("Dana Okoro was killed in Orno on Monday. Dana was hit in the chest.", 1, 0),
    ("The shots killed one of the teachers, 30-year-old Dana Okoro. A 30-year-old was hit, police said.", 1, 0),
    ("A bullet grazed a 3-year-old, hitting the child in the leg.", 0, 1),
    ("A teenage boy died in Orno. Police learned that a teenager had shot another boy at play.", 1, 0),
    ("Police named the slain suspect as 25-year-old Dana Okoro. Okoro was shot.", 1, 0),
    # who is no victim
    ("According to police Sgt. Milo Brandt, Dana Okoro was wounded.", 0, 1),
    ("A woman is charged with shooting her 17-year-old son.", 0, 1),
    ("A man was wounded. Only one shot was fired.", 0, 1),
    ("A video from an officer's body camera shows how a man was wounded.", 0, 1),
    ("A baker was killed. The deputy's murder trial began on Monday.", 1, 0),
    ("Police searched for a gunman after a guard was wounded.", 0, 1),
    ("The mother of a boy who shot himself in the foot spoke on Monday.", 0, 1),
    # counts
    ("4 shot in Orno nightclub.", 0, 4),
    ("2 boys, woman shot in Orno.", 0, 3),
    ("Several people were injured in Orno. Police said five people were injured.", 0, 5),
    ("A fight in Orno sent four people to the hospital.", 0, 4),
    ("A fight in Orno sent four people to the hospital. One of the victims, Dana Okoro, died.", 1, 3),
    ("A fight in Orno killed one man and sent two people to the hospital.", 1, 2),
    ("A father told an officer that his son was shot.", 0, 1),
    ("All three victims were taken to hospitals. Three people died, police said.", 3, 0),
    ("Image 3 of 14: a child was shot in Orno.", 0, 1),
    ("Two people were killed and three others injured.", 2, 3),
    ("Five people were shot, one fatally.", 1, 4),
    ("Four people were shot. Two of them died.", 2, 2),
    ("Two women and a child were killed.", 3, 0),
    ("A man and two women were wounded.", 0, 3),
    ("Four people, a man, a boy and two women, were wounded.", 0, 4),
    ("The father killed his two sons before shooting himself.", 3, 0),
    ("Police confirmed a double murder.", 2, 0),
    ("It was a murder-suicide, police said.", 2, 0),
    # what did not happen
    ("No one was hurt.", 0, 0),
    ("The man was not injured.", 0, 0),
    ("He is accused of trying to kill a neighbour.", 0, 0),
    ("The guard said the road was closed.", 0, 0),
    ("A man was arrested on Monday.", 0, 0),
    ("A woman was shot by a neighbour.", 0, 1),
    # other deeds
    ("A man was wounded in Orno on Monday.\n\nRelated: Woman killed in Velmo", 0, 1),
    ("Three women, one man injured in Orno shooting.", 0, 4),
    ("Two adults, two children killed in Velmo house fire.", 4, 0),
    ("Four people, two men and two women, were wounded in Orno.", 0, 4),
    ("Six men wounded, two critically, in Orno.", 0, 6),
    ("Four people were shot in Orno on Monday. Homicide detectives were called to the bar.", 0, 4),
    ("A man was wounded in Orno on Monday. So far this year 40 people have been killed in the city.", 0, 1),
    # lists of the dead
    ("A farmer shot and killed his wife, son and daughter in Orno before killing himself.", 4, 0),
    ("The bodies of 54-year-old Dana Okoro, 42-year-old Min Okoro and 6-year-old Ivo Okoro lay in the house.", 3, 0),
    ("Four women were killed in the mall. A fifth victim, a guard, died on Saturday.", 5, 0),
    # who was wounded and dies, in one sentence
    ("Woman wounded in Orno shooting dies.", 1, 0),
    # a whole that is told after its part
    ("A 9-year-old was among 4 shot in Orno.", 0, 4),
    ("Six people, including two children, were killed in Orno.", 6, 0),
    ("Man and woman killed, child in hospital after Orno fire.", 2, 1),
    # what killed nobody
    ("Two men are charged with five counts of attempted murder.", 0, 0),
    ("A man was shot in the leg in Orno. Homicide detectives asked for help.", 0, 1),
    ("A boy was wounded in Orno. Two neighbors said the boy was shot at play.", 0, 1),
    ("A girl was wounded in Orno. It is a crime to harm or kill a person with a gun.", 0, 1),
    # numbers that are names or telephones
    ("Two more arrested in Pier 9 shooting death of Dana Okoro.", 1, 0),
    ("According to 911 dispatchers, two women were wounded in Orno.", 0, 2),
]


@pytest.mark.parametrize(("text", "killed", "injured"), TOLLS, ids=[row[0] for row in TOLLS])
def test_killed_and_injured(text: str, killed: int, injured: int) -> None:
    read = toll(text)
    assert (read.killed, read.injured) == (killed, injured)


def test_a_report_without_harm_has_no_toll() -> None:
    assert Reader().read(Report("r", "-", "The mayor opened the bridge.", "-")).toll is None


def test_each_casualty_is_traced_to_its_tellings() -> None:
    text = "A man was shot in Orno. The victim died at a hospital. A woman was wounded."
    dead, hurt = toll(text).casualties
    assert [text[span.start : span.end] for span in dead.tellings] == ["A man", "The victim"]
    assert (dead.outcome, hurt.outcome, text[hurt.start : hurt.end]) == ("killed", "injured", "A woman")


def test_a_casualty_has_the_name_and_the_age_that_the_report_gives() -> None:
    (dead,) = toll("A teacher was killed on Monday. Police named the victim as Dana Okoro. Okoro, 24, died.").casualties
    assert (dead.name, dead.age) == ("okoro", 24)


def test_the_table_of_harm_loads() -> None:
    assert casualties().done["shoot"] == "hit"


QUIET = "Neighbors told of the street, of its shops and of its two bakeries. "


@pytest.mark.parametrize(
    ("late", "killed", "injured"),
    [
        ("On 2 March, a 60-year-old man, Milo Brandt, was killed in the same street.", 0, 1),  # an earlier deed
        ("Dana Okoro died on Tuesday.", 1, 0),  # the one whom it is about
    ],
)
def test_what_a_report_recalls_late_is_of_other_deeds(late: str, killed: int, injured: int) -> None:
    read = toll("Dana Okoro, 24, was shot and wounded in Orno on Monday. " + QUIET * 12 + late)
    assert (read.killed, read.injured) == (killed, injured)


def test_a_boy_who_was_killed_is_no_boy_who_was_hurt_far_above() -> None:
    read = toll("A boy was wounded in Orno on Monday. " + QUIET * 6 + "A boy was shot dead there in May.")
    assert [each.outcome for each in read.casualties] == ["injured", "killed"]

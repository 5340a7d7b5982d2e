"""What each kind of time expression means: type, value and modifier of TIMEX3."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.reading.reading import TimeExpression
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report

SATURDAY = date(2017, 10, 14)


def read(text: str, published: date | None = SATURDAY) -> tuple[TimeExpression, ...]:
    report = Report("r1", "test", text, "", published=published)
    return find_times(report, find_sentences(text))


def shown(text: str, times: tuple[TimeExpression, ...]) -> list[str]:
    """Each expression as ``text | TYPE value mod``."""
    return [f"{text[t.start : t.end]} | {t.type} {t.value} {t.mod or ''}".rstrip() for t in times]


DAYS = [
    ("On Saturday 14 October the dam burst.", "Saturday 14 October | DATE 2017-10-14"),
    ("The ferry sank on Monday (October 9).", "Monday (October 9) | DATE 2017-10-09"),
    ("It began on Tuesday, Oct. 3, at the port.", "Tuesday, Oct. 3 | DATE 2017-10-03"),
    ("Dated 25 Jun 2018.", "25 Jun 2018 | DATE 2018-06-25"),
    ("He was born on June 23rd, 1981.", "June 23rd, 1981 | DATE 1981-06-23"),
    ("They met on the 3rd of May 2016.", "the 3rd of May 2016 | DATE 2016-05-03"),
    ("Updated 2021/03/25 23:30 by staff.", "2021/03/25 23:30 | TIME 2021-03-25T23:30"),
    ("Updated 2021-03-25T23:30 by staff.", "2021-03-25T23:30 | TIME 2021-03-25T23:30"),
    ("Filed on 2016-02-29.", "2016-02-29 | DATE 2016-02-29"),
    ("Filed on 25/3/2016.", "25/3/2016 | DATE 2016-03-25"),
    ("Filed on 3/25/2016.", "3/25/2016 | DATE 2016-03-25"),
    ("The storm hit on Sept. 20.", "Sept. 20 | DATE 2017-09-20"),
    ("The court convicted him on Feb. 20.", "Feb. 20 | DATE 2017-02-20"),
    ("The deal expires on Dec. 31.", "Dec. 31 | DATE 2017-12-31"),
    ("The notes are payable Jan. 15.", "Jan. 15 | DATE 2018-01-15"),
    ("The talks will be held on 5 November this year.", "5 November this year | DATE 2017-11-05"),
    ("Police closed the road from 12 to 15 June 2016.", "12 to 15 June 2016 | DATE 2016-06-12/2016-06-15"),
    ("Prosecutors recalled the September 11 attacks.", "September 11 | DATE 2001-09-11"),
    ("The siege ended on Christmas Eve last year.", "Christmas Eve last year | DATE 2016-12-24"),
    ("Voters stayed home last Thanksgiving.", "last Thanksgiving | DATE 2016-11-24"),
    ("Pilgrims gathered on Easter Sunday 2016.", "Easter Sunday 2016 | DATE 2016-03-27"),
]
WEEKDAYS = [
    ("A bomb went off on Friday.", "Friday | DATE 2017-10-13"),
    ("A bomb went off on Saturday.", "Saturday | DATE 2017-10-14"),
    ("The canal will reopen on Saturday.", "Saturday | DATE 2017-10-14"),
    ("The canal will reopen on Monday.", "Monday | DATE 2017-10-16"),
    ("Talks are expected to resume Monday.", "Monday | DATE 2017-10-16"),
    ("The victims are to be buried on Sunday.", "Sunday | DATE 2017-10-15"),
    ("The victims were buried on Sunday.", "Sunday | DATE 2017-10-08"),
    ("He could have died on Sunday.", "Sunday | DATE 2017-10-08"),
    ("The road is blocked until Monday.", "Monday | DATE 2017-10-16"),
    ("The road stays closed until Monday.", "Monday | DATE 2017-10-16"),
    ("Nobody has seen her since Tuesday.", "Tuesday | DATE 2017-10-10"),
    ("Officials on Thursday praised the crews.", "Thursday | DATE 2017-10-12"),
    ("Two planes that took off on Wednesday turned back.", "Wednesday | DATE 2017-10-11"),
    ("Wednesday's ruling would free him.", "Wednesday | DATE 2017-10-11"),
    ("Both sides campaigned ahead of Sunday's election.", "Sunday | DATE 2017-10-15"),
    ("She left last Saturday.", "last Saturday | DATE 2017-10-07"),
    ("She left this past Tuesday.", "this past Tuesday | DATE 2017-10-10"),
    ("She flies next Tuesday.", "next Tuesday | DATE 2017-10-17"),
    ("She flies this coming Tuesday.", "this coming Tuesday | DATE 2017-10-17"),
    ("The vote is on Tuesday next week.", "Tuesday next week | DATE 2017-10-17"),
    ("They were freed on Sunday and Monday.", "Sunday and Monday | DATE 2017-10-08/2017-10-09"),
    ("THE ARMY SAID SATURDAY IT TOOK THE CITY.", "SATURDAY | DATE 2017-10-14"),
    ("On 2 May 2016 he was jailed. The following Tuesday he fled.",
     "2 May 2016 | DATE 2016-05-02", "The following Tuesday | DATE 2016-05-03"),
    ("Crews work late on Friday.", "late on Friday | DATE 2017-10-13 END"),
    ("Earlier Friday two men drowned.", "Earlier Friday | DATE 2017-10-13 START"),
]  # fmt: skip
RELATIVE_DAYS = [
    ("He spoke today.", "today | DATE 2017-10-14"),
    ("The next day thousands marched.", "The next day | DATE XXXX-XX-XX"),
    ("He spoke the day before yesterday.", "the day before yesterday | DATE 2017-10-12"),
    ("The shop opens the day after Christmas.", "the day after Christmas | DATE 2017-12-26"),
    ("On Monday the bridge fell. They had come the day before.",
     "Monday | DATE 2017-10-09", "the day before | DATE 2017-10-08"),
    ("He spoke yesterday.", "yesterday | DATE 2017-10-13"),
    ("He speaks tomorrow.", "tomorrow | DATE 2017-10-15"),
    ("The mayor said on Friday that they “will finish today”.",
     "Friday | DATE 2017-10-13", "today | DATE 2017-10-13"),
    ("Two miners died three days ago.", "three days ago | DATE 2017-10-11"),
    ("On Monday the bridge fell. Two days later the town was cut off.",
     "Monday | DATE 2017-10-09", "Two days later | DATE 2017-10-11"),
    ("On 5 May 2016 he fled. That day the jail burned. The next day it rained.",
     "5 May 2016 | DATE 2016-05-05", "That day | DATE 2016-05-05", "The next day | DATE 2016-05-06"),
    ("On Monday the bridge fell. The same day a dam broke.",
     "Monday | DATE 2017-10-09", "The same day | DATE 2017-10-09"),
]  # fmt: skip
CLOCKS = [
    ("He called at 3 a.m. local time on Monday.", "3 a.m. local time on Monday | TIME 2017-10-09T03:00"),
    ("She was freed at 9.45pm on Tuesday evening.", "9.45pm on Tuesday evening | TIME 2017-10-10T21:45"),
    ("The quake struck at 07:40 local time (05:40 GMT) on Tuesday.",
     "07:40 local time | TIME 2017-10-10T07:40", "05:40 GMT | TIME 2017-10-10T05:40Z", "Tuesday | DATE 2017-10-10"),
    ("Polls closed on 10 July at 10:58 a.m. ET.", "10 July at 10:58 a.m. ET | TIME 2017-07-10T10:58-04:00"),
    ("Polls closed on 10 February at 10:58 a.m. ET.", "10 February at 10:58 a.m. ET | TIME 2017-02-10T10:58-05:00"),
    ("He will speak at noon today.", "noon today | TIME 2017-10-14T12:00"),
    ("The truce began at midnight on Friday.", "midnight on Friday | TIME 2017-10-13T24:00"),
    ("The plane leaves at 4 in the morning.", "4 in the morning | TIME 2017-10-14T04:00"),
    ("The plane left at 17:05.", "17:05 | TIME 2017-10-14T17:05"),
    ("It struck at 0600 GMT on Monday.", "0600 GMT on Monday | TIME 2017-10-09T06:00Z"),
    ("Revenue stood at 2.46 billion.",),
    ("She fell last night, around 2 a.m., on the ward.",
     "last night | TIME 2017-10-13TNI", "2 a.m. | TIME 2017-10-14T02:00"),
]  # fmt: skip
PARTS = [
    ("Rain fell on Thursday morning.", "Thursday morning | TIME 2017-10-12TMO"),
    ("Rain fell early Tuesday evening.", "early Tuesday evening | TIME 2017-10-10TEV START"),
    ("Rain fell late on Sunday evening.", "late on Sunday evening | TIME 2017-10-08TEV END"),
    ("Rain fell in the early hours of Monday.", "the early hours of Monday | TIME 2017-10-09TMO"),
    ("Rain fell on the night of 12 October.", "the night of 12 October | TIME 2017-10-12TNI"),
    ("Rain fell from Thursday; by nightfall roads were shut.",
     "Thursday | DATE 2017-10-12", "nightfall | TIME 2017-10-12TNI"),
    ("The raid began before dawn on Thursday.", "dawn on Thursday | TIME 2017-10-12TMO"),
    ("Rain fell this morning.", "this morning | TIME 2017-10-14TMO"),
    ("Rain fell last night.", "last night | TIME 2017-10-13TNI"),
    ("Rain will fall tonight.", "tonight | TIME 2017-10-14TNI"),
    ("Rain fell overnight.", "overnight | TIME 2017-10-13TNI"),
    ("On Monday the wall fell. That evening crowds came.",
     "Monday | DATE 2017-10-09", "That evening | TIME 2017-10-09TEV"),
    ("On Monday the wall fell. The next morning crowds came.",
     "Monday | DATE 2017-10-09", "The next morning | TIME 2017-10-10TMO"),
    ("Divers went in on Thursday but left in the afternoon.",
     "Thursday | DATE 2017-10-12", "the afternoon | TIME 2017-10-12TAF"),
    ("The search began on Saturday night. It was stopped overnight.",
     "Saturday night | TIME 2017-10-14TNI", "overnight | TIME 2017-10-14TNI"),
]  # fmt: skip
LONGER = [
    ("The front moved earlier in the week.", "earlier in the week | DATE 2017-W41 START"),
    ("The front moved last week.", "last week | DATE 2017-W40"),
    ("The front moved late last week.", "late last week | DATE 2017-W40 END"),
    ("They met over the weekend.", "the weekend | DATE 2017-W41-WE"),
    ("They will meet next weekend.", "next weekend | DATE 2017-W42-WE"),
    ("The offensive began in July.", "July | DATE 2017-07"),
    ("The trial began in November.", "November | DATE 2016-11"),
    # "Until" looks ahead from what holds now, or was put off; back from what is over.
    ("The mine stays closed until March.", "March | DATE 2018-03"),
    ("The mine has been closed until March.", "March | DATE 2018-03"),
    ("They signed a deal under which the mine stays closed until March.", "March | DATE 2018-03"),
    ("The court has put off the vote until a hearing in March.", "March | DATE 2018-03"),
    ("The hearing was adjourned until March.", "March | DATE 2018-03"),
    ("The mine stayed closed until March.", "March | DATE 2017-03"),
    ("The trial will begin in March.", "March | DATE 2018-03"),
    ("The offensive began in early June.", "early June | DATE 2017-06 START"),
    ("It fell in mid-November 2014.", "mid-November 2014 | DATE 2014-11 MID"),
    ("It was signed last October.", "last October | DATE 2016-10"),
    ("It was signed in July last year.", "July last year | DATE 2016-07"),
    ("It is due by the end of May.", "the end of May | DATE 2018-05 END"),
    ("The group seized the town in 2014.", "2014 | DATE 2014"),
    ("The group seized the town in mid-2014.", "mid-2014 | DATE 2014 MID"),
    ("Between 1994 and 1997 four died.", "1994 | DATE 1994", "1997 | DATE 1997"),
    ("The war of the 1990s ended.", "the 1990s | DATE 199"),
    ("He sang in the late 1970s.", "the late 1970s | DATE 197 END"),
    ("He sang in the '80s.", "the '80s | DATE 198"),
    ("He sang in the nineties.", "the nineties | DATE 199"),
    ("A temple of the 11th century fell.", "the 11th century | DATE 10"),
    ("It happened in nineteen seventy-nine.", "nineteen seventy-nine | DATE 1979"),
    ("The yard reopens the year after next.", "the year after next | DATE 2019"),
    ("The yard will close over the next year or so.", "the next year or so | DATE 2018 APPROX"),
    ("Sales fell in Q2 2016.", "Q2 2016 | DATE 2016-Q2"),
    ("It happened last year.", "last year | DATE 2016"),
    ("It happened three years ago.", "three years ago | DATE 2014"),
    ("It happened a week ago.", "a week ago | DATE 2017-W40"),
    ("In 2011 war came. The following year he fled.", "2011 | DATE 2011", "The following year | DATE 2012"),
    ("Snow fell last winter.", "last winter | DATE 2016-WI"),
    ("Snow fell in the winter of 2014.", "the winter of 2014 | DATE 2014-WI"),
    ("Rain will come this fall.", "this fall | DATE 2017-FA"),
    ("Third-quarter profit rose.", "Third-quarter | DATE 2017-Q3"),
    ("Profit rose in the third quarter of 2015.", "the third quarter of 2015 | DATE 2015-Q3"),
    ("Profit rose in the fiscal first quarter.", "the fiscal first quarter | DATE 2017-Q1"),
    ("Sales fell in the first half of 2016.", "the first half of 2016 | DATE 2016-H1"),
    ("Net rose in the third quarter from a year earlier.",
     "the third quarter | DATE 2017-Q3", "a year earlier | DATE 2016-Q3"),
    ("Talks opened in the first week of May.", "the first week of May | DATE 2017-05 START"),
    ("He ruled in 2010-2015.", "2010-2015 | DATE 2010/2015"),
    ("He ruled in 1989-90.", "1989-90 | DATE 1989/1990"),
    ("Sales will slow in 1990 and beyond.", "1990 and beyond | DATE 1990 ON_OR_AFTER"),
]  # fmt: skip
VAGUE = [
    ("The city is now quiet.", "now | DATE PRESENT_REF"),
    ("The city is currently quiet.", "currently | DATE PRESENT_REF"),
    ("Dozens gave up in recent days.", "recent days | DATE PAST_REF"),
    ("Dozens gave up recently.", "recently | DATE PAST_REF"),
    ("More may follow in the days ahead.", "the days ahead | DATE FUTURE_REF"),
    ("They fear for the future.", "the future | DATE FUTURE_REF"),
]
LENGTHS = [
    ("Four months of fighting ended.", "Four months | DURATION P4M"),
    ("After four-months of fighting it ended.", "four-months | DURATION P4M"),
    ("It was home to them for three years.", "three years | DURATION P3Y"),
    ("The 18-day ordeal ended.", "18-day | DURATION P18D"),
    ("It took more than 24 hours.", "more than 24 hours | DURATION PT24H MORE_THAN"),
    ("It may take up to 12 additional days.", "up to 12 additional days | DURATION P12D EQUAL_OR_LESS"),
    ("It may take about 20 minutes.", "about 20 minutes | DURATION PT20M APPROX"),
    ("It took almost a week.", "almost a week | DURATION P1W LESS_THAN"),
    ("It may take several days.", "several days | DURATION PXD"),
    ("It is a matter of hours or days.", "hours or days | DURATION PXD"),
    ("It changed in the last few hours.", "the last few hours | DURATION PXH"),
    ("It changed over the past three months.", "the past three months | DURATION P3M"),
    ("It may take two to four days.", "two to four days | DURATION P2D/P4D"),
    ("It may take 1-2 days.", "1-2 days | DURATION P1D/P2D"),
    ("It may take three or four weeks.", "three or four weeks | DURATION P3W/P4W"),
    ("It took a minute and a half.", "a minute and a half | DURATION PT1M30S"),
    ("It took 2 1/2 years.", "2 1/2 years | DURATION P2Y6M"),
    ("It took twenty-four hours.", "twenty-four hours | DURATION PT24H"),
    ("It took two decades.", "two decades | DURATION P20Y"),
    ("Weeks of shelling went before.", "Weeks | DURATION PXW"),
    ("They held out for years.", "years | DURATION PXY"),
    ("Profit rose in the first nine months.", "the first nine months | DURATION P9M"),
    ("A month to the day after the raid she spoke.", "A month to the day | DURATION P1M"),
    ("Half an hour went by.", "Half an hour | DURATION PT30M"),
    ("They waited an hour and a half.", "an hour and a half | DURATION PT1H30M"),
    ("He came a day earlier than planned.", "a day | DURATION P1D"),
    ("The five-year-old war goes on.", "five-year-old | DURATION P5Y"),
    ("Voting took place over two days.", "two days | DURATION P2D"),
    ("They were in power for over two years.", "over two years | DURATION P2Y MORE_THAN"),
    ("They had a three hour meeting.", "three hour | DURATION PT3H"),
]
SETS = [
    ("The board meets every Tuesday.", "every Tuesday | SET XXXX-WXX-2"),
    ("The board meets each July.", "each July | SET XXXX-07"),
    ("Flights leave on Friday nights.", "Friday nights | SET XXXX-WXX-5TNI"),
    ("Shells fall each day.", "each day | SET P1D"),
    ("Shells fall daily.", "daily | SET P1D"),
    ("Prices rise 4 percent annually.", "annually | SET P1Y"),
    ("They send $2 billion a year home.", "a year | SET P1Y"),
    ("The plant makes 300 cars a day.", "a day | SET P1D"),
    ("The river floods every spring.", "every spring | SET XXXX-SP"),
    ("It pays twice a week.", "twice a week | SET P1W"),
    ("It pays every two weeks.", "every two weeks | SET P2W"),
    ("It pays every other year.", "every other year | SET P2Y"),
    ("Fifty ships per day pass.", "per day | SET P1D"),
]
NO_TIMES = [
    "The army may march on the hill.",
    "A second man was hurt.",
    "In today's world that is no news.",
    "The firm ran 30 ad spots and hired 800 BC loggers.",
    "He lived on the 14th floor, then on the 3rd and 4th floors.",
    "The fall of the city came fast.",
    "The sun rose and they sat down.",
    "They found a spring in the rock.",
    "Some 2000 people and 1,000 homes were counted.",
    "They moved 1989 tons of grain.",
    "The Sunday Times broke the news.",
    "A 25-year-old coach, 52 years old in spirit, spoke.",
    "Three-quarters of the food is gone.",
    "They won 3-2 in room 1984.",
    "Mark Jan told Augustus.",
    "Bloody Sunday is a film.",
    "The annual march was banned.",
    "The Seven Years' War emptied the purse.",
    "The Six-Day War moved the border.",
    "They hope one day it will open.",
    "In 1200 villages the power failed.",
    "The hotline is open 24 hours a day.",
    "",
    "...",
]
NOTHING = [(text,) for text in NO_TIMES]
TABLE = [*DAYS, *WEEKDAYS, *RELATIVE_DAYS, *CLOCKS, *PARTS, *LONGER, *VAGUE, *LENGTHS, *SETS, *NOTHING]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0][:48])
def test_a_sentence_of_a_report_published_on_saturday_14_october_2017(row: tuple[str, ...]) -> None:
    text, *expected = row
    assert shown(text, read(text)) == expected


UNDATED = [
    ("He left on Saturday.", "Saturday | DATE XXXX-WXX-6"),
    ("He left yesterday.", "yesterday | DATE XXXX-XX-XX"),
    ("He left on 4 June.", "4 June | DATE XXXX-06-04"),
    ("He left in July.", "July | DATE XXXX-07"),
    ("He left last week.", "last week | DATE XXXX-WXX"),
    ("He left this morning.", "this morning | TIME XXXX-XX-XXTMO"),
    ("He left two days ago.", "two days ago | DATE XXXX-XX-XX"),
    ("He left at 5 p.m.", "5 p.m. | TIME XXXX-XX-XXT17:00"),
    ("He left for three days.", "three days | DURATION P3D"),
]


@pytest.mark.parametrize("row", UNDATED, ids=lambda row: row[0])
def test_an_undated_report_leaves_relative_times_unanchored(row: tuple[str, str]) -> None:
    text, expected = row
    times = read(text, None)
    assert shown(text, times) == [expected]
    assert (times[0].earliest, times[0].latest) == (None, None)


def test_an_undated_report_anchors_what_its_own_dates_anchor() -> None:
    text = "On 9 May 2016 the wall fell. Two days later it was gone."
    assert [time.value for time in read(text, None)] == ["2016-05-09", "2016-05-11"]

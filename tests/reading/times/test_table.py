"""A table of own sentences, of history and of news from many years: every expression with its type, value, modifier and
days.
"""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.reading.reading import TimeExpression
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report

Row = tuple[str, str, list[str]]
"""The day of publication, the text, and each expression as "text | TYPE value mod | first day, last day"."""

HISTORY: list[Row] = [
    (
        "2019-05-16",
        "In the spring of 1847 the mill burned down.",
        ["the spring of 1847 | DATE 1847-SP | 1847-03-01 1847-05-31"],
    ),
    (
        "2019-05-16",
        "The charter was signed on the 3rd of March 1861.",
        ["the 3rd of March 1861 | DATE 1861-03-03 | 1861-03-03"],
    ),
    (
        "2019-05-16",
        "During the winter of 1779-80 the harbour froze.",
        ["the winter of 1779-80 | DATE 1779-WI | 1779-12-01 1780-02-29"],
    ),
    ("2019-05-16", "The town grew rich in the 1640s.", ["the 1640s | DATE 164 | 1640-01-01 1649-12-31"]),
    (
        "2019-05-16",
        "By the mid-19th century the canal was silted up.",
        ["the mid-19th century | DATE 18 MID | 1833-05-01 1866-08-31"],
    ),
    (
        "2019-05-16",
        "The railway came in the early twentieth century.",
        ["the early twentieth century | DATE 19 START | 1900-01-01 1933-04-30"],
    ),
    ("2019-05-16", "In 44 BC the consul was killed.", ["44 BC | DATE BC0044"]),
    ("2019-05-16", "The city was buried in AD 79.", ["AD 79 | DATE 0079 | 0079-01-01 0079-12-31"]),
    (
        "2019-05-16",
        "In 1066 the duke landed. The following spring he rode north.",
        ["1066 | DATE 1066 | 1066-01-01 1066-12-31", "The following spring | DATE 1067-SP | 1067-03-01 1067-05-31"],
    ),
    (
        "2019-05-16",
        "In 1788 the harvest failed. The next year bread ran out. In October the women marched.",
        [
            "1788 | DATE 1788 | 1788-01-01 1788-12-31",
            "The next year | DATE 1789 | 1789-01-01 1789-12-31",
            "October | DATE 1789-10 | 1789-10-01 1789-10-31",
        ],
    ),
    (
        "2019-05-16",
        "On 12 March 1888 snow fell. On the 14th the trains ran again.",
        ["12 March 1888 | DATE 1888-03-12 | 1888-03-12", "the 14th | DATE 1888-03-14 | 1888-03-14"],
    ),
    (
        "2019-05-16",
        "In 1913 he left for Lima. In August of that year he was arrested.",
        ["1913 | DATE 1913 | 1913-01-01 1913-12-31", "August of that year | DATE 1913-08 | 1913-08-01 1913-08-31"],
    ),
    (
        "2019-05-16",
        "In 1913 he left for Lima. On 4 July the same year he was shot.",
        ["1913 | DATE 1913 | 1913-01-01 1913-12-31", "4 July the same year | DATE 1913-07-04 | 1913-07-04"],
    ),
    (
        "2019-05-16",
        "In May 1940 the family fled. In June the port fell. By November they were in Lisbon. In February they sailed.",
        [
            "May 1940 | DATE 1940-05 | 1940-05-01 1940-05-31",
            "June | DATE 1940-06 | 1940-06-01 1940-06-30",
            "November | DATE 1940-11 | 1940-11-01 1940-11-30",
            "February | DATE 1941-02 | 1941-02-01 1941-02-28",
        ],
    ),
    (
        "2019-05-16",
        "The war began in 1861. In April the fort fell. He had left the town in March.",
        [
            "1861 | DATE 1861 | 1861-01-01 1861-12-31",
            "April | DATE 1861-04 | 1861-04-01 1861-04-30",
            "March | DATE 1861-03 | 1861-03-01 1861-03-31",
        ],
    ),
    (
        "2019-05-16",
        "On 2 June 1916 the river rose. A week later it fell.",
        ["2 June 1916 | DATE 1916-06-02 | 1916-06-02", "A week later | DATE 1916-W23 | 1916-06-05 1916-06-11"],
    ),
    (
        "2019-05-16",
        "On 2 June 1916 the river rose. At 9 p.m. the dam broke.",
        ["2 June 1916 | DATE 1916-06-02 | 1916-06-02", "9 p.m. | TIME 1916-06-02T21:00 | 1916-06-02"],
    ),
    (
        "2019-05-16",
        "In 1953 he was exiled. Three years later he came home. That autumn he died.",
        [
            "1953 | DATE 1953 | 1953-01-01 1953-12-31",
            "Three years later | DATE 1956 | 1956-01-01 1956-12-31",
            "That autumn | DATE 1956-FA | 1956-09-01 1956-11-30",
        ],
    ),
    (
        "2019-05-16",
        "He died in 1802. Three years earlier he had lost his sight.",
        ["1802 | DATE 1802 | 1802-01-01 1802-12-31", "Three years earlier | DATE 1799 | 1799-01-01 1799-12-31"],
    ),
    (
        "2019-05-16",
        "Shops were looted on the night of 9 November 1938.",
        ["the night of 9 November 1938 | TIME 1938-11-09TNI | 1938-11-09"],
    ),
    (
        "2019-05-16",
        "The landing began at dawn on 6 June 1944.",
        ["dawn on 6 June 1944 | TIME 1944-06-06TMO | 1944-06-06"],
    ),
    ("2019-05-16", "The treaty of 1648 ended the war.", ["1648 | DATE 1648 | 1648-01-01 1648-12-31"]),
    ("2019-05-16", "Around 1500 the church was built.", ["1500 | DATE 1500 | 1500-01-01 1500-12-31"]),
    (
        "2019-05-16",
        "The bridge stood from 1914 to 1918.",
        ["1914 | DATE 1914 | 1914-01-01 1914-12-31", "1918 | DATE 1918 | 1918-01-01 1918-12-31"],
    ),
    (
        "2019-05-16",
        "The front did not move between November and March 1917.",
        ["November | DATE 1916-11 | 1916-11-01 1916-11-30", "March 1917 | DATE 1917-03 | 1917-03-01 1917-03-31"],
    ),
    (
        "2019-05-16",
        "By the end of the 1980s the mine was empty.",
        ["the end of the 1980s | DATE 198 END | 1986-09-01 1989-12-31"],
    ),
    ("2019-05-16", "In June '44 they landed.", ["June '44 | DATE 1944-06 | 1944-06-01 1944-06-30"]),
    (
        "2019-05-16",
        "At a quarter to five the bell rang on 3 May 1808.",
        ["a quarter to five | TIME 1808-05-03T04:45 | 1808-05-03", "3 May 1808 | DATE 1808-05-03 | 1808-05-03"],
    ),
    (
        "2019-05-16",
        "On Christmas Day 1914 the guns fell silent.",
        ["Christmas Day 1914 | DATE 1914-12-25 | 1914-12-25"],
    ),
    (
        "2019-05-16",
        "In the winter of nineteen ninety-four oil was cheap.",
        ["the winter of nineteen ninety-four | DATE 1994-WI | 1994-12-01 1995-02-28"],
    ),
]
NEWS: list[Row] = [
    ("1986-04-30", "The reactor caught fire on Saturday.", ["Saturday | DATE 1986-04-26 | 1986-04-26"]),
    (
        "1986-04-30",
        "Villages were emptied late Sunday night.",
        ["late Sunday night | TIME 1986-04-27TNI END | 1986-04-27"],
    ),
    (
        "1994-02-11",
        "Talks resume on Monday 14 February at 10:30 a.m. local time.",
        ["Monday 14 February at 10:30 a.m. local time | TIME 1994-02-14T10:30 | 1994-02-14"],
    ),
    (
        "1994-02-11",
        "The convoy was hit earlier in the week.",
        ["earlier in the week | DATE 1994-W06 START | 1994-02-07 1994-02-10"],
    ),
    (
        "2005-09-01",
        "The storm came ashore Monday at 6:10 a.m. CDT (1110 GMT).",
        [
            "Monday at 6:10 a.m. CDT | TIME 2005-08-29T06:10-05:00 | 2005-08-29",
            "1110 GMT | TIME 2005-08-29T11:10Z | 2005-08-29",
        ],
    ),
    ("2005-09-01", "Nobody had power until at least Thursday.", ["Thursday | DATE 2005-09-01 | 2005-09-01"]),
    (
        "2011-03-14",
        "The wave struck on Friday at 0546. The same day the plant lost power.",
        [
            "Friday | DATE 2011-03-11 | 2011-03-11",
            "0546 | TIME 2011-03-11T05:46 | 2011-03-11",
            "The same day | DATE 2011-03-11 | 2011-03-11",
        ],
    ),
    ("2011-03-14", "A month to the day after the quake they prayed.", ["A month to the day | DURATION P1M"]),
    (
        "2014-07-20",
        "The mine shut in mid-2014 and had opened in late 2007.",
        ["mid-2014 | DATE 2014 MID | 2014-05-01 2014-08-31", "late 2007 | DATE 2007 END | 2007-09-01 2007-12-31"],
    ),
    (
        "2014-07-20",
        "Three days earlier the plane had left at 12:15.",
        ["Three days earlier | DATE 2014-07-17 | 2014-07-17", "12:15 | TIME 2014-07-17T12:15 | 2014-07-17"],
    ),
    (
        "2015-11-16",
        "On Friday evening the hall was stormed; the following Tuesday the raids began.",
        ["Friday evening | TIME 2015-11-13TEV | 2015-11-13", "the following Tuesday | DATE 2015-11-17 | 2015-11-17"],
    ),
    (
        "2016-02-29",
        "The strike will last until the week after next.",
        ["the week after next | DATE 2016-W11 | 2016-03-14 2016-03-20"],
    ),
    (
        "2016-11-07",
        "Polls open on Tuesday at 7 a.m. EST and close at 8 p.m. in the capital.",
        [
            "Tuesday at 7 a.m. EST | TIME 2016-11-08T07:00-05:00 | 2016-11-08",
            "8 p.m. | TIME 2016-11-08T20:00 | 2016-11-08",
        ],
    ),
    (
        "2018-12-28",
        "The island was evacuated on Saturday, Dec. 22, 2018.",
        ["Saturday, Dec. 22, 2018 | DATE 2018-12-22 | 2018-12-22"],
    ),
    (
        "2020-03-16",
        "Schools closed on Monday and will stay shut until mid-April.",
        ["Monday | DATE 2020-03-16 | 2020-03-16", "mid-April | DATE 2020-04 MID | 2020-04-11 2020-04-20"],
    ),
    (
        "2020-03-16",
        "Borders close at midnight on Tuesday.",
        ["midnight on Tuesday | TIME 2020-03-17T24:00 | 2020-03-17"],
    ),
    (
        "2021-01-04",
        "Turnout was low in the fourth quarter of 2020.",
        ["the fourth quarter of 2020 | DATE 2020-Q4 | 2020-10-01 2020-12-31"],
    ),
    (
        "2021-01-04",
        "Sales rose in Q3 and in the first half of last year.",
        [
            "Q3 | DATE 2020-Q3 | 2020-07-01 2020-09-30",
            "the first half of last year | DATE 2020-H1 | 2020-01-01 2020-06-30",
        ],
    ),
    (
        "2021-01-04",
        "The law took effect at the start of the year.",
        ["the start of the year | DATE 2021 START | 2021-01-01 2021-04-30"],
    ),
    (
        "2022-02-26",
        "Shelling began at 3 a.m. local time on Thursday.",
        ["3 a.m. local time on Thursday | TIME 2022-02-24T03:00 | 2022-02-24"],
    ),
    ("2022-02-26", "He had been in power for over two decades.", ["over two decades | DURATION P20Y MORE_THAN"]),
    (
        "2022-02-26",
        "Every Sunday, and twice a month on Fridays, they rallied.",
        ["Every Sunday | SET XXXX-WXX-7", "twice a month | SET P1M", "Fridays | SET XXXX-WXX-5"],
    ),
    (
        "2022-02-26",
        "They held out for four months, some for up to 20 weeks.",
        ["four months | DURATION P4M", "up to 20 weeks | DURATION P20W EQUAL_OR_LESS"],
    ),
    (
        "2023-02-10",
        "The quake hit in the early hours of Monday; more than 72 hours on, nine were found.",
        [
            "the early hours of Monday | TIME 2023-02-06TMO | 2023-02-06",
            "more than 72 hours | DURATION PT72H MORE_THAN",
        ],
    ),
    (
        "2023-02-10",
        "The eight-month-old truce held until recently.",
        ["eight-month-old | DURATION P8M", "recently | DATE PAST_REF"],
    ),
    (
        "2023-02-10",
        "She was found the day before yesterday, on the morning of the 8th.",
        [
            "the day before yesterday | DATE 2023-02-08 | 2023-02-08",
            "the morning of the 8th | TIME 2023-02-08TMO | 2023-02-08",
        ],
    ),
    (
        "2023-02-10",
        "Rain is forecast from Saturday through Tuesday.",
        ["Saturday | DATE 2023-02-11 | 2023-02-11", "Tuesday | DATE 2023-02-14 | 2023-02-14"],
    ),
    (
        "2024-08-19",
        "The ban runs from 1 September 2024 to 31 May 2025.",
        ["1 September 2024 | DATE 2024-09-01 | 2024-09-01", "31 May 2025 | DATE 2025-05-31 | 2025-05-31"],
    ),
    (
        "2024-08-19",
        "It ran from 3 May to 8 June 2022.",
        ["3 May | DATE 2022-05-03 | 2022-05-03", "8 June 2022 | DATE 2022-06-08 | 2022-06-08"],
    ),
    (
        "2024-08-19",
        "In the autumn they will vote; last spring they did not.",
        ["the autumn | DATE 2024-FA | 2024-09-01 2024-11-30", "last spring | DATE 2024-SP | 2024-03-01 2024-05-31"],
    ),
    ("2024-08-19", "Neither pilot could be reached on Sunday.", ["Sunday | DATE 2024-08-18 | 2024-08-18"]),
    ("2024-08-19", "The vigil planned for Sunday was called off.", ["Sunday | DATE 2024-08-18 | 2024-08-18"]),
    ("2024-08-19", "The firm agreed to buy the yard in January.", ["January | DATE 2025-01 | 2025-01-01 2025-01-31"]),
    (
        "2024-08-19",
        "The judge gave him until early September to pay.",
        ["early September | DATE 2024-09 START | 2024-09-01 2024-09-10"],
    ),
    (
        "2024-08-19",
        "Those were the worst floods since July last year.",
        ["July last year | DATE 2023-07 | 2023-07-01 2023-07-31"],
    ),
    (
        "2024-08-19",
        "Between 2014 and 2016, and again in the past three years, wells ran dry.",
        [
            "2014 | DATE 2014 | 2014-01-01 2014-12-31",
            "2016 | DATE 2016 | 2016-01-01 2016-12-31",
            "the past three years | DURATION P3Y",
        ],
    ),
]


def shown(text: str, time: TimeExpression) -> str:
    days = sorted({str(day) for day in (time.earliest, time.latest) if day})
    meaning = f"{time.type} {time.value} {time.mod or ''}".rstrip()
    return " | ".join([text[time.start : time.end], meaning, *([" ".join(days)] if days else [])])


@pytest.mark.parametrize(("published", "text", "expected"), HISTORY + NEWS)
def test_a_sentence_of_any_year(published: str, text: str, expected: list[str]) -> None:
    report = Report("r1", "test", text, "", published=date.fromisoformat(published))
    assert [shown(text, time) for time in find_times(report, find_sentences(text))] == expected


def test_history_reads_the_same_without_a_date_of_publication() -> None:
    text = "In May 1940 the family fled. In June the port fell."
    values = [time.value for time in find_times(Report("r1", "test", text, ""), find_sentences(text))]
    assert values == ["1940-05", "1940-06"]


@pytest.mark.parametrize(("text", "value"), [
    ("In 1913 he left for Lima. In August they fell out last year.", "2018-08"),
    ("The bridge was built in 1913. It fell on Tuesday. In August it had been shut.", "2018-08"),
    ("It was built in 1913 and rebuilt in 2018. In August it was shut.", "2018-08"),
])  # fmt: skip
def test_news_with_an_old_year_is_no_history(text: str, value: str) -> None:
    report = Report("r1", "test", text, "", published=date(2019, 5, 16))
    assert value in [time.value for time in find_times(report, find_sentences(text))]

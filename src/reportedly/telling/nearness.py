"""How near a statement is to what its story is about."""

from __future__ import annotations

from reportedly.account.account import ClaimEntry
from reportedly.telling.phrasing import words_of
from reportedly.telling.shelf import Shelf
from reportedly.telling.weights import Subject, cosine, dated_sentences, subject_of, telling_words


class Nearness:
    """Measures statements of one account, each story and each statement once."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._stories = {story.id: story for story in shelf.account.stories}
        self._subjects: dict[str, Subject] = {}
        self._known: dict[str, float] = {}

    def of(self, claim: ClaimEntry) -> float:
        """From 0, for a statement without a word of what its story is about, to 1 (a cosine)."""
        if claim.id not in self._known:
            subject = self._subject(self.shelf.reports[claim.report].story)
            vector = subject.vector(telling_words(words_of(claim, self.shelf)))
            self._known[claim.id] = cosine(vector, subject.centre)
        return self._known[claim.id]

    def _subject(self, story: str) -> Subject:
        if story not in self._subjects:
            told = self._stories[story]
            words = [each.words for each in dated_sentences(told, self.shelf)]
            self._subjects[story] = subject_of(told, words, self.shelf)
        return self._subjects[story]

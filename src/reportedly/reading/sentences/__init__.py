"""Words, sentences and paragraphs, with exact offsets."""

from reportedly.reading.sentences.boundaries import find_sentences
from reportedly.reading.sentences.words import lemma_of

__all__ = ["find_sentences", "lemma_of"]

"""Who was killed and who was hurt: single persons ("a man was shot dead") and counts, joined to one toll."""

from reportedly.reading.figures.casualties.tolls import find_toll

__all__ = ["find_toll"]

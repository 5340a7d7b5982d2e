"""Readers of gold data: one file per format, each giving frozen data with offsets into a text."""

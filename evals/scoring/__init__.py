"""Scorers: plain functions from gold and predictions to numbers; they know no model and no file format."""

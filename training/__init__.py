"""Recipes that make what the package ships: the gazetteer and the reading model."""

"""How the reading model is made: data sets in, `src/reportedly/data/model` out. Never imported by the package."""

"""How the classifier of kinds of events is made; nothing here is imported by the package."""

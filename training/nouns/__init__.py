"""How the table of nouns is made; nothing here is imported by the package."""

"""How the weights of tolls are fitted; nothing here is imported by the package."""

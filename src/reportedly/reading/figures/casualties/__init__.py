"""Who was killed and who was hurt, told of single persons."""

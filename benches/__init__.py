"""Speed, each number beside a floor or a peer measured in the same run; ``python -m benches`` runs all."""

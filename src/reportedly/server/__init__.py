"""The desk: a web app over an archive, and the HTTP API that it speaks to."""

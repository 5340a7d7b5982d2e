"""What each page of the desk shows: data classes that are the API's schemas, made from an account."""

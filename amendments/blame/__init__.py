"""Which instrument each word comes from, and which one took out the words that are gone."""

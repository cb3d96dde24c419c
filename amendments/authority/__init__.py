"""Who may amend the bylaws: the rules that a work's folder keeps, how a vote is counted, and what an article says."""

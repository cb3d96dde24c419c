"""An amendment of the sample work in sentences, and what the commands print of one, on one line."""

from __future__ import annotations

from conftest import Outcome

AMENDMENT = """
                        AMENDMENT NO. 1 TO THE BY-LAWS
                                      OF
                      INTERACTIVE VOICE MEDIA (CA) CORP.

     WHEREAS, the Board of Directors wishes to amend the By-Laws;

     NOW, THEREFORE, BE IT RESOLVED, that the By-Laws are hereby amended as follows:

     1. Section 1 of Article III of the By-Laws is hereby amended by striking "at
least one (1) member" and inserting "at least three (3) members" in lieu thereof.

     2. Section 2 of Article II is hereby amended and restated in its entirety to
read as follows:

     "Section 2. Special Meetings. Special meetings may be called by:

          (a)  the President; or

          (b)  the holders of ten percent of the shares.

     Notice shall be given as provided in Section 4."

     3. Article V, Section 22 is hereby deleted in its entirety.

     4. Each reference to "Secretary" in Article V is hereby replaced with "Clerk".

     5. The heading of Section 12 of Article V is amended to read "Finance Officer."

     Except as amended hereby, the By-Laws remain in full force and effect.

     Adopted by the Board of Directors at a meeting held on May 1, 2001, effective
June 1, 2001.
"""


def told(done: Outcome) -> str:
    return " ".join(done.out.split())

"""Words that signal a report, each with the construction that makes it one.

A word of saying counts only with its complement: a clause after أن / إن, a quotation, a colon, its own preposition or,
for the verbs that take one, a noun phrase.  `ClauseFinder.find` gives each cue with its subject as it stands after it
and the place where the complement begins; look-alikes end here.  One module a form of the cue, each on the shoulders of
the ones before it:

    clause         the value that comes out
    ground         the words and classes of one document, and how to move about in them
    particles      أن and prepositions              quotes         speech in marks, or a name
    search         the first mark of a complement    addressees  whom somebody calls on, and what for
    complements    what stands after the cue        backward       … and before it
    subjects       who says, and whom it is said of
    nominals       مضيفا، قوله                       verbs          قال، أعلنت
    prepositional  بحسب، وفقا ل                      verbless       فلان: …
    finder         all of them, in order
"""

from attribution.cues.clause import Clause, Complement
from attribution.cues.finder import ClauseFinder

__all__ = ["Clause", "ClauseFinder", "Complement"]

"""The words of the library, as data: tables of TSV beside this file, compiled once into two dictionaries.

`Lexicon.classes` gives a word its one-letter class, `Lexicon.cues` its readings as a word of saying.  Keys are folded
(see `attribution.view.fold`).  The classes:

====  ==========================================  ====  ==========================================
t T   title or office (bare, definite)            q     complementiser (أن، إن، بأن + pronoun)
o O   head noun of an organisation                e     conjunction that only looks like one (لأن)
u U   generic speaker (مصدر، خبراء)               p y   preposition, preposition with pronoun
d D   document (بيان، تقرير)                      R r   relative pronoun (الذي), (ما، من)
i I   event noun (انسحاب، ضرورة)                  c     other conjunction
m M   other common noun                           k     كان، قد
j J   adjective                                   N     negation
l     place                                       F     future particle
x     an organisation's own name                  s g   demonstrative, pronoun
n     given or family name                        z     time, place or manner of speaking
B     part of a name (بن، أبو، عبد)                h     honorific
V     finite verb of saying                       C     prepositional cue (بحسب، وفقا)
P     participle of saying                        v     other verb
S     noun of saying                              w W   unknown (bare, definite)
====  ==========================================  ====  ==========================================
"""

from attribution.lexicon.compiled import CueReading, Lexicon
from attribution.lexicon.loading import check_lexicon, load_lexicon
from attribution.lexicon.reader import LexiconError
from attribution.lexicon.tables import load_shipped

__all__ = ["CueReading", "Lexicon", "LexiconError", "check_lexicon", "load_lexicon", "load_shipped"]

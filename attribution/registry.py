"""The entities found so far, by their words and by their titles."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from attribution.mentions import Mention
from attribution.spelling import Spelling, Words
from attribution.tokens import Reading

_place = attrgetter("place")
CANDIDATES_BEFORE, CANDIDATES_BEHIND = 48, 16  # of the entities that share a word, in a document with very many
KINDS = ("person", "organization", "document", "unnamed", "role")


class Entity:
    """Somebody in the document: the fullest name, every role, where it is mentioned.

    A name may be given as what tells it, since of most entities of a document nobody asks for the name.
    """

    __slots__ = (
        "_name",
        "at",
        "courtesies",
        "gender",
        "gloss",
        "known",
        "number",
        "place",
        "role_words",
        "roles",
        "speaks",
        "type",
        "words",
    )  # fmt: skip

    def __init__(
        self,
        type: str,
        name: str | Callable[[], str],
        words: Words,
        gender: str,
        number: str,
        roles: Iterable[str] = (),
    ) -> None:
        self.type = type
        self._name = name
        self.words = words
        self.gender = gender
        self.number = number
        self.roles = list(roles)
        self.role_words: list[Words] = []
        self.courtesies: set[str] = set()  # before the name: الأمير، معالي
        self.gloss: Words = ()  # the short name in brackets or marks: الاتحاد الدولي لكرة القدم (الفيفا)
        self.at: list[int] = []  # in order
        self.speaks = False
        self.known = False  # by a name, a title or a word for speakers, not any noun
        self.place = 0  # the token of the mention by which it was found

    @property
    def name(self) -> str:
        if not isinstance(self._name, str):
            self._name = self._name()
        return self._name


class Registry(Spelling):
    """Knows the entities found so far."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.all: list[Entity] = []
        self._by_word: dict[str, dict[str, list[Entity]]] = {kind: {} for kind in KINDS}
        self._by_title: dict[str, list[Entity]] = {}  # persons by the head of a role
        self._persons: list[Entity] = []

    def _shelve(self, entity: Entity) -> None:
        """Make a new entity known by its words."""
        self.all.append(entity)
        index = self._by_word[entity.type]
        for word in entity.words if len(entity.words) == 1 else set(entity.words):
            if word not in index:
                index[word] = [entity]
            else:
                insort(index[word], entity, key=_place)
        if entity.type == "person":
            insort(self._persons, entity, key=_place)

    def _shelve_title(self, entity: Entity, words: Words) -> None:
        """Make a person known by a title."""
        if words and entity.type == "person" and not any(role[:1] == words[:1] for role in entity.role_words):
            insort(self._by_title.setdefault(words[0], []), entity, key=_place)

    def _sharing(self, words: Words, kind: str, at: int) -> Sequence[Entity]:
        """The entities of a type in whose name the first or the last of ``words`` stands."""
        index = self._by_word[kind]
        if not words or (words[-1] not in index and words[0] not in index):
            return ()
        behind, ahead = index.get(words[-1], ()), index.get(words[0], ())
        if not ahead or behind is ahead:
            return _around(behind, at)
        return list(dict.fromkeys((*_around(behind, at), *_around(ahead, at)))) if behind else _around(ahead, at)

    def _people(self, mention: Mention) -> list[Entity]:
        """The persons of the document that have not another gender."""
        return [e for e in _around(self._persons, mention.first) if not opposed(e.gender, mention.gender)]

    def _titled(self, mention: Mention, words: Words) -> list[Entity]:
        """The persons that have a role with the head of ``words`` and not another gender, in order; no one is many."""
        if not words or mention.number == "pl" or words[0] not in self._by_title:
            return []
        titled = self._by_title[words[0]]
        return [e for e in _around(titled, mention.first) if not opposed(e.gender, mention.gender)]

    def _nearest(self, entities: list[Entity], mention: Mention) -> Entity:
        """Of several, the one mentioned last before: of a body or a document meant by what it is (الصحيفة, التقرير)
        whichever it is, of all else one that speaks in the document before one that does not.
        """
        if len(entities) == 1:
            return entities[0]
        at = mention.first
        alone = mention.span[1] - mention.span[0] == 1 and self.letters[mention.span[0]] in "OD"
        fits = entities if alone else [e for e in entities if e.speaks] or entities
        before = [(e.at[bisect_right(e.at, at) - 1], n) for n, e in enumerate(fits) if e.at and e.at[0] <= at]
        if before:
            return fits[max(before)[1]]
        return min(fits, key=lambda e: e.at[0] if e.at else 1 << 60)


def _around(entities: Sequence[Entity], at: int) -> Sequence[Entity]:
    """The entities, in a document of very many those found nearest to a place."""
    if len(entities) <= CANDIDATES_BEFORE + CANDIDATES_BEHIND:
        return entities
    n = bisect_right(entities, at, key=_place)
    return entities[max(0, n - CANDIDATES_BEFORE) : n + CANDIDATES_BEHIND]


def opposed(gender: str, other: str) -> bool:
    return bool(gender and other and gender != other)

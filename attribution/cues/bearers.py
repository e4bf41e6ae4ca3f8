"""Who says where it is not the plain subject: a name in marks, a tongue, a document's author, whom a relay quotes."""

from __future__ import annotations

from attribution.cues.complements import Complements
from attribution.mentions import Mention

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني")
_LONGEST_QUOTED_NAME = 5


class Bearers(Complements):
    """Reads the noun phrases that bear the words of another clause."""

    def _quoted_name(self, i: int, end: int) -> Mention | None:
        """أكد "فلان" أن …: scare quotes around a name."""
        if i >= end or self.letters[i] != "«":
            return None
        close = self._closing(i)
        inside = self.letters[i + 1 : close]
        if not 0 < len(inside) <= _LONGEST_QUOTED_NAME or self.letters[close + 1] not in "pqQz,:(tT":
            return None
        kind = "person" if set(inside) <= set("nBh") or self._surname_in_marks(i + 1, inside) else "organization"
        if kind == "organization" and not self._names_body(inside):
            return None
        inner = self.nouns.at(i + 1, close) if inside[0] in "hntToOx" else None
        if inner is not None and inner.last == close:
            return inner._replace(first=i, last=close + 1)
        return Mention(kind, i, close + 1, (i + 1, close), (), "", "sg")

    def _surname_in_marks(self, i: int, inside: str) -> bool:
        """أوضح «الورفلي»: one definite word that names no body."""
        nisba = inside == "J" and not self.words[i].endswith("ية")
        word = self.words[i]
        return word.startswith("ال") and (nisba or inside == "W") and not word.endswith(("ون", "ات", "ة"))

    def _names_body(self, inside: str) -> bool:
        """«هيئة الإعلام», "الشبكة المحلية للإنقاذ", "بي إن": the classes of words that the name of a body may hold."""
        foreign = len(inside) < _LONGEST_QUOTED_NAME and set(inside) <= set("wAQ") and inside[0] != "Q"
        held = set("nBWwJMxlOoITUtmi&-0AdDuS") | (set("p") if inside[0] in "oOx" and inside[-1] != "p" else set())
        return foreign or inside == "v" or set(inside) <= held

    def _tongue(self, i: int, limit: int) -> Mention | None:
        """أعلنت الحركة على لسان فلان …: who speaks for the subject."""
        if "لسان" not in self.words[i + 1 : i + 5]:
            return None
        for k in range(i, min(i + 4, limit - 2)):
            if self.words[k] == "على" and self.words[k + 1] == "لسان":
                self.taken = k + 1
                return self.nouns.at(k + 2, limit)
        return None

    def _bearer(self, i: int, limit: int) -> tuple[Mention | None, int]:
        """جاء في بيان للوزارة أن: the document says it, or whoever it is by."""
        found = self.nouns.at(i, limit)
        if found is None or found.type != "document":
            return found, found.last if found else i
        for k in range(found.first + 1, min(limit, found.last + 4)):
            by = self.letters[k] == "p" and self.words[k] in ("ل", "عن")
            author = self.nouns.at(k + 1, limit) if by else self.nouns.at(k, limit) if self.letters[k] in "ox" else None
            if author is not None and author.type == "organization":
                return author, max(author.last, found.last)
        return found, found.last

    def _relayed(self, i: int, limit: int) -> tuple[Mention | None, int]:
        """نقلت الوكالة عن فلان: whom the relay quotes."""
        for k in range(i, min(limit, i + 12)):
            if self.letters[k] in "VvqQ":
                break
            if self.letters[k] == "p" and self.words[k] == "عن":
                end = next((m for m in range(k + 1, limit) if self._marks_end(m)), limit)
                mention = self.nouns.at(k + 1, end) or self.nouns.at(k + 1, limit)
                if mention is not None and mention.type == "role" and self.letters[mention.last] == ",":
                    named = self.nouns.at(k + 1, limit)  # عن وكيل اللاعب، فلان، قوله
                    mention = named if named is not None and named.type == "person" else mention
                return mention, mention.last if mention else i
        return None, i

    def _marks_end(self, m: int) -> bool:
        said = self.letters[m] == "S" and (self.words[m].endswith(PRONOUNS) or self.words[m] == "القول")
        return said or self.letters[m] in "qQ:," or (self.letters[m] == "«" and self.letters[m - 1] not in "poO")

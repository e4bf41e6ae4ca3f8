"""What speaks besides persons: bodies, groups, documents, what is only counted or named in marks."""

from __future__ import annotations

from attribution.mentions import Mention
from attribution.persons import Persons

_NUMBERS = frozenset("ثلاث ثلاثة اربع اربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة".split())


class Groups(Persons):
    """Reads the noun phrase at a token by the class of its head."""

    def organization(self, i: int, limit: int) -> Mention | None:
        """A body, a place that speaks, a medium, by what it is or by its proper name."""
        letter = self.letters[i]
        stop = self._proper_name(i, limit) if letter in "lx" else self.phrase_end(i, limit, "o")
        number = "pl" if letter in "oO" and self._plural(i) else "sg"
        return Mention("organization", i, stop, (i, stop), (), self._agreement(i), number)

    def _proper_name(self, i: int, limit: int) -> int:
        """الاتحاد الأفريقي لكرة اليد, وكالة الأنباء المحلية "نبأ", الدفاع المدني في الناحية: and what is added."""
        letter = self.letters[i]
        stop = i + self._run(i, limit, letter)
        if letter == "x":
            while stop < limit and self.letters[stop] == "J":
                stop += 1
            stop += self.gloss(stop, limit)
        league = self.words[i].startswith("ال") and self.words[stop] == "ل" and not self._state(i, stop)
        if league and self.letters[stop + 1] in "iImM" and stop + 1 < limit:
            stop = self.phrase_end(stop + 1, limit, "o")
        if self.letters[stop] == "(":
            stop += self.bracketed(stop, limit)
        if letter == "x" and self.letters[stop] == "p" and self.words[stop] in ("في", "ب") and stop < limit:
            stop += self.complement(stop, limit, "o", False)
        return stop

    def _agreement(self, i: int) -> str:
        genders, letter, word = self.reading.lexicon.genders, self.letters[i], self.words[i]
        if letter in "lx" and word in self.reading.lexicon.longer:
            for length in (4, 3, 2):
                known = genders.get(" ".join(self.words[i : i + length]))
                if known:
                    return known
        if letter in "OxM" and word.endswith("ون") and word.startswith("ال"):
            return "m"  # الحوثيون
        return genders.get(self.stem(i)) or genders.get(word) or ("f" if word.endswith("ة") else "m")

    def unnamed(self, i: int, limit: int) -> Mention | None:
        stop = self.phrase_end(i, limit, head="u")
        if self._called(i, stop, limit):
            return self.titled(i, i, limit)
        called = self.named_by_verb(stop, limit)
        if called > 0 and not self._plural(i):
            end, bare = self.name_end(called, limit), stop == i + 1 and self.words[i].startswith(("احد", "احدى"))
            return Mention("person", i, end, (called, end), () if bare else ((i, stop),), "", "sg")
        if self.words[i] in ("احد", "احدى"):
            person = self._one_of(i, stop, limit)
            if person is not None:
                return person
        number = "pl" if self.stem(i) in self.reading.lexicon.plurals else "sg"
        counted = self.stem(i) not in self.reading.lexicon.generic and stop > i + 1  # بعض الدراسات تؤكد
        return Mention("unnamed", i, stop, (i, stop), (), "" if counted else self._agreement(i), number)

    def _sound_plural(self, i: int) -> bool:
        """محبو الفنان, مروجو الشائعة: an active participle in the plural, its ن dropped before a genitive."""
        word = self.words[i]
        return word.startswith("م") and word.endswith("و") and len(word) > 3 and self.letters[i + 1] in "TUMOWID"

    def _called(self, i: int, stop: int, limit: int) -> bool:
        """الصحفية ليا برنار: a definite word for what one does, before the name."""
        if self.letters[i] != "U" or self._plural(i) or stop >= limit:
            return False
        name = self.skip_honorifics(stop, limit)
        if self.letters[name] == "&" and self.letters[name + 1] in "tT":
            return self.name_after_titles(name + 1, limit)  # الصحفي ورئيس التحرير فلان
        foreign = self.letters[name] == "w" or self.letters[name : name + 2] == "jn"
        return self.letters[name] in "nB" or (foreign and stop == i + 1)

    def _one_of(self, i: int, stop: int, limit: int) -> Mention | None:
        """أحد الأطباء سالم الخطيب; أحد أحفاده، بيتر فان، …"""
        name = stop + 1 if self.letters[stop] == "," else stop
        if name >= limit or self.letters[name] not in "nB" + "w" * (name > stop):
            return None
        if name > stop and not self.apposed_name(name, limit):
            return None
        end = self.name_end(name, limit)
        gender = "f" if self.words[i] == "احدى" else "m"
        return Mention("person", i, end, (name, end), ((i, stop),), gender, "sg")

    def document(self, i: int, limit: int) -> Mention | None:
        stop = self.phrase_end(i, limit, head="d")
        number = "pl" if self._plural(i) else "sg"  # التقارير تؤكد
        return Mention("document", i, stop, (i, stop), (), self._agreement(i), number)

    def definite(self, i: int, limit: int) -> Mention | None:
        """An unknown definite noun: a family name alone (الجبير), a group (المحتجون), a body (الخارجية الأمريكية)."""
        word = self.words[i]
        if self.stem(i) in self.reading.lexicon.callings and self.letters[i + 1] in "nwB":
            return self.titled(i, i, limit)  # الصحفية تكلا
        k = i + 1
        while k < limit and self.letters[k] in "JW":
            k += 1
        joined = self.letters[k] == "&" and self.letters[k + 1] in "tT" and k + 1 < limit
        if joined and self.name_after_titles(k + 1, limit):
            return self.titled(i, i, limit)  # الأكاديمي والمحلل فلان
        if k < limit and self.letters[k] in "nB" and self.letters[i] in "WMJ":
            return self.titled(i, i, limit)  # الصياد علي …: a calling before a name
        if word.endswith(("ون", "ين", "ات")) and len(word) > 6:
            return self.unnamed(i, limit)
        if self.letters[i] == "W" and self.letters[i + 1] not in "JW":
            last, roles = self.appositions(i + 1, limit)
            return Mention("person", i, last, (i, i + 1), roles, "", "sg")
        return self.organization(i, limit)

    def quoted(self, i: int, limit: int) -> Mention | None:
        """An organisation that is only a quoted name: "يوروبول"."""
        size = self.gloss(i, limit)
        inside = self.letters[i + 1 : i + size - 1]
        surname = len(inside) == 1 and inside in "WTJ" and self.words[i + 1].startswith("ال")
        if size >= 3 and (surname or set(inside) <= set("nB")):
            return Mention("person", i, i + size, (i + 1, i + size - 1), (), "", "sg")
        if size < 3 or any(self.letters[k] not in "xnwWlAoOjJM0-" for k in range(i + 1, i + size - 1)):
            return None
        return Mention("organization", i, i + size, (i + 1, i + size - 1), (), "", "sg")

    def counted(self, i: int, limit: int) -> Mention | None:
        """A number and what it counts: 52 صحفية, 3 منظمات."""
        k = i + 1
        if self.letters[k] == "%" or self.words[k + 1] in ("المئة", "المائة", "مئة", "بالمئة"):
            k += 1 if self.letters[k] == "%" else 2
            if self.words[k] != "من":
                return None
            stop = self.phrase_end(k + 1, limit, head="u")
            return Mention("unnamed", i, stop, (i, stop), (), "", "pl")
        if self.letters[k] not in "utmwjodUTM":
            return None
        if self.letters[k] == "u":
            stop = self.phrase_end(k, limit, head="u")
            return Mention("unnamed", i, stop, (i, stop), (), "", "pl")  # 3 أعضاء في المجلس
        if self.letters[k] not in "odt":
            return self.unnamed(i, limit)
        stop = k + 1
        while stop < limit and self.letters[stop] == "j":
            stop += 1
        kind = "document" if self.letters[k] == "d" else "unnamed"  # ثلاثة تقارير
        return Mention(kind, i, stop, (i, stop), (), "", "pl")

    def common(self, i: int, limit: int) -> Mention | None:
        """An indefinite noun, or a number in a word: ثلاث منظمات."""
        number = self.words[i] in _NUMBERS and self.letters[i + 1] in "odt"
        return self.counted(i, limit) if number else self.unnamed(i, limit)

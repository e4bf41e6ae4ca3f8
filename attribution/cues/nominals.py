"""Participles and verbal nouns of saying: حال, مصدر."""

from __future__ import annotations

from attribution.cues.clause import Clause, Complement
from attribution.cues.complements import Complements
from attribution.cues.particles import PREPOSITION_WORDS, own_prepositions
from attribution.mentions import Mention

_NOMINAL_PREPOSITIONS = frozenset().union(*(PREPOSITION_WORDS[code] for code in ("b", "ila", "ala", "min", "an")))
_ATTENTION = frozenset(("النظر", "الانتباه", "الانظار"))
_PERSONAL = frozenset("tTnhUB")
_NOMINAL = frozenset("dDoOtTuUwWmMiIJjlxnBhPyz")
_FORMULAS = frozenset("يمكن يمكنني يمكننا يبقى بد غني جدير الجدير يجدر تجدر يجب ينبغي يود تود نود".split())
_DONE = frozenset("تم تمت يتم تتم جرى جرت يجري تجري".split())
_CARRIED_FAR = 10  # tokens between a light verb and its noun: its subject stands there
_THEREIN = frozenset(("فيه", "فيها", "به", "بها"))


class Nominals(Complements):
    """Reads participles and verbal nouns."""

    def participle(self, clause: Clause) -> Clause | None:
        """حال: …، مضيفا أن …, قائلا: "…" """
        limit = self._limit(clause)
        after = clause.last
        obj = None
        word = self.words[clause.first]
        if "accused" in clause.word.takes and self.words[after] in ("ب", "بان"):
            that = self.letters[after] in "qQ"
            accused = Complement("that" if that else "noun", after, after + that)  # المتهم بتزوير …
            return clause._replace(word=clause.word._replace(form="passive"), complement=accused)
        if self.words[after] in _THEREIN and self.letters[after + 1] not in "qQ:«" and "obj" not in clause.word.takes:
            return None  # طلب موضحا فيه عدد …: what a document shows
        before = self.letters[clause.first - 1]
        if not word.endswith(("ا", "ة", "ه", "ين", "ات", "ون")) and before not in "g,":
            return None  # واجد: a noun like any other
        if "manner" in clause.word.takes and self._said_before(clause):
            return None  # قال ضاحكا: …
        at_once = self.letters[after] in "qQ:«" or self.letters[after + 1] in "qQ«"
        if not at_once and not self._beside(clause.first):
            return None
        if "obj" in clause.word.takes:
            j = self._skip(after, limit)
            marked = self._marked(clause.word.takes, own_prepositions(clause.word.takes), j, limit)
            end = marked.at if marked else limit
            obj = self.nouns.at(j, end, bounded=marked is not None) if self.letters[j] not in "iS«p" else None
            after = obj.last if obj else after
        subject = self._own_subject(clause, limit)
        after = subject.last if subject else after
        complement = self._complement(clause, after, limit)
        if complement is None or not self._within_reach(clause, after, complement.at):
            return None
        return clause._replace(subject=subject, object=obj, complement=complement, polarity=clause.word.polarity)

    def _own_subject(self, clause: Clause, limit: int) -> Mention | None:
        """، مؤكدا سموه أن …, مبينة الوزيرة أن …: حال with its own فاعل, and the clause right behind it"""
        i = clause.last
        apart = self.letters[clause.first - 1] in ",.&"
        if "obj" in clause.word.takes or self.letters[i] not in _PERSONAL or not apart:
            return None
        mention = self.nouns.at(i, limit)
        if mention is None or mention.type not in ("person", "role", "unnamed") or not self._agrees(clause, mention):
            return None
        at = mention.last + (self.letters[mention.last] == "p" and self.letters[mention.last + 1] in "qQ")
        return mention if self.letters[at] in "qQ" else None

    def _within_reach(self, clause: Clause, after: int, at: int) -> bool:
        """Whether only circumstances, or the noun phrase it is said of, stand before the complement."""
        told = clause.word.takes & {"obj", "asked"} or self.words[after] in _ATTENTION  # لافتا النظر إلى …
        nominal = all(letter in _NOMINAL for letter in self.letters[after:at])
        return self._only_circumstances(after, at) or (told and nominal)

    def _said_before(self, clause: Clause) -> bool:
        """Whether a verb of saying stands before the participle in its clause."""
        for k in range(clause.first - 1, clause.sentence[0] - 1, -1):
            if self.letters[k] == "V":
                return True
            if self.letters[k] in ",.:«»":
                break
        return False

    def _beside(self, i: int) -> bool:
        """حال: apart from the sentence, in the accusative, or after a definite noun whose adjective it cannot be."""
        word, before = self.words[i], self.letters[i - 1]
        if before == "&" and word.endswith("ة") and self.letters[i - 2] in "PJj":
            return False  # مشددة ومعبرة عن …: adjectives
        if word.endswith("ا") or before in ",&»)z" or (word.endswith("ين") and before in "OTUMIxnly"):
            return True
        aimed = self.words[i + 1] in ("الى", "على", "عن") or self.letters[i + 1] in "iI"
        return word.endswith("ة") and before in "OTUMISDWJxnly" and aimed

    def verbal_noun(self, clause: Clause) -> Clause | None:
        """مصدر: قوله إن …, تأكيد الوزارة أن …, تصريحات بأن … — only with a clause or quoted words."""
        limit = self._limit(clause)
        subject = None
        after = clause.last
        if not clause.word.enclitic:
            source = after + (self.letters[after] == "p" and self.words[after] == "من")
            subject = self.nouns.at(source, limit)  # ضمانات من الشركة بأن …
            after = subject.last if subject else after
        before = clause.first - 1
        if self._polarity(before, self.reading.lexicon.light.get(self.words[before], "")) == "unreal":
            return None  # إذا تم الإعلان أن …
        reach = min(limit, after + 12)
        if not clause.word.enclitic and not self._at_once(_NOMINAL_PREPOSITIONS, after):
            return self._carried(clause, limit)  # nothing is marked at once
        takes = clause.word.takes | {"that", "quote", "an"}
        if clause.word.takes == {"quote"} and not clause.word.enclitic:
            takes |= {"quoteonly"}  # هتافات ضد "الغلاء"
        found = self._marked(takes, _NOMINAL_PREPOSITIONS, after, reach)
        if found is None or found.kind == "preposition" or (not clause.word.enclitic and found.at > after + 1):
            return self._carried(clause, limit)
        if not self._nominally(clause, found) or self._formula(clause.first):
            return None
        return self._with_preposition(clause._replace(subject=subject, complement=found))

    def _formula(self, i: int) -> bool:
        """يمكن القول إن …, والجدير بالتذكير أن …, غني عن القول: the writer's own words."""
        return any(word in _FORMULAS for word in self.words[max(0, i - 3) : i])

    def _nominally(self, clause: Clause, found: Complement) -> bool:
        """التأكيد أن …, but الاتهامات "باطلة": a definite noun has only a clause, and that at once."""
        strong = "that" in clause.word.takes and "weak" not in clause.word.takes
        if clause.word.enclitic and found.at > clause.last and not strong:
            return False  # بجمع الصور ونشرها ظنا أنه …
        if not self.words[clause.first].startswith("ال") or self.words[clause.first] == "القول":
            return True
        return found.kind == "that" and strong and found.at <= clause.last + 1

    def _carried(self, clause: Clause, limit: int) -> Clause | None:
        """أعادت ألمانيا تأكيد التزامها, تم الإعلان عن …: a light verb before the noun of saying."""
        carrier = self._carrier(clause)
        if carrier < 0:
            return None
        start = self._skip(carrier + 1, clause.first)
        subject = (
            self.nouns.within(start, clause.first) if start < clause.first and self.letters[start] != "p" else None
        )
        polarity = self._polarity(carrier, self.reading.lexicon.light[self.words[carrier]])
        complement = self._reason(clause, limit) or self._complement(clause, clause.last, limit)
        wished = polarity == "unreal" or self._only_wished(carrier)
        if clause.word.enclitic and "obj" not in clause.word.takes and self.words[carrier] in _DONE:
            return None  # تم إقراره: the pronoun is what it is about
        if complement is None or wished or not self._carries(clause, complement):
            return None
        clause = clause._replace(subject=subject, complement=complement, polarity=polarity or clause.polarity)
        return self._with_preposition(clause)

    def _only_wished(self, carrier: int) -> bool:
        """دون أن يتم تنبيههم; but بعد أن تم الإعلان عن …"""
        return self.letters[carrier - 1] == "q" and self.words[carrier - 2] != "بعد"

    def _carries(self, clause: Clause, complement: Complement) -> bool:
        """A weak noun carries only a clause (تم التوصل إلى اتفاق), a definite one no noun of its own (الطلب الجديد)."""
        if "weak" in clause.word.takes:
            return complement.kind == "that" and complement.at <= clause.last + 1
        if complement.kind == "quote":
            return self._only_circumstances(clause.last, complement.at)
        return complement.kind != "noun" or not self.words[clause.first].startswith("ال")

    def _with_preposition(self, clause: Clause) -> Clause:
        """بالقول، بقولها: the ب belongs to the cue."""
        joined = self.words[clause.first - 1] == "ب" and self.reading.glued(clause.first)
        return clause._replace(first=clause.first - 1) if joined else clause

    def _carrier(self, clause: Clause) -> int:
        """The light verb that carries a noun of saying, or -1."""
        if self.letters[clause.first - 1] == "p" and self.words[clause.first - 1] != "ب":
            return -1  # جرى التحقيق منذ إعلان …
        for k in range(clause.first - 1, max(clause.sentence[0], clause.first - _CARRIED_FAR) - 1, -1):
            if self.words[k] in self.reading.lexicon.light:
                relative = self.letters[k - 1] in "Rp" or self.words[k - 1] in ("ما", "مما", "من", "بما")
                if not relative:
                    return k
            if self.letters[k] in "VvPqQ,.«»(RrSe" or self._owns(k, clause.first):
                break
        return -1

    def _owns(self, k: int, i: int) -> bool:
        """صدر بيان عن حقيقة اعتراف …: a bare noun right before the noun of saying has it for its complement."""
        return k == i - 1 and self.letters[k] in "mid"

    def _reason(self, clause: Clause, limit: int) -> Complement | None:
        """وجه شكره إلى العاملين على جهودهم: what the thanks are for stands behind whom they go to."""
        if not {"target", "ala"} <= clause.word.takes:
            return None
        i = clause.last
        while self.letters[i] in "&SJW" or self.letters[i - 1] == "&":
            i += 1  # شكره الجزيل وتقديره وامتنانه
        if self.letters[i] != "p" or self.words[i] not in ("ل", "الى"):
            return None
        after = self._thanked(i, limit)
        if after < limit:
            return Complement("preposition", after, after if "thanks" in clause.word.takes else after + 1)
        return None

#!/usr/bin/env python3
"""Tells annotated indirect speech in other words, for training.

    training/variants.py GOLD.jsonl > VARIANTS.jsonl

News says the same thing in many ways ("The minister said X", "X, the minister told reporters on Monday"); annotated text
has most examples of a few of them. Of every second sentence "SOURCE CUE CONTENT." whose parts stand side by side, this
writes a variant, in one of the forms that variants.json has, as a paragraph of a document with the id of the one it comes
from: the trainer keeps both in one fold. The same input gives the same output.
"""

import json
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
EVERY = 2  # sentence that has a variant; with all of them, real text counts for too little
LENGTHS = range(15, 221)  # of a content, in characters
OTHER_LENGTHS = range(15, 121)  # of one in a subordinate clause
PLACE = re.compile(r"\{([^{}]+)\}")


def clause_verbs():
    """The forms of all verbs after which the rules expect a clause: "said that"."""
    forms = set()
    for lexicon in sorted((HERE.parent / "rules/en/lexicons").glob("*-verbs.json")):
        data = json.loads(lexicon.read_text(encoding="utf-8"))
        for part in data.get("lexicons", [data]):
            for entry in part["entries"]:
                words, _, frames = entry.partition("|")
                if "that" in frames.split():
                    forms.update(words.replace(":", " ").split())
    return forms


class Teller:
    def __init__(self):
        self.data = json.loads((HERE / "variants.json").read_text(encoding="utf-8"))
        self.small = set(self.data["small"])
        self.random = random.Random(20160801)

    def lower(self, text):
        return text[0].lower() + text[1:] if text.split(" ")[0].lower() in self.small else text

    def word(self, name):
        word = self.random.choice(self.data["words"].get(name, [name]))
        return PLACE.sub(lambda inner: self.word(inner[1]), word)

    def form_for(self, source, content, other):
        forms = list(self.data["forms"])
        if source.lower() not in self.data["pronouns"]:
            forms += self.data["forms_of_names"]
        form = self.random.choice(forms)
        wants = (
            ("next" in form and other is None)
            or ("other" in form and (other is None or len(other[1]) not in OTHER_LENGTHS))
            or ("predicate" in form and not self.divide(content))
        )
        return forms[0] if wants else form

    def divide(self, content):
        """Subject and predicate of a clause whose subject is short and plain."""
        return re.fullmatch(r"([\w'’.$ -]{3,60}?) ((?:" + "|".join(self.data["clause"]) + r") .*)", content)

    def words_for(self, name, source, content, other):
        """The words of a place of a form, and what they are: whose source, content or next content."""
        own, _, role = name.rpartition("other ")
        of_other = name != role
        role = (own + role).lower()
        if role == "source":
            return self.lower(other[0] if of_other else source), "source"
        if role in ("subject", "predicate"):
            return self.divide(content)[1 if role == "subject" else 2], "content"
        if role.endswith(("content", "next")):
            told = other[1] if of_other or role.endswith("next") else content
            return ("that " if role.startswith("that ") else "") + self.lower(told), role.split()[-1]
        return self.word(role), None

    def tell(self, source, content, other, text):
        """Appends a paragraph to `text`; returns it and the quotes of the paragraph.

        `other` is the source and the content of another sentence of the document, or None."""
        form = self.form_for(source, content, other)
        spans = {True: [], False: []}  # by whether they belong to the other sentence
        at = 0
        for place in PLACE.finditer(form):
            text += form[at : place.start()]
            at = place.end()
            name, _, word = place[1].partition(": ")
            cue = name.endswith("cue")
            words, role = (self.word(word.lower()), "cue") if cue else self.words_for(name, source, content, other)
            if (word or name)[0].isupper():
                words = words[0].upper() + words[1:]
            spans["other" in name].append((role, [len(text), len(text) + len(words)]))
            text += words
        text += form[at:] + "\n\n"
        return text, self.quotes_of(spans[True]) + self.quotes_of(spans[False])

    @staticmethod
    def quotes_of(spans):
        """One for each cue: the first has the content, the last what is told next, all the source."""
        quotes = [
            {"kind": "indirect", "cue": [span], "source": [], "content": [], "speaker": None}
            for role, span in spans
            if role == "cue"
        ]
        for role, span in spans:
            if role == "source":
                for quote in quotes:
                    quote["source"].append(span)
            elif role in ("content", "next"):
                quotes[-1 if role == "next" else 0]["content"].append(span)
        return quotes


def plain_attributions(document, verbs, data):
    """(source, content) of each "SOURCE CUE CONTENT." without marks of quotation."""
    clause = re.compile(r"\b(" + "|".join(data["clause"]) + r"|\w+ed)\b")
    text = document["text"]
    for quote in document["quotes"]:
        parts = [quote[part] for part in ("source", "cue", "content")]
        if quote["kind"] != "indirect" or any(len(part) != 1 for part in parts):
            continue
        (source, source_end), (cue, cue_end), (content, end) = (part[0] for part in parts)
        who, what = text[source:source_end], text[content:end]
        beside = text[source_end:cue] == " " and text[cue_end:content] == " "
        closed = text[end : end + 1] == "." or what.endswith(".")
        if not beside or not closed or who.lower() in data["never"] or text[cue:cue_end].lower() not in verbs:
            continue
        if len(what) not in LENGTHS or re.search(r"[“”\"‘\n;:—]", who + what):
            continue
        if who.endswith(",") or not clause.search(what):
            continue
        yield who, re.sub(r"^that ", "", what).rstrip(". ")


def main():
    teller = Teller()
    verbs = clause_verbs()
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            told = list(plain_attributions(document, verbs, teller.data))
            text, quotes = "", []
            for i, (source, content) in list(enumerate(told))[::EVERY]:
                other = told[(i + 1) % len(told)] if len(told) > 1 else None
                text, added = teller.tell(source, content, other, text)
                quotes += added
            if quotes:
                print(json.dumps({"id": document["id"], "text": text, "quotes": quotes}, ensure_ascii=False))


if __name__ == "__main__":
    main()

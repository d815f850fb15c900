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

    def form_for(self, source, content, has_next):
        forms = list(self.data["forms"])
        if source.lower() not in self.data["pronouns"]:
            forms += self.data["forms_of_names"]
        form = self.random.choice(forms)
        wants = ("next" in form and not has_next) or ("predicate" in form and not self.divide(content))
        return forms[0] if wants else form

    def divide(self, content):
        """Subject and predicate of a clause whose subject is short and plain."""
        return re.fullmatch(r"([\w'’.$ -]{3,60}?) ((?:" + "|".join(self.data["clause"]) + r") .*)", content)

    def tell(self, source, content, next_content, text):
        """Appends a paragraph to `text`; returns it and the quotes of the paragraph."""
        form = self.form_for(source, content, next_content is not None)
        quotes, at = [], 0

        def add(words, role=None):
            nonlocal text
            begin, text = len(text), text + words
            if role == "cue":
                quotes.append({"kind": "indirect", "cue": [], "source": [], "content": [], "speaker": None})
            return role, [begin, len(text)]

        spans = []
        for place in PLACE.finditer(form):
            add(form[at : place.start()])
            at = place.end()
            name, _, word = place[1].partition(": ")
            if name == "cue":
                spans.append(add(self.word(word), "cue"))
            elif name in ("source", "Source"):
                words = self.lower(source)
                spans.append(add(words if name == "source" else words[0].upper() + words[1:], "source"))
            elif name == "Content":
                spans.append(add(content[0].upper() + content[1:], "content"))
            elif name in ("content", "that content"):
                spans.append(add(("that " if "that" in name else "") + self.lower(content), "content"))
            elif name in ("Subject", "predicate"):
                part = self.divide(content)[1 if name == "Subject" else 2]
                spans.append(add(part[0].upper() + part[1:] if name == "Subject" else part, "content"))
            elif name == "that next":
                spans.append(add("that " + self.lower(next_content), "next"))
            else:
                words = self.word(name.lower())
                add(words[0].upper() + words[1:] if name[0].isupper() else words)
        add(form[at:] + "\n\n")

        cues = iter(quotes)
        for role, span in spans:
            if role == "cue":
                next(cues)["cue"].append(span)
            elif role == "source":
                for quote in quotes:
                    quote["source"].append(span)
            else:
                quotes[-1 if role == "next" else 0]["content"].append(span)
        return text, quotes


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
                following = told[(i + 1) % len(told)][1] if len(told) > 1 else None
                text, added = teller.tell(source, content, following, text)
                quotes += added
            if quotes:
                print(json.dumps({"id": document["id"], "text": text, "quotes": quotes}, ensure_ascii=False))


if __name__ == "__main__":
    main()

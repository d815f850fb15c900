#!/usr/bin/env python3
"""Tags plain text with spaCy and writes the training file of train_tagger.

    silver_tags.py MODEL IN.jsonl OUT.jsonl

MODEL is a spaCy pipeline with a Penn Treebank tagger and a dependency parser (en_core_web_sm 3.6).
Each line of IN has "id" and "text". Each line of OUT has "id", "text" and "tags": [begin, end, tag],
in bytes of the UTF-8 text, one for each token of spaCy, with the tag names of core/tags/tags.h.
"""
import json
import re
import sys

import spacy

PENN = {
    "NN": "noun", "NNS": "nouns", "NNP": "propn", "NNPS": "propn", "PRP": "pron", "EX": "pron",
    "PRP$": "poss", "POS": "poss", "DT": "det", "PDT": "det", "TO": "to", "CC": "conj", "CD": "num",
    "JJ": "adj", "JJR": "adj", "JJS": "adj", "AFX": "adj", "RB": "adv", "RBR": "adv", "RBS": "adv",
    "MD": "modal", "VB": "verb", "VBP": "vbp", "VBD": "vbd", "VBZ": "vbz", "VBG": "vbg",
    "VBN": "vbn", "WDT": "wh", "WP": "wh", "WP$": "wh", "WRB": "wh", "RP": "particle",
    "HYPH": "punct", ",": "punct", ".": "punct", ":": "punct", "-LRB-": "punct", "-RRB-": "punct",
    "NFP": "punct", "``": "quote", "''": "quote",
}
AUXILIARY = {
    "be": "be is are was were been being am 's 're 'm ai",
    "have": "have has had having 've",
    "do": "do does did doing done",
}
AUXILIARY = {form: tag for tag, forms in AUXILIARY.items() for form in forms.split()}
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d\n", "''\"\" ")


def tag_of(token):
    word = token.lower_
    if token.tag_ == "IN":
        if word == "that":
            return "that"
        return "sub" if token.dep_ == "mark" else "prep"
    if token.tag_.startswith("VB"):
        if word == "'s" and token.dep_ == "aux" and token.head.tag_ == "VBN":
            return "have"
        if word == "'d" and token.tag_ == "VBD":
            return "have"
        if word in AUXILIARY:
            return AUXILIARY[word]
    return PENN.get(token.tag_, "other")


def paragraphs(text):
    for match in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text):
        yield match.start(), match.group()


def main():
    model, source, target = sys.argv[1:4]
    nlp = spacy.load(model, exclude=["ner", "lemmatizer", "senter"])
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            at_byte = [0]
            for character in text:
                at_byte.append(at_byte[-1] + len(character.encode("utf-8")))
            tags = []
            parts = list(paragraphs(text))
            docs = nlp.pipe([part.translate(STRAIGHT) for _, part in parts], batch_size=64)
            for (start, _), doc in zip(parts, docs):
                for token in doc:
                    if not token.is_space:
                        begin = start + token.idx
                        tags.append([at_byte[begin], at_byte[begin + len(token)], tag_of(token)])
            out.write(json.dumps({"id": record.get("id", ""), "text": text, "tags": tags},
                                 ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

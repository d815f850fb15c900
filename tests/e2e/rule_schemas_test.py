"""Every file of rules/ against the schema of its kind, rules/schema."""

import copy
import json
import unittest

import jsonschema

from command import ROOT

RULES = ROOT / "rules"


def schema(name):
    return jsonschema.Draft202012Validator(
        json.loads((RULES / "schema" / f"{name}.schema.json").read_text())
    )


def kind_of(path, content):
    """Some files are known by their names, others by what is in them."""
    if path.stem in ("pack", "html", "agencies", "quote-marks", "grammars", "given-names"):
        return path.stem
    if "line_words" in content:
        return "line-words"
    return "lexicon" if "lexicons" in content or "class" in content else "rules"


def files():
    for path in sorted(RULES.rglob("*.json")):
        if path.parent.name != "schema":
            yield path, json.loads(path.read_text())


class RuleSchemas(unittest.TestCase):
    def test_every_file_is_as_its_schema_says(self):
        kinds = set()
        for path, content in files():
            kind = kind_of(path, content)
            kinds.add(kind)
            with self.subTest(file=str(path.relative_to(ROOT))):
                errors = [f"{list(e.absolute_path)}: {e.message[:200]}"
                          for e in schema(kind).iter_errors(content)]
                self.assertEqual(errors[:3], [])
        self.assertEqual(kinds, {path.name.split(".")[0] for path in (RULES / "schema").iterdir()})

    def test_what_is_misspelt_is_refused(self):
        for path, content in files():
            wrong = copy.deepcopy(content)
            inner = wrong[0] if isinstance(wrong, list) else wrong
            inner["abuot"] = "a member that nothing knows"
            with self.subTest(file=str(path.relative_to(ROOT))):
                self.assertFalse(schema(kind_of(path, content)).is_valid(wrong))


if __name__ == "__main__":
    unittest.main()

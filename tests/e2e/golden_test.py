"""Golden files: what `quotary extract` says about a text, kept and reviewed like code.

Cases are tests/golden/<case>/input.txt with expected.jsonl beside it, and every .txt and .html of
corpus/ with .expected.jsonl beside it; of pages the record holds the text as well. tests/golden/update.sh writes the expected files anew.
"""

import difflib
import json
import sys
import unittest

from command import ROOT, SCHEMA, run

# Everything that was found; offsets that an editor can check.
OPTIONS = ("--all", "--offsets", "codepoints", "--format", "jsonl", "--jobs", "1")


def cases():
    for text in sorted((ROOT / "tests" / "golden").glob("*/input.txt")):
        yield text, text.with_name("expected.jsonl")
    for pattern in ("*.txt", "*.html"):
        for text in sorted((ROOT / "corpus").rglob(pattern)):
            yield text, text.with_suffix(".expected.jsonl")


def actual(text):
    """The record, laid out so that differences are lines; named without a folder."""
    more = ("--with-text",) if text.suffix == ".html" else ()
    done = run("extract", *OPTIONS, *more, text.name, cwd=text.parent)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    return done.stdout.decode()


def laid_out(lines):
    return json.dumps(json.loads(lines), indent=1, ensure_ascii=False).splitlines()


class Golden(unittest.TestCase):
    maxDiff = None

    def test_every_text(self):
        some = False
        for text, expected in cases():
            some = True
            with self.subTest(text=str(text.relative_to(ROOT))):
                self.assertTrue(expected.exists(), "run tests/golden/update.sh and review")
                kept, found = expected.read_text(), actual(text)
                SCHEMA.validate(json.loads(kept))
                if kept != found:
                    lines = difflib.unified_diff(
                        laid_out(kept), laid_out(found), "expected", "found", lineterm="", n=4
                    )
                    self.fail("\n" + "\n".join(lines))
        self.assertTrue(some, "no golden files")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        for text, expected in cases():
            expected.write_text(actual(text))
            print(expected.relative_to(ROOT))
    else:
        unittest.main()

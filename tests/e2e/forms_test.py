"""One article in every form: tests/golden/forms, kept and reviewed like code.

tests/golden/update.sh writes them anew. JSON is laid out over lines there, to be read.
"""

import difflib
import json
import sys
import unittest

from command import ROOT, run

ARTICLE = ROOT / "corpus" / "river-forum" / "article.txt"
FOLDER = ROOT / "tests" / "golden" / "forms"
COMMANDS = {
    "extract.view.txt": ("extract", "--format", "view"),
    "extract.csv": ("extract", "--format", "csv"),
    "extract.brat.ann": ("extract", "--format", "brat"),
    "extract.eval.json": ("extract", "--format", "eval"),
    "prov.json": ("extract", "--format", "prov"),
    "schema-org.json": ("extract", "--format", "schema-org"),
    "ninjs.json": ("extract", "--format", "ninjs"),
    "web-annotation.json": ("extract", "--format", "web-annotation"),
    "provenance.view.txt": ("provenance", "--format", "view"),
    "provenance.json": ("provenance", "--format", "jsonl"),
    "provenance.csv": ("provenance", "--format", "csv"),
    "strip.txt": ("strip",),
    "strip.map.json": ("strip", "--map", "--offsets", "codepoints"),
}


def actual(name):
    done = run(*COMMANDS[name], "--jobs", "1", ARTICLE.name, cwd=ARTICLE.parent)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    text = done.stdout.decode()
    if name.endswith(".json"):
        text = json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"
    return text


def kept(name):
    return (FOLDER / name).read_bytes().decode()


class Forms(unittest.TestCase):
    def test_every_form(self):
        self.assertEqual({path.name for path in FOLDER.iterdir()}, set(COMMANDS))
        for name in COMMANDS:
            with self.subTest(form=name):
                lines = difflib.unified_diff(
                    kept(name).splitlines(), actual(name).splitlines(),
                    "expected", "found", lineterm="", n=4,
                )
                self.assertEqual("\n".join(lines), "")

    def test_both_commands_say_the_same(self):
        for form in ("prov", "schema-org", "ninjs", "web-annotation"):
            said = [run(command, "-f", form, ARTICLE).stdout for command in ("extract", "provenance")]
            self.assertEqual(*said)


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        FOLDER.mkdir(exist_ok=True)
        for each in COMMANDS:
            (FOLDER / each).write_bytes(actual(each).encode())
            print((FOLDER / each).relative_to(ROOT))
    else:
        unittest.main()

"""A text and a page in every form: tests/golden/forms/<article>, kept and reviewed like code.

tests/golden/update.sh writes them anew. JSON is laid out over lines there, to be read.
"""

import difflib
import json
import re
import sys
import unittest

from command import ROOT, run

ARTICLES = [
    ROOT / "corpus" / "river-forum" / "article.txt",
    ROOT / "corpus" / "canal-summit" / "article.html",
]
FOLDER = ROOT / "tests" / "golden" / "forms"
FORMS_OF_OTHERS = ("prov", "schema-org", "ninjs", "web-annotation")
COMMANDS = {
    "extract.view.txt": ("extract", "--format", "view"),
    "extract.json": ("extract", "--format", "jsonl"),
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


def formats_of(command):
    """The formats that a command says it has."""
    said = run(command, "--format", "?").stderr.decode()
    return re.findall(r"[a-z-]+", said[said.index("{") : said.index("}")])


def forms():
    """Of every article in every form: the article, the name of the form, the file it is kept in."""
    for article in ARTICLES:
        for name in COMMANDS:
            yield article, name, FOLDER / article.parent.name / name


def actual(article, name):
    done = run(*COMMANDS[name], "--jobs", "1", article.name, cwd=article.parent)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    text = done.stdout.decode()
    if name.endswith(".json"):
        text = json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"
    return text


class Forms(unittest.TestCase):
    def test_every_form(self):
        for article, name, kept in forms():
            with self.subTest(article=article.parent.name, form=name):
                lines = difflib.unified_diff(
                    kept.read_bytes().decode().splitlines(), actual(article, name).splitlines(),
                    "expected", "found", lineterm="", n=4,
                )
                self.assertEqual("\n".join(lines), "")

    def test_no_file_is_left_over(self):
        kept = {path for path in FOLDER.rglob("*") if path.is_file()}
        self.assertEqual(kept, {path for _, _, path in forms()})

    def test_both_commands_say_the_same(self):
        for article in ARTICLES:
            for form in FORMS_OF_OTHERS:
                with self.subTest(article=article.parent.name, form=form):
                    said = [run(command, "-f", form, article).stdout
                            for command in ("extract", "provenance")]
                    self.assertEqual(*said)

    def test_no_command_has_a_form_without_a_golden_file(self):
        for command in ("extract", "provenance"):
            for form in formats_of(command):
                kept = any(words[0] == command and form in words for words in COMMANDS.values())
                # What scorers read is of lines, not of articles; the forms of others are the same.
                other = (command, form) == ("provenance", "eval") or form in FORMS_OF_OTHERS
                self.assertTrue(kept or other, f"{command} --format {form}")
        for form in FORMS_OF_OTHERS:
            self.assertTrue(any(form in words for words in COMMANDS.values()), form)


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        for each, form, path in forms():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual(each, form).encode())
            print(path.relative_to(ROOT))
    else:
        unittest.main()

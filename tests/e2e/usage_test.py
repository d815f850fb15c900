"""The command line itself: help, completion, wrong usage."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from command import PROGRAM, ROOT, article, run

COMMANDS = ((), ("extract",), ("provenance",), ("strip",), ("eval",), ("rules",),
            ("rules", "check"), ("rules", "test"), ("rules", "explain"), ("completion",))


def examples_of(command):
    """The lines of its help that are to be typed; what is said of them stands two blanks apart."""
    lines = run(*command, "--help").stdout.decode().split("Examples:\n")[1].splitlines()
    return [re.split(r" {2,}", line.strip())[0] for line in lines if "quotary " in line]


def write_what_examples_name(folder):
    """article.txt, page.html, news.jsonl, gold.jsonl, brat in two directories, a rule pack."""
    (folder / "articles").mkdir()
    for name in ("article.txt", "articles/a.txt"):
        (folder / name).write_text(article())
    page = ROOT / "corpus" / "canal-summit" / "article.html"
    shutil.copy(page, folder / "page.html")
    (folder / "news.jsonl").write_text(json.dumps({"id": "1", "body": article()}) + "\n")
    gold = {"id": "1", "text": article(), "quotes": []}
    (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n")
    for name in ("corrected", "predicted"):
        run("extract", "-f", "brat", "-o", folder / name, folder / "article.txt")
    (folder / "my-rules").mkdir()
    pack = {"id": "mine", "version": "1.0.0", "language": 1, "lang": "en", "licence": "Apache-2.0"}
    (folder / "my-rules" / "pack.json").write_text(json.dumps(pack))


class Usage(unittest.TestCase):
    def wrong(self, *arguments):
        """The one line of complaint about wrong usage."""
        done = run(*arguments, stdin=article())
        self.assertEqual((done.returncode, done.stdout), (2, b""), arguments)
        (line,) = done.stderr.decode().splitlines()
        return line

    def test_wrong_usage_is_status_2_and_one_line(self):
        self.wrong()
        self.wrong("extract", "--format", "xml")
        self.wrong("extract", "--offsets", "lines")
        self.wrong("provenance", "--format", "brat")
        self.wrong("strip", "--format", "text")
        self.wrong("extract", "--min-confidence", "2")
        self.wrong("extract", "--jobs", "0")
        self.wrong("extract", "--progress", "--no-progress")
        self.wrong("extract", "--rules", "/nowhere")
        self.wrong("completion", "tcsh")

    def test_suggests_what_may_have_been_meant(self):
        self.assertIn("`extract`", self.wrong("extarct", "a.txt"))
        self.assertIn("`--format`", self.wrong("extract", "--fromat", "csv"))
        self.assertIn("`--version`", self.wrong("--versoin"))
        self.assertIn("`check`", self.wrong("rules", "chekc", "."))

    def test_help_has_examples_for_every_command(self):
        for command in COMMANDS:
            done = run(*command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertTrue(done.stdout.endswith(b"\n"))
            for line in examples_of(command):
                if command:
                    self.assertIn(command[0], line)

    def test_what_help_says_can_be_typed(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            write_what_examples_name(folder)
            (folder / "bin").mkdir()
            (folder / "bin" / "quotary").symlink_to(PROGRAM)
            path = f"{folder / 'bin'}:{os.environ['PATH']}"
            places = {"curl -s URL": "cat page.html", "/etc/bash_completion.d/": "./",
                      "${fpath[1]}/": "./", "~/.config/fish/completions/": "./"}
            tried = set()
            for command in COMMANDS:
                for line in examples_of(command):
                    for place, here in places.items():
                        line = line.replace(place, here)
                    done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True,
                                          env={**os.environ, "PATH": path}, timeout=60)
                    with self.subTest(example=line):
                        self.assertEqual((done.returncode, done.stderr), (0, b""))
                    tried.add(line)
            self.assertGreater(len(tried), 25)

    def test_what_cannot_be_printed_is_status_1(self):
        for command in (("--help",), ("extract", "--help"), ("--version",), ("completion", "bash"),
                        ("rules", "check", ROOT / "rules" / "en"),
                        ("rules", "explain", "en.quote-name-verb", "--text", '"No," he said.')):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, *command], stdout=full, stderr=subprocess.PIPE)
            with self.subTest(command=command):
                self.assertEqual(done.returncode, 1)
                self.assertIn(b"No space left", done.stderr)

    def test_a_reader_that_goes_is_no_fault(self):
        for command in (("--help",), ("completion", "zsh"), ("rules", "check", ROOT / "rules" / "en")):
            words = " ".join(f"'{word}'" for word in (PROGRAM, *command))
            script = f"{{ sleep 0.2; {words}; echo $? >&2; }} | true"
            done = subprocess.run(["bash", "-c", script], capture_output=True)
            with self.subTest(command=command):
                self.assertEqual(done.stderr, b"0\n")

    def test_a_gold_without_documents_is_no_measure(self):
        done = run("eval", "-", stdin=b"")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"no annotated document", done.stderr)
        done = run("eval", "/nowhere")
        self.assertEqual((done.returncode, done.stdout), (1, b""))

    def test_tells_its_version(self):
        done = run("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout.decode(), r"^quotary \d+\.\d+\.\d+\n$")

    def test_the_built_in_rules_are_without_fault(self):
        for command in ("check", "test"):
            done = run("rules", command, ROOT / "rules" / "en")
            self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())
        self.assertNotIn("warning", run("rules", "check", ROOT / "rules" / "en").stderr.decode())

    def test_completion_knows_commands_options_and_values(self):
        for shell in ("bash", "zsh", "fish"):
            script = run("completion", shell).stdout.decode()
            for word in ("extract", "min-confidence", "codepoints"):
                self.assertIn(word, script, shell)

    def test_bash_completes(self):
        script = run("completion", "bash").stdout.decode()

        def completed(*words):
            listed = " ".join(f"'{word}'" for word in words)
            test = f"COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _quotary"
            done = subprocess.run(
                ["bash", "-c", f'{script}\n{test}\necho "${{COMPREPLY[@]}}"'],
                capture_output=True,
                check=True,
            )
            return done.stdout.decode().split()

        self.assertEqual(completed("quotary", "extr"), ["extract"])
        self.assertEqual(completed("quotary", "extract", "--form"), ["--format"])
        self.assertEqual(completed("quotary", "extract", "-f", "js"), ["jsonl"])
        self.assertEqual(completed("quotary", "provenance", "-f", "schema"), ["schema-org"])
        self.assertEqual(completed("quotary", "strip", "--ma"), ["--map"])
        self.assertEqual(completed("quotary", "completion", "f"), ["fish"])
        self.assertEqual(
            completed("quotary", "rules", "explain", "--show", ""), ["re2", "alphabet"]
        )

    @unittest.skipUnless(shutil.which("fish"), "no fish here")
    def test_fish_completes(self):
        script = run("completion", "fish").stdout.decode()

        def completed(line):
            done = subprocess.run(
                ["fish", "-N", "-c", f"{script}\ncomplete -C {json.dumps(line)}"],
                capture_output=True, check=True, stdin=subprocess.DEVNULL,
            )
            return [each.split("\t")[0] for each in done.stdout.decode().splitlines()]

        self.assertEqual(completed("quotary extr"), ["extract"])
        self.assertEqual(completed("quotary extract --form"), ["--format"])
        self.assertEqual(completed("quotary extract -f js"), ["jsonl"])
        self.assertEqual(completed("quotary rules explain --show "), ["alphabet", "re2"])

    @unittest.skipUnless(shutil.which("zsh"), "no zsh here")
    def test_zsh_can_read_its_script(self):
        script = run("completion", "zsh").stdout
        done = subprocess.run(["zsh", "-fn"], input=script, capture_output=True)
        self.assertEqual((done.returncode, done.stderr), (0, b""))


if __name__ == "__main__":
    unittest.main()

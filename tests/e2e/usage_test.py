"""The command line itself: help, completion, wrong usage."""

import subprocess
import unittest

from command import ROOT, article, run


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
        for command in ((), ("extract",), ("rules",), ("rules", "check"), ("rules", "test"),
                        ("rules", "explain"), ("eval",), ("provenance",), ("strip",),
                        ("completion",)):
            done = run(*command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(b"Examples:", done.stdout)
            self.assertTrue(done.stdout.endswith(b"\n"))

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


if __name__ == "__main__":
    unittest.main()

"""`quotary eval` as its users meet it."""

import json
import pathlib
import tempfile
import unittest

from command import json_lines, run

TEXT = '"It rained," Ann Lee said. "All night."'
QUOTE = {"kind": "direct", "content": [[0, 12], [27, 39]], "cue": [[21, 25]],
         "source": [[13, 20]], "speaker": "Ann Lee"}
GOLD = {"id": "a", "text": TEXT, "quotes": [QUOTE]}


class Eval(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, documents):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(json_lines(documents))
        return path

    def judged(self, *arguments):
        done = run("eval", "--json", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return json.loads(done.stdout)

    def test_judges_what_the_program_finds(self):
        report = self.judged(self.file("gold.jsonl", [GOLD]))
        self.assertEqual(report["all"]["exact"], [1, 1, 1])
        self.assertEqual(report["all"]["attribution"], 1)
        self.assertEqual(report["all"]["speaker"], 1)

    def test_judges_predictions_by_the_id_of_their_document(self):
        gold = self.file("gold.jsonl", [GOLD, {**GOLD, "id": "b"}])
        one = {"id": "b", "quotes": [QUOTE]}
        report = self.judged(gold, "--pred", self.file("pred.jsonl", [one]))
        self.assertEqual((report["all"]["gold"], report["all"]["pred"]), (2, 1))
        self.assertEqual(report["all"]["exact"][:2], [1, 0.5])

    def test_predictions_for_other_documents_are_the_wrong_file(self):
        gold = self.file("gold.jsonl", [GOLD])
        pred = self.file("pred.jsonl", [{"id": "a", "quotes": []}, {"id": "x", "quotes": []}])
        done = run("eval", gold, "--pred", pred)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"(1), such as `x`: is it the right file?", done.stderr)
        self.assertIn(b"direct", done.stdout)

    def test_predictions_outside_the_text_count_as_none(self):
        wrong = {"id": "a", "quotes": [{**QUOTE, "content": [[0, 4000]]}]}
        done = run("eval", self.file("gold.jsonl", [GOLD]), "--pred",
                   self.file("pred.jsonl", [wrong]), "--json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertEqual(json.loads(done.stdout)["all"]["pred"], 0)

    def test_shows_what_was_missed(self):
        wrong = {**QUOTE, "source": [[28, 31]], "speaker": "All"}
        pred = self.file("pred.jsonl", [{"id": "a", "quotes": [wrong]}])
        done = run("eval", self.file("gold.jsonl", [GOLD]), "--pred", pred, "--errors", "5")
        self.assertIn(b"  source   Ann Lee", done.stdout)
        self.assertIn(b"  source   All", done.stdout)

    def test_direct_only_leaves_the_rest_out(self):
        indirect = {**QUOTE, "kind": "indirect", "content": [[27, 39]]}
        gold = self.file("gold.jsonl", [{**GOLD, "quotes": [QUOTE, indirect]}])
        self.assertEqual(self.judged(gold)["all"]["gold"], 2)
        self.assertEqual(self.judged(gold, "--direct-only")["all"]["gold"], 1)


if __name__ == "__main__":
    unittest.main()

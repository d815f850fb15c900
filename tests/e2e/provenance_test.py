"""`quotary provenance` and `quotary strip` as their users meet them."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from command import PROGRAM, SCHEMA, json_lines, run

WIRE = 'Storm Leaves Towns Dark\n\nTARROW, Ore. (AP) — "It rained," Ann Lee said on Monday.\n'
REPOST = "Rain fell.\n\nThis article includes reporting from The Associated Press\n"


def provenance(*arguments, stdin=b""):
    done = run("provenance", "-f", "jsonl", *arguments, stdin=stdin)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    for record in records:
        SCHEMA.validate(record)
    return records


class Provenance(unittest.TestCase):
    def test_says_where_a_text_comes_from(self):
        (record,) = provenance(stdin=WIRE)
        self.assertEqual(record["provenance"]["text"]["origin"], "wire")
        self.assertEqual(record["provenance"]["text"]["house"], "ap")
        self.assertNotIn("quotes", record)

    def test_is_in_the_record_of_extract_too(self):
        done = run("extract", stdin=WIRE)
        record = json.loads(done.stdout)
        SCHEMA.validate(record)
        self.assertEqual(record["provenance"], provenance(stdin=WIRE)[0]["provenance"])
        done = run("extract", "--no-provenance", stdin=WIRE)
        self.assertNotIn("provenance", json.loads(done.stdout))

    def test_a_house_is_no_wire_on_its_own_site(self):
        (record,) = provenance("--publisher", "apnews.com", stdin=WIRE)
        self.assertNotEqual(record["provenance"]["text"]["origin"], "wire")

    def test_heeds_the_publisher_of_each_document(self):
        lines = json_lines(
            [{"id": "a", "text": WIRE, "publisher": "AP"}, {"id": "b", "text": WIRE}]
        )
        first, second = provenance("--input-format", "jsonl", stdin=lines)
        self.assertNotEqual(first["provenance"]["text"]["origin"], "wire")
        self.assertEqual(second["provenance"]["text"]["origin"], "wire")
        self.assertEqual(first["publisher"], "AP")

    def test_shows_a_line_of_verdict(self):
        done = run("provenance", "-f", "view", stdin=WIRE)
        self.assertIn("text: wire copy of The Associated Press", done.stdout.decode())
        done = run("provenance", "-f", "view", stdin=REPOST)
        self.assertIn("with contributions of The Associated Press", done.stdout.decode())

    def test_names_houses_in_full(self):
        done = run("provenance", "-f", "csv", stdin=WIRE)
        self.assertIn("The Associated Press", done.stdout.decode())

    def test_offsets_count_what_is_asked_for(self):
        text = "É 😀\n\n" + WIRE
        for unit, more in (("bytes", 4), ("utf16", 1), ("codepoints", 0)):
            (record,) = provenance("--offsets", unit, stdin=text)
            (dateline,) = record["provenance"]["statements"]
            self.assertEqual(dateline["begin"], text.index("TARROW") + more)

    def test_keeps_the_order_of_the_input(self):
        lines = json_lines({"id": str(i), "text": WIRE * (i % 5)} for i in range(300))
        records = provenance("--jobs", "2", "--input-format", "jsonl", stdin=lines)
        self.assertEqual([record["id"] for record in records], [str(i) for i in range(300)])

    def test_what_fails_is_status_1_and_the_rest_is_done(self):
        done = run("provenance", "-f", "jsonl", "/nowhere", "-", stdin=WIRE)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertEqual(run("provenance", "--format", "xml").returncode, 2)

    def test_predicts_for_scorers(self):
        line = json.dumps({"id": "1", "line": "(AP Photo/Ann Lee)"})
        done = run("provenance", "--format", "eval", stdin=line)
        (item,) = json.loads(done.stdout)["items"]
        self.assertEqual((item["kind"], item["people"]), ("credit", ["Ann Lee"]))


class Strip(unittest.TestCase):
    def test_text_in_text_out(self):
        done = run("strip", stdin=WIRE)
        self.assertEqual(
            done.stdout.decode(),
            'Storm Leaves Towns Dark\n\n"It rained," Ann Lee said on Monday.\n',
        )

    def test_json_lines_in_json_lines_out(self):
        lines = json_lines([{"key": 7, "body": WIRE, "date": "2024"}])
        options = ("--input-format", "jsonl", "--text-field", "body", "--id-field", "key")
        record = json.loads(run("strip", *options, stdin=lines).stdout)
        self.assertEqual(record["key"], "7")
        self.assertEqual(record["date"], "2024")
        self.assertNotIn("(AP)", record["body"])
        self.assertNotIn("kept", record)

    def test_the_map_leads_back(self):
        text = "Ü 😀\n\n" + WIRE + "\n(Reporting by Ann Lee in Tarrow; Editing by Bo Li)\n"
        done = run("strip", "--map", "--offsets", "codepoints", stdin=text)
        record = json.loads(done.stdout)
        self.assertGreater(len(record["kept"]), 1)
        for kept in record["kept"]:
            was = text[kept["begin"] : kept["end"]]
            self.assertEqual(record["text"][kept["at"] :][: len(was)], was)
        between = "".join(record["text"][b["at"] - 2 : b["at"]] for b in record["kept"][1:])
        self.assertEqual(between.strip(), "")

    def test_texts_are_parted_by_form_feeds(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a.txt", "b.txt", "c.txt"):
                (pathlib.Path(folder) / name).write_text(name + " is a text.\n")
            done = run("strip", folder)
        texts = done.stdout.decode().split("\f")
        self.assertEqual([text[:5] for text in texts], ["a.txt", "b.txt", "c.txt"])

    def test_lets_no_control_character_reach_a_terminal(self):
        terminal, its_end = os.openpty()
        done = subprocess.run([PROGRAM, "strip", "-"], input=b"It \x1b[31m rained.\n\nAll night.\n",
                              stdout=its_end, stderr=subprocess.PIPE, timeout=60)
        os.close(its_end)
        shown = os.read(terminal, 4096).replace(b"\r\n", b"\n")
        os.close(terminal)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(shown.strip(), b"It \\x1b[31m rained.\n\nAll night.")

    def test_leaves_an_article_without_furniture_as_it_is(self):
        text = 'It rained.\n\n"So it did," Ann Lee said.\n'
        self.assertEqual(run("strip", stdin=text).stdout.decode(), text)


if __name__ == "__main__":
    unittest.main()

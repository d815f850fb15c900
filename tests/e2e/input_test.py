"""What `quotary extract` reads, and what it says about what it cannot read."""

import json
import os
import pathlib
import tempfile
import unittest

from command import article, direct_quotes, extract, json_lines, records_in, run

# Starts a program without root's privilege to read everything.
UNPRIVILEGED = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
)


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def complaints(self, done, status=1):
        self.assertEqual(done.returncode, status)
        return done.stderr.decode().splitlines()


class Input(Files):
    def test_finds_who_said_what(self):
        (record,) = extract(self.file("a.txt", article()))
        (quote,) = direct_quotes(record)
        self.assertEqual(quote["text"], '"It rained for 1 days,"')
        self.assertEqual(quote["speaker"]["name"], "Ann Lee")
        self.assertEqual(quote["cue"]["text"], "said")

    def test_reads_standard_input_by_name_and_without(self):
        self.assertEqual(len(direct_quotes(extract("-", stdin=article())[0])), 1)
        self.assertEqual(len(direct_quotes(extract(stdin=article())[0])), 1)

    def test_an_empty_text_is_a_document(self):
        (record,) = extract(stdin="")
        self.assertEqual(record["quotes"], [])

    def test_reads_directories_in_order(self):
        for name in ("b/2.txt", "b/1.txt", "a.txt"):
            self.file(name, article())
        self.file("c.jsonl", json_lines([{"id": "line", "text": article()}]))
        self.file("ignored.pdf", "%PDF")
        names = [str(self.folder / name) for name in ("a.txt", "b/1.txt", "b/2.txt")]
        self.assertEqual([r["id"] for r in extract(self.folder)], [*names, "line"])

    def test_a_directory_without_text_fails_and_the_rest_is_done(self):
        empty = self.folder / "empty"
        empty.mkdir()
        done = run("extract", empty, self.file("a.txt", article()))
        self.assertEqual(len(records_in(done.stdout)), 1)
        (line,) = self.complaints(done)
        self.assertIn(f"E104 {empty}: ", line)

    def test_a_missing_file_fails_with_a_suggestion_and_the_rest_is_done(self):
        path = self.file("flood.txt", article())
        done = run("extract", self.folder / "floods.txt", path)
        self.assertEqual(len(records_in(done.stdout)), 1)
        (line,) = self.complaints(done)
        self.assertIn("E101", line)
        self.assertIn(f"did you mean `{path}`?", line)

    def test_an_unreadable_file_fails(self):
        path = self.file("secret.txt", article())
        path.chmod(0)
        (line,) = self.complaints(run("extract", path, by=UNPRIVILEGED))
        self.assertIn("E101", line)
        self.assertIn("permission", line.lower())

    def test_a_file_that_cannot_be_read_on_fails(self):
        path = self.folder / "broken.txt"
        path.symlink_to("/proc/self/mem")  # opens, but its first page is not there
        done = run("extract", path, self.file("a.txt", article()))
        self.assertEqual(len(records_in(done.stdout)), 1)
        (line,) = self.complaints(done)
        self.assertIn(f"E101 {path}: ", line)

    def test_broken_lines_are_named_and_the_rest_is_done(self):
        good = json.dumps({"id": "x", "text": article()})
        path = self.file("a.jsonl", f'{good}\n{{"text": "a\n[1]\n{{"id": 3}}\n\n{good}\n')
        done = run("extract", path)
        self.assertEqual([r["id"] for r in records_in(done.stdout)], ["x", "x"])
        lines = self.complaints(done)
        self.assertEqual(len(lines), 3, lines)
        for line, number in zip(lines, (2, 3, 4)):
            self.assertIn(f"{path}:{number}", line)

    def test_fields_are_named_by_options(self):
        line = json_lines([{"key": 7, "body": article(), "text": "not this"}])
        options = ("--input-format", "jsonl", "--text-field", "body", "--id-field", "key")
        (record,) = extract(*options, stdin=line)
        self.assertEqual(record["id"], "7")
        self.assertEqual(len(direct_quotes(record)), 1)
        self.assertEqual(record["text"], "not this")

    def test_other_fields_are_carried_through(self):
        fields = {"date": "2024-05-01", "tags": ["a", {"b": None}], "size": 1.5, "ü": "\x1b“"}
        line = json_lines([{"id": "a", "text": article(), **fields}])
        (record,) = extract("--input-format", "jsonl", stdin=line)
        self.assertEqual({k: record[k] for k in fields}, fields)

    def test_carried_fields_never_hide_those_of_the_record(self):
        line = json_lines([{"id": "a", "text": article(), "quotes": [1], "unit": "m"}])
        (record,) = extract("--input-format", "jsonl", stdin=line)
        self.assertEqual(record["unit"], "bytes")
        self.assertEqual(record["input"], {"quotes": [1], "unit": "m"})

    def test_output_is_in_input_order_with_any_number_of_jobs(self):
        documents = [
            {"id": str(i), "text": article(i, 1 + (i * 7919) % 400)} for i in range(600)
        ]
        lines = json_lines(documents)
        alone = run("extract", "--input-format", "jsonl", "--jobs", "1", stdin=lines)
        self.assertEqual([r["id"] for r in records_in(alone.stdout)], [d["id"] for d in documents])
        for jobs in (2, 5):
            together = run("extract", "--input-format", "jsonl", "--jobs", jobs, stdin=lines)
            self.assertEqual(together.stdout, alone.stdout)

    def test_complaints_are_in_input_order_too(self):
        lines = b"".join(b"{broken\n" if i % 3 else json_lines([{"text": "x"}]) for i in range(900))
        done = run("extract", "--input-format", "jsonl", "--jobs", "4", stdin=lines)
        numbers = [int(line.split(":")[2]) for line in self.complaints(done)]
        self.assertEqual(numbers, [i + 1 for i in range(900) if i % 3])


PAGE = """<html><head><title>x</title><meta name="author" content="Jo Marsh">
<link rel="canonical" href="https://a.example/1"></head><body><nav>"Not this," Cy Dorn said.</nav>
<article><h1>Rain</h1><p>{}</p><p>{}</p></article></body></html>"""


class Pages(Files):
    def page(self, encoding="utf-8", quote="\u201cCaf\u00e9s were closed,\u201d Ann Lee said on Monday."):
        filler = "Rain fell on the bridge over the river, and the buses were late."
        return PAGE.format(filler, quote).encode(encoding)

    def test_reads_the_article_of_a_page(self):
        (record,) = extract("--with-text", self.file("a.html", self.page()))
        (quote,) = direct_quotes(record)
        self.assertEqual(quote["speaker"]["name"], "Ann Lee")
        self.assertNotIn("Cy Dorn", record["input_text"])
        self.assertEqual([b["hint"] for b in record["page"]["blocks"]],
                         ["headline", "paragraph", "paragraph"])
        self.assertIn({"field": "author", "value": "Jo Marsh", "from": "meta author"},
                      record["declared"])

    def test_text_and_blocks_are_left_out_unless_asked_for(self):
        (record,) = extract(self.file("a.html", self.page()))
        self.assertNotIn("input_text", record)
        self.assertEqual(record["page"], {"charset": "UTF-8"})

    def test_offsets_point_into_the_text_and_blocks_into_the_page_too(self):
        raw = self.page("windows-1252")
        for unit in ("bytes", "codepoints", "utf16"):
            path = self.file("a.htm", raw)
            (record,) = extract("--with-text", "--offsets", unit, path)
            text = record["input_text"]
            if unit == "bytes":
                text = text.encode()
            part = direct_quotes(record)[0]["parts"][0]
            found = text[part["begin"] : part["end"]]
            self.assertEqual(found.decode() if unit == "bytes" else found, part["text"])
            block = record["page"]["blocks"][2]
            self.assertEqual(raw[block["page_begin"] : block["page_end"]].decode("windows-1252"),
                             "\u201cCaf\u00e9s were closed,\u201d Ann Lee said on Monday.")
            self.assertTrue(text[block["begin"] : block["end"]])
        self.assertEqual(record["page"]["charset"], "WINDOWS-1252")

    def test_reads_pages_from_standard_input_when_told(self):
        (record,) = extract("--input-format", "html", "-", stdin=self.page())
        self.assertEqual(len(direct_quotes(record)), 1)
        (record,) = extract("-", stdin=self.page())
        self.assertNotIn("page", record)

    def test_the_charset_of_a_header_is_taken(self):
        raw = self.page("koi8-r", '"Дождь," Ann Lee said.')
        (record,) = extract("--with-text", "--charset", "koi8-r", self.file("a.html", raw))
        self.assertIn("Дождь", record["input_text"])

    def test_an_unknown_charset_fails_and_the_rest_is_done(self):
        bad = self.file("a.html", b"<meta charset=nonsense><p>x")
        done = run("extract", bad, self.file("b.html", self.page()))
        self.assertEqual(len(records_in(done.stdout)), 1)
        (line,) = self.complaints(done)
        self.assertIn(f"E107 {bad}: ", line)
        self.assertIn("`nonsense`", line)

    def test_directories_are_searched_for_pages(self):
        self.file("d/b.html", self.page())
        self.file("d/a.txt", article())
        names = [str(self.folder / "d" / name) for name in ("a.txt", "b.html")]
        self.assertEqual([r["id"] for r in extract(self.folder / "d")], names)

    def test_text_can_be_asked_for_of_any_document(self):
        (record,) = extract("--with-text", self.file("a.txt", article()))
        self.assertEqual(record["input_text"], article())
        self.assertNotIn("page", record)

    def test_carried_fields_do_not_hide_these(self):
        line = json_lines([{"id": "a", "text": article(), "page": 3, "declared": 1}])
        (record,) = extract("--input-format", "jsonl", stdin=line)
        self.assertEqual(record["input"], {"page": 3, "declared": 1})


class Offsets(unittest.TestCase):
    TEXT = (
        '😀 Zoë: “Früh,” Ann Lee said. "Ça va — 日本," Ann Lee said.\n\n"Où?" she asked Bo Lind.\n'
    )

    def passages(self, value):
        if isinstance(value, dict):
            if {"begin", "end", "text"} <= value.keys():
                yield value
            for inner in value.values():
                yield from self.passages(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from self.passages(inner)

    def check(self, unit, encoding, width):
        (record,) = extract("--offsets", unit, "--all", "--explain", stdin=self.TEXT)
        self.assertEqual(record["unit"], unit)
        encoded = self.TEXT.encode(encoding) if encoding else self.TEXT
        found = list(self.passages(record))
        self.assertGreaterEqual(len(found), 4)
        self.assertTrue(any("antecedents" in quote for quote in record["quotes"]))
        for passage in found:
            text = encoded[width * passage["begin"] : width * passage["end"]]
            self.assertEqual(text.decode(encoding) if encoding else text, passage["text"])

    def test_bytes(self):
        self.check("bytes", "utf-8", 1)

    def test_codepoints(self):
        self.check("codepoints", None, 1)

    def test_utf16(self):
        self.check("utf16", "utf-16-le", 2)

    def test_offsets_point_into_mended_text_as_it_came_in(self):
        raw = b'\xef\xbb\xbfOne\x00.\r\n\r\nTwo\xff.\xc2\xad\r\n\r\n"Zoe\xcc\x88 came," Ann Lee said.\r\n'
        (record,) = extract(stdin=raw)
        part = direct_quotes(record)[0]["parts"][0]
        self.assertEqual(raw[part["begin"] : part["end"]], b'"Zoe\xcc\x88 came,"')
        self.assertEqual(part["text"], '"Zoë came,"')
        self.assertEqual(record["notes"]["nul_bytes"], 1)
        self.assertEqual(record["notes"]["invalid_bytes"], 1)


    def test_utf16_is_said_and_not_read_as_nuls(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "a.txt"
            path.write_bytes(article().encode("utf-16"))
            done = run("extract", path)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"UTF-16", done.stderr)


if __name__ == "__main__":
    unittest.main()

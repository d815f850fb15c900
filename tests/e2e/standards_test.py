"""Output in the forms of others, held against the schemas that they published: tests/standards."""

import csv
import functools
import io
import json
import unittest
import warnings

import jsonschema

from command import ROOT, SCHEMA, article, json_lines, run

STANDARDS = ROOT / "tests" / "standards"

# Everything that the writers have to get right, in a few lines: marks, nesting, chains, notices,
# what fields declare.
DIFFICULT = json_lines(
    [
        {"id": "", "text": ""},
        {"id": "a b/ü#1", "text": '"It \u0007 rained," Ann Lee said.\n\n(Photo by Bo LI / AFP)'},
        {"id": "https://example.org/a?b=1", "text": article(1)},
        {"id": "urn:x:y", "text": "By Ann Lee, Associated Press\n\nTARROW (AP) — It rained.\n"},
        {
            "id": "-",
            "text": "Rain.\n\nAn earlier version of this article was first published by The Delta "
            "Post on May 2, 2024. It is republished here under CC BY 4.0.\n\nCopyright 2024 The "
            "Associated Press. All rights reserved. This material may not be published, "
            "broadcast, rewritten or redistributed.\n\n(Reporting by Bo Li in Tarrow; Editing by "
            "Ann Lee)",
        },
        {
            "id": "declares", "text": article(2), "author": ["Ann Lee", {"name": "Bo Li"}, ""],
            "publisher": "The Delta Post", "source": "not an address", "language": "en_US",
            "date": "last week", "url": "delta.example/a b", "copyright": "© 2024 The \u0007 Post",
        },
        {"id": "", "text": "Rain.", "published": "2024-05-02T10:00:00Z", "license": "CC BY 4.0",
         "canonical": "https://delta.example/a", "url": "https://post.example/b", "author": "AP"},
    ]
)

# A page that declares what no form can take as it stands.
DECLARING = b"""<html lang="no language"><title>Rain &#7; falls</title>
<meta name="author" content="Reader &#27; Desk"><meta property="og:url" content="not an address">
<link rel="canonical" href="javascript:alert(1)"><link rel="license" href="some words">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "last week",
"dateModified": "2024-05-02T10:00+0200", "isBasedOn": "The Delta Post", "provider": {"name": "AP"},
"author": [{"@type": "NewsMediaOrganization", "name": "Delta", "url": "//x y"}, "Ann Lee"],
"copyrightHolder": {"@type": "Person", "name": "Bo Li", "url": "https://example.org/bo li"},
"image": {"@type": "ImageObject", "creditText": "Ann Lee/AP", "contentUrl": "/1.jpg"}}</script>
<article><h1>Rain falls</h1><p>"It rained for days," Ann Lee said on Monday.</p></article></html>"""


def articles():
    """Every article of the corpus, texts and pages."""
    folders = (folder for folder in (ROOT / "corpus").iterdir() if folder.is_dir())
    found = {folder: list(folder.glob("article.txt")) + list(folder.glob("article.html"))
             for folder in folders}
    for folder, files in found.items():
        if not files:
            raise AssertionError(f"no article in {folder}")
    return sorted(file for files in found.values() for file in files)


def text_of(file):
    """The text that offsets point into."""
    if file.suffix == ".txt":
        return file.read_text()
    return json.loads(run("extract", "-f", "jsonl", "--with-text", file).stdout)["input_text"]


@functools.cache
def output_of(command, form):
    """What a form says of every article of the corpus, and of the difficult texts."""
    inputs = [text.relative_to(ROOT) for text in articles()]
    out = b""
    for arguments, stdin in (
        (inputs, b""),
        (["--input-format", "jsonl", "-"], DIFFICULT),
        (["--input-format", "html", "-"], DECLARING),
    ):
        done = run(command, "--format", form, "--jobs", "1", *arguments, stdin=stdin, cwd=ROOT)
        if done.returncode != 0:
            raise AssertionError(done.stderr.decode())
        # The header of a table stands there once.
        out += done.stdout if not out or form != "csv" else done.stdout.split(b"\r\n", 1)[1]
    return out.decode()


def documents(form):
    for command in ("extract", "provenance"):
        for line in output_of(command, form).splitlines():
            yield json.loads(line)


def fields_of(schema):
    """The names of all members that a JSON Schema knows."""
    if isinstance(schema, list):
        return set().union(*map(fields_of, schema))
    if not isinstance(schema, dict):
        return set()
    names = set(schema.get("properties", {}))
    return names.union(*map(fields_of, schema.values()))


def load(path):
    return json.loads((STANDARDS / path).read_text())


class Standards(unittest.TestCase):
    def check(self, validator, document):
        errors = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in
                  validator.iter_errors(document)]
        self.assertEqual(errors[:3], [])

    def test_every_form_has_a_document_a_line(self):
        for form in ("prov", "schema-org", "ninjs", "web-annotation"):
            self.assertEqual(len(list(documents(form))), 2 * (len(articles()) + DIFFICULT.count(b"\n") + 1), form)

    def test_no_form_lets_control_characters_through(self):
        for form in ("prov", "schema-org", "ninjs", "web-annotation", "jsonl", "csv"):
            for command in ("extract", "provenance"):
                out = output_of(command, form).replace("\r\n", "\n").replace("\t", " ")
                self.assertTrue(all(c == "\n" or c.isprintable() or c.isspace() for c in out), form)

    def test_records_are_those_of_the_schema(self):
        for document in documents("jsonl"):
            self.check(SCHEMA, document)

    def test_every_field_of_the_record_is_described(self):
        said = (ROOT / "docs" / "record.md").read_text()
        for field in fields_of(json.loads((ROOT / "docs" / "record.schema.json").read_text())):
            self.assertRegex(said, f'[`"]{field}[`"]')

    def test_the_example_of_the_record_is_what_the_program_says(self):
        said = (ROOT / "docs" / "record.md").read_text()
        text, example = (said.split(f"```{kind}\n")[1].split("```")[0] for kind in ("text", "json"))
        found = run("extract", "-f", "jsonl", "--input-format", "jsonl", "-",
                    stdin=json_lines([{"id": "floods.txt", "text": text}])).stdout
        expected, found = json.loads(example), json.loads(found)
        for quote in (*expected["quotes"], *found["quotes"]):
            quote.pop("confidence")  # it changes with every weight
        self.assertEqual(found, expected)

    def test_prov_json(self):
        validator = jsonschema.Draft4Validator(
            load("prov/prov-json.schema.json"), format_checker=jsonschema.FormatChecker()
        )
        self.assertFalse(validator.is_valid({"wasDerivedFrom": {"_:r1": {}}}), "checks nothing")
        for document in documents("prov"):
            self.check(validator, document)
            self.check_references(document)

    def check_references(self, document):
        """Whatever a relation names is there."""
        known = {k: set(document.get(k, {})) for k in ("entity", "activity", "agent")}
        kinds = {
            "prov:entity": "entity", "prov:generatedEntity": "entity", "prov:usedEntity": "entity",
            "prov:activity": "activity", "prov:informed": "activity", "prov:informant": "activity",
            "prov:agent": "agent", "prov:delegate": "agent", "prov:responsible": "agent",
        }
        for name, relations in document.items():
            if name in ("prefix", *known):
                continue
            for relation in relations.values():
                for key, kind in kinds.items():
                    if key in relation:
                        self.assertIn(relation[key], known[kind], name)

    def test_ninjs(self):
        schema = load("ninjs/ninjs-schema_3.1.json")
        # Nothing of ours has a geoJSON; its schema need not be fetched.
        resolver = jsonschema.RefResolver.from_schema(
            schema, store={"https://geojson.org/schema/GeoJSON.json": {}}
        )
        validator = jsonschema.Draft202012Validator(
            schema, resolver=resolver, format_checker=jsonschema.FormatChecker()
        )
        for document in documents("ninjs"):
            self.check(validator, document)
            self.assertEqual(document["standard"]["version"], "3.1")
        self.assertFalse(validator.is_valid({"uri": "urn:x", "ours": 1}), "checks nothing")

    def test_web_annotation(self):
        folder = STANDARDS / "web-annotation"
        base = "https://www.w3.org/annotation-tests/"  # never fetched: all is in the store
        store = {}
        for path in (folder / "definitions").glob("*.json"):
            store[base + path.name] = {**json.loads(path.read_text()), "id": base + path.name}
        validators = []
        for assertion in load("web-annotation/annotations/annotationMusts.test")["assertions"]:
            schema = {**load("web-annotation/" + assertion), "id": base + assertion}
            resolver = jsonschema.RefResolver(base, schema, store=store)
            schema.pop("id")
            expected = schema["expectedResult"] == "valid"
            validators.append((expected, jsonschema.Draft4Validator(schema, resolver=resolver)))
        self.assertGreater(len(validators), 40)
        some = 0
        for page in documents("web-annotation"):
            self.assertEqual(page["type"], "AnnotationPage")
            for annotation in page["items"]:
                some += 1
                for expected, validator in validators:
                    whole = {"@context": page["@context"], **annotation}
                    self.assertEqual(validator.is_valid(whole), expected, validator.schema["title"])
        self.assertGreater(some, 20)
        ids = [item["id"] for page in list(documents("web-annotation"))[: len(articles())]
               for item in page["items"]]
        self.assertEqual(len(ids), len(set(ids)))

    def test_web_annotation_selects_what_it_says(self):
        for text, line in zip(articles(), output_of("extract", "web-annotation").splitlines()):
            original = text_of(text)
            for annotation in json.loads(line)["items"]:
                targets = annotation["target"]
                for target in targets if isinstance(targets, list) else [targets]:
                    if isinstance(target, str):  # the text as a whole
                        continue
                    words, place = target["selector"]
                    self.assertEqual(original[place["start"] : place["end"]], words["exact"])
                    around = words.get("prefix", "") + words["exact"] + words.get("suffix", "")
                    self.assertIn(around, original)

    def test_schema_org(self):
        terms = load("schema-org/terms.json")
        for document in documents("schema-org"):
            self.assertEqual(document.pop("@context"), "https://schema.org")
            self.check_terms(terms, document)

    def check_terms(self, terms, node):
        kinds = {node["@type"], *terms["types"][node["@type"]]}
        for name, value in node.items():
            if name.startswith("@"):
                continue
            known = terms["properties"][name]
            self.assertTrue(kinds & set(known["of"]), f"{name} of {node['@type']}")
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, dict):
                    of = {each["@type"], *terms["types"][each["@type"]]}
                    self.assertTrue(of & set(known["values"]), f"{each['@type']} as {name}")
                    self.check_terms(terms, each)
                else:
                    simple = {"Text", "URL", "Date", "DateTime", "Number", "PronounceableText"}
                    allowed = simple & set(known["values"])
                    self.assertTrue(allowed, name)
                    if allowed == {"URL"}:  # other words would be read as a relative address
                        self.assertRegex(each, "^[a-z]+:", name)
                    if allowed <= {"Date", "DateTime"}:
                        self.assertRegex(each, r"^\d{4}-\d\d-\d\d(T|$)", name)

    def test_tables_are_rectangular(self):
        for command in ("extract", "provenance"):
            rows = list(csv.reader(io.StringIO(output_of(command, "csv"), newline="")))
            self.assertGreater(len(rows), 10)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)
    unittest.main()

"""Runs the quotary program that the tests are about: $QUOTARY, set by ctest."""

import json
import os
import pathlib
import subprocess

import jsonschema

PROGRAM = os.environ["QUOTARY"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = jsonschema.Draft202012Validator(
    json.loads((ROOT / "docs" / "record.schema.json").read_text())
)
# Sanitizers keep freed memory and run slowly: what is measured then is theirs.
SANITIZED = os.environ.get("QUOTARY_SANITIZED") == "1"

# The environment of a user who has set nothing that matters here.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "TERM")}
ENVIRONMENT["TERM"] = "xterm-256color"


def run(*arguments, stdin=b"", by=(), **more):
    """The finished process; its output is bytes. `by`: a command that starts the program."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    more.setdefault("env", ENVIRONMENT)
    return subprocess.run(
        [*by, PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=120, **more
    )


def start(*arguments, **more):
    """A process with pipes to all three of its streams."""
    pipe = subprocess.PIPE
    settings = {"stdin": pipe, "stdout": pipe, "stderr": pipe, "env": ENVIRONMENT, **more}
    return subprocess.Popen([PROGRAM, *map(str, arguments)], **settings)


def records_in(output):
    """The records of JSON Lines, each of them checked against the published schema."""
    records = [json.loads(line) for line in output.decode().splitlines()]
    for record in records:
        SCHEMA.validate(record)
    return records


def extract(*arguments, stdin=b""):
    """The records of a run that has to succeed."""
    done = run("extract", *arguments, stdin=stdin)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    return records_in(done.stdout)


def direct_quotes(record):
    return [quote for quote in record["quotes"] if quote["kind"] == "direct"]


def json_lines(documents):
    return "".join(json.dumps(document) + "\n" for document in documents).encode()


def article(number=1, sentences=1):
    """A text with one direct quote, as long as is asked for."""
    filler = "Rain fell on the bridge over the river, and the buses were late. " * sentences
    return f'{filler}\n\n"It rained for {number} days," Ann Lee said on Monday.\n'

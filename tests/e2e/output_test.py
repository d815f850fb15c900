"""What `quotary extract` writes, and where; and that it is never half a record."""

import csv
import io
import json
import os
import pathlib
import pty
import resource
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from command import (
    ENVIRONMENT,
    PROGRAM,
    SANITIZED,
    article,
    direct_quotes,
    extract,
    json_lines,
    records_in,
    run,
    start,
)

MANY = json_lines({"id": str(i), "text": article(i, 20)} for i in range(3000))
FROM_JSON = ("extract", "--input-format", "jsonl")


def on_terminal(*arguments, stdin=b"", env=ENVIRONMENT):
    """What a terminal would be sent on standard output, and the exit status."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, *map(str, arguments)], stdin=subprocess.PIPE, stdout=theirs, env=env
    )
    os.close(theirs)
    process.stdin.write(stdin)
    process.stdin.close()
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return shown.decode(), process.wait(timeout=60)


class Forms(unittest.TestCase):
    TEXT = 'Rain fell.\n\n"It rained," Ann Lee said. "Zoë = 1."\n'

    def test_a_pipe_gets_json_lines_and_a_terminal_a_view(self):
        self.assertEqual(len(extract(stdin=self.TEXT)), 1)
        shown, status = on_terminal("extract", "-", stdin=self.TEXT.encode())
        self.assertEqual(status, 0)
        self.assertIn("Speakers", shown)
        self.assertIn("\x1b[", shown)

    def test_colour_honours_no_color(self):
        env = {**ENVIRONMENT, "NO_COLOR": "1"}
        shown, _ = on_terminal("extract", "-", stdin=self.TEXT.encode(), env=env)
        self.assertIn("Ann Lee", shown)
        self.assertNotIn("\x1b", shown)

    def test_a_view_in_a_pipe_has_no_colour(self):
        self.assertNotIn(b"\x1b", run("extract", "--format", "view", stdin=self.TEXT).stdout)

    def test_control_characters_never_reach_a_terminal(self):
        evil = '"It \x1b]0;x\x07 \u009b31m rained," Ann \x1b[31mLee said.\n'.encode()
        env = {**ENVIRONMENT, "NO_COLOR": "1"}
        for form in ("view", "jsonl", "csv", "brat", "eval"):
            shown, _ = on_terminal("extract", "--all", "-f", form, "-", stdin=evil, env=env)
            for raw in ("\x1b", "\x07", "\u009b"):
                self.assertNotIn(raw, shown, form)
        done = run("extract", "no\x1b[31mfile")
        self.assertNotIn(b"\x1b", done.stderr)
        self.assertIn(b"no\\x1b[31mfile", done.stderr)

    def test_csv_is_read_by_others(self):
        done = run("extract", "--format", "csv", stdin=self.TEXT)
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
        self.assertEqual(rows[0]["speaker"], "Ann Lee")
        self.assertIn('"It rained,"', rows[0]["text"])

    def test_eval_counts_in_code_points(self):
        text = 'Zoë came 😀. "It rained," Ann Lee said.\n'
        done = run(*FROM_JSON, "--format", "eval", stdin=json_lines([{"id": "a", "text": text}]))
        document = json.loads(done.stdout)
        self.assertEqual(document["id"], "a")
        (quote,) = direct_quotes(document)
        self.assertEqual("".join(text[b:e] for b, e in quote["content"]), '"It rained,"')
        self.assertEqual("".join(text[b:e] for b, e in quote["source"]), "Ann Lee")
        self.assertEqual(quote["speaker"], "Ann Lee")

    def test_brat_writes_pairs_of_files(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "out"
            lines = json_lines([{"id": i, "text": self.TEXT} for i in ("a/b.txt", "../c", "c")])
            done = run(*FROM_JSON, "--format", "brat", "--output", out, stdin=lines)
            self.assertEqual(done.returncode, 0, done.stderr)
            names = ["a_b.ann", "a_b.txt", "c-2.ann", "c-2.txt", "c.ann", "c.txt"]
            self.assertEqual(sorted(p.name for p in out.iterdir()), names)
            self.assertEqual((out / "a_b.txt").read_text(), self.TEXT)
            for line in (out / "a_b.ann").read_text().splitlines():
                if line.startswith("T"):
                    _, place, text = line.split("\t")
                    spans = [tuple(map(int, s.split())) for s in place.split(" ", 1)[1].split(";")]
                    self.assertEqual(" ".join(self.TEXT[b:e] for b, e in spans), text)

    def test_brat_gives_documents_of_one_name_files_of_their_own(self):
        with tempfile.TemporaryDirectory() as folder:
            lines = json_lines([{"id": "a", "text": "x"}, {"id": "a", "text": "y"}])
            run(*FROM_JSON, "--format", "brat", "--output", folder, stdin=lines)
            texts = {p.name: p.read_text() for p in pathlib.Path(folder).glob("*.txt")}
            self.assertEqual(texts, {"a.txt": "x", "a-2.txt": "y"})

    def test_explain_shows_candidates(self):
        (record,) = extract("--explain", stdin=self.TEXT)
        self.assertTrue(all("candidates" in quote for quote in record["quotes"]))
        self.assertIn(b"decided by", run("extract", "--explain", "-f", "view", stdin=self.TEXT).stdout)

    def test_explain_shows_antecedents(self):
        text = "Ann Lee met Bo Lind in May.\n\n\"It rained all week,\" she said.\n"
        (record,) = extract("--explain", stdin=text)
        (quote,) = record["quotes"]
        won = [each["name"]["text"] for each in quote["antecedents"] if each["lost"] is None]
        self.assertEqual(won, [quote["speaker"]["name"]])
        self.assertNotIn("antecedents", extract(stdin=text)[0]["quotes"][0])

    def test_nested_and_each_part(self):
        text = "\"Bo Lind told me that it rained,\" Ann Lee said. \"We stayed at home.\"\n"
        (record,) = extract("--nested", "--each-part", stdin=text)
        said = [(quote["speaker"]["name"], quote["text"]) for quote in record["quotes"]]
        self.assertEqual(said, [("Ann Lee", "\"Bo Lind told me that it rained,\""),
                                ("Bo Lind", "that it rained"),
                                ("Ann Lee", "\"We stayed at home.\"")])
        self.assertEqual(len(extract(stdin=text)[0]["quotes"]), 1)

    def test_min_confidence_leaves_out_and_counts(self):
        self.assertEqual(extract("--min-confidence", "1", stdin=self.TEXT)[0]["quotes"], [])


class Places(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_output_appears_under_its_name_when_complete(self):
        path = self.folder / "out.jsonl"
        done = run("extract", "-o", path, stdin=article())
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertEqual(len(records_in(path.read_bytes())), 1)
        self.assertEqual(os.listdir(self.folder), ["out.jsonl"])

    def test_output_keeps_links_and_permissions(self):
        path = self.folder / "out.jsonl"
        path.write_text("old")
        path.chmod(0o640)
        link = self.folder / "link"
        link.symlink_to(path)
        run("extract", "-o", link, stdin=article())
        self.assertTrue(link.is_symlink())
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        self.assertEqual(len(records_in(path.read_bytes())), 1)

    def test_output_that_cannot_be_made_fails_with_one_line(self):
        for path in (self.folder / "no" / "out.jsonl", self.folder):
            done = run("extract", "-o", path, stdin=article())
            self.assertEqual(done.returncode, 1)
            (line,) = done.stderr.decode().splitlines()
            self.assertIn(f"E301 {path}: ", line)

    def test_a_full_disk_fails_with_one_line(self):
        for arguments, name in ((("-o", "/dev/full"), "/dev/full"), ((), "standard output")):
            with open("/dev/full", "wb") as full:
                done = subprocess.run(
                    [PROGRAM, *FROM_JSON, *arguments],
                    input=MANY,
                    stdout=full,
                    stderr=subprocess.PIPE,
                    env=ENVIRONMENT,
                    timeout=120,
                )
            self.assertEqual(done.returncode, 1)
            (line,) = done.stderr.decode().splitlines()
            self.assertIn(f"E301 {name}: ", line)
            self.assertIn("No space left", line)

    def test_a_disk_that_fills_up_ends_the_file_with_a_whole_record(self):
        limit = 1_000_000
        for mode in ("wb", "ab"):
            path = self.folder / mode
            path.write_bytes(b"{}\n" if mode == "ab" else b"")
            with open(path, mode) as out:
                done = subprocess.run(
                    [PROGRAM, *FROM_JSON],
                    input=MANY,
                    stdout=out,
                    stderr=subprocess.PIPE,
                    env=ENVIRONMENT,
                    timeout=120,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
                )
            self.assertEqual(done.returncode, 1)
            lines = path.read_bytes().split(b"\n")
            self.assertEqual(lines.pop(), b"")
            self.assertGreater(len(lines), 10)
            for line in lines:
                json.loads(line)

    def test_a_full_disk_leaves_no_file_behind(self):
        path = self.folder / "out.jsonl"
        done = subprocess.run(
            [PROGRAM, *FROM_JSON, "-o", path],
            input=MANY,
            capture_output=True,
            env=ENVIRONMENT,
            timeout=120,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
        )
        self.assertEqual(done.returncode, 1)
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_reader_that_goes_away_ends_it_in_silence(self):
        process = start(*FROM_JSON)
        feeder = threading.Thread(target=feed, args=(process, MANY))
        feeder.start()
        json.loads(process.stdout.readline())
        process.stdout.close()
        self.assertEqual(process.wait(timeout=60), 0)
        self.assertEqual(process.stderr.read(), b"")
        feeder.join()
        close(process)

    def interrupt(self, number, *arguments):
        """The process, and its output, after a signal in the middle of its work."""
        process = start(*FROM_JSON, "--jobs", "2", *arguments)
        feeder = threading.Thread(target=feed, args=(process, MANY), kwargs={"end": False})
        feeder.start()
        output = b"" if arguments else process.stdout.readline()
        wait_until_guarded(process)
        process.send_signal(number)
        output, errors = output + process.stdout.read(), process.stderr.read()
        status = process.wait(timeout=60)
        feeder.join()
        close(process)
        return status, output, errors.decode().splitlines()

    def test_signals_end_it_with_a_whole_record(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            status, output, errors = self.interrupt(number)
            self.assertEqual(status, -number)
            self.assertEqual(len(errors), 1)
            self.assertIn("E302", errors[0])
            self.assertGreater(len(output), 0)
            self.assertTrue(output.endswith(b"\n"))
            records_in(output)

    def test_signals_leave_no_file_behind(self):
        status, _, _ = self.interrupt(signal.SIGINT, "-o", self.folder / "out.jsonl")
        self.assertEqual(status, -signal.SIGINT)
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_signal_ends_it_while_it_waits_for_input(self):
        process = start("extract", "-")
        wait_until_guarded(process)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=10)
        self.assertEqual(process.returncode, -signal.SIGINT)

    @unittest.skipIf(SANITIZED, "sanitizers need memory of their own")
    def test_memory_does_not_grow_with_the_number_of_documents(self):
        def peak(times):
            process = start(*FROM_JSON, "--jobs", "2", stdout=subprocess.DEVNULL)
            feeder = threading.Thread(target=feed, args=(process, MANY, times))
            feeder.start()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            feeder.join()
            close(process)
            self.assertEqual(process.returncode, 0)
            return usage.ru_maxrss * 1024

        few, many = peak(2), peak(12)
        self.assertLess(many, 200_000_000)
        self.assertLess(many - few, 40_000_000)


class Progress(unittest.TestCase):
    def slow_run(self, *arguments, until):
        """Standard error of a run whose input ends once `until` holds for what it has shown."""
        process = start(*FROM_JSON, *arguments)
        process.stdin.write(json_lines([{"text": article()}]))
        process.stdin.flush()
        shown = b""
        os.set_blocking(process.stderr.fileno(), False)
        end = time.monotonic() + 60
        while not until(shown) and time.monotonic() < end:
            time.sleep(0.05)
            shown += process.stderr.read() or b""
        os.set_blocking(process.stderr.fileno(), True)
        process.stdin.write(b"{broken\n")
        _, rest = process.communicate(timeout=60)
        return (shown + rest).decode()

    def test_a_bar_is_shown_when_asked_for_and_taken_away(self):
        errors = self.slow_run("--progress", until=lambda shown: b"documents" in shown)
        self.assertIn("MB/s", errors)
        last = errors.split("\r\x1b[K")[-1]
        self.assertTrue(last.startswith("quotary: E102"), last)

    def test_no_bar_where_there_is_no_terminal(self):
        begin = time.monotonic()
        errors = self.slow_run(until=lambda _: time.monotonic() > begin + 2)
        self.assertEqual(len(errors.splitlines()), 1, errors)


def wait_until_guarded(process):
    """Until the process holds SIGINT back, to deal with it in its own time."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        blocked = int(status.split("SigBlk:")[1].split()[0], 16)
        if blocked & 1 << (signal.SIGINT - 1):
            return
        time.sleep(0.01)
    raise AssertionError("the process never came to guard itself against signals")


def feed(process, data, times=1, end=True):
    """Writes to a process that may go away before it has read everything."""
    try:
        for _ in range(times):
            process.stdin.write(data)
        process.stdin.flush()
        if end:
            process.stdin.close()
    except BrokenPipeError:
        pass


def close(process):
    for stream in (process.stdin, process.stdout, process.stderr):
        try:
            if stream is not None:
                stream.close()
        except BrokenPipeError:
            pass


if __name__ == "__main__":
    unittest.main()

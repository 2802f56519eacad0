"""The running server under rude clients: slow bodies, great bodies, many streams, a stop in the middle of saves."""

import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]


class ServerTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="demarche-server-")
        shutil.copytree(ROOT / "cases" / "tutorial", pathlib.Path(self.folder) / "tutorial")
        self.server = subprocess.Popen(
            [os.environ["PROGRAM"], "--workspace", self.folder, "--port", "0"],
            stderr=subprocess.PIPE, text=True)
        line = self.server.stderr.readline()
        self.port = int(re.search(r":(\d+)/", line).group(1))

    def tearDown(self):
        if self.server.poll() is None:
            self.server.send_signal(signal.SIGTERM)
        code = self.server.wait(timeout=40)
        self.server.stderr.close()
        shutil.rmtree(self.folder)
        self.assertEqual(code, 0)

    def ask(self, method, path, body=None, headers=None, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        finally:
            connection.close()

    def form(self, path, **fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields),
                        {"Content-Type": "application/x-www-form-urlencoded"})

    def raw(self, text):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        connection.sendall(text.encode())
        return connection

    def test_foreign_host_and_origin(self):
        self.assertEqual(self.ask("GET", "/", headers={"Host": "evil.example"})[0], 421)
        status, _ = self.ask("POST", "/cases", "name=made", {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": "http://evil.example"})
        self.assertEqual(status, 403)
        self.assertFalse((pathlib.Path(self.folder) / "made").exists())

    def test_great_bodies_are_refused_unread(self):
        start = time.time()
        head = ("POST /cases HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1073741824\r\n\r\n")
        connection = self.raw(head)
        self.assertIn(b" 413 ", connection.recv(200))
        connection.close()
        self.assertLess(time.time() - start, 5)
        # A gigabyte that does not say how long it is ends where the limit does.
        connection = self.raw(head.replace("Content-Length: 1073741824", "Transfer-Encoding: chunked"))
        piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
        sent = 0
        try:
            while sent < 1 << 30:
                connection.sendall(piece)
                sent += 0x10000
        except OSError:
            pass
        connection.close()
        self.assertLess(sent, 64 << 20)
        self.assertEqual(self.ask("GET", "/")[0], 200)

    def test_slow_bodies_hold_nobody_up(self):
        slow = []
        for _ in range(50):
            slow.append(self.raw(
                "POST /cases HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n\r\nname="))
        start = time.time()
        for _ in range(20):
            self.assertEqual(self.ask("GET", "/cases/tutorial/record")[0], 200)
        self.assertLess(time.time() - start, 20)
        for connection in slow:
            connection.close()

    def test_a_hundred_streams(self):
        status, _ = self.form("/cases/tutorial/assessment/start")
        self.assertEqual(status, 303)
        streams = [self.raw("GET /cases/tutorial/assessment/progress HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                   for _ in range(100)]
        heads = [stream.recv(12) for stream in streams]
        self.assertEqual(sum(b" 200" in head or b" 503" in head for head in heads), 100)
        self.assertEqual(self.ask("GET", "/cases/tutorial")[0], 200)
        self.form("/cases/tutorial/assessment/cancel")
        for stream in streams:
            stream.close()
        self.assertEqual(self.ask("GET", "/")[0], 200)

    def test_parts_that_climb(self):
        for part in ("..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", "....%2f%2f"):
            for path in ("/cases/{}", "/cases/{}/whatif", "/cases/{}/game", "/cases/{}/notes",
                         "/cases/{}/record/filtered", "/cases/{}/share/brief.html",
                         "/cases/tutorial/share/{}", "/cases/tutorial/rows/{}", "/code/{}",
                         "/api/cases/{}/whatif", "/api/cases/{}/notes"):
                status, text = self.ask("GET", path.format(part))
                self.assertIn(status, (400, 404), path.format(part))
                self.assertNotIn("root:", text)

    def test_a_stop_finishes_a_save(self):
        """Every note that was acknowledged before the stop is on disk, and the file is whole."""
        kept = []
        done = threading.Event()

        def write():
            number = 0
            while not done.is_set():
                try:
                    status, _ = self.form("/cases/tutorial/notes", pin="T05", text=f"note {number}")
                except (OSError, http.client.HTTPException):
                    return
                if status == 303:
                    kept.append(f"note {number}")
                number += 1

        writer = threading.Thread(target=write)
        writer.start()
        time.sleep(1.5)
        self.server.send_signal(signal.SIGTERM)
        self.server.wait(timeout=40)
        done.set()
        writer.join()
        text = (pathlib.Path(self.folder) / "tutorial" / "pinned.csv").read_text()
        self.assertGreater(len(kept), 3)
        self.assertTrue(text.endswith("\n"))
        for note in kept:
            self.assertIn(f",{note},", text)


if __name__ == "__main__":
    unittest.main()

"""The workbench driven as a person drives it: by mouse, by keyboard alone, and on a narrow screen."""

import csv
import io
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHOTS = os.environ.get("SCREENSHOTS") or None


def draft(text: str, count: int) -> str:
    """A record with simulated drafts behind its rows."""
    rows = list(csv.reader(io.StringIO(text)))
    header = rows[0]
    for column in ("draft", "rule", "cue"):
        if column not in header:
            header.append(column)
            for row in rows[1:]:
                row.append("")
    first = dict(zip(header, rows[1]))
    for number in range(count):
        row = dict(first)
        row.update(id=f"D{number + 1:03}", summary=f"Simulated draft {number + 1}: one side warned the other.",
                   code="130" if number % 2 else "111", draft="true", rule=f"verb-{number % 2}",
                   cue="warned", same_as="")
        rows.append([row.get(column, "") for column in header])
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


ARTICLE = """Why Norway froze out Sweden (invented)

On 3 March 2021 Norway recalled its ambassador from Sweden. Norway accused Sweden of spying on 4 March 2021.
Norway wanted Sweden to stop the pipeline before the treaty of 1 May 2021 was signed. All contact ceased.
Sweden apologised on 9 March 2021, but Norway refused to meet its ministers until May. Simulated text.
"""


class WorkbenchTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="demarche-browser-")
        for name in ("aze-rus-2025", "tutorial"):
            shutil.copytree(ROOT / "cases" / name, pathlib.Path(cls.folder) / name)
        record = pathlib.Path(cls.folder) / "tutorial" / "events.csv"
        record.write_text(draft(record.read_text(), 12))
        cls.server = subprocess.Popen(
            [os.environ["PROGRAM"], "--workspace", cls.folder, "--port", "0"],
            stderr=subprocess.PIPE, text=True)
        line = cls.server.stderr.readline()
        cls.base = re.search(r"http://\S+", line).group().rstrip("/")
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.server.send_signal(signal.SIGTERM)
        code = cls.server.wait(timeout=20)
        cls.server.stderr.close()
        shutil.rmtree(cls.folder)
        assert code == 0, f"the workbench stopped with {code}"

    def open(self, scheme="light", width=1280, script=True):
        context = self.browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 800},
            java_script_enabled=script, accept_downloads=True)
        page = context.new_page()
        page.set_default_timeout(60_000)
        self.faults = []
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.addCleanup(context.close)
        return page

    def go(self, page, path):
        answer = page.goto(self.base + path)
        self.assertEqual(answer.status, 200, path)

    def read(self, name="tutorial"):
        with open(os.path.join(self.folder, name, "events.csv"), newline="") as file:
            return {row["id"]: row for row in csv.DictReader(file)}

    def test_pages_are_accessible_and_fit(self):
        """Every page: no console error, axe-core finds nothing, nothing wider than the screen at 360 px."""
        pages = {
            "cases": "/", "case": "/cases/aze-rus-2025", "record": "/cases/aze-rus-2025/record",
            "row": "/cases/aze-rus-2025/rows/AR041", "edit": "/cases/aze-rus-2025/rows/AR041/edit",
            "review": "/cases/tutorial/review", "coding": "/cases/tutorial/coding",
            "history": "/cases/tutorial/history", "share": "/cases/tutorial/share",
            "assessment": "/cases/tutorial/assessment",
            "whatif": "/cases/tutorial/whatif?without=T05", "game": "/cases/aze-rus-2025/game",
            "notes": "/cases/tutorial/notes",
            "filtered": "/cases/tutorial/record/filtered?side=XAA&column=status&value=reported",
        }
        found = []
        for scheme, width in (("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)):
            page = self.open(scheme, width)
            for name, path in pages.items():
                self.go(page, path)
                if SHOTS:
                    page.screenshot(path=f"{SHOTS}/{name}-{scheme}-{width}.png")
                if width == 360:
                    wide = page.evaluate("document.documentElement.scrollWidth")
                    if wide > 361:
                        found.append(f"{name} is {wide} px wide at 360")
                if (scheme, width) != ("dark", 360):
                    for fault in Axe().run(page).response["violations"]:
                        nodes = [node["html"][:120] for node in fault["nodes"][:3]]
                        found.append(f"{name} {scheme}: {fault['id']} {nodes}")
            found += [f"{scheme} {width} console: {text}" for text in self.faults]
        self.assertEqual(found, [])

    def test_review_by_key(self):
        """Ten drafts are decided by one key each, and one is taken back."""
        page = self.open()
        self.go(page, "/cases/tutorial/review")
        for number in range(10):
            before = page.locator("#draft").inner_text()
            page.keyboard.press("r" if number % 3 == 2 else "a")
            page.wait_for_function(
                "text => document.querySelector('#draft')?.innerText !== text", arg=before)
        rows = self.read()
        self.assertNotIn("D003", rows)
        self.assertEqual(rows["D001"]["draft"], "")
        self.assertEqual(rows["D011"]["draft"], "true")
        page.keyboard.press("u")
        page.wait_for_url("**/history**")
        self.assertEqual(self.read()["D010"]["draft"], "true")
        self.assertEqual(self.faults, [])

    def test_record_by_keyboard_alone(self):
        """A row is found, opened, edited and saved without a mouse."""
        page = self.open()
        self.go(page, "/cases/aze-rus-2025/record")
        page.keyboard.press("/")
        page.keyboard.type("pantsir")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=pantsir**")
        page.locator("main").focus()
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/rows/AR041")
        page.keyboard.press("e")
        page.wait_for_url("**/edit")
        note = page.get_by_label("note", exact=True)
        note.focus()
        page.keyboard.press("Control+End")
        page.keyboard.type(" Seen by keyboard.")
        page.locator(".live ins").wait_for()
        page.get_by_role("button", name="Save", exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**saved=**")
        self.assertTrue(self.read("aze-rus-2025")["AR041"]["note"].endswith("Seen by keyboard."))
        self.assertEqual(self.faults, [])

    def test_without_script(self):
        """A row is edited and the edit taken back in a browser that runs no script."""
        page = self.open(script=False)
        self.go(page, "/cases/aze-rus-2025/rows/AR045/edit")
        before = self.read("aze-rus-2025")["AR045"]["note"]
        page.locator("[name='cell.note']").fill("Without script.")
        page.get_by_role("button", name="Show what would change").click()
        self.assertIn("Without script.", page.locator(".difference").inner_text())
        page.get_by_role("button", name="Save", exact=True).click()
        self.assertEqual(self.read("aze-rus-2025")["AR045"]["note"], "Without script.")
        page.get_by_role("button", name="Take it back").click()
        self.assertEqual(self.read("aze-rus-2025")["AR045"]["note"], before)

    def test_second_coder(self):
        """A second coder codes five rows without the first codes; one difference is decided."""
        page = self.open()
        self.go(page, "/cases/aze-rus-2025/coding")
        page.get_by_label("Name of a new coder").fill("second")
        page.get_by_role("button", name="Make a link").click()
        link = page.locator("main li a").first.get_attribute("href")
        coder = self.open()
        self.go(coder, link)
        first = self.read("aze-rus-2025")
        for _ in range(5):
            self.assertEqual(coder.locator("#code").input_value(), "")
            heading = coder.locator("h1").inner_text()
            coder.locator("#code").fill("173")
            coder.get_by_role("button", name="Save and next").click()
            coder.wait_for_function(
                "text => document.querySelector('h1').innerText !== text", arg=heading)
        path = os.path.join(self.folder, "aze-rus-2025", "coders", "second.csv")
        with open(path, newline="") as file:
            coded = [row["id"] for row in csv.DictReader(file)]
        self.assertEqual(len(coded), 5)
        self.assertTrue(set(coded) <= set(first))
        self.go(page, "/cases/aze-rus-2025/coding")
        column = page.locator("td", has_text=re.compile("^code$"))
        line = page.locator("tbody tr", has_text="173 ").filter(has=column).first
        row = line.locator("th").inner_text()
        line.get_by_placeholder("why").fill("the act was an arrest")
        line.get_by_role("button", name="Take the second").click()
        page.wait_for_url("**saved=**")
        self.assertEqual(self.read("aze-rus-2025")[row]["code"], "173")
        self.assertIn("the act was an arrest", self.read("aze-rus-2025")[row]["note"])

    def test_assessment(self):
        """A mark says its act; the comparison starts, tells its progress and is cancelled; the report is kept."""
        page = self.open()
        self.go(page, "/cases/tutorial/assessment")
        mark = page.locator("svg [tabindex='0']:visible").first
        mark.focus()
        self.assertNotEqual(page.locator(".mark-panel").inner_text().strip(), "")
        page.get_by_role("button", name="Compare the explanations").click()
        page.get_by_role("button", name="Cancel").click()
        page.get_by_text("The comparison was cancelled").wait_for()
        period = page.locator("form.brush")
        marks = page.locator("svg .mark:visible")
        period.get_by_label("until").fill("2021-06-08")
        self.assertGreater(page.locator("svg .mark.outside").count(), 0)
        self.assertLess(page.locator("svg .mark.outside").count(), page.locator("svg .mark").count())
        period.get_by_role("button", name="The whole period").click()
        page.wait_for_function("document.querySelectorAll('svg .mark.outside').length === 0")
        self.assertGreater(marks.count(), 0)
        page.get_by_role("button", name=re.compile("^Why: “?The ministers")).first.click()
        self.assertIn("21 days", page.locator(".mark-panel").inner_text())
        self.go(page, "/cases/tutorial/share")
        with page.expect_download() as kept:
            page.get_by_role("link", name="report.html").click()
        self.assertIn("<!DOCTYPE html>", pathlib.Path(kept.value.path()).read_text())
        with page.expect_download() as picture:
            page.get_by_role("link", name="acts.png").click()
        self.assertEqual(pathlib.Path(picture.value.path()).read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(self.faults, [])

    def test_what_if(self):
        """What moves follows while the form is filled in; it is kept, put side by side, and its simulated part cancelled."""
        page = self.open()
        before = self.read()
        self.go(page, "/cases/tutorial/whatif")
        page.get_by_label("A row, a sentence").fill("T05")
        page.locator("#result").get_by_text("no longer counted").wait_for()
        self.assertIn("without=T05", page.url)
        page.get_by_label("Keep it as").fill("no T05")
        page.get_by_role("button", name="Keep", exact=True).click()
        page.get_by_role("checkbox", name="no T05").check()
        page.get_by_role("button", name="Put the marked ones side by side").click()
        page.get_by_role("columnheader", name="no T05").first.wait_for()
        page.go_back()
        page.get_by_role("button", name="Add the simulated part").click()
        page.get_by_role("button", name="Cancel").click()
        page.get_by_text("The computation was cancelled").wait_for()
        self.assertEqual(self.read(), before)
        self.assertEqual(self.faults, [])

    def test_game(self):
        """The region follows a slider moved by key."""
        page = self.open()
        self.go(page, "/cases/aze-rus-2025/game")
        slider = page.get_by_label(re.compile("^V:"))
        before = page.locator("#result").inner_html()
        slider.focus()
        for _ in range(5):
            page.keyboard.press("ArrowLeft")
        page.wait_for_function("html => document.querySelector('#result').innerHTML !== html", arg=before)
        self.assertIn("p.V=", page.url)
        self.assertEqual(self.faults, [])

    def test_article_becomes_a_case(self):
        """An article is pasted, drafted and reviewed."""
        page = self.open()
        self.go(page, "/")
        page.get_by_label("Name of the drafted case").fill("drafted")
        page.get_by_label("The text of the article").fill(ARTICLE)
        page.get_by_role("button", name="Draft a case").click()
        page.wait_for_url("**/cases/drafted/review")
        waiting = page.locator("#assertions").locator("xpath=..").get_by_role("listitem")
        count = waiting.count()
        self.assertGreater(count, 0)
        waiting.first.get_by_role("button", name="Reject").click()
        page.wait_for_load_state()
        self.assertEqual(page.locator("#assertions").locator("xpath=..").get_by_role("listitem").count(), count - 1)
        self.assertEqual(self.faults, [])

    def test_new_case_and_zip(self):
        """A case is made, handed over as zip and brought in again, the same byte for byte."""
        page = self.open()
        self.go(page, "/")
        page.get_by_label("Name of its folder").fill("made-here")
        page.get_by_role("button", name="Make it from the skeleton").click()
        page.wait_for_url("**/cases/made-here")
        self.go(page, "/cases/made-here/share")
        with page.expect_download() as kept:
            page.get_by_role("link", name="made-here.zip").click()
        archive = os.path.join(self.folder, "kept.zip")
        kept.value.save_as(archive)
        self.go(page, "/")
        page.get_by_label("The zip file of a case").set_input_files(archive)
        page.get_by_label("Name, if another").fill("brought-in")
        page.get_by_role("button", name="Bring it in").click()
        page.wait_for_url("**/cases/brought-in")
        for name in ("case.yaml", "events.csv", "assertions.yaml", "evidence.yaml", "notes.md"):
            one = pathlib.Path(self.folder, "made-here", name).read_bytes()
            self.assertEqual(one, pathlib.Path(self.folder, "brought-in", name).read_bytes())


if __name__ == "__main__":
    unittest.main()

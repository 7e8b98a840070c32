// Files and rich text: what is opened, what is refused, and that the box is never lost.
import { answered, box, expect, ready, test } from "./harness.mjs";

const PAGE = `<!doctype html><html><head><title>x</title><meta property="article:published_time" content="2026-01-24T06:00:00Z">
<script>document.title = "99 killed"; fetch("https://example.org/")</script></head><body><nav>Home: nine killed</nav>
<article><h1>Two die in Odesa</h1><p>Two people were killed in Odesa on Friday when a shell struck a bakery near the market, the mayor said.</p>
<figure><img src=x onerror="alert(1)"><figcaption>Where 40 died in 1993</figcaption></figure>
<p>Three more were wounded and taken to hospital in the regional capital, where doctors said all were out of danger.</p></article></body></html>`;

const choose = async (page, name, mimeType, buffer) => {
  const waited = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await waited).setFiles({ name, mimeType, buffer: Buffer.from(buffer) });
};
const edit = (page) => page.getByRole("button", { name: "Edit text" }).click();
const dialogs = (page) => {
  const seen = [];
  page.on("dialog", (dialog) => (seen.push(dialog.message()), dialog.dismiss()));
  return seen;
};

test("a web page gives its story, its headline and its day", async ({ page, site }) => {
  const seen = dialogs(page);
  await page.goto(site.root);
  await choose(page, "story.html", "text/html", PAGE);
  await answered(page);
  await edit(page);
  await expect(box(page)).toHaveValue(/^Two die in Odesa\n\nTwo people were killed .*\n\nThree more .* out of danger\.$/);
  await expect(page.getByLabel("Published on")).toHaveValue("2026-01-24");
  expect(seen).toEqual([]);
});

test("a mail and a file in an old encoding", async ({ page, site }) => {
  await page.goto(site.root);
  await choose(page, "alert.eml", "message/rfc822", "Subject: Two die in Odesa\r\nDate: Sat, 24 Jan 2026 23:10:00 +0100\r\n\r\nTwo people were killed in Odesa.\r\n");
  await answered(page);
  await edit(page);
  await expect(box(page)).toHaveValue(/^Two die in Odesa\n\nTwo people were killed/);
  await choose(page, "old.txt", "text/plain", Buffer.from("Two people were killed in Odesa \x96 \x93a black day\x94.", "latin1"));
  await answered(page);
  await edit(page);
  await expect(box(page)).toHaveValue("Two people were killed in Odesa – “a black day”.");
});

test("a file that is none is refused, and the box keeps its text", async ({ page, site }) => {
  await page.goto(site.root);
  await box(page).fill("My notes");
  await answered(page);
  await choose(page, "scan.pdf", "application/pdf", "%PDF-1.7 ...");
  await expect(page.getByRole("alert")).toContainText("Files of this kind are not opened.");
  await choose(page, "broken.docx", "application/octet-stream", "PK\x03\x04 broken");
  await expect(page.getByRole("alert")).toContainText("it may be damaged");
  await expect(box(page)).toHaveValue("My notes");
  await choose(page, "notes.md", "text/markdown", "# Two die\n\n**Two** people were killed in Odesa.");
  await answered(page);
  await edit(page);
  await expect(box(page)).toHaveValue("Two die\n\nTwo people were killed in Odesa.");
  await page.getByRole("button", { name: "Bring back my text" }).click();
  await expect(box(page)).toHaveValue("My notes");
});

const bring = (page, target, kind, type) =>
  page.evaluate(([target, kind, type, html]) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "Home: nine killed Two people were killed in Odesa");
    const init = { bubbles: true, cancelable: true };
    const event = kind === "paste" ? new ClipboardEvent(type, { ...init, clipboardData: data }) : new DragEvent(type, { ...init, dataTransfer: data });
    document.querySelector(target).dispatchEvent(event);
  }, [target, kind, type, PAGE]);

for (const [name, target, kind, type] of [["pasted", "#article-text", "paste", "paste"], ["dropped on the page", "main", "drop", "drop"]]) {
  test(`rich text ${name} loses what stands around the story`, async ({ page, site }) => {
    const seen = dialogs(page);
    await page.goto(site.root);
    await ready(page);
    await bring(page, target, kind, type);
    await answered(page);
    await edit(page);
    await expect(box(page)).toHaveValue(/^Two die in Odesa/);
    await expect(box(page)).not.toHaveValue(/nine killed|1993|99 killed/);
    expect(seen).toEqual([]);
  });
}

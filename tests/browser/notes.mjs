// node notes.mjs URL [SCREENSHOT.png]
// Opens the notes page in a browser, looks for the seeded notes, adds one through the form, reloads and looks for it.
// Prints one JSON object. Exit 0: everything was seen; 1: something was not; 2: wrong usage.
import { randomUUID } from "node:crypto";
import { withPage } from "./chromium.mjs";

const seeded = ["Welcome to Notes", "Water the ferns on Thursday", "Ask Ada about the analytical engine"];

const [url, screenshot] = process.argv.slice(2);
if (!URL.canParse(url ?? "")) {
  console.error("Usage: node notes.mjs URL [SCREENSHOT.png]");
  process.exit(2);
}

let report;

try {
  await withPage(async (page) => {
    report = { url, seeded, seededSeen: [], added: `Added by a browser ${randomUUID()}`, addedSeen: false, seenAfterReload: false };
    await page.goto(url);
    for (const text of seeded) {
      await noteOf(page, text).waitFor();
      report.seededSeen.push(text);
    }
    await page.getByRole("textbox", { name: "New note" }).fill(report.added);
    await page.getByRole("button", { name: "Add" }).click();
    await noteOf(page, report.added).waitFor();
    report.addedSeen = true;
    await page.reload();
    await noteOf(page, report.added).waitFor();
    report.seenAfterReload = true;
    report.footer = await page.locator("footer").textContent();
    if (screenshot) {
      await page.screenshot({ path: screenshot });
    }
  });
} catch (error) {
  report = { url, ...report, problem: error.message };
}

report.ok = report.seenAfterReload === true && report.problem === undefined;
console.log(JSON.stringify(report, null, 2));
process.exitCode = report.ok ? 0 : 1;

function noteOf(page, text) {
  return page.getByRole("listitem").filter({ hasText: text }).first();
}

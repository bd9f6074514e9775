// Debian's Chromium, with nothing in it that talks to anyone but the page under test.
import { chromium } from "playwright-core";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a fresh page, hands it to `look`, and closes the browser whatever happens. */
export async function withPage(look) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags, timeout: 30_000 });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    return await look(page);
  } finally {
    await browser.close();
  }
}

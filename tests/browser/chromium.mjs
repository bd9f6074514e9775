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

// What Chromium says of each open request when an interface of the machine comes or goes, as those of containers do all the time.
const networkChanged = "net::ERR_NETWORK_CHANGED";
const attempts = 6;

/**
 * Opens a fresh page, hands it to `look`, and closes the browser whatever happens. A look in which Chromium dropped a request because the
 * machine's networks had changed says nothing about the page: it is taken again, in a browser of its own, up to five times.
 */
export async function withPage(look) {
  for (let attempt = 1; ; attempt++) {
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags, timeout: 30_000 });
    let dropped = false;
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(10_000);
      page.on("requestfailed", (request) => { dropped ||= request.failure()?.errorText === networkChanged; });
      return await look(page);
    } catch (error) {
      if (attempt === attempts || !(dropped || error.message.includes(networkChanged))) {
        throw error;
      }
    } finally {
      await browser.close();
    }
  }
}

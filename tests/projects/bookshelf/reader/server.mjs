import { createServer } from "node:http";

const shelfUrl = process.env.SHELF_URL;

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

createServer(async (request, response) => {
  try {
    const { shelf, books } = await (await fetch(`${shelfUrl}/books`)).json();
    const items = books.map((book) => `<li><cite>${escape(book.title)}</cite>, by ${escape(book.author)}</li>`).join("");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>${escape(shelf)}</title><h1>${escape(shelf)}</h1><ul>${items}</ul>`);
  } catch (error) {
    response.writeHead(502, { "content-type": "text/plain" });
    response.end(`The shelf did not answer: ${error.message}\n`);
  }
}).listen(3000, () => console.log("the reader is open"));

// The front end of the five-service stack: a page that shows what the API says.
const http = require('node:http');

const api = process.env.API_URL;

http.createServer((request, response) => {
  http.get(api, (answer) => {
    let text = '';
    answer.on('data', (piece) => { text += piece; });
    answer.on('end', () => {
      response.writeHead(answer.statusCode, { 'Content-Type': 'text/html' });
      response.end(`<!doctype html><title>five</title><pre>${text}</pre>\n`);
    });
  }).on('error', (error) => {
    response.writeHead(502);
    response.end(`${error.message}\n`);
  });
}).listen(3000, '0.0.0.0');

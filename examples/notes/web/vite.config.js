import { defineConfig } from "vite";

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  // `npm run dev` talks to the stack that Compose runs.
  server: { proxy: { "/api": `http://localhost:${process.env.PORT ?? 8080}` } },
});

import { defineConfig } from 'vite';

// `npm run console:dev`: the page from its sources, against the API of a stack that runs (API_URL, else port 3000).
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and icons stay files of our own origin: a strict policy for `font-src` needs no `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Libraries say "use client" for frameworks that render on a server; this one has none.
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/v1': { target: process.env['API_URL'] ?? 'http://127.0.0.1:3000' } },
  },
});

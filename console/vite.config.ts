import { constants } from 'node:zlib';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

// `npm run console:dev`: the page from its sources, against the API of a stack that runs (API_URL, else port 3000).
export default defineConfig({
  root: import.meta.dirname,
  // Once, as small as can be, beside the files themselves: the API hands these out (api/frame/console-pages.ts).
  plugins: [
    compression({
      threshold: 1_000,
      algorithms: [
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        defineAlgorithm('gzip', { level: 9 }),
      ],
    }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and icons stay files of our own origin: a strict policy for `font-src` needs no `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Of what is shared, the names would be those of all that share it.
        chunkFileNames: ({ name }) => `assets/${name.startsWith('shared') ? 'shared' : '[name]'}-[hash].js`,
        // A request costs more than the kilobyte it brings: what the first page takes is one file, asked for with the page itself,
        // and what several others share are a few.
        codeSplitting: {
          groups: [
            { name: 'first-page', test: /[\\/](main|reminders-page)\.tsx$/, priority: 2 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 40_000, priority: 1 },
          ],
        },
      },
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

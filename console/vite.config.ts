import { constants } from 'node:zlib';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

/** What draws the first page, and its font, are fetched while the browser still asks for what is drawn there. */
const preloadFirstPage: Plugin = {
  name: 'preload-first-page',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle).flatMap((file): HtmlTagDescriptor[] => {
        const link = (attrs: Record<string, string>) => [
          { tag: 'link', attrs: { ...attrs, crossorigin: '', href: `/${file}` }, injectTo: 'head' as const },
        ];
        if (/first-page-.*\.js$/.test(file)) return link({ rel: 'modulepreload' });
        if (/first-page-.*\.css$/.test(file)) return link({ rel: 'stylesheet' });
        return /inter-latin-wght-normal-.*\.woff2$/.test(file) ? link({ rel: 'preload', as: 'font' }) : [];
      }),
  },
};

/** Whoever builds it, a test run too, builds what people get: with NODE_ENV=test it would be the development's React, half as fast. */
const forPeople: Plugin = {
  name: 'for-people',
  config: (_, { command }) => {
    if (command === 'build') process.env['NODE_ENV'] = 'production';
  },
};

// `npm run console:dev`: the page from its sources, against the API of a stack that runs (API_URL, else port 3000).
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    forPeople,
    preloadFirstPage,
    // Once, as small as can be, beside the files themselves: the API hands these out (api/frame/console-pages.ts).
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
        // A request costs more than the kilobyte it brings: what asks for the first page's data is one file, what draws it
        // another, and what other pages share a third. Several that share would ask for each other in a circle, and the one
        // that happened to come first would find half of the other: a page that does not open.
        codeSplitting: {
          groups: [
            { name: 'first-asked', test: /[\\/]console[\\/]main\.ts$/, priority: 3 },
            { name: 'first-page', test: /[\\/]draw\.tsx$/, priority: 2 },
            { name: 'shared', minShareCount: 2, priority: 1 },
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

import { constants } from 'node:zlib';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

/** Makes the browser fetch the code of the first page, and its font, while the entry script still requests the data. */
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

/**
 * Every build, even in a test run, is a production build: with NODE_ENV=test it would contain React's development
 * version, which is half as fast.
 */
const forPeople: Plugin = {
  name: 'for-people',
  config: (_, { command }) => {
    if (command === 'build') process.env['NODE_ENV'] = 'production';
  },
};

// `npm run console:dev`: serves the page from its sources, with the API of a running stack (API_URL, else port 3000).
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    forPeople,
    preloadFirstPage,
    // Compress once, as much as possible; the API serves the compressed files (api/frame/console-pages.ts).
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
    // Keep fonts and icons as files of our own origin, so that a strict `font-src` policy needs no `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // A request costs more than a kilobyte of content. So there is one file for what requests the first page's
        // data, one for what draws it, and one for what other pages share. Several shared files would import each other
        // in a circle, and the first one loaded would find the other half initialized: the page would not open.
        codeSplitting: {
          groups: [
            { name: 'first-asked', test: /[\\/]console[\\/]main\.ts$/, priority: 3 },
            { name: 'first-page', test: /[\\/]draw\.tsx$/, priority: 2 },
            { name: 'shared', minShareCount: 2, priority: 1 },
          ],
        },
      },
      // Libraries contain "use client" for frameworks that render on a server; this is none.
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

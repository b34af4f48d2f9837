// Loads our TypeScript in Node. Run only once modules are installed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(projectRoot, 'node_modules', '.cache', 'relance');
const keptIn = join(cache, 'programs');
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/**
 * Loads a TypeScript file of the checkout in this process, as one file of JavaScript with all that it imports of ours: that
 * takes a third of a second to make, where loading hundreds of files one by one takes several.
 */
export async function loadTypeScript(entry) {
  process.chdir(projectRoot);
  const built = await buildProgram(entry).catch(() => undefined);
  if (built) await import(pathToFileURL(built).href);
  else await loadFileByFile(entry);
}

/** Where nothing can be kept, or what does not compile, which is then said with its place. */
async function loadFileByFile(entry) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(projectRoot, entry)).href);
}

/** Where the program is. Made anew every time, and so never outdated; the file is there whole or not at all. */
export async function buildProgram(entry) {
  const { build } = await import('esbuild');
  const slug = entry.replace(/\.ts$/, '').replaceAll(/[^a-z0-9]+/g, '-');
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, entry)],
    absWorkingDir: projectRoot,
    outfile: join(keptIn, `${slug}.mjs`),
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: `node${process.versions.node}`,
    keepNames: true, // Workflows, activities and errors go by their names.
    sourcemap: 'inline',
    sourcesContent: false,
    plugins: [ownAddress, mailPartsInUse],
    logLevel: 'silent',
  });
  const code = outputFiles[0].contents;
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const file = join(keptIn, `${slug}-${hash}.mjs`);
  // In an image it was made with the image, and may not be written to.
  if (existsSync(file)) await utimes(file, new Date(), new Date()).catch(() => undefined);
  else {
    await mkdir(keptIn, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, code);
    await rename(unfinished, file);
    await forgetOld();
  }
  return file;
}

/** Of earlier sources, and of workflows bundled from them (worker/bundled-once.ts): what no start has needed for a week goes. */
async function forgetOld() {
  const entries = await readdir(cache, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    // Another start may take it away first.
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < Date.now() - WEEK_MS) await rm(file, { force: true });
  }
}

/** `import.meta.url` stays the source file's own, beside which it finds fonts, pages and migrations. */
const ownAddress = {
  name: 'own-address',
  setup(build) {
    build.onLoad({ filter: /\.m?tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/**
 * Of the parts that mails can be made of only those that ours are: the others bring a highlighter of three hundred programming
 * languages and a compiler of style sheets, a sixth of what API and worker take to start.
 */
const mailPartsInUse = {
  name: 'mail-parts-in-use',
  setup(build) {
    const parts = join(dirname(createRequire(import.meta.url).resolve('react-email')), 'index.mjs');
    build.onResolve({ filter: /^react-email$/ }, () => ({ path: parts, namespace: 'mail-parts', sideEffects: false }));
    build.onLoad({ filter: /./, namespace: 'mail-parts' }, async () => {
      // What it passes on of another package is not known here, and would keep all of it.
      const contents = (await readFile(parts, 'utf8')).replace(/^export \* from .*$/m, '');
      return { contents, resolveDir: dirname(parts) };
    });
  },
};

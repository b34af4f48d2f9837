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

/** Where the program is: made anew unless it was made of these very sources, and so never outdated. */
export async function buildProgram(entry) {
  const slug = entry.replace(/\.ts$/, '').replaceAll(/[^a-z0-9]+/g, '-');
  return (await madeBefore(slug)) ?? (await makeProgram(entry, slug));
}

/** What the last start has made, if nothing that it was made of has changed: compiling takes a second of processor time. */
async function madeBefore(slug) {
  try {
    const { file, sources, madeOf } = JSON.parse(await readFile(noteOf(slug), 'utf8'));
    if ((await hashOf(sources)) !== madeOf || !existsSync(file)) return undefined;
    // In an image it may not be written to.
    await utimes(file, new Date(), new Date()).catch(() => undefined);
    return file;
  } catch {
    // Never made, or of a source that is gone.
    return undefined;
  }
}

const noteOf = (slug) => join(keptIn, `${slug}.json`);

/** Of the contents of these files, and of all else that a program depends on; where the checkout is, is written in it. */
async function hashOf(sources) {
  const hash = createHash('sha256').update(`${process.version}\n${projectRoot}\n`);
  const around = ['scripts/typescript.mjs', 'package-lock.json', 'tsconfig.json'];
  const contents = await Promise.all([...around, ...sources].map((source) => readFile(join(projectRoot, source))));
  for (const content of contents) hash.update(`${content.length}\n`).update(content);
  return hash.digest('hex');
}

async function makeProgram(entry, slug) {
  const sinceMs = Date.now();
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: [join(projectRoot, entry)],
    absWorkingDir: projectRoot,
    outfile: join(keptIn, `${slug}.mjs`),
    bundle: true,
    write: false,
    metafile: true,
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
  const file = join(keptIn, `${slug}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`);
  // In an image it was made with the image, and nothing may be written.
  if (!existsSync(file)) await writeWhole(file, code);
  await takeNote(slug, { file, inputs: Object.keys(metafile.inputs), sinceMs }).catch(() => undefined);
  await forgetOld();
  return file;
}

/** Of what the program was made; not of a source that was changed meanwhile, which may have been read before. */
async function takeNote(slug, { file, inputs, sinceMs }) {
  const sources = inputs.filter((path) => existsSync(join(projectRoot, path)));
  const madeOf = await hashOf(sources);
  const changes = await Promise.all(sources.map(async (path) => (await stat(join(projectRoot, path))).mtimeMs));
  if (changes.every((changedMs) => changedMs < sinceMs))
    await writeWhole(noteOf(slug), JSON.stringify({ file, sources, madeOf }));
}

/** The file is there whole or not at all: another start may look at this moment. */
async function writeWhole(file, content) {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
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

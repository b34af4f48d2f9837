// Loads our TypeScript in Node. To be used only once modules are installed.
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
 * Loads a TypeScript file of the checkout in this process, bundled with all our files that it imports: bundling takes a
 * third of a second, loading hundreds of files one by one takes several seconds.
 */
export async function loadTypeScript(entry) {
  process.chdir(projectRoot);
  const built = await buildProgram(entry).catch(() => undefined);
  if (built) await import(pathToFileURL(built).href);
  else await loadFileByFile(entry);
}

/** Used when nothing can be cached, and for code that does not compile, since this reports where the error is. */
async function loadFileByFile(entry) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(projectRoot, entry)).href);
}

/** Returns the path of the bundled program. It is built again unless it was built from exactly these sources. */
export async function buildProgram(entry) {
  const slug = entry.replace(/\.ts$/, '').replaceAll(/[^a-z0-9]+/g, '-');
  return (await madeBefore(slug)) ?? (await makeProgram(entry, slug));
}

/**
 * The program that an earlier start has built, unless one of its sources has changed: compiling takes a second of processor
 * time.
 */
async function madeBefore(slug) {
  try {
    const { file, sources, madeOf } = JSON.parse(await readFile(noteOf(slug), 'utf8'));
    if ((await hashOf(sources)) !== madeOf || !existsSync(file)) return undefined;
    // In an image the file may be read-only.
    await utimes(file, new Date(), new Date()).catch(() => undefined);
    return file;
  } catch {
    // Never built, or a source no longer exists.
    return undefined;
  }
}

const noteOf = (slug) => join(keptIn, `${slug}.json`);

/**
 * Hashes these files and everything else that a program depends on, including the checkout's path, which the program
 * contains.
 */
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
    keepNames: true, // Workflows, activities and errors are identified by their names.
    sourcemap: 'inline',
    sourcesContent: false,
    plugins: [ownAddress, mailPartsInUse],
    logLevel: 'silent',
  });
  const code = outputFiles[0].contents;
  const file = join(keptIn, `${slug}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`);
  // In an image the program was built with the image, and nothing can be written.
  if (!existsSync(file)) await writeWhole(file, code);
  await takeNote(slug, { file, inputs: Object.keys(metafile.inputs), sinceMs }).catch(() => undefined);
  await forgetOld();
  return file;
}

/**
 * Stores what the program was built from, unless a source was changed meanwhile, which may have been read before the
 * change.
 */
async function takeNote(slug, { file, inputs, sinceMs }) {
  const sources = inputs.filter((path) => existsSync(join(projectRoot, path)));
  const madeOf = await hashOf(sources);
  const changes = await Promise.all(sources.map(async (path) => (await stat(join(projectRoot, path))).mtimeMs));
  if (changes.every((changedMs) => changedMs < sinceMs))
    await writeWhole(noteOf(slug), JSON.stringify({ file, sources, madeOf }));
}

/** Writes a file that appears complete or not at all, because another start may be reading it. */
async function writeWhole(file, content) {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}

/** Deletes programs and bundled workflows (worker/bundled-once.ts) of earlier sources that no start has used for a week. */
async function forgetOld() {
  const entries = await readdir(cache, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    // Another start may delete it first.
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < Date.now() - WEEK_MS) await rm(file, { force: true });
  }
}

/** Keeps `import.meta.url` the source file's own, since fonts, pages and migrations are found relative to it. */
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
 * Bundles only those parts of react-email that our mails use. The others bring a highlighter for three hundred programming
 * languages and a compiler of style sheets, which would take a sixth of the start of API and worker.
 */
const mailPartsInUse = {
  name: 'mail-parts-in-use',
  setup(build) {
    const parts = join(dirname(createRequire(import.meta.url).resolve('react-email')), 'index.mjs');
    build.onResolve({ filter: /^react-email$/ }, () => ({ path: parts, namespace: 'mail-parts', sideEffects: false }));
    build.onLoad({ filter: /./, namespace: 'mail-parts' }, async () => {
      // Re-exports from other packages cannot be analysed here and would keep all of them.
      const contents = (await readFile(parts, 'utf8')).replace(/^export \* from .*$/m, '');
      return { contents, resolveDir: dirname(parts) };
    });
  },
};

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { catalogueAdapter } from './catalogue-adapter.ts';

// The package's own entry imports the .wasm file as a module, which Node 20 cannot do, so it is assembled here.
const { __wbg_set_wasm: setWasm, SchemaEngine: Engine } = glue as unknown as {
  __wbg_set_wasm: (exports: object) => void;
  SchemaEngine: typeof SchemaEngine;
};

// Node has it, but the compiler's library without a browser does not declare it.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: object } }> };
};

const schemaPath = fileURLToPath(new URL('./schema.prisma', import.meta.url));

/** `prisma/schema.prisma` in the engine's form. */
export const schemaFile = () => ({ path: schemaPath, content: readFileSync(schemaPath, 'utf8') });

// The glue is one module for the whole process and holds one instance: loading a second would take the memory away from
// the first. This file may be loaded more than once (vitest loads it for each project), so the process remembers the
// instance.
const LOADED = Symbol.for('relance.schema-engine');
const remembered = globalThis as { [LOADED]?: Promise<void> };

// Called when the engine panics; without this the cause would be lost behind a TypeError of its glue code.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(message: string) {
      throw new Error(`Prisma's schema engine gave up: ${message}`);
    },
  },
});

async function loadWasm(): Promise<void> {
  // Not import.meta.resolve, which vitest's module runner does not have.
  const gluePath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmPath = join(dirname(gluePath), 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), {
    './schema_engine_bg.js': glue,
  });
  setWasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
}

/**
 * Runs `work` with Prisma's migration engine in WebAssembly, on one database: the engine that the CLI would download.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await (remembered[LOADED] ??= loadWasm());
  const { path, content } = schemaFile();
  const { factory, close } = catalogueAdapter(databaseUrl);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await Engine.new({ datamodels: [[path, content]] }, () => undefined, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await close();
  }
}

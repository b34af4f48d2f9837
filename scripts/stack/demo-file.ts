import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoKeys } from './secrets.ts';

/** The content of `demo.json`, for programs that call the running demonstration. Addresses have no trailing slash. */
export interface Demo {
  /** Without `/v1`. */
  api_url: string;
  console_url: string;
  mailbox_url: string;
  temporal_ui_url: string;
  keys: DemoKeys;
  webhook_secrets: { payments: string };
}

const fileOf = (dataDir: string) => join(dataDir, 'demo.json');

/** Writes `demo.json` at once, readable by this user only. While the file exists, everything answers. */
export function writeDemoFile(dataDir: string, demo: Demo): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Removes the file, so that nobody calls the addresses of a stack that has stopped. */
export function removeDemoFile(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);
/** The headless shell first: it draws the same with a quarter less processor time. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/**
 * A Chromium to test with: one of this system, otherwise Playwright's own download, otherwise, as root on Debian, the
 * system's package. Throws an error that says what to do when there is none.
 */
export async function findChromium(log: (line: string) => void): Promise<string> {
  const there = onPath() ?? playwrightsOwn();
  if (there) return there;
  log('No Chromium here: downloading the one that Playwright knows …');
  await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']).catch(() => undefined);
  const downloaded = playwrightsOwn();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('Installing Chromium with apt-get …');
    await run('apt-get', ['update']).catch(() => undefined);
    const install = (name: string) => run('apt-get', ['install', '-y', '--no-install-recommends', name]);
    await install(SHELL)
      .catch(() => install('chromium'))
      .catch(() => undefined);
  }
  const installed = onPath();
  if (installed) return installed;
  throw new Error(
    'The console is tested in Chromium and there is none: install chromium, or `npx playwright-core install chromium`.',
  );
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

function playwrightsOwn(): string | undefined {
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

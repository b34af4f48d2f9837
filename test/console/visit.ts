import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, expect, inject } from 'vitest';
import { CHROMIUM_ARGS } from '../../scripts/browser/chromium-args.ts';
import { Business } from '../e2e/business.ts';

type Role = 'collector' | 'supervisor' | 'admin';

interface Visit {
  /** Supervisor when left out; null: not signed in. */
  role?: Role | null;
  /** A window that no other test uses: for tests that sign out, or that cut off the server. */
  fresh?: boolean;
}

const VIEWPORT = { width: 1440, height: 900 };

let browser: Browser | undefined;
/**
 * One window for each role, kept for all files: the browser keeps the console's code ready in it, so that a page takes a third of the
 * time.
 */
const kept = new Map<Role, Page>();
let shown = new Set<Page>();
let faults: string[] = [];
let isFaultExpected = false;

/** Call this in each file: after each test it fails if any page's console has an error. */
export function useBrowser(): void {
  afterEach(async ({ task }) => {
    const hasFailed = task.result?.state === 'fail';
    if (hasFailed) for (const page of shown) await tell(page, task.name);
    await Promise.all([...shown].map((page) => putAway(page, hasFailed)));
    shown = new Set();
    const found = isFaultExpected ? [] : faults;
    faults = [];
    isFaultExpected = false;
    expect(found).toEqual([]);
  });
}

/** For tests that cut off the server: the browser's errors about that are not the page's fault. */
export function expectFaults(): void {
  isFaultExpected = true;
}

/** Opens the console at `path`, signed in with one click as `role`. */
export async function visit(path: string, { role = 'supervisor', fresh = false }: Visit = {}): Promise<Page> {
  const before = role && !fresh ? kept.get(role) : undefined;
  const page = before ? await anew(before) : await openWindow(role);
  if (role && !fresh) kept.set(role, before ?? page);
  shown.add(page);
  // Each test waits for what it looks for; the page's load event says nothing about that. But a page that has only begun to load on a
  // busy machine may hide its requests from `route` for good.
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  return page;
}

/** The kept window of the role; a new one when this test uses the kept one already. */
async function anew(page: Page): Promise<Page> {
  if (shown.has(page)) {
    const beside = await page.context().newPage();
    collectFaults(beside);
    return beside;
  }
  await page.setViewportSize(VIEWPORT);
  await page.emulateMedia({ colorScheme: 'light' });
  return page;
}

async function openWindow(role: Role | null): Promise<Page> {
  const { url, chromium: executablePath } = inject('console');
  // One browser for all files of this process: it ends with the process.
  browser ??= await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const context = await browser.newContext({
    baseURL: url,
    viewport: VIEWPORT,
    colorScheme: 'light',
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  });
  if (role) {
    const answer = await context.request.post('/v1/session/demo', { data: { role }, headers: { Origin: url } });
    expect(answer.status()).toBe(201);
  }
  // A busy machine draws late; what is not there after a minute does not come.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  collectFaults(page);
  return page;
}

/** What was on the page when a test failed, for a reader of the log who cannot see the screen. */
async function tell(page: Page, test: string): Promise<void> {
  const text = await page.evaluate<string>('document.body.innerText').catch(String);
  const picture = join(tmpdir(), `relance-failed-${Date.now()}.png`);
  await page.screenshot({ path: picture, timeout: 5_000 }).catch(() => undefined);
  console.log(`${test}: ${page.url()} as in ${picture}\n${text.replaceAll(/\s*\n\s*/g, ' | ').slice(0, 3_000)}`);
}

/** Clears what was chosen in a kept window and leaves it on an idle page that makes no requests of ours; other windows are closed. */
async function putAway(page: Page, hasFailed: boolean): Promise<void> {
  const owner = [...kept].find(([, one]) => one === page);
  if (owner && !hasFailed) {
    await page.evaluate('localStorage.clear()');
    await page.goto('/healthz', { waitUntil: 'commit' });
    return;
  }
  if (owner) kept.delete(owner[0]);
  const isBeside = [...kept.values()].some((one) => one.context() === page.context());
  await (isBeside ? page.close() : page.context().close());
}

/** The demonstration's company through the API: creates what a test needs before a page is opened. */
export function company(): Business {
  const { url, demo } = inject('console');
  return new Business({ apiUrl: url, mailboxUrl: demo.mailbox_url, demo });
}

/** Errors of the page, and answers that no page should get: a 401 at the start only says that nobody is signed in. */
function collectFaults(page: Page): void {
  page.on('pageerror', (error) => faults.push(`error in the page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/\b(401|404|409|412|422|503)\b/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500)
      faults.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
}

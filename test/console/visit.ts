import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { Business } from '../e2e/business.ts';

type Role = 'collector' | 'supervisor' | 'admin';

interface Visit {
  role?: Role | null;
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  language?: 'fr' | 'en';
}

let browser: Browser;
let contexts: BrowserContext[] = [];
let faults: string[] = [];
let isFaultExpected = false;

/** In each file: one browser, and after each test no error may stand in any page's console. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.connect(inject('console').browserEndpoint);
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    const found = isFaultExpected ? [] : faults;
    faults = [];
    isFaultExpected = false;
    expect(found).toEqual([]);
  });
  afterAll(() => browser.close());
}

/** For tests that take the server away: what the browser says of it is no fault of the page. */
export function expectFaults(): void {
  isFaultExpected = true;
}

/** Opens the console at `path`, signed in with one click as `role` (supervisor; null: not signed in). */
export async function visit(path: string, options: Visit = {}): Promise<Page> {
  const { role = 'supervisor', width = 1440, height = 900, colorScheme = 'light', language = 'fr' } = options;
  const { url } = inject('console');
  const context = await browser.newContext({
    baseURL: url,
    // Of the first load alone: what is chosen in the page is kept by the page.
    storageState: {
      cookies: [],
      origins: [{ origin: url, localStorage: [{ name: 'relance-language', value: language }] }],
    },
    viewport: { width, height },
    colorScheme,
    locale: 'fr-FR',
  });
  contexts.push(context);
  if (role) {
    const answer = await context.request.post('/v1/session/demo', { data: { role }, headers: { Origin: url } });
    expect(answer.status()).toBe(201);
  }
  // A busy machine draws late; what is not there after a minute does not come.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  collectFaults(page);
  await page.goto(path);
  return page;
}

/** The demonstration's company from outside: what a test needs to be there before somebody looks at it. */
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

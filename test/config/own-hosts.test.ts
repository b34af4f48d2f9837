import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnHost, isSameServer } from '../../config/own-hosts.ts';
import { temporaryMailbox, type TemporaryMailbox } from '../mailbox/temporary-mailbox.ts';

// A page of another site may point its own name at this machine: for the browser, answers from here are then that site's.

describe('A name under which the demonstration is asked', () => {
  const known = ['0.0.0.0', 'https://relance.example:3000'];

  it.each([
    '127.0.0.1:3000',
    'localhost',
    'LOCALHOST:3000',
    '[::1]:3000',
    '192.168.1.20:8025',
    'mailbox:8025',
    'relance.localhost:3000',
    'host.docker.internal:3000',
    'mailbox.relance.svc.cluster.local:8025',
    'relance.example',
    'relance.example:3000',
    undefined,
  ])('%s is this machine’s', (host) => {
    expect(isOwnHost(host, known)).toBe(true);
  });

  it.each([
    'evil.example:3000',
    '127.0.0.1.evil.example',
    'localhost.',
    'relance.example.evil',
    'a b',
    '',
    'x@127.0.0.1.nip.io',
  ])('%j is not', (host) => {
    expect(isOwnHost(host, known)).toBe(false);
  });
});

describe('The mailbox that plays Resend', () => {
  it.each([
    ['http://localhost:8025', 'http://127.0.0.1:8025', true],
    ['http://[::1]:8025', 'http://localhost:8025', true],
    ['http://mailbox:8025/v1', 'http://mailbox:8025', true],
    ['http://localhost:8026', 'http://127.0.0.1:8025', false],
    ['http://mailbox:8025', 'http://127.0.0.1:8025', false],
    ['https://api.resend.com', 'http://127.0.0.1:8025', false],
  ])('%s and %s are one server: %s', (one, other, expected) => {
    expect(isSameServer(one, other)).toBe(expected);
  });
});

describe('The mailbox', () => {
  let mailbox: TemporaryMailbox;
  beforeAll(async () => {
    mailbox = await temporaryMailbox({ names: ['http://mailbox.relance.example:8025'] });
  });
  afterAll(() => mailbox.stop());

  const askedAs = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${mailbox.url}/messages`, { headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('shows no mail to a page whose name leads to this machine', async () => {
    expect(await askedAs(`evil.example:${mailbox.port}`)).toBe(421);
    expect(await askedAs(`localhost:${mailbox.port}`)).toBe(200);
    expect(await askedAs('mailbox.relance.example')).toBe(200);
  });
});

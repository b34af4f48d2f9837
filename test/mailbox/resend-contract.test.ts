import express from 'express';
import { Resend } from 'resend';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createResendProvider } from '../../providers/email/resend.ts';
import { listening } from '../providers/doubles/listening.ts';
import { noAbort, sampleEmail } from '../providers/sample-email.ts';
import * as contract from './resend-contract.ts';
import { temporaryMailbox, type TemporaryMailbox } from './temporary-mailbox.ts';

let mailbox: TemporaryMailbox;
let resend: Resend;
const ids: string[] = [];

beforeAll(async () => {
  mailbox = await temporaryMailbox();
  resend = new Resend('re_test', { baseUrl: mailbox.url });
  for (let n = 0; n < 5; n += 1) {
    const { data } = await resend.emails.send(
      { from: 'r@durand.example', to: 'c@client.example', cc: ['d@client.example'], subject: `${n}`, text: 'Bonjour' },
      { idempotencyKey: `key-${n}` },
    );
    ids.unshift(contract.sendEmailResponse.parse({ id: data?.id }).id);
  }
});
afterAll(() => mailbox.stop());

const read = async (path: string): Promise<unknown> => (await fetch(`${mailbox.url}${path}`)).json();
const idsOf = async (path: string) => {
  const { data, has_more } = contract.listEmailsResponse.parse(await read(path));
  return [data.map(({ id }) => ids.indexOf(id)), has_more];
};

test('what we ask Resend for is what it knows: no field of another name, and the key in its header', async () => {
  const asked: { headers: Record<string, unknown>; body: unknown }[] = [];
  const app = express().use(express.json(), ({ headers, body }, response) => {
    asked.push({ headers, body });
    response.json({ id: 'x' });
  });
  const server = await listening(app);
  const provider = createResendProvider({ apiKey: 're_test', baseUrl: server.url });
  const mail = sampleEmail({ cc: ['copie@client.example'], replyTo: 'durand@durand.example' });
  expect(await provider.send(mail, noAbort())).toMatchObject({ kind: 'accepted' });
  await server.stop();
  const [{ headers, body } = { headers: {}, body: null }] = asked;
  const sent = contract.sendEmailRequest.parse(body);
  expect(sent).toMatchObject({ cc: ['copie@client.example'], reply_to: 'durand@durand.example', tags: mail.tags });
  expect(sent.attachments).toMatchObject([{ filename: 'relance.pdf', content_type: 'application/pdf' }]);
  expect(headers).toMatchObject({ authorization: 'Bearer re_test', 'idempotency-key': mail.idempotencyKey });
});

describe('The local mailbox answers as Resend does', () => {
  test('of one mail, as its own SDK reads it', async () => {
    const { data } = await resend.emails.get(ids[0] ?? '');
    expect(contract.email.parse(data)).toMatchObject({
      id: ids[0],
      cc: ['d@client.example'],
      html: '',
      text: 'Bonjour',
    });
  });

  test('of the mails, newest first, page by page in either direction', async () => {
    expect(await idsOf('/emails')).toEqual([[0, 1, 2, 3, 4], false]);
    expect(await idsOf('/emails?limit=2')).toEqual([[0, 1], true]);
    expect(await idsOf(`/emails?limit=2&after=${ids[1]}`)).toEqual([[2, 3], true]);
    expect(await idsOf(`/emails?limit=2&before=${ids[4]}`)).toEqual([[2, 3], true]);
    expect(await idsOf(`/emails?limit=2&before=${ids[2]}`)).toEqual([[0, 1], false]);
    expect(await idsOf(`/emails?before=${ids[0]}`)).toEqual([[], false]);
  });

  test('of its calls, each with what was asked', async () => {
    const { data } = contract.listLogsResponse.parse(await read('/logs?limit=1'));
    const one = contract.log.parse(await read(`/logs/${data[0]?.id}`));
    expect(one).toMatchObject({ request_body: { subject: '4' }, response_body: { id: ids[0] } });
  });

  test.each([
    ['/emails/unknown', 404, 'not_found'],
    ['/logs/unknown', 404, 'not_found'],
    ['/emails?limit=0', 422, 'validation_error'],
    ['/emails?limit=101', 422, 'validation_error'],
    ['/emails?after=a&before=b', 422, 'validation_error'],
  ])('to what it refuses: GET %s is %d %s', async (path, status, name) => {
    const answer = await fetch(`${mailbox.url}${path}`);
    const said = contract.providerError.parse(await answer.json());
    expect([answer.status, said.statusCode, said.name]).toEqual([status, status, name]);
  });
});

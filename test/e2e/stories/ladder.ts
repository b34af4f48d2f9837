import { expect } from 'vitest';
import { sha256, unique } from '../business.ts';
import { eventually } from '../../eventually.ts';
import type { CaseFile } from '../case-file.ts';
import { dateInFrance, nextSendDay, plus, workingDay } from '../french-days.ts';
import { story, type Teller } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

/** The newest mail has exactly one letter: the archived bytes, with the hash stored for them. */
async function expectItsLetter(one: CaseFile, level: number): Promise<void> {
  const mail = (await one.mails()).at(-1)!;
  const message = (await one.messages()).find((row: { level: number }) => row.level === level);
  expect(mail.attachments).toHaveLength(1);
  expect(mail.attachments[0]!.content_type).toBe('application/pdf');
  const letter = await one.business.bytes(`/messages/${message.id}/letter.pdf`);
  expect((await one.business.attachedBytes(mail)).equals(letter)).toBe(true);
  expect(mail.attachments[0]!.sha256).toBe(sha256(letter));
  expect(message.sha256).toMatchObject({
    pdf: sha256(letter),
    html: sha256(Buffer.from(mail.html)),
    text: sha256(Buffer.from(mail.text)),
  });
  expect(message).toMatchObject({ status: 'sent', provider_reference: mail.id, invoice_ids: [one.id] });
}

async function postTheNotice(one: CaseFile, { business, timeline }: Teller): Promise<void> {
  expect(await one.mails()).toHaveLength(2);
  expect(await one.dunning()).toMatchObject({ status: 'to_confirm', level: 2, next: { level: 3, mode: 'to_confirm' } });
  const [action] = await one.openActions();
  expect(action).toMatchObject({ status: 'to_confirm', kind: 'letter' });
  await one.confirm();
  const [message] = await eventually(
    () => one.messages(),
    ([newest]) => newest?.status === 'rendered',
  );
  expect(sha256(await business.bytes(`/actions/letters.pdf?ids=${action.id}`))).toBe(message.sha256.pdf);
  expect((await business.do('GET', `/actions/${action.id}`)).status).toBe('to_do');
  expect((await one.dunning()).levels[2]).toMatchObject({ level: 3, state: 'due', done_at: null });
  await business.do('POST', `/actions/${action.id}/complete`, { posted_on: timeline.today });
  const over = await one.dunningOnce(({ status }) => status === 'exhausted');
  expect(over).toMatchObject({ status: 'exhausted', level: 3, next: null });
  expect(over.levels[2]).toMatchObject({ level: 3, state: 'done' });
  expect(dateInFrance(over.levels[2].done_at)).toBe(timeline.today);
}

async function expectTheTaskAtTheDeadline(one: CaseFile, { timeline }: Teller): Promise<void> {
  const [task] = await one.openActions();
  expect(task).toMatchObject({ kind: 'task', status: 'planned' });
  expect(task.due_on > timeline.today).toBe(true);
  await timeline.until(task.due_on);
  expect((await one.openActions()).map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
    [task.id, 'to_do'],
  ]);
  await timeline.until(plus(task.due_on, 5));
  expect(await one.mails()).toHaveLength(2);
}

for (const [kind, scenario] of [
  ['consumer', 'J+15'],
  ['professional', 'Échéance'],
  ['public', 'Échéance'],
] as const) {
  story(
    `a ${kind} on « ${scenario} »: R1, R2 by mail with the letter, R3 registered, then a task at the deadline`,
    async (teller) => {
      const { timeline, day0, owed } = teller;
      // A consumer's days count from the invoice date, other debtors' from the due date: the other date must not matter.
      const anchorOn = plus(day0, -8);
      const one = await owed({ kind, issuedOn: kind === 'consumer' ? anchorOn : plus(day0, -60), dueOn: anchorOn });
      const { r1On, r2On, r3On } = ladderFrom(anchorOn);
      expect(dateInFrance((await one.next()).due_at)).toBe(r1On);
      await timeline.until(plus(r1On, -1));
      expect(await one.mails()).toHaveLength(0);
      await timeline.until(r1On);
      expect(await one.mails()).toHaveLength(1);
      await expectItsLetter(one, 1);
      expect(await one.dunning()).toMatchObject({ status: 'waiting', level: 1, next: { level: 2, mode: 'automatic' } });
      await timeline.until(plus(r2On, -1));
      expect(await one.mails()).toHaveLength(1);
      await timeline.until(r2On);
      expect(await one.mails()).toHaveLength(2);
      await expectItsLetter(one, 2);
      const cost = /40\s€|L441-10|L2192|pénalité|indemnité/i;
      const said = (await one.mails())[1]!.text;
      if (kind === 'consumer') expect(said).not.toMatch(cost);
      else expect(said).toMatch(cost);
      await timeline.until(plus(r3On, -1));
      expect((await one.dunning()).status).toBe('waiting');
      await timeline.until(r3On);
      await postTheNotice(one, teller);
      await expectTheTaskAtTheDeadline(one, teller);
    },
  );
}

story(
  '« Relance à la main »: nothing leaves by itself; what a person sends leaves at once, and R2 is due 15 days after',
  async ({ business, timeline, day0, owed }) => {
    const { data } = await business.do('GET', '/scenarios?limit=200');
    const byHand = data.find(({ name }: { name: string }) => name === 'Relance à la main').id;
    const dueOn = plus(day0, -8);
    const one = await owed({ kind: 'professional', issuedOn: dueOn, invoice: { scenario_id: byHand } });
    const sentOn = plus(ladderFrom(dueOn).r1On, 3);
    await timeline.until(sentOn);
    expect(await one.mails()).toHaveLength(0);
    expect(await one.dunning()).toMatchObject({ status: 'due', level: 0, next: { level: 1, mode: 'manual' } });
    await one.do('POST', '/reminders', { level: 1, mode: 'email' });
    expect((await one.dunningOnce(({ level }) => level === 1)).level).toBe(1);
    expect(await one.mails()).toHaveLength(1);
    const secondOn = workingDay(plus(sentOn, 15));
    expect(dateInFrance((await one.dunningOnce(({ next }) => next?.level === 2)).next.due_at)).toBe(secondOn);
    await timeline.until(plus(secondOn, 4));
    expect(await one.mails()).toHaveLength(1);
    expect(await one.dunning()).toMatchObject({ status: 'due', next: { level: 2, mode: 'manual' } });
  },
);

story(
  'an old invoice that is imported: R1 alone, once, at the next send hour; R2 fifteen days after that',
  async ({ business, timeline, day0, owed, owedToo }) => {
    const known = await owed({ issuedOn: plus(day0, 40) });
    const number = unique('VIEILLE');
    const rows = `number,customer_reference,issued_on,due_on,total_cents,currency\n${number},${known.customer.reference},${plus(day0, -300)},${plus(day0, -300)},9900,EUR\n`;
    await business.do('POST', '/imports?kind=invoices', rows);
    const leavesOn = nextSendDay(day0);
    await timeline.until(leavesOn);
    expect((await known.mails()).map((mail) => mail.text.includes(number))).toEqual([true]);
    const secondOn = workingDay(plus(leavesOn, 15));
    await timeline.until(plus(secondOn, -1));
    expect(await known.mails()).toHaveLength(1);
    await timeline.until(secondOn);
    expect(await known.mails()).toHaveLength(2);
    // Two old invoices of one customer are two cases: each gets its own R1.
    const other = await owedToo(known, { issuedOn: plus(day0, -400) });
    await timeline.until(nextSendDay(timeline.today));
    expect(await other.mailsAboutIt()).toHaveLength(1);
  },
);

story(
  'a step that a person skips is never sent, and counts as that day; one that is postponed leaves on the new day',
  async ({ business, timeline, day0, owed }) => {
    const issuedOn = plus(day0, -11);
    const { r1On } = ladderFrom(issuedOn);
    const [skipped, postponed] = [await owed({ issuedOn }), await owed({ issuedOn })];
    await Promise.all([skipped.next(), postponed.next()]);
    const [[step], [later]] = [await skipped.openActions(), await postponed.openActions()];
    await business.do('POST', `/actions/${step.id}/skip`, { reason: 'Relancé par téléphone' });
    const untilOn = workingDay(plus(r1On, 3));
    await business.do('POST', `/actions/${later.id}/postpone`, { until_on: untilOn, reason: 'En congé' });
    const second = await skipped.dunningOnce(({ next }) => next?.level === 2);
    expect(second.level).toBe(0);
    await timeline.until(plus(untilOn, -1));
    expect([(await skipped.mails()).length, (await postponed.mails()).length]).toEqual([0, 0]);
    await timeline.until(untilOn);
    expect([(await skipped.mails()).length, (await postponed.mails()).length]).toEqual([0, 1]);
    await timeline.until(dateInFrance(second.next.due_at));
    expect((await skipped.mails()).map(({ subject }) => subject)).toEqual([expect.stringContaining('Deuxième rappel')]);
  },
);

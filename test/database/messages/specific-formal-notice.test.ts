import { beforeAll, describe, expect, it } from 'vitest';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { draftReminder } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { FactRefused } from '../../../facts/refused.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { previewSpecific } from '../../../facts/specific-actions/draft-specific.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// A formal notice, or a copy of a step, outside the ladder.

let world: World;
let scenarioId: string;
let keys: Record<number, string>;
beforeAll(async () => {
  world = await openWorld();
  const where = { scenario: { creditorId: world.creditor.id, name: 'J+15' } };
  const version = await world.db.scenarioVersion.findFirstOrThrow({ where, include: { steps: true } });
  scenarioId = version.scenarioId;
  keys = Object.fromEntries(version.steps.map(({ level, key }) => [level, key]));
});

const LETTER = { kind: 'letter', letter_kind: 'registered', mode: 'to_confirm', title: 'Mise en demeure' };
const MAIL = { kind: 'email', mode: 'to_confirm', title: 'Rappel' };
const OWN = { subject: 'Comme convenu', body_html: '<p>Comme convenu au téléphone, #items_list_selected.</p>' };
const NOTICE = { subject: 'Mise en demeure', body_html: '<p>Mise en demeure de payer #items_amount_selected.</p>' };
const copyOf = (level: number) => ({ copy_from: { scenario_id: scenarioId, step_key: keys[level]! } });

async function asked(more: object, invoice: object = {}) {
  const customer = await world.newCustomer();
  const { id } = await world.newInvoice(customer, invoice);
  return specificActionInput.parse({ customer_id: customer.id, invoice_ids: [id], ...more });
}

async function planned(more: object, invoice: object = {}) {
  const { answer } = await createSpecific(world.db, world.on(NOW), await asked(more, invoice), null);
  return world.db.action.findUniqueOrThrow({ where: { id: answer.id } });
}

const shown = async (more: object, invoice: object = {}) =>
  previewSpecific(world.db, world.on(NOW), await asked(more, invoice));

const codeOf = (refusal: Promise<unknown>) =>
  refusal.then(
    () => 'stored',
    (error: unknown) => (error instanceof FactRefused ? error.code : String(error)),
  );

describe('A formal notice on chosen items', () => {
  it('is the copied R3, in its words or in one’s own', async () => {
    expect(await planned({ ...LETTER, ...copyOf(3) })).toMatchObject({ level: 3, kind: 'letter' });
    expect(await planned({ ...LETTER, ...copyOf(3), ...NOTICE })).toMatchObject({ level: 3 });
  });

  it('is written from nothing when it is said to be one', async () => {
    expect(await planned({ ...LETTER, ...NOTICE, level: 3 })).toMatchObject({ level: 3 });
    expect(await codeOf(planned({ ...LETTER, ...NOTICE }))).toBe('forbidden_wording');
  });

  it('is a letter, and of nothing that is not overdue on its day', async () => {
    expect(await codeOf(planned({ ...MAIL, ...NOTICE, level: 3 }))).toBe('not_a_letter');
    const young = { issued_on: '2026-11-24', due_on: '2026-12-24' };
    expect(await codeOf(planned({ ...LETTER, ...NOTICE, level: 3 }, young))).toBe('not_overdue');
    const later = { ...LETTER, ...NOTICE, level: 3, execute_on: '2026-12-28' };
    expect(await codeOf(planned(later, young))).toBe('stored');
  });
});

describe('A step that is copied into a mail of one’s own words', () => {
  it('is a mail whose letter has those words too, whichever step was copied', async () => {
    for (const level of [2, 3]) {
      const { draft } = await shown({ ...MAIL, ...copyOf(level), ...OWN });
      expect(draft.texts.letter).toMatchObject({ subject: OWN.subject, bodyHtml: OWN.body_html });
    }
  });

  it('keeps the subject of the step where none was written', async () => {
    const { draft } = await shown({ ...MAIL, ...copyOf(2), body_html: OWN.body_html });
    expect(draft.texts.letter.bodyHtml).toBe(OWN.body_html);
    expect(draft.texts.letter.subject).not.toBe('');
  });

  it('has the letter of a template that is named', async () => {
    const named = await world.db.template.findFirstOrThrow({
      where: { creditorId: world.creditor.id, level: 2, kind: { in: ['email', 'letter'] } },
    });
    const { draft } = await shown({ ...MAIL, ...OWN, template_id: named.id });
    expect(draft.texts.email?.bodyHtml).toBe(OWN.body_html);
    expect(draft.texts.letter.bodyHtml).not.toBe(OWN.body_html);
  });
});

describe('A mail by hand outside the ladder', () => {
  it('has a letter in the words of whoever wrote it', async () => {
    const customer = await world.newCustomer();
    const { id } = await world.newInvoice(customer);
    const { draft } = await draftReminder(world.db, world.on(NOW), id, { mode: 'email', ...OWN });
    expect(draft.texts.letter.bodyHtml).toBe(OWN.body_html);
  });
});

describe('The preview of a specific action', () => {
  it('stores nothing, and shows what the debtor may not be told', async () => {
    const { draft, level } = await shown({ ...LETTER, ...NOTICE });
    expect([draft.kind, draft.template.subject, level]).toEqual(['letter', NOTICE.subject, null]);
    expect((await shown({ ...LETTER, ...copyOf(3) })).level).toBe(3);
    const stored = { creditorId: world.creditor.id, origin: 'specific_action', title: 'Aperçu' };
    await shown({ ...LETTER, ...NOTICE, title: 'Aperçu' });
    expect(await world.db.action.count({ where: stored })).toBe(0);
  });

  it('is refused without a text, and of a call', async () => {
    expect(await codeOf(shown(MAIL))).toBe('no_template');
    expect(await codeOf(shown({ kind: 'call', mode: 'manual', title: 'Appel' }))).toBe('not_a_message');
  });

  it('judges the working day on which it would leave, as its creation does, and refuses the days that creation refuses', async () => {
    const saturday = '2026-11-28';
    const dueThen = { issued_on: '2026-11-20', due_on: saturday };
    const thatDay = { ...LETTER, ...NOTICE, level: 3, execute_on: saturday };
    expect(await codeOf(planned(thatDay, dueThen))).toBe('stored');
    expect((await shown(thatDay, dueThen)).level).toBe(3);
    const fridayBefore = { ...thatDay, execute_on: '2026-11-27' };
    expect(await codeOf(shown(fridayBefore, dueThen))).toBe('not_overdue');
    expect(await codeOf(shown({ ...thatDay, execute_on: '2026-11-23' }))).toBe('day_is_past');
    expect(await codeOf(shown({ ...thatDay, execute_on: '2031-11-23' }))).toBe('day_too_far');
  });
});

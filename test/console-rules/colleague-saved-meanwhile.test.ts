import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedOf } from '../../console/case/dialogs/invoice-change.ts';
import {
  contactsBody,
  listedContacts,
  type TypedContact,
  typedContacts,
} from '../../console/pages/customer/typed-contacts.ts';
import { goneOn, typedFields, typedOver } from '../../console/states/typed-fields.ts';

// What a colleague saved while the user was typing is neither undone nor sent again.

const person = (id: string, name: string) =>
  ({ id, name, email: null, phone: null, recovery: true, email_problem: null }) as const;
const opened = typedContacts([person('claire', 'Claire'), person('marc', 'Marc')]);
const typedIn = (key: string, part: Partial<TypedContact>) => ({ ...opened, [key]: { ...opened[key]!, ...part } });
const named = (typed: ReturnType<typeof typedContacts>) => listedContacts(typed).map(({ name }) => name);

describe('contacts', () => {
  it('that a colleague added or changed stay, beside what was typed', () => {
    const stored = typedContacts([person('claire', 'Claire'), person('marc', 'Marc Dufour'), person('zoe', 'Zoé')]);
    const merged = typedOver(opened, typedIn('claire', { phone: '0102030405' }), stored);
    expect(named(merged)).toEqual(['Claire', 'Marc Dufour', 'Zoé']);
    expect(contactsBody(stored, merged)[0]).toMatchObject({ id: 'claire', phone: '0102030405' });
  });
  it('that a colleague took out stay out, unless something was typed of them: then they are new', () => {
    const stored = typedContacts([person('claire', 'Claire')]);
    expect(named(typedOver(opened, typedIn('claire', { name: 'Claire Blanc' }), stored))).toEqual(['Claire Blanc']);
    const kept = typedOver(opened, typedIn('marc', { name: 'Marc Dufour' }), stored);
    expect(contactsBody(stored, kept).map(({ id, name }) => [id, name])).toEqual([
      ['claire', 'Claire'],
      [undefined, 'Marc Dufour'],
    ]);
  });
  it('that one takes out are out', () => {
    expect(named(typedOver(opened, { ...opened, marc: null }, opened))).toEqual(['Claire']);
  });
});

const invoice = {
  dueOn: '2026-11-01',
  totalCents: 500_00,
  reference: 'D-1',
  mission: '',
  report: '',
  invoice: '',
  referrerId: null,
  notaryId: null,
  invoiceUrl: '',
  paymentUrl: '',
};

describe('an invoice whose due date a colleague moved while the report was typed', () => {
  const typed = { ...invoice, report: 'Remis' };
  const moved = { ...invoice, dueOn: '2026-12-24', totalCents: 400_00 };
  it('keeps the colleague’s day and amount', () => {
    const merged = typedOver(invoice, typed, moved);
    expect(merged).toEqual({ ...moved, report: 'Remis' });
    expect(changedOf(moved, merged)).toEqual({ case_file: { report_status: 'Remis' } });
  });
  it('is sent what was typed, and no field more', () => {
    expect(changedOf(invoice, typed)).toEqual({ case_file: { report_status: 'Remis' } });
    expect(changedOf(invoice, { ...invoice, mission: '  ' })).toEqual({});
    expect(changedOf(invoice, { ...invoice, dueOn: '2026-11-15' })).toEqual({ due_on: '2026-11-15' });
  });
});

it('of a customer whose street was typed anew neither collector nor scenario is sent', () => {
  const card = {
    collector_id: 'claire',
    scenario_id: null,
    tags: ['vip'],
    address: { lines: '1 rue Haute', city: 'Lyon' },
  };
  const address = { ...card.address, lines: '2 rue Basse' };
  expect(typedFields(card, { ...card, tags: ['vip'], address })).toEqual({ address });
});

/** A change that is clicked, not typed: a group's new place, or a switch. */
const CLICKED = ['pages/groups/put-before.ts', 'pages/settings/logo-block.tsx', 'pages/settings/providers-tab.tsx'];
/** What the form was given: `draft` is what is being edited; `etag` and `stored` come from the form itself. */
const BEGUN_ON: Record<string, RegExp> = {
  'pages/groups/group-draft.ts': /^etag$/,
  'pages/template/save-template.ts': /^stored\.etag$/,
};

it('every form names the version that one began to type on, not what was read when it was saved', () => {
  const files = readdirSync('console', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!dist|api).*\.tsx?$/.test(file),
  );
  const named = files.flatMap((file) =>
    [...readFileSync(join('console', file), 'utf8').matchAll(/'If-Match': ([^}\n]+?) *\}/g)].map(
      ([, version = '']) => ({
        file,
        version,
      }),
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  const others = named.filter(({ file, version }) => !(BEGUN_ON[file] ?? /^draft\.etag$/).test(version));
  expect(others.map(({ file }) => file).sort()).toEqual(CLICKED);
});

describe('what is typed on while what stood there before is being stored', () => {
  const sent = { ...invoice, report: 'Remis' };
  const typed = { value: { ...sent, mission: 'DPE' }, base: { value: sent, etag: '2' } };
  it('stays, on what was stored, once that is shown', () => {
    const onItsWay = { ...typed, storedAs: '2' };
    expect(goneOn(onItsWay, { value: invoice, etag: '1' })).toBe(onItsWay);
    const now = { value: { ...sent, totalCents: 400_00 }, etag: '2' };
    expect(goneOn(onItsWay, now)).toEqual({ value: { ...now.value, mission: 'DPE' }, base: now });
  });
  it('is not put on what somebody else stores, unasked', () => {
    const theirs = { value: invoice, etag: '3' };
    expect(goneOn(typed, theirs)).toBe(typed);
    expect(goneOn({ ...typed, storedAs: '2' }, theirs)).toEqual({ ...typed, storedAs: '2' });
  });
});

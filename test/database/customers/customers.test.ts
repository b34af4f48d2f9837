import { beforeAll, describe, expect, it } from 'vitest';
import { stopCode } from '../../../domain/case/attention-codes.ts';
import { assignCustomers } from '../../../facts/customers/assign-customers.ts';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { readBalances } from '../../../facts/customers/customer-view.ts';
import { orderCustomers } from '../../../facts/customers/order-customers.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { type CustomerChange, customerChange } from '../../../facts/inputs/customer.ts';
import { raiseAttention } from '../../../facts/raise-attention.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { createWorld, photograph, refusal, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const change = (id: string, input: Partial<CustomerChange>) =>
  changeCustomer(world.db, world.context, id, customerChange.parse(input), () => undefined);

const contactsOf = (customerId: string) =>
  world.all.contact.findMany({ where: { customerId }, orderBy: { position: 'asc' } });

/** Creates a user who works the cases; returns the id. */
async function collector(): Promise<string> {
  const id = crypto.randomUUID();
  const who = { creditorId: world.context.creditorId, name: 'Chargé', role: 'collector' } as const;
  await world.db.user.create({ data: { ...who, id, email: `${id}@example.org` } });
  return id;
}

const cardOf = (id: string) => world.all.customer.findUniqueOrThrow({ where: { id } });

/** A customer whose only address bounced, with an invoice that needs a person because of it. */
async function bounced(code = 'hard_bounce') {
  const customer = await world.customer();
  const { id } = await world.invoice(customer.reference);
  const [contact] = await contactsOf(customer.id);
  await world.all.contact.updateMany({ where: { id: contact!.id }, data: { emailProblem: 'hard_bounce' } });
  await world.db.$transaction((tx) =>
    raiseAttention(tx, world.context, [id], { code: stopCode(code), text: 'Adresse refusée.' }),
  );
  expect(await world.read(id)).toMatchObject({ attentionCode: code });
  return { customer, contact: contact!, invoiceId: id };
}

describe('a customer', () => {
  it('posted ten times at once is stored once; with other content it is a conflict', async () => {
    const posts = Array.from({ length: 10 }, () => world.customer({ reference: 'C-TEN' }));
    expect(new Set((await Promise.all(posts)).map(({ id }) => id)).size).toBe(1);
    const before = await photograph(world);
    expect(await refusal(world.customer({ reference: 'C-TEN', name: 'Autre' }))).toMatchObject({ kind: 'conflict' });
    expect(await photograph(world)).toEqual(before);
  });
  it('corrected here is the same one as he stands by now, and as he was first, but not as he never was', async () => {
    const { id, reference } = await world.customer();
    const lea = await collector();
    await change(id, { name: 'Menuiserie Lagarde et fils', language: 'en' });
    await assignCustomers(world.db, world.context, { customer_ids: [id], collector_id: lea });
    const before = await photograph(world);
    const now = { reference, name: 'Menuiserie Lagarde et fils', language: 'en' } as const;
    for (const said of [{ reference }, now, { ...now, collector_id: lea }])
      expect(await world.customer(said)).toEqual({ id, reference });
    for (const other of [
      { name: 'Menuiserie Lagarde' },
      { language: 'fr' as const },
      { collector_id: await collector() },
      { kind: 'public' as const },
      { contacts: [] },
      { tags: ['VIP'] },
    ])
      expect(await refusal(world.customer({ ...now, ...other }))).toMatchObject({ code: 'other_content' });
    expect(await photograph(world)).toEqual(before);
  });
  it('with a collector or scenario that is not the creditor’s is refused, each named', async () => {
    const before = await photograph(world);
    const nobody = crypto.randomUUID();
    const { errors } = await refusal(world.customer({ collector_id: nobody, scenario_id: nobody }));
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/collector_id', '/scenario_id']);
    expect(await photograph(world)).toEqual(before);
  });
});

describe('a change of a customer', () => {
  it('tells his open invoices, and not those that are over', async () => {
    const { id, reference } = await world.customer();
    const open = await world.invoice(reference);
    const over = await world.invoice(reference);
    await endCase(world.db, world.context, over.id, 'cancelled', { reason: 'x' });
    const { tellings } = await change(id, { language: 'en' });
    expect(tellings).toMatchObject([{ invoiceId: open.id, signal: 'invoiceChanged' }]);
    expect(await world.read(open.id)).toMatchObject({ version: 2 });
  });
  it('that names the collector whom he has of his group leaves him the group’s; another is his own', async () => {
    const { id } = await world.customer();
    const [claire, marc] = [await collector(), await collector()];
    await world.all.customer.update({ where: { id }, data: { collectorId: claire, collectorOfGroup: true } });
    await change(id, {
      collector_id: claire,
      address: { lines: ['2 rue Basse'], postal_code: '69001', city: 'Lyon', country: 'FR' },
    });
    expect(await cardOf(id)).toMatchObject({
      addressLines: ['2 rue Basse'],
      collectorId: claire,
      collectorOfGroup: true,
    });
    await change(id, { collector_id: marc });
    expect(await cardOf(id)).toMatchObject({ collectorId: marc, collectorOfGroup: false });
  });
  it('of the kind makes his open invoices follow that kind’s scenario, but for those with one of their own', async () => {
    const { id, reference } = await world.customer();
    const own = (await world.db.scenario.findFirstOrThrow({ where: { name: 'Relance à la main' } })).id;
    const free = await world.invoice(reference);
    const bound = await world.invoice(reference, { scenario_id: own });
    await change(id, { kind: 'consumer' });
    const follows = async (invoiceId: string) =>
      (
        await world.db.scenarioVersion.findFirstOrThrow({
          where: { invoices: { some: { id: invoiceId } } },
          include: { scenario: true },
        })
      ).scenario.name;
    expect([await follows(free.id), await follows(bound.id)]).toEqual(['J+15', 'Relance à la main']);
  });
  it('of an address that bounced gives it a new chance, and the case goes on', async () => {
    const { customer, contact, invoiceId } = await bounced();
    const { tellings } = await change(customer.id, {
      contacts: [{ id: contact.id, name: 'Anne', email: 'a.lagarde@lagarde.example', recovery: true }],
    });
    expect(tellings.map((telling) => telling.invoiceId)).toEqual([invoiceId]);
    expect(await contactsOf(customer.id)).toMatchObject([{ id: contact.id, emailProblem: null }]);
    expect(await world.read(invoiceId)).toMatchObject({ attentionCode: null });
    expect(
      await world.db.action.count({ where: { customerId: customer.id, origin: 'attention', state: 'open' } }),
    ).toBe(0);
  });
  it.each([
    [
      'undeliverable_letter',
      { address: { lines: ['9 rue Neuve'], postal_code: '69003', city: 'Lyon', country: 'FR' } },
    ],
    ['letter_rejected', { address: { lines: ['9 rue Neuve'], postal_code: '69003', city: 'Lyon', country: 'FR' } }],
    ['no_address', { address: { lines: ['9 rue Neuve'], postal_code: '69003', city: 'Lyon', country: 'FR' } }],
    ['no_phone', { contacts: [{ name: 'Anne', phone: '06 39 98 00 01', recovery: true }] }],
    ['sms_failed', { contacts: [{ name: 'Anne', phone: '06 39 98 00 02', recovery: true }] }],
  ])('of what %s asks a person to mend lets the case go on', async (code, mend) => {
    const { customer, invoiceId } = await bounced(code);
    await change(customer.id, { name: 'Menuiserie Lagarde et fils' });
    expect(await world.read(invoiceId)).toMatchObject({ attentionCode: code });
    const { tellings } = await change(customer.id, mend);
    expect(tellings.map((telling) => telling.invoiceId)).toEqual([invoiceId]);
    expect(await world.read(invoiceId)).toMatchObject({ attentionCode: null });
  });
  it.each([
    ['name', { name: 'M. Li Wei' }],
    ['contact', { contacts: [{ name: 'Li Wei', email: 'li@lagarde.example', recovery: true }] }],
    ['address', { address: { lines: ['9 rue Neuve'], postal_code: '69003', city: 'Lyon', country: 'FR' } }],
  ])('of a %s that no letter could print lets the case go on', async (_, mend) => {
    const { customer, invoiceId } = await bounced('unprintable_address');
    await change(customer.id, { tags: ['vu'] });
    expect(await world.read(invoiceId)).toMatchObject({ attentionCode: 'unprintable_address' });
    await change(customer.id, mend);
    expect(await world.read(invoiceId)).toMatchObject({ attentionCode: null });
  });
  it('of the e-mail address that an electronic letter could not reach lets the case go on; of that of a paper letter not', async () => {
    for (const [problem, attentionCode] of [
      ['undeliverable_letter', null],
      ['hard_bounce', 'undeliverable_letter'],
    ]) {
      const { customer, contact, invoiceId } = await bounced('undeliverable_letter');
      await world.all.contact.updateMany({ where: { id: contact.id }, data: { emailProblem: problem! } });
      await change(customer.id, {
        contacts: [{ id: contact.id, name: 'Anne', email: 'a.lagarde@lagarde.example', recovery: true }],
      });
      expect(await world.read(invoiceId)).toMatchObject({ attentionCode });
    }
  });
  it('that keeps the address that bounced, under another name too, changes nothing of that', async () => {
    const { customer, contact, invoiceId } = await bounced();
    await change(customer.id, { contacts: [{ name: 'Comptabilité', email: contact.email, recovery: true }] });
    expect(await contactsOf(customer.id)).toMatchObject([{ emailProblem: 'hard_bounce' }]);
    expect(await world.read(invoiceId)).toMatchObject({ attentionCode: 'hard_bounce' });
  });
  it('takes the contacts as they were read, what is wrong with an address included, and changes nothing', async () => {
    const { customer, contact } = await bounced();
    const { id, name, email, phone, recovery, emailProblem: email_problem } = contact;
    const { replayed } = await changeCustomer(
      world.db,
      world.context,
      customer.id,
      customerChange.parse({ contacts: [{ id, name, email, phone, recovery, email_problem }] }),
      () => undefined,
    );
    expect(replayed).toBe(true);
  });
  it('of the contact does not settle what has nothing to do with it', async () => {
    const { customer, contact, invoiceId } = await bounced('forbidden_wording');
    await change(customer.id, {
      contacts: [{ id: contact.id, name: 'Anne', email: 'x@lagarde.example', recovery: true }],
    });
    expect(await world.read(invoiceId)).toMatchObject({ attentionCode: 'forbidden_wording' });
  });
  it('with a contact that is another customer’s is refused and changes nothing', async () => {
    const { id } = await world.customer();
    const [theirs] = await contactsOf((await world.customer()).id);
    const before = await photograph(world);
    expect(await refusal(change(id, { contacts: [{ id: theirs!.id, name: 'X', recovery: false }] }))).toMatchObject({
      code: 'unknown_contact',
    });
    expect(await photograph(world)).toEqual(before);
  });
  it('to what is there already writes nothing', async () => {
    const { id, reference } = await world.customer();
    await world.invoice(reference);
    const before = await photograph(world);
    expect((await change(id, { kind: 'professional', tags: [] })).tellings).toEqual([]);
    expect(await photograph(world)).toEqual(before);
  });
});

describe('what a customer owes', () => {
  it('is the sum of what is open, credit notes taken off; overdue is what was due before today', async () => {
    const { id, reference } = await world.customer();
    const late = await world.invoice(reference, { total_cents: 100_00, due_on: '2026-11-22' });
    await world.invoice(reference, { total_cents: 10_00, due_on: '2026-11-23' });
    await world.invoice(reference, { total_cents: 7_00, currency: 'USD' });
    const over = await world.invoice(reference, { total_cents: 1_00 });
    await endCase(world.db, world.context, over.id, 'written_off', { reason: 'x' });
    await world.pay(late.number, 40_00);
    await world.invoice(reference, { kind: 'credit_note', due_on: undefined, total_cents: 5_00 });
    const balances = await readBalances(world.db, [id], { currency: 'EUR', todayOn: '2026-11-23' });
    expect(balances.get(id)).toEqual({ balanceCents: 65_00, overdueCents: 60_00 });
  });
});

describe('customers in the order of what they owe', () => {
  it('come page by page, the one who owes most first, none twice and none missed', async () => {
    const owing = await Promise.all(
      [5_00, 0, 9_00, 5_00].map(async (total_cents) => {
        const { id, reference } = await world.customer({ name: 'Ordre' });
        if (total_cents > 0) await world.invoice(reference, { total_cents });
        return { id, value: total_cents };
      }),
    );
    const page = (after: { value: string | number; id: string } | null) =>
      orderCustomers(
        world.db,
        world.creditorId,
        Prisma.sql`c.name = 'Ordre'`,
        { currency: 'EUR', todayOn: '2026-11-23' },
        { by: 'balance_cents', descending: true, take: 2, after },
      );
    const first = await page(null);
    const second = await page(first[1]!);
    expect([...first, ...second].map(({ value }) => value)).toEqual([9_00, 5_00, 5_00, 0]);
    expect([...first, ...second]).toEqual(expect.arrayContaining(owing));
  });
});

describe('more customers than a statement takes ids', () => {
  it('come in the order of what they owe all the same', async () => {
    const many = await createWorld();
    const { id, reference } = await many.customer();
    await many.invoice(reference, { total_cents: 5_00 });
    await many.all.$executeRaw`
      INSERT INTO customers (id, "creditorId", reference, name, kind, "addressLines", "postalCode", city, country, tags,
        "contentHash", "updatedAt")
      SELECT gen_random_uuid(), ${many.creditorId}::uuid, 'M-' || n, 'Beaucoup', 'professional', '{}', '', 'Lyon', 'FR', '{}', '', now()
      FROM generate_series(1, 33000) n`;
    const [first] = await orderCustomers(
      many.db,
      many.creditorId,
      Prisma.sql`TRUE`,
      { currency: 'EUR', todayOn: '2026-11-23' },
      { by: 'overdue_cents', descending: true, take: 2, after: null },
    );
    expect(first).toEqual({ id, value: 5_00 });
    await many.all
      .$executeRaw`DELETE FROM customers WHERE "creditorId" = ${many.creditorId}::uuid AND name = 'Beaucoup'`;
  });
});

describe('assigning', () => {
  it('gives all of them or none, and tells their open invoices', async () => {
    const collectorId = await collector();
    const [one, two] = [await world.customer(), await world.customer()];
    const { id: invoiceId } = await world.invoice(one.reference);
    const assign = (customer_ids: string[], collector_id: string | null = collectorId) =>
      assignCustomers(world.db, world.context, { customer_ids, collector_id });
    const before = await photograph(world);
    expect(await refusal(assign([one.id, crypto.randomUUID()]))).toMatchObject({ code: 'unknown_customer' });
    expect(await refusal(assign([one.id], crypto.randomUUID()))).toMatchObject({ code: 'unknown_id' });
    expect(await photograph(world)).toEqual(before);
    const { answer, tellings } = await assign([one.id, two.id, one.id]);
    expect(answer.assigned).toBe(2);
    expect(tellings).toMatchObject([{ invoiceId, signal: 'invoiceChanged' }]);
    expect((await assign([one.id])).answer.assigned).toBe(0);
    expect((await assign([one.id], null)).answer.assigned).toBe(1);
  });
});

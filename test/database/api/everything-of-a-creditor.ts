import type { Database } from '../../../prisma/client.ts';

/** Creates one of each thing that has an id in a path, for this creditor; returns their ids by the word before the id in the path. */
export async function everythingOf(db: Database, creditorId: string) {
  const id = (): string => crypto.randomUUID();
  const at = new Date('2026-10-01T08:00:00Z');
  const on = new Date('2026-10-01');
  const ids = {
    users: id(),
    'third-parties': id(),
    customers: id(),
    contacts: id(),
    invoices: id(),
    disputes: id(),
    promises: id(),
    actions: id(),
    tasks: id(),
    messages: id(),
    imports: id(),
    attachments: id(),
    runs: id(),
    proofs: id(),
    groups: id(),
    'specific-actions': id(),
    qualifications: id(),
  };
  const own = { creditorId, customerId: ids.customers };
  await db.user.create({
    data: { id: ids.users, creditorId, name: 'Paul', email: `${ids.users}@example.org`, role: 'collector' },
  });
  await db.customerGroup.create({
    data: { id: ids.groups, creditorId, name: 'Groupe Secret', priority: 1, criteria: { all: [] } },
  });
  await db.thirdParty.create({ data: { id: ids['third-parties'], creditorId, name: 'Étude' } });
  await db.customer.create({
    data: {
      id: ids.customers,
      creditorId,
      reference: 'C-1',
      name: 'M. Secret',
      kind: 'consumer',
      postalCode: '75001',
      city: 'Paris',
      country: 'FR',
      contentHash: '',
      contacts: { create: { id: ids.contacts, position: 0, name: 'M. Secret', email: 'secret@example.org' } },
    },
  });
  await db.invoice.create({
    data: {
      id: ids.invoices,
      ...own,
      number: 'F-1',
      issuedOn: on,
      dueOn: on,
      totalCents: 5_000,
      balanceCents: 5_000,
      currency: 'EUR',
      contentHash: '',
      toldVersion: 1,
    },
  });
  const hold = { ...own, invoiceId: ids.invoices, reason: 'x', sinceAt: at, createdBy: 'test' };
  await db.hold.createMany({
    data: [
      { id: ids.disputes, kind: 'dispute', ...hold },
      { id: ids.promises, kind: 'promise', amountCents: 10, untilOn: on, ...hold },
    ],
  });
  await db.payment.create({
    data: {
      id: id(),
      ...own,
      externalId: 'P-1',
      amountCents: 10,
      unallocatedCents: 10,
      currency: 'EUR',
      paidOn: on,
      contentHash: '',
      answer: {},
      receivedAt: at,
    },
  });
  const action = { ...own, mode: 'manual' as const, dueAt: at, dueOn: on };
  await db.action.create({
    data: {
      id: ids.actions,
      kind: 'email',
      origin: 'step',
      level: 1,
      ...action,
      invoices: { create: { invoiceId: ids.invoices } },
    },
  });
  await db.action.create({ data: { id: ids.tasks, kind: 'task', origin: 'task', title: 'tâche', ...action } });
  await db.action.create({
    data: {
      id: ids['specific-actions'],
      kind: 'call',
      origin: 'specific_action',
      title: 'appel',
      ...action,
      specific: { create: { creditorId, actor: {} } },
    },
  });
  await db.qualification.create({
    data: {
      ...{ id: ids.qualifications, ...own, invoiceIds: [ids.invoices], status: 'none', comment: 'Secret' },
      ...{ actor: {}, at, contentHash: '' },
    },
  });
  await db.message.create({
    data: {
      id: ids.messages,
      ...own,
      kind: 'email',
      origin: 'manual',
      language: 'fr',
      currency: 'EUR',
      test: true,
      actor: {},
      reservedAt: at,
      status: 'ambiguous',
      content: { create: { html: 'x', text: 'x', pdf: new Uint8Array([1]) } },
    },
  });
  await db.messageProof.create({
    data: {
      id: ids.proofs,
      creditorId,
      messageId: ids.messages,
      kind: 'receipt',
      filename: 'a.pdf',
      contentType: 'application/pdf',
      bytes: new Uint8Array([1]),
      sha256: 'x',
      source: 'person',
      receivedAt: at,
    },
  });
  await db.import.create({
    data: { id: ids.imports, creditorId, kind: 'customers', content: new Uint8Array([1]), actor: {}, createdAt: at },
  });
  await db.run.create({
    data: {
      ...{ id: ids.runs, creditorId, level: 1, mode: 'email', dryRun: false, total: 1, actor: {}, createdAt: at },
      items: { create: { invoiceId: ids.invoices, customerId: ids.customers, position: 0 } },
    },
  });
  await db.attachment.create({
    data: {
      id: ids.attachments,
      creditorId,
      filename: 'a.pdf',
      contentType: 'application/pdf',
      sha256: '',
      bytes: new Uint8Array([1]),
    },
  });
  const [scenario, template, key] = await Promise.all([
    db.scenario.findFirstOrThrow({ where: { creditorId } }),
    db.template.findFirstOrThrow({ where: { creditorId } }),
    db.apiKey.findFirstOrThrow({ where: { creditorId } }),
  ]);
  return { ...ids, scenarios: scenario.id, templates: template.id, keys: key.id, payments: 'P-1' } as Record<
    string,
    string
  >;
}

/** All that the database holds for a creditor, as text: any change shows. */
export async function snapshotOf(db: Database, creditorId: string): Promise<string> {
  const where = { creditorId };
  const tables = await Promise.all([
    db.settings.findMany({ where }),
    db.apiKey.findMany({ where }),
    db.user.findMany({ where }),
    db.thirdParty.findMany({ where }),
    db.customer.findMany({ where, include: { contacts: true } }),
    db.invoice.findMany({ where }),
    db.hold.findMany({ where }),
    db.payment.findMany({ where }),
    db.allocation.findMany({ where }),
    db.action.findMany({ where }),
    db.specificAction.findMany({ where }),
    db.qualification.findMany({ where }),
    db.message.findMany({ where }),
    db.messageProof.findMany({ where }),
    db.consent.findMany({ where }),
    db.historyEntry.findMany({ where }),
    db.import.findMany({ where }),
    db.decision.findMany({ where }),
    db.attachment.findMany({ where }),
    db.scenario.findMany({ where, include: { versions: { include: { steps: true } } } }),
    db.template.findMany({ where, include: { variants: true } }),
    db.customerGroup.findMany({ where }),
  ]);
  const plain = (_name: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
  const sorted = tables.map((rows) => rows.map((row) => JSON.stringify(row, plain)).toSorted());
  return JSON.stringify(sorted);
}

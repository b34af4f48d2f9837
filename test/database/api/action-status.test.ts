import { beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ACTION_STATUSES, actionStatus } from '../../../domain/actions/action-status.ts';
import { isByPrintProvider, isCarried, readActions } from '../../../facts/actions/action-row.ts';
import { actionsOfStatus } from '../../../facts/actions/action-filter.ts';
import { Channel, LetterKind, StepMode } from '../../../prisma/generated/enums.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let creditorId: string;
const at = new Date('2026-11-23T10:00:00Z');

beforeAll(async () => {
  api = await sharedApi();
  const creditor = await api.newCreditor();
  creditorId = creditor.id;
  const customerId = uuidv7();
  const customer = {
    reference: 'C',
    name: 'C',
    kind: 'consumer' as const,
    addressLines: [],
    postalCode: '',
    city: '',
    country: 'FR',
  };
  await api.db.customer.create({ data: { id: customerId, creditorId, contentHash: '', ...customer } });
  await carryByHand(customerId);
  const rows = everyKindOfAction();
  const actions = rows.map(({ made: _made, ...row }) => ({ ...row, id: uuidv7() }));
  await api.db.action.createMany({
    data: actions.map((row) => ({ ...row, creditorId, customerId, origin: 'step', dueOn: row.dueAt })),
  });
  const message = { origin: 'step', language: 'fr', currency: 'EUR', test: false, actor: {}, reservedAt: at } as const;
  await api.db.message.createMany({
    data: actions.flatMap(({ id: actionId, kind, letterKind, messageId }, index) => {
      const { made } = rows[index]!;
      if (messageId === null || made === null) return [];
      // An earlier message, made the other way, was cancelled and no longer counts.
      return [
        { ...message, id: messageId, creditorId, customerId, actionId, kind, letterKind, ...made, status: 'rendered' },
        {
          ...{ ...message, id: uuidv7(), creditorId, customerId, actionId, kind, letterKind, status: 'cancelled' },
          viaPrintProvider: !made.viaPrintProvider,
        },
      ] as const;
    }),
  });
});

/**
 * For every mode, three actions: with one step that a message sent by hand carries, with two such steps, and with two steps of which one
 * is carried.
 */
async function carryByHand(customerId: string) {
  const messageId = uuidv7();
  const own = { creditorId, customerId };
  const email = { kind: 'email', origin: 'manual', language: 'fr', currency: 'EUR', test: false, actor: {} } as const;
  await api.db.message.create({ data: { ...own, ...email, id: messageId, status: 'sending', reservedAt: at } });
  for (const mode of Object.values(StepMode)) {
    for (const carriers of [[messageId], [messageId, messageId], [messageId, null]]) {
      const actionId = uuidv7();
      const due = { mode, kind: 'email', dueAt: at, dueOn: at } as const;
      await api.db.action.create({ data: { ...own, ...due, id: actionId, origin: 'step' } });
      for (const carrier of carriers) {
        const id = uuidv7();
        const sums = { totalCents: 100_00, balanceCents: 100_00, currency: 'EUR' };
        await api.db.invoice.create({ data: { ...own, ...sums, id, number: id, issuedOn: at, contentHash: '' } });
        const step = { cycle: 1, stepKey: 'r1', level: 1, rule: 'x', reasons: [], messageId: carrier };
        await api.db.openStep.create({ data: { ...own, ...due, ...step, invoiceId: id, actionId } });
      }
    }
  }
}

const MADE = [null, { viaPrintProvider: false }, { viaPrintProvider: true }];

/** Every combination of what a status depends on. */
function everyKindOfAction() {
  const hours = [new Date('2026-11-23T09:59:59Z'), at, new Date('2026-11-23T10:00:01Z')];
  const letterKinds = [null, ...Object.values(LetterKind)];
  return (['open', 'done', 'skipped', 'cancelled'] as const).flatMap((state) =>
    hours.flatMap((dueAt) =>
      Object.values(StepMode).flatMap((mode) =>
        Object.values(Channel).flatMap((kind) =>
          (kind === 'letter' ? letterKinds : [null]).flatMap((letterKind) =>
            [null, 'hard_bounce'].flatMap((attentionCode) =>
              MADE.map((made) => ({
                ...{ state, dueAt, mode, kind, letterKind, attentionCode, made },
                messageId: made && uuidv7(),
              })),
            ),
          ),
        ),
      ),
    ),
  );
}

describe('the status of an action', () => {
  it('is the same to the list’s filter and to the row: each action has one status and is found under it alone', async () => {
    const rows = await readActions(api.db, { where: { creditorId } });
    const instants = ({ dueAt }: { dueAt: Date }) => ({ nowAt: at.toISOString(), dueAt: dueAt.toISOString() });
    const statusOf = new Map(
      rows.map((row) => {
        const parts = { viaPrintProvider: isByPrintProvider(row), isCarried: isCarried(row) };
        return [row.id, actionStatus({ ...row, ...instants(row), ...parts })];
      }),
    );
    for (const status of ACTION_STATUSES) {
      const found = await api.db.action.findMany({
        where: { creditorId, ...actionsOfStatus(status, at) },
        select: { id: true },
      });
      const expected = rows.filter((row) => statusOf.get(row.id) === status).map((row) => row.id);
      expect(expected.length).toBeGreaterThan(0);
      expect(found.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
    }
  });
});

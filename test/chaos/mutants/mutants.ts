/** Exact text of one source file, and its replacement. */
interface Change {
  file: string;
  from: string;
  to: string;
}

/** A guard that is removed, the small case of chaos that must notice, and the daily test that must. */
export interface Mutant {
  name: string;
  what: string;
  changes: readonly Change[];
  caughtBy: string;
  /** The breach by which it must be caught: a run that stops for another reason shows nothing. */
  as: RegExp;
  /** One test of `npm test` that goes red within seconds; test/database/mutants-noticed.test.ts runs it. */
  redTest: { file: string; name: string };
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'no-reservation',
    what: 'a step that a message carries is reserved again, and the unique index is dropped',
    changes: [
      {
        file: 'facts/messages/reserving/gather-steps.ts',
        from: '    if (open?.messageId) return { carriedBy: open.messageId, reserved };\n',
        to: '    if (open?.messageId && reserved.length > 0) return { carriedBy: open.messageId, reserved };\n',
      },
      {
        file: 'facts/messages/reserving/gather-steps.ts',
        from: "!action || action.messageId !== null || action.state !== 'open'",
        to: "!action || action.state !== 'open'",
      },
      {
        file: 'facts/messages/reserving/gather-steps.ts',
        from: "const letterId = open.action.state === 'open' ? open.action.messageId : null;",
        to: 'const letterId = null as string | null;',
      },
      { file: 'facts/messages/reserving/reserve-action.ts', from: '      messageId === null &&\n', to: '' },
      {
        file: 'prisma/migrations/20261122000000_init/migration.sql',
        from: 'CREATE UNIQUE INDEX "message_items_living_step_key"',
        to: 'CREATE INDEX "message_items_living_step_key"',
      },
    ],
    caughtBy: 'gathered',
    as: /✗ sent twice: /,
    redTest: {
      file: 'test/database/gathering/one-action-one-message.test.ts',
      name: 'has whoever wakes later find his step in the message, and reserves nothing twice',
    },
  },
  {
    name: 'no-re-read',
    what: 'the hand-over does not look whether anything changed since the message was rendered',
    changes: [
      {
        file: 'activities/hand-over.ts',
        from: 'const changed = await changeSinceMade(tx, message);',
        to: 'await changeSinceMade(tx, message);\n      const changed = null as string | null;',
      },
    ],
    caughtBy: 'payment-races-sending',
    as: /✗ sent after an acknowledged stop: /,
    redTest: {
      file: 'test/database/messages/judged-and-cancelled.test.ts',
      name: 'An attempt of the hand-over that hangs once it has found an address changed cancels nothing that a later one has handed over',
    },
  },
  {
    name: 'new-key',
    what: 'every try has an idempotency key of its own',
    changes: [
      {
        file: 'activities/deliver-message.ts',
        from: 'idempotencyKey: message.id,',
        to: 'idempotencyKey: crypto.randomUUID(),',
      },
    ],
    caughtBy: 'provider-faults',
    as: /✗ sent twice: /,
    redTest: {
      file: 'test/database/messages/deliver-message.test.ts',
      name: 'hands over the stored bytes, and however often it runs the provider takes one mail',
    },
  },
  {
    name: 'no-record',
    what: 'the message’s workflow ends without waiting for the record of what was sent',
    changes: [
      {
        file: 'workflows/message.ts',
        from: 'await briefly(({ settleMessage }) => settleMessage(settled));',
        to: 'void briefly(({ settleMessage }) => settleMessage(settled));',
      },
    ],
    caughtBy: 'gathered',
    as: /✗ lost: .*(is still sending|accepted, not on record)/,
    redTest: {
      file: 'test/workflows/message.test.ts',
      name: 'is rendered, handed over, tried once and recorded as sent',
    },
  },
];

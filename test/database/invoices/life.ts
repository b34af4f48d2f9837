import { expect } from 'vitest';
import { stateBody } from '../../../api/invoices/past-state.ts';
import type { Reading } from '../../../api/invoices/reading.ts';
import { readStory } from '../../../facts/cases/case-story.ts';
import { readCases } from '../../../facts/cases/case-view.ts';
import { rewindCase } from '../../../facts/cases/rewind-case.ts';
import type { DecisionArgs } from '../../../facts/decisions/decision.ts';
import { JUDGES } from '../../../facts/decisions/judges.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { type MessageOutcome, settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import type { DecisionName } from '../../../workflows/messages.ts';
import type { World } from '../holds/case-world.ts';

/** A life that is stored minute by minute: what was shown at each instant is kept, to be compared afterwards. */
export class Life {
  readonly world: World;
  at = new Date('2026-11-24T09:00:00.000Z');
  readonly shown: { what: string; at: Date; state: unknown }[] = [];
  id = '';
  number = '';
  customerId = '';

  constructor(world: World) {
    this.world = world;
  }

  get on() {
    return this.world.on(this.at);
  }

  /** The hour of the open step comes; the case is planned again each time its step moves. */
  async isDue(what: string): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      const step = await this.world.db.openStep.findUniqueOrThrow({ where: { invoiceId: this.id } });
      if (step.dueAt <= this.at) return;
      this.at = step.dueAt;
      await this.lives(what, async () => undefined);
    }
  }

  /** Something happens; the case is looked at before it is planned again, and after. */
  async lives(what: string, act: () => Promise<unknown>, afterDays = 0): Promise<void> {
    this.at = new Date(this.at.getTime() + afterDays * 86_400_000 + 60_000);
    await act();
    await this.see(what);
    this.at = new Date(this.at.getTime() + 1_000);
    await this.world.plan(this.id, this.at);
    await this.see(`${what}, planned`);
  }

  async see(what: string): Promise<void> {
    this.shown.push({ what, at: this.at, state: stateBody(await this.row(), this.reading(this.at)) });
  }

  async row() {
    const [row] = await readCases(this.world.db, { where: { id: this.id }, take: 1 });
    return row!;
  }

  reading(at: Date): Reading {
    const plain = { timeZone: 'Europe/Paris', todayOn: '', currency: 'EUR', slug: 's', uiUrl: '', namespace: '' };
    return { ...plain, at, language: 'fr' };
  }

  async story() {
    return readStory(this.world.db, { id: this.id, customerId: this.customerId });
  }

  /** What the product says today about a past instant. */
  async told(at: Date) {
    return stateBody(rewindCase(await this.row(), await this.story(), at), this.reading(at));
  }

  async begins(invoice: object = {}): Promise<void> {
    const customer = await this.world.newCustomer();
    ({ id: this.id, number: this.number } = await this.world.newInvoice(customer, invoice));
    this.customerId = customer.id;
    await this.lives('the invoice comes', async () => undefined);
  }

  decide(name: DecisionName, args: DecisionArgs = {}) {
    return this.world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [this.customerId]);
      const step = await tx.openStep.findUnique({ where: { invoiceId: this.id } });
      const asked = { id: '', actionId: step?.actionId ?? null, invoiceId: this.id, args, actor: this.on.actor };
      const { verdict } = await JUDGES[name](tx, this.on, asked);
      expect(verdict, `${name}: ${JSON.stringify(verdict)}`).toMatchObject({ accepted: true });
    });
  }

  message(status: 'reserved' | 'ambiguous' = 'reserved') {
    return this.world.db.message.findFirstOrThrow({ where: { status, items: { some: { invoiceId: this.id } } } });
  }

  settles(outcome: MessageOutcome) {
    return this.world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [this.customerId]);
      const { id } = await this.message();
      await settleMessage(tx, this.on, await loadMessageToSettle(tx, id), outcome);
    });
  }

  changes(change: object) {
    return changeInvoice(this.world.db, this.on, this.id, invoiceChange.parse(change), () => undefined);
  }

  hold(kind: 'dispute' | 'promise') {
    return this.world.db.hold.findFirstOrThrow({ where: { invoiceId: this.id, kind, endedAt: null } });
  }

  async isToldAsItWasShown(): Promise<void> {
    const [row, story] = [await this.row(), await this.story()];
    for (const { what, at, state } of this.shown)
      expect(stateBody(rewindCase(row, story, at), this.reading(at)), what).toEqual(state);
  }
}

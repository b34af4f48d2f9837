import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { reconcile } from '../stack/reconcile.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { knownToWorkflow, payment, type Sufferer, todayOf, without } from './outage.ts';

export function temporalAway(get: () => Sufferer): void {
  it('Temporal away: facts are stored and in force at once, 503 stored_not_told; told when it is back, repeated or not', async () => {
    const all = get();
    const { business } = all;
    const today = await todayOf(all);
    const open = () => CaseFile.open(business, { issuedOn: plus(today, 20) });
    const [repeated, silent] = [await open(), await open()];
    for (const one of [repeated, silent]) await one.next();
    const paid = payment(repeated, unique('VIR'), 20_00, today);
    const late = {
      number: unique('F'),
      customer_reference: silent.customer.reference,
      kind: 'invoice',
      issued_on: plus(today, 20),
      due_on: plus(today, 20),
      total_cents: 50_00,
      currency: 'EUR',
    };

    await without(all, 'temporal', async () => {
      const answers = await Promise.all([
        business.ask('POST', '/payments', paid),
        business.ask('POST', '/payments', payment(silent, unique('VIR'), 30_00, today)),
        business.ask('PUT', `/invoices/${silent.id}/litigation`, { reason: 'Confié à Me Durand' }),
        business.ask('POST', '/invoices', late),
      ]);
      for (const { status, body, headers } of answers) {
        expect([status, body.code, Number(headers.get('retry-after')) > 0]).toEqual([503, 'stored_not_told', true]);
      }
      expect((await repeated.shown()).balance_cents).toBe(100_00);
      const held = await silent.shown();
      expect([held.balance_cents, held.dunning.holds.map(({ kind }: { kind: string }) => kind)]).toEqual([
        90_00,
        ['litigation'],
      ]);
      expect((await knownToWorkflow(all, repeated)).error).toBeDefined();
    });

    const again = await eventually(
      () => business.ask('POST', '/payments', paid),
      ({ status }) => status !== 503,
    );
    expect([again.status, again.body.allocations[0].balance_cents]).toEqual([200, 100_00]);
    const told = await eventually(
      () => knownToWorkflow(all, repeated),
      (state) => state.facts?.balanceCents === 100_00,
    );
    expect(told.facts.balanceCents).toBe(100_00);
    // No client repeats the other facts: the reconciliation, which runs every minute, tells the workflows.
    await reconcile(all.stack);
    const state = await eventually(
      () => knownToWorkflow(all, silent),
      ({ facts }) => facts?.balanceCents === 90_00 && facts.holds.length === 1,
      100_000,
    );
    expect(state.facts).toMatchObject({ balanceCents: 90_00, holds: [{ kind: 'litigation' }] });
    const [row] = (await business.do('GET', `/invoices?number=${late.number}`)).data;
    const started = await eventually(
      () => business.do('GET', `/invoices/${row.id}`),
      ({ dunning }) => dunning.next !== null,
      100_000,
    );
    expect(started.dunning).toMatchObject({ status: 'waiting', next: { level: 1 } });
    for (const id of [repeated.id, silent.id, row.id])
      await business.do('POST', `/invoices/${id}/cancel`, { reason: 'Fin' });
  });
}

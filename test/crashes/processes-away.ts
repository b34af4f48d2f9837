import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { knownToWorkflow, payment, type Sufferer, todayOf, without } from './outage.ts';

export function postgresAway(get: () => Sufferer): void {
  it('Postgres away: 503 not_stored, nothing is stored, and it comes back by itself', async () => {
    const all = get();
    const { business, stack } = all;
    const today = await todayOf(all);
    const one = await CaseFile.open(business, { issuedOn: plus(today, -13) });
    await one.next();
    const pids = () => [stack.processes.api?.pid, stack.processes.worker?.pid];
    const before = pids();
    const paid = payment(one, unique('VIR'), 20_00, today);
    await without(all, 'postgres', async () => {
      const asked = [
        business.ask('POST', '/payments', paid),
        business.ask('PUT', `/invoices/${one.id}/litigation`, { reason: 'x' }),
      ];
      for (const { status, body, headers } of await Promise.all(asked)) {
        expect([status, body.code, Number(headers.get('retry-after')) > 0]).toEqual([503, 'not_stored', true]);
      }
      expect((await business.ask('GET', `/invoices/${one.id}`)).status).toBe(503);
    });
    const shown = await eventually(
      () => business.ask('GET', `/invoices/${one.id}`),
      ({ status }) => status === 200,
    );
    expect(shown.body).toMatchObject({ balance_cents: 120_00, dunning: { holds: [] } });
    expect((await business.ask('POST', '/payments', paid)).status).toBe(201);
    expect((await one.shown()).balance_cents).toBe(100_00);
    await business.advance(6);
    expect((await one.mails()).map(({ text }) => /somme de 100,00/.test(text))).toEqual([true]);
    expect(pids()).toEqual(before);
    await one.file();
  });
}

export function workerAway(get: () => Sufferer): void {
  it('no worker: facts are taken and in force; a decision is 503 after ten seconds, and its repeat gets the verdict', async () => {
    const all = get();
    const { business } = all;
    const today = await todayOf(all);
    const one = await CaseFile.open(business, { issuedOn: plus(today, 20) });
    await one.next();
    const key = { 'Idempotency-Key': unique('decision') };
    const decide = () =>
      business.ask('PUT', `/invoices/${one.id}/level`, { level: 1, reason: 'Relancé par l’agence' }, key);
    await without(all, 'worker', async () => {
      const answer = await business.ask('POST', '/payments', payment(one, unique('VIR'), 20_00, today));
      expect([answer.status, (await one.shown()).balance_cents]).toEqual([201, 100_00]);
      expect((await business.ask('PUT', `/invoices/${one.id}/pause`, { reason: 'En vacances' })).status).toBe(200);
      expect((await one.dunning()).holds).toMatchObject([{ kind: 'pause' }]);
      const askedAt = Date.now();
      const undecided = await decide();
      expect([undecided.status, undecided.body.code]).toEqual([503, 'no_verdict']);
      expect(Date.now() - askedAt).toBeGreaterThan(9_000);
      expect(Date.now() - askedAt).toBeLessThan(30_000);
    });
    const verdict = await eventually(decide, ({ status }) => status !== 503);
    expect(verdict.status).toBe(200);
    expect((await one.dunning()).level).toBe(1);
    expect((await one.history()).filter((kind) => kind === 'level_set')).toHaveLength(1);
    expect((await knownToWorkflow(all, one)).facts).toMatchObject({ balanceCents: 100_00, holds: [{ kind: 'pause' }] });
    await one.file();
  });
}

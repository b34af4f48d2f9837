import { beforeAll, describe, expect, inject, it } from 'vitest';
import { addYears } from '../../domain/calendar/local-date.ts';
import { Business, type Said } from './business.ts';
import { CaseFile } from './case-file.ts';
import { dateInFrance, plus } from './french-days.ts';

let business: Business;
let byHandId: string;
beforeAll(async () => {
  business = await new Business(inject('stack')).another();
  byHandId = (await business.do('GET', '/scenarios')).data.find(({ name }: Said) => name === 'Relance à la main').id;
});

const today = async () => dateInFrance((await business.clock()).now_at);
/** A consumer's invoice that is time-barred after that day. */
const barredAfter = (on: string) =>
  CaseFile.open(business, { issuedOn: addYears(on, -2), invoice: { scenario_id: byHandId } });
const asked = async (one: CaseFile) => {
  const { data } = await business.do('GET', `/actions?invoice_id=${one.id}`);
  return data.filter(({ origin }: Said) => origin === 'limitation');
};

describe('Before a claim is time-barred', () => {
  it('the collector has one task in the agenda, ninety days before, however far the clock goes at once', async () => {
    const endsOn = plus(await today(), 100);
    const [owed, paid, young] = await Promise.all([
      barredAfter(endsOn),
      barredAfter(endsOn),
      barredAfter(plus(endsOn, 400)),
    ]);
    await paid.pay(120_00, await today());
    await business.advance(60);
    expect(await asked(owed)).toMatchObject([
      {
        kind: 'task',
        status: 'to_do',
        due_on: plus(endsOn, -90),
        title: expect.stringMatching(/^Prescription le .* agir en justice/u),
        reason: 'La créance est près d’être prescrite.',
      },
    ]);
    expect([await asked(paid), await asked(young)]).toEqual([[], []]);
    await business.advance(30);
    expect(await asked(owed)).toHaveLength(1);
    await business.do('POST', `/actions/${(await asked(owed))[0].id}/complete`, { comment: 'Injonction de payer' });
    await business.advance(20);
    expect((await asked(owed)).filter(({ status }: Said) => status === 'to_do')).toEqual([]);
    const { limitation, dunning } = await owed.shown();
    expect(limitation).toMatchObject({ is_over: true, earliest: { ends_on: endsOn } });
    expect(limitation.sentence).toMatch(/^Créance prescrite depuis le /);
    expect(dunning.status).not.toBe('held');
    await Promise.all([owed.file(), young.file()]);
  });

  it('a payment of a part takes the task back, and the next one comes before the new end', async () => {
    const endsOn = plus(await today(), 95);
    const owed = await barredAfter(endsOn);
    await business.advance(10);
    expect(await asked(owed)).toHaveLength(1);
    const paidOn = await today();
    await owed.pay(20_00, paidOn);
    await business.advance(1);
    expect(await asked(owed)).toEqual([]);
    expect((await owed.shown()).limitation.earliest).toMatchObject({
      restarted_by: { kind: 'payment', on: paidOn },
      ends_on: addYears(paidOn, 2),
    });
    await business.advance(366);
    await business.advance(366 - 90);
    expect(await asked(owed)).toMatchObject([{ due_on: plus(addYears(paidOn, 2), -90) }]);
    await owed.file();
  });
});

import { expect, it } from 'vitest';
import { printedOfMe } from '../../console/frame/printed-of-me.ts';

// What « Mes coordonnées » says that the user's messages print.

const me = { name: 'Zoé Martin', phone: null, email: 'zoe@horizon.example' };
const phoneOf = (phone: string | null, company: string | null | undefined) =>
  printedOfMe({ ...me, phone }, company, 'aucun téléphone').slice(1, -1);

it('one’s own telephone, else the company’s, else that there is none', () => {
  expect(printedOfMe({ ...me, phone: '06' }, '01', '')).toEqual(['Zoé Martin', '06', 'zoe@horizon.example']);
  expect([phoneOf('06', '01'), phoneOf(null, '01'), phoneOf(null, null)]).toEqual([
    ['06'],
    ['01'],
    ['aucun téléphone'],
  ]);
});

it('while the company’s is not known, or cannot be read, nothing is said of a telephone that messages may well print', () => {
  expect([phoneOf(null, undefined), phoneOf('06', undefined)]).toEqual([[], ['06']]);
});

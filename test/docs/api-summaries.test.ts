import { expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';

const READS = new Set('Calculate Count Download Explain Export Finish Get List Start Total'.split(' '));
const DOES = new Set(
  [
    'Add Allocate Assign Cancel Change Confirm Create Delete Download End Erase Export Import Make Mark Move Open Pause Postpone',
    'Preview Put Receive Recalculate Record Reopen Replace Resolve Reverse Revoke Send Set Sign Simulate Skip Start Stop Take',
    'Uphold Upload Withdraw Write',
  ].flatMap((verbs) => verbs.split(' ')),
);
const MOST_CHARACTERS = 110;

const titled = (of: (typeof routes)[number]) => `${of.method} ${of.path}: ${of.summary}`;

it('the summary of every route says with a verb, as an order, what a call of it does', () => {
  const isOrder = ({ method, summary }: (typeof routes)[number]) =>
    (method === 'GET' ? READS : DOES).has(summary.split(' ', 1)[0] ?? '');
  const others = routes.filter((route) => !isOrder(route));
  expect(others.map(titled)).toEqual([]);
});

it('every summary is one short line that is understood without its neighbours', () => {
  const summaries = routes.map(({ summary }) => summary);
  expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([]);
  expect(routes.filter(({ summary }) => summary.length > MOST_CHARACTERS || summary.endsWith('.')).map(titled)).toEqual(
    [],
  );
});

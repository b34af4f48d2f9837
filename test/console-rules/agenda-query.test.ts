import { expect, it } from 'vitest';
import { agendaQuery } from '../../console/pages/agenda/agenda-query.ts';

const asked = (address: string, todayOn: string) => agendaQuery(new URLSearchParams(address), todayOn);

it('« En retard seulement » is counted from today: an address kept from Monday hides on Tuesday nothing that was due on Monday', () => {
  expect(asked('late=true', '2026-11-30').due_before).toBe('2026-11-30');
  expect(asked('late=true', '2026-12-01').due_before).toBe('2026-12-01');
  // An address in an older form, which held the day: today's day is used, not that one.
  expect(asked('late=true&due_before=2026-11-30', '2026-12-01').due_before).toBe('2026-12-01');
});

it('without it no day is asked for', () => {
  for (const address of ['', 'late=false', 'due_before=2026-11-30'])
    expect(asked(address, '2026-12-01')).not.toHaveProperty('due_before');
});

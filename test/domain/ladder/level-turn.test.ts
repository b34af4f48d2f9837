import { describe, expect, it } from 'vitest';
import { levelTurn } from '../../../domain/ladder/level-turn.ts';

const sent = { level: 1, outcome: 'sent' } as const;
const completed = { level: 1, outcome: 'completed' } as const;
const skipped = { level: 1, outcome: 'skipped' } as const;
const set = { level: 1, outcome: 'level_set' } as const;

describe('A call, a task or an SMS', () => {
  it.each(['call', 'task', 'sms'] as const)('%s: brings no turn of a level that is done', (kind) => {
    expect(levelTurn({ level: 1, kind }, [sent])).toBeNull();
    expect(levelTurn({ level: 1, kind }, [completed])).toBeNull();
    expect(levelTurn({ level: 2, kind }, [sent])).toBe(2);
  });

  it.each(['call', 'task', 'sms'] as const)('%s: is the level itself while nothing of it was done', (kind) => {
    expect(levelTurn({ level: 1, kind }, [])).toBe(1);
    expect(levelTurn({ level: 1, kind }, [skipped])).toBe(1);
    expect(levelTurn({ level: 1, kind }, [set])).toBe(1);
  });
});

describe('A mail or a letter', () => {
  it.each(['email', 'letter'] as const)('%s: brings the turn of its level, done before or not', (kind) => {
    expect(levelTurn({ level: 1, kind }, [])).toBe(1);
    expect(levelTurn({ level: 1, kind }, [sent])).toBe(1);
  });
});

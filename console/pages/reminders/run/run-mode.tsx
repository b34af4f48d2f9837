import { Group, Radio } from '@mantine/core';
import { isPrintedHere } from '../../../providers/is-printed-here.ts';
import { useProviders } from '../../../providers/use-providers.ts';
import { useWords } from '../../../words/words.ts';
import type { RunOf } from './run-of.ts';
import { runWords } from './run-words.ts';

/** Chooses e-mail or letter, and says who posts the letters. */
export function RunMode({ mode, choose }: { mode: RunOf['mode']; choose: (mode: RunOf['mode']) => void }) {
  const w = useWords(runWords);
  const { data: providers } = useProviders();
  const isPrinted = isPrintedHere(providers, { kind: 'letter', letter_kind: 'simple' });
  const letterHint = providers && (isPrinted ? w.letterHint : w.providerHint);
  return (
    <Radio.Group label={w.mode} value={mode} onChange={(chosen) => choose(chosen === 'letter' ? 'letter' : 'email')}>
      <Group mt={6} gap="xl">
        <Radio size="sm" value="email" label={w.email} description={w.emailHint} />
        <Radio size="sm" value="letter" label={w.letter} description={letterHint} />
      </Group>
    </Radio.Group>
  );
}

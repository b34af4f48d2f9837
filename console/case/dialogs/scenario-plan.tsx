import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { modeWord } from '../../level/level.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { Invoice } from '../case-data.ts';
import { stepName } from '../step-name.ts';

const words = defineWords(
  {
    plan: 'Pour ces dates, ce scénario prévoit\u00a0:',
    reached: (level: number) => `R${level} étant atteinte, la prochaine étape sera la première au-dessus.`,
    late: 'Une étape dont le jour est passé part au prochain jour ouvré.',
  },
  {
    plan: 'For these dates this scenario plans:',
    reached: (level: number) => `R${level} being reached, the next step is the first above it.`,
    late: 'A step whose day has passed is sent on the next working day.',
  },
);

/** What a scenario would plan for the dates of this invoice. */
export function ScenarioPlan({ invoice, scenarioId }: { invoice: Invoice; scenarioId: string }) {
  const w = useWords(words);
  const { day, language } = useFormats();
  const { issued_on, due_on } = invoice;
  const { data } = useQuery({
    queryKey: ['scenarios', scenarioId, 'simulation', issued_on, due_on],
    refetchInterval: false,
    queryFn: () =>
      answerOf(
        api.POST('/v1/scenarios/{id}/simulate', {
          params: { path: { id: scenarioId } },
          body: { issued_on, due_on: due_on ?? issued_on },
        }),
      ),
  });
  return (
    <>
      <Text>{w.plan}</Text>
      <List size="sm" my={4}>
        {data?.steps.map((step) => (
          <List.Item key={step.key}>
            {stepName(step.level, language)} · {day(step.due_at)} · {modeWord(step.mode, language)}
          </List.Item>
        ))}
      </List>
      <Text c="dimmed">
        {invoice.dunning.level > 0 ? w.reached(invoice.dunning.level) : ''} {w.late}
      </Text>
    </>
  );
}

import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { answerOf, api, type Schema } from '../api/client.ts';
import { faultOf } from '../api/problem.ts';
import { type Channel, TemplateSelect, type TemplateUse } from '../choose/template-select.tsx';
import { RichTextEditor } from '../editor/rich-text-editor.tsx';
import { useSayProblem } from '../table/use-say-problem.ts';
import { defineWords, useWords } from '../words/words.ts';
import { wordsFor } from './fitting-text.ts';
import type { TypedText } from './plan.ts';

const words = defineWords(
  {
    from: 'Texte du message',
    template: 'Un modèle',
    own: 'Mon texte',
    choose: 'Modèle',
    adapt: 'Personnaliser ce texte',
    subject: 'Objet',
    body: 'Message',
    bodyHint:
      '#items_list_selected\u00a0: le tableau des pièces choisies\u00a0; #items_amount_selected\u00a0: leur total.',
  },
  {
    from: 'Text of the message',
    template: 'A template',
    own: 'My own text',
    choose: 'Template',
    adapt: 'Adapt this text',
    subject: 'Subject',
    body: 'Message',
    bodyHint: '#items_list_selected: the table of the items chosen; #items_amount_selected: their sum.',
  },
);

interface MessageTextProps {
  /** The channel. Among a template's texts, the one for this channel and this customer is used. */
  channel: Channel;
  /** The use that templates must fit to be offered. */
  fitting: TemplateUse;
  customer: Schema<'Customer'>;
  value: TypedText;
  onChange: (text: TypedText) => void;
  error: unknown;
  /** JSON pointer of the text in the request body, e.g. `/then/specific_action`. */
  pointer?: string;
}

/** The text of a message: a template, or the user's own. */
export function MessageText({ channel, fitting, customer, value, onChange, error, pointer = '' }: MessageTextProps) {
  const w = useWords(words);
  const set = (part: Partial<TypedText>) => onChange({ ...value, ...part });
  const sayProblem = useSayProblem();
  const now = useRef(value);
  useEffect(() => {
    now.current = value;
  });
  const adapt = async (id: string) => {
    const template = await answerOf(api.GET('/v1/templates/{id}', { params: { path: { id } } })).catch(sayProblem);
    // Another template is chosen by then, or the user writes already.
    if (!template || now.current.from !== 'template' || now.current.template_id !== id) return;
    onChange({ ...now.current, from: 'own', ...wordsFor(template, customer, channel) });
  };
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={w.from}
        size="xs"
        w="fit-content"
        value={value.from}
        onChange={(from) => set({ from })}
        data={[
          { value: 'template', label: w.template },
          { value: 'own', label: w.own },
        ]}
      />
      {value.from === 'template' ? (
        <Group align="flex-end" gap="sm">
          <TemplateSelect
            flex={1}
            label={w.choose}
            channel={channel}
            fitting={fitting}
            value={value.template_id}
            onChange={(template_id) => set({ template_id })}
            error={faultOf(error, `${pointer}/template_id`)}
          />
          {value.template_id && (
            <Button variant="default" h={36} onClick={() => void adapt(value.template_id ?? '')}>
              {w.adapt}
            </Button>
          )}
        </Group>
      ) : (
        <>
          <TextInput
            label={w.subject}
            value={value.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
            error={faultOf(error, `${pointer}/subject`)}
          />
          <RichTextEditor
            label={w.body}
            description={w.bodyHint}
            tags
            minHeight={140}
            value={value.body_html}
            onChange={(body_html) => set({ body_html })}
            error={faultOf(error, `${pointer}/body_html`)}
          />
        </>
      )}
    </Stack>
  );
}

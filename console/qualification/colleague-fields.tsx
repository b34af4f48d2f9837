import { Input, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { faultOf } from '../api/problem.ts';
import { TemplateSelect } from '../choose/template-select.tsx';
import { UserSelect } from '../choose/user-select.tsx';
import type { Language } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { StepProps } from './status-fields.tsx';

const words = defineWords(
  {
    hint: 'Un courriel interne part tout de suite, avec la liste des pièces, leurs statuts et leurs liens. Jamais au client.',
    by: 'Destinataire',
    user: 'Un utilisateur',
    email: 'Une autre adresse interne',
    name: 'Collègue',
    address: 'Adresse électronique',
    language: 'Langue du courriel',
    template: 'Modèle interne (facultatif)',
    templateHint: 'Vide\u00a0: le texte prévu pour un litige, ou pour un suivi.',
    comment: 'Message au collègue (facultatif)',
  },
  {
    hint: 'An internal e-mail is sent at once with the items, their statuses and links. Never to the customer.',
    by: 'Recipient',
    user: 'A user',
    email: 'Another internal address',
    name: 'Colleague',
    address: 'E-mail address',
    language: 'Language of the e-mail',
    template: 'Internal template (optional)',
    templateHint: 'Empty: the text made for a dispute, or for a follow-up.',
    comment: 'Message to the colleague (optional)',
  },
);

/** Each language in its own name. */
const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
];

/** Which colleague is informed, and with which text. */
export function ColleagueFields({ value, set, error }: StepProps) {
  const w = useWords(words);
  const { colleague } = value;
  const change = (part: Partial<typeof colleague>) => set({ colleague: { ...colleague, ...part } });
  const fault = (name: string) => faultOf(error, `/notify/colleague/${name}`);
  return (
    <>
      <Text c="dimmed">{w.hint}</Text>
      <SegmentedControl
        aria-label={w.by}
        size="xs"
        w="fit-content"
        value={colleague.by}
        onChange={(by) => change({ by })}
        data={[
          { value: 'user', label: w.user },
          { value: 'email', label: w.email },
        ]}
      />
      {colleague.by === 'user' ? (
        <UserSelect
          label={w.name}
          required
          value={colleague.user_id}
          onChange={(user_id) => change({ user_id })}
          error={fault('user_id')}
        />
      ) : (
        <TextInput
          label={w.address}
          type="email"
          required
          value={colleague.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          error={fault('email')}
        />
      )}
      <Input.Wrapper label={w.language} labelElement="div">
        <SegmentedControl
          aria-label={w.language}
          size="xs"
          w="fit-content"
          display="flex"
          value={colleague.language}
          onChange={(language) => change({ language })}
          data={LANGUAGES}
        />
      </Input.Wrapper>
      <TemplateSelect
        label={w.template}
        description={w.templateHint}
        channel="email"
        fitting="internal"
        value={colleague.template_id}
        onChange={(template_id) => change({ template_id })}
        error={fault('template_id')}
      />
      <Textarea
        label={w.comment}
        autosize
        minRows={2}
        maxLength={4000}
        value={colleague.comment}
        onChange={(event) => change({ comment: event.currentTarget.value })}
        error={fault('comment')}
      />
    </>
  );
}

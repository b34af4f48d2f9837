import { Button, Group, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { CUSTOMER_KINDS } from '../../level/kinds.ts';
import { customerWord, kindWord } from '../../level/level.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { emptyText, type TemplateDraft, type TextDraft } from './template-draft.ts';
import { templateWords } from './template-words.ts';

interface TextTabsProps {
  draft: TemplateDraft;
  set: (part: Partial<TemplateDraft>) => void;
  openKey: string;
  open: (key: string) => void;
}

/** The texts of a template as tabs, and a button to add one. */
export function TextTabs({ draft: { texts }, set, openKey, open }: TextTabsProps) {
  const w = useWords(templateWords);
  const nameOf = useTextName();
  const add = () => {
    const like = texts.find(({ key }) => key === openKey);
    const text = emptyText({ ...like, ...freePlace(texts, like) });
    set({ texts: [...texts, text] });
    open(text.key);
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Tabs value={openKey} onChange={(key) => key && open(key)} flex={1} keepMounted={false}>
        <Tabs.List aria-label={w.texts}>
          {texts.map((text) => (
            <Tabs.Tab key={text.key} value={text.key} px={10} py={8}>
              {nameOf(text)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={15} aria-hidden />}
        title={w.addHint}
        onClick={add}
        style={{ flex: 'none' }}
      >
        {w.addText}
      </Button>
    </Group>
  );
}

/** « courriel · français · particulier » */
function useTextName(): (text: TextDraft) => string {
  const w = useWords(templateWords);
  const { language } = useLanguage();
  return (text) =>
    [
      kindWord(text.kind, language),
      text.language === 'en' ? w.en : w.fr,
      ...(text.debtor_kind ? [customerWord(text.debtor_kind, language)] : []),
    ].join(' · ');
}

/**
 * The first missing text of a template: the letter of an e-mail, then the other language, then a kind of debtor, then
 * an SMS.
 */
function freePlace(texts: readonly TextDraft[], like: TextDraft | undefined): Partial<TextDraft> {
  const kind = like?.kind ?? 'email';
  const language = like?.language ?? 'fr';
  const other = language === 'fr' ? 'en' : 'fr';
  const places: Pick<TextDraft, 'kind' | 'language' | 'debtor_kind'>[] = [
    ...(kind === 'email' ? [{ kind: 'letter' as const, language, debtor_kind: null }] : []),
    { kind, language: other, debtor_kind: null },
    ...CUSTOMER_KINDS.map((debtor) => ({ kind, language, debtor_kind: debtor })),
    { kind: 'sms', language, debtor_kind: null },
  ];
  const isTaken = (place: (typeof places)[number]) =>
    texts.some(
      (text) => text.kind === place.kind && text.language === place.language && text.debtor_kind === place.debtor_kind,
    );
  return places.find((place) => !isTaken(place)) ?? { kind, language };
}

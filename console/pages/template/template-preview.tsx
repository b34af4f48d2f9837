import { Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { InvoiceSelect } from '../../choose/invoice-select.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { PreviewFrame } from '../../preview/preview-frame.tsx';
import { useWords } from '../../words/words.ts';
import { letterFor, type TextDraft } from './template-draft.ts';
import classes from './template-preview.module.css';
import { templateWords } from './template-words.ts';
import { TextFindings } from './text-findings.tsx';
import { usePdfAddress, usePreview } from './use-preview.ts';

interface TemplatePreviewProps {
  text: TextDraft;
  texts: readonly TextDraft[];
  level: number | null;
}

/** The e-mail and the letter side by side, for a chosen invoice, and the findings about the text. */
export function TemplatePreview({ text, texts, level }: TemplatePreviewProps) {
  const w = useWords(templateWords);
  const { get, set } = useAddress();
  const [shown, setShown] = useState('both');
  const invoiceId = get('piece');
  const mail = usePreview(text, level, invoiceId);
  const letter = usePreview(letterFor(text, texts), level, invoiceId);
  const pdf = usePdfAddress(letter.preview?.pdf_url);
  return (
    <Stack gap="sm" component="section" aria-label={w.preview}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <InvoiceSelect
          label={w.onInvoice}
          placeholder={w.example}
          w={360}
          value={invoiceId}
          onChange={(id) => set({ piece: id })}
        />
        <SegmentedControl
          size="xs"
          aria-label={w.preview}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'both', label: w.both },
            { value: 'mail', label: w.mail },
            { value: 'letter', label: w.letter },
          ]}
        />
      </Group>
      <TextFindings warnings={mail.preview?.warnings} error={mail.error} />
      {!mail.isWritten && <Text c="dimmed">{w.toWrite}</Text>}
      <div className={classes.sides}>
        {shown !== 'letter' && (
          <figure className={classes.side}>
            <Title order={2} size="h6">
              {w.mail}
            </Title>
            <Text size="xs" c="dimmed" truncate>
              {mail.preview ? `${w.subjectLine} ${mail.preview.subject}` : '\u00a0'}
            </Text>
            {mail.preview ? (
              <PreviewFrame title={w.mailFrame} className={classes.page} sandbox="" srcDoc={mail.preview.html} />
            ) : (
              <Skeleton className={classes.page} animate={mail.isWritten && !mail.error} />
            )}
          </figure>
        )}
        {shown !== 'mail' && (
          <figure className={classes.side}>
            <Title order={2} size="h6">
              {w.letter}
            </Title>
            <Text size="xs" c="dimmed" truncate>
              {letter.preview ? `${w.subjectLine} ${letter.preview.subject}` : '\u00a0'}
            </Text>
            {pdf ? (
              <PreviewFrame
                title={w.letterFrame}
                className={classes.page}
                src={`${pdf}#toolbar=0&navpanes=0&view=FitH`}
              />
            ) : (
              <Skeleton className={classes.page} animate={letter.isWritten && !letter.error} />
            )}
          </figure>
        )}
      </div>
    </Stack>
  );
}

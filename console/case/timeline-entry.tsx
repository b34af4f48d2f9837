import { Anchor, Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { CorrectPosting } from '../messages/correct-posting.tsx';
import { ReversePaymentDialog } from '../payment/reverse-payment-dialog.tsx';
import { whoDid } from '../providers/provider-names.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { HistoryEntry, Invoice } from './case-data.ts';
import { iconOf } from './entry-icon.ts';
import { PastState } from './past-state.tsx';
import classes from './timeline.module.css';

const words = defineWords(
  {
    mail: 'Lire le courriel',
    letter: 'Ouvrir le courrier',
    file: (name: string) => `Pièce jointe\u00a0: ${name}`,
    sending: 'Détail de l’envoi',
    then: 'Voir l’état ce jour-là',
    reverse: 'Rejeter ce règlement…',
  },
  {
    mail: 'Read the mail',
    letter: 'Open the letter',
    file: (name: string) => `Attachment: ${name}`,
    sending: 'About this sending',
    then: 'See how it stood',
    reverse: 'Reverse this payment…',
  },
);

/** Kinds of entries whose message was made, so that its content can be read. */
const SENT = new Set(['sent', 'delivered', 'letter_status', 'bounced', 'complained', 'statement']);

/** A letter that was confirmed can be opened before it is posted; a mail stands in the line that says that it was sent. */
const hasMessage = ({ kind, data, has_letter: hasLetter }: HistoryEntry): boolean =>
  SENT.has(kind) || (kind === 'confirmed' && data['channel'] === 'letter' && hasLetter);

/** A registered letter that a person posted, which is said of no one else. */
const isPosting = ({ kind, data, actor }: HistoryEntry): boolean =>
  kind === 'sent' &&
  actor.kind === 'user' &&
  typeof data['letter_kind'] === 'string' &&
  data['letter_kind'] !== 'simple';

interface TimelineEntryProps {
  entry: HistoryEntry;
  invoice: Pick<Invoice, 'id' | 'kind'>;
  /** The customer's data was erased, including what was sent. */
  isErased: boolean;
}

/** One entry of the history: what, when, who, and what was sent. */
export function TimelineEntry({ entry, invoice, isErased }: TimelineEntryProps) {
  const w = useWords(words);
  const { clock, language } = useFormats();
  const [isShown, setShown] = useState(false);
  const [isReversing, setReversing] = useState(false);
  const paymentId = entry.kind === 'paid' ? entry.data['external_id'] : undefined;
  const Icon = iconOf(entry.kind);
  return (
    <li className={classes.entry} data-kind={entry.kind}>
      <span className={classes.icon}>
        <Icon size={14} aria-hidden />
      </span>
      <div>
        <div className={classes.text}>{entry.text}</div>
        <div className={classes.byline}>
          <span>
            {clock(entry.at)} · {whoDid(entry.actor, language)}
          </span>
          {entry.message_id && hasMessage(entry) && (
            <MessageLinks
              id={entry.message_id}
              channel={entry.data['channel']}
              hasLetter={entry.has_letter}
              files={entry.kind === 'sent' ? entry.attachments : []}
              isErased={isErased}
            />
          )}
          {entry.message_id && isPosting(entry) && <CorrectPosting messageId={entry.message_id} isSmall />}
          {typeof paymentId === 'string' && (
            <Button
              className={classes.then ?? ''}
              variant="subtle"
              size="compact-xs"
              h={18}
              onClick={() => setReversing(true)}
            >
              {w.reverse}
            </Button>
          )}
          <Button
            className={classes.then ?? ''}
            variant="subtle"
            size="compact-xs"
            h={18}
            onClick={() => setShown(true)}
          >
            {w.then}
          </Button>
        </div>
      </div>
      {isReversing && typeof paymentId === 'string' && (
        <ReversePaymentDialog externalId={paymentId} close={() => setReversing(false)} />
      )}
      {isShown && <PastState invoice={invoice} at={entry.at} close={() => setShown(false)} />}
    </li>
  );
}

interface MessageLinksProps {
  id: string;
  channel: unknown;
  hasLetter: boolean;
  /** The files that a person sent with it. */
  files: HistoryEntry['attachments'];
  isErased: boolean;
}

/** Links to the message, to its letter if it has one, and to its files. An e-mail alone has no letter. */
function MessageLinks({ id, channel, hasLetter, files, isErased }: MessageLinksProps) {
  const w = useWords(words);
  const outside = { target: '_blank', rel: 'noreferrer', size: 'xs' } as const;
  return (
    <>
      {channel === 'email' && !isErased && (
        <Anchor href={`/v1/messages/${id}/html`} {...outside}>
          {w.mail}
        </Anchor>
      )}
      {hasLetter && !isErased && (
        <Anchor href={`/v1/messages/${id}/letter.pdf`} {...outside}>
          {w.letter}
        </Anchor>
      )}
      {files.map((file) => (
        <Anchor key={file.id} href={`/v1/attachments/${file.id}`} aria-label={w.file(file.filename)} {...outside}>
          <IconPaperclip size={12} aria-hidden style={{ verticalAlign: -2 }} /> {file.filename}
        </Anchor>
      ))}
      <Anchor component={Link} to={`/envois/${id}`} size="xs">
        {w.sending}
      </Anchor>
    </>
  );
}

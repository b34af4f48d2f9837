import { Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { isPrintedHere } from '../../providers/is-printed-here.ts';
import { useProviders } from '../../providers/use-providers.ts';
import { sumsByCurrency } from '../../table/sums-by-currency.ts';
import { Loading } from '../../states/loading.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { disclosedWord } from '../../third-party/disclosed-word.ts';
import { statementBody } from './statement-body.ts';
import { StatementPreview } from './statement-preview.tsx';
import { StatementTemplate } from './statement-template.tsx';
import classes from './third-party.module.css';
import { isOverdue } from './may-be-listed.ts';
import type { Role, UnpaidFile } from './unpaid-files.ts';

type Mode = 'email' | 'letter';

const words = defineWords(
  {
    title: (name: string) => `État d’impayés pour ${name}`,
    one: 'dossier',
    many: 'dossiers',
    about: (files: string, amount: string) => `${files}, ${amount} restant dus au total.`,
    early: (files: string) => `Pas encore échu, et donc pas impayé\u00a0: ${files}. L’état le dira impayé quand même.`,
    mode: 'Mode d’envoi',
    email: (to: string) => `Courriel à ${to}, l’état en pièce jointe`,
    noEmail: 'Courriel (aucune adresse électronique sur la fiche)',
    letter: 'Courrier',
    letterHere: 'Courrier, à imprimer et à poster',
    letterByProvider: 'Courrier, par le prestataire éditique, affranchissement compris',
    noLetter: 'Courrier (aucune adresse postale sur la fiche)',
    disclosed: (name: string) => `Ce que lira ${name} de chaque dossier`,
    notary: 'Il est écrit à un notaire\u00a0: l’état donne le RIB, le règlement pouvant venir du prix de la vente.',
    referrer:
      'Il est écrit à un prescripteur\u00a0: l’état l’informe et l’invite à en parler à ses clients, sans lui réclamer le paiement.',
    leaves: 'Part tout de suite et ne peut pas être annulé.',
    made: 'Le courrier est édité tout de suite\u00a0: à imprimer et à poster.',
    posted: 'Le courrier part tout de suite par le prestataire éditique et ne peut pas être annulé.',
    stamped: (files: string, column: string) =>
      `La date d’aujourd’hui s’inscrit dans la colonne ${column} de ${files}, et l’historique dit ce qui a été transmis.`,
    submit: (files: string) => `Envoyer l’état de ${files}`,
    done: 'État d’impayés en cours d’envoi.',
  },
  {
    title: (name: string) => `Statement for ${name}`,
    one: 'file',
    many: 'files',
    about: (files: string, amount: string) => `${files}, ${amount} left to pay in all.`,
    early: (files: string) =>
      `Not due yet, and so not unpaid: ${files}. The statement will call it unpaid all the same.`,
    mode: 'Mode',
    email: (to: string) => `E-mail to ${to}, the statement attached`,
    noEmail: 'E-mail (no e-mail address on the card)',
    letter: 'Letter',
    letterHere: 'Letter, to print and post',
    letterByProvider: 'Letter, by the print provider, postage included',
    noLetter: 'Letter (no postal address on the card)',
    disclosed: (name: string) => `What ${name} will read of each file`,
    notary:
      'A notary is written to: the statement gives the bank details, as payment may come from the price of the sale.',
    referrer:
      'A referrer is written to: the statement informs them and invites them to mention it to their clients, without claiming payment from them.',
    leaves: 'Sent at once; it cannot be undone.',
    made: 'The letter is made at once: to be printed and posted.',
    posted: 'The letter is sent at once by the print provider and cannot be undone.',
    stamped: (files: string, column: string) =>
      `Today’s date goes into the column ${column} of ${files}, and the history says what was disclosed.`,
    submit: (files: string) => `Send the statement of ${files}`,
    done: 'The statement is being sent.',
  },
);

interface SendStatementDialogProps {
  party: Schema<'ThirdParty'>;
  role: Role;
  files: readonly UnpaidFile[];
  close: () => void;
  onDone: () => void;
}

/** How the statement is sent, and what it discloses to whom, shown before sending. */
export function SendStatementDialog({ party, role, files, close, onDone }: SendStatementDialogProps) {
  const w = useWords(words);
  const { count, amounts, language } = useFormats();
  const hasAddress = party.address !== null && party.address.lines.length > 0;
  const [mode, setMode] = useState<Mode>(party.email ? 'email' : 'letter');
  const [templateId, setTemplateId] = useState<string | null>(null);
  const { data: settings } = useQuery({
    queryKey: ['settings'],
    queryFn: () => answerOf(api.GET('/v1/settings')),
    staleTime: 60_000,
  });
  const { data: providers } = useProviders();
  const isPrinted = isPrintedHere(providers, { kind: 'letter', letter_kind: 'simple' });
  const letter = !providers ? w.letter : isPrinted ? w.letterHere : w.letterByProvider;
  const leaves = mode === 'email' ? w.leaves : isPrinted ? w.made : w.posted;
  const said = count(files.length, w.one, w.many);
  const early = files.filter((file) => !isOverdue(file));
  const total = amounts(sumsByCurrency(files, ({ balance_cents: cents }) => cents));
  const body = statementBody(files, mode, templateId);
  const isReachable = mode === 'email' ? party.email !== null : hasAddress;
  const send = useChange({
    run: () => {
      const path = { id: party.id };
      return sendOnce(['statement', party.id, body], (header) =>
        answerOf(api.POST('/v1/third-parties/{id}/statements', { params: { path, header }, body })),
      );
    },
    done: () => w.done,
    onDoneHere: onDone,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(party.name)}
      close={close}
      submit={w.submit(said)}
      onSubmit={() => send.mutate(undefined)}
      isPending={send.isPending}
      isIncomplete={!isReachable || !settings || (mode === 'letter' && !providers)}
      error={send.error}
      consequence={`${w[role]} ${leaves} ${w.stamped(said, role === 'notary' ? 'Not.' : 'Pro.')}`}
      size="lg"
    >
      <Text>{w.about(said, total)}</Text>
      {early.length > 0 && (
        <Text fw={600} role="note">
          {w.early(count(early.length, w.one, w.many))}
        </Text>
      )}
      <Radio.Group
        label={w.mode}
        value={mode}
        onChange={setMode}
        error={faultOf(send.error, '/mode')}
        labelProps={{ mb: 4 }}
      >
        <Stack gap={6}>
          <Radio
            size="xs"
            value="email"
            disabled={!party.email}
            label={party.email ? w.email(party.email) : w.noEmail}
          />
          <Radio size="xs" value="letter" disabled={!hasAddress} label={hasAddress ? letter : w.noLetter} />
        </Stack>
      </Radio.Group>
      <StatementTemplate
        role={role}
        value={templateId}
        onChange={setTemplateId}
        error={faultOf(send.error, '/template_id')}
      />
      <div>
        <Text fw={600}>{w.disclosed(party.name)}</Text>
        {settings ? (
          <ul className={classes.columns}>
            {settings.statement_columns.map((name) => (
              <li key={name}>
                <Text>{disclosedWord(name, language)}</Text>
              </li>
            ))}
          </ul>
        ) : (
          <Loading lines={3} />
        )}
      </div>
      {isReachable && <StatementPreview partyId={party.id} body={body} />}
    </CaseForm>
  );
}

import { Button, SegmentedControl, Text, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { Loading } from '../../states/loading.tsx';
import { Empty } from '../../states/empty.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { useSelection } from '../../table/selection.ts';
import { SelectionBar } from '../../table/selection-bar.tsx';
import { sumsByCurrency } from '../../table/sums-by-currency.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { isNeverWritten } from './never-written.ts';
import { PastStatements } from './past-statements.tsx';
import { SendStatementDialog } from './send-statement-dialog.tsx';
import classes from './third-party.module.css';
import { obstacleOf, tickedWithAll } from './may-be-listed.ts';
import { type Role, useIsReferrer, useRole, useUnpaidFiles } from './unpaid-files.ts';
import { useFileColumns } from './use-file-columns.tsx';

const words = defineWords(
  {
    title: 'Dossiers impayés',
    hint: 'Cochez ceux à faire figurer dans l’état. Un dossier au contentieux ou en litige n’y figure jamais\u00a0; un dossier qui n’est pas encore échu n’est pas coché avec les autres.',
    notProfessional:
      'Aucun état ne lui est envoyé\u00a0: un prescripteur qui n’est pas un professionnel n’en reçoit pas. Cela se change sur sa fiche.',
    list: 'Dossiers impayés à cocher',
    none: 'Aucun dossier impayé',
    noneHint: 'Aucun dossier ouvert ne nomme ce tiers à ce titre.',
    one: 'dossier',
    many: 'dossiers',
    selected: (files: string, amount: string) => `${files} · ${amount} restant dus`,
    send: 'Envoyer l’état d’impayés',
    as: 'À titre de',
    notary: 'Notaire',
    referrer: 'Prescripteur',
  },
  {
    title: 'Unpaid files',
    hint: 'Tick those that the statement is to list. A file in litigation or in dispute is never in it; one that is not due yet is not ticked with the others.',
    notProfessional:
      'No statement is sent: a referrer who is not a professional gets none. That can be changed on the card.',
    list: 'Unpaid files to tick',
    none: 'No unpaid file',
    noneHint: 'No open file names this third party in this role.',
    one: 'file',
    many: 'files',
    selected: (files: string, amount: string) => `${files} · ${amount} left to pay`,
    send: 'Send the statement',
    as: 'As',
    notary: 'Notary',
    referrer: 'Referrer',
  },
);

/** Tab « Relances »: unpaid files to select, and below them the former statements. */
export function ThirdPartyReminders({ party }: { party: Schema<'ThirdParty'> }) {
  const writtenAs = useRole(party.id);
  const [chosen, setChosen] = useState<Role | null>(null);
  if (!writtenAs) return <Loading lines={6} />;
  const role = chosen ?? writtenAs;
  return (
    <>
      <Files key={role} party={party} role={role} writtenAs={writtenAs} choose={setChosen} />
      <PastStatements party={party} />
    </>
  );
}

interface FilesProps {
  party: Schema<'ThirdParty'>;
  /** The role in which the files shown name the third party. */
  role: Role;
  writtenAs: Role;
  choose: (role: Role) => void;
}

function Files({ party, role, writtenAs, choose }: FilesProps) {
  const w = useWords(words);
  const { count, amounts, number } = useFormats();
  const navigate = useNavigate();
  const [isSending, setSending] = useState(false);
  const selection = useSelection();
  const pages = useUnpaidFiles(party.id, role);
  // The role that statements are written to, whichever files are shown: a statement to a notary sets the date in the
  // notaries' column.
  const columns = useFileColumns(writtenAs);
  // A notary who referred nobody has one list, and nothing to switch to.
  const isBoth = useIsReferrer(party.id) === true && writtenAs === 'notary';
  const ticked = (pages.rows ?? []).filter((file) => selection.has(file.id) && obstacleOf(file, writtenAs) === null);
  const balance = amounts(sumsByCurrency(ticked, ({ balance_cents: cents }) => cents));
  const said = count(ticked.length, w.one, w.many);
  const tickable = {
    ...selection,
    toggleAll: (rows: readonly { id: string }[]) =>
      selection.toggleAll(tickedWithAll(pages.rows ?? [], writtenAs).filter((file) => rows.includes(file))),
  };
  return (
    <section className={classes.files} aria-label={w.title}>
      <div className={classes.head}>
        <Title order={2} size="h5" flex="none">
          {w.title}
          {pages.total !== undefined && pages.total > 0 && ` (${number(pages.total)})`}
        </Title>
        <Text c="dimmed">{isNeverWritten(party, writtenAs) ? w.notProfessional : w.hint}</Text>
        {isBoth && (
          <SegmentedControl
            aria-label={w.as}
            size="xs"
            ml="auto"
            flex="none"
            value={role}
            onChange={choose}
            data={[
              { value: 'notary', label: w.notary },
              { value: 'referrer', label: w.referrer },
            ]}
          />
        )}
      </div>
      <DataTable
        label={w.list}
        columns={columns}
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={w.none} hint={w.noneHint} />}
        selection={tickable}
        nameOf={({ number }) => number}
        onOpen={({ id }) => void navigate(`/dossiers/${id}`)}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      <SelectionBar said={ticked.length > 0 ? w.selected(said, balance) : null} clear={selection.clear}>
        <Button
          leftSection={<IconSend size={15} aria-hidden />}
          disabled={isNeverWritten(party, writtenAs)}
          onClick={() => setSending(true)}
        >
          {w.send}
        </Button>
      </SelectionBar>
      {isSending && (
        <SendStatementDialog
          party={party}
          role={writtenAs}
          files={ticked}
          close={() => setSending(false)}
          onDone={() => {
            setSending(false);
            selection.clear();
          }}
        />
      )}
    </section>
  );
}

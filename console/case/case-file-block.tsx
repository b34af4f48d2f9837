import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../api/client.ts';
import { useSession } from '../frame/session.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';

const words = defineWords(
  {
    file: 'Dossier',
    reference: 'Référence',
    mission: 'Mission',
    report: 'Rapport',
    invoice: 'Facture',
    referrer: 'Prescripteur',
    notary: 'Notaire',
    scenario: 'Scénario',
    links: 'Liens',
    pdf: 'La facture',
    payment: 'La page de paiement',
    workflow: 'Le workflow dans Temporal',
  },
  {
    file: 'Case file',
    reference: 'Reference',
    mission: 'Mission',
    report: 'Report',
    invoice: 'Invoice',
    referrer: 'Referrer',
    notary: 'Notary',
    scenario: 'Scenario',
    links: 'Links',
    pdf: 'The invoice',
    payment: 'The payment page',
    workflow: 'The workflow in Temporal',
  },
);

/** What the invoice bills, who else is concerned, and links to more. */
export function CaseFileBlock({ invoice }: { invoice: Invoice }) {
  const w = useWords(words);
  const { isSupervisor } = useSession();
  const { case_file: file, scenario, dunning } = invoice;
  const lines: [string, ReactNode][] = [
    [w.reference, file.reference],
    [w.mission, file.mission],
    [w.report, file.report_status],
    [w.invoice, file.invoice_status],
    [w.referrer, file.referrer_id && <ThirdPartyLink id={file.referrer_id} />],
    [w.notary, file.notary_id && <ThirdPartyLink id={file.notary_id} />],
    // Only supervisors can open the page of the scenario.
    [
      w.scenario,
      scenario &&
        (isSupervisor ? <InnerLink to={`/scenarios/${scenario.id}`}>{scenario.name}</InnerLink> : scenario.name),
    ],
  ];
  const links: [string, string | null][] = [
    [w.pdf, invoice.invoice_url],
    [w.payment, invoice.payment_url],
    [w.workflow, dunning.temporal_ui_url],
  ];
  return (
    <>
      <Block title={w.file}>
        <dl>
          {lines.map(([name, value]) => (
            <FileLine key={name} name={name} value={value} />
          ))}
        </dl>
      </Block>
      <Block title={w.links}>
        {links.map(([name, url]) => (url ? <OutwardLink key={name} name={name} url={url} /> : null))}
      </Block>
    </>
  );
}

function FileLine({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value || '–'}</dd>
    </>
  );
}

const InnerLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Anchor component={Link} to={to} size="sm">
    {children}
  </Anchor>
);

function ThirdPartyLink({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['third-parties', id],
    queryFn: () => answerOf(api.GET('/v1/third-parties/{id}', { params: { path: { id } } })),
    refetchInterval: false,
  });
  return <InnerLink to={`/tiers/${id}`}>{data?.name ?? '…'}</InnerLink>;
}

const OutwardLink = ({ name, url }: { name: string; url: string }) => (
  <div>
    <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
      {name} <IconExternalLink size={13} aria-hidden />
    </Anchor>
  </div>
);

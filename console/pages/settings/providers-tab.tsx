import { Stack, Text, Title } from '@mantine/core';
import { useProviders } from '../../providers/use-providers.ts';
import { useSession } from '../../frame/session.ts';
import { letterWord } from '../../level/level.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';

const NAMES: Record<string, string> = {
  resend: 'Resend',
  merci_facteur: 'Merci Facteur',
  maileva: 'Maileva',
  brevo: 'Brevo',
};

const words = defineWords(
  {
    hint: 'Les prestataires sont choisis là où Relance est installé (variables d’environnement)\u00a0; cette page les montre.',
    mail: 'Courriels',
    print: 'Courriers (prestataire éditique)',
    sms: 'SMS',
    none: 'Aucun prestataire',
    noMail: 'Sans clé de prestataire (RESEND_API_KEY), tout arrive dans la boîte locale et rien ne part.',
    keyMissing:
      'La société est en réel et la clé du prestataire (RESEND_API_KEY) manque\u00a0: rien ne part, et rien n’arrive dans la boîte locale. Les courriels attendent, et partiront réellement dès que la clé sera là.',
    leaves: 'Les courriels partent réellement.',
    notLive:
      'La clé est là\u00a0; les courriels partiront une fois passés en réel. D’ici là, tout arrive dans la boîte locale.',
    from: (address: string) => `Expéditeur\u00a0: ${address}.`,
    fromCompany: 'Expéditeur\u00a0: l’adresse de la société.',
    reports: 'Les remises, refus et plaintes remontent automatiquement.',
    noReports: 'Les remises et refus ne remontent pas\u00a0: aucun secret de webhook (RESEND_WEBHOOK_SECRET).',
    noPrint:
      'Les courriers sont préparés en PDF\u00a0: une personne les imprime, les poste et note le dépôt. Une étape de courrier ne peut pas être automatique.',
    printed: (kinds: string) =>
      `Imprime, met sous pli, affranchit et poste\u00a0: ${kinds}. Les autres courriers restent à la main.`,
    noSms: 'Aucun SMS ne part\u00a0: une étape SMS attend une personne.',
    smsFrom: (sender: string) => `Expéditeur\u00a0: ${sender}.`,
    smsFromCompany: 'Expéditeur\u00a0: le nom de la société.',
  },
  {
    hint: 'Providers are chosen where Relance is installed (environment variables); this page shows them.',
    mail: 'E-mails',
    print: 'Letters (print provider)',
    sms: 'SMS',
    none: 'No provider',
    noMail: 'Without a provider’s key (RESEND_API_KEY) all arrives in the local mailbox and nothing is sent.',
    keyMissing:
      'The company is live and the provider’s key (RESEND_API_KEY) is missing: nothing is sent, and nothing arrives in the local mailbox. E-mails wait, and are really sent once the key is there.',
    leaves: 'E-mails are really sent.',
    notLive: 'The key is there; e-mails are sent once you are live. Until then all arrives in the local mailbox.',
    from: (address: string) => `Sender: ${address}.`,
    fromCompany: 'Sender: the company’s address.',
    reports: 'Deliveries, bounces and complaints come back by themselves.',
    noReports: 'Deliveries and bounces do not come back: there is no webhook secret (RESEND_WEBHOOK_SECRET).',
    noPrint: 'Letters are made as PDF: a person prints and posts them and notes it. A letter step cannot be automatic.',
    printed: (kinds: string) => `Prints, folds, franks and posts: ${kinds}. Other letters stay a person’s.`,
    noSms: 'No SMS is sent: an SMS step waits for a person.',
    smsFrom: (sender: string) => `Sender: ${sender}.`,
    smsFromCompany: 'Sender: the company’s name.',
  },
);

/** By whom mails, letters and SMS leave, and what that means; to be read only. */
export function ProvidersTab() {
  const w = useWords(words);
  const { language } = useLanguage();
  const { sends } = useSession();
  const { data, error, refetch } = useProviders();
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { mail, print, sms } = data;
  const kinds = print?.letter_kinds.map((kind) => letterWord(kind, language)).join(', ') ?? '';
  return (
    <Stack gap="lg" maw={680}>
      <Text c="dimmed">{w.hint}</Text>
      <Provider
        title={w.mail}
        name={mail.provider}
        lines={
          mail.provider
            ? [
                mail.leaves ? w.leaves : w.notLive,
                mail.from ? w.from(mail.from) : w.fromCompany,
                mail.reports ? w.reports : w.noReports,
              ]
            : [sends === 'nowhere' ? w.keyMissing : w.noMail]
        }
      />
      <Provider title={w.print} name={print?.provider ?? null} lines={[print ? w.printed(kinds) : w.noPrint]} />
      <Provider
        title={w.sms}
        name={sms?.provider ?? null}
        lines={[sms ? (sms.sender ? w.smsFrom(sms.sender) : w.smsFromCompany) : w.noSms]}
      />
    </Stack>
  );
}

function Provider({ title, name, lines }: { title: string; name: string | null; lines: readonly string[] }) {
  const w = useWords(words);
  return (
    <section aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text fw={600}>{name === null ? w.none : (NAMES[name] ?? name)}</Text>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { useSession } from '../../frame/session.ts';
import { CUSTOMER_KINDS } from '../../level/kinds.ts';
import { customerWord } from '../../level/level.ts';
import { useProviders } from '../../providers/use-providers.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { setupWords } from './setup-words.ts';
import { type Settings, useSettings } from './use-settings.ts';

interface SetupStep {
  name: keyof typeof setupWords.fr.steps;
  isDone: boolean;
  /** The state of the step, in a sentence. */
  said: string;
  to: string;
}

/** The steps of the set-up with their states. Undefined until everything is loaded. */
export function useSetupSteps(): SetupStep[] | undefined {
  const w = useWords(setupWords);
  const { count, language } = useFormats();
  const { mailbox_url: mailbox } = useSession();
  const { data: settings } = useSettings();
  const { data: providers } = useProviders();
  const { data: made } = useQuery({ queryKey: ['settings', 'set-up'], queryFn: readWhatIsThere });
  if (!settings || !providers || !made) return undefined;
  const { company, live } = settings.data;
  const missing = missingOf(settings.data).map((what) => w[what]);
  const levels = [1, 2, 3].filter((level) => !made.templates.some((one) => one.level === level));
  const kinds = CUSTOMER_KINDS.filter((kind) => !made.scenarios.some((one) => one.default_for.includes(kind)));
  const { templates, scenarios, groups } = made;
  const step = (name: SetupStep['name'], isDone: boolean, done: string, toDo: string, to: string): SetupStep => ({
    name,
    isDone,
    said: isDone ? done : toDo,
    to,
  });
  return [
    step(
      'company',
      missing.length === 0,
      w.companyDone(company.name),
      w.missing(missing.join(', ')),
      '/reglages/societe',
    ),
    step(
      'templates',
      levels.length === 0,
      w.templatesDone(count(templates.length, w.template, w.templates)),
      w.templatesMissing(levels.map((level) => `R${level}`).join(', ')),
      '/modeles',
    ),
    step(
      'scenarios',
      kinds.length === 0,
      w.scenariosDone(count(scenarios.length, w.scenario, w.scenarios)),
      w.scenariosMissing(kinds.map((kind) => customerWord(kind, language)).join(', ')),
      '/scenarios',
    ),
    step('groups', groups > 0, w.groupsDone(count(groups, w.group, w.groups)), w.groupsNone, '/groupes'),
    step(
      'provider',
      providers.mail.provider !== null,
      w.providerDone('Resend'),
      w.providerNone,
      '/reglages/prestataires',
    ),
    step('trial', made.hasSent, w.trialDone, w.trialNone, mailbox),
    step('live', live, w.liveDone, w.liveNone, '/reglages/passer-en-reel'),
  ];
}

/** A new installation has a sample company so that it can send at once; its e-mail address is not real. */
const missingOf = ({ company, address, iban }: Settings): ('siret' | 'legal' | 'iban' | 'email' | 'address')[] => [
  ...(company.email.endsWith('.example') ? (['email'] as const) : []),
  ...(address.lines.length === 0 ? (['address'] as const) : []),
  ...(company.siret ? [] : (['siret'] as const)),
  ...(company.legal_form ? [] : (['legal'] as const)),
  ...(iban ? [] : (['iban'] as const)),
];

async function readWhatIsThere() {
  const query = { limit: 200 };
  const [templates, scenarios, groups, messages] = await Promise.all([
    answerOf(api.GET('/v1/templates', { params: { query } })),
    answerOf(api.GET('/v1/scenarios', { params: { query } })),
    answerOf(api.GET('/v1/groups', { params: { query } })),
    answerOf(api.GET('/v1/messages', { params: { query: { limit: 1 } } })),
  ]);
  return {
    templates: templates.data,
    scenarios: scenarios.data,
    groups: groups.data.length,
    hasSent: messages.data.length > 0,
  };
}

import { ApiProblem } from '../api/problem.ts';
import type { Language } from '../words/language.ts';
import { faultSentence, isFrench } from './fault-words.ts';
import { refusalSentence } from './refusal-words.ts';

const SAID = {
  fr: {
    unreachable: [
      'Le serveur ne répond pas',
      'Rien n’est perdu\u00a0: ce que vous avez saisi reste ici. Réessayez dans un instant.',
    ],
    not_stored: [
      'La base de données est indisponible',
      'Rien n’a été enregistré. Ce que vous avez saisi reste ici\u00a0: réessayez dans un instant.',
    ],
    maybe_stored: [
      'La base de données s’est interrompue',
      'Peut-être est-ce enregistré, peut-être non. Réessayez dans un instant\u00a0: rien ne sera enregistré deux fois.',
    ],
    stored_not_told: [
      'Enregistré, transmission en cours',
      'L’information est enregistrée et s’applique déjà\u00a0; Temporal en sera informé dès son retour.',
    ],
    no_verdict: [
      'Pas encore de réponse du traitement',
      'Votre décision est en attente\u00a0: le traitement (worker) n’a pas répondu en 10 secondes. Réessayez, rien ne sera fait deux fois.',
    ],
    signed_out: [
      'Votre session a pris fin',
      'Rien n’a été enregistré, et ce que vous avez saisi reste ici\u00a0: reconnectez-vous, puis recommencez.',
    ],
    forbidden: ['Vous n’avez pas ce droit', 'Rien n’a été modifié. Demandez à un superviseur ou à un administrateur.'],
    stale: [
      'Modifié entre-temps',
      'Quelqu’un d’autre vient de modifier cette fiche\u00a0: elle a été rechargée, vérifiez puis recommencez.',
    ],
    refused: ['Refusé, rien n’a été modifié', ''],
    broken: [
      'Une erreur s’est produite',
      'Rien n’indique que l’action a été faite. Réessayez\u00a0; si cela se répète, signalez-le.',
    ],
  },
  en: {
    unreachable: ['The server does not answer', 'Nothing is lost: what you typed stays here. Try again in a moment.'],
    not_stored: ['The database is away', 'Nothing was stored. What you typed stays here: try again in a moment.'],
    maybe_stored: [
      'The database was interrupted',
      'It may be stored or not. Try again in a moment: nothing is stored twice.',
    ],
    stored_not_told: ['Stored, still being told', 'It is stored and in force; Temporal is told as soon as it is back.'],
    no_verdict: [
      'No answer from the worker yet',
      'Your decision waits: no worker answered within 10 seconds. Try again, nothing is done twice.',
    ],
    signed_out: [
      'Your session has ended',
      'Nothing was stored, and what you typed stays here: sign in again, and repeat.',
    ],
    forbidden: ['You may not do that', 'Nothing was changed. Ask a supervisor or an administrator.'],
    stale: ['Changed in the meantime', 'Somebody else has just changed this: it was loaded again, look and repeat.'],
    refused: ['Refused, nothing was changed', ''],
    broken: ['Something went wrong', 'Nothing says that it was done. Try again; if it happens again, report it.'],
  },
} as const;

type Said = keyof (typeof SAID)['fr'];

/** What was not done, that nothing was lost, and what to do next. */
export function problemSentence(error: unknown, language: Language): { title: string; text: string } {
  const [title, text] = SAID[language][saidOf(error)];
  const detail =
    error instanceof ApiProblem ? (refusalSentence(error.code, language) ?? detailOf(error, language)) : '';
  return { title, text: text || detail };
}

const BY_CODE: Record<string, Said> = {
  unreachable: 'unreachable',
  not_stored: 'not_stored',
  maybe_stored: 'maybe_stored',
  stored_not_told: 'stored_not_told',
  no_verdict: 'no_verdict',
  forbidden: 'forbidden',
  unauthorized: 'signed_out',
};

function saidOf(error: unknown): Said {
  if (!(error instanceof ApiProblem)) return 'broken';
  const byCode = BY_CODE[error.code];
  if (byCode) return byCode;
  if (error.status === 412) return 'stale';
  return error.status >= 400 && error.status < 500 ? 'refused' : 'broken';
}

/**
 * The faults of fields say more than their summary. In French, a text without a translation is replaced by a general
 * sentence and never shown in English.
 */
function detailOf({ detail, errors }: ApiProblem, language: Language): string {
  if (language === 'en')
    return [detail, ...errors.map((fault) => [fault.detail, fault.fix].filter(Boolean).join(' '))]
      .filter(Boolean)
      .join(' ');
  if (errors.length > 0) return [...new Set(errors.map((fault) => faultSentence(fault.detail, language)))].join(' ');
  return isFrench(detail) ? detail : 'Rechargez la page pour voir où en est le dossier, puis recommencez.';
}

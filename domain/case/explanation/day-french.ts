import { FRENCH } from './french.ts';
import type { DayWords } from './day-words.ts';
import type { NextInWords } from './words.ts';

const HOLDS = {
  litigation: 'la facture était au contentieux',
  dispute: 'le client contestait la facture',
  promise: 'un règlement était promis',
  pause: 'les relances de la facture étaient suspendues',
  customer_pause: 'les relances du client étaient suspendues',
  specific_action: 'une action spécifique était en cours',
};

const CLOSED = {
  paid: 'la facture était soldée depuis le',
  cancelled: 'le dossier était annulé depuis le',
  written_off: 'la créance était passée en perte depuis le',
};

const NOT_WORKING = {
  saturday: 'c’était un samedi',
  sunday: 'c’était un dimanche',
  holiday: 'c’était un jour férié',
};

function toDo(next: NextInWords): string {
  const { kind, mode } = next;
  if (kind === 'call') return 'était à passer';
  if (kind === 'task') return 'était à faire';
  return mode === 'manual'
    ? `attendait d’être ${agreed(next, 'envoyé')} à la main`
    : `attendait d’être ${agreed(next, 'confirmé')}`;
}

/** `L’appel R1` and `Le rappel préventif` are masculine; `R2` and `La tâche R2` are not. */
function agreed({ kind, level }: NextInWords, participle: string): string {
  const isMasculine = kind === 'call' || (kind !== 'task' && level === 0);
  return isMasculine ? participle : `${participle}e`;
}

/** The French words of `explainDay`. */
export const DAY_IN_FRENCH: DayWords = {
  onDay: (day) => `Le ${day}`,
  left: (what, clock) =>
    `${what ? `${FRENCH.subject(what)} est ${agreed(what, 'parti')}` : 'un message est parti'} à ${clock}`,
  nothingLeft: 'rien n’est parti',
  notRecorded: 'la facture n’était pas encore enregistrée',
  notWorking: (because) => NOT_WORKING[because],
  hold: (kind, untilDay) => {
    if (untilDay === null) return HOLDS[kind];
    return kind === 'promise' ? `${HOLDS[kind]} pour le ${untilDay}` : `${HOLDS[kind]} jusqu’au ${untilDay} inclus`;
  },
  closed: (as, day) => `${CLOSED[as]} ${day}`,
  attention: (text) => `le dossier attendait la décision d’une personne\u00a0: ${text}`,
  exhausted: 'toutes les étapes du scénario avaient eu lieu',
  notPlanned: 'rien n’était encore planifié',
  plannedFor: (next, day, why) => `${FRENCH.subject(next)} était ${agreed(next, 'prévu')} pour le ${day}${why}`,
  waited: (next, day) => `${FRENCH.subject(next)} ${toDo(next)} depuis le ${day}`,
  confirm: (why) => FRENCH.reason({ code: 'confirm', why }, (on) => on),
  wasBeingSent: (next) => `${FRENCH.subject(next)} était en cours d’envoi`,
  didNotLeave: (next, clock) =>
    `${FRENCH.subject(next)} devait partir à ${clock} et n’a pas pu être ${agreed(next, 'envoyé')} ce jour-là (service interrompu ou envoi impossible)`,
  moved: (next, day, why) =>
    `${FRENCH.subject(next)}, ${agreed(next, 'prévu')} ce jour-là, a été ${agreed(next, 'reporté')} au ${day}${why}`,
  cancelled: (what, why, causes) => {
    const name = what ? `${FRENCH.subject(what)} a été ${agreed(what, 'retenu')}` : 'un message a été retenu';
    return `${name} avant son départ\u00a0: ${why}${causes ? ` (${causes})` : ''}`;
  },
  willLeave: (next, clock) =>
    next.mode === 'automatic'
      ? `${FRENCH.subject(next)} partira à ${clock}`
      : `${FRENCH.subject(next)} sera à traiter par une personne à partir de ${clock}`,
  nothingPlanned: 'rien n’est prévu',
  colon: '\u00a0: ',
};

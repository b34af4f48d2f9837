import { listed, uncapitalised } from './sentence-parts.ts';
import { isElectronicLetter } from '../../messages/connectors.ts';
import type { ExplanationWords, NextInWords, StopRule } from './words.ts';
import type { HoldKind } from '../state.ts';
import type { Reason } from '../../ladder/plan.ts';
import type { StepAnchor } from '../../ladder/step.ts';

const days = (count: number): string => `${count}\u00a0jour${count > 1 ? 's' : ''}`;

const LETTERS = {
  simple: 'lettre',
  registered: 'lettre recommandée',
  lre_qualified: 'lettre recommandée électronique',
  ere_simple: 'envoi recommandé électronique',
};

const CONFIRM = {
  litigation: 'c’est la première relance après un contentieux',
  dispute_rejected: 'c’est la première relance après un litige rejeté',
  reversal: 'c’est la première relance après le rejet d’un règlement',
  allocation_reversed: 'c’est la première relance depuis qu’une somme lui a été retirée',
  long_hold: 'c’est la première relance après plus de 30\u00a0jours d’arrêt',
  going_live: 'c’est la première relance depuis la mise en service',
  restored: 'la base a été rétablie d’une sauvegarde, et une relance a pu partir ou un règlement arriver depuis',
  no_provider: 'aucun prestataire ne l’envoie',
  credit_cover: 'des sommes non affectées du client couvrent la créance',
};

const NOT_WORKING = { saturday: 'un samedi', sunday: 'un dimanche', holiday: 'férié' };

const HOLDS = {
  litigation: 'la facture est au contentieux',
  dispute: 'le client conteste la facture',
  promise: 'un règlement est promis',
  pause: 'les relances de la facture sont suspendues',
  customer_pause: 'les relances du client sont suspendues',
  specific_action: 'une action spécifique est en cours',
};

const STOP: Record<StopRule, string> = {
  litigation: 'un contentieux arrête toute relance jusqu’à ce qu’une personne y mette fin',
  dispute: 'un litige arrête les relances jusqu’à ce qu’il soit réglé',
  promise: 'une promesse arrête les relances jusqu’à son jour, délai de grâce compris',
  pause:
    'une suspension de la facture arrête ses relances jusqu’à son dernier jour, ou jusqu’à ce qu’une personne la lève',
  customer_pause:
    'une suspension du client arrête toutes ses relances jusqu’à son dernier jour, ou jusqu’à ce qu’une personne la lève',
  specific_action: 'une action spécifique prend la place du scénario jusqu’à ce qu’elle soit faite ou retirée',
  closed: 'un dossier clos n’est plus relancé',
  attention: 'ce qui n’a pas pu partir, ou est revenu, arrête les relances jusqu’à ce qu’une personne décide',
  exhausted: 'après la dernière étape du scénario, une personne décide',
};

const CLOSED = {
  paid: 'La facture est soldée depuis le',
  cancelled: 'Le dossier a été annulé le',
  written_off: 'La créance a été passée en perte le',
};

function subject({ level, kind, letterKind }: NextInWords): string {
  if (kind === 'call') return level === 0 ? 'L’appel préventif' : `L’appel R${level}`;
  if (kind === 'task') return level === 0 ? 'La tâche préventive' : `La tâche R${level}`;
  const how = kind === 'letter' ? LETTERS[letterKind ?? 'simple'] : kind === 'sms' ? 'SMS' : null;
  const start = level === 0 ? 'Le rappel préventif' : `R${level}`;
  return how ? `${start} (${how})` : start;
}

/** `à envoyer à la main`, `à passer`, `à faire`, `à confirmer`. */
function toDo({ kind, mode }: NextInWords): string {
  if (kind === 'call') return 'à passer';
  if (kind === 'task') return 'à faire';
  return mode === 'manual' ? 'à envoyer à la main' : 'à confirmer';
}

function willLeave(next: NextInWords, day: string, clock: string): string {
  if (next.mode === 'automatic') return `${subject(next)} partira le ${day} à ${clock}`;
  return `${subject(next)} sera ${toDo(next)} à partir du ${day} à ${clock}`;
}

function anchorName(anchor: StepAnchor, previousLevel: number | null): string {
  if (anchor === 'issued_on') return 'la date de facture';
  if (anchor === 'due_on') return 'l’échéance';
  if (previousLevel === null) return 'l’étape précédente';
  return previousLevel === 0 ? 'le rappel préventif' : `R${previousLevel}`;
}

function onDayOf(name: string): string {
  if (name === 'la date de facture') return 'le jour de la facture';
  return name.startsWith('le ') ? `le jour du ${name.slice('le '.length)}` : `le jour de ${name}`;
}

function fromAnchor(delayDays: number, name: string): string {
  if (delayDays === 0) return onDayOf(name);
  return delayDays > 0 ? `${days(delayDays)} après ${name}` : `${days(-delayDays)} avant ${name}`;
}

function reason(of: Reason, day: (on: string) => string): string {
  switch (of.code) {
    case 'anchor':
      return `${fromAnchor(of.delayDays, anchorName(of.anchor, of.previousLevel))} (${day(of.anchorOn)})`;
    case 'not_before_issue':
      return `mais pas avant la date de facture (${day(of.issuedOn)})`;
    case 'not_before_due':
      return `mais pas avant le lendemain de l’échéance (${day(of.dueOn)})`;
    case 'spacing':
      return `mais au moins ${days(of.days)} après la dernière action (${day(of.lastOn)})`;
    case 'postponed':
      return `mais une personne a demandé le report au ${day(of.untilOn)}`;
    case 'not_working':
      return `le ${day(of.on)} étant ${NOT_WORKING[of.because]}`;
    case 'late':
      return `son jour (${day(of.turnOn)}) étant passé, c’est la première heure d’envoi d’un jour ouvré`;
    case 'hold_ends':
      return holdEnds(of.hold, of.untilOn && day(of.untilOn));
    case 'held':
      return HOLDS[of.hold];
    case 'cap':
      return `le client ne reçoit pas plus de ${of.count}\u00a0message${of.count > 1 ? 's' : ''} en ${days(of.days)}`;
    case 'one_a_day':
      return `le compte du client reçoit un seul message par jour, et le ${day(of.on)} a déjà le sien`;
    case 'waiting':
      return 'son heure est venue et l’étape attend';
    case 'confirm':
      return CONFIRM[of.why];
  }
}

function reasonAlone(of: Reason, day: (on: string) => string): string {
  switch (of.code) {
    case 'anchor':
      return `le scénario prévoit cette étape ${reason(of, day)}`;
    case 'not_before_issue':
      return `rien ne part avant la date de facture (${day(of.issuedOn)})`;
    case 'not_before_due':
      return `rien ne part avant le lendemain de l’échéance (${day(of.dueOn)})`;
    case 'spacing':
      return `il faut au moins ${days(of.days)} après la dernière action (${day(of.lastOn)})`;
    case 'postponed':
      return `une personne a demandé le report au ${day(of.untilOn)}`;
    case 'not_working':
      return `le ${day(of.on)} est ${NOT_WORKING[of.because]}`;
    case 'late':
      return `son jour (${day(of.turnOn)}) est passé\u00a0: ce sera la première heure d’envoi d’un jour ouvré`;
    default:
      return reason(of, day);
  }
}

/** A promise is broken on the morning after its days of grace, not on the morning after its day. */
function holdEnds(hold: HoldKind, until: string | null): string {
  const when = until ? ` (${until})` : '';
  return hold === 'promise'
    ? `l’étape attend le règlement promis${when}, délai de grâce compris`
    : `l’étape attend que cesse ce qui l’arrête${when}`;
}

/** The French words of `explain`. */
export const FRENCH: ExplanationWords = {
  subject,
  willLeave,
  waitsSince: (next, day) => `${subject(next)} est ${toDo(next)} depuis le ${day}`,
  leavesNow: (next) => `${subject(next)} part maintenant`,
  isLeaving: (next) => `${subject(next)} est en cours d’envoi`,
  isStopped: (next, day, clock) =>
    `${subject(next)} est prêt, mais n’est pas parti\u00a0: les envois de la société sont arrêtés depuis le ${day} à ${clock}`,
  isToPost: ({ level, letterKind }, day) =>
    `Le courrier ${level === 0 ? 'préventif' : `R${level}`} édité le ${day} est à ${isElectronicLetter(letterKind) ? 'envoyer' : 'poster'}`,
  reason,
  reasonAlone,
  confirm: (why) => `À confirmer par une personne\u00a0: ${why}.`,
  hold: (kind, untilDay) => {
    if (untilDay === null) return HOLDS[kind];
    return kind === 'promise' ? `${HOLDS[kind]} pour le ${untilDay}` : `${HOLDS[kind]} jusqu’au ${untilDay} inclus`;
  },
  held: (holds) => `Rien ne part\u00a0: ${listed(holds, 'et')}.`,
  heldFor: (holds, next) => `Rien ne part pour l’instant\u00a0: ${listed(holds, 'et')}. Ensuite, ${next}`,
  closed: (as, day) => `${CLOSED[as]} ${day}\u00a0: plus rien ne partira.`,
  attention: (text) => `Rien ne part tant qu’une personne n’a pas décidé\u00a0: ${uncapitalised(text)}.`,
  exhausted:
    'Toutes les étapes du scénario ont eu lieu\u00a0: une personne décide de la suite (contentieux, échéancier ou passage en perte).',
  notPlanned: 'Rien n’est encore planifié.',
  rule: (anchor, delayDays) =>
    `${fromAnchor(delayDays, anchorName(anchor, null))}, reporté s’il le faut au premier jour ouvré, à l’heure d’envoi`,
  stop: STOP,
  creditNote: 'Un avoir n’est pas relancé\u00a0: il vient en déduction de ce que le client doit.',
  colon: '\u00a0: ',
};

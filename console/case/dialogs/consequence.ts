import { useSession } from '../../frame/session.ts';
import { holdWord } from '../../level/level.ts';
import { dayIn } from '../../words/days.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { type Invoice, useSettings } from '../case-data.ts';
import { stepName } from '../step-name.ts';
import { isLongHold, promiseDays } from '../business-day-rules.ts';
import { addDays, rollForward } from '../working-days.ts';

const words = defineWords(
  {
    over: 'Les relances sont épuisées\u00a0: aucune n’est prévue, rien n’est donc retiré.',
    none: 'Aucune relance n’est prévue\u00a0: rien n’est retiré.',
    heldAlready: (hold: string) => `Le dossier est déjà suspendu (${hold})\u00a0: cela s’y ajoute.`,
    withdrawn: (step: string, day: string) => `L’étape prévue le ${day} (${step}) est retirée`,
    waiting: (step: string, day: string) => `L’étape qui attend depuis le ${day} (${step}) est retirée`,
    resume: (day: string, ifUnpaid: string) => `\u00a0; les relances reprennent le ${day}${ifUnpaid}.`,
    ifUnpaid: ' si la somme n’est pas réglée',
    stays: (step: string, day: string, ifUnpaid: string) =>
      `L’étape prévue le ${day} (${step}) est maintenue${ifUnpaid}\u00a0: la suspension s’achève avant.`,
    replaced: 'La pause en cours est remplacée',
    untilPerson: (what: string) => `\u00a0; rien ne part tant que ${what}.`,
    confirmAfter: ' La première relance qui suivra sera à confirmer.',
  },
  {
    over: 'The reminders are exhausted: none is planned, so none is withdrawn.',
    none: 'No reminder is planned: none is withdrawn.',
    heldAlready: (hold: string) => `The case is on hold already (${hold}): this comes on top.`,
    withdrawn: (step: string, day: string) => `${step}, planned for ${day}, is withdrawn`,
    waiting: (step: string, day: string) => `${step}, waiting since ${day}, is withdrawn`,
    resume: (day: string, ifUnpaid: string) => `; reminders resume on ${day}${ifUnpaid}.`,
    ifUnpaid: ' if unpaid',
    stays: (step: string, day: string, ifUnpaid: string) =>
      `${step} stays planned for ${day}${ifUnpaid}: the hold ends before.`,
    replaced: 'The pause in force is replaced',
    untilPerson: (what: string) => `; nothing is sent until ${what}.`,
    confirmAfter: ' The first reminder after it will need confirming.',
  },
);

/** Says what a hold does to the planned step. `replaced` is the hold that the new one replaces. */
export function useConsequence(invoice: Invoice, replaced?: { id: string }) {
  const w = useWords(words);
  const { language, longDay, todayOn } = useFormats();
  const { timeZone } = useSession();
  const { data: settings } = useSettings();
  const { next, status } = invoice.dunning;
  const holds = invoice.dunning.holds.filter(({ id }) => id !== replaced?.id);
  const zone = settings?.holiday_zone ?? 'metropole';

  const before = (): string | null => {
    const [hold] = holds;
    if (hold && !next) return w.heldAlready(holdWord(hold.kind, language));
    if (status === 'exhausted') return w.over;
    return next || replaced ? null : w.none;
  };
  const withdrawn = (): string => {
    if (!next) return w.replaced;
    const dueOn = dayIn(next.due_at, timeZone);
    const step = stepName(next.level, language);
    return (dueOn <= todayOn ? w.waiting : w.withdrawn)(step, longDay(dueOn));
  };
  const untilDay = (lastOn: string, ifUnpaid: string): string => {
    const resumeOn = rollForward(addDays(lastOn, 1), zone);
    const said = before();
    if (said) return said;
    const dueOn = next && dayIn(next.due_at, timeZone);
    if (next && dueOn && dueOn >= resumeOn) return w.stays(stepName(next.level, language), longDay(dueOn), ifUnpaid);
    const isLong = isLongHold(lastOn, todayOn) && settings?.confirm_after_release;
    return withdrawn() + w.resume(longDay(resumeOn), ifUnpaid) + (isLong ? w.confirmAfter : '');
  };
  // Without a planned step the sentence starts with this word.
  const lead = replaced && (next || before()) ? `${w.replaced}. ` : '';
  return {
    /** Reminders resume on the first working day after the days of grace. */
    promise: (promisedOn: string) => {
      const { lastOn } = promiseDays(promisedOn, { graceDays: settings?.promise_grace_days ?? 3, zone });
      return untilDay(lastOn, w.ifUnpaid);
    },
    /** `untilOn` is the last day of the pause. */
    pause: (untilOn: string) => lead + untilDay(untilOn, ''),
    /** For a hold that a person ends. */
    untilPerson: (what: string, { isConfirmedAfter }: { isConfirmedAfter: boolean }) => {
      const said = before();
      const after = isConfirmedAfter && settings?.confirm_after_release ? w.confirmAfter : '';
      return lead + (said ?? withdrawn() + w.untilPerson(what) + after);
    },
  };
}

import { defineWords } from '../../words/words.ts';

export const promiseWords = defineWords(
  {
    title: (number: string) => `Promesse de règlement · ${number}`,
    amount: 'Montant promis',
    total: 'Montant promis, en tout',
    day: 'Réglé au plus tard le',
    several: 'En plusieurs fois (échéancier)',
    comment: 'Commentaire (facultatif)',
    submit: 'Enregistrer la promesse',
    submitMany: (count: number) => `Enregistrer les ${count} échéances`,
    done: (amount: string, day: string) => `Promesse de ${amount} pour le ${day} enregistrée.`,
    doneMany: (count: number, amount: string, day: string) =>
      `Échéancier de ${amount} en ${count} fois, jusqu’au ${day}, enregistré.`,
    promised: (amount: string, day: string) => `${amount} déjà promis pour le ${day}.`,
    promisedMany: (amount: string, count: number, day: string) =>
      `${amount} déjà promis, en ${count} fois jusqu’au ${day}.`,
    allPromised: 'Tout ce qui reste dû est déjà promis.',
    more: (amount: string) => `Avec ce qui est déjà promis, c’est ${amount} de plus que ce qui reste dû.`,
    firstBroken: 'La première échéance qui n’est pas tenue met fin à toutes, et les relances reprennent.',
    recorded: (count: number, of: number) =>
      `${count} ${count > 1 ? 'échéances sont enregistrées' : 'échéance est enregistrée'} sur ${of}. Recommencez\u00a0: rien ne le sera deux fois.`,
    known: 'C’était déjà promis\u00a0: rien n’a changé.',
  },
  {
    title: (number: string) => `Promise to pay · ${number}`,
    amount: 'Amount promised',
    total: 'Amount promised, in all',
    day: 'To be paid by',
    several: 'In instalments',
    comment: 'Comment (optional)',
    submit: 'Record the promise',
    submitMany: (count: number) => `Record the ${count} instalments`,
    done: (amount: string, day: string) => `Promise of ${amount} for ${day} recorded.`,
    doneMany: (count: number, amount: string, day: string) =>
      `${amount} in ${count} instalments, until ${day}, recorded.`,
    promised: (amount: string, day: string) => `${amount} promised already for ${day}.`,
    promisedMany: (amount: string, count: number, day: string) =>
      `${amount} promised already, in ${count} instalments until ${day}.`,
    allPromised: 'All that is left to pay is promised already.',
    more: (amount: string) => `With what is promised already, this is ${amount} more than what is left to pay.`,
    firstBroken: 'The first instalment that is not kept ends them all, and reminders resume.',
    recorded: (count: number, of: number) =>
      `${count} ${count > 1 ? 'instalments' : 'instalment'} of ${of} ${count > 1 ? 'are' : 'is'} recorded. Try again: none is recorded twice.`,
    known: 'This was promised already: nothing has changed.',
  },
);

import { defineWords } from '../words/words.ts';

export const assignWords = defineWords(
  {
    collector: 'Chargé de recouvrement',
    nobody: 'Personne',
    one: 'client',
    many: 'clients',
    assign: (counted: string) => `Affecter ${counted}`,
    release: (counted: string) => `Laisser ${counted} sans chargé de recouvrement`,
    assigned: (counted: string, name: string) => `${counted}\u00a0: suivi confié à ${name}.`,
    released: (counted: string) => `${counted}\u00a0: plus de chargé attitré.`,
    givenBack: 'Le suivi est rendu à qui l’avait.',
  },
  {
    collector: 'Collector',
    nobody: 'Nobody',
    one: 'customer',
    many: 'customers',
    assign: (counted: string) => `Assign ${counted}`,
    release: (counted: string) => `Unassign ${counted}`,
    assigned: (counted: string, name: string) => `${counted}: given to ${name}.`,
    released: (counted: string) => `${counted}: no collector of their own any more.`,
    givenBack: 'Given back to whom they were.',
  },
);

import type { Language } from '../words/language.ts';

/** What the API says of a field, in French: by the whole sentence, or by what it begins with. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^must not be empty/, 'À remplir.'],
  [/^Too small: expected string to have >=1 /, 'À remplir.'],
  [/^Too small: expected string to have >=(\d+) /, 'Au moins $1 caractères.'],
  [/^Too big: expected string to have <=(\d+) /, 'Au plus $1 caractères.'],
  [/^Too small: expected array to have >=(\d+) /, 'Au moins $1.'],
  [/^Too big: expected array to have <=(\d+) /, 'Au plus $1.'],
  [/^Too small: expected \w+ to be >=?(-?\d+)/, 'Au moins $1.'],
  [/^Too big: expected \w+ to be <=?(-?\d+)/, 'Au plus $1.'],
  [/^Invalid input: expected int/, 'Un nombre entier.'],
  [/^Invalid input/, 'Cette valeur ne convient pas.'],
  [/^Invalid email/, 'Ce n’est pas une adresse électronique.'],
  [/^must be one line of printable text/, 'Une seule ligne de texte.'],
  [/^must be a telephone number/, 'Ce n’est pas un numéro de téléphone.'],
  [/^must be a country code/, 'Deux lettres majuscules, par exemple FR.'],
  [/^must be an http or https address/, 'Une adresse qui commence par https://.'],
  [/^must be an ISO 4217 code/, 'Trois lettres, par exemple EUR.'],
  [/^must be an IANA time zone/, 'Un fuseau horaire, par exemple Europe/Paris.'],
  [/^must be an IBAN/, 'Cet IBAN n’est pas juste\u00a0: sa clé de contrôle ne correspond pas.'],
  [/^must be a BIC/, 'Un BIC a 8 ou 11 caractères.'],
  [/^must be 14 digits/, 'Un SIRET a 14 chiffres.'],
  [/^must be a domain/, 'Un domaine, par exemple exemple.fr.'],
  [/^must be more than zero/, 'Plus que zéro.'],
  [/^must lie between 1900/, 'Cette date n’est pas possible.'],
  [/^must be a whole number/, 'Un nombre entier.'],
  [/^must be a text of 1 to (\d+)/, 'Un texte de 1 à $1 caractères.'],
  [/^must be one of /, 'Choisissez une valeur de la liste.'],
  [/^must be a list of 1 to (\d+)/, 'De 1 à $1 éléments.'],
  [/^must not be nested deeper than (\d+)/, 'Pas plus de $1 niveaux.'],
  [/^There is no tag (#[\p{L}\p{N}_]+)/u, 'La balise $1 n’existe pas.'],
  [/^Levels never fall/, 'Le niveau ne baisse jamais d’une étape à la suivante.'],
  [
    /^Nothing comes before the first step/,
    'Rien ne précède la première étape\u00a0: comptez depuis la facture ou l’échéance.',
  ],
  [/^A step cannot leave before the one it follows/, 'Une étape ne part pas avant celle qu’elle suit.'],
  [/^Two steps have this key/, 'Deux étapes ont le même nom interne.'],
  [/^There is no print provider/, 'Sans prestataire éditique, ce courrier ne part pas tout seul.'],
  [/^There is no SMS provider/, 'Sans prestataire de SMS, l’étape ne part pas toute seule.'],
  [/^A call or a task is done by a person/, 'Un appel ou une tâche se fait à la main.'],
  [/^A step that writes needs a template/, 'Choisissez un modèle.'],
  [/^There is no such template/, 'Ce modèle n’existe plus.'],
  [/^A template of kind/, 'Ce modèle est d’un autre type.'],
  [/^A call or a task has no text/, 'Un appel ou une tâche n’a pas de modèle.'],
  [/^Only a letter has a letter_kind/, 'Seul un courrier a une sorte.'],
  [/^There is no such scenario/, 'Ce scénario n’existe plus.'],
  [/^There is no such user/, 'Cette personne n’existe plus.'],
  [/^There is no such invoice/, 'Cette pièce n’existe plus.'],
  [/^It is due before it is issued/, 'L’échéance ne peut pas précéder la date de la facture.'],
];

/** A field's fault in the page's language; in the API's own words where there are none of ours. */
export function faultSentence(detail: string, language: Language): string {
  if (language === 'en') return detail.charAt(0).toUpperCase() + detail.slice(1);
  for (const [said, french] of FAULTS) {
    const match = said.exec(detail);
    if (match) return french.replace('$1', match[1] ?? '');
  }
  return detail;
}

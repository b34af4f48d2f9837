import { expect, it } from 'vitest';
import { unknownSaid } from '../../console/pages/template/unknown-said.ts';

// The message about words in a template that look like tags and are not.

it('001-04 one, several, and those of the subject, which are not underlined, each in its number', () => {
  const said = (inText: number, all: number) => unknownSaid(inText, all, 'fr');
  const [choose, chooseMany] = [
    'Choisissez une balise de la liste (tapez #), ou retirez le #.',
    'Choisissez des balises de la liste (tapez #), ou retirez les #.',
  ];
  expect(said(1, 1)).toEqual({ title: 'Balise inconnue', hint: `Elle est soulignée en rouge. ${choose}` });
  expect(said(0, 1)).toEqual({ title: 'Balise inconnue', hint: choose });
  expect(said(3, 3)).toEqual({ title: 'Balises inconnues', hint: `Elles sont soulignées en rouge. ${chooseMany}` });
  expect(said(2, 3).hint).toBe(`Celles du texte sont soulignées en rouge. ${chooseMany}`);
  expect(said(1, 3).hint).toBe(`Celle du texte est soulignée en rouge. ${chooseMany}`);
  expect(unknownSaid(2, 2, 'en').title).toBe('Unknown tags');
});

import { describe, expect, it } from 'vitest';
import { addressBlock } from '../../../domain/format/postal-address.ts';
import { labelsOf } from '../../../domain/wording/labels.ts';

const customer = {
  ...{ name: 'Mme Hélène Desrosiers', reference: 'C-1', addressLines: ['27 avenue de la Libération'] },
  ...{ postalCode: '33700', city: 'Mérignac', country: 'FR', contactName: null as string | null },
};
const block = (more: Partial<typeof customer>, attention = labelsOf('fr').attention) =>
  addressBlock({ ...customer, ...more }, { country: 'FR' }, attention);
const STREET = '27 avenue de la Libération';
const CITY = '33700 MÉRIGNAC';

describe('In the block of an address', () => {
  it('what nobody filled in takes no line', () => {
    expect(block({ addressLines: ['', ' ', STREET] })).toEqual(['Mme Hélène Desrosiers', STREET, CITY]);
    expect(block({ postalCode: '', city: '' })).toEqual(['Mme Hélène Desrosiers', STREET]);
    expect(block({ name: '', country: '' })).toEqual([STREET, CITY]);
    const long = 'Zone industrielle des Grands Champs du Bois Joli';
    expect(block({ addressLines: [long, '', 'b', 'c'], country: 'BE' })).toEqual([
      'Mme Hélène Desrosiers',
      'Zone industrielle des Grands Champs d…',
      'b',
      'c',
      CITY,
      'BELGIQUE',
    ]);
  });

  it('only the first four lines of the street count', () => {
    const addressLines = ['a', 'b', 'c', 'd', 'e'];
    expect(block({ addressLines })).toEqual(['Mme Hélène Desrosiers', 'a', 'b', 'c', 'd', CITY]);
  });

  it('the country stands in capitals, unless it is the sender’s, however that is written', () => {
    expect(block({ country: 'France' })).toHaveLength(3);
    expect(block({ country: 'belgique' }).at(-1)).toBe('BELGIQUE');
    expect(block({ country: 'be' }).at(-1)).toBe('BELGIQUE');
  });

  it('the postal code stands behind the town where the post wants it so', () => {
    const london = { postalCode: 'SW1A 1AA', city: 'London', country: 'GB' };
    expect(block(london).slice(-2)).toEqual(['LONDON SW1A 1AA', 'ROYAUME-UNI']);
    expect(block({ postalCode: '1000', city: 'Bruxelles', country: 'BE' }).slice(-2)).toEqual([
      '1000 BRUXELLES',
      'BELGIQUE',
    ]);
  });

  it('the contact is named once, also where the name takes two lines', () => {
    const name = 'Établissements Desrosiers et Fils Constructions';
    expect(block({ name, contactName: name })).toEqual([
      'Établissements Desrosiers et Fils',
      'Constructions',
      STREET,
      CITY,
    ]);
    expect(block({ contactName: 'Mme Hélène Desrosiers' })).toHaveLength(3);
  });

  it('a contact whose name leaves no room for the words before it stands alone, and is cut with a mark', () => {
    const contactOf = (contactName: string) => block({ contactName })[1];
    expect(contactOf('Marie Lefebvre')).toBe('À l’attention de Marie Lefebvre');
    expect(contactOf('Alain Sabatier')).toBe('À l’attention d’Alain Sabatier');
    expect(contactOf('Marie-Christine Lefebvre')).toBe('Marie-Christine Lefebvre');
    expect(contactOf('Maximilienne-Alexandrine de Saint-Hilaire')).toBe('Maximilienne-Alexandrine de Saint-Hil…');
  });

  it('a name of the longest takes as many lines as are free, and is cut only where none is', () => {
    const name =
      'Syndicat des copropriétaires de la résidence Les Jardins de la Fontaine du Bois, représenté par Cabinet Morel';
    const lines = [
      'Syndicat des copropriétaires de la',
      'résidence Les Jardins de la Fontaine',
      'du Bois, représenté par Cabinet Morel',
    ];
    expect(block({ name })).toEqual([...lines, STREET, CITY]);
    expect(block({ name, addressLines: ['a', 'b', STREET] })).toEqual([
      lines[0],
      'résidence Les Jardins de la Fontaine…',
      'a',
      'b',
      STREET,
      CITY,
    ]);
  });

  it('a name of 38 characters takes one line; a longer one breaks at its last space that fits', () => {
    const full = `${'a'.repeat(30)} ${'b'.repeat(7)}`;
    expect(full).toHaveLength(38);
    expect(block({ name: full })[0]).toBe(full);
    expect(block({ name: `${full} cc d` }).slice(0, 2)).toEqual([full, 'cc d']);
    expect(block({ name: `${full}b` }).slice(0, 2)).toEqual(['a'.repeat(30), 'bbbbbbbb']);
  });

  it('a word that fits in no line is cut, not broken', () => {
    expect(block({ name: 'w'.repeat(50) })[0]).toBe(`${'w'.repeat(37)}…`);
    expect(block({ name: 'w'.repeat(50) })).toHaveLength(3);
  });

  it('a street line that is too long takes two, while there is room', () => {
    const long = 'Zone industrielle des Grands Champs du Bois Joli';
    expect(block({ addressLines: [long, 'BP 12'] })).toEqual([
      'Mme Hélène Desrosiers',
      'Zone industrielle des Grands Champs du',
      'Bois Joli',
      'BP 12',
      CITY,
    ]);
  });

  it('the name goes back to one line first, then the street lines, when there is no room', () => {
    const name = 'Établissements Desrosiers et Fils Constructions';
    const cutName = 'Établissements Desrosiers et Fils Con…';
    const long = 'Zone industrielle des Grands Champs du Bois Joli';
    expect(block({ name, addressLines: [long, 'b', 'c'] })).toEqual([
      cutName,
      'Zone industrielle des Grands Champs du',
      'Bois Joli',
      'b',
      'c',
      CITY,
    ]);
    expect(block({ name, addressLines: [long, 'b', 'c', 'd'] })).toEqual([
      cutName,
      'Zone industrielle des Grands Champs d…',
      'b',
      'c',
      'd',
      CITY,
    ]);
  });

  it('abroad, four street lines run on in the lines that are left, each as full as it can be', () => {
    const name = 'Établissements Desrosiers et Fils Constructions';
    const addressLines = ['Bâtiment A, escalier 4, porte droite', 'a1', '12 rue Haute', 'BP 90210'];
    expect(block({ name, addressLines, country: 'BE' })).toEqual([
      'Établissements Desrosiers et Fils Con…',
      'Bâtiment A, escalier 4, porte droite,',
      'a1, 12 rue Haute, BP 90210',
      CITY,
      'BELGIQUE',
    ]);
    const full = ['Bâtiment A, escalier 4, porte nord', 'a', '12 rue Haute', 'BP 90210'];
    expect(block({ name, addressLines: full, country: 'BE' })[1]).toBe('Bâtiment A, escalier 4, porte nord, a,');
  });
});

/** Private persons, with first and last names. */
export const PEOPLE = [
  'Camille Arnaud',
  'Julien Besson',
  'Sylvie Chabert',
  'Mehdi Dahmani',
  'Bernard Estève',
  'Aurélie Fabre',
  'Patrick Gaillard',
  'Louise Hamelin',
  'Karim Idrissi',
  'Françoise Jourdain',
  'Grégory Kermarrec',
  'Martine Lacombe',
  'Olivier Mercadier',
  'Hoa Nguyen',
  'Céline Orsini',
  'Didier Pasquier',
  'Amandine Quéré',
  'Stéphane Rigal',
  'Monique Saulnier',
  'Yves Tissot',
  'Sophie Urbain',
  'Paul Vernhes',
  'Émilie Wagner',
  'Nicolas Ycart',
  'Margaret Ashford',
  'Daniel Whitcombe',
] as const;

/** The private persons who read English. */
export const ENGLISH_PEOPLE: readonly string[] = ['Margaret Ashford', 'Daniel Whitcombe'];

/** Contacts of companies and public bodies. */
export const CLERKS = [
  'Brigitte Allard',
  'Romain Bidault',
  'Claire Cottin',
  'Jérôme Delmas',
  'Anne Fontanel',
  'Vincent Garcin',
  'Isabelle Humbert',
  'Marc Jallet',
  'Laure Lambert',
  'Sébastien Morin',
  'Odile Nivet',
  'Frédéric Perrot',
  'Nathalie Roussel',
  'Alain Sabatier',
  'Valérie Thomasset',
  'Luc Vidal',
] as const;

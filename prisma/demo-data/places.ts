export const CITIES = [
  { postalCode: '69003', city: 'Lyon' },
  { postalCode: '69006', city: 'Lyon' },
  { postalCode: '69100', city: 'Villeurbanne' },
  { postalCode: '69400', city: 'Villefranche-sur-Saône' },
  { postalCode: '42000', city: 'Saint-Étienne' },
  { postalCode: '38000', city: 'Grenoble' },
  { postalCode: '38200', city: 'Vienne' },
  { postalCode: '01000', city: 'Bourg-en-Bresse' },
  { postalCode: '71000', city: 'Mâcon' },
  { postalCode: '73000', city: 'Chambéry' },
  { postalCode: '26000', city: 'Valence' },
  { postalCode: '74000', city: 'Annecy' },
] as const;

export const STREETS = [
  'rue des Tanneurs',
  'rue de la Fontaine',
  'avenue de la République',
  'rue Pasteur',
  'place du Marché',
  'chemin des Vignes',
  'rue Victor-Hugo',
  'quai des Bateliers',
  'boulevard Gambetta',
  'allée des Platanes',
  'montée des Carmes',
  'rue du 11-Novembre',
  'impasse des Lilas',
  'cours Lafayette',
  'route de Genève',
  'rue Jean-Jaurès',
] as const;

export const COMPLEMENTS = [
  'Bâtiment B',
  'Résidence Les Cèdres',
  'Appartement 12',
  'Étage 3',
  'Le Clos Fleuri',
] as const;

import type { DemoThirdParty } from './demo-types.ts';

const at = (addressLine: string, postalCode: string, city: string) => ({
  addressLines: [addressLine],
  postalCode,
  city,
});

/** Estate agencies and one private person who refer customers. */
export const REFERRERS: DemoThirdParty[] = [
  {
    name: 'Agence Plein Sud Immobilier',
    email: 'contact@plein-sud-immobilier.example',
    professional: true,
    ...at('4 place des Terreaux-Neufs', '69001', 'Lyon'),
  },
  {
    name: 'Transaxe Bellecour',
    email: 'gestion@transaxe-bellecour.example',
    professional: true,
    ...at('27 rue des Archers', '69002', 'Lyon'),
  },
  {
    name: 'Immobilier du Lac',
    email: 'bonjour@immobilier-du-lac.example',
    professional: true,
    ...at('9 quai des Cygnes', '74000', 'Annecy'),
  },
  {
    name: 'Agence des Halles',
    email: 'accueil@agence-des-halles.example',
    professional: true,
    ...at('15 cours de la Liberté', '38000', 'Grenoble'),
  },
  {
    name: 'Habitat & Patrimoine Conseil',
    email: 'contact@habitat-patrimoine.example',
    professional: true,
    ...at('62 avenue Foch', '42000', 'Saint-Étienne'),
  },
  {
    name: 'Gérard Peyrol',
    email: 'gerard.peyrol@courrier.example',
    professional: false,
    ...at('3 impasse des Lilas', '69100', 'Villeurbanne'),
  },
];

export const NOTARIES: DemoThirdParty[] = [
  {
    name: 'Étude Delaroche et Simonet',
    email: 'etude@delaroche-simonet.example',
    professional: true,
    ...at('11 place Carnot', '69002', 'Lyon'),
  },
  {
    name: 'Maître Élodie Vauzelle',
    email: 'office@vauzelle-notaire.example',
    professional: true,
    ...at('6 rue du Palais', '38200', 'Vienne'),
  },
  {
    name: 'SCP Bruyas, Notaires',
    email: 'scp@bruyas-notaires.example',
    professional: true,
    ...at('40 boulevard Gambetta', '73000', 'Chambéry'),
  },
];

export const DEMO_THIRD_PARTIES: DemoThirdParty[] = [...REFERRERS, ...NOTARIES];

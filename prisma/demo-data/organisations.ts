interface Organisation {
  name: string;
  tags: string[];
  language?: 'en';
}

/** Companies that sell, let, manage, build or renovate. */
export const COMPANIES: readonly Organisation[] = [
  { name: 'Agence Bellecombe Immobilier', tags: ['agence'] },
  { name: 'Agence du Vieux Port', tags: ['agence', 'compte à surveiller'] },
  { name: 'Immobilière des Trois Rives', tags: ['agence', 'grand compte'] },
  { name: 'Cabinet Rostand Transactions', tags: ['agence'] },
  { name: 'Maison & Mandat', tags: ['agence'] },
  { name: 'L’Adresse des Coteaux', tags: ['agence'] },
  { name: 'Syndic Parc et Façade', tags: ['syndic', 'grand compte'] },
  { name: 'Cabinet Maréchal Copropriétés', tags: ['syndic'] },
  { name: 'Régie Sainte-Foy', tags: ['syndic', 'grand compte'] },
  { name: 'Foncière Lumière', tags: ['bailleur'] },
  { name: 'SCI Les Tilleuls', tags: ['bailleur'] },
  { name: 'SCI Quai Perrache', tags: ['bailleur'] },
  { name: 'SCI du Moulin Neuf', tags: ['bailleur'] },
  { name: 'Habitat Rhône Gestion', tags: ['bailleur', 'grand compte'] },
  { name: 'Rénov’Est Bâtiment', tags: ['travaux'] },
  { name: 'Toitures Bonneval', tags: ['travaux'] },
  { name: 'Démolition Charpin & Fils', tags: ['travaux', 'amiante'] },
  { name: 'Atelier d’architecture Noyer', tags: ['travaux'] },
  { name: 'Menuiserie Lagrange', tags: ['travaux', 'suivi personnalisé'] },
  { name: 'Promotion Confluence', tags: ['promoteur', 'grand compte'] },
  { name: 'Hôtel des Deux Ponts', tags: ['commerce'] },
  { name: 'Alpine Retreats Ltd', tags: ['bailleur', 'étranger'], language: 'en' },
  { name: 'Lyon Property Partners', tags: ['agence', 'étranger'], language: 'en' },
  { name: 'Northgate Estates', tags: ['bailleur', 'étranger'], language: 'en' },
];

export const PUBLIC_BODIES: readonly Organisation[] = [
  { name: 'Commune de Saint-Avit-les-Monts', tags: ['mairie'] },
  { name: 'Commune de Villeneuve-sous-Bois', tags: ['mairie'] },
  { name: 'Office public de l’habitat Val de Saône', tags: ['bailleur social', 'grand compte'] },
  { name: 'Centre hospitalier des Grands Prés', tags: ['hôpital'] },
  { name: 'Collège Simone-Vernier', tags: ['école'] },
  { name: 'Lycée professionnel des Arpents', tags: ['école'] },
  { name: 'Communauté de communes du Haut-Crêt', tags: ['intercommunalité'] },
  { name: 'Département du Rhône-et-Loire', tags: ['département', 'grand compte'] },
  { name: 'Université des Deux Fleuves', tags: ['université'] },
  { name: 'Résidence autonomie Les Glycines', tags: ['CCAS'] },
];

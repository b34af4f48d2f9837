import type { DemoUser } from './demo-types.ts';

const DOMAIN = 'horizon-diagnostics.example';

/**
 * Three collectors and their supervisor. The demonstration's keys for these roles belong to the first user with the
 * role.
 */
export const DEMO_USERS: DemoUser[] = [
  { name: 'Nadia Ferrand', email: `nadia.ferrand@${DOMAIN}`, phone: '01 99 00 41 71', role: 'collector' },
  { name: 'Thomas Lemoine', email: `thomas.lemoine@${DOMAIN}`, phone: '01 99 00 41 72', role: 'collector' },
  { name: 'Inès Caradec', email: `ines.caradec@${DOMAIN}`, phone: '01 99 00 41 73', role: 'collector' },
  { name: 'Hélène Vasseur', email: `helene.vasseur@${DOMAIN}`, phone: '01 99 00 41 74', role: 'supervisor' },
];

/** The administrator of users and keys, who works no case. */
export const DEMO_ADMIN: DemoUser = {
  name: 'Claire Astruc',
  email: `claire.astruc@${DOMAIN}`,
  phone: '01 99 00 41 75',
  role: 'admin',
};

export const COLLECTORS = DEMO_USERS.filter(({ role }) => role === 'collector').map(({ name }) => name);
export const SUPERVISOR = 'Hélène Vasseur';

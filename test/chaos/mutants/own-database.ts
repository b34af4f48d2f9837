import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../../../prisma/migrate.ts';

/** A database for the mutant alone, beside that of the tests, with the migrations of its copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = new pg.Client({ connectionString: process.env['MUTANT_SERVER_URL'] });
  await server.connect();
  const name = `mutant_${project.name.replaceAll('-', '_')}`;
  await server.query(`create database ${name}`);
  const url = new URL(process.env['MUTANT_SERVER_URL']!);
  url.pathname = `/${name}`;
  await applyMigrations(url.href);
  project.provide('databaseUrl', url.href);
  return async () => {
    await server.query(`drop database ${name} with (force)`);
    await server.end();
  };
}

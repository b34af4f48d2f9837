import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { environment } from '../../config/environment.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const CHART = 'deploy/helm/relance';
const ours = new Set([
  ...Object.keys(environment.shape),
  // Variables read outside the schema: files of TLS, the mailbox's and the codec server's own.
  ...['config/tls.ts', 'scripts/mailbox/settings.ts', 'scripts/codec-server/settings.ts'].flatMap(
    (file) => read(file).match(/\b[A-Z]+(_[A-Z]+)+\b/g) ?? [],
  ),
]);

interface Compose {
  services: Record<
    string,
    {
      image?: string;
      command?: string[];
      environment?: Record<string, string>;
      volumes?: string[];
      read_only?: boolean;
    }
  >;
}
const compose = parse(read('deploy/compose/compose.yaml'), { merge: true }) as Compose;
const relances = Object.values(compose.services).filter(({ image }) => image?.startsWith('relance:'));
const files = readdirSync(`${CHART}/templates`);
const templates = files.map((file) => read(`${CHART}/templates/${file}`));
const values = parse(read(`${CHART}/values.yaml`)) as { settings: Record<string, string> };
/** The variables that the chart's templates name, directly or in a list. */
const inTemplates = templates
  .flatMap((text) => [...text.matchAll(/name: ([A-Z][A-Z_]+)\b|^ {2}([A-Z][A-Z_]+):/gm)])
  .map(([, inList, inMap]) => inList ?? inMap ?? '');

const unknown = (names: string[]) => names.filter((name) => !ours.has(name));

describe('What is deployed', () => {
  it('names no variable that no part of the product reads', () => {
    expect(relances.length).toBeGreaterThan(5);
    expect(unknown(relances.flatMap((service) => Object.keys(service.environment ?? {})))).toEqual([]);
    expect(inTemplates.length).toBeGreaterThan(5);
    expect(unknown([...inTemplates, ...Object.keys(values.settings)])).toEqual([]);
    expect(unknown(['DATABASE_ULR'])).toEqual(['DATABASE_ULR']);
  });

  it('sets all that a process cannot do without', () => {
    const { worker, api } = compose.services;
    for (const service of [worker, api])
      expect(Object.keys(service?.environment ?? {})).toEqual(
        expect.arrayContaining(['DATABASE_URL', 'TEMPORAL_ADDRESS']),
      );
  });

  it('hands on every setting that a machine of one’s own may need', () => {
    // What the file itself decides, what only clusters and Temporal Cloud need, and servers that replace the bundled ones.
    const not =
      /^(RELANCE_.+|TEMPORAL_(API_KEY|TASK_QUEUE)|(API|WORKER_METRICS)_.+|(RESEND|MERCI_FACTEUR|BREVO)_BASE_URL)$/;
    const wanted = Object.keys(environment.shape).filter((name) => !not.test(name));
    for (const service of [compose.services['worker'], compose.services['api']])
      expect(Object.keys(service?.environment ?? {})).toEqual(expect.arrayContaining(wanted));
  });

  it('starts parts that are there, with a root that cannot be written', () => {
    const entries = [...read('scripts/parts.mjs').matchAll(/^ {2}'?([a-z-]+)'?: '(.+)',$/gm)];
    expect(entries.length).toBeGreaterThan(5);
    for (const [, , file] of entries) expect([file, existsSync(file!)]).toEqual([file, true]);
    const parts = entries.map(([, part]) => part);
    expect(parts).toEqual(expect.arrayContaining(relances.map(({ command }) => command?.[0])));
    expect(relances.every((service) => service.read_only)).toBe(true);
    const started = templates.flatMap((text) => [...text.matchAll(/args: \[([a-z-]+)\]|"part" "([a-z-]+)"/g)]);
    expect(parts).toEqual(expect.arrayContaining(started.map(([, arg, part]) => arg ?? part)));
    expect(started.length).toBe(6);
  });

  it('gives every volume of ours to the user that writes it, who makes no folder beside the product', () => {
    const folders = relances.flatMap(({ volumes }) => volumes ?? []).map((volume) => volume.split(':')[1]);
    expect(folders).toEqual(['/mailbox']);
    const [, image = ''] = read('deploy/Dockerfile').split(/^ENV NODE_ENV/m);
    const [asRoot = ''] = image.split(/^USER node$/m);
    for (const folder of folders) expect(asRoot).toMatch(new RegExp(`^RUN install -d -o node -g node ${folder}$`, 'm'));
  });

  it('says of the one secret that stands in an address which letters it may have', () => {
    expect(compose.services['worker']?.environment?.['DATABASE_URL']).toContain('POSTGRES_PASSWORD');
    expect(read('deploy/compose/env.example')).toMatch(/^# Letters and digits only.*\nPOSTGRES_PASSWORD=$/m);
  });

  it('can restart what reads a secret at its start, and every such secret stands with its rotation', () => {
    for (const part of ['api', 'worker']) {
      const text = templates[files.indexOf(`${part}.yaml`)]!;
      expect(text).toMatch(/^ {8}relance\/secret: \{\{ \.Values\.secretRevision/m);
    }
    const rows =
      read('docs/security.md')
        .match(/^\| .*$/gm)
        ?.join('\n') ?? '';
    const secrets = Object.keys(environment.shape).filter((name) =>
      /(^DATABASE_URL|_(KEY|KEYS|SECRET|SECRETS|PASSWORD|PATH))$/.test(name),
    );
    expect(secrets.length).toBeGreaterThan(12);
    expect(secrets.filter((name) => !rows.includes(`\`${name}\``))).toEqual([]);
  });

  it('releases as the runbook says: by builds beside each other, of which the new one is made current, or one after the other', () => {
    const templateOf = (part: string) => templates[files.indexOf(`${part}.yaml`)]!;
    const [withBuild = '', without = ''] = /if include "relance.build"[^]*?strategy[^]*?end \}\}/
      .exec(templateOf('worker').slice(templateOf('worker').indexOf('strategy') - 60))![0]
      .split('{{- else }}');
    expect([withBuild, without]).toEqual([
      expect.stringContaining('rollingUpdate'),
      expect.stringContaining('type: Recreate'),
    ]);
    expect(templateOf('worker')).toMatch(/^ {2}name: \{\{ include "relance.worker" \. \}\}$/m);
    expect(templateOf('worker')).toContain('helm.sh/resource-policy: keep');
    // The worker resource that is kept reads the next release's settings, so its own build id is set beside them.
    expect(templateOf('worker')).toMatch(/name: RELANCE_BUILD_ID, value:/);
    expect(templateOf('make-current')).toMatch(/helm.sh\/hook: post-install,post-upgrade$/m);
    expect(values.settings).toHaveProperty('RELANCE_BUILD_ID', '');
  });

  it('says where whoever takes it away or goes back will read it that kept workers go on sending, and which way back there is', () => {
    const notes = templates[files.indexOf('NOTES.txt')]!;
    const guide = read('docs/scale.md').replaceAll(/\s+/g, ' ');
    for (const text of [notes.replaceAll(/\s+/g, ' '), guide]) {
      expect(text).toMatch(/`helm uninstall` leaves (the )?workers running/);
      expect(text).toMatch(/Never `helm rollback` nor `--atomic`/);
      expect(text).toMatch(/The way back is `helm upgrade`/);
    }
    expect(notes).toContain('app.kubernetes.io/component=worker');
  });

  it('lets Postgres write down no value of a row that it refuses', () => {
    expect(compose.services['postgres']?.command).toContain('log_error_verbosity=terse');
  });

  it('lets bounces be tried in the mailbox: whatever has an API to tell has a secret of its own to sign with, and not Resend’s', () => {
    const telling = 'RELANCE_API_URL';
    const services = relances.filter((service) => telling in (service.environment ?? {}));
    expect(services).toHaveLength(1);
    for (const { environment: named } of services) {
      expect(named).toHaveProperty('MAILBOX_WEBHOOK_SECRET');
      expect(named).not.toHaveProperty('RESEND_WEBHOOK_SECRET');
    }
    const drawn = templates.filter((text) => text.includes(telling));
    expect(drawn).toHaveLength(1);
    for (const text of drawn) expect(text).toMatch(/name: MAILBOX_WEBHOOK_SECRET(?![^]*RESEND_WEBHOOK_SECRET)/);
  });

  it('takes people in where nothing may be installed: `user` is a part of the image', () => {
    const { status, stdout } = spawnSync(process.execPath, ['deploy/start.mjs', 'user', '--help'], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('add [options]')]);
    const { status: refused, stderr } = spawnSync(process.execPath, ['deploy/start.mjs', 'usr'], { encoding: 'utf8' });
    expect([refused, stderr]).toEqual([1, expect.stringContaining('Say which part to run: api, ')]);
  });

  it('draws for API, workers and migration what a cluster of one’s own mounts, and lets Prometheus in to both', () => {
    const [network = ''] = templates.filter((text) => text.includes('kind: NetworkPolicy'));
    expect(network.match(/\.Values\.networkPolicy\.metricsFrom/g)).toHaveLength(2);
    const templateOf = (part: string) => templates[files.findIndex((file) => file.startsWith(part))];
    for (const part of ['api', 'worker', 'migrate']) expect(templateOf(part)).toContain('include "relance.volumes"');
    for (const part of ['api', 'worker', '_names']) expect(templateOf(part)).toContain('include "relance.mounts"');
  });

  // Where Helm is installed: the chart as a cluster would get it, and its refusal when a value is missing.
  it.skipIf(spawnSync('helm', ['version']).error !== undefined)(
    'is a chart that Helm draws, and not without its Secret',
    () => {
      const needed = ['--set', 'existingSecret=s', '--set', 'settings.TEMPORAL_ADDRESS=t:7233'];
      const args = ['template', 'r', CHART, '--kube-version', '1.31.0'];
      const kinds = parseAllDocuments(execFileSync('helm', [...args, ...needed], { encoding: 'utf8' })).map(
        (document) => (document.toJS() as { kind?: string } | null)?.kind,
      );
      for (const kind of ['Deployment', 'Job', 'PodDisruptionBudget', 'NetworkPolicy', 'Service'])
        expect(kinds).toContain(kind);
      expect(spawnSync('helm', args).status).not.toBe(0);
    },
  );
});

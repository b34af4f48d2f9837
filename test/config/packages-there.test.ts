import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagesAreThere } from '../../scripts/packages-there.mjs';

type Packages = Parameters<typeof packagesAreThere>[0];

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Packages;
};
const MACHINES = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64'].map((name) => {
  const [platform = '', arch = ''] = name.split('-');
  return { name, platform, arch };
});

/** The packages that npm installs from the lockfile, on a system with glibc. */
function installedOn({ platform, arch }: { platform: string; arch: string }): Packages {
  const fits = (list: string[] | undefined, one: string) => !list || list.includes(one);
  return Object.fromEntries(
    Object.entries(packages).filter(
      ([, { os, cpu, libc }]) => fits(os, platform) && fits(cpu, arch) && fits(libc, 'glibc'),
    ),
  );
}

describe('What is installed', () => {
  it.each(MACHINES)('on $name is taken for installed there', (machine) => {
    expect(packagesAreThere(packages, installedOn(machine), machine)).toBe(true);
  });

  it.each(MACHINES)(
    'on $name is not taken for installed on any other system, as a folder that is mounted there',
    (machine) => {
      const others = MACHINES.filter(({ name }) => name !== machine.name);
      const taken = others.filter((other) => packagesAreThere(packages, installedOn(machine), other));
      expect(taken.map(({ name }) => name)).toEqual([]);
    },
  );

  it('lacks nothing that every system needs, in the version that is wanted', () => {
    const wanted = {
      '': {},
      a: { version: '2.0.0' },
      b: { version: '1.0.0', optional: true },
      c: { version: '1.0.0', peer: true },
    };
    const machine = { platform: 'linux', arch: 'x64' };
    expect(packagesAreThere(wanted, { a: { version: '2.0.0' } }, machine)).toBe(true);
    expect(packagesAreThere(wanted, { a: { version: '1.9.0' } }, machine)).toBe(false);
    expect(packagesAreThere(wanted, {}, machine)).toBe(false);
  });
});

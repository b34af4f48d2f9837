// Loaded into every Node process of a measured stack with `-- --profile FOLDER`: writes a CPU profile when the process
// ends. (Node does not allow --cpu-prof in NODE_OPTIONS.)
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { basename, join } from 'node:path';

const folder = process.env.RELANCE_PROFILE;
if (folder) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
  process.on('exit', () => {
    const part = basename(process.argv.find((arg) => arg.endsWith('.ts')) ?? 'process', '.ts');
    session.post('Profiler.stop', (_, { profile }) => {
      writeFileSync(join(folder, `${part}-${process.pid}.cpuprofile`), JSON.stringify(profile));
    });
  });
}

import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const CONNECT_WITHIN_MS = 8_000;
const platforms: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };
const architectures: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Downloads the newest Temporal CLI from Temporal's own site to `target`. Returns null, or why it could not, in a few
 * words.
 */
export async function downloadServer(
  target: string,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<string | null> {
  const platform = platforms[process.platform];
  const architecture = architectures[process.arch];
  if (!platform || !architecture) return `it has none for ${process.platform} on ${process.arch}`;
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), 'download-'));
  try {
    const archive = join(folder, 'temporal.tar.gz');
    await fetchTo(
      `https://temporal.download/cli/archive/latest?platform=${platform}&arch=${architecture}`,
      archive,
      log,
      signal,
    );
    const { status } = spawnSync('tar', ['-xzf', archive, '-C', folder, 'temporal']);
    if (status !== 0) return 'what it sent is not an archive with a `temporal` in it';
    renameSync(join(folder, 'temporal'), target);
    return null;
  } catch (error) {
    return `it could not be reached: ${reasonOf(error)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchTo(url: string, file: string, log: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const connecting = new AbortController();
  const timer = setTimeout(() => connecting.abort(new Error('no answer in 8 s')), CONNECT_WITHIN_MS);
  const signals = signal ? [signal, connecting.signal] : [connecting.signal];
  const response = await fetch(url, { signal: AbortSignal.any(signals) }).finally(() => clearTimeout(timer));
  if (!response.ok || !response.body) throw new Error(`it answered ${response.status}`);
  const totalMb = Math.round(Number(response.headers.get('content-length') ?? 0) / 1e6);
  let bytes = 0;
  const ticker = setInterval(
    () => log(`Downloading the Temporal server … ${Math.round(bytes / 1e6)} of ${totalMb || '?'} MB`),
    3000,
  );
  try {
    const body = Readable.fromWeb(response.body as never);
    body.on('data', (chunk: Buffer) => (bytes += chunk.length));
    await pipeline(body, createWriteStream(file));
  } finally {
    clearInterval(ticker);
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message;
}

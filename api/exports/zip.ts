import { Readable } from 'node:stream';
import yazl from 'yazl';

/** A file of an archive; its bytes are read when their turn comes. */
export interface ZipEntry {
  path: string;
  read: () => Promise<Uint8Array | string> | AsyncIterable<string>;
}

/**
 * An archive that is made while it is sent: the next entry is read once the previous one has been sent, so that at most one
 * case is in memory. An error breaks the stream off.
 */
export function zipOf(entries: AsyncIterable<ZipEntry>, writtenAt: Date): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  const broken = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', broken);
  let giveUp: (why: Error) => void = () => undefined;
  output.once('close', () => {
    giveUp(new Error('nobody reads the archive any more'));
  });
  const write = async () => {
    for await (const { path, read } of entries) {
      await new Promise<void>((resolve, reject) => {
        giveUp = reject;
        zip.addReadStreamLazy(path, { mtime: writtenAt }, (give) => {
          open(read).then((content) => {
            content.once('end', resolve);
            content.once('error', reject);
            give(null, content);
          }, reject);
        });
      });
    }
    zip.end();
  };
  write().catch(broken);
  return output;
}

async function open(read: ZipEntry['read']): Promise<Readable> {
  const content = read();
  if (!('then' in content)) return Readable.from(content);
  const bytes = await content;
  return Readable.from([typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes]);
}

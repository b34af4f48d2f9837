import { describe, expect, it } from 'vitest';
import { filenameOf } from '../../api/attachments/file-types.ts';
import { file } from '../../api/frame/answer.ts';

const PDF = 'application/pdf';
const sent = (filename: string) =>
  String(file({ contentType: PDF, bytes: new Uint8Array(), filename }).headers['Content-Disposition']);

describe('a file that is downloaded', () => {
  it('says its name in the characters that the header allows', () => {
    expect(sent("L'été (2).pdf")).toMatch(/^attachment; .*filename\*=UTF-8''L%27%C3%A9t%C3%A9%20%282%29\.pdf$/);
    expect(sent('relances-R1.pdf')).toBe('attachment; filename=relances-R1.pdf');
  });

  it.each(["L'avis (2).pdf", 'Relève “échéance”; n° 3.pdf', 'a%20b.pdf', 'dossier n°1 œuvre.pdf'])(
    'is kept under the name that it was downloaded with when it is handed in again: %s',
    (name) => {
      const kept = name.replace(/[“”]/g, '');
      expect(filenameOf(null, sent(kept), PDF)).toBe(kept);
    },
  );
});

describe('a file that is handed in', () => {
  it.each([
    ["attachment; filename=plain.pdf; filename*=UTF-8''relev%C3%A9.pdf", 'relevé.pdf'],
    ['attachment; filename="un \\"deux\\".pdf"', 'un deux.pdf'],
    ['attachment; filename="a;b.pdf"', 'a;b.pdf'],
    ["attachment; filename=ok.pdf; filename*=UTF-8''%zz", 'ok.pdf'],
    ['attachment', 'piece-jointe.pdf'],
    ['', 'piece-jointe.pdf'],
    [null, 'piece-jointe.pdf'],
  ])('that says %s is named %s', (disposition, name) => expect(filenameOf(null, disposition, PDF)).toBe(name));
});

/** One PDF with all pages in the order given; the same bytes for the same input. */
export async function mergePdfs(pdfs: readonly Uint8Array[]): Promise<Uint8Array> {
  // Half a second of every start, for what few requests need.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const merged = await PDFDocument.create({ updateMetadata: false });
  for (const pdf of pdfs) {
    const source = await PDFDocument.load(pdf, { updateMetadata: false });
    const pages = await merged.copyPages(source, source.getPageIndices());
    for (const page of pages) merged.addPage(page);
  }
  return merged.save();
}

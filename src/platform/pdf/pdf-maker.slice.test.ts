import { afterAll, describe, expect, test } from 'vitest';
import { PdfMaker } from './pdf-maker.ts';

const maker = new PdfMaker();
afterAll(() => maker.stop());

const TEMPLATE = `#let data = json(bytes(sys.inputs.data))
#set document(title: "A test")
#set text(lang: "en")
= A test
#data.words
#if data.at("lettersLost", default: false) [Some letters are missing.]`;
const NOW = Date.parse('2026-10-12T18:20:00Z');

const make = async (words: string) => {
  const pdf = await maker.make({ template: TEMPLATE, data: { words }, nowMs: NOW });
  return Buffer.from(pdf).toString('latin1');
};

describe('a PDF', () => {
  test('is tagged, says its language and that it is PDF/UA-1', async () => {
    const pdf = await make('Zoë Ánh O’Brien');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Lang');
    expect(pdf).toMatch(/pdfuaid:part/);
  });

  test('takes text as text: what looks like a program is printed, not run', async () => {
    await expect(make('#read("/etc/passwd") $x$ *bold* #pagebreak() \\ " ] }')).resolves.toContain('%PDF-');
  });

  test('is still made when no font has a letter', async () => {
    await expect(make('Sister of 🙂 and \u{E123}')).resolves.toContain('%PDF-');
  });

  test('several at once, each its own', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, (_, n) => make(`number ${n}`)));
    expect(new Set(many).size).toBe(8);
  });

  test('a template that is wrong fails, and the next one is made', async () => {
    await expect(maker.make({ template: '#nothing-of-that-name', data: {}, nowMs: NOW })).rejects.toThrow(
      'does not compile',
    );
    await expect(make('on we go')).resolves.toContain('%PDF-');
  });
});

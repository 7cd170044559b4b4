/**
 * The worker's own program, as text: it then runs the same from sources, under test and from the built bundle, none of
 * which agree on where a file of its own would lie. It takes `{id, source, data}`, answers `{id, pdf}` or
 * `{id, unprintable}` (letters no font has) or `{id, error}`. Diagnostics name places in the template and single
 * letters, so what they say is not passed on.
 */
export const WORKER_SOURCE = String.raw`
const { parentPort, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const { NodeCompiler } = createRequire(workerData.from)('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: workerData.fonts.map((path) => readFileSync(path)) }] });

// Letters stand in the message as Rust writes them: some as themselves, some as \u{e123}.
function plain(letters) {
  return letters.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)));
}
function unprintable(error) {
  const named = String(error).matchAll(/the text .{0,4}"(.+?)\\?".{0,3} could not be displayed/gu);
  return [...new Set([...named].map((match) => plain(match[1])))];
}

parentPort.on('message', ({ id, source, data, at }) => {
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { data } });
    if (compiled.hasError() || !compiled.result) return parentPort.postMessage({ id, error: 'the template does not compile' });
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: at });
    parentPort.postMessage({ id, pdf: new Uint8Array(pdf) });
  } catch (error) {
    const letters = unprintable(error && error.message ? error.message : error);
    parentPort.postMessage(letters.length > 0 ? { id, unprintable: letters } : { id, error: 'the PDF could not be made' });
  } finally {
    compiler.evictCache(10);
  }
});
`;

/**
 * Packs what was built: each file also compressed, as the server hands it out. Fails when the first page of somebody
 * who came to chat would weigh more than it may.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const OUT = process.env.PARLEY_CLIENT_OUT ?? '../../../target/classes/client';
const TEXT = new Set(['.js', '.css', '.html', '.svg', '.json']);
const MAX_FIRST_LOAD = 200_000;

/** What a chat user loads: the entry, and the pages that they open first. */
const FIRST = ['index.html', 'src/features/chat/components/chat-page.tsx'];

function files(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(directory, entry.name)) : [join(directory, entry.name)],
  );
}

function compress(file) {
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}

function firstLoad(manifest) {
  const seen = new Set();
  const wanted = new Set(['index.html']);
  const add = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    wanted.add(chunk.file);
    (chunk.css ?? []).forEach((css) => wanted.add(css));
    (chunk.imports ?? []).forEach(add);
  };
  FIRST.forEach(add);
  return [...wanted];
}

const manifest = JSON.parse(readFileSync(join(OUT, '.vite/manifest.json'), 'utf8'));
files(OUT)
  .filter((file) => TEXT.has(extname(file)))
  .forEach(compress);
const weight = firstLoad(manifest)
  .map((file) => statSync(join(OUT, `${file}.gz`)).size)
  .reduce((sum, size) => sum + size, 0);
console.log(
  `First load of a chat user: ${Math.round(weight / 1000)} kB compressed, of ${MAX_FIRST_LOAD / 1000} kB.`,
);
if (weight > MAX_FIRST_LOAD) {
  console.error('That is too much: load later what is not needed at once.');
  process.exit(1);
}

// wink-nlp with its English lite web model: the full pipe that it offers (no parser).
// Protocol: see ../pipe_speed.c. usage: node wink_peer.mjs FILE [PIPE,...]
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'node_modules', 'x.js'));
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');
const nlp = winkNLP(model);
const documents = readFileSync(process.argv[2], 'utf8').split('\x1e');
const words = documents.reduce((n, d) => n + (d.match(/\S+/g) || []).length, 0);
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  void line;
  const start = process.hrtime.bigint();
  let tokens = 0;
  for (const document of documents) tokens += nlp.readDoc(document).tokens().length();
  console.log(Number(process.hrtime.bigint() - start) / 1e9, words, tokens);
}

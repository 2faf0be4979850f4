/**
 * npm run train [-- FOLDER]
 *
 * Trains models/en.bin and writes its card, models/en.md, from the files in FOLDER (default
 * ../shared/data). The same files make the same bytes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { readModel } from '../src/classifier/model-file.js';
import { modelCard } from './train/card.js';
import { readRows, TRAINING_FILES } from './train/rows.js';
import { trainModel } from './train/train-model.js';

const folder = resolve(process.env['INIT_CWD'] ?? '.', process.argv[2] ?? '../shared/data');
const files = TRAINING_FILES.map((file) => ({ file, rows: readRows(folder, file) }));
const data = files.map(({ file, rows }) => ({
  file,
  sha256: createHash('sha256').update(readFileSync(`${folder}/${file}`)).digest('hex'),
  rows: rows.length,
}));
const rows = files.flatMap((each) => each.rows);
const bytes = trainModel(rows, data);
writeFileSync('models/en.bin', bytes);
writeFileSync('models/en.md', modelCard(readModel(bytes), { rows, folder }));
process.stdout.write(`models/en.bin: ${bytes.length} bytes, ${readModel(bytes).digest}\n`);

import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';

import { GatepostError } from '../domain/errors.js';
import type { ImportFormat } from '../domain/imported.js';
import { encodingOf, formatOf } from '../formats/detect.js';
import { IMPORT_SNIFFED_BYTES } from '../limits/transfer.js';
import { codeOf } from '../store/errors.js';
import { UsageError } from './command.js';

/** A file that is read piece by piece; one that was packed with gzip is unpacked on the way. */
export interface ImportFile {
  readonly bytes: number;
  readonly format: ImportFormat;
  /** By which it is known again: its SHA-256, and as what it is read. */
  readonly digest: string;
  /** Its text; `onBytes` is told how much of the file has been read. */
  pieces(onBytes: (read: number) => void): AsyncGenerator<string>;
}

/** Reads so much of a file at once: what a lot of comments takes. */
const CHUNK_BYTES = 262_144;

/**
 * Looks a file over.
 *
 * @throws UsageError for what cannot be told to be a file of comments.
 */
export async function importFile(path: string, as: ImportFormat | null): Promise<ImportFile> {
  const { size } = statSync(path);
  const { digest, packed } = await digestOf(path);
  const beginning = await beginningOf(path, packed);
  const format = as ?? formatOf(beginning);
  if (format === null) {
    throw new UsageError(
      `${path} is no export of WordPress, Disqus or Gatepost and no NDJSON: name its --format`,
    );
  }
  const decoder = decoderOf(encodingOf(beginning));
  return {
    bytes: size,
    format,
    digest: `${format}:${digest}`,
    pieces: async function* pieces(onBytes) {
      const { unpacked, read } = opened(path, packed);
      for await (const chunk of chunksOf(unpacked)) {
        onBytes(read());
        yield decoder.decode(chunk, { stream: true });
      }
      yield decoder.decode();
    },
  };
}

function opened(path: string, packed: boolean): { unpacked: Readable; read: () => number } {
  const raw = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const through = packed ? createGunzip({ chunkSize: CHUNK_BYTES }) : new PassThrough();
  // What goes wrong on the way ends the last stream, and whoever reads it is told.
  return { unpacked: pipeline(raw, through, () => undefined), read: () => raw.bytesRead };
}

/** @throws GatepostError where what was packed cannot be unpacked to its end. */
async function* chunksOf(unpacked: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of unpacked) yield chunk as Buffer;
  } catch (error) {
    if (!(error instanceof Error) || !codeOf(error).startsWith('Z_')) throw error;
    throw new GatepostError(
      'invalid_request',
      `The file cannot be unpacked, as it is damaged or was not copied as a whole: ${error.message}.`,
    );
  }
}

async function digestOf(path: string): Promise<{ digest: string; packed: boolean }> {
  const hash = createHash('sha256');
  let packed: boolean | null = null;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer;
    packed ??= bytes[0] === 0x1f && bytes[1] === 0x8b;
    hash.update(bytes);
  }
  return { digest: hash.digest('hex'), packed: packed ?? false };
}

async function beginningOf(path: string, packed: boolean): Promise<string> {
  let text = '';
  for await (const chunk of chunksOf(opened(path, packed).unpacked)) {
    text += chunk.toString('utf8');
    if (text.length >= IMPORT_SNIFFED_BYTES) break;
  }
  return text.slice(0, IMPORT_SNIFFED_BYTES);
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new UsageError(`the file is in an encoding that is not known: ${encoding}`);
  }
}

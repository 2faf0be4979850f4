import sax, { type Tag } from 'sax';

import { GatepostError } from '../domain/errors.js';
import {
  IMPORT_ATTRIBUTES_MAX,
  IMPORT_DEPTH_MAX,
  IMPORT_FIELD_LENGTH_MAX,
} from '../limits/transfer.js';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of a file while it is read. */
export interface XmlListener {
  /** The elements whose text is wanted; with what stands in elements within them. */
  readonly fields: ReadonlySet<string>;
  open(name: string, attributes: Attributes): void;
  /** `text` is null for elements that are not wanted. */
  close(name: string, text: string | null): void;
  /** The file is not well-formed here; reading goes on. */
  broken(): void;
}

export interface XmlReader {
  /** Counts from 1. */
  line(): number;
  /** @throws GatepostError `invalid_request` for what no comments file has. */
  write(text: string): void;
  /** @throws GatepostError `invalid_request` for a file that stops in the middle. */
  end(): void;
}

/** A field while it is read; what is longer than it may be is not kept. */
interface Capture {
  readonly depth: number;
  text: string;
}

/**
 * Reads XML as it comes in, in bounded memory. Document type declarations are passed over and the
 * entities that they declare stay as they are written: nothing is fetched and nothing grows.
 */
export function xmlReader(listener: XmlListener): XmlReader {
  const parser = sax.parser(true, { position: true });
  // A copy without what every object has: `&constructor;` is no entity.
  const known = Object.getPrototypeOf(parser.ENTITIES) as Record<string, string>;
  parser.ENTITIES = Object.assign(Object.create(null), known) as Record<string, string>;
  let depth = 0;
  let attributes = 0;
  let capture: Capture | null = null;
  let ending = false;
  const keep = (text: string): void => {
    if (capture === null || capture.text.length > IMPORT_FIELD_LENGTH_MAX) return;
    capture.text += text.slice(0, IMPORT_FIELD_LENGTH_MAX + 1 - capture.text.length);
  };
  const refuse = (why: string): never => {
    throw unreadable(`${why} (line ${parser.line + 1})`);
  };
  parser.onopentagstart = () => {
    attributes = 0;
  };
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > IMPORT_ATTRIBUTES_MAX) refuse('An element has too many attributes');
  };
  parser.onopentag = (tag) => {
    depth += 1;
    if (depth > IMPORT_DEPTH_MAX) refuse('Elements are nested too deeply');
    if (capture !== null) return;
    if (listener.fields.has(tag.name)) capture = { depth, text: '' };
    listener.open(tag.name, (tag as Tag).attributes);
  };
  parser.ontext = keep;
  parser.oncdata = keep;
  parser.onclosetag = (name) => {
    const closing = depth;
    depth -= 1;
    if (capture !== null && closing > capture.depth) return;
    const text = capture?.text ?? null;
    capture = null;
    listener.close(name, text);
  };
  parser.onerror = ({ message }) => {
    if (message.startsWith('Max buffer length')) refuse('A tag or a declaration does not end');
    if (ending) refuse('The file stops in the middle: it was not copied as a whole');
    parser.resume();
    listener.broken();
  };
  return {
    line: () => parser.line + 1,
    write: (text) => {
      parser.write(text);
    },
    end: () => {
      ending = true;
      parser.close();
    },
  };
}

export function unreadable(why: string): GatepostError {
  return new GatepostError('invalid_request', `${why}.`);
}

import type { ImportEntry } from '../domain/imported.js';
import { IMPORT_FIELDS_MAX } from '../limits/transfer.js';
import type { ImportReader } from './import-reader.js';
import { type Attributes, xmlReader } from './xml-reader.js';

/** An element that is told as a whole, with the fields inside it. */
export interface XmlRecord {
  readonly name: string;
  readonly attributes: Attributes;
  /** Where it begins, from 1. */
  readonly line: number;
  /** The text of a field, trimmed; null where there is none or it is blank. */
  text(field: string): string | null;
  /** The text of a field as it stands. */
  exact(field: string): string;
  /** An attribute of an element inside it. */
  attribute(field: string, name: string): string | null;
}

export interface RecordShape {
  /** Elements that are records, with the record in which they stand; null for none. */
  readonly records: Readonly<Record<string, string | null>>;
  readonly fields: ReadonlySet<string>;
  /** Told of each record when it ends, and of the records that it stands in, innermost first. */
  complete(record: XmlRecord, within: readonly XmlRecord[]): ImportEntry | null;
}

interface OpenRecord extends XmlRecord {
  readonly texts: Map<string, string>;
  readonly inner: Map<string, Attributes>;
}

/** Reads XML as records of fields; what is not well-formed is told as `not_readable`. */
export function xmlRecords({ records, fields, complete }: RecordShape): ImportReader {
  const open: OpenRecord[] = [];
  let found: ImportEntry[] = [];
  const reader = xmlReader({
    fields,
    open: (name, attributes) => {
      if (Object.hasOwn(records, name) && (open[0]?.name ?? null) === records[name]) {
        open.unshift(opened(name, attributes, reader.line()));
      } else {
        const inner = open[0]?.inner;
        if (inner !== undefined && inner.size < IMPORT_FIELDS_MAX) inner.set(name, attributes);
      }
    },
    close: (name, text) => {
      const [record, ...within] = open;
      if (record === undefined) return;
      if (text !== null) {
        const { texts } = record;
        // The first counts: what a nested element of the same name says comes later.
        if (texts.size < IMPORT_FIELDS_MAX && !texts.has(name)) texts.set(name, text);
      } else if (name === record.name) {
        open.shift();
        const entry = complete(record, within);
        if (entry !== null) found.push(entry);
      }
    },
    broken: () => {
      const position = { line: reader.line(), external_id: null };
      found.push({ position, skipped: 'not_readable' });
    },
  });
  const taken = (): readonly ImportEntry[] => {
    const entries = found;
    found = [];
    return entries;
  };
  return {
    read: (text) => {
      reader.write(text);
      return taken();
    },
    end: () => {
      reader.end();
      return taken();
    },
  };
}

function opened(name: string, attributes: Attributes, line: number): OpenRecord {
  const texts = new Map<string, string>();
  const inner = new Map<string, Attributes>();
  const text = (field: string): string | null => texts.get(field)?.trim() || null;
  return {
    name,
    attributes,
    line,
    texts,
    inner,
    text,
    exact: (field) => texts.get(field) ?? '',
    attribute: (field, key) => inner.get(field)?.[key]?.trim() || null,
  };
}

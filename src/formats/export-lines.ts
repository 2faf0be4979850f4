import { EXPORT_VERSION, type ExportEnd, type ExportHeader, type ExportRow } from '../domain/export.js';
import { type Line, lineCutter } from './lines.js';
import { unreadable } from './xml-reader.js';

export type ExportLine = ExportHeader | ExportRow | ExportEnd;

/** Reads what `gatepost export` wrote. */
export interface ExportReader {
  /** @throws GatepostError `invalid_request` for a line that an export does not have. */
  read(text: string): readonly ExportLine[];
  end(): readonly ExportLine[];
}

export function exportReader(): ExportReader {
  const lines = lineCutter();
  return {
    read: (text) => lines.cut(text).map(lineOf),
    end: () => lines.rest().map(lineOf),
  };
}

type Json = Readonly<Record<string, unknown>>;

function lineOf({ number, text }: Line): ExportLine {
  const said = jsonOf(text);
  if (isHeader(said) || isRow(said) || isEnd(said)) return said;
  const version = said['gatepost_export'];
  if (typeof version === 'number' && version > EXPORT_VERSION) {
    throw unreadable('The file was written by a later version of Gatepost');
  }
  throw unreadable(`Line ${number} is not a line of an export`);
}

function jsonOf(text: string | null): Json {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function isHeader(said: object): said is ExportHeader {
  const { gatepost_export: version, site, record_head: head } = said as Json;
  if (version !== EXPORT_VERSION || !isObject(site) || !isObject(head)) return false;
  const texts = [site['id'], site['name'], site['created_at'], head['hash']];
  return texts.every((text) => typeof text === 'string') && Number.isSafeInteger(head['sequence']);
}

function isRow(said: object): said is ExportRow {
  const { table, row } = said as Json;
  if (typeof table !== 'string' || !isObject(row)) return false;
  return Object.values(row).every(
    (value) => value === null || typeof value === 'string' || typeof value === 'number',
  );
}

function isEnd(said: object): said is ExportEnd {
  const { end } = said as Json;
  return isObject(end) && Number.isSafeInteger(end['rows']);
}

import { dataFrameFromJSON, type DataFrameJSON } from '@grafana/data';
import { type Frame } from '../../domain/frames';
import { arrayOf, isRecord } from '../json';

/**
 * Decodes frames as `/api/ds/query` writes them, NaN and ±Infinity and sub-millisecond times included. The JSON must
 * not be used afterwards: decoding reuses its arrays.
 * @throws Error when an entry is not a frame.
 */
export function decodeFrames(frames: unknown): Frame[] {
  return arrayOf(frames).map((json) => {
    if (!isFrameJson(json)) {
      throw new Error('an entry of `frames` is not a frame');
    }
    return dataFrameFromJSON(json);
  });
}

function isFrameJson(json: unknown): json is DataFrameJSON {
  if (!isRecord(json) || !isRecord(json.schema) || !Array.isArray(json.schema.fields)) {
    return false;
  }
  const columns = json.schema.fields.length;
  const { data } = json;
  return data === undefined || (isRecord(data) && Array.isArray(data.values) && data.values.length >= columns);
}

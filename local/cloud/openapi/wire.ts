import protobuf from 'protobufjs';
import type { BinaryAnswer } from './interface';

/** Messages between wx-server-sdk 4.0.2 and WeChat's open interfaces; field numbers are its own. */
const root = protobuf.Root.fromJSON({
  nested: {
    ApiOptions: { fields: { appid: { id: 1, type: 'string' } } },
    Pair: {
      fields: {
        key: { id: 1, type: 'string' },
        value: { id: 2, type: 'bytes' },
        contenttype: { id: 3, type: 'string' },
        filename: { id: 4, type: 'string' },
      },
    },
    OpenapiData: { fields: { pairs: { id: 1, rule: 'repeated', type: 'Pair' } } },
    SvrkitData: { fields: { apiName: { id: 1, type: 'string' }, reqData: { id: 2, type: 'bytes' } } },
    CommApiData: {
      fields: {
        apiType: { id: 1, type: 'int32' },
        openapiData: { id: 2, type: 'OpenapiData' },
        svrkitData: { id: 4, type: 'SvrkitData' },
      },
    },
    CloudIdRequest: { fields: { cloudIds: { id: 2, rule: 'repeated', type: 'string' } } },
    CloudIdItem: { fields: { cloudId: { id: 1, type: 'string' }, json: { id: 2, type: 'string' } } },
    CloudIdAnswer: { fields: { items: { id: 1, rule: 'repeated', type: 'CloudIdItem' } } },
    CommOpenApiResp: {
      fields: {
        respData: { id: 1, type: 'bytes' },
        contentType: { id: 2, type: 'string' },
        errorCode: { id: 3, type: 'int32' },
        httpCode: { id: 4, type: 'int32' },
      },
    },
  },
});
const request = root.lookupType('CommApiData');
const response = root.lookupType('CommOpenApiResp');
const cloudIdRequest = root.lookupType('CloudIdRequest');
const cloudIdAnswer = root.lookupType('CloudIdAnswer');

interface DecodedRequest {
  openapiData?: { pairs?: { key?: string; value?: Uint8Array; contenttype?: string }[] } | null;
}

/** The parameters of a call: each value is JSON text on the wire, or a file's bytes. Throws on malformed bytes. */
export function decodeParameters(bytes: Uint8Array): Record<string, unknown> {
  const { openapiData } = request.decode(bytes) as unknown as DecodedRequest;
  const pairs = openapiData?.pairs ?? [];
  const entries = pairs.map(({ key = '', value = new Uint8Array(), contenttype = '' }) => {
    const content = Buffer.from(value);
    return [key, contenttype === '' ? (JSON.parse(content.toString('utf8')) as unknown) : content];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The cloudIDs of a `getOpenData` of the SDK, which is no open interface by its wire. Throws on malformed bytes. */
export function decodeCloudIds(bytes: Uint8Array): string[] {
  const { svrkitData } = request.decode(bytes) as unknown as {
    svrkitData?: { reqData?: Uint8Array } | null;
  };
  const asked = cloudIdRequest.decode(svrkitData?.reqData ?? new Uint8Array());
  return (asked as unknown as { cloudIds?: string[] }).cloudIds ?? [];
}

/** The answer to it: JSON text for each id. */
export function encodeOpenData(items: { cloudId: string; json: string }[]): Buffer {
  const respData = cloudIdAnswer.encode(cloudIdAnswer.create({ items })).finish();
  return Buffer.from(response.encode(response.create({ respData, errorCode: 0 })).finish());
}

/** An answer of the interface itself, which has an errcode of its own. */
export function encodeAnswer(answer: Record<string, unknown>): Buffer {
  const message = {
    respData: Buffer.from(JSON.stringify(answer)),
    contentType: 'application/json',
    errorCode: 0,
    httpCode: 200,
  };
  return Buffer.from(response.encode(response.create(message)).finish());
}

/** An answer that is bytes: the SDK gives the function `{contentType, buffer}`. */
export function encodeBytes({ contentType, buffer }: BinaryAnswer): Buffer {
  const message = { respData: buffer, contentType, errorCode: 0, httpCode: 200 };
  return Buffer.from(response.encode(response.create(message)).finish());
}

/** A refusal by the platform before the interface was reached, e.g. -604101. */
export function encodeRefusal(errorCode: number): Buffer {
  return Buffer.from(response.encode(response.create({ errorCode })).finish());
}

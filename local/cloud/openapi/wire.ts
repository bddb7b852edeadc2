import protobuf from 'protobufjs';

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
    CommApiData: {
      fields: {
        apiType: { id: 1, type: 'int32' },
        openapiData: { id: 2, type: 'OpenapiData' },
      },
    },
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

interface DecodedRequest {
  openapiData?: { pairs?: { key?: string; value?: Uint8Array }[] } | null;
}

/** The parameters of a call: each value is JSON text on the wire. Throws on malformed bytes. */
export function decodeParameters(bytes: Uint8Array): Record<string, unknown> {
  const { openapiData } = request.decode(bytes) as unknown as DecodedRequest;
  const entries = (openapiData?.pairs ?? []).map(({ key = '', value = new Uint8Array() }) => [
    key,
    JSON.parse(Buffer.from(value).toString('utf8')) as unknown,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
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

/** A refusal by the platform before the interface was reached, e.g. -604101. */
export function encodeRefusal(errorCode: number): Buffer {
  return Buffer.from(response.encode(response.create({ errorCode })).finish());
}
